"""LibreOffice as a program: where it stands, how it is started over some files, how it is ended."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from baocao.errors import OutputError, finding

_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault")

_SURROUNDINGS = {"TZ": "<+07>-7", "LC_ALL": "C.UTF-8"} if os.name == "posix" else {}
"""The same on every machine: LibreOffice prints the day of a live date field, and the hour in the PDF, in
the time of its surroundings. Viet Nam's official time is UTC+7 all the year (Decision 134/2002/QĐ-TTg).
Windows reads other words there, so on Windows it is the time that the machine is set to.
"""

_GOES_WITH_US = 'exec 3<&0 </dev/null; (read -r _ <&3; kill -9 0) & exec "$@" 3<&-'
"""Start a program whose whole process group is ended when the pipe that it reads from is closed: however our
own process ends, the system closes its end. (POSIX shell; the background list watches, the rest becomes the
program.)
"""

_NOT_STARTED = (126, 127)
"""What a shell ends with when it cannot start a program (POSIX, 2.8.2)."""
_CHATTER = ("convert ", "Overwriting: ", "Warning: ")
_REFUSED = "could not be loaded"


def find_libreoffice() -> str | None:
    """Path of LibreOffice's program, or None where the machine has none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def libreoffice_build() -> str:
    """What tells one LibreOffice from another without starting it; "" where the machine has none.

    It is its own note of its build; of a program without one, its place, size and age.
    """
    found = find_libreoffice()
    if found is None:
        return ""
    program = Path(found).resolve()
    for note in ("versionrc", "version.ini", "../Resources/versionrc"):
        with contextlib.suppress(OSError):
            return (program.parent / note).read_text("utf-8", errors="replace")
    state = program.stat()
    return f"{program} {state.st_size} {state.st_mtime_ns}"


class Office:
    """A LibreOffice at work in a folder of its own; `running` starts and ends it.

    target: the folder where its PDFs appear, each under the name of its source.
    """

    def __init__(self, program: str, process: subprocess.Popen[bytes], target: Path, log: Path) -> None:
        self._program = program
        self._process = process
        self._log = log
        self.target = target

    def ended(self, wait: float) -> bool:
        """Whether it was no longer at work after so many seconds."""
        time.sleep(wait)  # `Popen.wait` with a limit looks ten times as often
        return self._process.poll() is not None

    @property
    def failed(self) -> bool:
        """Whether it has not come to the end of its files by itself."""
        return self._process.returncode != 0

    def reason(self) -> str:
        """Why it gave no PDF, in words, once it has ended."""
        if self._process.returncode in _NOT_STARTED:
            return f"không chạy được {self._program}"
        said = self._log.read_text("utf-8", errors="replace").splitlines()
        told = [line.strip() for line in said if line.strip() and not line.startswith(_CHATTER)]
        if told and _REFUSED in told[-1]:
            return "tệp .docx không mở được"
        if told:
            return f"LibreOffice báo «{told[-1][:200]}»"
        if self.failed:
            return f"LibreOffice dừng giữa chừng (mã {self._process.returncode})"
        return "bản PDF dở dang" if any(self.target.iterdir()) else "không có kết quả"

    def end(self) -> None:
        """End it at once with all its children, which live in its process group."""
        if os.name == "posix":
            # macOS refuses the signal where all of a group have ended and nobody has asked after them.
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        elif self._process.poll() is None:
            command = ["taskkill", "/F", "/T", "/PID", str(self._process.pid)]
            subprocess.run(command, check=False, capture_output=True)
        self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()


@contextlib.contextmanager
def running(program: str, sources: Sequence[Path], folder: Path) -> Iterator[Office]:
    """LibreOffice converting `sources` one after the other; when the block is left nothing of it runs on.

    folder: empty, of this start alone: profile, PDFs and what it says go there. Raises `OutputError` when the
    program cannot be started.
    """
    target, log = folder / "pdf", folder / "loi.txt"
    target.mkdir()
    profile = (folder / "ho-so").as_uri()
    command = [program, *_OPTIONS, f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(target), *map(str, sources)]
    with log.open("wb") as said:
        office = Office(program, _started(command, said), target, log)
    try:
        yield office
    finally:
        office.end()


def _started(command: Sequence[str], said: BinaryIO) -> subprocess.Popen[bytes]:
    """The process, leader of a group of its own."""
    posix = os.name == "posix"
    try:
        return subprocess.Popen(
            ["/bin/sh", "-c", _GOES_WITH_US, "sh", *command] if posix else command,
            stdin=subprocess.PIPE if posix else subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=os.environ | _SURROUNDINGS,
            start_new_session=posix,
        )
    except OSError as fault:
        raise OutputError(finding("pdf-khong-thanh", ly_do=f"không chạy được {command[0]}")) from fault
