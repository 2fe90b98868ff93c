from claimcheck import codebook


def test_a_page_is_printed_as_the_codebook_has_it(run):
    process = run("explain", "regeneration")
    assert process.returncode == 0
    assert process.stdout.decode() == codebook.page("regeneration")


def test_an_unknown_name_is_a_clear_error(run):
    process = run("explain", "curee")
    assert process.returncode == 2
    assert b"Did you mean cure?" in process.stderr


def test_the_ladder_of_a_claim(run):
    process = run("explain", "--ladder", "Our stem cells regrow your discs")
    assert process.returncode == 0
    lines = process.stdout.decode().splitlines()
    for strength in ("absolute", "asserted", "vague", "qualified", "none"):
        assert any(line.startswith(strength) for line in lines)
