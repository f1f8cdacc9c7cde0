"""Changes that break nothing: other words, signs and ways that offices use and the decree allows.

After none of them may anything of force must or practice be told that was not told before.
"""

from __future__ import annotations

import copy
import unicodedata

from lxml import etree

from conformance.corpus_kit import MOTTO, NATION, Content
from conformance.docx_editing import alone, face, look, part_of, properties, put, retype
from conformance.docx_words import Docx, W, Words
from conformance.mutations import Change, Mutation, motto, nation, need, number, prose, recipient

HARMLESS: dict[str, Mutation] = {}


def harmless(name: str, change: Change | None = None):
    """Register a change."""

    def register(change: Change) -> Change:
        assert name not in HARMLESS, name
        HARMLESS[name] = Mutation(name, "", change)
        return change

    return register


@harmless("HOÀ thay HÒA trong Quốc hiệu")
def _(d: Docx, c: Content) -> None:
    retype(nation(d), NATION.replace("HÒA", "HOÀ"))


@harmless("dấu cách không ngắt trong Tiêu ngữ")
def _(d: Docx, c: Content) -> None:
    retype(motto(d), MOTTO.replace(" - ", "\u00a0-\u00a0"))


@harmless("chữ in hoa bằng định dạng (All caps)")
def _(d: Docx, c: Content) -> None:
    retype(alone(d.find(c.kind or c.agency[-1])), (c.kind or c.agency[-1]).capitalize())
    for words in d.find((c.kind or c.agency[-1]).capitalize()):
        whole = Words(words.element, 0, len(words.whole))
        face([whole], caps="1")


@harmless("địa danh Thành phố Hồ Chí Minh")
def _(d: Docx, c: Content) -> None:
    retype(part_of(d.find(c.date_line), c.place), "TP. Hồ Chí Minh")


@harmless("ngày 10 tháng 12")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 10 tháng 12 năm 2025")


@harmless("ngày 01 tháng 01")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.date_line), f"{c.place}, ngày 01 tháng 01 năm 2026")


@harmless("số bốn chữ số")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(part_of(number(d, c), c.number), "1456")


@harmless("số để trống trong dự thảo")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(part_of(number(d, c), c.number), "      ")


@harmless("số để trống bằng dấu chấm")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(part_of(number(d, c), c.number), "…")


@harmless("ký hiệu có đơn vị soạn thảo")
def _(d: Docx, c: Content) -> None:
    need(c.number)
    retype(part_of(number(d, c), c.symbol), f"{c.symbol}-VP")


@harmless("trích yếu bắt đầu bằng Về việc")
def _(d: Docx, c: Content) -> None:
    need(c.kind and len(c.subject[0]) < 45 and len(c.subject) == 1 and not c.subject[0].startswith("Về việc"))
    retype(d.find(c.subject[0]), f"Về việc {c.subject[0][0].lower()}{c.subject[0][1:]}")


@harmless("một cụm từ nghiêng giữa câu")
def _(d: Docx, c: Content) -> None:
    face(part_of(d.find(prose(c)), " ".join(prose(c).split()[5:8])), i="1")


@harmless("một cụm từ đậm đầu đoạn")
def _(d: Docx, c: Content) -> None:
    face(part_of(d.find(prose(c)), " ".join(prose(c).split()[:3])), b="1")


@harmless("câu trích trong ngoặc kép nghiêng")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    found = part_of(d.find(prose(c)), " ".join(words[3:7]))
    retype(found, f"“{' '.join(words[3:7])}”")


@harmless("giãn dòng đúng 1,5")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "spacing", line="360", lineRule="auto")


@harmless("dòng ít nhất 17 pt")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "spacing", line="340", lineRule="atLeast")


@harmless("cách đoạn 12 pt")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "spacing", before="240", beforeAutospacing="0")


@harmless("màu chữ auto ghi rõ")
def _(d: Docx, c: Content) -> None:
    face(d.find(prose(c)), color="auto")


@harmless("tô nền trắng")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "shd", val="clear", color="auto", fill="FFFFFF")


@harmless("chữ số mũ trong m²")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    found = part_of(d.find(prose(c)), " ".join(words[4:6]))
    retype(found, "350 m2")
    face(part_of(d.find("350 m2"), "2"), vertAlign="superscript")


@harmless("ký hiệu toán và gạch ngang trong câu")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    retype(part_of(d.find(prose(c)), " ".join(words[4:7])), "xanh - sạch - đẹp, đạt ≥ 95%")


@harmless("ngày ngắn đúng lối trong câu")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    retype(part_of(d.find(prose(c)), " ".join(words[4:7])), "ngày 05/4/2025 và ngày 15/12/2025")


@harmless("số liệu đúng lối trong câu")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    retype(
        part_of(d.find(prose(c)), " ".join(words[4:7])),
        "1.250/1.674 hồ sơ, tỷ lệ 74,67%, 12,5 tỷ đồng, 05 đơn vị",
    )


@harmless("năm, điều, khoản và tên riêng có số")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    new = "năm 2025, điểm a khoản 2 Điều 103, Quyết định số 766/QĐ-TTg, ấp 3, mức độ 4"
    retype(part_of(d.find(prose(c)), " ".join(words[4:7])), new)


@harmless("Lưu có tên người soạn trong ngoặc và số bản")
def _(d: Docx, c: Content) -> None:
    retype(d.find(recipient(c, -1)), "- Lưu: VT, VHXH (Tài, 15b).")


@harmless("ghi chú (b/c) trong Nơi nhận")
def _(d: Docx, c: Content) -> None:
    need(len(c.recipients) > 2)
    retype(d.find(recipient(c, 1)), f"- {c.recipients[1]} (b/c);")


@harmless("họ tên bốn chữ có gạch nối")
def _(d: Docx, c: Content) -> None:
    retype(d.find(c.signer), "Y Thanh Hà Niê Kđăm")


@harmless("quyền chức vụ Q.")
def _(d: Docx, c: Content) -> None:
    need(c.authority[-1] in ("TRƯỞNG PHÒNG", "HIỆU TRƯỞNG"))
    retype(d.find(c.authority[-1], last=True), f"Q. {c.authority[-1]}")


@harmless("thừa lệnh TL.")
def _(d: Docx, c: Content) -> None:
    need(c.authority == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))
    retype(d.find(c.authority[0]), "TL. CHỦ TỊCH")
    retype(alone(d.find("CHỦ TỊCH", last=True)), "CHÁNH VĂN PHÒNG")


@harmless("lời bình của Word ở thân bài")
def _(d: Docx, c: Content) -> None:
    for words in d.find(prose(c)):
        for tag in ("commentRangeStart", "commentRangeEnd"):
            mark = etree.SubElement(words.element, f"{W}{tag}")
            mark.set(f"{W}id", "77")


@harmless("dấu trang quanh một câu")
def _(d: Docx, c: Content) -> None:
    for at, words in enumerate(d.find(prose(c))):
        runs = words.runs()
        start = etree.Element(f"{W}bookmarkStart")
        start.set(f"{W}id", str(880 + at))
        start.set(f"{W}name", f"cau_{at}")
        end = etree.Element(f"{W}bookmarkEnd")
        end.set(f"{W}id", str(880 + at))
        runs[0].addprevious(start)
        runs[-1].addnext(end)


@harmless("sửa đổi được theo dõi: một câu vừa chèn")
def _(d: Docx, c: Content) -> None:
    for words in part_of(d.find(prose(c)), " ".join(prose(c).split()[2:5])):
        for run in words.runs():
            change = etree.Element(f"{W}ins")
            for name, value in (("id", "901"), ("author", "Văn thư"), ("date", "2026-01-05T08:00:00Z")):
                change.set(f"{W}{name}", value)
            run.addprevious(change)
            change.append(run)


@harmless("sửa đổi được theo dõi: chữ đã xóa phông khác")
def _(d: Docx, c: Content) -> None:
    for words in d.find(prose(c)):
        run = words.runs()[-1]
        gone = copy.deepcopy(run)
        for node in [child for child in gone if child.tag != f"{W}rPr"]:
            gone.remove(node)
        put(properties(gone, "rPr"), "rFonts", ascii="Arial", hAnsi="Arial")
        put(properties(gone, "rPr"), "sz", val="40")
        etree.SubElement(gone, f"{W}delText").text = " chữ cũ"
        change = etree.Element(f"{W}del")
        for name, value in (("id", "902"), ("author", "Văn thư"), ("date", "2026-01-05T08:00:00Z")):
            change.set(f"{W}{name}", value)
        change.append(gone)
        run.addnext(change)


@harmless("chữ ẩn phông khác")
def _(d: Docx, c: Content) -> None:
    run = d.find(prose(c))[0].runs()[-1]
    hidden = copy.deepcopy(run)
    for node in [child for child in hidden if child.tag != f"{W}rPr"]:
        hidden.remove(node)
    put(properties(hidden, "rPr"), "rFonts", ascii="Arial", hAnsi="Arial")
    put(properties(hidden, "rPr"), "vanish")
    etree.SubElement(hidden, f"{W}t").text = "ghi chú ẩn"
    run.addnext(hidden)


@harmless("phông Đông Á khác mà không chữ nào dùng")
def _(d: Docx, c: Content) -> None:
    for words in d.find(prose(c)):
        for run in words.runs():
            put(properties(run, "rPr"), "rFonts", eastAsia="SimSun", cs="Arial")


@harmless("dòng trống trước tên loại")
def _(d: Docx, c: Content) -> None:
    need(c.kind)
    alone(d.find(c.kind))[0].element.addprevious(etree.Element(f"{W}p"))


@harmless("đoạn trống sau chữ ./.")
def _(d: Docx, c: Content) -> None:
    texts = [item.text for item in c.items if item.text.endswith("./.")]
    need(texts)
    d.find(texts[-1])[0].element.addnext(etree.Element(f"{W}p"))


@harmless("lề 25, 25, 35, 20")
def _(d: Docx, c: Content) -> None:
    need(not c.annexes)
    for section in d.sections():
        sheet = section.find(f"{W}pgMar")
        for side, value in (("top", "1417"), ("bottom", "1417")):
            sheet.set(f"{W}{side}", value)


@harmless("chữ khóa thuộc tính và ghi nhớ lúc lưu (rsid)")
def _(d: Docx, c: Content) -> None:
    for run in list(d.document.iter(f"{W}r"))[::3]:
        run.set(f"{W}rsidR", "00AB12CD")


@harmless("dấu chấm câu sau số chú thích, dấu ba chấm")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    retype(part_of(d.find(prose(c)), " ".join(words[4:7])), "hội nghị, tập huấn, ...")


@harmless("tên riêng có chữ hoa giữa câu")
def _(d: Docx, c: Content) -> None:
    words = prose(c).split()
    new = "Ban Chấp hành Đảng bộ tỉnh, Mặt trận Tổ quốc Việt Nam"
    retype(part_of(d.find(prose(c)), " ".join(words[4:7])), unicodedata.normalize("NFC", new))
