"""Faults of headings."""

from __future__ import annotations

from lxml import etree

from conformance.corpus_kit import Content, Item
from conformance.docx_editing import face, look, part_of, properties, put, retype
from conformance.docx_words import Docx, W, Words
from conformance.mutations import items, mutation, need, prose


@mutation("HD01", "tên mục chữ thường", "HD02")
def _(d: Docx, c: Content) -> None:
    text = items(c, "muc")[0]
    retype(d.find(text), text.capitalize())


@mutation("HD01", "tên mục không đậm")
def _(d: Docx, c: Content) -> None:
    text = items(c, "muc")[0]
    face(_with_number(d, c, "muc"), b="0")
    assert text


@mutation("HD01", "số mục có gạch chéo thay dấu chấm")
def _(d: Docx, c: Content) -> None:
    item = _typed(c, "muc")
    retype(part_of(d.find(item.full), item.number), item.number.replace(".", "/"))


def _typed(c: Content, kind: str, at: int = 0) -> Item:
    found = [item for item in c.items if item.kind == kind and item.number]
    need(len(found) > at)
    return found[at]


def _with_number(d: Docx, c: Content, kind: str, at: int = 0) -> list[Words]:
    text = items(c, kind)[at]
    return [Words(one.element, 0, len(one.whole)) for one in d.find(text)]


@mutation("HD02", "tên khoản không đậm", "HD03")
def _(d: Docx, c: Content) -> None:
    face(_with_number(d, c, "khoan"), b="0")


@mutation("HD02", "tên khoản in hoa", "HD01")
def _(d: Docx, c: Content) -> None:
    text = items(c, "khoan")[0]
    retype(d.find(text), text.upper())


@mutation("HD02", "tên khoản nghiêng")
def _(d: Docx, c: Content) -> None:
    face(_with_number(d, c, "khoan"), i="1")


@mutation("HD03", "số khoản chạy liền câu in đậm")
def _(d: Docx, c: Content) -> None:
    item = _typed(c, "khoan_chay")
    face(part_of(d.find(item.full), item.number), b="1")


@mutation("HD04", "điểm in đậm")
def _(d: Docx, c: Content) -> None:
    item = _typed(c, "diem")
    face(part_of(d.find(item.full), item.number), b="1")


@mutation("HD04", "điểm dùng dấu chấm thay ngoặc")
def _(d: Docx, c: Content) -> None:
    item = _typed(c, "diem")
    retype(part_of(d.find(item.full), item.number), item.number.replace(")", "."))


@mutation("HD05", "bỏ chữ đ", "HD09")
def _(d: Docx, c: Content) -> None:
    points = [item for item in c.items if item.number in ("đ)", "e)")]
    need(len(points) == 2)
    for item, new in zip(points, ("e)", "f)"), strict=True):
        retype(part_of(d.find(item.full), item.number), new)


@mutation("HD05", "đánh điểm bằng danh sách tự động của Word (a, b, c, d, e, f)", "ND04", "ND09", "HD09")
def _(d: Docx, c: Content) -> None:
    points = [item for item in c.items if item.kind == "diem" and item.number]
    need(len(points) == 6 and "word/numbering.xml" in d.members)
    root = d.tree("word/numbering.xml")
    numbers = root.findall(f"{W}num")
    need(numbers)
    abstract = etree.Element(f"{W}abstractNum")
    abstract.set(f"{W}abstractNumId", "991")
    level = etree.SubElement(abstract, f"{W}lvl")
    level.set(f"{W}ilvl", "0")
    for tag, value in (
        ("start", "1"),
        ("numFmt", "lowerLetter"),
        ("suff", "space"),
        ("lvlText", "%1)"),
        ("lvlJc", "left"),
    ):
        etree.SubElement(level, f"{W}{tag}").set(f"{W}val", value)
    numbers[0].addprevious(abstract)
    number = etree.SubElement(root, f"{W}num")
    number.set(f"{W}numId", "991")
    etree.SubElement(number, f"{W}abstractNumId").set(f"{W}val", "991")
    for item in points:
        found = d.find(item.full)
        retype(part_of(found, item.full[: len(item.number) + 2]), item.text[0])
        for words in found:
            target = put(properties(words.element, "pPr"), "numPr")
            for tag, value in (("ilvl", "0"), ("numId", "991")):
                etree.SubElement(target, f"{W}{tag}").set(f"{W}val", value)


@mutation("HD08", "mục cỡ 13, thân bài cỡ 14")
def _(d: Docx, c: Content) -> None:
    need(d.find(prose(c)))
    face(_with_number(d, c, "muc"), sz="25")


@mutation("HD08", "khoản cỡ 16")
def _(d: Docx, c: Content) -> None:
    face(_with_number(d, c, "khoan"), sz="32")


@mutation("HD09", "số khoản nhảy từ 1 lên 3")
def _(d: Docx, c: Content) -> None:
    found = [item for item in c.items if item.number == "2." and item.kind in ("khoan", "khoan_chay")]
    need(found and d.all(found[0].full))
    after = c.items[c.items.index(found[0]) + 1 :]
    need(found[0].kind == "khoan_chay" or not any(item.number == "3." for item in after))
    retype(part_of(d.find(found[0].full), "2."), "4.")


@mutation("HD09", "số mục lặp")
def _(d: Docx, c: Content) -> None:
    found = [item for item in c.items if item.number == "II."]
    need(found)
    retype(part_of(d.find(found[0].full), "II."), "I.")


@mutation("HD05", "điểm lặp chữ", "HD09")
def _(d: Docx, c: Content) -> None:
    found = [item for item in c.items if item.number == "b)"]
    need(found)
    retype(part_of(d.find(found[0].full), "b)"), "a)")


@mutation("HD10", "mục chỉ có số, không có tên", "HD01")
def _(d: Docx, c: Content) -> None:
    item = _typed(c, "muc", 1)
    retype(d.find(item.full), item.number)


@mutation("HD11", "tên mục không dính đoạn sau")
def _(d: Docx, c: Content) -> None:
    text = items(c, "muc")[0]
    look(d.find(text), "keepNext", val="0")


@mutation("HD06", "chương đánh số Ả Rập")
def _(d: Docx, c: Content) -> None:
    need(c.of("chuong"))
    retype(d.find("Chương I"), "Chương 1")


@mutation("HD06", "chương canh trái")
def _(d: Docx, c: Content) -> None:
    need(c.of("chuong"))
    look(d.find("Chương I"), "jc", val="left")


@mutation("HD06", "tên chương chữ thường")
def _(d: Docx, c: Content) -> None:
    text = items(c, "chuong")[0]
    retype(d.find(text), text.capitalize())


@mutation("HD06", "chương không đậm")
def _(d: Docx, c: Content) -> None:
    need(c.of("chuong"))
    face(d.find("Chương II"), b="0")


@mutation("HD07", "mục đánh số La Mã")
def _(d: Docx, c: Content) -> None:
    need(c.of("muc_a"))
    retype(d.find("Mục 1"), "Mục I")


@mutation("HD07", "tên mục không đậm")
def _(d: Docx, c: Content) -> None:
    face(d.find(items(c, "muc_a")[0]), b="0")


@mutation("HD07", "mục canh trái")
def _(d: Docx, c: Content) -> None:
    need(c.of("muc_a"))
    look(d.find("Mục 2"), "jc", val="left")


@mutation("HD09", "số điều nhảy")
def _(d: Docx, c: Content) -> None:
    found = [item for item in c.items if item.number == "Điều 3."]
    need(found)
    retype(part_of(d.find(found[0].number), "Điều 3."), "Điều 7.")


def _article(c: Content) -> Item:
    found = [item for item in c.items if item.kind == "dieu" and item.number]
    need(bool(found))
    return found[0]


@mutation("HD13", "từ Điều và số thứ tự không đậm")
def _(d: Docx, c: Content) -> None:
    item = _article(c)
    face(part_of(d.find(item.full), item.number), b="0")


@mutation("HD13", "sau số của Điều là dấu hai chấm")
def _(d: Docx, c: Content) -> None:
    item = _article(c)
    retype(part_of(d.find(item.full), item.number), item.number.replace(".", ":"))
