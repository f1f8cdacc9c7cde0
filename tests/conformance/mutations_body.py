"""Faults of grounds and paragraphs."""

from __future__ import annotations

import re

from lxml import etree

from conformance.corpus_kit import Content
from conformance.docx_editing import alone, face, look, part_of, retype
from conformance.docx_words import Docx, W, Words
from conformance.mutations import items, last_words, mutation, need, prose


@mutation("CC01", "căn cứ chữ đứng")
def _(d: Docx, c: Content) -> None:
    need(c.grounds)
    face(d.find(c.grounds[0]), i="0")


@mutation("CC01", "mọi căn cứ chữ đứng")
def _(d: Docx, c: Content) -> None:
    need(c.grounds)
    for line in c.grounds:
        face(d.find(line), i="0")


@mutation("CC02", "căn cứ cỡ 12")
def _(d: Docx, c: Content) -> None:
    need(c.grounds)
    face(d.find(c.grounds[1]), sz="24")


@mutation("CC03", "căn cứ kết thúc bằng dấu phẩy")
def _(d: Docx, c: Content) -> None:
    need(c.grounds)
    retype(part_of(d.find(c.grounds[0]), ";", last=True), ",")


@mutation("CC03", "căn cứ cuối kết thúc bằng chấm phẩy")
def _(d: Docx, c: Content) -> None:
    need(c.grounds)
    retype(part_of(d.find(c.grounds[-1]), ".", last=True), ";")


@mutation("CC04", "căn cứ nghị định không ghi ngày")
def _(d: Docx, c: Content) -> None:
    need(c.grounds and "ngày" in c.grounds[1])
    text = re.search(r" ngày \d+ tháng \d+ năm \d+", c.grounds[1])
    retype(part_of(d.find(c.grounds[1]), text[0]), " ")  # type: ignore[index]


@mutation("ND01", "một đoạn cỡ 12")
def _(d: Docx, c: Content) -> None:
    face(d.find(prose(c)), sz="24")


@mutation("ND01", "một đoạn cỡ 15")
def _(d: Docx, c: Content) -> None:
    face(d.find(prose(c)), sz="30")


@mutation("ND01", "một đoạn cỡ khác các đoạn kia", "HD08")
def _(d: Docx, c: Content) -> None:
    need(len(items(c, "doan")) > 3)
    found = d.find(prose(c))
    face(found, sz="27")


@mutation("ND02", "một đoạn canh trái")
def _(d: Docx, c: Content) -> None:
    look(alone(d.find(prose(c))), "jc", val="left")


@mutation("ND02", "một đoạn canh giữa")
def _(d: Docx, c: Content) -> None:
    look(alone(d.find(prose(c))), "jc", val="center")


@mutation("ND03", "cả đoạn nghiêng")
def _(d: Docx, c: Content) -> None:
    face(d.find(prose(c, 1)), i="1")


@mutation("ND04", "không thụt đầu dòng", "ND09")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "ind", left="0", firstLine="0")


@mutation("ND04", "thụt đầu dòng 2 cm", "ND09")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "ind", left="0", firstLine="1134")


@mutation("ND04", "dùng phím Tab thay thụt đầu dòng", "ND08", "ND09")
def _(d: Docx, c: Content) -> None:
    found = d.find(prose(c))
    look(found, "ind", left="0", firstLine="0")
    for words in found:
        run = words.runs()[0]
        run.insert(1 if run.find(f"{W}rPr") is not None else 0, etree.Element(f"{W}tab"))


@mutation("ND04", "dùng dấu cách thay thụt đầu dòng", "ND08", "ND09")
def _(d: Docx, c: Content) -> None:
    found = d.find(prose(c))
    look(found, "ind", left="0", firstLine="0")
    retype(part_of(found, prose(c)[:3]), "          " + prose(c)[:3])


@mutation("ND05", "không cách đoạn")
def _(d: Docx, c: Content) -> None:
    found = _neighbours(d, c)
    for words in found:
        look(words, "spacing", before="0", after="0", beforeAutospacing="0", afterAutospacing="0")


@mutation("ND05", "cách đoạn 3 pt")
def _(d: Docx, c: Content) -> None:
    for words in _neighbours(d, c):
        look(words, "spacing", before="60", after="0", beforeAutospacing="0", afterAutospacing="0")


@mutation("ND05", "bỏ cách giữa các đoạn cùng kiểu")
def _(d: Docx, c: Content) -> None:
    found = _neighbours(d, c)
    styles = {words[0].style for words in found}
    need(len(styles) == 1)
    for words in found:
        look(words, "contextualSpacing", val="1")


def _neighbours(d: Docx, c: Content) -> list[list[Words]]:
    """Two long paragraphs that stand together."""
    texts = [item.text for item in c.items]
    for one, other in zip(c.items, c.items[1:], strict=False):
        if one.kind == other.kind and one.kind in ("doan", "diem", "khoan_chay"):
            first, second = d.find(one.text), d.find(other.text)
            if first[0].element.getnext() is second[0].element:
                return [first, second]
    need(not texts)
    return []


@mutation("ND06", "giãn dòng 2")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "spacing", line="480", lineRule="auto")


@mutation("ND06", "giãn dòng 0,9")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "spacing", line="216", lineRule="auto")


@mutation("ND06", "dòng đúng 12 pt")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "spacing", line="240", lineRule="exact")


@mutation("ND07", "kết thúc bằng “./”")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(last_words(c)), "./.", last=True), "./")


@mutation("ND07", "kết thúc bằng dấu chấm")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(last_words(c)), "./.", last=True), ".")


@mutation("ND08", "đoạn trống giữa hai đoạn văn")
def _(d: Docx, c: Content) -> None:
    _neighbours(d, c)[0][0].element.addnext(etree.Element(f"{W}p"))


@mutation("ND08", "hai dấu cách giữa câu")
def _(d: Docx, c: Content) -> None:
    first = prose(c).split()
    retype(part_of(d.find(prose(c)), f"{first[1]} {first[2]}"), f"{first[1]}   {first[2]}")


@mutation("ND09", "một đoạn thụt 1 cm, các đoạn kia 1,27 cm")
def _(d: Docx, c: Content) -> None:
    need(len(items(c, "doan", "diem")) > 3)
    roots = (d.document, d.tree("word/styles.xml"))
    indents = [one.get(f"{W}firstLine") for root in roots for one in root.iter(f"{W}ind")]
    new = "567" if indents.count("720") > indents.count("567") else "720"
    look(d.find(prose(c)), "ind", left="0", firstLine=new)


@mutation("ND04", "thụt treo", "ND09")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "ind", left="720", hanging="720")


@mutation("ND10", "dấu cách trước dấu phẩy")
def _(d: Docx, c: Content) -> None:
    need("," in prose(c))
    retype(part_of(d.find(prose(c)), ","), " ,")


@mutation("ND10", "thiếu dấu cách sau dấu phẩy")
def _(d: Docx, c: Content) -> None:
    need(", " in prose(c))
    retype(part_of(d.find(prose(c)), ", "), ",")


@mutation("ND11", "chữ viết tắt không giải nghĩa")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    retype(part_of(d.find(prose(c)), f"{words[4]} {words[5]}"), "KKTNCB")
