import subprocess

import pytest

from claimcheck.checker import Checker
from claimcheck.errors import UsageError
from claimcheck.faces.changed import changed_since
from claimcheck.finding import Fault


def git(folder, *arguments):
    plain = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *plain, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "old.txt").write_text("Cells cure pain.\n\nHello.\n\nIt is guaranteed.\n")
    (tmp_path / "same.txt").write_text("Cells cure pain.\n")
    (tmp_path / "gone.txt").write_text("Cells cure pain.\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    (tmp_path / "gone.txt").unlink()
    return tmp_path


def kept(repository, *names, revision="HEAD"):
    return changed_since(revision, repository).sources([str(repository / name) for name in names])


def test_only_changed_files_are_checked(repository):
    (repository / "old.txt").write_text("Cells cure pain.\n\nDiscs regrow.\n\nIt is guaranteed.\n")
    (repository / "new file é.txt").write_text("Cells cure pain.\n")
    names = ["old.txt", "same.txt", "new file é.txt"]
    assert kept(repository, *names) == [str(repository / "old.txt"), str(repository / "new file é.txt")]


def test_only_findings_in_changed_lines_are_told(repository, judge):
    (repository / "old.txt").write_text("Cells cure pain.\n\nDiscs regrow.\n\nIt is guaranteed.\n")
    changed = changed_since("HEAD", repository)
    result = changed.narrow(Checker(judge=judge).check_path(repository / "old.txt"))
    assert [finding.text for finding in result.findings] == ["Discs regrow."]


def test_a_new_file_is_told_whole(repository, judge):
    (repository / "new.txt").write_text("Cells cure pain.\n\nIt is guaranteed.\n")
    changed = changed_since("HEAD", repository)
    assert len(changed.narrow(Checker(judge=judge).check_path(repository / "new.txt")).findings) == 2


def test_staged_and_committed_changes_count(repository):
    (repository / "same.txt").write_text("Cells cure.\n")
    git(repository, "commit", "-qam", "two")
    (repository / "old.txt").write_text("Hello.\n")
    git(repository, "add", "old.txt")
    assert len(kept(repository, "same.txt", "old.txt", revision="HEAD~1")) == 2
    assert kept(repository, "same.txt", "old.txt") == [str(repository / "old.txt")]


def test_a_deletion_alone_touches_no_finding(repository, judge):
    (repository / "old.txt").write_text("Cells cure pain.\n\nIt is guaranteed.\n")
    changed = changed_since("HEAD", repository)
    assert changed.narrow(Checker(judge=judge).check_path(repository / "old.txt")).findings == ()


def test_faults_and_missing_files_stay(repository):
    fault = Fault("folder", "It is empty.", "Fill it.")
    missing = str(repository / "missing.txt")
    assert changed_since("HEAD", repository).sources([fault, missing]) == [fault, missing]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_an_unknown_revision_is_a_usage_error(repository, revision):
    with pytest.raises(UsageError, match="no revision"):
        changed_since(revision, repository)


def test_outside_a_repository_it_is_a_usage_error(tmp_path):
    with pytest.raises(UsageError, match="needs a revision"):
        changed_since("HEAD", tmp_path)


@pytest.mark.parametrize("source", ["-", "https://example.org/"])
def test_what_has_no_revisions_is_refused(repository, source):
    with pytest.raises(UsageError, match="has no revisions"):
        changed_since("HEAD", repository).sources([source])
