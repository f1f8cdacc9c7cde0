"""Mark and extend XML where it stands: offsets of tags found, text put in, every other byte left alone.

A part that is read into a tree and written again comes back in other words (quotes, declarations, empty
tags). Whoever adds to a stranger's file changes only what was asked: the tags of interest are found with
their byte offsets, and the new text is spliced in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from baocao.errors import PackError, Where, finding
from baocao.ooxml.package import Skeleton

_START_TAG = re.compile(rb"""<([^\s/>]+)(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*(/?)>""")
_BOM8 = b"\xef\xbb\xbf"
_BOMS16 = (b"\xff\xfe", b"\xfe\xff")

Edit = tuple[int, int, bytes]
"""Replace the bytes from the first offset up to the second."""


@dataclass(eq=False, slots=True)
class Tag:
    """An element of a part. Offsets count bytes of the part as UTF-8.

    typed: its name with the prefix used. attributes: by local name. parent: the nearest enclosing element
    that was asked for. start: of its start tag; inside: where its content begins; close: where its end tag
    begins. An `empty` element (`<a/>`) has no content to stand in: there both lie behind the tag.
    """

    name: str
    uri: str
    typed: str
    attributes: Mapping[str, str]
    parent: Tag | None
    start: int
    inside: int
    empty: bool
    close: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def prefix(self) -> str:
        """The namespace prefix of the tag, "" when the namespace is the default one."""
        return self.typed.rpartition(":")[0]

    def ancestors(self) -> Iterable[Tag]:
        """The enclosing elements that were asked for, nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def wrap(self, first: str, last: str, after: int | None = None) -> list[Edit]:
        """The edits that put `first` before and `last` after its content.

        after: the offset behind a part of the content that `first` has to follow.
        """
        if self.empty:
            content = f">{first}{last}</{self.typed}>".encode()
            return [(self.close - len(b"/>"), self.close, content)]
        begin = self.inside if after is None else after
        return [(begin, begin, first.encode()), (self.close, self.close, last.encode())]


@dataclass(frozen=True)
class Part:
    """A part as UTF-8 bytes with the tags asked for, in document order; the first is the root."""

    data: bytes
    tags: tuple[Tag, ...]
    lead: bytes = b""
    encoding: str = "utf-8"

    @property
    def root(self) -> Tag:
        """The root element."""
        return self.tags[0]

    def all(self, name: str, uris: Iterable[str]) -> list[Tag]:
        """The elements of a local name in one of the namespaces."""
        return [tag for tag in self.tags if tag.name == name and tag.uri in uris]

    def end_of(self, tag: Tag) -> int:
        """The offset behind an element."""
        return tag.close if tag.empty else self.data.index(b">", tag.close) + 1

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The part in its own encoding with the edits made; edits of one place in the order given."""
        pieces, done = [], 0
        for start, end, new in sorted(edits, key=lambda edit: edit[0]):
            pieces += [self.data[done:start], new]
            done = end
        data = b"".join((*pieces, self.data[done:]))
        return self.lead + (data if self.encoding == "utf-8" else data.decode().encode(self.encoding))


def read_part(package: Skeleton, name: str, wanted: Iterable[str] | None, file: str = "") -> Part:
    """The root of a part and the tags whose local names are `wanted`; each keeps the text of its own `t`.

    wanted: None for all tags; a `t` keeps its text itself then. Raises `PackError` for a part that is not XML
    or declares entities; `KeyError` for one that is not there.
    """
    raw = package.data(name)
    data = package.text(name).encode()
    lead = next((mark for mark in (_BOM8, *_BOMS16) if raw.startswith(mark)), b"")
    encoding = {_BOMS16[0]: "utf-16-le", _BOMS16[1]: "utf-16-be"}.get(lead, "utf-8")
    names = None if wanted is None else frozenset(wanted)
    tags = _Reader(data, names, Where(file=file, part=name)).tags()
    return Part(data, tuple(tags), lead, encoding)


class _Reader:
    def __init__(self, data: bytes, wanted: frozenset[str] | None, where: Where) -> None:
        self.data, self.wanted, self.where = data, wanted, where
        self.found: list[Tag] = []
        self.open: list[Tag] = []
        self.depths: list[int] = []
        self.depth = 0
        self.in_text = False
        # The declaration may say UTF-16 of what is UTF-8 by now: the parser is told.
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    def tags(self) -> list[Tag]:
        try:
            self.parser.Parse(self.data, True)
        except expat.ExpatError as error:
            self._refuse(f"phần {self.where.part} sai cấu trúc ở dòng {error.lineno}")
        return self.found

    def _refuse(self, reason: str) -> NoReturn:
        raise PackError(finding("docx-hong", self.where, ly_do=reason))

    def _doctype(self, *declared: object) -> None:
        self._refuse(f"phần {self.where.part} có khai báo lạ (DOCTYPE)")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        uri, _, local = name.rpartition(" ")
        self.depth += 1
        self.in_text = local == "t"
        if self.wanted is not None and local not in self.wanted and self.found:
            return
        offset = self.parser.CurrentByteIndex
        match = _START_TAG.match(self.data, offset)
        if match is None:
            self._refuse(f"phần {self.where.part} sai cấu trúc ở chỗ thứ {offset}")
        plain = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        above = self.open[-1] if self.open else None
        typed, empty = match.group(1).decode(), bool(match.group(2))
        tag = Tag(local, uri, typed, plain, above, offset, match.end(), empty)
        self.found.append(tag)
        self.open.append(tag)
        self.depths.append(self.depth)

    def _end(self, name: str) -> None:
        self.in_text = False
        if self.depths and self.depths[-1] == self.depth:
            tag = self.open.pop()
            self.depths.pop()
            tag.close = tag.inside if tag.empty else self.parser.CurrentByteIndex
        self.depth -= 1

    def _text(self, text: str) -> None:
        if self.in_text and self.open:
            self.open[-1].words.append(text)
