"""What the library costs once it is loaded: one task a process, JSON out. Called by `compare`."""

import gc
import json
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "corpus" / "examples" / "elementor-landing.html"


def sentences():
    files = sorted((ROOT / "corpus" / "pages").glob("*.jsonl"))
    records = (json.loads(line) for file in files for line in file.open(encoding="utf-8"))
    return list(dict.fromkeys(segment["text"] for record in records for segment in record["segments"]))


def timed(call):
    begun = time.process_time()
    call()
    return time.process_time() - begun


def latency():
    """Microseconds a sentence, new and seen before; milliseconds a page of 200 new segments."""
    from claimcheck import Checker

    checker, texts = Checker(), sentences()
    checker.judge(texts[:2_000])
    fresh = texts[2_000:3_000]
    pages = ["\n\n".join(texts[start : start + 200]) for start in range(3_000, 5_000, 200)]
    gc.freeze()
    return {
        "sentence_us": timed(lambda: checker.judge(fresh)) / len(fresh) * 1e6,
        "sentence_again_us": timed(lambda: checker.judge(fresh)) / len(fresh) * 1e6,
        "page_200_ms": timed(lambda: [checker.check(page) for page in pages]) / len(pages) * 1e3,
        "page_200_again_ms": timed(lambda: [checker.check(pages[-1]) for _ in pages]) / len(pages) * 1e3,
    }


def suggestions():
    """Milliseconds of a page with and without suggestions, and a finding's share of the difference."""
    from claimcheck import Checker

    plain, suggesting = Checker(), Checker(suggest=True)
    found = len(suggesting.check_path(PAGE).findings)
    without = min(timed(lambda: plain.check_path(PAGE)) for _ in range(5))
    with_them = min(timed(lambda: suggesting.check_path(PAGE)) for _ in range(5))
    return {
        "page_ms": without * 1e3,
        "suggested_ms": with_them * 1e3,
        "finding_ms": (with_them - without) / found * 1e3,
    }


def length(megabytes):
    """Seconds for a text of so many megabytes, no sentence of which is kept from before."""
    from claimcheck import Checker

    checker, texts = Checker(), sentences()
    checker.judge(texts[:500])
    wanted, parts, size, number = float(megabytes) * 1e6, [], 0, 0
    while size < wanted:
        part = f"{texts[number % len(texts)]} Offer {number}."
        parts.append(part)
        size += len(part) + 2
        number += 1
    text = "\n\n".join(parts)
    seconds = timed(lambda: checker.check(text))
    return {
        "seconds": seconds,
        "megabytes": len(text) / 1e6,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def regression():
    """TF-IDF and logistic regression in scikit-learn, the five strengths: sentences a second, one by one and together."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    texts = sentences()
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LogisticRegression(max_iter=50))
    model.fit(texts[:4_000], [len(text) % 5 for text in texts[:4_000]])  # what it learns does not matter to its speed
    fresh = texts[2_000:3_000]
    return {
        "one_by_one_us": timed(lambda: [model.predict([text]) for text in fresh[:200]]) / 200 * 1e6,
        "together_us": timed(lambda: model.predict(fresh)) / len(fresh) * 1e6,
    }


def embeddings():
    """A sentence encoder, where the extra `embeddings` is installed; nothing where it is not."""
    from claimcheck.learn.embeddings import embedder

    embed = embedder()
    if embed is None:
        return {}
    fresh = sentences()[2_000:2_100]
    embed(fresh[:2])
    return {"together_us": timed(lambda: embed(fresh)) / len(fresh) * 1e6}


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    print(json.dumps(globals()[task](*arguments)))
