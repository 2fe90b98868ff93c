"""`claimcheck predict`: the labels that a model from `claimcheck train --data` gives to the texts of a table."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.faces.cli.output import writing


def predict(
    data: Annotated[Path, typer.Argument(metavar="FILE", help="The table: .csv, .tsv or .jsonl.")],
    model: Annotated[Path, typer.Option(metavar="FOLDER", help="The model, from claimcheck train --data.")],
    text: Annotated[str, typer.Option(metavar="COLUMN", help="The column of texts.")] = "text",
    output: Annotated[Path | None, typer.Option(help="Write the lines to this file.")] = None,
) -> None:
    """Label the texts of a table: a line of JSON for each row, with its number, its label and every label's score.

    Example: claimcheck predict new.csv --text sentence --model strength-model
    """
    from claimcheck.learn import Columns, TextClassifier, read_table

    classifier = TextClassifier.load(model)
    table = read_table(data, Columns(text))
    labels, scores = classifier.predict(table.texts), classifier.scores(table.texts)
    with writing(output, [str(data)]) as stream:
        for number, (label, row) in enumerate(zip(labels, scores, strict=True), 1):
            told = {str(name): round(float(score), 4) for name, score in zip(classifier.classes_, row, strict=True)}
            stream.write(json.dumps({"row": number, "label": str(label), "scores": told}, ensure_ascii=False) + "\n")
    if output is not None:
        sys.stderr.write(f"{len(labels)} rows are in {output}.\n")
