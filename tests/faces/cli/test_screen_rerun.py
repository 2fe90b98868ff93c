def test_the_same_rules_change_nothing(run, results, tmp_path):
    process = run("screen", "rerun", results, "--out", "again", "--workers", "1")
    assert process.returncode == 0, process.stderr
    assert b"5 documents, 0 changed" in process.stdout
    assert (tmp_path / "again/changes.jsonl").read_bytes() == b""


def test_what_is_no_run_is_told(run, tmp_path):
    assert run("screen", "rerun", tmp_path, "--out", "again").returncode == 2
