import pytest

GOOD = """
[[flag]]
phrase = "spine reboot"
flagged = ["A spine reboot in one visit."]
passed = ["We open on Mondays."]
"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "phrases.toml"
    path.write_text(GOOD)
    return path


def test_tests_that_hold_make_exit_code_zero(run, file):
    process = run("rules", "test", file)
    assert (process.returncode, process.stdout) == (0, b"1 phrase, 2 tests, 0 failed\n")


def test_a_test_that_fails_is_named_and_makes_exit_code_one(run, file):
    file.write_text(GOOD.replace("A spine reboot in one visit.", "We close on Sundays."))
    process = run("rules", "test", file)
    assert process.returncode == 1
    assert b"spine reboot: 'We close on Sundays.' is not flagged, but should be" in process.stdout


def test_a_malformed_file_makes_exit_code_two(run, file):
    file.write_text("[[flag]]\nphrse = 'x'\n")
    process = run("rules", "test", file)
    assert process.returncode == 2 and b"Did you mean phrase?" in process.stderr


def test_the_phrases_of_a_project_are_used_by_a_check(run, file, tmp_path):
    (tmp_path / "claimcheck.toml").write_text('phrases = ["phrases.toml"]\n')
    (tmp_path / "ad.txt").write_text("A spine reboot.\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    process = run("check", tmp_path / "ad.txt", folder=inner)
    assert process.returncode == 1 and b"hype" in process.stdout
