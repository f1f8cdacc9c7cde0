"""A rate of just 1 (100% in a cell without the sign) where the others show what is meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from baocao.errors import Where
from baocao.intake.mapping import from_python
from baocao.model.faults import Faults
from baocao.model.values import read_value
from baocao.packs.catalogue import Indicator, Kind

LIST = Indicator(
    "a.ds",
    "Danh sách",
    Kind.LIST,
    fields=(Indicator("ten", "Tên", Kind.TEXT), Indicator("ty_le", "Tỷ lệ", Kind.RATE)),
)


def asked(*rates: Any) -> list[str]:
    """The rows whose 1 is asked about."""
    rows: list[Mapping[str, Any]] = [
        {"ten": str(number), "ty_le": rate} for number, rate in enumerate(rates, 1)
    ]
    faults = Faults()
    read_value(from_python({"x": rows}, "").value.children["x"], LIST, Where(key="a.ds"), faults)
    return [item.where.key for item in faults.items if item.code == "ty-le-la-mot"]


@pytest.mark.parametrize("rates", [(0.98, 1), ("0,98", "1"), (0.98, 0.5, {"gia_tri": 1, "nguon": "x"})])
def test_one_beside_parts_of_one_is_asked_about(rates: tuple[Any, ...]) -> None:
    assert asked(*rates) == [f"a.ds[{len(rates)}].ty_le"]


@pytest.mark.parametrize(
    "rates", [(1,), (1, 1), (98, 1), (98, 0.9, 1), ("0,98%", "1%"), (0.98, "1%"), (0, 1)]
)
def test_one_alone_or_beside_percentages_is_one(rates: tuple[Any, ...]) -> None:
    assert asked(*rates) == []
