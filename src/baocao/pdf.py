"""A .docx becomes a PDF through LibreOffice, run headless with a profile of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from baocao.errors import OutputError, finding

_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def find_libreoffice() -> str | None:
    """Path of LibreOffice's program, or None where the machine has none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def to_pdf(docx: bytes, *, timeout: float = 180.0) -> bytes:
    """Convert a report (bytes of a .docx) to PDF bytes. `timeout` in seconds.

    Raises `OutputError`: `thieu-libreoffice` where it is not installed, `pdf-khong-thanh` when it fails
    or hangs.
    """
    program = find_libreoffice()
    if program is None:
        raise OutputError(finding("thieu-libreoffice"))
    with tempfile.TemporaryDirectory(prefix="baocao-pdf-", ignore_cleanup_errors=True) as folder:
        return _convert(program, docx, Path(folder), timeout)


def _convert(program: str, docx: bytes, folder: Path, timeout: float) -> bytes:
    source = folder / "bao-cao.docx"
    source.write_bytes(docx)
    profile = (folder / "ho-so").as_uri()
    command = [program, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
    try:
        said = _run(command, timeout)
    except subprocess.TimeoutExpired as fault:
        reason = f"quá {timeout:g} giây mà chưa xong"
        raise OutputError(finding("pdf-khong-thanh", ly_do=reason)) from fault
    result = folder / "bao-cao.pdf"
    if not result.is_file():
        raise OutputError(finding("pdf-khong-thanh", ly_do=said.strip() or "không có kết quả"))
    return result.read_bytes()


def _run(command: list[str], timeout: float) -> str:
    """Run LibreOffice in a process group of its own, so that a hanging one goes with all its children."""
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=os.name == "posix"
    )
    try:
        said, _ = process.communicate(timeout=timeout)
    except BaseException:
        _end(process)
        raise
    return said.decode(errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
