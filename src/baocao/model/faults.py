"""The list on which every fault of one run is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from baocao.errors import Finding, Severity, Where, finding


class Faults:
    """Collects findings; `in_order` gives them file by file, line by line."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.items = list(findings)

    def add(self, code: str, where: Where, *, severity: Severity | None = None, **facts: Any) -> None:
        """Write down one fault."""
        self.items.append(finding(code, where, severity=severity, **facts))

    def in_order(self) -> tuple[Finding, ...]:
        """All findings: files in the order they were met, each from top to bottom."""
        files: dict[str, int] = {}
        for item in self.items:
            files.setdefault(item.where.file, len(files))
        return tuple(sorted(self.items, key=lambda item: (files[item.where.file], item.where.line or 0)))
