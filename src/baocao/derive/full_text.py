"""Full texts of the data (`day_du`) as a template sees them: headings, tables and figures in `{{p x }}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from baocao.derive.figure import Figure, in_words, with_unit
from baocao.derive.text import Text
from baocao.errors import Where
from baocao.model.full_texts import ALONE, split_name
from baocao.packs.catalogue import Catalogue

Make = Callable[[str], Any]
IN_WORDS = "bang_chu"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a pack sets text. headings: the form of each level, outermost first. profile: name of its format.

    first: the level of a heading `#`, from 1.
    """

    headings: tuple[str, ...] = ()
    profile: str = ""
    first: int = 1

    def beginning_at(self, level: int) -> Layout:
        """The same for a text whose headings begin at another level."""
        return replace(self, first=level)


class FullText(Text):
    """A full text. It has paragraphs, so it prints with `{{p x }}` only."""

    __slots__ = ("_catalogue", "_make", "bo_cuc")

    def __init__(
        self,
        source: str,
        notes: Mapping[str, str],
        where: Where | None,
        catalogue: Catalogue,
        make: Make,
        layout: Layout,
    ) -> None:
        super().__init__(source, notes, where)
        self._catalogue, self._make, self.bo_cuc = catalogue, make, layout

    def without_stop(self) -> Text:
        """The text itself: it is no end of a sentence."""
        return self

    def capital_first(self) -> Text:
        """The text itself: its paragraphs begin as they were written."""
        return self

    def figure(self, name: str) -> Any:
        """What a name between braces stands for, to be printed; None when it is no name of a figure."""
        found = split_name(name, self._catalogue)
        if found is None:
            return None
        id_, asked = found
        value = self._make(id_)
        for attribute in asked:
            if attribute == IN_WORDS:
                return in_words(value) if isinstance(value, Figure) else value
            value = value if attribute == ALONE else getattr(value, attribute)
        return with_unit(value) if isinstance(value, Figure) and ALONE not in asked else value

    def _plain(self) -> str | None:
        return None
