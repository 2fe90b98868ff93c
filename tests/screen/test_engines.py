"""The same rows from every engine."""

import shutil

import pytest

from claimcheck.errors import UsageError
from claimcheck.screen import Engine


def absent(name, *modules):
    for module in modules:
        try:
            __import__(module)
        except ImportError:
            return pytest.mark.skip(reason=f"{module} is not installed (the extra {name})")
    if name == "spark" and not shutil.which("java"):
        return pytest.mark.skip(reason="Spark needs Java, which is not installed")
    return pytest.mark.slow


ENGINES = [
    pytest.param("dask", marks=[pytest.mark.engine, absent("dask", "distributed")]),
    pytest.param("spark", marks=[pytest.mark.engine, absent("spark", "pyspark", "pyarrow", "pandas")]),
]


@pytest.fixture
def source(table, tmp_path):
    pages = tmp_path / "in" / "pages"
    pages.mkdir(parents=True)
    (pages / "a.html").write_text("<p>We cure it.</p>")
    (pages / "b.html").write_bytes(b"%PDF-1.4")
    ads = [
        {
            "id": f"a{n}",
            "page_name": f"Clinic {n % 3}",
            "body": f"It may help {n}. We cure {n}. Ünïcode 😀.",
            "reach": n,
        }
        for n in range(100)
    ]
    ads[40]["body"] = "This one KILLS."
    ads[60]["body"] = None
    ads[70]["body"] = "This one FAILS."
    path = table(*ads, name="in/ads.jsonl")
    with path.open("a") as file:
        file.write("{broken\n")
    return path.parent


@pytest.mark.parametrize("name", ENGINES)
def test_every_engine_gives_the_same(name, source, screened, everything):
    """A document that kills its worker, one that fails, and bad input among them."""
    total, local = screened(source, out="local", chunk=8)
    assert screened(source, out="other", chunk=8, engine=Engine(name, workers=2))[0] == total
    assert everything(local.parent / "other") == everything(local)
    assert (total.rows, total.faults) == (103, 5)


@pytest.mark.parametrize("name", ENGINES[:1])
def test_a_running_scheduler_is_used(name, table, screened, everything):
    from distributed import LocalCluster

    source = table(*({"id": f"{n}", "body": f"We cure {n}."} for n in range(40)))
    _, local = screened(source, out="local", chunk=8)
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = Engine("dask", address=cluster.scheduler_address)
        screened(source, out="other", chunk=8, engine=engine)
        assert len(cluster.scheduler_info["workers"]) == 1
    assert everything(local.parent / "other") == everything(local)


@pytest.mark.parametrize("name", ENGINES[1:])
def test_a_session_that_runs_is_used_and_left(name, table, screened, everything):
    from pyspark.sql import SparkSession

    source = table(*({"id": f"{n}", "body": f"We cure {n}."} for n in range(20)))
    _, local = screened(source, out="local")
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        screened(source, out="other", engine=Engine("spark"))
        assert session.range(3).count() == 3
    finally:
        session.stop()
    assert everything(local.parent / "other") == everything(local)


@pytest.mark.parametrize("name", ENGINES[1:])
def test_a_frame_stays_on_the_cluster(name, stub):
    from pyspark.sql import SparkSession

    from claimcheck.screen import Recipe, screen_frame

    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = session.createDataFrame([("a", "We cure it."), ("b", "We open at nine.")], "id string, content string")
        found = {row.id: row for row in screen_frame(frame, Recipe(make=stub.stub)).collect()}
    finally:
        session.stop()
    assert found["a"].severity == 3
    assert found["a"].findings[0].categories == "cure"
    assert found["b"].severity == 0


def test_an_unknown_engine_is_refused(table, screened):
    with pytest.raises(UsageError, match="no engine 'ray'"):
        screened(table({"body": "Text of an ad."}), engine=Engine("ray"))


def test_a_scheduler_that_does_not_answer_is_told(table, screened, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("claimcheck.screen.dask._SECONDS", 1)
    with pytest.raises(UsageError, match="No Dask scheduler answers"):
        screened(table({"body": "Text of an ad."}), engine=Engine("dask", address="tcp://127.0.0.1:9"))
