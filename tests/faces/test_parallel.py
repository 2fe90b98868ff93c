import pytest

from claimcheck.faces.parallel import Parallel
from claimcheck.faces.plan import Plan
from claimcheck.faces.sources import examine_all
from claimcheck.finding import Fault
from claimcheck.report import render
from claimcheck.settings import Settings


@pytest.fixture
def sources(tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.html").write_text(f"<p>Our stem cells regrow {number} discs. Guaranteed.</p>\n" * 3)
    (tmp_path / "05.html").write_bytes(b"\x00\x01\x02" * 300)
    names = [str(path) for path in sorted(tmp_path.iterdir())]
    return [*names[:4], Fault("folder", "It is empty.", "Fill it."), *names[4:], "-", str(tmp_path / "gone.html")]


def report(examining, sources):
    plan = Plan(Settings())
    examined = list(examining(plan, sources, lambda: b"Guaranteed to cure.", None))
    return "".join(render((result for result, _ in examined), "json", tool=plan.versions))


def test_the_same_bytes_come_out_of_any_number_of_workers(sources):
    one = report(examine_all, sources)
    assert report(Parallel(Settings(), "", 2), sources) == one
    assert '"source": "<stdin>"' in one and one.count('"format": null') == 3


def test_few_files_need_no_other_process(tmp_path, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "joblib", None)
    (tmp_path / "a.txt").write_text("Hello there.")
    assert len(list(Parallel(Settings(), "", 4)(Plan(Settings()), [str(tmp_path / "a.txt")], bytes, None))) == 1


def test_settings_reach_the_workers(sources, tmp_path):
    settings = Settings(jurisdiction=("uk",))
    results = [r for r, _ in Parallel(settings, "", 2)(Plan(settings), sources, lambda: b"Hello.", None)]
    cited = {c.record[:3] for r in results for f in r.findings for c in f.citations if c.kind == "regulation"}
    assert cited == {"uk-"}
