"""What the checks and the trace stand on: the record, its catalogue and every resolved figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from baocao.derive.arithmetic import add_rows
from baocao.derive.resolved import How, Resolved, amount_of
from baocao.derive.wording import quantity_words
from baocao.errors import Where
from baocao.model.record import HouseStyle, Record, Value
from baocao.packs.catalogue import Catalogue, Kind, list_field


@dataclass(frozen=True, slots=True)
class Ground:
    """Current figures (`now`), last year's (`before`) and those of the years of a series, by id."""

    record: Record
    catalogue: Catalogue
    now: Mapping[str, Resolved]
    before: Mapping[str, Resolved]
    years: Mapping[int, Mapping[str, Resolved]] = field(default_factory=dict)

    @property
    def style(self) -> HouseStyle:
        """How the unit prints numbers."""
        return self.record.unit.style

    def where(self, item: str) -> Where:
        """The place of an indicator or list in the reader's words; only its name when it was derived."""
        id_, _ = list_field(item)
        found = self.now.get(id_)
        stated = found is not None and found.how is How.STATED
        place = found.value.where if found and stated else self.record.blanks.get(id_, Where())
        label = self.catalogue[id_].label
        file = place.file or self.record.file
        return place.but(file=file, key=place.key or id_, label=place.label or label)

    def stated(self, item: str) -> bool:
        """Whether the figure (or the list it is a field of) was typed, not derived."""
        found = self.now.get(item) or self.now.get(list_field(item)[0])
        return found is not None and found.how is How.STATED

    def value(self, id_: str) -> Value | None:
        """The current value of an indicator."""
        found = self.now.get(id_)
        return found.value if found is not None else None

    def term(self, item: str) -> Value | None:
        """The current value of a part: an indicator or `danh_sach[].truong`."""
        found = self.now.get(item)
        if found is not None:
            return found.value
        list_id, field = list_field(item)
        return add_rows(self.value(list_id), field) if field else None

    def amount(self, item: str) -> Decimal | None:
        """The current number of a part; nil is 0."""
        value = self.term(item)
        return None if value is None else amount_of(value)

    def label(self, item: str) -> str:
        """The label of an indicator or of a list's field."""
        list_id, field = list_field(item)
        owner = self.catalogue[list_id]
        name = next((one.label for one in owner.fields if one.id == field), field)
        return f"{name} của {owner.label}" if field else owner.label

    def words(self, item: str, value: Value) -> str:
        """A value as this indicator prints it, with its unit."""
        list_id, field = list_field(item)
        owner = self.catalogue[list_id]
        indicator = next((one for one in owner.fields if one.id == field), owner)
        return quantity_words(value, indicator, self.style)

    def counts(self) -> dict[str, Decimal]:
        """Every exact count above 0, by id."""
        return {
            id_: found.value.number
            for id_, found in self.now.items()
            if self.catalogue[id_].kind is Kind.COUNT and found.value.number and not found.value.hedge
        }
