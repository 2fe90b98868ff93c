"""The benchmark of rewrites: suggestions for labelled segments, judged by two readers; README.md beside it has the formats.

python -m tests.rewrites.benchmark sample --count 640 --out tests/rewrites/sample.jsonl
python -m tests.rewrites.benchmark score tests/rewrites/sample.jsonl first.jsonl second.jsonl
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from claimcheck.corpus import load, split_of
from claimcheck.judge import default_judge
from claimcheck.know import ledger
from claimcheck.rewrite import suggest
from claimcheck.text import OffsetMap, Source

CORPUS = Path(__file__).parents[2] / "corpus" / "pages"
A_PAGE = 4
MISSED = 1.2
QUOTA = {"category": 40, "strength": 60, "role": 25, "genre": 15}
QUESTIONS = ("grammatical", "faithful", "honest", "keep")
USABLE = QUESTIONS[:3]


def order(name):
    """A fixed order that looks like chance."""
    return sha256(name.encode()).hexdigest()


def strata(page, at):
    """What a segment stands for: each of its categories, its strength, its role and its page's genre."""
    label = page.labels[at]
    yield from (("category", each.value) for each in sorted(label.categories, key=lambda each: each.value))
    yield "strength", label.strength.label
    yield "role", page.segments[at].role.value
    yield "genre", page.genre


def sample(pages, judge, count):
    """About `count` segments that labels and judge both flag: rare strata first, then whatever comes, few a page.

    More are drawn by their labels than asked for, since the judge misses some; only their pages are judged.
    """
    found = {page.id: page for page in pages}
    flagged = [(page.id, at) for page in pages for at, label in enumerate(page.labels) if label.strength.flagged]
    candidates = sorted(flagged, key=lambda pair: order(f"{pair[0]}#{pair[1]}"))
    for id, places in sorted(_chosen(found, candidates, round(MISSED * count)).items()):
        judgements = judge.judge(found[id].segments)
        seen = [at for at in sorted(places) if judgements[at].flagged]
        if seen:
            yield from _records(found[id], judgements, judge, seen)


def _chosen(found, candidates, count):
    have, taken = Counter(), defaultdict(set)
    sizes = Counter(stratum for id, at in candidates for stratum in strata(found[id], at))
    rare = sorted(candidates, key=lambda pair: min(sizes[stratum] for stratum in strata(found[pair[0]], pair[1])))
    for wanted in (rare, candidates):
        for id, at in wanted:
            kinds = list(strata(found[id], at))
            needed = wanted is candidates or any(have[kind] < QUOTA[kind[0]] for kind in kinds)
            if needed and len(taken[id]) < A_PAGE and at not in taken[id] and sum(map(len, taken.values())) < count:
                taken[id].add(at)
                have.update(kinds)
    return {id: places for id, places in taken.items() if places}


def _records(page, judgements, judge, places):
    at, segments = 0, []
    for each in page.segments:
        segments.append(replace(each, offsets=OffsetMap.identity(at, len(each.text))))
        at += len(each.text) + 1
    source = Source(page.id, "\n".join(each.text for each in segments))
    flagged = {at: judgement for at, judgement in enumerate(judgements) if judgement.flagged}
    rewrites = suggest(source, segments, flagged, judge.again())
    for place in places:
        yield _record(page, place, rewrites[place])


def _record(page, at, rewrite):
    segment, label = page.segments[at], page.labels[at]
    context = segment.context
    return {
        "id": f"{page.id}#{at}",
        "genre": page.genre,
        "split": split_of(page.advertiser),
        "role": segment.role.value,
        "strength": label.strength.label,
        "categories": sorted(each.value for each in label.categories),
        "headings": list(context.headings),
        "lead_in": context.lead_in,
        "before": context.before,
        "after": context.after,
        "text": segment.text,
        "kind": kind_of(rewrite),
        "rewrite": rewrite.text,
        "applicability": rewrite.applicability.name.lower(),
        "reason": rewrite.reason,
        "citations": {each.record: _says(each.record) for each in rewrite.citations},
    }


def kind_of(rewrite):
    """cut, evidence, refer (claims nothing), remove (taken out) or hold (no edit)."""
    if not rewrite.text:
        return "remove" if rewrite.edits else "hold"
    if rewrite.applicability.name == "APPLY":
        return "cut"
    return "evidence" if rewrite.citations else "refer"


def _says(id):
    record = ledger().find(id)
    return record["summary"] if record["kind"] == "evidence" else record["demand"]


def read(path):
    """The records of a JSON Lines file by id."""
    records = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line.strip()]
    return {record["id"]: record for record in records}


def scores(samples, first, second):
    """Rates by stratum and agreement of two judges; raises ValueError where one has not judged a replacement."""
    judged = [record for record in samples.values() if record["rewrite"]]
    for name, answers in (("first", first), ("second", second)):
        missing = [each["id"] for each in judged if not set(QUESTIONS) <= answers.get(each["id"], {}).keys()]
        if missing:
            raise ValueError(
                f"the {name} judge's file lacks {len(missing)} records or answers, {missing[0]} among them"
            )
    groups = defaultdict(list)
    for record in samples.values():
        groups["all"].append(record)
        for field in ("strength", "kind", "role", "genre"):
            groups[f"{field}: {record[field]}"].append(record)
        for category in record["categories"]:
            groups[f"category: {category}"].append(record)
    return {
        "rates": {name: _rates(records, first, second) for name, records in groups.items()},
        "agreement": {each: _agreement(judged, first, second, each) for each in QUESTIONS},
    }


def _rates(records, first, second):
    """Shares of the replacements (means of both judges), and of all segments that get a usable one (both say so)."""
    judged = [record["id"] for record in records if record["rewrite"]]
    both = [id for id in judged if all(answers[id][each] for answers in (first, second) for each in USABLE)]
    means = {
        each: sum(answers[id][each] for id in judged for answers in (first, second)) / (2 * len(judged))
        if judged
        else None
        for each in QUESTIONS
    }
    return {
        "segments": len(records),
        "replacements": len(judged),
        **means,
        "usable_of_replacements": len(both) / len(judged) if judged else None,
        "usable_of_segments": len(both) / len(records),
    }


def _agreement(judged, first, second, question):
    """Share of equal answers, and Cohen's kappa (None where one of the judges always says the same)."""
    pairs = [(bool(first[each["id"]][question]), bool(second[each["id"]][question])) for each in judged]
    equal = sum(one == two for one, two in pairs) / len(pairs)
    yes = [sum(pair[judge] for pair in pairs) / len(pairs) for judge in (0, 1)]
    chance = yes[0] * yes[1] + (1 - yes[0]) * (1 - yes[1])
    return {"equal": equal, "kappa": (equal - chance) / (1 - chance) if chance < 1 else None}


def table(result):
    """The scores as Markdown, for the card."""
    names = ("segments", "replacements", *QUESTIONS, "usable_of_replacements", "usable_of_segments")
    lines = [f"| group | {' | '.join(name.replace('_', ' ') for name in names)} |", "| --- " * (len(names) + 1) + "|"]
    for group, rates in sorted(result["rates"].items(), key=lambda pair: (pair[0] != "all", pair[0])):
        cells = [
            f"{value:.3f}" if isinstance(value, float) else str(value or "-")
            for value in (rates[name] for name in names)
        ]
        lines.append(f"| {group} | {' | '.join(cells)} |")
    lines += ["", "| question | equal answers | kappa |", "| --- | --- | --- |"]
    for question, agreed in result["agreement"].items():
        kappa = "-" if agreed["kappa"] is None else f"{agreed['kappa']:.3f}"
        lines.append(f"| {question} | {agreed['equal']:.3f} | {kappa} |")
    return "\n".join(lines) + "\n"


def main():
    """Sample or score, as the first argument says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    sampling = commands.add_parser("sample")
    sampling.add_argument("--count", type=int, default=640)
    sampling.add_argument("--out", type=Path, required=True)
    scoring = commands.add_parser("score")
    scoring.add_argument("files", nargs=3, type=Path, metavar="FILE", help="the sample, then each judge's answers")
    asked = parser.parse_args()
    if asked.command == "sample":
        with asked.out.open("w", encoding="utf-8") as stream:
            for record in sample(load(CORPUS), default_judge(), asked.count):
                stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(table(scores(*map(read, asked.files))))


if __name__ == "__main__":
    main()
