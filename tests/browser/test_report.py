"""The HTML report in a real browser: it opens, filters, steps, asks for nothing, and keeps to accessibility rules.

Needs the extra `browser` and Debian's `chromium`; `.ci/run` installs both and sets BROWSER=required. Elsewhere it is
skipped, with the reason.
"""

import os
import shutil

import pytest

from claimcheck.report import render
from tests.report.conftest import TOOL, make_result, make_site

pytestmark = pytest.mark.browser
if os.environ.get("BROWSER") == "required":
    from playwright import sync_api
else:
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs pip install 'claimcheck-health[browser]'")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
if CHROMIUM is None and os.environ.get("BROWSER") != "required":
    pytest.skip("needs a Chromium: apt-get install chromium", allow_module_level=True)

ATTACK = '</script><script>document.title = "taken"</script><img src="http://127.0.0.1:9/x" onerror="document.title=1">'


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    attacked = make_result(f"{ATTACK} heals.", (f"{ATTACK} heals.", "vague", "hype", ("heals",)), name=ATTACK)
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text("".join(render([*make_site(), attacked], "html", tool=TOOL)), "utf-8")
    return path.as_uri()


@pytest.fixture(params=["light", "dark"])
def page(request, browser, report):
    """The open report; afterwards nothing was asked for and nothing complained."""
    context = browser.new_context(color_scheme=request.param, viewport={"width": 900, "height": 700})
    page = context.new_page()
    complaints, requests = [], []
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: requests.append(asked.url))
    page.goto(report)
    yield page
    assert complaints == []
    assert {url.partition("#")[0] for url in requests} == {report}
    context.close()


def visible(page):
    return page.locator("article:visible").count()


def test_it_opens_with_everything_shown(page):
    assert page.title() == "Claims report"
    assert page.locator("output").inner_text() == "5 of 5 shown"
    assert visible(page) == 5


def test_filters_by_strength_and_category_work_with_the_keyboard(page):
    absolute = page.get_by_role("checkbox", name="absolute")
    absolute.focus()
    page.keyboard.press("Space")
    assert page.locator("output").inner_text() == "3 of 5 shown"
    assert page.locator("mark.absolute.off").count() == 1
    page.get_by_role("checkbox", name="regeneration").uncheck()
    assert visible(page) == 1
    page.get_by_role("button", name="Show all").click()
    assert visible(page) == 5 and absolute.is_checked()


def test_buttons_step_through_the_findings_that_are_shown(page):
    page.get_by_role("checkbox", name="absolute").uncheck()
    forward = page.get_by_role("button", name="Next finding")
    seen = []
    for _ in range(4):
        forward.click()
        seen.append(page.evaluate("document.activeElement.id"))
    assert seen == ["n3", "n4", "n5", "n3"]


def test_a_link_leads_from_the_words_to_the_note_and_back(page):
    page.locator("a.ref[href='#n1']").click()
    assert page.url.endswith("#n1")
    page.locator("article#n1 a[href='#f1']").click()
    assert page.url.endswith("#f1")


def test_the_first_tab_stop_skips_to_the_findings(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_text_of_a_checked_page_never_runs(page):
    assert page.title() == "Claims report"
    assert page.locator("img").count() == 0
    assert ATTACK in page.locator("h2").last.text_content() or ATTACK in page.content().replace("&lt;", "<").replace(
        "&gt;", ">"
    )


def test_print_shows_findings_without_the_filters(page):
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert visible(page) == 5


def test_nothing_is_wider_than_a_phone(page):
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_no_accessibility_rule_is_broken_seriously(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    # The page's own policy forbids foreign scripts; the check is let in beside it, as a browser's tools are.
    response = axe.Axe().run(page).response
    serious = [v for v in response["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], [node["html"] for node in v["nodes"]][:3]) for v in serious] == []
    assert response["passes"]


def test_without_scripts_everything_is_shown(browser, report):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report)
    assert page.locator("article").count() == 5
    assert not page.locator(".filters").is_visible()
    context.close()
