from claimcheck.version import VERSION


def test_the_versions_of_program_and_model_are_printed(run):
    lines = dict(line.split() for line in run("version").stdout.decode().splitlines())
    assert lines["tool"] == VERSION
    assert lines["model"] != "-"
