"""`check --comments`: what a run found in a Word document, written into a copy of it as comments."""

from __future__ import annotations

from pathlib import Path

from claimcheck.errors import UsageError, WriteError
from claimcheck.finding import Fault, Finding, Result
from claimcheck.read import Remark, commented


class Commenting:
    """Gathers the findings of a run over one Word document, then writes the copy."""

    def __init__(self, target: Path, sources: list[str | Fault]) -> None:
        if len(sources) != 1 or not isinstance(sources[0], str) or not Path(sources[0]).is_file():
            raise UsageError("Comments go into a copy of one Word document.", "Name one .docx file with --comments.")
        self._source = Path(sources[0])
        if target.exists() and target.samefile(self._source):
            raise UsageError(f"The copy would overwrite {target}, which is to be checked.", "Name another file for it.")
        self._target = target
        self._result: Result | None = None

    def gather(self, result: Result) -> Result:
        """The result, as it is."""
        self._result = result
        return result

    def write(self) -> str:
        """Write the copy; what to tell of it. WriteError where it cannot be written."""
        result = self._result
        if result is None or result.source.format != "docx":
            raise WriteError(f"{self._source} is no Word document that could be read.", "Name a .docx file.")
        remarks = [Remark(each.span.start, each.span.end, _told(each)) for each in result.findings]
        content, left = commented(self._source.read_bytes(), str(self._source), remarks)
        try:
            self._target.write_bytes(content)
        except OSError as error:
            raise WriteError(f"{self._target} cannot be written: {error.strerror}.", "Name another file.") from None
        count = len(remarks) - len(left)
        told = f"{'1 comment' if count == 1 else f'{count:,} comments'} written to {self._target}"
        return told + (f"; {len(left):,} in headers, footers, notes or properties have no place there" if left else "")


def _told(finding: Finding) -> str:
    """The strength and kind, why it is flagged, the suggestion, and what is cited."""
    kinds = ", ".join(category.value.replace("_", " ") for category in finding.categories)
    lines = [f"{finding.severity.label}: {finding.strength.label}, {kinds}", finding.message]
    if finding.rewrite and finding.rewrite.text:
        lines.append(f"Suggestion: {finding.rewrite.text}")
    lines += [f"{each.title} ({each.locator})" for each in finding.citations]
    return "\n".join(lines)
