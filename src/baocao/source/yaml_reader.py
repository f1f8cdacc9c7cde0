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
_EXACT_TAG = "tag:yaml.org,2002:float"
_KNOWN_TAGS = frozenset({"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:int", _EXACT_TAG})


def read_yaml(text: str, file: str) -> Reading:
    """Read one YAML document. A file that breaks off is a reading without value, and the finding says why."""
    unprintable = (*_unprintable(text, file), *_foreign_indents(text, file))
    clean = UNPRINTABLE.sub(" ", _FOREIGN_INDENT.sub(_as_spaces, text)) if unprintable else text
    builder = _Builder(file, clean)
    try:
        builder.build(LOADER(clean))
    except yaml.YAMLError as fault:
        return nothing(file, *unprintable, *builder.findings, explain(fault, clean, file))
    except _RefusedError as fault:
        return nothing(file, *unprintable, *builder.findings, fault.found)
    root = builder.root
    if root is None:
        return nothing(file, *unprintable)
    if _NO_SPACE.match(root.text):
        return nothing(file, finding("yaml-thieu-cach", root.where, chu=root.text.split()[0]))
    return Reading(root, unprintable + tuple(builder.findings))


def _unprintable(text: str, file: str) -> Iterator[Finding]:
    for match in UNPRINTABLE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        yield finding("ky-tu-dieu-khien", Where(file, line), ma=f"U+{ord(match[0]):04X}")


_FOREIGN_INDENT = re.compile(r"^ *[\u00a0\u2000-\u200a\u202f\u205f\u3000][^\S\n]*(?=[\w-]+:)", re.MULTILINE)
"""An entry set in with other spaces than the space bar's, as Word and web pages put them."""


def _foreign_indents(text: str, file: str) -> Iterator[Finding]:
    for match in _FOREIGN_INDENT.finditer(text):
        yield finding("yaml-dau-cach-la", Where(file, text.count("\n", 0, match.start()) + 1))


def _as_spaces(indent: re.Match[str]) -> str:
    return " " * len(indent[0])


def _literal(event: Any, typed: str) -> Literal:
    """What a scalar is: quoted or called a text it is text; called a number, a computer wrote it."""
    if event.tag == _EXACT_TAG:
        return Literal.EXACT
    return Literal.TEXT if event.style or event.tag is not None else literal_of(typed)


class _RefusedError(Exception):
    """The document is refused as a whole."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found)
        self.found = found


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is not closed yet. `size` counts the values inside, aliases expanded.

    key, key_mark, key_end: the name that waits for its value, where it begins and where it ends.
    """

    where: Where
    anchor: str | None
    flow: bool
    mapping: dict[str, RawValue] | None
    items: list[RawValue] = field(default_factory=list)
    size: int = 1
    key: str | None = None
    key_mark: Any = None
    key_end: int = 0


class _Builder:
    """Turns events into values, one event at a time."""

    def __init__(self, file: str, text: str) -> None:
        self.file, self.text = file, text
        self.findings: list[Finding] = []
        self.root: RawValue | None = None
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[RawValue, int]] = {}
        self.documents = 0

    def build(self, parser: Any) -> None:
        """Read all events of the parser; raises `_RefusedError` for a document that is refused."""
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        while (event := parser.get_event()) is not None:
            handle = handlers.get(type(event))
            if handle is not None:
                handle(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _RefusedError(finding("yaml-nhieu-tai-lieu", self._where(event.start_mark)))

    def _where(self, mark: Any) -> Where:
        return Where(self.file, mark.line + 1, mark.column + 1)

    def _scalar(self, event: Any) -> None:
        typed: str = event.value
        if event.tag is not None:
            self._check_tag(event)
        if self._wants_key():
            self._take_key(typed, event.start_mark, event.end_mark.index)
            return
        if not (typed or event.style):
            self._check_comma(event)
        literal = _literal(event, typed)
        text = None if literal is Literal.NULL else typed.lower() if literal is Literal.BOOL else typed
        self._place(RawValue(text, self._value_where(event.start_mark), literal), event.anchor, 1)

    def _open(self, event: Any) -> None:
        if event.tag is not None:
            self._check_tag(event)
        if len(self.stack) >= DEEPEST:
            raise _RefusedError(finding("yaml-qua-sau", self._where(event.start_mark), cap=DEEPEST))
        if self._wants_key():
            self._take_key("", event.start_mark)
        mapping: dict[str, RawValue] | None = {} if type(event) is yaml.MappingStartEvent else None
        where = self._value_where(event.start_mark)
        self.stack.append(_Open(where, event.anchor, bool(event.flow_style), mapping))

    def _close(self, event: Any) -> None:
        done = self.stack.pop()
        if done.mapping is not None:
            value = RawValue(done.mapping, done.where, Literal.MAP)
        else:
            value = RawValue(tuple(done.items), done.where, Literal.LIST)
        self._place(value, done.anchor, done.size)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise _RefusedError(finding("yaml-bi-danh", self._where(event.start_mark), ten=event.anchor))
        value, size = self.anchors[event.anchor]
        if self._wants_key():
            self._take_key(value.text, event.start_mark)
            return
        self._place(RawValue(value.value, self._value_where(event.start_mark), value.literal), None, size)

    def _wants_key(self) -> bool:
        top = self.stack[-1] if self.stack else None
        return top is not None and top.key is None and top.mapping is not None

    def _check_comma(self, event: Any) -> None:
        """A name without ":" between braces is what is left of a value with a comma: `{cong_bo: 99,15%}`."""
        if not self.stack:
            return
        top = self.stack[-1]
        if top.flow and top.key and ":" not in self.text[top.key_end : event.start_mark.index]:
            self.findings.append(finding("yaml-phay-trong-ngoac", self._where(top.key_mark), chu=top.key))
            top.key = ""

    def _take_key(self, key: str, mark: Any, end: int = 0) -> None:
        top = self.stack[-1]
        top.key, top.key_mark, top.key_end = key.strip(), mark, end
        if not top.key:
            self.findings.append(finding("khoa-khong-phai-chu", self._where(mark)))

    def _value_where(self, mark: Any) -> Where:
        """Where a value stands; an entry of a mapping stands on the line of its key."""
        key_mark = self.stack[-1].key_mark if self.stack else None
        if key_mark is not None and key_mark.line != mark.line:
            mark = key_mark
        return Where(self.file, mark.line + 1, mark.column + 1)

    def _place(self, value: RawValue, anchor: str | None, size: int) -> None:
        if anchor is not None:
            self.anchors[anchor] = (value, size)
        if not self.stack:
            self.root = value
            return
        top = self.stack[-1]
        top.size += size
        if top.size > MOST_VALUES:
            most = f"{MOST_VALUES:,}".replace(",", ".")
            raise _RefusedError(finding("yaml-qua-nhieu", value.where, so=most))
        if top.mapping is None:
            top.items.append(value)
        else:
            self._enter(top, top.mapping, value)

    def _enter(self, top: _Open, mapping: dict[str, RawValue], value: RawValue) -> None:
        key, top.key = top.key, None
        if not key:
            return
        if key in mapping:
            first = mapping[key].where.spot
            self.findings.append(finding("khoa-trung", self._where(top.key_mark), khoa=key, lan_dau=first))
        else:
            mapping[key] = value

    def _check_tag(self, event: Any) -> None:
        if event.tag not in _KNOWN_TAGS:
            self.findings.append(finding("yaml-the", self._where(event.start_mark), the=event.tag))
