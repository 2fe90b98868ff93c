import json


def test_a_pack_of_an_ad(run, results, tmp_path):
    process = run("screen", "pack", results, "--id", "a1", "--out", "pack")
    assert process.returncode == 0, process.stderr
    (document,) = json.loads((tmp_path / "pack/pack.json").read_text())["documents"]
    assert document["id"] == "a1"
    assert document["near_duplicates"][0]["document"] == 1


def test_nothing_is_overwritten(run, results, tmp_path):
    assert run("screen", "pack", results, "--advertiser", "Spine Clinic", "--out", "pack").returncode == 0
    assert run("screen", "pack", results, "--advertiser", "Spine Clinic", "--out", "pack").returncode == 2
    assert run("screen", "pack", results, "--id", "a99", "--out", "other").returncode == 2
