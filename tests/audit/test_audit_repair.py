"""One slip is told once: the number that breaks several statements, and what was meant."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audit.readings import judged, kinds, made, only, remarks, words_at
from baocao.audit.checks.amounts import amount
from baocao.audit.checks.repair import mistypings
from baocao.audit.verdicts import Confidence, FaultKind
from baocao.derive.agreement import percent
from baocao.vietnamese.numbers import format_number

REPORT = (
    "Tiếp nhận {n:27.630 hồ sơ}, đã giải quyết {b:27.282 hồ sơ}, đạt {c:98,74%}, còn lại {r:348 hồ sơ}",
    "[4] Cấp huyện {p:3.252 hồ sơ}, giải quyết {x:3.190 hồ sơ}, đạt {d:98,09%}; cấp xã {q:24.378 hồ sơ}, "
    "giải quyết {y:24.092 hồ sơ}, đạt {e:98,83%}",
    "Số hồ sơ {m:27.630 hồ sơ} nhiều hơn năm 2022 là {g:1.130 hồ sơ} (năm 2022: {f:26.500 hồ sơ})",
)
SAID = (
    "sum n p q",
    "sum b x y",
    "share b n c",
    "share x p d",
    "share y q e",
    "rest n b r",
    "same n m",
    "change m f g tăng",
)


def with_slip(old: str, new: str) -> tuple[str, ...]:
    assert sum(text.count(old) for text in REPORT) == 1
    return tuple(text.replace(old, new) for text in REPORT)


def test_what_agrees_is_right_and_nothing_is_told() -> None:
    item = made(REPORT, *SAID)
    assert {verdict for verdict, _ in judged(item)} == {"dung"}
    assert remarks(item) == ()


def test_a_number_that_breaks_three_statements_is_told_once_with_its_repair() -> None:
    item = made(with_slip("{b:27.282", "{b:27.822"), *SAID)
    remark = only(item)
    assert words_at(item, remark.spot) == "27.822"
    assert remark.confidence is Confidence.SURE
    assert "27.822 không khớp 4 chỗ" not in remark.finding.text
    assert "27.822 không khớp 3 chỗ: 3.190 + 24.092 = 27.282, tổng ghi 27.822" in remark.finding.text
    assert remark.finding.remedy.endswith("27.822 phải là 27.282, khớp cả 3 chỗ.")


def test_of_two_places_the_one_that_fits_nowhere_is_blamed() -> None:
    item = made(with_slip("{m:27.630", "{m:27.360"), *SAID)
    remark = only(item)
    assert words_at(item, remark.spot) == "27.360"
    assert "27.360 phải là 27.630, khớp cả 2 chỗ" in remark.finding.remedy


def test_a_number_typed_wrong_at_all_its_places_is_mended_at_all() -> None:
    texts = tuple(text.replace("27.630", "27.360") for text in REPORT)
    remark = only(made(texts, *SAID))
    assert "27.360 phải là 27.630" in remark.finding.remedy


def test_a_number_far_off_is_solved_from_the_statements_it_breaks() -> None:
    remark = only(made(with_slip("{q:24.378", "{q:25.801"), *SAID))
    assert "nhiều khả năng 25.801 phải là 24.378" in remark.finding.remedy


def test_a_rate_is_surely_wrong_when_its_counts_fit_elsewhere() -> None:
    item = made(with_slip("98,09%", "99,15%"), *SAID)
    remark = only(item)
    assert (remark.kind, remark.confidence) == (FaultKind.NO_BASE, Confidence.SURE)
    assert "nhiều khả năng 99,15% phải là 98,09%" in remark.finding.remedy


def test_a_slip_is_told_once_beside_a_fault_that_stays() -> None:
    texts = tuple(text.replace("98,09%", "99,15%").replace("{p:3.252", "{p:3.258") for text in REPORT)
    texts = (*texts, "Trực tuyến {t:2.413 hồ sơ}, chiếm {u:74,2%} số hồ sơ cấp huyện")
    slip, stays = sorted(remarks(made(texts, *SAID, "share t p u")), key=lambda item: item.finding.code)
    assert "3.258 không khớp 2 chỗ" in slip.finding.text
    assert "3.258 phải là 3.252, khớp cả 2 chỗ" in slip.finding.remedy
    assert stays.kind is FaultKind.NO_BASE


def test_a_part_beyond_its_total_is_mended_by_what_its_rate_says() -> None:
    text = "{n:402 thủ tục}; trong đó rút ngắn {p:618 thủ tục}, chiếm {c:29,35%}; liên thông {q:46 thủ tục}"
    remark = only(made(text, "among n p q", "share p n c"))
    assert remark.finding.remedy.endswith("618 phải là 118, khớp cả 2 chỗ.")


def test_both_sides_of_a_ratio_are_figures_of_their_own() -> None:
    text = "rà soát {r:197/199 thủ tục}, đạt {c:100%}: huyện {p:134 thủ tục}, xã {q:63 thủ tục}"
    item = made(text, "share r r c", "sum r p q")
    remark = only(item)
    assert words_at(item, remark.spot) == "199"
    assert remark.finding.remedy.startswith("Nhiều khả năng gõ nhầm: 199 phải là 197.")


def test_an_impossible_place_that_is_stated_rightly_elsewhere_is_told_once() -> None:
    item = made(("xếp hạng {r:18/12}", "còn ở mức thấp ({s:11/12})"), "rank r", "rank s", "same r s")
    assert "18 không khớp 2 chỗ" in only(item).finding.text


def test_two_faults_are_two_remarks() -> None:
    texts = tuple(text.replace("98,09%", "99,15%").replace("98,83%", "99,61%") for text in REPORT)
    assert len(remarks(made(texts, *SAID))) == 2


def test_several_repairs_are_none() -> None:
    text = "{n:95 người}: {p:32 người}, {q:39 người}, {r:22 người}"
    remark = only(made(text, "sum n p q r"))
    assert "gõ nhầm" not in remark.finding.remedy


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=3))
def test_a_slip_of_the_keyboard_differs_in_one_digit_or_a_pair(number: int, places: int) -> None:
    value = Decimal((0, Decimal(number).as_tuple().digits, -places))
    typed = format_number(value, places, keep_zeros=True)
    item = amount(made(f"số {{n:{typed} điểm}}", "same n").figures["n"])
    assume(item.value == value and item.quantity.places == places)
    digits = str(int(value * 10**places)).zfill(places + 1)
    for other in mistypings(item):
        slipped = str(int(other * 10**places)).zfill(len(digits))
        assert len(slipped) == len(digits)
        assert (
            sorted(slipped) == sorted(digits)
            or sum(a != b for a, b in zip(slipped, digits, strict=True)) == 1
        )
        assert other != value


counts = st.integers(min_value=50, max_value=99_999)


def report(levels: list[tuple[int, int]], last_year: int) -> tuple[list[str], list[str], dict[str, Decimal]]:
    """A consistent report: by level received, resolved and their rate; totals, the rest, last year."""
    values: dict[str, Decimal] = {}
    for at, (received, resolved) in enumerate(levels):
        values[f"p{at}"], values[f"x{at}"] = Decimal(received), Decimal(resolved)
        values[f"d{at}"] = percent(Decimal(resolved), Decimal(received), 2)
    values["n"] = Decimal(sum(received for received, _ in levels))
    values["b"] = Decimal(sum(resolved for _, resolved in levels))
    values["c"] = percent(values["b"], values["n"], 2)
    values["r"] = values["n"] - values["b"]
    values["m"], values["f"] = values["n"], Decimal(last_year)
    values["g"] = abs(values["m"] - values["f"])
    way = "tăng" if values["m"] > values["f"] else "giảm"
    places = range(len(levels))
    said = [
        "sum n " + " ".join(f"p{at}" for at in places),
        "sum b " + " ".join(f"x{at}" for at in places),
        *(f"share x{at} p{at} d{at}" for at in places),
        "share b n c",
        "rest n b r",
        "same n m",
        f"change m f g {way}",
    ]
    return list(values), said, values


def texts_of(values: dict[str, Decimal]) -> list[str]:
    def typed(name: str, value: Decimal) -> str:
        unit = "%" if name[0] in "cd" else " hồ sơ"
        return f"{{{name}:{format_number(value, 2, keep_zeros=unit == '%')}{unit}}}"

    return [f"số liệu là {typed(name, value)}." for name, value in values.items()]


levels = st.lists(counts.flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n))), min_size=2, max_size=5)


@settings(max_examples=40, deadline=None)
@given(levels, counts)
def test_consistent_figures_are_never_told(given_levels: list[tuple[int, int]], last_year: int) -> None:
    _, said, values = report(given_levels, last_year)
    assume(values["m"] != values["f"])
    assert remarks(made(texts_of(values), *said)) == ()


def is_share_of_all(name: str, rate: Decimal, values: dict[str, Decimal]) -> bool:
    """Whether a slip makes the rate of a level by chance its share in all levels: then it is right."""
    resolved = values.get(f"x{name[1:]}")
    return name[0] == "d" and resolved is not None and rate == percent(resolved, values["b"], 2)


@settings(max_examples=80, deadline=None)
@given(levels, counts, st.data())
def test_one_altered_figure_is_told_once_wherever_a_statement_depends_on_it(
    given_levels: list[tuple[int, int]], last_year: int, data: st.DataObject
) -> None:
    names, said, values = report(given_levels, last_year)
    assume(values["m"] != values["f"])
    name = data.draw(st.sampled_from(names))
    bare = made(texts_of(values), *said)
    slips = sorted(slip for slip in set(mistypings(amount(bare.figures[name]))) if slip)
    slip = data.draw(st.sampled_from(slips))
    assume(not is_share_of_all(name, slip, values))
    item = made(texts_of({**values, name: slip}), *said)
    found = remarks(item)
    assert found
    touched = {spot for remark in found for spot in (remark.spot, *remark.others)}
    assert item.figures[name].spot in touched
    assert len(found) == 1, kinds(item)
