"""Rules of Nơi nhận and of the signature on hand-made papers."""

from __future__ import annotations

import pytest

from baocao.conformance.case import Seen
from baocao.conformance.mends import DropBlank, KeepRow, SetLook
from baocao.conformance.parts import Kind
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import Align, Mm, Pt
from conformance.rules_body_kit import (
    ask,
    broken,
    line,
    listed,
    of,
    paper,
    para,
    parts,
    retyped,
    states,
    table,
    unsure,
)

COMMITTEE = (line("ỦY BAN NHÂN DÂN"), line("XÃ TÂN HỒNG"))
DECISION = Kind("quyết định", "QĐ")


def test_the_words_of_recipients() -> None:
    for typed in ("Nơi nhận", "Nơi Nhận:", "NƠI NHẬN:", "Nơi nhận :"):
        seen = of("NN01", noi_nhan_tu=(line(typed),))
        assert broken(seen) == [f"“{typed}”"]
        assert retyped(seen) == "Nơi nhận:"
    assert broken(of("NN01", noi_nhan_tu=(line("Nơi nhận: - Như trên;"),))) == ["viết liền với nơi nhận"]
    assert broken(of("NN01", noi_nhan_tu=(line("Nơi nhận:"),))) == []


def test_no_recipients_at_all() -> None:
    assert broken(of("NN01", quoc_hieu=(line("CỘNG HÒA"),))) == ["không có Nơi nhận"]
    assert unsure(of("NN01")) == ["không thấy Nơi nhận"]


def test_the_looks_of_the_recipients() -> None:
    word = (line("Nơi nhận:", bold=True),)
    assert broken(of("NN02", noi_nhan_tu=word)) == ["cỡ 14"]
    assert broken(of("NN03", noi_nhan_tu=word)) == ["đậm, đứng"]
    assert broken(of("NN05", noi_nhan=listed("- Như trên;", size=12.0))) == ["cỡ 12"]
    assert broken(of("NN06", noi_nhan=listed("- Như trên;", italic=True))) == ["không đậm, nghiêng"]


def foot(left: list, right: list):
    """A table of Nơi nhận and signature, and its components."""
    made = table([left, right])
    words = [one.lines[0] for one in left if one.lines]
    signs = [one.lines[0] for one in right if one.lines]
    return paper(made), parts(
        noi_nhan_tu=tuple(words[:1]), noi_nhan=tuple(words[1:]), quyen_han=tuple(signs), signing=tuple(right)
    )


def left_par(text: str, **more: object):
    return para(text, **{"align": Align.LEFT, "indent": (0, 0), "gaps": (0, 0)} | more)


def centre_par(text: str, **more: object):
    return para(text, **{"align": Align.CENTER, "indent": (0, 0), "gaps": (0, 0), "bold": True} | more)


def test_recipients_are_level_with_the_authority() -> None:
    assert states(ask("NN04", *foot([left_par("Nơi nhận:")], [centre_par("CHỦ TỊCH")]))) == ["dung", "dung"]
    blank = left_par("")
    seen = ask("NN04", *foot([blank, left_par("Nơi nhận:")], [centre_par("CHỦ TỊCH")]))
    assert broken(seen) == ["cao thấp hơn nhau 01 dòng trống"]
    assert seen[0].mends == (DropBlank(blank),)
    lower = ask("NN04", *foot([left_par("Nơi nhận:", gaps=(24, 0))], [centre_par("CHỦ TỊCH")]))
    assert broken(lower) == ["khoảng cách phía trên 24 pt, của khối ký 0 pt"]


def test_recipients_below_the_signature() -> None:
    signs = table([[left_par("")], [centre_par("CHỦ TỊCH")]])
    word = left_par("Nơi nhận:")
    sign = signs.rows[0].cells[1].blocks[0].lines[0]
    found = parts(noi_nhan_tu=word.lines, quyen_han=(sign,))
    word.lines[0].order = sign.order + 1
    assert broken(ask("NN04", paper(signs, word), found)) == ["ở dưới khối ký"]


def test_recipients_are_flush_left() -> None:
    seen = ask("NN04", *foot([left_par("Nơi nhận:", indent=(10, 0))], [centre_par("CHỦ TỊCH")]))
    assert broken(seen) == ["thụt vào so với lề trái"]
    (mend,) = seen[1].mends
    assert isinstance(mend, SetLook)
    assert (mend.left, mend.align) == (Mm(0), Align.LEFT)


def test_each_recipient_has_dash_and_semicolon() -> None:
    recipients = listed("Sở Nội vụ;", "- Sở Tài chính,", "- Lưu: VT.")
    assert broken(of("NN07", noi_nhan=recipients)) == ["không có gạch đầu dòng", "cuối dòng là “,”"]
    assert broken(of("NN07", noi_nhan=listed("– Sở Nội vụ;", "- Lưu: VT."))) == []


def test_a_recipient_may_go_on_in_the_next_line() -> None:
    recipients = listed(
        "- Ủy ban nhân dân các xã,", "phường;", "- Ban Thường trực", "Ủy ban MTTQ tỉnh;", "- Lưu: VT."
    )
    assert broken(of("NN07", noi_nhan=recipients)) == ["cuối dòng là “,”", "không có gạch đầu dòng"]
    whole = listed("- Ban Thường trực", "Ủy ban MTTQ tỉnh;", "- Lưu: VT.")
    assert broken(of("NN07", noi_nhan=whole)) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("- Lưu: VT, NV", "- Lưu: VT, NV."),
        ("- Lưu: VT;", "- Lưu: VT."),
        ("- Lưu VT.", "- Lưu: VT."),
        ("- Lưu : VT, TH (5b);", "- Lưu: VT, TH (5b)."),
        ("- Lưu: VT; NV.", "- Lưu: VT, NV."),
        ("- lưu vt", "- Lưu: VT."),
    ],
)
def test_the_last_line_keeps_a_copy(typed: str, right: str) -> None:
    seen = of("NN08", noi_nhan=listed("- Như trên;", typed))
    assert states(seen) == ["sai"]
    assert retyped(seen) == right


def test_copies_kept_elsewhere_are_for_a_person() -> None:
    seen = of("NN08", noi_nhan=listed("- Như trên;", "- Lưu: Văn phòng."))
    assert (broken(seen), seen[0].mends) == (["“- Lưu: Văn phòng.”"], ())
    assert broken(of("NN08", noi_nhan=listed("- Sở Nội vụ;"))) == ["dòng cuối là “- Sở Nội vụ;”"]
    assert broken(of("NN08", noi_nhan=listed("- Như trên;", "- Lưu: VT, NV. PL.(300)"))) == []


def test_as_above_goes_with_the_address() -> None:
    address = (line("Kính gửi: Sở Nội vụ"),)
    assert broken(of("NN09", kinh_gui=address, noi_nhan=listed("- Như trên;"))) == []
    seen = of("NN09", kinh_gui=address, noi_nhan=listed("- Như kính gửi;", "- Lưu: VT."))
    assert retyped(seen) == "- Như trên;"
    missing = of("NN09", kinh_gui=address, noi_nhan=listed("- Sở Tài chính;"))
    assert (broken(missing), missing[0].mends) == (["mục đầu là “- Sở Tài chính;”"], ())
    assert broken(of("NN10", noi_nhan=listed("- Như trên;"))) == ["“- Như trên;” mà không có Kính gửi"]
    assert of("NN10", kinh_gui=address, noi_nhan=listed("- Như trên;")) == []


def test_the_code_of_the_drafter() -> None:
    assert states(of("NN11", drafter=listed("PL.(300)"))) == ["dung"]
    assert broken(of("NN11", drafter=listed("pl.(ba)"))) == ["“pl.(ba)”"]
    assert broken(of("NN11", drafter=listed("PL.(300)", italic=True))) == ["“PL.(300)” khác cỡ hoặc nghiêng"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("T/M ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("TM ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("TM.ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        ("K/T CHỦ TỊCH", "KT. CHỦ TỊCH"),
        ("T.L CHỦ TỊCH", "TL. CHỦ TỊCH"),
        ("TUQ CHỦ TỊCH", "TUQ. CHỦ TỊCH"),
        ("Q GIÁM ĐỐC", "Q. GIÁM ĐỐC"),
    ],
)
def test_abbreviations_of_authority(typed: str, right: str) -> None:
    seen = of("KY01", quyen_han=(line(typed),))
    assert states(seen) == ["sai"]
    assert retyped(seen) == right


@pytest.mark.parametrize("typed", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "QUYỀN GIÁM ĐỐC", "TỔNG GIÁM ĐỐC"])
def test_titles_are_no_abbreviations(typed: str) -> None:
    assert states(of("KY01", quyen_han=(line(typed),))) == ["dung"]


def test_the_looks_of_authority_and_name() -> None:
    authority, name = (line("Chủ tịch", size=12.0),), (line("NGUYỄN VĂN AN", italic=True, size=12.0),)
    assert broken(of("KY02", quyen_han=authority)) == ["không đậm, đứng", "in thường"]
    assert broken(of("KY03", quyen_han=authority)) == ["cỡ 12"]
    assert broken(of("KY04", nguoi_ky=name)) == ["không đậm, nghiêng", "in hoa"]
    assert broken(of("KY05", nguoi_ky=name)) == ["cỡ 12"]
    assert broken(of("KY04", nguoi_ky=(line("Nguyễn văn An", bold=True),))) == ["“văn” viết thường"]
    for right in ("H'Hen Niê", "Y Thanh Hà Niê Kđăm", "K’Brăng"):
        assert broken(of("KY04", nguoi_ky=(line(right, bold=True),))) == []


def test_what_is_missing_is_to_be_looked_at() -> None:
    assert unsure(of("KY02", noi_nhan_tu=(line("Nơi nhận:"),))) == [
        "không thấy quyền hạn, chức vụ của người ký"
    ]
    assert unsure(of("KY04", quyen_han=(line("CHỦ TỊCH", bold=True),))) == ["không thấy họ tên người ký"]


@pytest.mark.parametrize("rank", ["Thượng tá", "Đại úy", "Thạc sĩ", "Phó Giáo sư", "ThS. Bác sĩ", "PGS.TS"])
def test_a_rank_before_the_name_has_small_letters(rank: str) -> None:
    assert broken(of("KY04", nguoi_ky=(line(f"{rank} Nguyễn Văn An", bold=True),))) == []
    small = of("KY04", nguoi_ky=(line(f"{rank} Nguyễn văn An", bold=True),))
    assert broken(small) == ["“văn” viết thường"]


@pytest.mark.parametrize(
    "degree", ["ThS.", "TS", "PGS.TS.", "BS.CKII", "BSCKI", "Ths.", "Tiến sĩ", "Thượng tá"]
)
def test_no_degree_before_the_name(degree: str) -> None:
    name = (line(f"{degree} Nguyễn Văn An"),)
    assert broken(of("KY06", nguoi_ky=name, co_quan=COMMITTEE)) == [f"“{degree}” trước họ tên"]
    school = (line("TRƯỜNG ĐẠI HỌC ĐỒNG THÁP"),)
    assert unsure(of("KY06", nguoi_ky=name, co_quan=school)) == [f"“{degree}” trước họ tên"]


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "Tsan A Sáng", "Bàn Thị Ba"])
def test_names_are_no_degrees(name: str) -> None:
    assert states(of("KY06", nguoi_ky=(line(name),))) == ["dung"]


def test_a_committee_signs_on_behalf() -> None:
    chair = (line("CHỦ TỊCH"),)
    assert broken(of("KY07", co_quan=COMMITTEE, quyen_han=chair)) == ["dòng đầu là “CHỦ TỊCH”"]
    assert unsure(of("KY07", co_quan=COMMITTEE, quyen_han=chair, kind=DECISION)) == ["dòng đầu là “CHỦ TỊCH”"]
    assert of("KY07", co_quan=(line("SỞ NỘI VỤ"),), quyen_han=(line("GIÁM ĐỐC"),)) == []
    alone = UnitFacts(collective=False)
    assert of("KY07", co_quan=COMMITTEE, quyen_han=chair, unit=alone) == []
    for right in ("TM. ỦY BAN NHÂN DÂN", "TM. UỶ BAN NHÂN DÂN", "TM.ỦY BAN NHÂN DÂN", "TL. CHỦ TỊCH"):
        assert states(of("KY07", co_quan=COMMITTEE, quyen_han=(line(right), *chair))) == ["dung"]
    short = of("KY07", co_quan=COMMITTEE, quyen_han=(line("TM. UBND XÃ"), *chair))
    assert (broken(short), short[0].mends) == (["“TM. UBND XÃ”"], ())


def test_who_led_or_recorded_a_meeting_signs_for_no_committee() -> None:
    minutes = Kind("biên bản", "BB")
    for title in ("CHỦ TỌA", "CHỦ TOẠ CUỘC HỌP", "CHỦ TRÌ", "THƯ KÝ"):
        assert of("KY07", co_quan=COMMITTEE, quyen_han=(line(title),)) == []
    assert of("KY07", co_quan=COMMITTEE, quyen_han=(line("CHỦ TỊCH"),), kind=minutes) == []


def test_below_the_committee_stands_its_chair() -> None:
    def said(*texts: str) -> list[Seen]:
        return of("KY07", co_quan=COMMITTEE, quyen_han=tuple(line(text) for text in texts))

    on_behalf = "TM. ỦY BAN NHÂN DÂN"
    for right in (["Q. CHỦ TỊCH"], ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]):
        assert states(said(on_behalf, *right)) == ["dung"]
    assert states(said(f"{on_behalf} CHỦ TỊCH")) == ["dung"]
    told = said(on_behalf, "CHÁNH VĂN PHÒNG")
    assert broken(told) == ["“CHÁNH VĂN PHÒNG” dưới “TM. ỦY BAN NHÂN DÂN”"]
    assert unsure(said(on_behalf)) == ["không thấy chức vụ dưới “TM. ỦY BAN NHÂN DÂN”"]


def test_the_committee_that_signs_is_the_one_that_issues() -> None:
    def said(signing: str, *issuer: str) -> list[Seen]:
        lines = tuple(line(text) for text in issuer)
        return of("KY07", co_quan=lines, quyen_han=(line(f"TM. {signing}"), line("CHỦ TỊCH")))

    issuer = ("ỦY BAN NHÂN DÂN", "XÃ BÌNH HÒA")
    for right in ("ỦY BAN NHÂN DÂN", "ỦY BAN NHÂN DÂN XÃ", "UỶ BAN NHÂN DÂN XÃ BÌNH HOÀ"):
        assert states(said(right, *issuer)) == ["dung"]
    assert states(said("ỦY BAN NHÂN DÂN XÃ", "ỦY BAN NHÂN DÂN")) == ["dung"]
    wrong = "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"
    assert unsure(said(wrong, *issuer)) == [f"dòng đầu là “TM. {wrong}”"]


def test_a_deputy_signs_for_the_head() -> None:
    lines = (line("TM. ỦY BAN NHÂN DÂN"), line("KT. CHỦ TỊCH"), line("PHÓ CHỦ TỊCH"))
    assert states(of("KY08", co_quan=COMMITTEE, quyen_han=lines)) == ["dung"]
    told = of("KY08", co_quan=COMMITTEE, quyen_han=(lines[0], lines[2]))
    assert broken(told) == ["“PHÓ CHỦ TỊCH” dưới “TM. ỦY BAN NHÂN DÂN”"]
    assert broken(of("KY08", quyen_han=(line("PHÓ GIÁM ĐỐC"),))) == ["“PHÓ GIÁM ĐỐC”"]
    assert states(of("KY08", quyen_han=(line("KT. BỘ TRƯỞNG"), line("THỨ TRƯỞNG")))) == ["dung"]
    council = (line("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN"), line("PHÓ CHỦ TỊCH"))
    assert len(unsure(of("KY08", co_quan=(line("HỘI ĐỒNG NHÂN DÂN"),), quyen_han=council))) == 1


def signed(*right: object, whole: bool = True):
    """A signature in the right cell: authority lines, blanks, the name last."""
    made = table([[left_par("Nơi nhận:")], list(right)], whole=whole)
    lines = [one.lines[0] for one in right if one.lines]
    found = parts(quyen_han=tuple(lines[:-1]), nguoi_ky=tuple(lines[-1:]), signing=right)
    return paper(made), found


def test_the_signature_stands_on_the_right_in_the_middle() -> None:
    right = signed(centre_par("CHỦ TỊCH"), centre_par("Trần Thị Thu Hà"))
    assert broken(ask("KY09", *right)) == []
    seen = ask("KY09", *signed(left_par("CHỦ TỊCH"), centre_par("Trần Thị Thu Hà")))
    assert broken(seen) == ["canh trái"]
    mend = next(one for one in seen if one.mends).mends[0]
    assert isinstance(mend, SetLook)
    assert mend.align is Align.CENTER
    swapped = paper(table([[centre_par("CHỦ TỊCH")], [left_par("Nơi nhận:")]]))
    sign = next(swapped.paragraphs).lines
    assert broken(ask("KY09", swapped, parts(quyen_han=sign))) == ["ở nửa bên trái"]


def test_a_row_that_may_split_is_to_be_looked_at() -> None:
    lines = centre_par("CHỦ TỊCH"), centre_par("Trần Thị Thu Hà")
    assert states(ask("KY10", *signed(*lines))) == ["dung"]
    (seen,) = ask("KY10", *signed(*lines, whole=False))
    assert (seen.state.value, isinstance(seen.mends[0], KeepRow)) == ("chua_ro", True)


def test_a_page_break_in_the_signature() -> None:
    torn = centre_par("Trần Thị Thu Hà", more={"breaks": True})
    assert broken(ask("KY10", *signed(centre_par("CHỦ TỊCH"), torn))) == ["có ngắt trang trong khối ký"]


def test_room_for_seal_and_hand() -> None:
    title, name = centre_par("CHỦ TỊCH", lines=(240, "auto")), centre_par("Trần Thị Thu Hà")
    blanks = [centre_par("", lines=(240, "auto")) for _ in range(5)]
    assert states(ask("KY11", *signed(title, *blanks, name))) == ["dung"]
    seen = ask("KY11", *signed(centre_par("CHỦ TỊCH"), blanks[0], centre_par("Trần Thị Thu Hà")))
    assert broken(seen) == ["chừa 5,7 mm"]
    (mend,) = seen[0].mends
    assert isinstance(mend, SetLook)
    assert mend.before == Pt(60)
    wide = signed(centre_par("CHỦ TỊCH"), centre_par("Trần Thị Thu Hà", gaps=(72, 0)))
    assert states(ask("KY11", *wide)) == ["dung"]


def test_room_given_by_a_row_of_its_own() -> None:
    rows = [[[left_par("")], [centre_par(text)]] for text in ("CHỦ TỊCH", "", "Trần Thị Thu Hà")]
    for height, state in ((1440, "dung"), (0, "chua_ro")):
        made = table(*rows, height=height)
        lines = [one.lines[0] for one in made.paragraphs if one.lines]
        found = parts(quyen_han=(lines[0],), nguoi_ky=(lines[1],), signing=())
        assert states(ask("KY11", paper(made), found)) == [state]


def test_two_signers_are_told_once() -> None:
    doubt = dict.fromkeys(("quyen_han", "nguoi_ky"), "máy không soát khối ký")
    seen = of("KY02", noi_nhan_tu=(line("Nơi nhận:"),), unsure=doubt)
    assert [(one.seen, one.wanted) for one in seen] == [("có hai khối ký", "máy không soát khối ký")]
    assert unsure(of("NN04", noi_nhan_tu=(line("Nơi nhận:"),), unsure=doubt)) == []
