"""The tools that users would pick instead, installed into a folder of the system's temporary one where that is possible."""

import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

FOLDER = Path(tempfile.gettempdir()) / "claimcheck-peers"
PROSELINT, WRITE_GOOD = "proselint==0.16.0", "write-good@1.0.8"


def _quiet(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, check=False).returncode == 0


@cache
def proselint():
    """The command of proselint, without files; None where it cannot be had."""
    python = FOLDER / "python" / "bin" / "python"
    if not python.exists():
        _quiet(sys.executable, "-m", "venv", FOLDER / "python")
    program = python.with_name("proselint")
    if program.exists() or _quiet(python, "-m", "pip", "install", "-q", PROSELINT):
        return [str(program), "check"]
    return None


@cache
def write_good():
    """The command of write-good, without files; None where there is no Node or it cannot be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    program = FOLDER / "node_modules" / "write-good" / "bin" / "write-good.js"
    if node and (program.exists() or (npm and _quiet(npm, "install", "--silent", "--prefix", FOLDER, WRITE_GOOD))):
        return [node, str(program)]
    return None
