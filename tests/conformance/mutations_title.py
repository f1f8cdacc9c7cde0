"""Faults of number, date, type and subject."""

from __future__ import annotations

import copy

from lxml import etree

from conformance.corpus_kit import Content
from conformance.docx_editing import alone, face, look, part_of, retype
from conformance.docx_words import Docx, W
from conformance.mutations import (
    mutation,
    need,
    number,
    remove_rule,
    rule_below,
    scale_rule,
)  # fmt: skip


@mutation("SO01", "thiếu dấu gạch chéo", "SO04")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(number(d, c), f"Số: {c.number} {c.symbol}")


@mutation("SO02", "thiếu dấu hai chấm", "SO01")
def _(d: Docx, c: Content) -> None:
    retype(part_of(number(d, c), "Số:"), "Số")


@mutation("SO03", "số dưới 10 không có số 0", "SO01")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(number(d, c), f"Số: 5/{c.symbol}")


@mutation("SO03", "thừa số 0 ở đầu")
def _(d: Docx, c: Content) -> None:
    need(c.number and not c.number.startswith("0"))
    retype(number(d, c), f"Số: 0{c.number}/{c.symbol}")


@mutation("SO04", "dấu cách quanh gạch chéo", "SO01")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(number(d, c), f"Số: {c.number} / {c.symbol}")


@mutation("SO04", "dấu cách quanh gạch nối", "SO01")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(number(d, c), f"Số: {c.number}/{c.symbol.replace('-', ' - ', 1)}")


@mutation("SO04", "gạch ngang dài trong ký hiệu", "SO01", "SO05")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(number(d, c), f"Số: {c.number}/{c.symbol.replace('-', '–', 1)}")


@mutation("SO05", "chữ viết tắt của loại khác")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    kind, rest = c.symbol.split("-", 1)
    retype(part_of(number(d, c), f"/{c.symbol}"), f"/{'TB' if kind != 'TB' else 'BC'}-{rest}")


@mutation("SO05", "viết tắt loại bằng chữ thường", "SO01")
def _(d: Docx, c: Content) -> None:
    kind, rest = c.symbol.split("-", 1)
    need(c.kind and kind.isupper())
    retype(part_of(number(d, c), f"/{c.symbol}"), f"/{kind.lower()}-{rest}")


@mutation("SO06", "ký hiệu có năm", "SO01")
def _(d: Docx, c: Content) -> None:
    need(c.number and c.kind != "QUYẾT ĐỊNH")  # with a year it would be a legal document of another decree
    retype(number(d, c), f"Số: {c.number}/2026/{c.symbol}")


@mutation("SO07", "cỡ 12")
def _(d: Docx, c: Content) -> None:
    face(number(d, c), sz="24")


@mutation("SO07", "cỡ 14")
def _(d: Docx, c: Content) -> None:
    face(number(d, c), sz="28")


@mutation("SO08", "in đậm")
def _(d: Docx, c: Content) -> None:
    face(number(d, c), b="1")


@mutation("SO08", "nghiêng")
def _(d: Docx, c: Content) -> None:
    face(number(d, c), i="1")


@mutation("SO09", "canh trái")
def _(d: Docx, c: Content) -> None:
    look(alone(number(d, c)), "jc", val="left")


@mutation("DD01", "ngày viết tắt bằng gạch chéo", "DD02", "DD03", "DD08")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 25/3/2026")


@mutation("DD01", "ngày không có thật")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 31 tháng 4 năm 2026")


@mutation("DD02", "ngày dưới 10 không có số 0", "DD01")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 5 tháng 3 năm 2026")


@mutation("DD03", "tháng 1, 2 không có số 0", "DD01")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 15 tháng 2 năm 2026")


@mutation("DD03", "thừa số 0 trước tháng 3 đến 9", "DD01")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 15 tháng 03 năm 2026")


@mutation("DD04", "chữ đứng")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.date_line), i="0")


@mutation("DD04", "in đậm")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.date_line), b="1")


@mutation("DD05", "cỡ 12")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.date_line), sz="24")


@mutation("DD05", "cỡ 15")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.date_line), sz="30")


@mutation("DD06", "xuống dưới một hàng so với số")
def _(d: Docx, c: Content) -> None:
    one = alone(d.find(c.date_line))[0].element
    row = next(one.iterancestors(f"{W}tr"), None)
    need(row is not None and len(row.findall(f"{W}tc")) == 2 and c.symbol in _text(row))
    need("Độc lập" not in _text(row))
    extra = copy.deepcopy(row)
    row.addnext(extra)
    for cell in (row.findall(f"{W}tc")[1], extra.findall(f"{W}tc")[0]):
        for text in cell.iter(f"{W}t"):
            text.text = ""


def _text(element: etree._Element) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t"))


@mutation("DD07", "canh phải")
def _(d: Docx, c: Content) -> None:
    found = alone(d.find(c.date_line))
    need(len(c.date_line) < 34)
    look(found, "jc", val="right")


@mutation("DD08", "thiếu dấu phẩy sau địa danh", "DD01")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place} {c.day}")


@mutation("DD08", "địa danh viết thường chữ đầu", "DD01", "DD09")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place[0].lower()}{c.place[1:]}, {c.day}")


@mutation("DD09", "địa danh không phải nơi đóng trụ sở", unit=True)
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"Cà Mau, {c.day}")


@mutation("TL01", "tên loại không có trong nghị định", "SO05", "TL02")
def _(d: Docx, c: Content) -> None:
    need(c.kind == "BÁO CÁO")
    retype(alone(d.find(c.kind)), "BẢN TƯỜNG TRÌNH")


@mutation("TL02", "chữ thường")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    retype(alone(d.find(c.kind)), c.kind.capitalize())


@mutation("TL02", "không đậm")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    face(alone(d.find(c.kind)), b="0")


@mutation("TL02", "nghiêng")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    face(alone(d.find(c.kind)), i="1")


@mutation("TL03", "cỡ 16")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    face(alone(d.find(c.kind)), sz="32")


@mutation("TL03", "cỡ 12")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    face(alone(d.find(c.kind)), sz="24")


@mutation("TL04", "canh trái")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    look(alone(d.find(c.kind)), "jc", val="left")


@mutation("TL04", "thụt lề trái 3 cm")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    look(alone(d.find(c.kind)), "ind", left="1701", firstLine="0")


@mutation("TY01", "dòng trống giữa tên loại và trích yếu")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    element = alone(d.find(c.kind))[0].element
    element.addnext(etree.Element(f"{W}p"))


@mutation("TY02", "không đậm", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    for line in c.subject:
        face(d.find(line), b="0")


@mutation("TY02", "nghiêng", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    face(d.find(c.subject[0]), i="1")


@mutation("TY02", "chữ in hoa", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    for line in c.subject:
        retype(d.find(line), line.upper())


@mutation("TY03", "cỡ 12", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    for line in c.subject:
        face(d.find(line), sz="24")


@mutation("TY03", "một dòng cỡ 16", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    face(d.find(c.subject[0]), sz="32")


@mutation("TY04", "không có đường kẻ")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    remove_rule(rule_below(d.find(c.subject[-1])))


@mutation("TY04", "đường kẻ dài bằng dòng chữ")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    scale_rule(rule_below(d.find(c.subject[-1])), 2.3)


@mutation("TY04", "đường kẻ quá ngắn")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    scale_rule(rule_below(d.find(c.subject[-1])), 0.3)


@mutation("TY05", "V/v trong văn bản có tên loại", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    retype(d.find(c.subject[0]), f"V/v {c.subject[0][0].lower()}{c.subject[0][1:]}")


@mutation("TY06", "dấu chấm cuối trích yếu", "TY04")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    retype(d.find(c.subject[-1]), f"{c.subject[-1]}.")


@mutation("TY11", "công văn không có V/v")
def _(d: Docx, c: Content) -> None:
    need(not c.kind)
    retype(part_of(d.find(c.subject[0]), "V/v "), "")


@mutation("TY12", "trích yếu công văn cỡ 14")
def _(d: Docx, c: Content) -> None:
    need(not c.kind)
    for line in c.subject:
        face(d.find(line), sz="28")


@mutation("TY13", "trích yếu công văn in đậm")
def _(d: Docx, c: Content) -> None:
    need(not c.kind)
    for line in c.subject:
        face(d.find(line), b="1")


@mutation("TY14", "trích yếu công văn canh trái")
def _(d: Docx, c: Content) -> None:
    need(not c.kind)
    for line in c.subject:
        look(alone(d.find(line)), "jc", val="left")


@mutation("DD10", "địa danh bằng số không có chữ Phường", "DD01", "DD08")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"5, {c.day}")
