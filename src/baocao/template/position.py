"""Which line of which template is being rendered, read from Python's own frames."""

from __future__ import annotations

import sys
from types import FrameType, TracebackType

FILE_PREFIX = "baocao:"
"""Begins the file name of the code of every part of every layer."""


def position(traceback: TracebackType | None = None) -> tuple[str, int]:
    """Internal name and line of what runs now, or of where an exception came from; ("", 0) when unknown."""
    frame: FrameType | None = sys._getframe(1)
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename.startswith(FILE_PREFIX):
            frame, line = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
    while frame is not None and not frame.f_code.co_filename.startswith(FILE_PREFIX):
        frame = frame.f_back
    if frame is None:
        return "", 0
    debug_info = frame.f_globals.get("debug_info", "")
    return frame.f_code.co_filename.removeprefix(FILE_PREFIX), _source_line(
        debug_info, line or frame.f_lineno
    )


def _source_line(debug_info: str, python_line: int) -> int:
    """The line of the Jinja source that a line of its Python code comes from; jinja2 notes the pairs."""
    found = 1
    for pair in filter(None, debug_info.split("&")):
        source, _, python = pair.partition("=")
        if int(python) > python_line:
            break
        found = int(source)
    return found
