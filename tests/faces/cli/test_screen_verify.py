def test_a_pack_that_was_changed_is_told(run, results, tmp_path):
    run("screen", "pack", results, "--id", "a1", "--out", "pack")
    assert run("screen", "verify", "pack").returncode == 0
    (tmp_path / "pack/pack.html").write_text("changed")
    process = run("screen", "verify", "pack")
    assert process.returncode == 1
    assert b"pack.html: it has been changed" in process.stderr
    assert run("screen", "verify", results).returncode == 2
