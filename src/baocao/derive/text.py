"""Texts of the data as a template sees them: Markdown that prints plainly only when nothing gets lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from baocao.errors import Where
from baocao.ooxml.markdown import own_notes, plain
from baocao.vietnamese.text import first_upper, sort_key, without_stop

TEXT_FIELDS = ("markdown", "notes", "co_dinh_dang")
_NOTHING_SPECIAL = re.compile(r"[^\s*~\[\\+-][^\n\r*~\[\\]*(?<!\s)")
_OWN_NOTE = re.compile(r"^\[\^[\w.\-]+\]:", re.MULTILINE)
_CLOSING = re.compile(r"(?:\*{1,3}|\[\^[^\]\n]+\])*\Z")
"""Marks and references to notes that close a text."""

_NO_WORDS = object()


class Text:
    """A text. `{{p x }}` prints its paragraphs, `{{r x }}` its runs.

    A text of one paragraph without marks and notes also prints with `{{ x }}`, works in filters, compares
    with strings and sorts by the Vietnamese alphabet. Any other raises ValueError there: no mark is printed
    as a star and no note is lost.
    """

    __slots__ = ("_notes", "_source", "_where", "_words")

    la_van_ban: ClassVar[bool] = True
    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    def __init__(self, source: str, notes: Mapping[str, str], where: Where | None = None) -> None:
        self._source = source
        self._notes = notes
        self._where = where
        self._words: object = _NO_WORDS

    @property
    def noi_nhap(self) -> Where | None:
        """The place of the text in the data, for findings."""
        return self._where

    @property
    def markdown(self) -> str:
        """The Markdown source."""
        return self._source

    @property
    def notes(self) -> Mapping[str, str]:
        """What `[^ten]` in the text may refer to: the notes it defines itself, and the record's."""
        own = own_notes(self._source)
        return {**self._notes, **own} if own else self._notes

    @property
    def co_dinh_dang(self) -> bool:
        """Whether it has marks, notes, bullets or several paragraphs."""
        return self._plain() is None

    def without_stop(self) -> Text:
        """The text without the ". ; , :" at its end; the marks, notes and definitions behind it stay."""
        if self._source[-1:].isalnum() and "[^" not in self._source:
            return self
        found = _OWN_NOTE.search(self._source)
        start = found.start() if found else len(self._source)
        body, definitions = without_stop(self._source[:start]), self._source[start:]
        closing = _CLOSING.findall(body)[0]
        words = without_stop(body.removesuffix(closing)) + closing
        return Text(f"{words}\n\n{definitions}" if definitions else words, self._notes, self._where)

    def capital_first(self) -> Text:
        """The text with a capital first, past the marks that open it."""
        marks = self._source[: len(self._source) - len(self._source.lstrip("*~\\"))]
        return Text(marks + first_upper(self._source[len(marks) :]), self._notes, self._where)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("trong", "khong_phat_sinh", *TEXT_FIELDS)

    def _plain(self) -> str | None:
        if self._words is _NO_WORDS:
            is_plain = _NOTHING_SPECIAL.fullmatch(self._source)
            self._words = self._source if is_plain else plain(self._source)
        return self._words if isinstance(self._words, str) else None

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __bool__(self) -> bool:
        return bool(self._source)

    def __str__(self) -> str:
        words = self._plain()
        if words is None:
            raise ValueError(
                "đoạn chữ này có định dạng, chú thích hoặc nhiều đoạn: viết {{p … }} hoặc {{r … }}"
            )
        return words

    def __html__(self) -> str:
        from markupsafe import escape

        return str(escape(str(self)))

    def __len__(self) -> int:
        return len(str(self))

    def __contains__(self, part: str) -> bool:
        return str(part) in str(self)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Text):
            return self._source == other._source
        return self._plain() == other if isinstance(other, str) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return sort_key(str(self)) < sort_key(str(other))

    def __hash__(self) -> int:
        return hash(self._plain() or self._source)

    def __repr__(self) -> str:
        return f"Text({self._source!r})"
