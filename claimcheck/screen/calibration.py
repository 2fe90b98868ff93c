"""What a document's score has meant on pages that the model had not learnt from, and what that lets one expect."""

from __future__ import annotations

import json
import random
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.errors import UsageError

FORMAT = "claimcheck/calibration/1"
_ROUNDS = 200

Pair = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Curve:
    """The share of violating documents by score, rising with it; `unflagged` is that of documents without findings."""

    starts: tuple[float, ...]
    shares: tuple[float, ...]
    unflagged: float

    def share(self, score: float) -> float:
        """The share that is expected to violate among documents of this score."""
        if score <= 0 or not self.starts:
            return self.unflagged
        return self.shares[max(0, bisect_right(self.starts, score) - 1)]


@dataclass(frozen=True, slots=True)
class Calibration:
    """(score, violating) of each document of the calibration set, by the model that scored them."""

    model: str
    pairs: tuple[Pair, ...]

    def curve(self) -> Curve:
        """The curve of the whole set."""
        return curve(self.pairs)

    def expected(self, counts: Mapping[float, int], threshold: float) -> tuple[float, float, float]:
        """How many documents below a threshold violate, of so many with each score, and a 95 % bootstrap interval."""
        below = {score: count for score, count in counts.items() if score < threshold}
        generator = random.Random(0)
        found = sorted(_sum(curve(generator.choices(self.pairs, k=len(self.pairs))), below) for _ in range(_ROUNDS))
        return _sum(self.curve(), below), found[int(0.025 * _ROUNDS)], found[int(0.975 * _ROUNDS)]

    def threshold(self, precision: float) -> float | None:
        """The lowest score from which on at least this share violated; None where no score reaches it."""
        best = None
        hits = count = 0
        ordered = sorted((pair for pair in self.pairs if pair[0] > 0), reverse=True)
        for index, (score, violating) in enumerate(ordered):
            hits, count = hits + violating, count + 1
            last_of_score = index + 1 == len(ordered) or ordered[index + 1][0] < score
            if last_of_score and hits / count >= precision:
                best = score
        return best


def load(path: Path | None, model: str) -> Calibration:
    """A calibration set; raises UsageError where it is missing, damaged or of another model than the run's."""
    path = path or shipped()
    try:
        content = json.loads(path.read_bytes())
        pairs = tuple((float(score), bool(violating)) for score, violating in content["pairs"])
        if content["format"] != FORMAT or not pairs:
            raise ValueError("not of this format")
    except (OSError, ValueError, KeyError, TypeError) as error:
        remedy = "Write it with claimcheck evaluate --calibration FILE, and name it with --calibration."
        raise UsageError(f"The calibration set {path} cannot be read: {error}.", remedy) from None
    if content["model"] != model:
        remedy = "Write one with that model: claimcheck evaluate --calibration FILE."
        raise UsageError(f"The calibration set is of model {content['model']}, the run of {model}.", remedy)
    return Calibration(content["model"], pairs)


def shipped() -> Path:
    """Where the shipped model's calibration set lies."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "_data" / "models" / "default"
    folder = inside if inside.is_dir() else package.parent / "models" / "default"
    return folder / "calibration.json"


def curve(pairs: Sequence[Pair]) -> Curve:
    """The rising step function that fits best (isotonic regression, by pooling neighbours that fall)."""
    blank = [violating for score, violating in pairs if score <= 0]
    pools: list[list[float]] = []
    for score, violating in sorted(pair for pair in pairs if pair[0] > 0):
        pools.append([score, float(violating), 1.0])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _, hits, count = pools.pop()
            pools[-1][1] += hits
            pools[-1][2] += count
    starts = tuple(pool[0] for pool in pools)
    shares = tuple(pool[1] / pool[2] for pool in pools)
    return Curve(starts, shares, sum(blank) / len(blank) if blank else 0.0)


def _sum(fitted: Curve, counts: Mapping[float, int]) -> float:
    return sum(count * fitted.share(score) for score, count in counts.items())
