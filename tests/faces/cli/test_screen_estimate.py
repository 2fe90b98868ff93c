import csv
import json


def test_the_share_with_both_intervals(run, results, tmp_path):
    run("screen", "sample", results, "-n", "4", "--output", "sheet.csv")
    lines = list(csv.DictReader((tmp_path / "sheet.csv").open()))
    with (tmp_path / "labels.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, lines[0].keys())
        writer.writeheader()
        writer.writerows({**line, "verdict": "violating" if "tem cell" in line["text"] else "clear"} for line in lines)
    process = run("screen", "estimate", results, "labels.csv", "--format", "json")
    assert process.returncode == 0, process.stderr
    found = json.loads(process.stdout)
    assert found["powered"]["share"] == found["classical"]["share"] == 0.75
    assert b"prediction-powered" in run("screen", "estimate", results, "labels.csv").stdout


def test_labels_of_no_sample_are_told(run, results, tmp_path):
    (tmp_path / "labels.csv").write_text("document,hash,verdict\n")
    assert run("screen", "estimate", results, "labels.csv").returncode == 2
