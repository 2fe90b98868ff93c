import json

import pytest

from claimcheck.errors import ModelError
from claimcheck.faces.cli.predict import predict
from claimcheck.faces.cli.train import train

ROWS = "".join(f"{thing} may help.,open\n{thing} surely helps.,sure\n" for thing in ("Zinc", "Iron", "Tea", "A walk"))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("sentence,strength\n" + ROWS)
    return path


def test_a_model_from_a_table_labels_new_texts(table, tmp_path, capsys):
    out, new, found = tmp_path / "model", tmp_path / "new.jsonl", tmp_path / "found.jsonl"
    train(data=table, text="sentence", label="strength", out=out)
    assert "open (4), sure (4)" in capsys.readouterr().out
    new.write_text('{"sentence": "Salt may help."}\n{"sentence": "Salt surely helps."}\n')
    predict(new, out, "sentence")
    told = capsys.readouterr().out
    lines = [json.loads(line) for line in told.splitlines()]
    assert [line["label"] for line in lines] == ["open", "sure"]
    assert [line["row"] for line in lines] == [1, 2]
    assert all(max(line["scores"], key=line["scores"].get) == line["label"] for line in lines)
    predict(new, out, "sentence", found)
    assert found.read_text() == told
    assert str(found) in capsys.readouterr().err


def test_a_folder_without_a_text_classifier_is_refused(table, tmp_path):
    with pytest.raises(ModelError, match="claimcheck train --data"):
        predict(table, tmp_path, "sentence")
