"""The entry `bang_tinh` of a data file, read part by part; each fault is a finding at its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest

MOST_ROWS = 1_048_576
"""Rows of a sheet of Excel."""

Targets = dict[str, "Targets | RawValue"]
"""What is wanted, nested as in `so_lieu`: each end is the text that names a cell or a column."""


class Entries:
    """A mapping of the data file. path: the names that lead to it. names: the entries it may have."""

    def __init__(self, raw: RawValue, path: str, names: tuple[str, ...], findings: list[Finding]) -> None:
        self.raw, self.path, self.names, self.findings = raw, path, names, findings
        if raw.literal is not Literal.MAP:
            self.findings.append(
                finding("phai-la-bang", raw.where.named(path), muc=path.rpartition(".")[2], vi_du=names[0])
            )
        self._check(raw, path, names)

    def check_names(self, name: str, known: tuple[str, ...]) -> None:
        """Report entries below one of these that are not known; of a name with dots its first part."""
        raw = self.raw.children.get(name)
        if raw is not None:
            self._check(raw, f"{self.path}.{name}", known)

    def _check(self, raw: RawValue, path: str, known: tuple[str, ...]) -> None:
        for name, child in raw.children.items():
            first = name.partition(".")[0]
            if first not in known:
                self.unknown(first, child.where.named(f"{path}.{name}"), known)

    def unknown(self, name: str, where: Where, known: tuple[str, ...]) -> None:
        """Write down an entry that is none of those known."""
        near = hint(nearest(name, known))
        facts: dict[str, Any] = {"khoa": name, "goi_y": near, "cac_muc": ", ".join(known)}
        self.findings.append(finding("muc-la", where, **facts))

    def add(self, code: str, name: str, **facts: Any) -> None:
        """Write down a fault of one entry."""
        self.findings.append(finding(code, self.place(name), **facts))

    def place(self, name: str = "") -> Where:
        """Where an entry stands; the whole mapping when it is missing."""
        raw = self.raw.children.get(name, self.raw)
        return raw.where.named(f"{self.path}.{name}" if name else self.path)

    def text(self, name: str) -> str:
        """A text or number on one line; "" when it is missing."""
        raw = self.raw.children.get(name)
        if raw is None or raw.blank:
            return ""
        if raw.literal in (Literal.MAP, Literal.LIST) or len(raw.text.splitlines()) > 1:
            self.add("phai-mot-dong", name)
            return ""
        return raw.text.strip()

    def row(self, name: str) -> int | None:
        """The number of a row of the sheet, from 0; None when it is missing or wrong."""
        typed = self.text(name)
        return row_number(typed, self, name) if typed else None

    def rows(self, name: str) -> tuple[int, int] | None:
        """A row or rows one below the other ("3 - 4"), first and last from 0."""
        first, dash, last = self.text(name).partition("-")
        if not first:
            return None
        top = row_number(first.strip(), self, name)
        bottom = row_number(last.strip(), self, name) if dash else top
        if top is None or bottom is None:
            return None
        return min(top, bottom), max(top, bottom)

    def targets(self, name: str) -> Targets:
        """What the entries below `name` ask for, names with dots taken apart."""
        raw = self.raw.children.get(name)
        if raw is None or raw.blank:
            return {}
        if raw.literal is not Literal.MAP:
            self.add("phai-la-bang", name, muc=name, vi_du="tthc.tiep_nhan")
            return {}
        made: Targets = {}
        for id_, child in _leaves(raw, ""):
            self._nest(made, id_, child, f"{self.path}.{name}.{id_}")
        return made

    def _nest(self, made: Targets, id_: str, raw: RawValue, key: str) -> None:
        place = raw.where.named(key)
        if raw.literal is Literal.LIST or raw.blank:
            self.findings.append(finding("o-dia-chi-sai", place, gia_tri=raw.text[:60] or "…"))
            return
        *groups, last = id_.split(".")
        inner: Targets | RawValue = made
        for group in groups:
            inner = inner.setdefault(group, {}) if isinstance(inner, dict) else inner
        if not isinstance(inner, dict) or last in inner:
            first = inner[last] if isinstance(inner, dict) else inner
            known = first_place(first) if isinstance(first, dict) else first.where
            self.findings.append(finding("khoa-trung", place, khoa=id_, lan_dau=known.spot or "chỗ khác"))
        else:
            inner[last] = RawValue(raw.text.strip(), place, raw.literal)


def row_number(typed: str, entries: Entries, name: str) -> int | None:
    """A row as typed ("15"), from 0; None with a finding for anything else."""
    if typed.isascii() and typed.isdigit() and len(typed) < 8 and 1 <= int(typed) <= MOST_ROWS:
        return int(typed) - 1
    entries.add("so-nguyen-sai", name, gia_tri=typed[:60] or "…", tu=1, den=MOST_ROWS)
    return None


def hint(near: str | None) -> str:
    """The sentence that asks whether a near name was meant, with a space in front; or nothing."""
    return f" Có phải «{near}» không?" if near else ""


def first_place(targets: Targets) -> Where:
    """Where the first of nested targets stands."""
    item = next(iter(targets.values()))
    return first_place(item) if isinstance(item, dict) else item.where


def _leaves(raw: RawValue, path: str) -> Iterator[tuple[str, RawValue]]:
    for name, child in raw.children.items():
        full = f"{path}.{name}" if path else name
        if child.children:
            yield from _leaves(child, full)
        else:
            yield full, child
