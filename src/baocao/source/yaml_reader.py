"""YAML text -> tree of `RawValue`. From the parser's events: no recursion, no guessed types, no tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from baocao.errors import Finding, Where, finding
from baocao.source.raw import Literal, RawValue, Reading, nothing
from baocao.source.scalars import DEEPEST, MOST_VALUES, UNPRINTABLE, literal_of
from baocao.source.yaml_faults import explain

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NO_SPACE = re.compile(r"[a-z][a-z0-9_.]*:[^\s/]")
_KNOWN_TAGS = frozenset({"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})


def read_yaml(text: str, file: str) -> Reading:
    """Read one YAML document. A file that breaks off is a reading without value, and the finding says why."""
    unprintable = tuple(_unprintable(text, file))
    clean = UNPRINTABLE.sub(" ", text) if unprintable else text
    builder = _Builder(file, clean)
    try:
        builder.build(yaml.parse(clean, Loader=LOADER))
    except yaml.YAMLError as fault:
        return nothing(file, *unprintable, *builder.findings, explain(fault, clean, file))
    except _RefusedError as fault:
        return nothing(file, *unprintable, *builder.findings, fault.found)
    root = builder.root
    if root is None:
        return nothing(file, finding("tep-rong", Where(file), tep=file))
    if _NO_SPACE.match(root.text):
        return nothing(file, finding("yaml-thieu-cach", root.where, chu=root.text.split()[0]))
    return Reading(root, unprintable + tuple(builder.findings))


def _unprintable(text: str, file: str) -> Iterator[Finding]:
    for match in UNPRINTABLE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield finding("ky-tu-dieu-khien", Where(file, line), ma=f"U+{ord(match[0]):04X}")


class _RefusedError(Exception):
    """The document is refused as a whole."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found)
        self.found = found


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is not closed yet. `size` counts the values inside, aliases expanded."""

    where: Where
    anchor: str | None
    mapping: dict[str, RawValue] | None
    items: list[RawValue] = field(default_factory=list)
    flow: bool = False
    key: str | None = None
    key_end: int = 0
    key_where: Where = field(default_factory=Where)
    size: int = 1


class _Builder:
    """Turns events into values, one event at a time."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.findings: list[Finding] = []
        self.root: RawValue | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[RawValue, int]] = {}
        self.documents = 0

    def build(self, events: Iterator[Any]) -> None:
        """Read all events; raises `_RefusedError` for a document that is refused."""
        for event in events:
            match type(event).__name__:
                case "ScalarEvent":
                    self._scalar(event)
                case "MappingStartEvent" | "SequenceStartEvent":
                    self._open(event)
                case "MappingEndEvent" | "SequenceEndEvent":
                    self._close()
                case "AliasEvent":
                    self._alias(event)
                case "DocumentStartEvent":
                    self._document(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _RefusedError(finding("yaml-nhieu-tai-lieu", self._where(event)))

    def _where(self, event: Any) -> Where:
        mark = event.start_mark
        return Where(self.file, mark.line + 1, mark.column + 1)

    def _scalar(self, event: Any) -> None:
        self._check_tag(event)
        where = self._where(event)
        plain = event.style in (None, "") and event.tag is None
        literal = literal_of(event.value) if plain else Literal.TEXT
        if self._wants_key():
            self._take_key(event.value, where, event.end_mark.index)
            return
        self._check_comma(event)
        typed: str = event.value
        text = None if literal is Literal.NULL else typed.lower() if literal is Literal.BOOL else typed
        self._place(RawValue(text, self._entry_where(where), literal), event.anchor, 1)

    def _open(self, event: Any) -> None:
        self._check_tag(event)
        where = self._where(event)
        if len(self.stack) >= DEEPEST:
            raise _RefusedError(finding("yaml-qua-sau", where, cap=DEEPEST))
        if self._wants_key():
            self._take_key("", where)
        mapping: dict[str, RawValue] | None = {} if type(event).__name__ == "MappingStartEvent" else None
        self.stack.append(_Open(self._entry_where(where), event.anchor, mapping, flow=bool(event.flow_style)))

    def _close(self) -> None:
        done = self.stack.pop()
        if done.mapping is not None:
            value = RawValue(done.mapping, done.where, Literal.MAP)
        else:
            value = RawValue(tuple(done.items), done.where, Literal.LIST)
        self._place(value, done.anchor, done.size)

    def _alias(self, event: Any) -> None:
        where = self._where(event)
        if event.anchor not in self.anchors:
            raise _RefusedError(finding("yaml-bi-danh", where, ten=event.anchor))
        value, size = self.anchors[event.anchor]
        if self._wants_key():
            self._take_key(value.text, where)
            return
        self._place(RawValue(value.value, self._entry_where(where), value.literal), None, size)

    def _wants_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].mapping is not None and self.stack[-1].key is None

    def _check_comma(self, event: Any) -> None:
        """A name without ":" between braces is what is left of a value with a comma: `{cong_bo: 99,15%}`."""
        top = self.stack[-1] if self.stack else None
        if event.value or event.style or top is None or not top.flow or top.key is None:
            return
        if ":" not in self.text[top.key_end : event.start_mark.index]:
            self.findings.append(finding("yaml-phay-trong-ngoac", top.key_where, chu=top.key))
            top.key = ""

    def _take_key(self, key: str, where: Where, end: int = 0) -> None:
        top = self.stack[-1]
        top.key_end = end
        if not key.strip():
            self.findings.append(finding("khoa-khong-phai-chu", where))
        top.key, top.key_where = key.strip(), where

    def _entry_where(self, where: Where) -> Where:
        """Where an entry of a mapping stands: on the line of its key."""
        top = self.stack[-1] if self.stack else None
        if top is None or top.key is None or where.line == top.key_where.line:
            return where
        return top.key_where

    def _place(self, value: RawValue, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        top.size += size
        if top.size > MOST_VALUES:
            raise _RefusedError(
                finding("yaml-qua-nhieu", value.where, so=f"{MOST_VALUES:,}".replace(",", "."))
            )
        if top.mapping is None:
            top.items.append(value)
        else:
            self._enter(top, value)

    def _enter(self, top: _Open, value: RawValue) -> None:
        key, top.key = top.key or "", None
        if top.mapping is None or not key:
            return
        if key in top.mapping:
            first = top.mapping[key].where.line
            self.findings.append(finding("khoa-trung", top.key_where, khoa=key, dong_dau=first))
            return
        top.mapping[key] = value

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in _KNOWN_TAGS:
            self.findings.append(finding("yaml-the", self._where(event), the=event.tag))
