"""Any catalogue with any record: nothing raises, whatever is missing, circular or approximate."""

from __future__ import annotations

import pickle
from decimal import Decimal

from derive_kit import NIL, figures_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baocao.model.record import Hedge, Value
from baocao.packs.catalogue import NUMERIC, Indicator, Kind

IDS = ("a", "n.b", "n.c", "n.m.d", "e", "f")
LIST = Indicator("ds", "Danh sách", Kind.LIST, fields=(Indicator("so", "Số", Kind.COUNT),))
ITEMS = st.sampled_from((*IDS, "ds[].so"))
KINDS = st.sampled_from(sorted(NUMERIC))
NUMBERS = st.builds(
    Value,
    number=st.decimals(0, 10**6, places=2) | st.integers(0, 12).map(Decimal),
    of=st.none() | st.integers(1, 63).map(Decimal),
    hedge=st.sampled_from(list(Hedge)),
    decimals=st.none() | st.integers(0, 3),
)
VALUES = st.one_of(st.none(), st.just(NIL), NUMBERS, st.just(Value(decimals=1)))
ROWS = st.lists(st.fixed_dictionaries({}, optional={"so": NUMBERS}), max_size=3).map(
    lambda rows: Value(records=tuple(rows))
)
RECORDS = st.fixed_dictionaries({**dict.fromkeys(IDS, VALUES), "ds": st.none() | st.just(NIL) | ROWS})


@st.composite
def catalogues(draw):
    return (LIST, *(draw(indicators(id_)) for id_ in IDS))


def indicators(id_):
    return st.builds(
        Indicator,
        st.just(id_),
        st.just(f"Chỉ tiêu {id_}"),
        KINDS,
        unit=st.sampled_from(("", "hồ sơ")),
        parts=st.lists(st.lists(ITEMS, min_size=1, max_size=3).map(tuple), max_size=2).map(tuple),
        numerator=ITEMS,
        denominator=ITEMS,
        within=st.lists(ITEMS, max_size=2).map(tuple),
        decimals=st.none() | st.integers(0, 3),
        maximum=st.none() | st.integers(1, 200).map(Decimal),
        fallback=st.just("") | ITEMS,
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(catalogues(), RECORDS, RECORDS)
def test_anything_computes_prints_and_traces(indicators, values, previous):
    figures = figures_of(indicators, values, previous)
    assert pickle.loads(pickle.dumps(figures)) == figures
    for finding in figures.findings:
        assert finding.text
        assert finding.remedy
        assert str(finding.where)
    for one in indicators:
        assert figures.trace(one.id)
        seen = figures[one.id]
        for name in seen.names():
            assert str(getattr(seen, name)) or name in ("don_vi_tinh", "rao", "nguon")
    assert figures.context()["n"].m.d is not None
