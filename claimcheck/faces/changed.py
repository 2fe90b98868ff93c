"""What changed since a revision, by git: only these files are checked, and only findings in these lines are told."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from claimcheck.errors import UsageError
from claimcheck.faces.sources import STANDARD_INPUT, is_url
from claimcheck.finding import Fault, Finding, Result

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)
_ALL = range(1, 1 << 62)


@dataclass(frozen=True)
class Changed:
    """The changed lines (from 1) of each changed file, by its absolute path."""

    lines: dict[Path, Sequence[range]]

    def sources(self, sources: Iterable[str | Fault]) -> list[str | Fault]:
        """The sources that changed; UsageError for one that git does not know."""
        kept: list[str | Fault] = []
        for source in sources:
            if isinstance(source, str) and (source == STANDARD_INPUT or is_url(source)):
                raise UsageError(f"{source} has no revisions.", "Name files or folders with --changed-since.")
            if isinstance(source, Fault) or Path(source).resolve() in self.lines or not Path(source).exists():
                kept.append(source)
        return kept

    def narrow(self, result: Result) -> Result:
        """The result with only those findings that a changed line touches."""
        ranges = self.lines.get(Path(result.source.name).resolve(), ())
        return replace(result, findings=tuple(each for each in result.findings if _touched(each, ranges)))


def changed_since(revision: str, folder: Path) -> Changed:
    """What differs from a revision in the working tree around a folder, files that git does not follow yet included.

    Raises UsageError where there is no git, no repository or no such revision.
    """
    if not revision or revision.startswith("-"):
        raise UsageError(f"{revision!r} is no revision.", "Name a commit, a branch or a tag.")
    root = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", about=revision)
    plain = ("--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=d")
    names = _git(root, "diff", "--name-only", "-z", *plain, revision, "--").split("\0")
    lines: dict[Path, Sequence[range]] = {}
    for name in filter(None, names):
        patch = _git(
            root, "diff", "--unified=0", "--no-color", "--text", *plain, revision, "--", f":(literal,top){name}"
        )
        lines[(root / name).resolve()] = [_range(match) for match in _HUNK.finditer(patch)]
    for name in filter(None, _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")):
        lines[(root / name).resolve()] = [_ALL]
    return Changed(lines)


def _range(hunk: re.Match[str]) -> range:
    start = int(hunk[1])
    return range(start, start + (int(hunk[2]) if hunk[2] is not None else 1))


def _touched(finding: Finding, ranges: Sequence[range]) -> bool:
    first, last = finding.start.line, finding.end.line
    return any(first < each.stop and each.start <= last for each in ranges)


def _git(folder: Path, *arguments: str, about: str = "") -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True)
    except FileNotFoundError:
        raise UsageError("git is not installed.", "Install it, or check without --changed-since.") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip().splitlines()
        problem = f"There is no revision {about!r}." if about else f"git says: {told[0] if told else error}."
        raise UsageError(problem, "--changed-since needs a revision of the repository that holds the files.") from None
    return done.stdout.decode("utf-8", "surrogateescape")
