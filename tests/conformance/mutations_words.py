"""Faults of wording and figures: capitals, spelling, numbers, tables, notes."""

from __future__ import annotations

import copy

from lxml import etree

from conformance.corpus_kit import Content
from conformance.docx_editing import face, part_of, properties, put, retype
from conformance.docx_words import Docx, W
from conformance.mutations import mutation, need, prose


def _instead(d: Docx, c: Content, sentence: str, at: int = 0) -> None:
    """Another sentence at the end of a long paragraph, before its stop."""
    text = prose(c, at)
    ending = text[-1]
    found = part_of(d.find(text), " ".join(text.split()[-2:]), last=True)
    retype(found, f"{' '.join(text.split()[-2:])[:-1]}. {sentence}{ending}")


def _said(rule: str, name: str, sentence: str, *also: str) -> None:
    @mutation(rule, name, *also)
    def _(d: Docx, c: Content) -> None:
        _instead(d, c, sentence)


_said("VH02", "nhân dân viết thường", "Đơn vị luôn lắng nghe ý kiến của nhân dân trên địa bàn")
_said("VH03", "Tỉnh viết hoa trước tên riêng giữa câu", "Đơn vị đã học tập kinh nghiệm của Tỉnh Nam Định")
_said("VH05", "thủ đô Hà Nội viết thường", "Đoàn đã đi thăm thủ đô Hà Nội")
_said("VH05", "thành phố Hồ Chí Minh viết thường", "Đoàn đã đi thăm thành phố Hồ Chí Minh")
_said("VH06", "Khoản viết hoa, điều viết thường khi viện dẫn", "Việc này theo Khoản 2 điều 103 của Luật")
_said("VH07", "thứ hai viết thường", "Lịch tiếp công dân vào sáng thứ hai hằng tuần")
_said(
    "VH08",
    "tên loại văn bản cụ thể viết thường",
    "Việc này theo quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026",
)
_said("VH09", "Ủy ban Nhân dân", "Việc này đã báo cáo Ủy ban Nhân dân xã")
_said("CT02", "qui định", "Việc này thực hiện đúng qui định, quy trình, quy chế của cơ quan")
_said("SL01", "hàng nghìn không có dấu chấm", "Tổng cộng có 15250 lượt người dự")
_said("SL02", "số lẻ dùng dấu chấm", "Mức hài lòng đạt 98.5 điểm")
_said("SL02", "phần trăm dùng dấu chấm", "Tỷ lệ đúng hạn đạt 98.75%")
_said("SL03", "dấu cách trước phần trăm", "Tỷ lệ đúng hạn đạt 97 %")
_said("SL04", "ba chữ số lẻ", "Tỷ lệ đúng hạn đạt 97,125%")
_said("SL05", "số dưới 10 không có số 0", "Đơn vị đã cử 3 công chức tham gia")
_said("SL06", "tiền viết VNĐ", "Kinh phí là 25.000.000 VNĐ")
_said("SL07", "ngày ngắn thiếu số 0", "Việc này hoàn thành ngày 5/4/2025")
_said("SL09", "quý viết số Ả Rập", "Việc này hoàn thành trong quý 3 năm 2025")


@mutation("VH01", "đầu câu viết thường")
def _(d: Docx, c: Content) -> None:
    text = prose(c)
    retype(part_of(d.find(text), text[0]), text[0].lower())


@mutation("CT01", "hai lối đặt dấu (hòa, hoà)")
def _(d: Docx, c: Content) -> None:
    _instead(
        d, c, "Tinh thần hòa giải, đoàn kết; phát huy dân chủ, hoà nhã; hóa giải khó khăn; khoá sổ đúng hạn"
    )


@mutation("FT01", "chú thích gõ tay bằng số nhỏ")
def _(d: Docx, c: Content) -> None:
    text = prose(c)
    need(not any(item.note for item in c.items))
    run = d.find(text)[0].runs()[-1]
    mark = copy.deepcopy(run)
    for child in [child for child in mark if child.tag != f"{W}rPr"]:
        mark.remove(child)
    target = properties(mark, "rPr")
    put(target, "vertAlign", val="superscript")
    etree.SubElement(mark, f"{W}t").text = "1"
    run.addnext(mark)


@mutation("FT02", "chú thích cỡ 14")
def _(d: Docx, c: Content) -> None:
    notes = [item.note for item in c.items if item.note]
    need(notes)
    face(d.find(notes[0], story="word/footnotes.xml"), sz="28")


@mutation("BG01", "chữ trong bảng cỡ 9", "FN05")
def _(d: Docx, c: Content) -> None:
    need(any(item.kind == "bang" for item in c.items))
    cell = d.find("Hộ tịch")[0].element
    table = next(cell.iterancestors(f"{W}tbl"))
    for run in table.iter(f"{W}r"):
        put(properties(run, "rPr"), "sz", val="18")


@mutation("BG02", "bảng số liệu không có đơn vị tính")
def _(d: Docx, c: Content) -> None:
    need(any(item.kind == "don_vi" for item in c.items))
    one = d.find("Đơn vị tính: hồ sơ")[0].element
    one.getparent().remove(one)


@mutation("BG03", "cột số canh trái")
def _(d: Docx, c: Content) -> None:
    need(any(item.kind == "bang" for item in c.items))
    for text in ("1.250", "2.400", "150", "1.225", "2.376", "147"):
        put(properties(d.find(text)[0].element, "pPr"), "jc", val="left")


@mutation("BG04", "số lẻ bên cạnh số nguyên trong một cột")
def _(d: Docx, c: Content) -> None:
    need(any(item.kind == "bang" for item in c.items))
    retype(d.find("150"), "150,0")
