from claimcheck.screen.files import Meter
from claimcheck.screen.progress import Progress, _clock
from claimcheck.screen.values import Outcome


def outcomes(*severities):
    return [
        Outcome(n, "s", "p", "", "", "", "", "", None, "text", severity=level) for n, level in enumerate(severities)
    ]


def test_the_line_counts_rows_flagged_and_faults_and_tells_the_time_left():
    meter = Meter()
    progress = Progress(1_000, meter)
    progress.skip(1_000)
    meter.bytes = 400
    progress.add([*outcomes(0, 3, 1), outcomes(0)[0]._replace(problem="bad")])
    assert "1,004 rows" in progress.line
    assert "2 flagged · 1 faults" in progress.line
    assert progress.line.endswith("left")


def test_without_sizes_no_time_is_told():
    assert "left" not in Progress(0, Meter()).line


def test_the_clock():
    assert [_clock(seconds) for seconds in (5, 65, 3_725)] == ["0:05", "1:05", "1:02:05"]
