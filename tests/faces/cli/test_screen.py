import json


def test_a_table_is_screened_and_told(screening, results):
    assert screening.returncode == 0
    assert b"text = body, id = ad_id, advertiser = page_name, url = landing_page" in screening.stderr
    assert b"5 rows: 3 flagged, 1 faults." in screening.stdout
    lines = [json.loads(line) for line in (results / "documents/part-00000.jsonl").read_text().splitlines()]
    assert [line["id"] for line in lines if line["severity"]] == ["a1", "a2", "a4"]


def test_the_settings_and_versions_are_recorded(results):
    lines = (results / "run/part-00000.jsonl").read_text().splitlines()
    facts = {line["name"]: json.loads(line["value"]) for line in map(json.loads, lines)}
    assert {"tool", "model", "knowledge", "settings", "files", "schema", "complete"} == facts.keys()


def test_help_shows_the_commands_and_the_run(run):
    shown = run("screen", "--help").stdout
    for name in ("report", "verdict", "sample", "estimate", "pack", "verify", "rerun"):
        assert f"  {name} ".encode() in shown
    assert b"Example: claimcheck screen ads.csv" in shown
    assert b"--patience" in run("screen", "run", "--help").stdout


def test_a_source_that_cannot_be_read_leaves_two(run, tmp_path):
    process = run("screen", "gone.csv", "--out", "out", "--workers", "1")
    assert process.returncode == 2
    assert b"1 sources nothing was judged" in process.stderr


def test_a_run_needs_a_folder(run):
    process = run("screen", "ads.csv")
    assert process.returncode == 2
    assert b"--out" in process.stderr


def test_an_unknown_jurisdiction_is_refused(run, tmp_path):
    (tmp_path / "ads.csv").write_text("body\nOur stem cells cure back pain.\n")
    process = run("screen", "ads.csv", "--out", "out", "--jurisdiction", "atlantis")
    assert process.returncode == 2
    assert b"atlantis" in process.stderr


def test_columns_can_be_named(run, tmp_path):
    (tmp_path / "ads.csv").write_text("a,b,c\nx1,Our stem cells cure back pain.,Guaranteed.\n")
    process = run(
        "screen", "ads.csv", "--text", "b,c", "--id", "a", "--out", "out", "--format", "csv", "--workers", "1"
    )
    assert process.returncode == 0, process.stderr
    assert b"text = b + c, id = a" in process.stderr
    assert "x1" in (tmp_path / "out/documents/part-00000.csv").read_text()
