"""Evidence packs: what was found in an ad or of an advertiser, self-contained, the same bytes whenever it is made."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from claimcheck.errors import UsageError
from claimcheck.screen.ledger import Ledger, unpacked
from claimcheck.screen.pack_page import page

SCHEMA = "claimcheck/pack/1"
SUMS = "SHA256SUMS"
_RUN = ("schema", "tool", "model", "knowledge", "settings", "files")


def write(ledger: Ledger, out: Path, ids: Sequence[str], advertiser: str | None, *, pdf: bool = False) -> list[str]:
    """Writes a pack into a new folder; the names of its files. UsageError where nothing fits or the folder is taken."""
    documents = _documents(ledger, ids, advertiser)
    facts = ledger.facts()
    content = {"schema": SCHEMA, "run": {name: facts[name] for name in _RUN}, "documents": documents}
    html = page(content).encode("utf-8", "replace")
    files = {"pack.json": (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")}
    files["pack.html"] = html
    if pdf:
        files["pack.pdf"] = _pdf(html)
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    try:
        out.mkdir(parents=True, exist_ok=True)
        if any(out.iterdir()):
            raise UsageError(f"{out} is not empty.", "Name a new folder as --out; nothing is overwritten.")
        for name, data in {**files, SUMS: sums.encode()}.items():
            (out / name).write_bytes(data)
    except OSError as error:
        raise UsageError(f"{out} cannot be written to: {error.strerror}.", "Name another folder.") from None
    return sorted([*files, SUMS])


def verify(folder: Path) -> list[str]:
    """What is wrong with a pack; nothing where each file is as its manifest says and each text as its hash says."""
    try:
        lines = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{folder} is no evidence pack: {error}.", "Name the folder of a pack.") from None
    problems, listed = [], {SUMS}
    for line in lines:
        digest, _, name = line.partition("  ")
        path = folder / name
        if not name or "/" in name or "\\" in name:
            problems.append(f"{SUMS}: {line!r} is no line of a manifest")
            continue
        listed.add(name)
        if not path.is_file():
            problems.append(f"{name}: it is missing")
        elif sha256(path.read_bytes()).hexdigest() != digest:
            problems.append(f"{name}: it has been changed")
    problems += [f"{each.name}: it does not belong to the pack" for each in folder.iterdir() if each.name not in listed]
    if "pack.json" not in listed:
        problems.append("pack.json: the manifest does not list it")
    return problems or _texts(folder / "pack.json")


def _texts(path: Path) -> list[str]:
    try:
        documents = json.loads(path.read_bytes())["documents"]
        wrong = [each["id"] for each in documents if each["text"] and _hash(each["text"]) != each["hash"]]
    except (ValueError, KeyError, TypeError) as error:
        return [f"{path.name}: it does not hold together ({error})"]
    return [f"{path.name}: the text of {name} is not the one of its hash" for name in wrong]


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _documents(ledger: Ledger, ids: Sequence[str], advertiser: str | None) -> list[dict[str, Any]]:
    if bool(ids) == bool(advertiser):
        raise UsageError("A pack is of ads or of one advertiser.", "Give --id (once or more) or --advertiser.")
    chosen: list[int] = []
    for column, value in [("id", each) for each in ids] or [("advertiser", advertiser or "")]:
        only = "AND severity > 0" if column == "advertiser" else ""
        found = ledger.rows(f"SELECT document FROM documents WHERE {column} = ? {only} ORDER BY document", (value,))
        numbers = [row[0] for row in found]
        if not numbers:
            raise UsageError(f"Nothing in the run has the {column} {value!r}.", "See the table documents.")
        chosen += numbers
    return [_document(ledger, each) for each in dict.fromkeys(chosen)]


def _document(ledger: Ledger, number: int) -> dict[str, Any]:
    document = _records(ledger, "SELECT * FROM documents WHERE document = ?", number)[0]
    stored = ledger.one("SELECT text FROM texts WHERE document = ?", (number,))
    findings = _records(ledger, "SELECT * FROM findings WHERE document = ? ORDER BY number", number)
    for finding in findings:
        del finding["document"]
        finding["categories"] = finding["categories"].split(",")
        finding["citations"], finding["cues"] = json.loads(finding["citations"]), json.loads(finding["cues"])
    verdicts = _records(ledger, "SELECT * FROM verdicts WHERE document = ? ORDER BY at, reviewer", number)
    copies = """SELECT document, similarity FROM groups WHERE document <> ?1 AND representative =
      (SELECT representative FROM groups WHERE document = ?1) ORDER BY document"""
    return {
        **document,
        "text": unpacked(stored) if stored else "",
        "findings": findings,
        "faults": _records(ledger, "SELECT stage, problem, remedy FROM faults WHERE document = ?", number),
        "verdicts": verdicts,
        "near_duplicates": _records(ledger, copies, number),
    }


def _records(ledger: Ledger, query: str, number: int) -> list[dict[str, Any]]:
    cursor = ledger.connection.execute(query, (number,))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def _pdf(html: bytes) -> bytes:
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        remedy = "Run: pip install 'claimcheck-health[pdf]'; it needs the system's Pango. Or print pack.html."
        raise UsageError("WeasyPrint, which makes the PDF, cannot be used.", remedy) from None
    made: bytes = HTML(string=html.decode()).write_pdf()
    return made
