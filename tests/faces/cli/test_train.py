import pytest

import claimcheck.learn
from claimcheck.errors import TableError, UsageError
from claimcheck.faces.cli.train import train


def test_the_corpus_is_learnt_into_the_folder(monkeypatch, tmp_path, capsys):
    calls = []

    def fake(corpus, out, nets, *, seed, progress):
        progress("fitting")
        calls.append((corpus, out, nets, seed))

    monkeypatch.setattr(claimcheck.learn, "train", fake)
    train(tmp_path / "corpus", tmp_path / "model", tmp_path / "nets", seed=3)
    assert calls == [(tmp_path / "corpus", tmp_path / "model", tmp_path / "nets", 3)]
    output = capsys.readouterr()
    assert output.err == "fitting\n" and str(tmp_path / "model") in output.out


def test_a_corpus_that_is_not_there_is_a_clear_error(run):
    process = run("train", "--corpus", "nowhere")
    assert process.returncode == 2
    assert b"nowhere" in process.stderr and b"Traceback" not in process.stderr


def test_a_table_needs_a_folder_of_its_own(tmp_path):
    with pytest.raises(UsageError, match="--out"):
        train(data=tmp_path / "t.csv")


def test_a_bad_table_leaves_nothing_behind(run, tmp_path):
    (tmp_path / "t.csv").write_text("text,label\nIt helps.,sure\nIt may help.,\n")
    process = run("train", "--data", tmp_path / "t.csv", "--out", tmp_path / "model")
    assert process.returncode == 2 and b"row 2 (line 3), column 'label'" in process.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "t.csv").write_text("text,label\nIt helps.,sure\nIt may help.,open\n")
    with pytest.raises(TableError, match="holds something else"):
        train(data=tmp_path / "t.csv", out=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]
