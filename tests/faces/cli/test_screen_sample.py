import csv


def test_a_sheet_to_label(run, results, tmp_path):
    process = run("screen", "sample", results, "-n", "4", "--output", "labels.csv")
    assert process.returncode == 0, process.stderr
    lines = list(csv.DictReader((tmp_path / "labels.csv").open()))
    assert len(lines) == 4
    assert "severity" not in lines[0]
    assert b"screen estimate" in process.stderr


def test_a_sample_too_large_is_told(run, results):
    assert run("screen", "sample", results, "-n", "400").returncode == 2
