"""Laws of sums, rates and judgements, against brute force."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

from derive_kit import NIL, count, figures_of, number, rate
from hypothesis import example, given, settings
from hypothesis import strategies as st

from baocao.derive.agreement import Verdict, judge_rate, percent, places_of, whole_bases
from baocao.derive.arithmetic import divide
from baocao.derive.figure import Figure
from baocao.derive.resolved import amount_of
from baocao.model.record import Hedge, HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind

COUNTS = st.integers(0, 10**7)
BASES = st.integers(1, 10**7)
PLACES = st.integers(0, 4)
PRECISE = Context(prec=60)


def rounded(numerator, denominator, places, rounding=ROUND_HALF_UP):
    exact = PRECISE.divide(Decimal(100 * numerator), Decimal(denominator))
    step = Decimal(1).scaleb(-places)
    number = exact.quantize(step, rounding=rounding, context=PRECISE)
    if rounding == ROUND_DOWN:
        return number
    if numerator and not number:
        return step
    return 100 - step if number == 100 and numerator < denominator else number


def gives(numerator, denominator, stated):
    """Whether a rate is rounded to what is stated; less than half of the smallest rate is "dưới"."""
    places = places_of(stated)
    tiny = 0 < 200 * numerator * 10**places < denominator
    return not tiny and rounded(numerator, denominator, places) == stated


@given(st.lists(st.one_of(COUNTS, st.none(), st.just("nil")), min_size=1, max_size=6))
def test_whole_is_the_sum_or_blank(parts):
    ids = [f"p{n}" for n in range(len(parts))]
    values = {id_: NIL if part == "nil" else part for id_, part in zip(ids, parts, strict=True)}
    found = figures_of((count("t", parts=(tuple(ids),)), *map(count, ids)), values).now.get("t")
    if None in parts:
        assert found is None
    else:
        assert amount_of(found.value) == sum(part for part in parts if part != "nil")
        assert found.value.nil == (set(parts) == {"nil"})


@given(COUNTS, BASES, PLACES)
def test_rate_is_rounded_half_up_but_never_to_all_or_nothing(numerator, denominator, places):
    indicators = (rate("r", "a", "b", decimals=places), count("a"), count("b"))
    figures = figures_of(indicators, {"a": numerator, "b": denominator})
    expected = rounded(numerator, denominator, places)
    assert (
        figures.now["r"].value.number == expected == percent(Decimal(numerator), Decimal(denominator), places)
    )


@given(COUNTS, BASES, PLACES)
def test_a_computed_rate_stated_again_agrees(numerator, denominator, places):
    computed = divide(Value(number=Decimal(numerator)), Value(number=Decimal(denominator)), places)
    verdict = judge_rate(computed.number, computed.hedge, Decimal(numerator), Decimal(denominator))
    assert verdict is Verdict.AGREES


@given(st.integers(1, 10**4), BASES, PLACES)
@example(249, 5 * 10**6, 2)
@example(250, 5 * 10**6, 2)
def test_the_smallest_rate_agrees_just_with_what_rounds_to_it(numerator, denominator, places):
    stated = Decimal(1).scaleb(-places)
    verdict = judge_rate(stated, Hedge.NONE, Decimal(numerator), Decimal(denominator))
    halves = Decimal(200 * numerator).scaleb(places) / denominator
    assert (verdict is Verdict.AGREES) == (1 <= halves < 3)


@settings(max_examples=200)
@given(COUNTS, BASES, PLACES, st.integers(-2, 2))
def test_cut_and_false_rates_are_told_apart(numerator, denominator, places, units_off):
    cut = rounded(numerator, denominator, places, ROUND_DOWN)
    stated = cut + units_off * Decimal(1).scaleb(-places)
    if stated < 0:
        return
    agrees = gives(numerator, denominator, stated)
    expected = Verdict.AGREES if agrees else Verdict.TRUNCATED if stated == cut else Verdict.DIFFERS
    assert judge_rate(stated, Hedge.NONE, Decimal(numerator), Decimal(denominator)) is expected


@given(st.integers(1, 40), st.integers(0, 2), st.integers(1, 100), st.integers(0, 99))
def test_base_search_agrees_with_brute_force(numerator, places, whole, fraction):
    stated = Decimal(whole) + Decimal(fraction % 10**places).scaleb(-places)
    first, last = whole_bases(Decimal(numerator), stated)
    top = 200 * numerator // whole + 2
    giving = [base for base in range(1, top) if gives(numerator, base, stated)]
    assert giving == list(range(first, top if last is None else last + 1))
    assert last is None or last >= first - 1


@given(COUNTS, COUNTS)
def test_change_is_the_difference_without_sign(now, before):
    figure = figures_of((count("a"),), {"a": now}, {"a": before})["a"]
    assert figure.chenh_lech.gia_tri == abs(now - before)
    assert figure.huong == ("tăng" if now > before else "giảm" if now < before else "không thay đổi")


@given(st.integers(1, 99), st.integers(1, 99))
def test_smaller_rank_is_a_rise(now, before):
    figure = figures_of((Indicator("h", "Hạng", Kind.RANK),), {"h": now}, {"h": before})["h"]
    assert figure.huong == ("tăng" if now < before else "giảm" if now > before else "không thay đổi")


@given(st.decimals(0, 10**6, places=4), PLACES, st.booleans())
def test_printed_number_is_the_value_templates_compare(typed, places, zeros):
    style = HouseStyle(decimals=places, keep_zeros=zeros)
    figure = Figure(Indicator("p", "Điểm", Kind.POINTS), Value(number=typed), None, style)
    assert Decimal(str(figure).replace(".", "").replace(",", ".")) == figure.gia_tri
    assert abs(figure.gia_tri - typed) <= Decimal(5).scaleb(-places - 1)


@given(st.integers(1, 10**6), BASES, st.lists(BASES, max_size=3), st.integers(0, 1000))
def test_exactly_the_counts_that_give_the_rate_are_named_as_bases(numerator, denominator, others, tenths):
    ids = [f"o{n}" for n in range(len(others))]
    stated = Decimal(tenths).scaleb(-1).normalize()
    indicators = (rate("r", "a", "b"), count("a"), count("b"), *map(count, ids))
    values = {"a": numerator, "b": denominator, "r": number(stated), **dict(zip(ids, others, strict=True))}
    for found in (one for one in figures_of(indicators, values).findings if one.code == "ty-le-lech"):
        hint = dict(found.facts)["goi_y"].split("tử số là")[0]
        named = {id_ for id_ in ids if "mẫu số là «" in hint and f"«{id_}»" in hint}
        assert named == {id_ for id_, n in zip(ids, others, strict=True) if gives(numerator, n, stated)}
