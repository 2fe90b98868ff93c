from claimcheck.claim import Category, Severity
from claimcheck.report.site import Site


def grown(results):
    site = Site()
    for result in results:
        site.add(result)
    return site


def test_one_page_is_no_site(result):
    assert not grown([result("PRP heals.", ("PRP heals.",))]).worth_telling
    assert not grown([result("Hello."), result("Hello.")]).worth_telling


def test_pages_are_ranked_by_what_there_is_to_mend(result):
    notes = result("a b c d", ("a", "vague"), ("b", "vague"), ("c", "vague"), ("d", "vague"), name="notes")
    warning = result("a", ("a", "asserted"), name="warning")
    error = result("a", ("a", "absolute"), name="error")
    assert [page.name for page in grown([warning, notes, result("x"), error]).worst()] == ["error", "notes", "warning"]


def test_a_page_counts_every_category(result):
    page = grown([result("a", ("a", "asserted", "cure safety"))]).pages[0]
    assert page.categories == {Category.CURE: 1, Category.SAFETY: 1}
    assert page.severities == {Severity.WARNING: 1}


def test_words_that_come_up_again_are_worth_mending_first(result):
    from dataclasses import replace

    footer = ("PRP heals.", "asserted", "regeneration")
    pages = [
        result("PRP heals. PRP cures.", footer, ("PRP cures.", "absolute", "cure"), name=f"{n}.html") for n in "abcd"
    ]
    pages[0] = replace(pages[0], findings=(pages[0].findings[0], replace(pages[0].findings[1], fingerprint="f")))
    pages[1:] = [replace(page, findings=page.findings[:1]) for page in pages[1:]]
    first = grown(pages).first()
    assert [(each.text, each.count, each.pages, each.place) for each in first] == [
        ("PRP heals.", 4, 4, "a.html:1"),
        ("PRP cures.", 1, 1, "a.html:1"),
    ]
