"""Texts of the data as a template sees them: plain ones are strings, marked ones know their Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import ClassVar

from baocao.ooxml.markdown import plain

TEXT_FIELDS = ("markdown", "notes")
_NOTHING_SPECIAL = re.compile(r"[^\s*~\[\\+-][^\n\r*~\[\\]*(?<!\s)")


class PlainText(str):
    """A text of one paragraph without marks: a str that also serves `{{r x }}` and `{{p x }}`."""

    _source: str

    la_van_ban: ClassVar[bool] = True
    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False
    notes: ClassVar[Mapping[str, str]] = {}

    def __new__(cls, text: str, source: str) -> PlainText:
        made = super().__new__(cls, text)
        made._source = source
        return made

    @property
    def markdown(self) -> str:
        """The text as the data has it, escapes and all."""
        return self._source


class Text:
    """A text with marks, notes, bullets or several paragraphs.

    `{{p x }}` prints paragraphs, `{{r x }}` runs. It is no str, and printing it otherwise or
    giving it to a filter raises ValueError, so that no mark is printed as a star and no note gets lost.
    """

    __slots__ = ("_notes", "_source")

    la_van_ban: ClassVar[bool] = True
    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False

    def __init__(self, source: str, notes: Mapping[str, str]) -> None:
        self._source = source
        self._notes = notes

    @property
    def markdown(self) -> str:
        """The Markdown source."""
        return self._source

    @property
    def notes(self) -> Mapping[str, str]:
        """The record's footnotes by name; `[^ten]` in the text refers to them."""
        return self._notes

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("trong", "khong_phat_sinh", *TEXT_FIELDS)

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return self._source

    def __html__(self) -> str:
        raise ValueError("Đoạn chữ này có định dạng, chú thích hoặc nhiều đoạn: viết {{r … }} hoặc {{p … }}.")

    def __repr__(self) -> str:
        return f"Text({self._source!r})"


def text_view(source: str, notes: Mapping[str, str]) -> Text | PlainText:
    """`source` as a plain string when it is one paragraph without marks, else as a `Text`."""
    words = source if _NOTHING_SPECIAL.fullmatch(source) else plain(source)
    return Text(source, notes) if words is None else PlainText(words, source)
