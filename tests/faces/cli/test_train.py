import claimcheck.learn
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
