"""Data as lines of JSON: the ledger's, those of `ket-qua.jsonl` and of `--json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def as_line(data: Mapping[str, Any]) -> bytes:
    """The data as one line, with its end; every letter is kept.

    Half a pair of surrogates, as in names of files that are no UTF-8, has no bytes: "\\udcff" stands for it.
    """
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
    return line.encode(errors="backslashreplace")
