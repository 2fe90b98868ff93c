from claimcheck.read import place, read_text

PAGE = read_text("# Exosomes\n\nThey reduce  pain. Call us.\n\nThey reduce pain.", "p", "markdown")


def test_a_text_without_a_page_stands_alone():
    placed, segments, asked = place("It helps. Call us.")
    assert placed == "alone" and [segments[at].text for at in asked] == ["It helps.", "Call us."]


def test_a_text_is_found_wherever_the_page_holds_it():
    placed, segments, asked = place("they reduce pain.", PAGE)
    assert placed == "found" and asked == [1, 3]
    assert segments[1].context.headings == ("Exosomes",)


def test_a_text_that_is_not_all_there_is_appended_whole():
    placed, segments, asked = place("They reduce pain. For good.", PAGE)
    assert placed == "appended" and [segments[at].text for at in asked] == ["They reduce pain.", "For good."]
    assert asked == [4, 5] and segments[4].context.headings == ("Exosomes",)


def test_no_sentence_is_no_segment():
    assert place("...", PAGE)[2] == [] == place("")[2]
