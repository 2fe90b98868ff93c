from claimcheck.faces.cli.app import COMMANDS


def test_help_names_every_command(run):
    process = run("--help")
    assert process.returncode == 0
    for command in COMMANDS:
        assert f"  {command} ".encode() in process.stdout
    assert b"Not flagged does not mean lawful" in process.stdout


def test_nothing_asked_is_a_usage_error(run):
    assert run().returncode == 2


def test_an_unknown_command_is_a_usage_error(run):
    assert run("chek").returncode == 2


def test_the_version_is_an_option_too(run):
    from claimcheck.version import VERSION

    process = run("--version")
    assert (process.returncode, process.stdout.decode()) == (0, f"claimcheck {VERSION}\n")
