"""How much the audit finds and how often it is wrong: the corpus measured, docs/do-chinh-xac.md printed.

python tools/measure_audit.py           prints the page
python tools/measure_audit.py --sot     lists what is missed and told without need in the part to build on

The words of the part that is only measured are never printed; its numbers are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "audit")]

from corpus_kit import BUILD, HELD_OUT, Case, Weighed  # noqa: E402
from corpus_tally import Tally, measured  # noqa: E402

from baocao.audit.verdicts import WORD_KINDS, FaultKind  # noqa: E402

PAGE = ROOT / "docs" / "do-chinh-xac.md"
KINDS = {
    FaultKind.RATE: "tỷ lệ không bằng hai số của nó",
    FaultKind.TRUNCATED: "tỷ lệ bị cắt bớt, không làm tròn",
    FaultKind.NO_BASE: "tỷ lệ mà không mẫu số nào cho ra",
    FaultKind.SUM: "các phần cộng lại không bằng tổng",
    FaultKind.LEVEL: "các cấp cộng lại không bằng toàn đơn vị",
    FaultKind.NOTE: "chú thích cộng lại không bằng thân bài",
    FaultKind.COMPLEMENT: "số còn lại không khớp",
    FaultKind.SAME: "một số liệu viết hai số khác nhau",
    FaultKind.TABLE: "bảng: dòng tổng, cột tổng, cột tỷ lệ",
    FaultKind.DIFFERENCE: "mức tăng, giảm tính sai",
    FaultKind.DIRECTION: "viết tăng mà giảm, viết giảm mà tăng",
    FaultKind.RANK: "hạng lớn hơn số đơn vị được xếp",
    FaultKind.POINTS: "điểm phần trăm viết thành phần trăm",
    FaultKind.HEDGE: "“trên”, “gần”, “dưới” không đúng với số",
    FaultKind.DATE: "ngày sau ngày ký báo cáo",
    FaultKind.PLAN_YEAR: "năm của kế hoạch không hợp với ngày ban hành",
    FaultKind.DOCUMENT: "một văn bản viết hai số hoặc hai ngày",
    FaultKind.NOTE_PLACE: "chú thích đứng nhầm chỗ",
    FaultKind.UNVERIFIABLE: "tỷ lệ không có số để kiểm (phải liệt kê ra)",
    FaultKind.DOUBLED: "chữ gõ lặp",
    FaultKind.ABBREVIATION: "chữ viết tắt không giải nghĩa, gõ sai",
    FaultKind.SPELLING: "một chữ hai cách viết",
    FaultKind.DATE_ZERO: "ngày, tháng thiếu số 0",
    FaultKind.UNMATCHED: "ngoặc, dấu nháy không đủ đôi",
    FaultKind.SPACE: "dấu cách thừa trước dấu câu",
    FaultKind.CLOSING: "thiếu dấu kết thúc “./.”",
    FaultKind.NUMBERING: "số mục nhảy hoặc lặp",
    FaultKind.SYLLABLE: "chữ không thể có trong tiếng Việt",
    FaultKind.NFD: "chữ gõ rời dấu",
}
OPENING = """\
# Độ chính xác của việc soát báo cáo

Trang này do `python tools/measure_audit.py` in ra, không sửa tay. Bộ mẫu gồm {all} đoạn viết theo
cách viết của báo cáo tỉnh, sở, huyện, xã, phường thật, số liệu đặt ra; khoảng một nửa có một lỗi
cài sẵn, phần còn lại không có lỗi và không được báo gì. Bộ mẫu chia hai phần: {built} đoạn để xây
dựng, {held} đoạn giữ riêng, chỉ dùng để đo.

**Đúng** là trong những lời nhắc đưa ra có bao nhiêu lời nói đúng lỗi cài sẵn. **Tìm ra** là trong
những lỗi cài sẵn có bao nhiêu lỗi được nhắc. 0,95 là 95 trong 100. Mỗi loại chỉ có vài lỗi nên số
của từng loại chỉ để biết chừng; đáng tin hơn là các dòng chung.
"""
HOW = """\
## Đo thế nào

Mỗi đoạn được đặt vào một báo cáo có phần đầu, câu kết và phần ký như thường lệ rồi soát cả báo cáo.
Một lỗi là tìm ra khi có lời nhắc cùng loại chạm vào chữ của lỗi ấy; các loại gần nhau (tổng, cấp,
chú thích, số còn lại, một số liệu viết hai lần; tỷ lệ sai và tỷ lệ không mẫu số nào cho ra) được
coi là một khi tính tìm ra. Lời nhắc không chạm vào lỗi nào là báo thừa. Tỷ lệ không có số để kiểm
được liệt kê riêng, không phải là lỗi của báo cáo; tỷ lệ kiểm được mà bị liệt kê vào đây cũng tính
là báo thừa.

Bộ mẫu do hai người soạn theo lối viết của các báo cáo đã công khai, không phải là báo cáo thật của
các cơ quan; báo cáo thật dài hơn, lộn xộn hơn. Người dựng chương trình chỉ được đọc phần xây dựng
và sửa theo đó; của phần giữ riêng họ chỉ được biết con số, nên số của phần ấy gần với báo cáo chưa
gặp hơn. Kết quả từng câu trên một báo cáo thật đã công khai (huyện Tân Hồng, năm 2023):
`tests/audit/test_audit_reference_golden.py`.
"""
_SHOWN_ALARMS = 12


def page(built: Tally, held: Tally, weighed: Sequence[Weighed]) -> str:
    """docs/do-chinh-xac.md."""
    return "\n".join(
        (
            OPENING.format(all=built.cases + held.cases, built=built.cases, held=held.cases),
            *numbers(built, held),
            *_found(weighed),
            *_missed(weighed),
            HOW,
        )
    )


def numbers(built: Tally, held: Tally) -> Iterator[str]:
    """The lines of the page that are numbers."""
    listed = FaultKind.UNVERIFIABLE
    figures = [kind for kind in FaultKind if kind not in WORD_KINDS and kind is not listed]
    yield "| chung | giữ riêng: đúng | giữ riêng: tìm ra | xây dựng: đúng | xây dựng: tìm ra |"
    yield "| --- | --- | --- | --- | --- |"
    for label, kinds in (
        ("mọi lời nhắc", list(FaultKind)),
        ("lỗi số liệu, ngày tháng, văn bản", figures),
        ("lỗi câu chữ", sorted(WORD_KINDS)),
        ("tỷ lệ liệt kê là chưa kiểm được", [listed]),
    ):
        cells = (held.precision(kinds), held.recall(kinds), built.precision(kinds), built.recall(kinds))
        yield f"| {label} | {' | '.join(map(_shown, cells))} |"
    yield ""
    yield (
        f"Phát biểu đúng được đọc ra và kiểm là đúng: {held.read}/{held.right} ở phần giữ riêng, "
        f"{built.read}/{built.right} ở phần xây dựng (xem bằng `--ca-dung`).\n"
    )
    yield from _table(built, held)


def _table(built: Tally, held: Tally) -> Iterator[str]:
    yield "## Từng loại lỗi\n"
    yield "| loại lỗi | giữ riêng: lỗi cài | tìm ra | báo thừa | xây dựng: lỗi cài | tìm ra | báo thừa |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for kind, label in KINDS.items():
        cells = (
            str(tally[kind]) for part in (held, built) for tally in (part.planted, part.found, part.alarms)
        )
        yield f"| {label} | {' | '.join(cells)} |"
    yield ""


def _found(weighed: Sequence[Weighed]) -> Iterator[str]:
    yield "## Ví dụ tìm ra được\n"
    yield "Mỗi loại một ví dụ, lấy ở phần xây dựng.\n"
    shown: set[FaultKind] = set()
    for one in weighed:
        for fault in one.found:
            remark = next((item for item in one.correct if item.kind is fault.kind), None)
            if remark and fault.kind not in shown:
                shown.add(fault.kind)
                yield f"- **{KINDS[fault.kind]}**: {remark.finding.text}"
    yield ""


def _missed(weighed: Sequence[Weighed]) -> Iterator[str]:
    yield "## Ví dụ còn bỏ sót, báo thừa\n"
    missed = [(one.case, fault) for one in weighed for fault in one.missed]
    for case, fault in missed:
        yield f"- bỏ sót, {KINDS[fault.kind]}: “{_sentence(case, fault.words[0])}”"
    alarms = [(one.case, remark) for one in weighed for remark in one.alarms][:_SHOWN_ALARMS]
    for case, remark in alarms:
        yield f"- báo thừa ở đoạn “{case.name}”: {remark.finding.text}"
    if not missed and not alarms:
        yield "Ở phần xây dựng không lỗi nào bị bỏ sót, không có lời báo thừa; phần giữ riêng: xem bảng."
    yield ""


def _sentence(case: Case, words: str) -> str:
    return next((line for line in case.own_text.split("\n") if words in line), words)


def _shown(value: Decimal | None) -> str:
    return "" if value is None else str(value).replace(".", ",")


def misses(weighed: Sequence[Weighed]) -> Iterator[str]:
    """What the part to build on misses and what it is told without need, a line each."""
    for one in weighed:
        for fault in one.missed:
            told = ", ".join(remark.kind.value for remark in (*one.correct, *one.alarms)) or "nothing"
            yield f"MISS {fault.kind.value}: {one.case.name} {list(fault.words)} (told: {told})"
            yield from (f"     {line}" for line in one.case.own_text.split("\n"))
        for remark in one.alarms:
            yield f"FALSE ALARM {remark.kind.value}: {one.case.name}: {remark.finding.text}"
            yield from (f"     {line}" for line in one.case.own_text.split("\n"))
        if not one.missed and not one.alarms and one.right < one.case.right:
            yield f"READ {one.right} of {one.case.right} right statements: {one.case.name}"
            yield from (f"     {line}" for line in one.case.own_text.split("\n"))


def summary(part: str, tally: Tally) -> str:
    """One line of a part's numbers."""
    return (
        f"{part}: {tally.cases} cases ({tally.clean} without a fault), precision {tally.precision()}, "
        f"recall {tally.recall()}, right statements read {tally.read}/{tally.right}, "
        f"false alarms {sum(tally.alarms.values())} { {kind.value: n for kind, n in tally.alarms.items()} }"
    )


def main() -> None:
    """Measure both parts and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--sot", action="store_true", help="list the misses of the part to build on")
    asked = options.parse_args()
    built, weighed = measured(BUILD)
    held, _ = measured(HELD_OUT)
    if asked.sot:
        print("\n".join(misses(weighed)))
    else:
        PAGE.write_text(page(built, held, weighed), "utf-8")
    for part, tally in ((BUILD, built), (HELD_OUT, held)):
        print(summary(part, tally))


if __name__ == "__main__":
    main()
