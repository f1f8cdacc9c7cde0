"""Faults of Kính gửi and appendices."""

from __future__ import annotations

from conformance.corpus_kit import Content
from conformance.docx_editing import face, look, part_of, put, retype
from conformance.docx_words import Docx, W
from conformance.mutations import mutation, need


@mutation("KG02", "Kính gửi cỡ 12")
def _(d: Docx, c: Content) -> None:
    need(c.addressed)
    face(d.find(c.addressed_lines[-1]), sz="24")


@mutation("KG03", "Kính gửi in đậm")
def _(d: Docx, c: Content) -> None:
    need(c.addressed)
    face(d.find(c.addressed_lines[0]), b="1")


@mutation("KG03", "Kính gửi nghiêng")
def _(d: Docx, c: Content) -> None:
    need(c.addressed)
    face(d.find(c.addressed_lines[0]), i="1")


@mutation("KG04", "nơi nhận thứ nhất thiếu chấm phẩy")
def _(d: Docx, c: Content) -> None:
    need(len(c.addressed) > 1)
    retype(part_of(d.find(c.addressed_lines[1]), ";", last=True), ",")


@mutation("KG04", "nơi nhận cuối thiếu dấu chấm")
def _(d: Docx, c: Content) -> None:
    need(len(c.addressed) > 1)
    line = c.addressed_lines[-1]
    retype(d.find(line), line.removesuffix("."))


@mutation("KG04", "nhiều nơi trên cùng một dòng")
def _(d: Docx, c: Content) -> None:
    need(len(c.addressed) == 1 and c.kind)
    retype(d.find(c.addressed_lines[0]), f"{c.addressed_lines[0]}; Sở Tài chính; Sở Nội vụ")


@mutation("KG01", "báo cáo gửi cấp trên không có Kính gửi", "NN10", "NN09", unit=True)
def _(d: Docx, c: Content) -> None:
    need(c.addressed and c.kind == "BÁO CÁO")
    for line in c.addressed_lines:
        for words in d.find(line):
            words.element.getparent().remove(words.element)


@mutation("PL01", "thân bài không nhắc đến phụ lục")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    text = next(item.text for item in c.items if "Phụ lục II" in item.text)
    retype(d.find(text), "Số liệu chi tiết và danh mục nhiệm vụ đã được tổng hợp đầy đủ.")


@mutation("PL02", "phụ lục đánh số Ả Rập", "PL01")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    for one, new in zip(c.annexes, ("1", "2"), strict=True):
        retype(d.find(one.word), f"Phụ lục {new}")


@mutation("PL03", "chữ Phụ lục cỡ 13")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    face(d.find(c.annexes[0].word), sz="26")


@mutation("PL03", "chữ Phụ lục không đậm")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    face(d.find(c.annexes[0].word), b="0")


@mutation("PL03", "chữ PHỤ LỤC in hoa")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    retype(d.find(c.annexes[1].word), c.annexes[1].word.upper())


@mutation("PL03", "chữ Phụ lục canh phải")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    look(d.find(c.annexes[0].word), "jc", val="right")


@mutation("PL04", "tên phụ lục chữ thường")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    retype(d.find(c.annexes[0].title), c.annexes[0].title.capitalize())


@mutation("PL04", "tên phụ lục không đậm")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    face(d.find(c.annexes[1].title), b="0")


@mutation("PL05", "dòng kèm theo chữ đứng")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    face(d.find(c.annexes[0].reference), i="0")


@mutation("PL05", "dòng kèm theo không có ngoặc")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    for words in d.find(c.annexes[0].reference)[:1]:
        retype([words], c.annexes[0].reference.strip("()"))


@mutation("PL06", "bản điện tử điền sẵn số, ngày ở dòng kèm theo", electronic=True)
def _(d: Docx, c: Content) -> None:
    need(c.annexes)


@mutation("PL07", "phụ lục không sang trang mới", "NM07")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    section = d.sections()[-1]
    old = section.find(f"{W}type")
    if old is not None:
        section.remove(old)
    put(section, "type", val="continuous")


@mutation("PL08", "bảng phụ lục không lặp dòng đầu")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    cell = d.find("Đơn vị chủ trì")[0].element
    row = next(cell.iterancestors(f"{W}tr"))
    heads = row.findall(f"{W}trPr/{W}tblHeader")
    need(heads)
    for head in heads:
        head.getparent().remove(head)
