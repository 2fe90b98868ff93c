import csv
import io
import json


def test_the_queue_shows_groups_by_rank(run, results):
    process = run("screen", "report", results)
    assert process.returncode == 0
    shown = process.stdout.decode()
    assert "5 rows, 1 of them faults; 3 flagged in 2 groups" in shown
    assert shown.index("a1") < shown.index("a4")
    assert "2 alike, 0 reviewed" in shown


def test_the_sheet_can_be_filled_in(run, results):
    lines = list(csv.DictReader(io.StringIO(run("screen", "report", results, "--format", "csv").stdout.decode())))
    assert [line["id"] for line in lines] == ["a1", "a4"]
    assert all(len(line["hash"]) == 64 and line["verdict"] == "" for line in lines)


def test_json(run, results):
    content = json.loads(run("screen", "report", results, "--format", "json").stdout)
    assert content["threshold"] is None
    assert content["queue"][0]["findings"][0]["categories"]


def test_roll_ups(run, results):
    content = json.loads(run("screen", "report", results, "--by", "domain", "--format", "json").stdout)
    assert content[0] == {
        "domain": "spine.example",
        "documents": 2,
        "flagged": 2,
        "errors": 2,
        "warnings": 0,
        "notes": 0,
        "reach": 10100.0,
    }
    assert b"2026-02" in run("screen", "report", results, "--by", "month").stdout
    assert b"regeneration," in run("screen", "report", results, "--by", "category", "--format", "csv").stdout


def test_thresholds_state_the_misses(run, results, tmp_path):
    facts = [json.loads(line) for line in (results / "run/part-00000.jsonl").read_text().splitlines()]
    model = next(json.loads(fact["value"]) for fact in facts if fact["name"] == "model")
    pairs = [[0.0, False], [0.0, True], [0.3, False], [0.5, True], [0.9, True], [0.95, True]]
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps({"format": "claimcheck/calibration/1", "model": model, "pairs": pairs}))
    process = run("screen", "report", results, "--reviews", "1", "--calibration", path)
    assert process.returncode == 0, process.stderr
    assert b"are missed" in process.stdout
    assert run("screen", "report", results, "--precision", "0.9", "--calibration", path).returncode == 0
    assert run("screen", "report", results, "--precision", "0.9", "--reviews", "3").returncode == 2


def test_what_is_no_run_is_told(run, tmp_path):
    process = run("screen", "report", tmp_path)
    assert process.returncode == 2
    assert b"holds no screening" in process.stderr
