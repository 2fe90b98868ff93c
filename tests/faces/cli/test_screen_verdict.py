def test_a_filled_sheet_is_recorded(run, results, tmp_path):
    sheet = run("screen", "report", results, "--format", "csv").stdout.decode().splitlines(keepends=True)
    head, first = sheet[0], next(line for line in sheet if ",a1," in line)
    assert first.endswith(",,,,\n")
    (tmp_path / "queue.csv").write_text(head + first.removesuffix(",,,,\n") + ",violating,cure,R. Singh,2026-11-28\n")
    process = run("screen", "verdict", results, "queue.csv")
    assert process.returncode == 0, process.stderr
    assert b"1 verdicts recorded" in process.stdout
    assert b"a1" not in run("screen", "report", results).stdout
    assert b"violating" in run("screen", "report", results, "--done").stdout


def test_what_is_no_verdict_is_told(run, results, tmp_path):
    (tmp_path / "queue.csv").write_text("document,hash,verdict\n0,wrong,clear\n")
    process = run("screen", "verdict", results, "queue.csv", "--reviewer", "R", "--at", "2026-11-28")
    assert process.returncode == 2
    assert b"line 2" in process.stderr
