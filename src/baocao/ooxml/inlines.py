"""Inline marks of the Markdown subset: `**bold**`, `*italic*`, `***both***`, `~sub~`, `[^name]`, `[@name]`,
`\\`.

Every other character is text. A mark counts only when it opens before and closes after a non-space and both
ends stand in the same paragraph; otherwise it is printed as typed. Reading takes time linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

BOLD, ITALIC, SUB = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one look. `text` is what the reader sees, not yet escaped for XML."""

    text: str
    bold: bool = False
    italic: bool = False
    sub: bool = False


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The place of a footnote reference."""

    name: str


@dataclass(frozen=True, slots=True)
class RichTag:
    """A template tag that yields whole runs (`{{r x }}`), in its look, and so needs a run of its own."""

    source: str
    bold: bool = False
    italic: bool = False
    sub: bool = False


@dataclass(frozen=True, slots=True)
class CrossRef:
    """The place of a reference to something that has a name: `[@name]`, or `[@name|so]` for its number only.

    In a template it stays text, which the compiler reads.
    """

    name: str
    number_only: bool = False
    bold: bool = False
    italic: bool = False
    sub: bool = False


Inline = Span | NoteRef | RichTag | CrossRef

CROSS_REF = r"\[@([^\W\d_]\w{0,29})(\|so)?\]"
"""A reference: a name as Word allows it for a bookmark, and whether only the number is wanted."""
NOTE_NAME = r"\[\^([\w.\-]{1,80})\]"
TAG = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_MARKS = r"\\([\\*~\[\]^])|(\*+|~+)|" + NOTE_NAME
_TEXT_TOKEN = re.compile(_MARKS + "|" + CROSS_REF)
_TEMPLATE_TOKEN = re.compile(_MARKS + r"|(\{\{r\s.*?\}\}|\{%r\s.*?%\})|(" + TAG + ")", re.DOTALL)
_TEXT_SIGN = re.compile(r"[*~\[\\]")
_TEMPLATE_SIGN = re.compile(r"[*~\[\\]|\{[{%]r\s")
_SPACE_OUTSIDE_TAGS = re.compile(r"(?:" + TAG + r")|(\s)", re.DOTALL)
_PARTS = {"*": (ITALIC,), "**": (BOLD,), "***": (BOLD, ITALIC), "~": (SUB,)}
_LITERAL = {BOLD: "**", ITALIC: "*", SUB: "~"}


@dataclass(slots=True)
class _Mark:
    """A run of stars or a tilde, and what became of it: flags it switches on, off, and leaves as typed."""

    typed: str
    start: int
    end: int
    opens: bool
    closes: bool
    on: int = 0
    off: int = 0

    @property
    def leftover(self) -> str:
        """The part of the mark that found no partner."""
        parts = _PARTS.get(self.typed)
        if parts is None:
            return self.typed
        return "".join(_LITERAL[flag] for flag in parts if not (self.on | self.off) & flag)


@dataclass(frozen=True, slots=True)
class LooseMark:
    """A mark that was meant to begin or end a look and is printed as typed. start: where it stands."""

    typed: str
    start: int


@dataclass(slots=True)
class _Spans:
    """Collects text into spans; neighbours of the same look become one."""

    done: list[Inline] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    pending_flags: int = 0
    flags: int = 0

    def text(self, text: str) -> None:
        """Append text in the current look."""
        if not text:
            return
        if self.flags != self.pending_flags:
            self.flush()
            self.pending_flags = self.flags
        self.pending.append(text)

    def switch(self, mark: _Mark) -> None:
        """Apply a mark: end looks, print what is left of it, begin looks."""
        self.flags &= ~mark.off
        self.text(mark.leftover)
        self.flags |= mark.on

    def add(self, item: Inline) -> None:
        """Append something that is not text."""
        self.flush()
        if isinstance(item, RichTag):
            item = RichTag(item.source, *_look(self.flags))
        elif isinstance(item, CrossRef):
            item = CrossRef(item.name, item.number_only, *_look(self.flags))
        self.done.append(item)

    def flush(self) -> None:
        """Close the pending span."""
        if self.pending:
            self.done.append(Span("".join(self.pending), *_look(self.pending_flags)))
            self.pending.clear()


def _look(flags: int) -> tuple[bool, bool, bool]:
    return bool(flags & BOLD), bool(flags & ITALIC), bool(flags & SUB)


def parse_inlines(source: str, *, template: bool = False) -> tuple[Inline, ...]:
    """Read one paragraph. With `template`, Jinja tags are opaque: never read inside, never torn apart.

    Neighbouring spans differ in look; no span is empty.
    """
    if not (_TEMPLATE_SIGN if template else _TEXT_SIGN).search(source):
        return (Span(source),) if source else ()
    tokens = list(_tokens(source, template))
    _pair([token for token in tokens if isinstance(token, _Mark)], source)
    spans = _Spans()
    for token in tokens:
        if isinstance(token, str):
            spans.text(token)
        elif isinstance(token, _Mark):
            spans.switch(token)
        else:
            spans.add(token)
    spans.flush()
    return tuple(spans.done)


def loose_mark(source: str) -> LooseMark | None:
    """The first mark of a paragraph that could begin or end a look and found no partner.

    Two stars at least, or one in front of a word inside the paragraph: one at its beginning ("*Ghi chú") and
    one behind a word ("Bảng 1*") are the signs of a remark.
    """
    if "*" not in source:
        return None
    marks = [token for token in _tokens(source, False) if isinstance(token, _Mark)]
    _pair(marks, source)
    loose = (mark for mark in marks if mark.leftover and "*" in mark.typed and _meant(mark))
    return next((LooseMark(mark.leftover, mark.start) for mark in loose), None)


def _meant(mark: _Mark) -> bool:
    return mark.opens and mark.start > 0 if mark.typed == "*" else mark.opens or mark.closes


def _tokens(source: str, template: bool) -> Iterator[str | _Mark | Inline]:
    position = 0
    for match in (_TEMPLATE_TOKEN if template else _TEXT_TOKEN).finditer(source):
        if match.start() > position:
            yield source[position : match.start()]
        position = match.end()
        escaped, mark, name = match.group(1), match.group(2), match.group(3)
        if mark:
            yield _mark_at(source, match.start(), match.end())
        elif name:
            yield NoteRef(name)
        elif escaped:
            yield escaped
        elif not template:
            yield CrossRef(match.group(4), bool(match.group(5)))
        else:
            yield RichTag(match.group(4)) if match.group(4) else match.group()
    if position < len(source):
        yield source[position:]


def _mark_at(source: str, start: int, end: int) -> _Mark:
    """The mark with its right to open and close; stars of a sum (`2*3`) or a remark (`(*)`) are text."""
    before = source[start - 1] if start else " "
    after = source[end] if end < len(source) else " "
    typed = source[start:end]
    opens, closes = not after.isspace(), not before.isspace()
    standing_alone = before in "([" and after in ")]"
    if typed not in _PARTS or standing_alone or (before.isdigit() and after.isdigit()):
        return _Mark(typed, start, end, False, False)
    if typed == "*" or (typed == "**" and not _wordlike(after)):
        opens = opens and not before.isalnum()
    if typed == "*":
        closes = closes and not after.isalnum()
    return _Mark(typed, start, end, opens, closes)


def _wordlike(char: str) -> bool:
    return char.isalnum() or char in "{[“\"'‘(«\\"


def _pair(marks: Sequence[_Mark], source: str) -> None:
    open_marks: dict[int, _Mark] = {}
    for mark in marks:
        for flag in _PARTS.get(mark.typed, ()):
            opener = open_marks.get(flag)
            if opener is not None and mark.closes and _may_close(flag, opener, mark, source):
                del open_marks[flag]
                opener.on |= flag
                mark.off |= flag
            elif mark.opens:
                open_marks[flag] = mark


def _may_close(flag: int, opener: _Mark, closer: _Mark, source: str) -> bool:
    """A subscript holds no space (so `5~10 và 20~30` stays as typed); other looks may."""
    if flag != SUB:
        return True
    return not any(hit.group(1) for hit in _SPACE_OUTSIDE_TAGS.finditer(source, opener.end, closer.start))
