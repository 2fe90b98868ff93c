import pytest

CURE = "Our cells cure pain."
SURE = "It is guaranteed."
GROW = "Discs regrow."


def told(result):
    return [f.text for f in result.findings], [f.text for f in result.suppressed]


def test_without_suppressions_every_finding_stands(check):
    assert told(check(f"<p>{CURE} {SURE}</p>")) == ([CURE, SURE], [])


def test_the_next_sentence_and_it_alone(check):
    text = f'<p>{CURE} <!-- claimcheck: ignore-next reason="x" -->{SURE} {GROW}</p>'
    assert told(check(text)) == ([CURE, GROW], [SURE])


def test_next_does_not_jump_to_a_later_finding(check):
    result = check(f'<p><!-- claimcheck: ignore-next reason="x" -->We open on Mondays. {SURE}</p>')
    assert told(result) == ([SURE], [])
    assert "sets nothing aside any more" in result.notices[0].text


def test_a_paragraph(check):
    text = f'<!-- claimcheck: ignore-paragraph reason="x" --><p>Hello. {CURE} <b>{SURE}</b></p><p>{GROW}</p>'
    assert told(check(text)) == ([GROW], [CURE, SURE])


def test_a_region(check):
    text = (
        f'<p>{CURE}</p><!-- claimcheck: ignore-start reason="x" --><h2>{SURE}</h2><p>{GROW}</p>'
        f"<!-- claimcheck: ignore-end --><p>{GROW}</p>"
    )
    assert told(check(text)) == ([CURE, GROW], [SURE, GROW])


def test_a_region_without_an_end_reaches_to_the_end_of_the_page(check):
    assert told(check(f'<p>{CURE}</p><!-- claimcheck: ignore-start reason="x" --><p>{SURE}</p>')) == ([CURE], [SURE])


def test_an_end_without_a_start_is_a_fault(check):
    result = check(f"<p>{CURE}</p>\n<!-- claimcheck: ignore-end -->")
    assert "in line 2 ends a region that none began" in result.faults[0].problem


def test_categories_that_it_does_not_name_stand(check):
    text = f'<!-- claimcheck: ignore-paragraph guarantee reason="x" --><p>{CURE} {SURE} Cure guaranteed.</p>'
    assert told(check(text)) == ([CURE, "Cure guaranteed."], [SURE])


def test_one_finding_by_its_fingerprint_the_nearest_of_several(check):
    key = check(f"<p>{SURE}</p>").findings[0].fingerprint
    mark = f'<!-- claimcheck: ignore {key} reason="x" -->'
    result = check(f"<p>{SURE}</p>\n<p>{CURE}</p>\n<p>{SURE}{mark}</p>")
    assert told(result) == ([SURE, CURE], [SURE])
    assert result.findings[0].start.line == 1
    twice = check(f"<p>{SURE}{mark}</p><p>{SURE}{mark}</p>")
    assert told(twice) == ([], [SURE, SURE]) and twice.notices == ()


def test_words_that_change_end_it(check):
    key = check(f"<p>{SURE}</p>").findings[0].fingerprint
    result = check(f'<p>It is always guaranteed.<!-- claimcheck: ignore {key} reason="legal" --></p>')
    assert told(result) == (["It is always guaranteed."], [])
    assert result.notices[0].text == "The suppression in line 1 (legal) sets nothing aside any more: remove it."


@pytest.mark.parametrize(("today", "stands"), [("2027-06-30", False), ("2027-07-01", True), ("", False)])
def test_an_end_is_the_last_day_that_it_holds(check, today, stands):
    result = check(f'<!-- claimcheck: ignore-next reason="x" until=2027-06-30 --><p>{CURE}</p>', today=today)
    assert bool(result.findings) is stands
    words = {"2027-07-01": "ended on 2027-06-30", "": "was not looked at"}.get(today)
    assert [words in notice.text for notice in result.notices] == ([True] if words else [])


def test_one_without_a_reason_sets_nothing_aside(check):
    result = check(f"<!-- claimcheck: ignore-next --><p>{CURE}</p>")
    assert told(result) == ([CURE], [])
    assert "gives no reason" in result.faults[0].problem


def test_what_is_set_aside_keeps_its_reason_and_is_counted(check):
    text = f'<p>{CURE} {SURE}</p><!-- claimcheck: ignore-next reason="x" --><p>{GROW}</p>'
    result = check(text)
    assert result.suppressed[0].suppression.reason == "x"
    coverage = result.coverage
    assert coverage.suppressed == len(GROW)
    assert coverage.read + coverage.skipped + coverage.suppressed == coverage.characters == len(text)


def test_a_suppression_on_a_page_without_findings_is_stale(check):
    for scope in ("ignore-next", "ignore-paragraph", "ignore-start", "ignore 0123456789abcdef"):
        result = check(f'<!-- claimcheck: {scope} reason="x" --><p>Hello.</p>')
        assert "remove it" in result.notices[0].text, scope


def test_many_suppressions_on_a_long_page_take_little_time(check):
    from time import process_time

    texts = {}
    for count in (400, 4000):
        mark = '<!-- claimcheck: ignore-next reason="x" -->'
        named = '<!-- claimcheck: ignore 0123456789abcdef reason="x" -->'
        texts[count] = f"<p>{mark}{CURE} {SURE}{named}</p>\n" * count
    times = []
    for count, text in texts.items():
        start = process_time()
        result = check(text)
        times.append(process_time() - start)
        assert (len(result.findings), len(result.suppressed), len(result.notices)) == (count, count, count)
    assert times[1] < 40 * times[0]


@pytest.mark.slow
def test_a_hundred_thousand_lines_of_markdown_are_read(check):
    text = ("Hello there.\n\n" * 10 + f'<!-- claimcheck: ignore-paragraph reason="x" -->\n{CURE}\n\n') * 4600
    assert text.count("\n") > 100_000
    result = check(text, format="markdown")
    assert (len(result.findings), len(result.suppressed), result.notices) == (0, 4600, ())
