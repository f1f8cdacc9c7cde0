"""Faults of Quốc hiệu, Tiêu ngữ and agency."""

from __future__ import annotations

from lxml import etree

from conformance.corpus_kit import MOTTO, Content
from conformance.docx_editing import alone, face, look, part_of, properties, retype
from conformance.docx_words import Docx, W
from conformance.mutations import (
    A,
    Drawn,
    V,
    motto,
    mutation,
    nation,
    need,
    remove_rule,
    rule_below,
    scale_rule,
)  # fmt: skip


@mutation("QH01", "thiếu chữ NGHĨA", "QH06")
def _(d: Docx, c: Content) -> None:
    retype(nation(d), "CỘNG HÒA XÃ HỘI CHỦ VIỆT NAM")


@mutation("QH01", "gõ sai một chữ (NGHIÃ)")
def _(d: Docx, c: Content) -> None:
    retype(nation(d), "CỘNG HÒA XÃ HỘI CHỦ NGHIÃ VIỆT NAM")


@mutation("QH01", "thiếu dấu (CỘNG HOA)")
def _(d: Docx, c: Content) -> None:
    retype(nation(d), "CỘNG HOA XÃ HỘI CHỦ NGHĨA VIỆT NAM")


@mutation("QH02", "chữ thường")
def _(d: Docx, c: Content) -> None:
    retype(nation(d), "Cộng hòa xã hội chủ nghĩa Việt Nam")


@mutation("QH03", "cỡ 11", "SZ01")
def _(d: Docx, c: Content) -> None:
    face(nation(d), sz="22")


@mutation("QH03", "cỡ 14", "QH06", "SZ01")
def _(d: Docx, c: Content) -> None:
    face(nation(d), sz="28")


@mutation("QH04", "không đậm")
def _(d: Docx, c: Content) -> None:
    face(nation(d), b="0")


@mutation("QH04", "nghiêng")
def _(d: Docx, c: Content) -> None:
    face(nation(d), i="1")


@mutation("QH04", "chỉ một nửa dòng đậm")
def _(d: Docx, c: Content) -> None:
    face(part_of(nation(d), "CHỦ NGHĨA VIỆT NAM"), b="0")


@mutation("QH05", "đặt bên trái, tên cơ quan bên phải", "NN04", "CQ07", "DD07", "SO09", "TN04")
def _(d: Docx, c: Content) -> None:
    one = alone(nation(d))[0]
    cell = next(one.element.iterancestors(f"{W}tc"), None)
    need(cell is not None and cell.getnext() is None and cell.getprevious() is not None)
    table = next(cell.iterancestors(f"{W}tbl"))
    need(len(table.findall(f"{W}tblGrid/{W}gridCol")) == 2)
    for row in table.findall(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        need(len(cells) == 2)
        row.append(cells[0])
        for cell_ in (cells[1], cells[0]):
            row.append(cell_)
    grid = table.find(f"{W}tblGrid")
    grid.append(grid[0])


@mutation("TN01", "gạch ngang dài thay gạch nối")
def _(d: Docx, c: Content) -> None:
    retype(motto(d), MOTTO.replace("-", "–"))


@mutation("TN01", "không có dấu cách hai bên gạch nối", "TN05")
def _(d: Docx, c: Content) -> None:
    retype(motto(d), "Độc lập-Tự do-Hạnh phúc")


@mutation("TN01", "viết hoa chữ Phúc")
def _(d: Docx, c: Content) -> None:
    retype(motto(d), "Độc lập - Tự do - Hạnh Phúc")


@mutation("TN01", "viết hoa chữ Lập, Do")
def _(d: Docx, c: Content) -> None:
    retype(motto(d), "Độc Lập - Tự Do - Hạnh Phúc")


@mutation("TN02", "cỡ 12", "TN05", "SZ01")
def _(d: Docx, c: Content) -> None:
    face(motto(d), sz="24")


@mutation("TN02", "cỡ 16", "TN05", "SZ01")
def _(d: Docx, c: Content) -> None:
    face(motto(d), sz="32")


@mutation("TN03", "không đậm", "TN05")
def _(d: Docx, c: Content) -> None:
    face(motto(d), b="0")


@mutation("TN03", "nghiêng", "TN05")
def _(d: Docx, c: Content) -> None:
    face(motto(d), i="1")


@mutation("TN03", "chữ in hoa", "TN01", "TN05")
def _(d: Docx, c: Content) -> None:
    face(motto(d), caps="1")


@mutation("TN04", "canh trái", "TN05")
def _(d: Docx, c: Content) -> None:
    look(alone(motto(d)), "jc", val="left")


@mutation("TN05", "không có đường kẻ")
def _(d: Docx, c: Content) -> None:
    remove_rule(rule_below(motto(d)))


@mutation("TN05", "đường kẻ ngắn một nửa")
def _(d: Docx, c: Content) -> None:
    scale_rule(rule_below(motto(d)), 0.5)


@mutation("TN05", "đường kẻ dài hơn dòng chữ")
def _(d: Docx, c: Content) -> None:
    scale_rule(rule_below(motto(d)), 1.3)


@mutation("TN05", "đường kẻ nét đứt")
def _(d: Docx, c: Content) -> None:
    _dashed(rule_below(motto(d)))


def _dashed(rules: list[Drawn]) -> None:
    for rule in rules:
        if rule.kind == "hinh":
            for line in rule.element.iter(f"{A}ln"):
                for old in line.findall(f"{A}prstDash"):
                    line.remove(old)
                dash = etree.Element(f"{A}prstDash", val="dash")
                fill = line.find(f"{A}solidFill")
                line.insert(0 if fill is None else list(line).index(fill) + 1, dash)
        elif rule.kind == "vml":
            for line in rule.element.iter(f"{V}line", f"{V}shape"):
                for old in line.findall(f"{V}stroke"):
                    line.remove(old)
                etree.SubElement(line, f"{V}stroke", dashstyle="dash")
        elif rule.kind == "vien":
            rule.element.find(f"{W}pPr/{W}pBdr/{W}bottom").set(f"{W}val", "dashed")
        else:
            need(False)


@mutation("TN05", "gạch chân chữ thay đường kẻ")
def _(d: Docx, c: Content) -> None:
    remove_rule(rule_below(motto(d)))
    face(motto(d), u="single")


@mutation("TN06", "giãn dòng 1,5", "TN05")
def _(d: Docx, c: Content) -> None:
    look(alone(motto(d)), "spacing", line="360", lineRule="auto")


@mutation("TN06", "cách trên 6 pt")
def _(d: Docx, c: Content) -> None:
    look(alone(motto(d)), "spacing", before="120", beforeAutospacing="0")


@mutation("CQ01", "chủ quản in đậm", "CQ04")
def _(d: Docx, c: Content) -> None:
    need(c.parents)
    face(d.find(c.parents[0]), b="1")


@mutation("CQ01", "chủ quản nghiêng")
def _(d: Docx, c: Content) -> None:
    need(c.parents)
    face(d.find(c.parents[0]), i="1")


@mutation("CQ01", "chủ quản chữ thường")
def _(d: Docx, c: Content) -> None:
    need(c.parents)
    first, rest = c.parents[0].split(" ", 1)
    retype(d.find(c.parents[0]), f"{first} {rest.lower()}")


@mutation("CQ02", "chủ quản cỡ 14")
def _(d: Docx, c: Content) -> None:
    need(c.parents)
    face(d.find(c.parents[0]), sz="28")


@mutation("CQ02", "chủ quản cỡ 11")
def _(d: Docx, c: Content) -> None:
    need(c.parents)
    face(d.find(c.parents[0]), sz="22")


@mutation("CQ03", "chủ quản viết đủ ỦY BAN NHÂN DÂN")
def _(d: Docx, c: Content) -> None:
    need(c.parents)
    retype(part_of(d.find(c.parents[0]), "UBND"), "ỦY BAN NHÂN DÂN")


@mutation("CQ04", "tên cơ quan không đậm", "CQ01", "CQ08")
def _(d: Docx, c: Content) -> None:
    for line in c.agency:
        face(d.find(line), b="0")


@mutation("CQ04", "dòng cuối tên cơ quan không đậm", "CQ08")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.agency[-1]), b="0")


@mutation("CQ04", "tên cơ quan chữ thường", "CQ08")
def _(d: Docx, c: Content) -> None:
    first, rest = c.agency[-1].split(" ", 1)
    retype(d.find(c.agency[-1]), f"{first.capitalize()} {rest.title()}")


@mutation("CQ04", "tên cơ quan nghiêng")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.agency[-1]), i="1")


@mutation("CQ05", "tên cơ quan cỡ 14", "CQ08")
def _(d: Docx, c: Content) -> None:
    for line in c.agency:
        face(d.find(line), sz="28")


@mutation("CQ05", "một dòng tên cơ quan cỡ 11", "CQ08")
def _(d: Docx, c: Content) -> None:
    face(d.find(c.agency[-1]), sz="22")


@mutation("CQ06", "tên cơ quan viết tắt UBND", "CQ08")
def _(d: Docx, c: Content) -> None:
    need(c.committee)
    retype(d.find(c.agency[0]), "UBND")


@mutation("CQ07", "tên cơ quan canh trái", "CQ08", "SO09")
def _(d: Docx, c: Content) -> None:
    found = alone(d.find(c.agency[-1]))
    need(len(c.agency[-1]) < 20)  # a longer one fills its column
    look(found, "jc", val="left")


@mutation("CQ07", "tên cơ quan giãn dòng 1,5", "CQ08")
def _(d: Docx, c: Content) -> None:
    look(alone(d.find(c.agency[-1])), "spacing", line="360", lineRule="auto")


@mutation("CQ08", "không có đường kẻ dưới tên cơ quan")
def _(d: Docx, c: Content) -> None:
    remove_rule(rule_below(d.find(c.agency[-1])))


@mutation("CQ08", "đường kẻ dưới tên cơ quan dài bằng dòng chữ")
def _(d: Docx, c: Content) -> None:
    scale_rule(rule_below(d.find(c.agency[-1])), 2.3)


@mutation("CQ08", "đường kẻ dưới tên cơ quan quá ngắn")
def _(d: Docx, c: Content) -> None:
    scale_rule(rule_below(d.find(c.agency[-1])), 0.45)


@mutation("CQ10", "tên huyện sau ngày 01/7/2025", "CQ08", "KY07")
def _(d: Docx, c: Content) -> None:
    need(c.agency[-1].startswith(("XÃ", "PHƯỜNG")) and "2026" in c.day)
    kind = c.agency[-1].split()[0]
    retype(part_of(d.find(c.agency[-1]), kind), "HUYỆN")


@mutation("SZ01", "cỡ Quốc hiệu và Tiêu ngữ không đi đôi", "TN05")
def _(d: Docx, c: Content) -> None:
    for run in nation(d)[0].runs():
        size = properties(run, "rPr").find(f"{W}sz")
        need(size is None or size.get(f"{W}val") in ("24", "26", None))
    face(nation(d), sz="24")
    face(motto(d), sz="28")


@mutation("QH06", "Quốc hiệu ngắt làm hai dòng", "QH01")
def _(d: Docx, c: Content) -> None:
    one = part_of(alone(nation(d)), "CHỦ NGHĨA")
    for words in one:
        run = words.runs()[0]
        run.insert(1 if run.find(f"{W}rPr") is not None else 0, etree.Element(f"{W}br"))
