"""Everything a template may name, as objects that print themselves. Made on demand: a template uses a few."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from baocao.derive.blank import Blank, Nil
from baocao.derive.figure import FIGURE_FIELDS, Figure
from baocao.derive.full_text import FullText, Layout
from baocao.derive.listrow import Source, row_names, rows_view
from baocao.derive.namespace import Namespace, Tree
from baocao.derive.printers import DATE_FIELDS, DOCUMENT_FIELDS, DocumentView, YesNo, date_view
from baocao.derive.resolved import How, Resolved, has_data
from baocao.derive.series import BlankFigure, Series
from baocao.derive.text import TEXT_FIELDS, Text
from baocao.derive.views import views_of
from baocao.model.record import Record, Value
from baocao.packs.catalogue import NUMERIC, Catalogue, Indicator, Kind

BLANK_FIELDS: Mapping[Kind, tuple[str, ...]] = dict.fromkeys(NUMERIC, FIGURE_FIELDS) | {
    Kind.DATE: DATE_FIELDS,
    Kind.DOCUMENT: DOCUMENT_FIELDS,
    Kind.TEXT: TEXT_FIELDS,
    Kind.LIST: ("so_luong",),
    Kind.YESNO: ("gia_tri",),
    Kind.PERIOD: (),
}


Figured = Mapping[str, Resolved]


def blank_of(id_: str, label: str, kind: Kind) -> Blank:
    """What stands for an indicator or a cell without data."""
    return Blank(id_, label, BLANK_FIELDS[kind])


class Context:
    """Makes the objects of one report."""

    def __init__(
        self,
        record: Record,
        catalogue: Catalogue,
        now: Figured,
        before: Figured,
        asked: set[str] | None = None,
        years: Mapping[int, Figured] | None = None,
        layout: Layout | None = None,
    ) -> None:
        self._record, self._catalogue, self._now, self._before = record, catalogue, now, before
        self._asked = set() if asked is None else asked
        self._style, self._summed = record.unit.style, record.summed
        self._series = Series(record.period, years or {}, self._style)
        self._years = self._series.of
        self._layout = layout or Layout()

    def names(self, tree: Tree, *, draft: bool) -> dict[str, Any]:
        """The top-level names: a namespace for each first segment, plain indicators, `dv`, `ky` and `vb`."""
        top = {
            name: self.make(below)
            if isinstance(below, str)
            else Namespace(below, self.make, self.has_data, self.is_stated)
            for name, below in tree.items()
        }
        return top | views_of(self._record, draft=draft, years=self._series.numbers)

    def has_data(self, id_: str) -> bool:
        """Whether the indicator has data of its own: not blank, not nil, not merely another's (fallback)."""
        found = self._now.get(id_)
        return found is not None and found.how is not How.FALLBACK and has_data(found.value)

    def is_stated(self, id_: str) -> bool:
        """Whether the data says anything of the indicator, be it 0 or "không phát sinh"."""
        found = self._now.get(id_)
        return found is not None and found.how is How.STATED

    def make(self, id_: str) -> Any:
        """The object of one indicator."""
        self._asked.add(id_)
        indicator, found = self._catalogue.indicators[id_], self._now.get(id_)
        before = self._before.get(id_)
        last = before.value if before else None
        if indicator.kind not in NUMERIC:
            return self.view(indicator, found.value if found else None, last)
        if found is None:
            return BlankFigure(indicator, self._series)
        return Figure(indicator, found.value, last, self._style, self._years, id_ in self._summed)

    def view(self, indicator: Indicator, value: Value | None, last: Value | None = None) -> Any:
        """The object of one value: a figure, text, list, date, document, or what stands for their absence.

        last: the value of the previous period, for figures and lists.
        """
        if value is None:
            return blank_of(indicator.id, indicator.label, indicator.kind)
        if indicator.kind in NUMERIC:
            return Figure(indicator, value, last, self._style)
        if value.nil:
            return Nil(indicator.id, indicator.label, BLANK_FIELDS[indicator.kind])
        return self._other(indicator, value, last)

    def _other(self, indicator: Indicator, value: Value, last: Value | None) -> Any:
        if value.text and indicator.full:
            layout = self._layout.beginning_at(indicator.full)
            return FullText(value.text, self._record.notes, value.where, self._catalogue, self.make, layout)
        if value.text:
            return Text(value.text, self._record.notes, value.where)
        style = self._style
        if value.document is not None:
            return DocumentView(value.document, style, indicator.id, indicator.label)
        if value.date is not None:
            return date_view(value.date, style)
        if value.yes is not None:
            return YesNo(value.yes, indicator.label)
        if indicator.kind is Kind.LIST:
            fields = {field.id: field for field in indicator.fields}
            before = row_names(last.records, indicator) if last is not None else {}
            return rows_view(value.records, Source(indicator, style, self.view, BLANK_FIELDS, fields, before))
        return Text(value.period, self._record.notes, value.where)
