"""Reports spoilt in one place: for every measured rule at least one fault it must find.

A fault is a list of edits of the model's parts: (part, text that stands there, text put in its place, once).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from format_rules import model
from format_rules.facts import Facts
from format_rules.model import p, rule, section

BODY, STYLES, LISTS, HEADER = "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml"
Edit = tuple[str, str, str]

ADDRESS = "".join(
    p("KinhGui", line) for line in ("Kính gửi:", "- Sở Nội vụ;", "- Văn phòng Ủy ban nhân dân tỉnh.")
)
AS_ABOVE = p("Noi", "- Như trên;")
NUMBER = "Số: 05/BC-UBND"
DAY = "Xã Mẫu, ngày 05 tháng 3 năm 2024"
NATIONAL = p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
TITLE = p("TenLoai", "BÁO CÁO")
SAY = '<w:r><w:t xml:space="preserve">'


@dataclass(frozen=True)
class Fault:
    """A spoilt model and the rule that must notice."""

    rule: str
    edits: tuple[Edit, ...]
    facts: Facts = field(default=model.FACTS)

    @property
    def data(self) -> bytes:
        return model.packed(edited(self.edits))


def edited(edits: tuple[Edit, ...]) -> dict[str, str]:
    """The model's parts after the edits; an edit that finds nothing to change is an error of the test."""
    members = model.parts()
    for part, old, new in edits:
        if old not in members[part] or old == new:
            raise ValueError(f"nothing to change in {part}: {old}")
        members[part] = members[part].replace(old, new, 1)
    return members


def text(old: str, new: str) -> Edit:
    return BODY, old, new


def style(name: str, old: str, new: str) -> Edit:
    own = next(s for s in model.styles().split("<w:style ") if f'w:styleId="{name}"' in s)
    return STYLES, own, own.replace(old, new, 1)


def marked(start: str, mark: str) -> Edit:
    """Direct formatting on the run that begins with `start`."""
    return text(f"{SAY}{start}", f'<w:r><w:rPr>{mark}</w:rPr><w:t xml:space="preserve">{start}')


def size(name: str, points: float) -> Edit:
    held = model.STYLES[name][0]
    return style(name, f'<w:sz w:val="{held}"/>', f'<w:sz w:val="{round(points * 2)}"/>')


def align(name: str, wanted: str) -> Edit:
    return style(name, f'<w:jc w:val="{model.STYLES[name][2]}"/>', f'<w:jc w:val="{wanted}"/>')


def thin(name: str) -> Edit:
    return style(name, "<w:b/>", "")


def bold(name: str) -> Edit:
    return style(name, "<w:rPr>", "<w:rPr><w:b/>")


LAST = section(1, False) + "</w:body>"
SIDEWAYS = LAST.replace('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
LETTER = text('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"')
ARIAL = marked("Trong", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
RED = marked("Trong", '<w:color w:val="FF0000"/>')
ON_FIRST = text("<w:titlePg/>", "")
FROM_THREE = text("<w:titlePg/>", '<w:pgNumType w:start="3"/><w:titlePg/>')
FIELD = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
NO_FIELD = (HEADER, FIELD, "")
LOWER_DAY = (text(p("Ngay", DAY), p("Ngay", "")), text(rule(60.4), rule(60.4) + p("Ngay", DAY)))
ABOVE_ALL = text("<w:body>", "<w:body>" + p("Than", "Mở đầu"))
LOWER_RECIPIENTS = text(p("NoiNhan", "Nơi nhận:"), p("NoiNhan", "") + p("NoiNhan", "Nơi nhận:"))
DASHED = text(rule(60.4), rule(60.4).replace('val="solid"', 'val="dash"'))
NO_RESTART = (
    (
        LISTS,
        '<w:lvl w:ilvl="1"><w:start w:val="1"/>',
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlRestart w:val="0"/>',
    ),
    text(p("Than", "1. Khoản không có tên thì chạy liền vào câu, số không đậm."), p("De", "Việc sau", 1)),
)
NO_LETTER = (text(ADDRESS, ""), text(AS_ABOVE, ""))
ALONE = replace(model.FACTS, recipients=0)

# Rule: the edits to be found in the file, one fault each.
IN_FILE: dict[str, tuple[Edit, ...]] = {
    "PG01": (LETTER,),
    "PG02": (text(LAST, SIDEWAYS),),
    "PG03": (text('w:top="1134"', 'w:top="1100"'), text('w:top="1134"', 'w:top="1440"')),
    "PG04": (text('w:bottom="1134"', 'w:bottom="1100"'),),
    "PG05": (text('w:left="1701"', 'w:left="1690"'), text('w:left="1701"', 'w:left="2000"')),
    "PG06": (text('w:right="851"', 'w:right="720"'),),
    "FN01": (ARIAL, (STYLES, 'w:ascii="Times New Roman"', 'w:asciiTheme="minorHAnsi"'),
             (STYLES, ' w:cs="Times New Roman"', "")),
    "FN02": (RED, marked("Trong", '<w:color w:val="000000" w:themeColor="accent1"/>')),
    "FN03": (
        text("PHƯƠNG HƯỚNG", unicodedata.normalize("NFD", "PHƯƠNG HƯỚNG")),
        marked("Trong", '<w:rFonts w:ascii=".VnTime"/>'),
    ),
    "NM01": (NO_FIELD, (HEADER, " PAGE ", " NUMPAGES ")),
    "NM02": (align("SoTrang", "right"),),
    "NM03": (size("SoTrang", 12),),
    "NM04": (bold("SoTrang"), style("SoTrang", "<w:rPr>", "<w:rPr><w:i/>")),
    "NM05": (FROM_THREE, text("<w:titlePg/>", '<w:pgNumType w:fmt="upperRoman"/><w:titlePg/>')),
    "NM06": (ON_FIRST,),
    "NM07": (text('<w:pgNumType w:start="1"/>', ""),),
    "QH01": (text("CỘNG HÒA", "CỘNG HÒA,"),),
    "QH02": (text("CỘNG HÒA XÃ", "Cộng hòa xã"),),
    "QH03": (size("QuocHieu", 14), size("QuocHieu", 11)),
    "QH04": (thin("QuocHieu"), style("QuocHieu", "<w:b/>", "<w:b/><w:i/>")),
    "QH05": (ABOVE_ALL, text(NATIONAL, p("QuocHieu", "") + NATIONAL)),
    "TN01": (text("Độc lập - Tự do", "Độc lập – Tự do"), text("lập - Tự", "lập-Tự")),
    "TN02": (size("TieuNgu", 12),),
    "TN03": (thin("TieuNgu"), style("TieuNgu", "<w:b/>", "<w:b/><w:caps/>")),
    "TN04": (align("TieuNgu", "left"),),
    "TN06": (style("TieuNgu", 'w:line="240"', 'w:line="276"'),
             style("QuocHieu", 'w:after="0"', 'w:after="60"')),
    "CQ01": (bold("ChuQuan"), text("UBND TỈNH MẪU", "UBND tỉnh Mẫu")),
    "CQ02": (size("ChuQuan", 14),),
    "CQ04": (thin("CoQuan"), text("XÃ MẪU", "Xã Mẫu")),
    "CQ05": (size("CoQuan", 14),),
    "CQ06": (text(p("CoQuan", "ỦY BAN NHÂN DÂN"), p("CoQuan", "UBND")), text("XÃ MẪU", "XÃ KHÁC")),
    "CQ07": (align("CoQuan", "left"), style("CoQuan", 'w:before="0"', 'w:before="120"')),
    "SO01": (text(NUMBER, "Số: 5/BC-UBND"), text(NUMBER, "Số:     /BC-UBND"), text(NUMBER, "Số: 05-BC/UBND")),
    "SO02": (text(NUMBER, "Số 05/BC-UBND"),),
    "SO03": (text(NUMBER, "Số: 5/BC-UBND"), text(NUMBER, "Số: 005/BC-UBND")),
    "SO04": (text(NUMBER, "Số: 05 /BC-UBND"), text(NUMBER, "Số: 05/BC - UBND"),
             text(NUMBER, "Số: 05/BC–UBND")),
    "SO05": (text(NUMBER, "Số: 05/TB-UBND"),),
    "SO06": (text(NUMBER, "Số: 05/2024/BC-UBND"),),
    "SO07": (size("So", 14),),
    "SO08": (bold("So"),),
    "SO09": (align("So", "left"),),
    "DD01": (text(DAY, DAY.replace("05 tháng 3", "31 tháng 02")),
             text(DAY, DAY.replace("ngày 05", "ngày 06"))),
    "DD02": (text(DAY, DAY.replace("ngày 05", "ngày 5")),),
    "DD03": (text(DAY, DAY.replace("tháng 3", "tháng 03")), text(DAY, DAY.replace("tháng 3", "tháng 1"))),
    "DD04": (style("Ngay", "<w:i/>", ""), bold("Ngay")),
    "DD05": (size("Ngay", 12),),
    "DD07": (align("Ngay", "left"),),
    "DD08": (text(DAY, DAY.replace(",", "")), text(DAY, DAY.replace("Xã Mẫu", "xã Mẫu"))),
    "DD09": (text(DAY, DAY.replace("Xã Mẫu", "Mẫu")),),
    "DD10": (text(DAY, DAY.replace("Xã Mẫu", "1")),),
    "TL01": (text(TITLE, p("TenLoai", "BÁO CÁO NĂM")),),
    "TL02": (thin("TenLoai"), text(TITLE, p("TenLoai", "Báo cáo"))),
    "TL03": (size("TenLoai", 15),),
    "TL04": (align("TenLoai", "left"), style("TenLoai", 'w:firstLine="0"', 'w:firstLine="720"')),
    "TY01": (text(TITLE, TITLE + p("TrichYeu", "")),),
    "TY02": (thin("TrichYeu"), style("TrichYeu", "<w:b/>", "<w:b/><w:caps/>")),
    "TY03": (size("TrichYeu", 15),),
    "TY05": (text("Kết quả thực hiện", "V/v kết quả thực hiện"),),
    "CC01": (style("CanCu", "<w:i/>", ""),),
    "CC02": (size("CanCu", 12),),
    "CC03": (text("địa phương;", "địa phương,"), text("34/KH-UBND.", "34/KH-UBND;")),
    "ND01": (size("Than", 15), marked("Trong", '<w:sz w:val="26"/>')),
    "ND02": (align("Than", "left"),),
    "ND04": (style("Than", '"720"', '"851"'), style("Gach", 'w:firstLine="720"', 'w:hanging="360"'),
             text(SAY + "Trong", SAY + "  Trong")),
    "ND05": (
        style("Than", 'w:before="120"', 'w:before="100"'),
        style("Than", "<w:jc ", "<w:contextualSpacing/><w:jc "),
    ),
    "ND06": (style("Than", 'w:line="240"', 'w:line="400"'),
             style("Than", '240" w:lineRule="auto"', '300" w:lineRule="exact"')),
    "HD01": (text("KẾT QUẢ THỰC HIỆN", "Kết quả thực hiện"),
             (LISTS, "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:b w:val="0"/></w:rPr>')),
    "HD02": (text("Cải cách thể chế", "CẢI CÁCH THỂ CHẾ"), marked("Cải cách thủ", '<w:b w:val="0"/>')),
    "HD03": (marked("1. Khoản", "<w:b/>"),),
    "HD04": (bold("Diem"), text("a) nội dung công việc đã làm;", "a) NỘI DUNG CÔNG VIỆC;")),
    "HD05": (text("đ) nội", "e) nội"), text("c) nội", "f) nội")),
    "HD06": (text("NHỮNG VẤN ĐỀ CHUNG", "Những vấn đề chung"), text(p("Giua", "Phần I"), p("De", "Phần I"))),
    "HD07": (text("NHỮNG VIỆC KHÁC", "Những việc khác"), text(p("Giua", "Mục 1"), p("De", "Mục 1"))),
    "HD08": (size("De", 15), size("Diem", 13), size("De", 13)),
    "HD09": (text("1. Khoản", "2. Khoản"), text("b) nội", "a) nội"), text("Phần I<", "Phần II<")),
    "HD10": (text("PHƯƠNG HƯỚNG", ""), text(p("Giua", "NHỮNG VẤN ĐỀ CHUNG"), "")),
    "KY01": (text("TM. ỦY", "T/M ỦY"), text("KT. CHỦ", "KT.CHỦ")),
    "KY02": (thin("Ky"), text("TM. ỦY BAN", "TM. Ủy ban")),
    "KY03": (size("Ky", 12),),
    "KY04": (text("Nguyễn Văn An", "NGUYỄN VĂN AN"), marked("Nguyễn Văn An", '<w:b w:val="0"/>')),
    "KY05": (marked("Nguyễn Văn An", '<w:sz w:val="24"/>'),),
    "KY06": (text("Nguyễn Văn An", "ThS. Nguyễn Văn An"),),
    "KY07": (text("TM. ỦY BAN NHÂN DÂN", "TM. UBND"),),
    "KY08": (text(p("Ky", "KT. CHỦ TỊCH"), ""),),
    "KY09": (align("Ky", "left"),),
    "KG01": (text("Kính gửi:", "Kính gửi"), text(ADDRESS, p("Than", "Mở đầu.") + ADDRESS)),
    "KG02": (size("KinhGui", 12),),
    "KG03": (bold("KinhGui"),),
    "KG04": (text("Sở Nội vụ;", "Sở Nội vụ,"), text("- Văn phòng", "Văn phòng")),
    "NN01": (text("Nơi nhận:", "Nơi nhận"),),
    "NN02": (size("NoiNhan", 13),),
    "NN03": (style("NoiNhan", "<w:i/>", ""), thin("NoiNhan")),
    "NN04": (LOWER_RECIPIENTS, style("Noi", 'w:firstLine="0"', 'w:firstLine="360"')),
    "NN05": (size("Noi", 12),),
    "NN06": (bold("Noi"),),
    "NN07": (text("phòng, ban;", "phòng, ban."), text("- Các phòng", "Các phòng")),
    "NN08": (text("- Lưu: VT, NV.", "- Lưu: VT, NV"), text("- Lưu: VT", "- Lưu VT")),
    "NN09": (text(AS_ABOVE, p("Noi", "- Sở Nội vụ;")),),
    "PL01": (text("Phụ lục I và Phụ lục II", "Phụ lục I"),),
    "PL02": (text(p("PhuLuc", "Phụ lục II"), p("PhuLuc", "Phụ lục 2")),),
    "PL03": (size("PhuLuc", 13), align("PhuLuc", "left"), thin("PhuLuc")),
    "PL04": (text("SỐ LIỆU CẢI CÁCH", "Số liệu cải cách"), size("TenPhuLuc", 12)),
    "PL05": (style("KemTheo", "<w:i/>", ""), text("(Kèm theo", "Kèm theo")),
    "PL06": (text("số    /BC", "số 05/BC"),),
    "VH05": (text("Thành phố Hồ", "thành phố Hồ"), text("Thủ đô Hà", "thủ đô Hà")),
    "SL02": (text("98,74%", "98.74%"),),
}  # fmt: skip

# Rule: the edits to be found on paper, one fault each.
ON_PAPER: dict[str, tuple[Edit, ...]] = {
    "PG01": (LETTER,),
    "PG03": (text('w:top="1134"', 'w:top="1700"'),),
    "PG04": (text('w:bottom="1134"', 'w:bottom="283"'),),
    "PG05": (text('w:left="1701"', 'w:left="1500"'),),
    "PG06": (text('w:right="851"', 'w:right="1300"'),),
    "FN01": (ARIAL,),
    "FN02": (RED,),
    "NM01": (NO_FIELD,),
    "NM02": (align("SoTrang", "right"),),
    "NM05": (FROM_THREE,),
    "NM06": (ON_FIRST,),
    "QH05": (ABOVE_ALL,),
    "QH06": (size("QuocHieu", 16),),
    "TN04": (align("TieuNgu", "left"),),
    "TN05": (text(rule(60.4), rule(50)), text(rule(60.4), ""), DASHED),
    "CQ08": (text(rule(8), rule(19)), text(rule(8), rule(4))),
    "TL04": (align("TenLoai", "left"),),
    "TY04": (text(rule(55), rule(90)), text(rule(55), rule(25))),
    "DD07": (align("Ngay", "left"),),
    "HD09": (marked("PHƯƠNG HƯỚNG", "<w:vanish/>"),),
    "KY09": (align("Ky", "left"), marked("Nguyễn Văn An", "<w:vanish/>")),
    "NN04": (LOWER_RECIPIENTS,),
}


def _faults(table: dict[str, tuple[Edit, ...]]) -> Iterator[Fault]:
    for name, edits in table.items():
        yield from (Fault(name, (edit,)) for edit in edits)


FILE_FAULTS = [
    *_faults(IN_FILE),
    Fault("DD06", LOWER_DAY),
    Fault("HD09", NO_RESTART),
    Fault("NN10", (text(ADDRESS, ""),), ALONE),
]
PAPER_FAULTS = [*_faults(ON_PAPER), Fault("DD06", LOWER_DAY)]

# The model in its other lawful forms: nothing may be found there.
DRAFT_FACTS = replace(model.FACTS, draft=True, number=None, day=None)
DRAFT_EDITS = (text(NUMBER, "Số:      /BC-UBND"), text(DAY, "Xã Mẫu, ngày …… tháng …… năm 2024"))
ONE_EDITS = (text(ADDRESS, p("KinhGui", "Kính gửi: Sở Nội vụ")),)
HEALTHY = [
    Fault("đủ phần", ()),
    Fault("không Kính gửi", NO_LETTER, ALONE),
    Fault("một nơi Kính gửi", ONE_EDITS, replace(model.FACTS, recipients=1)),
    Fault("dự thảo", DRAFT_EDITS, DRAFT_FACTS),
]
