"""What a text of the data is to a render, whoever made it (`baocao.derive` does)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeGuard

if TYPE_CHECKING:
    from baocao.errors import Where


class TypedText(Protocol):
    """A text as typed. markdown: its source. notes: name -> source of the note. noi_nhap: its place."""

    @property
    def markdown(self) -> str: ...

    @property
    def notes(self) -> Mapping[str, str]: ...

    @property
    def noi_nhap(self) -> Where | None: ...


class TextLayout(Protocol):
    """headings: the form of each level. profile: name of the format. first: the level of a heading `#`."""

    @property
    def headings(self) -> tuple[str, ...]: ...

    @property
    def profile(self) -> str: ...

    @property
    def first(self) -> int: ...


class TypedFullText(TypedText, Protocol):
    """A text with headings, tables and figures by name. figure: what a name stands for, to be printed; None
    for no name of a figure.
    """

    @property
    def bo_cuc(self) -> TextLayout: ...

    def figure(self, name: str) -> object: ...


def is_text(value: Any) -> TypeGuard[TypedText]:
    """Whether a value of the data says of itself that it is a text."""
    return getattr(value, "la_van_ban", False) is True


def is_full(value: Any) -> TypeGuard[TypedFullText]:
    """Whether it is one with headings and tables."""
    return is_text(value) and hasattr(value, "bo_cuc")
