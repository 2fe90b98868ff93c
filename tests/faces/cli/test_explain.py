from claimcheck import codebook


def test_a_page_is_printed_as_the_codebook_has_it(run):
    process = run("explain", "regeneration")
    assert process.returncode == 0
    assert process.stdout.decode() == codebook.page("regeneration")


def test_an_unknown_name_is_a_clear_error(run):
    process = run("explain", "curee")
    assert process.returncode == 2
    assert b"Did you mean cure?" in process.stderr
