"""Consistent data is silent whatever is left blank; one altered figure is told wherever a rule binds it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from derive_kit import number, record_of
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.derive.arithmetic import divide
from baocao.derive.figures import compute
from baocao.derive.ground import Ground
from baocao.derive.judging import failures
from baocao.derive.resolve import resolve_all
from baocao.derive.spots import Scope, Spot
from baocao.errors import Finding, Where
from baocao.model.faults import Faults
from baocao.model.parts import check_parts
from baocao.model.record import DocumentRef, StyledDate, Value
from baocao.packs.catalogue import list_field
from baocao.packs.finder import find_pack
from baocao.packs.rules import RuleKind

PACK = find_pack("cchc-nam")
RULES = PACK.catalogue.rules


def split(random: Random, whole: int, count: int) -> list[int]:
    """Parts of a whole, none negative."""
    cuts = sorted(random.randint(0, whole) for _ in range(count - 1))
    return [right - left for left, right in zip([0, *cuts], [*cuts, whole], strict=True)]


def dossiers(random: Random) -> dict[str, int]:
    """A closing table: received = new + carried over = resolved + in progress, and so on down."""
    parts = {
        name: random.randint(0, 10 ** random.randint(1, 5)) for name in ("truoc", "dung", "tre", "con", "qua")
    }
    resolved, going = parts["truoc"] + parts["dung"] + parts["tre"], parts["con"] + parts["qua"]
    carried, new = split(random, resolved + going, 2)
    online, desk = split(random, new, 2)
    counter, post = split(random, desk, 2)
    named = {
        "tiep_nhan": resolved + going, "ky_truoc": carried, "tiep_nhan_moi": new,
        "tiep_nhan_truc_tuyen": online, "tiep_nhan_truc_tiep": desk, "nop_tai_quay": counter,
        "nop_buu_chinh": post, "da_giai_quyet": resolved, "dung_han": parts["truoc"] + parts["dung"],
        "truoc_han": parts["truoc"], "dung_thoi_han": parts["dung"], "tre_han": parts["tre"],
        "dang_giai_quyet": going, "dang_trong_han": parts["con"], "dang_qua_han": parts["qua"],
    }  # fmt: skip
    return {f"tthc.{name}": item for name, item in named.items()}


def levels(random: Random, figures: dict[str, int]) -> dict[str, int]:
    """Districts and communes add up to the whole."""
    names = ("tiep_nhan", "tiep_nhan_truc_tuyen", "da_giai_quyet", "dung_han")
    whole = [figures[f"tthc.{name}"] for name in names]
    upper = [0] * len(names)
    upper[0] = random.randint(0, whole[0])
    upper[1] = random.randint(max(0, whole[1] - whole[0] + upper[0]), min(upper[0], whole[1]))
    upper[2] = random.randint(max(0, whole[2] - whole[0] + upper[0]), min(upper[0], whole[2]))
    upper[3] = random.randint(max(0, whole[3] - whole[2] + upper[2]), min(upper[2], whole[3]))
    district = {f"tthc.cap_huyen.{name}": part for name, part in zip(names, upper, strict=True)}
    commune = {
        f"tthc.cap_xa.{name}": all_ - part for name, all_, part in zip(names, whole, upper, strict=True)
    }
    return district | commune


def fields(random: Random, figures: dict[str, int]) -> Value:
    """The same by field of work: the columns add up to the totals."""
    count = random.randint(1, 5)
    late, early, going = (
        split(random, figures[f"tthc.{name}"], count) for name in ("tre_han", "dung_han", "dang_giai_quyet")
    )
    rows = [
        {"tre_han": a, "dung_han": b, "dang_giai_quyet": c, "da_giai_quyet": a + b, "tiep_nhan": a + b + c}
        for a, b, c in zip(late, early, going, strict=True)
    ]
    return Value(records=tuple({name: number(item) for name, item in row.items()} for row in rows))


def rates(random: Random, figures: dict[str, int]) -> dict[str, Value]:
    """Every rate whose parts are known, stated at some number of decimals."""
    stated = {}
    for rule in RULES:
        if rule.kind is RuleKind.RATE and not rule.list:
            top, base = (figures.get(item) for item in rule.right)
            if top is not None and base:
                places = random.randint(0, 2)
                rate = divide(number(top), number(base), places)
                stated[rule.left[0]] = replace(rate, decimals=places)
    return stated


def data(seed: int) -> tuple[dict[str, Value], dict[str, Value], dict[str, int]]:
    """A consistent record, last year's, and its counts."""
    random = Random(seed)
    figures = dossiers(random)
    figures |= levels(random, figures)
    values = {id_: number(item) for id_, item in figures.items()} | rates(random, figures)
    values["tthc.linh_vuc"] = fields(random, figures)
    day = StyledDate(dt.date(2023, 6, 1))
    values["chi_dao.ke_hoach"] = Value(document=DocumentRef("Kế hoạch", "1/KH-UBND", day))
    values["tthc.ngay_van_hanh"] = Value(date=day)
    return values, {"tthc.dang_giai_quyet": number(figures["tthc.ky_truoc"])}, figures


def found_in(values: dict[str, Value], before: dict[str, Value]) -> list[Finding]:
    """What the model and derive say of the figures together."""
    faults = Faults()
    placed = {
        id_: replace(value, where=Where("a.yaml", line))
        for line, (id_, value) in enumerate(values.items(), 1)
    }
    check_parts(placed, PACK.catalogue, faults)
    if faults.items:
        return faults.items
    return list(compute(replace(record_of(placed, before), carries_on=True), PACK).findings)


@given(st.integers(0, 10**9), st.sets(st.integers(0, 60)), st.booleans())
@settings(max_examples=100, deadline=None)
def test_consistent_data_is_silent_whatever_is_blank(seed: int, blanks: set[int], nils: bool) -> None:
    values, before, _ = data(seed)
    kept = {id_: value for place, (id_, value) in enumerate(values.items()) if place not in blanks}
    if nils:
        kept = {id_: Value(nil=True) if value.number == 0 else value for id_, value in kept.items()}
    assert found_in(kept, before) == []


BOUND = sorted(
    {
        item
        for rule in RULES
        if rule.kind in (RuleKind.SUM, RuleKind.CARRIED) and not rule.list
        for item in (rule.left[0], *(rule.right if rule.kind is RuleKind.SUM else ()))
        if not list_field(item)[1]
    }
    & data(0)[2].keys()
)


@given(st.integers(0, 10**9), st.sampled_from(BOUND), st.integers(1, 5000), st.booleans())
@settings(max_examples=150, deadline=None)
def test_one_altered_figure_is_told_once(seed: int, id_: str, by: int, less: bool) -> None:
    values, before, figures = data(seed)
    altered = figures[id_] - by if less and figures[id_] >= by else figures[id_] + by
    found = found_in({**values, id_: number(altered)}, before)
    assert found, (id_, figures[id_], altered)
    assert len(found) == 1, [(one.code, one.text) for one in found]


@given(st.integers(0, 10**9), st.integers(0, 4), st.sampled_from(("tiep_nhan", "da_giai_quyet", "tre_han")))
@settings(max_examples=60, deadline=None)
def test_one_altered_cell_of_a_list_is_told_once(seed: int, row: int, field: str) -> None:
    values, before, _ = data(seed)
    rows = list(values["tthc.linh_vuc"].records)
    cell = rows[row % len(rows)][field]
    assert cell.number is not None
    rows[row % len(rows)] = {**rows[row % len(rows)], field: number(cell.number + 7)}
    found = found_in({**values, "tthc.linh_vuc": Value(records=tuple(rows))}, before)
    assert len(found) == 1, [(one.code, one.text) for one in found]


@given(st.integers(0, 10**9), st.sets(st.integers(0, 60)), st.integers(0, 5000))
@settings(max_examples=60, deadline=None)
def test_what_another_number_changes_is_all_that_is_judged_again(
    seed: int, blanks: set[int], other: int
) -> None:
    values, before, _ = data(seed)
    kept = {id_: value for place, (id_, value) in enumerate(values.items()) if place not in blanks}
    ground = ground_of(kept, before)
    known = {one.key for one in failures(ground, typed=True)}
    for spot in spots_of(kept):
        changed = Scope(ground).changed(spot, Decimal(other)).ground
        assert changed.now == resolve_all(PACK.catalogue, changed.record.values, changed.style), spot
        rules = PACK.catalogue.dependence.of(spot.id).rules
        touched = {rule.id for rule in rules}
        again = {one.key for one in failures(changed, rules, typed=True)}
        after = {one.key for one in failures(changed, typed=True)}
        assert again | {key for key in known if key[0] not in touched} == after, spot


def ground_of(values: dict[str, Value], before: dict[str, Value]) -> Ground:
    """What the checks stand on."""
    record = replace(record_of(values, before), carries_on=True)
    figures = compute(record, PACK)
    return Ground(record, PACK.catalogue, figures.now, figures.before, figures.years)


def spots_of(values: dict[str, Value]) -> Iterator[Spot]:
    """Every place of a typed number."""
    for id_, value in values.items():
        if value.number is not None:
            yield Spot(id_)
        for row, cells in enumerate(value.records):
            yield from (Spot(id_, row, name) for name, cell in cells.items() if cell.number is not None)
