CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chunks (chunk INTEGER PRIMARY KEY, digest TEXT NOT NULL, first INTEGER NOT NULL, rows INTEGER NOT NULL);
CREATE TABLE documents (
  document INTEGER PRIMARY KEY,
  source TEXT NOT NULL, place TEXT NOT NULL,
  id TEXT NOT NULL, advertiser TEXT NOT NULL, url TEXT NOT NULL, domain TEXT NOT NULL, captured TEXT NOT NULL, reach REAL,
  format TEXT NOT NULL, hash TEXT NOT NULL, mask TEXT NOT NULL,
  characters INTEGER NOT NULL, read INTEGER NOT NULL, skipped INTEGER NOT NULL, failed INTEGER NOT NULL,
  judged INTEGER NOT NULL, findings INTEGER NOT NULL, severity INTEGER NOT NULL, confidence REAL NOT NULL
);
CREATE TABLE texts (document INTEGER PRIMARY KEY, text NOT NULL);
CREATE TABLE findings (
  document INTEGER NOT NULL, number INTEGER NOT NULL,
  start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL, role TEXT NOT NULL, about TEXT NOT NULL,
  strength TEXT NOT NULL, severity INTEGER NOT NULL, categories TEXT NOT NULL, confidence REAL NOT NULL,
  fingerprint TEXT NOT NULL, message TEXT NOT NULL, citations TEXT NOT NULL, cues TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE faults (
  document INTEGER PRIMARY KEY, source TEXT NOT NULL, place TEXT NOT NULL,
  stage TEXT NOT NULL, problem TEXT NOT NULL, remedy TEXT NOT NULL
);
CREATE TABLE groups (
  document INTEGER PRIMARY KEY, representative INTEGER NOT NULL, similarity REAL NOT NULL
);
CREATE INDEX groups_by_representative ON groups (representative);
CREATE TABLE verdicts (
  document INTEGER NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, reviewer TEXT NOT NULL, at TEXT NOT NULL,
  hash TEXT NOT NULL, PRIMARY KEY (document, reviewer, at)
) WITHOUT ROWID;
CREATE TABLE samples (
  document INTEGER NOT NULL, sample INTEGER NOT NULL, stratum TEXT NOT NULL, PRIMARY KEY (sample, document)
) WITHOUT ROWID;
CREATE VIEW coverage AS
  SELECT source, COUNT(*) AS rows, SUM(judged) AS judged, COUNT(*) - SUM(judged) AS faults, SUM(severity > 0) AS flagged,
    SUM(characters) AS characters, SUM(read) AS read, SUM(skipped) AS skipped, SUM(failed) AS failed
  FROM documents GROUP BY source ORDER BY MIN(document);
