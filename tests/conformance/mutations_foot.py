"""Faults of signature and Nơi nhận."""

from __future__ import annotations

import copy

from lxml import etree

from conformance.corpus_kit import Content
from conformance.docx_editing import alone, face, look, part_of, retype
from conformance.docx_words import Docx, W, Words, letters
from conformance.mutations import mutation, need, number, recipient


def text_of(paragraph: etree._Element) -> str:
    """The printed words of a paragraph."""
    return "".join(letter.text for letter in letters(paragraph))


@mutation("KY01", "thiếu dấu chấm sau TM", "KY07")
def _(d: Docx, c: Content) -> None:
    need(c.authority[0].startswith("TM."))
    retype(d.find(c.authority[0]), c.authority[0].replace("TM.", "TM"))


@mutation("KY01", "viết theo lối của Đảng T/M", "KY07")
def _(d: Docx, c: Content) -> None:
    need(c.authority[0].startswith("TM."))
    retype(d.find(c.authority[0]), c.authority[0].replace("TM.", "T/M"))


@mutation("KY01", "thiếu dấu cách sau KT.")
def _(d: Docx, c: Content) -> None:
    line = next((line for line in c.authority if line.startswith("KT.")), "")
    need(line)
    retype(d.find(line), line.replace("KT. ", "KT."))


@mutation("KY02", "chức vụ không đậm")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.authority[-1], last=True), b="0")


@mutation("KY02", "chức vụ chữ thường")
def _(d: Docx, c: Content) -> None:
    line = c.authority[-1]
    retype(d.find(line, last=True), line.capitalize())


@mutation("KY02", "chức vụ nghiêng")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.authority[-1], last=True), i="1")


@mutation("KY03", "chức vụ cỡ 12")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.authority[-1], last=True), sz="24")


@mutation("KY03", "chức vụ cỡ 15")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.authority[-1], last=True), sz="30")


@mutation("KY04", "họ tên không đậm")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.signer), b="0")


@mutation("KY04", "họ tên in hoa")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.signer), c.signer.upper())


@mutation("KY04", "họ tên nghiêng")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.signer), i="1")


@mutation("KY05", "họ tên cỡ 12")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.signer), sz="24")


@mutation("KY05", "họ tên cỡ 16")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.signer), sz="32")


@mutation("KY06", "học vị trước họ tên")
def _(d: Docx, c: Content) -> None:
    need(not c.agency[0].startswith("TRƯỜNG"))  # schools may: their minister decides
    retype(d.find(c.signer), f"ThS. {c.signer}")


@mutation("KY06", "học hàm, học vị viết liền PGS.TS")
def _(d: Docx, c: Content) -> None:
    need(not c.agency[0].startswith("TRƯỜNG"))  # schools may: their minister decides
    retype(d.find(c.signer), f"PGS.TS {c.signer}")


@mutation("KY07", "UBND ký không có TM.")
def _(d: Docx, c: Content) -> None:
    need(c.authority[0].startswith("TM.") and c.kind != "QUYẾT ĐỊNH")  # the chairman's decision has no TM.
    one = alone(d.find(c.authority[0]))
    for words in one:
        words.element.getparent().remove(words.element)


@mutation("KY07", "dưới TM. là chức vụ của người khác")
def _(d: Docx, c: Content) -> None:
    need(c.authority[0].startswith("TM. ỦY BAN") and c.authority[1:] == ("CHỦ TỊCH",))
    retype(d.find("CHỦ TỊCH", last=True), "CHÁNH VĂN PHÒNG")


@mutation("KY08", "Phó Chủ tịch ký không có KT.")
def _(d: Docx, c: Content) -> None:
    line = next((line for line in c.authority if line.startswith("KT.")), "")
    need(line)
    for words in alone(d.find(line)):
        words.element.getparent().remove(words.element)


@mutation("KY09", "khối ký canh trái")
def _(d: Docx, c: Content) -> None:
    lines = [d.find(line, last=True) for line in (*c.authority, c.signer)]
    for found in lines:
        look(alone(found), "jc", val="left")


@mutation("KY11", "không chừa chỗ ký")
def _(d: Docx, c: Content) -> None:
    found = alone(d.find(c.signer))
    for words in found:
        cell = next(words.element.iterancestors(f"{W}tc"), None)
        need(cell is not None and c.authority[-1] in "".join(node.text or "" for node in cell.iter(f"{W}t")))
        for paragraph in list(cell.iterchildren(f"{W}p")):
            if not text_of(paragraph).strip() and paragraph is not words.element:
                cell.remove(paragraph)
        look([words], "spacing", before="0", beforeAutospacing="0")


@mutation("NN01", "thiếu dấu hai chấm")
def _(d: Docx, c: Content) -> None:
    retype(d.find("Nơi nhận:"), "Nơi nhận")


@mutation("NN01", "chữ in hoa")
def _(d: Docx, c: Content) -> None:
    retype(d.find("Nơi nhận:"), "NƠI NHẬN:")


@mutation("NN01", "thừa chữ N hoa (Nơi Nhận:)")
def _(d: Docx, c: Content) -> None:
    retype(d.find("Nơi nhận:"), "Nơi Nhận:")


@mutation("NN02", "cỡ 14")
def _(d: Docx, c: Content) -> None:
    face(d.find("Nơi nhận:"), sz="28")


@mutation("NN02", "cỡ 11")
def _(d: Docx, c: Content) -> None:
    face(d.find("Nơi nhận:"), sz="22")


@mutation("NN03", "không đậm")
def _(d: Docx, c: Content) -> None:
    face(d.find("Nơi nhận:"), b="0")


@mutation("NN03", "chữ đứng")
def _(d: Docx, c: Content) -> None:
    face(d.find("Nơi nhận:"), i="0")


@mutation("NN04", "thụt vào giữa", "ND02")
def _(d: Docx, c: Content) -> None:
    look(alone(d.find("Nơi nhận:")), "jc", val="center")


@mutation("NN04", "xuống dưới họ tên người ký")
def _(d: Docx, c: Content) -> None:
    word = alone(d.find("Nơi nhận:"))[0].element
    cell = next(word.iterancestors(f"{W}tc"), None)
    need(cell is not None)
    table = next(cell.iterancestors(f"{W}tbl"))
    need(len(table.findall(f"{W}tr")) == 1)
    moved = [paragraph for paragraph in cell.iterchildren(f"{W}p") if text_of(paragraph).strip()]
    cell.append(etree.Element(f"{W}p"))
    for paragraph in reversed(moved):
        table.addnext(paragraph)


@mutation("NN05", "danh sách cỡ 12")
def _(d: Docx, c: Content) -> None:
    for at in range(len(c.recipients)):
        face(d.find(recipient(c, at)), sz="24")


@mutation("NN05", "một dòng cỡ 10")
def _(d: Docx, c: Content) -> None:
    face(d.find(recipient(c, 0)), sz="20")


@mutation("NN06", "danh sách nghiêng")
def _(d: Docx, c: Content) -> None:
    for at in range(len(c.recipients)):
        face(d.find(recipient(c, at)), i="1")


@mutation("NN06", "một dòng đậm")
def _(d: Docx, c: Content) -> None:
    face(d.find(recipient(c, 0)), b="1")


@mutation("NN07", "thiếu gạch đầu dòng")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(recipient(c, 0)), "- "), "")


@mutation("NN07", "dòng giữa kết thúc bằng dấu phẩy")
def _(d: Docx, c: Content) -> None:
    need(len(c.recipients) > 1)
    retype(part_of(d.find(recipient(c, 0)), ";", last=True), ",")


@mutation("NN07", "gạch đầu dòng không có dấu cách")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(recipient(c, 0)), "- "), "-")


@mutation("NN08", "dòng Lưu thiếu dấu chấm")
def _(d: Docx, c: Content) -> None:
    line = recipient(c, -1)
    retype(d.find(line), line.removesuffix("."))


@mutation("NN08", "dòng Lưu kết thúc bằng chấm phẩy")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(recipient(c, -1)), ".", last=True), ";")


@mutation("NN08", "Lưu VT không có dấu hai chấm")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(recipient(c, -1)), "Lưu: "), "Lưu ")


@mutation("NN09", "có Kính gửi mà không có Như trên")
def _(d: Docx, c: Content) -> None:
    need(c.addressed)
    retype(d.find("- Như trên;"), "- Ban Thường vụ Đảng ủy;")


@mutation("NN10", "không có Kính gửi mà ghi Như trên")
def _(d: Docx, c: Content) -> None:
    need(not c.addressed)
    retype(d.find(recipient(c, 0)), "- Như trên;")


@mutation("NN11", "ký hiệu người soạn thảo chữ thường")
def _(d: Docx, c: Content) -> None:
    for words in alone(d.find(recipient(c, -1))):
        line = copy.deepcopy(words.element)
        words.element.addnext(line)
        retype([Words(line, 0, len(words.whole))], "pl.(300)")


@mutation("NN11", "ký hiệu người soạn thảo cỡ 13", "NN05")
def _(d: Docx, c: Content) -> None:
    for words in alone(d.find(recipient(c, -1))):
        line = copy.deepcopy(words.element)
        words.element.addnext(line)
        retype([Words(line, 0, len(words.whole))], "PL.(300)")
        face([Words(line, 0, 8)], sz="26")


@mutation("MK01", "mức độ khẩn không đóng khung")
def _(d: Docx, c: Content) -> None:
    _stamp(d, c, "KHẨN")


@mutation("MK02", "phạm vi lưu hành không đóng khung")
def _(d: Docx, c: Content) -> None:
    _stamp(d, c, "LƯU HÀNH NỘI BỘ")


def _stamp(d: Docx, c: Content, text: str) -> None:
    """A bold line of 13 pt under the number, without a box."""
    for words in alone(number(d, c)):
        line = copy.deepcopy(words.element)
        words.element.addnext(line)
        new = Words(line, 0, len(words.whole))
        retype([new], text)
        face([Words(line, 0, len(text))], b="1", sz="26")
