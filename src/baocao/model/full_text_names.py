"""Names in full texts that references lead to: each belongs to one heading or table of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from baocao.errors import Where
from baocao.model.faults import Faults
from baocao.model.places import in_text
from baocao.model.record import Value
from baocao.model.table_options import judged_options
from baocao.ooxml.bookmarks import is_name
from baocao.ooxml.full_text import FullText, ItemKind


@dataclass(slots=True)
class NamesGiven:
    """The names of all texts of a record, each with the place that has it first.

    Word takes ab and AB for the same name of a bookmark, and drops one.
    """

    faults: Faults
    first: dict[str, Where] = field(default_factory=dict)

    def take(self, text: Value, read: FullText, *, in_appendix: bool) -> None:
        """Take up the names of a text; those that are taken already, or name nothing, are told. in_appendix:
        whether the text may begin with the name of an appendix.
        """
        for place, item in enumerate(read.items):
            if item.kind is ItemKind.HEADING and not item.text and (place or not in_appendix):
                where = in_text(text.where, text.text, item.line)
                self.faults.add("bai-de-muc-khong-chu", where, dau="#" * item.level, ten=item.name)
        for name, line in _names(read):
            where = in_text(text.where, text.text, line)
            known = self.first.setdefault(name.lower(), where)
            if known is not where:
                self.faults.add(
                    "ten-muc-trung",
                    where,
                    others=(known,),
                    ten=name,
                    lan_dau=known.seen_from(where) or "chỗ khác",
                )


def _names(read: FullText) -> Iterator[tuple[str, int]]:
    for item in read.items:
        if item.kind is ItemKind.HEADING and item.name and is_name(item.name):
            yield item.name, item.line
        elif item.kind is ItemKind.TABLE and (name := judged_options(item.options).name):
            yield name, item.line - 1
