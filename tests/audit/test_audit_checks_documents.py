"""Documents named twice, days that cannot be, notes at the wrong words."""

from __future__ import annotations

import datetime as dt

import pytest
from breakdown_kit import report
from grammar_kit import body

from audit.readings import kinds, made, only, remarks
from baocao.audit.auditing import audit
from baocao.audit.statements import Citation, DatedWords, NoteHost, Spot
from baocao.audit.verdicts import Confidence, FaultKind
from baocao.errors import Severity

PLACE = Spot(0, 0, 10)
TEXT = "Kế hoạch số 34/KH-UBND ngày 06/02/2023 về rà soát, đánh giá thủ tục hành chính năm 2023"
REVIEW = "về rà soát, đánh giá thủ tục hành chính năm 2023"


def cited(
    symbol: str = "34/KH-UBND",
    day: str | None = "2023-02-06",
    *,
    name: str = "Kế hoạch",
    issuer: str = "UBND Huyện",
    subject: str = "",
    years: tuple[int | None, int | None] = (None, None),
    at: int = 0,
) -> Citation:
    when = dt.date.fromisoformat(day) if day else None
    return Citation(name, symbol, when, issuer, Spot(0, at, at + 10), subject, *years)


def told(*citations: Citation) -> list[FaultKind]:
    return kinds(made(TEXT, citations=citations))


def test_one_symbol_with_two_days_of_a_year() -> None:
    item = made(TEXT, citations=(cited(), cited(day="2023-02-16", at=12)))
    remark = only(item)
    assert remark.kind is FaultKind.DOCUMENT
    assert remark.spot.start == 12
    assert remark.finding.text.endswith(
        "một văn bản mà ghi hai ngày: Kế hoạch 34/KH-UBND ngày 06/02/2023 và Kế hoạch 34/KH-UBND ngày "
        "16/02/2023."
    )


def test_a_subject_cut_short_is_that_of_one_document() -> None:
    first = cited(issuer="", subject="phê duyệt vị trí việc làm")
    whole = cited(day="2023-02-16", subject="phê duyệt vị trí việc làm của Sở Nội vụ", at=12)
    other = cited(day="2023-02-16", subject="phê duyệt vị trí và biên chế", at=12)
    assert told(first, whole) == [FaultKind.DOCUMENT]
    assert told(first, other) == []


def test_a_day_that_no_calendar_has() -> None:
    text = "Thực hiện Kế hoạch số 34/KH-UBND ngày 31/02/2023."
    (remark,) = (item for item in audit(body(text)).remarks if item.kind is FaultKind.DATE)
    assert remark.finding.code == "soat-ngay-khong-co"
    assert remark.finding.text == f"«{text}»: lịch không có ngày 31/02/2023."


@pytest.mark.parametrize(
    "other",
    [
        cited(),
        cited(day=None),
        cited(day="2022-02-16"),  # numbers begin anew each year
        cited(day="2023-03-16", issuer="UBND tỉnh"),
        cited(day="2023-03-16", issuer=""),
        cited(day="2023-03-16", name="Quyết định"),
        cited("35/KH-UBND"),  # two plans of one day
    ],
)
def test_what_may_be_another_document_is_not_told(other: Citation) -> None:
    assert told(cited(), other) == []


def test_one_document_named_in_full_with_days_of_two_years() -> None:
    assert told(cited(subject=REVIEW), cited(day="2022-02-06", subject=REVIEW)) == [FaultKind.DOCUMENT]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (cited("77/KH-SNV", issuer="Sở"), cited("77/KH-SNV", "2023-05-12", issuer="")),
        (cited("03/2023/TT-VPCP", "2023-09-15"), cited("03/2023/TT-VPCP", "2023-09-25", issuer="")),
        (cited("12-NQ/TU", "2021-09-16"), cited("12-NQ/TU", "2022-09-16")),
    ],
)
def test_a_symbol_that_only_one_document_can_have(one: Citation, other: Citation) -> None:
    assert told(one, other) == [FaultKind.DOCUMENT]


def test_one_document_with_two_symbols() -> None:
    first, other = cited(subject=REVIEW), cited("43/KH-UBND", subject=REVIEW, at=12)
    remark = only(made(TEXT, citations=(first, other)))
    assert remark.kind is FaultKind.DOCUMENT
    assert remark.confidence is Confidence.LIKELY
    assert "hai số, ký hiệu: Kế hoạch 34/KH-UBND" in remark.finding.text


def test_the_committee_is_one_however_it_is_written() -> None:
    full = cited(day="2023-02-16", issuer="Ủy ban nhân dân Huyện")
    assert told(cited(), full) == [FaultKind.DOCUMENT]


def test_a_symbol_with_its_year_against_the_day() -> None:
    decree = cited("59/2019/NĐ-CP", "2020-07-01", name="Nghị định", issuer="Chính phủ")
    remark = only(made(TEXT, citations=(decree,)))
    assert "ký hiệu 59/2019/NĐ-CP là của năm 2019, còn ngày ghi là 01/7/2020" in remark.finding.text


def test_a_document_signed_after_the_report() -> None:
    remark = only(made(TEXT, citations=(cited(day="2025-02-06"),)))
    assert (remark.kind, remark.confidence) == (FaultKind.DATE, Confidence.SURE)
    assert remark.finding.level is Severity.ERROR
    assert remark.finding.text.endswith("ngày 06/02/2025 sau ngày ký báo cáo 25/3/2024.")


def test_a_day_after_the_report_unless_it_is_planned_or_that_of_a_document() -> None:
    late = DatedWords(dt.date(2025, 1, 1), PLACE)
    assert kinds(made(TEXT, days=(late,))) == [FaultKind.DATE]
    assert kinds(made(TEXT, days=(DatedWords(late.day, PLACE, planned=True),))) == []
    assert kinds(made(TEXT, days=(late,), signed=None)) == []
    assert kinds(made(TEXT, days=(late,), citations=(cited(day="2025-01-01"),))) == [FaultKind.DATE]


@pytest.mark.parametrize(
    ("day", "years", "words"),
    [
        ("2024-02-06", (2023, 2023), "kế hoạch của năm 2023 mà ghi ngày 06/02/2024, sau khi đã hết năm 2023"),
        ("2023-01-31", (2024, 2024), "kế hoạch của năm 2024 mà ghi ngày 31/01/2023, quá sớm so với năm 2024"),
        (
            "2023-02-06",
            (2021, 2022),
            "giai đoạn 2021 - 2022 mà ghi ngày 06/02/2023, sau khi đã hết giai đoạn",
        ),
    ],
)
def test_a_plan_against_its_year(day: str, years: tuple[int, int], words: str) -> None:
    remark = only(made(TEXT, citations=(cited(day=day, years=years),)))
    assert remark.kind is FaultKind.PLAN_YEAR
    assert words in remark.finding.text


@pytest.mark.parametrize(
    "plan",
    [
        cited(years=(2023, 2023)),
        cited(day="2023-07-05", years=(2024, 2024)),
        cited(day="2022-04-05", years=(2021, 2025)),
        cited(day="2019-04-05", years=(2021, 2025)),
        cited(day="2024-02-06", years=(2023, 2023), name="Quyết định"),
        cited(day=None, years=(2023, 2023)),
    ],
)
def test_plans_in_time(plan: Citation) -> None:
    assert told(plan) == []


NOTES = (
    "rà soát {n:197/197 thủ tục}; tiết kiệm {k:69.639.646 đồng}, chiếm {c:27,7%}",
    "[1] Cấp Huyện: {p:134 thủ tục}",
    "[2] Cấp xã: {q:63 thủ tục}",
)


def hosted(figure: str, note: str = "2") -> list[FaultKind]:
    bare = made(NOTES, "sum n p q")
    host = NoteHost(note, Spot(0, 50, 51), bare.figures[figure], (bare.figures["q"],))
    return kinds(made(NOTES, "sum n p q", hosts=(host,)))


def test_a_note_that_breaks_down_another_number_than_the_one_it_hangs_on() -> None:
    bare = made(NOTES, "sum n p q")
    host = NoteHost("2", Spot(0, 50, 51), bare.figures["k"], (bare.figures["q"],))
    remark = only(made(NOTES, "sum n p q", hosts=(host,)))
    assert remark.kind is FaultKind.NOTE_PLACE
    assert remark.finding.text == (
        "Chú thích 2 «Cấp xã: 63 thủ tục» đặt sau «69.639.646 đồng» nhưng các số trong đó giải thích cho "
        "197/197 thủ tục."
    )
    assert remark.finding.remedy == "Chuyển chú thích 2 ra ngay sau chỗ ghi 197/197 thủ tục."


def test_a_note_at_its_number_or_at_words_is_in_place() -> None:
    assert hosted("n") == []
    assert hosted("k", "3") == []
    assert remarks(made(NOTES, "sum n p q", hosts=(NoteHost("2", Spot(0, 50, 51), None),))) == ()


BODY = "Thực hiện Nghị quyết số 35/NQ-HĐND ngày 09/12/2022 về mức thu phí, lệ phí¹."


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("¹ Nghị quyết số 35/NQ-HĐND ngày 19/12/2022 của Hội đồng nhân dân tỉnh.", [FaultKind.DOCUMENT]),
        ("¹ Nghị quyết số 35/NQ-HĐND ngày 09/12/2022 của Hội đồng nhân dân tỉnh.", []),
        ("¹ Thay thế Nghị quyết số 35/NQ-HĐND ngày 19/12/2021 của Hội đồng nhân dân tỉnh.", []),
    ],
)
def test_a_note_of_a_document_begins_with_that_document(note: str, expected: list[FaultKind]) -> None:
    told_of = [item.kind for item in audit(report(BODY, note)).remarks]
    assert [kind for kind in told_of if kind is FaultKind.DOCUMENT] == expected
