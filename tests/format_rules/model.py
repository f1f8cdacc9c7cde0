"""A small report that follows every rule and holds every optional part, written as plain WordprocessingML.

It stands in for a finished report where the measuring functions themselves are tested: `faults.py` spoils it
in one place at a time.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date

from format_rules.facts import Facts

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

FACTS = Facts(
    unit_name="Ủy ban nhân dân xã Mẫu",
    agency=("ỦY BAN NHÂN DÂN", "XÃ MẪU"),
    parents=("UBND TỈNH MẪU",),
    place="Xã Mẫu",
    signer="Nguyễn Văn An",
    day=date(2024, 3, 5),
    number=5,
    deputy=True,
    recipients=2,
    grounds=2,
    appendices=2,
    parts_numbered=True,
)

# style: size in half-points, run marks, alignment, first line, before, after
STYLES = {
    "QuocHieu": (26, "b", "center", 0, 0, 0),
    "TieuNgu": (28, "b", "center", 0, 0, 0),
    "ChuQuan": (26, "", "center", 0, 0, 0),
    "CoQuan": (26, "b", "center", 0, 0, 0),
    "So": (26, "", "center", 0, 0, 0),
    "Ngay": (28, "i", "center", 0, 0, 0),
    "TenLoai": (28, "b", "center", 0, 240, 0),
    "TrichYeu": (28, "b", "center", 0, 0, 0),
    "Ke": (8, "", "center", 0, 0, 0),
    "KinhGui": (28, "", "left", 0, 120, 0),
    "CanCu": (28, "i", "both", 720, 120, 0),
    "Than": (28, "", "both", 720, 120, 0),
    "Gach": (28, "", "both", 720, 120, 0),
    "De": (28, "b", "both", 720, 120, 0),
    "Diem": (28, "", "both", 720, 120, 0),
    "Giua": (28, "b", "center", 0, 120, 0),
    "NoiNhan": (24, "bi", "left", 0, 0, 0),
    "Noi": (22, "", "left", 0, 0, 0),
    "Ky": (28, "b", "center", 0, 0, 0),
    "PhuLuc": (28, "b", "center", 0, 0, 0),
    "TenPhuLuc": (28, "b", "center", 0, 0, 0),
    "KemTheo": (28, "i", "center", 0, 0, 0),
    "SoTrang": (28, "", "center", 0, 0, 0),
}


def _style(name: str) -> str:
    size, marks, align, first, before, after = STYLES[name]
    faces = "".join(f"<w:{mark}/>" for mark in marks)
    numbered = '<w:numPr><w:numId w:val="2"/></w:numPr>' if name == "Gach" else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="Goc"/>'
        f"<w:pPr>{numbered}"
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:firstLine="{first}"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:rPr>{faces}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def styles() -> str:
    fonts = "".join(f' w:{script}="Times New Roman"' for script in ("ascii", "hAnsi", "cs", "eastAsia"))
    base = '<w:style w:type="paragraph" w:default="1" w:styleId="Goc"><w:name w:val="Normal"/></w:style>'
    defaults = f'<w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
    own = "".join(map(_style, STYLES))
    return f"<w:styles {NS}><w:docDefaults>{defaults}</w:docDefaults>{base}{own}</w:styles>"


def _level(depth: int, form: str, text: str, bold: bool) -> str:
    face = "<w:rPr><w:b/></w:rPr>" if bold else '<w:rPr><w:b w:val="0"/></w:rPr>'
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:firstLine="720"/></w:pPr>{face}</w:lvl>'
    )


def numbering() -> str:
    heads = _level(0, "upperRoman", "%1.", True) + _level(1, "decimal", "%2.", True)
    lists = (heads, _level(0, "bullet", "-", False))
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{i}">{levels}</w:abstractNum>' for i, levels in enumerate(lists)
    )
    uses = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i - 1}"/></w:num>' for i in (1, 2))
    return f"<w:numbering {NS}>{kinds}{uses}</w:numbering>"


def p(style: str, text: str, level: int | None = None, extra: str = "") -> str:
    numbered = "" if level is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{numbered}{extra}</w:pPr>{run}</w:p>'


def rule(millimetres: float) -> str:
    """A paragraph with an inline straight line."""
    wide = f'cx="{round(millimetres * 36000)}" cy="0"'
    shape = (
        f'<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {wide}/></a:xfrm>'
        '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525">'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        '<a:prstDash val="solid"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    )
    inline = (
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {wide}/><wp:docPr id="1" name="ke"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:inline>"
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Ke"/></w:pPr><w:r><w:drawing>{inline}</w:drawing></w:r></w:p>'


def _cell(width: int, inside: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _table(widths: tuple[int, int], rows: tuple[tuple[str, str], ...]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join("<w:tr>" + "".join(map(_cell, widths, row)) + "</w:tr>" for row in rows)
    fixed = '<w:tblW w:w="9354" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{fixed}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _head() -> str:
    left = p("ChuQuan", "UBND TỈNH MẪU") + p("CoQuan", "ỦY BAN NHÂN DÂN") + p("CoQuan", "XÃ MẪU") + rule(8)
    right = (
        p("QuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + p("TieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + rule(60.4)
    )
    second = (p("So", "Số: 05/BC-UBND"), p("Ngay", "Xã Mẫu, ngày 05 tháng 3 năm 2024"))
    opening = p("TenLoai", "BÁO CÁO") + p(
        "TrichYeu", "Kết quả thực hiện công tác cải cách hành chính năm 2023"
    )
    return _table((3685, 5669), ((left, right), second)) + opening + rule(55)


PROSE = "Trong kỳ đã tiếp nhận 27.630 hồ sơ, tỷ lệ giải quyết đúng hạn đạt 98,74%, được đánh giá là tốt. "


def _text() -> str:
    points = [p("Diem", f"{letter}) nội dung công việc đã làm;") for letter in "abcdđ"]
    return "".join(
        [
            p("KinhGui", "Kính gửi:"), p("KinhGui", "- Sở Nội vụ;"),
            p("KinhGui", "- Văn phòng Ủy ban nhân dân tỉnh."),
            p("CanCu", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
            p("CanCu", "Căn cứ Kế hoạch số 34/KH-UBND."),
            p("Giua", "Phần I"), p("Giua", "NHỮNG VẤN ĐỀ CHUNG"),
            p("De", "KẾT QUẢ THỰC HIỆN", 0), p("De", "Cải cách thể chế", 1), p("Than", PROSE * 3),
            p("Gach", PROSE), p("De", "Cải cách thủ tục", 1), *points,
            p("De", "PHƯƠNG HƯỚNG", 0),
            p("Than", "1. Khoản không có tên thì chạy liền vào câu, số không đậm."),
            p("Giua", "Mục 1"), p("Giua", "NHỮNG VIỆC KHÁC"), *[p("Than", PROSE * 4)] * 4,
            p("Than", "Số liệu của Thành phố Hồ Chí Minh và Thủ đô Hà Nội có tại Phụ lục I và Phụ lục II./."),
        ]
    )  # fmt: skip


def _close() -> str:
    left = (
        p("NoiNhan", "Nơi nhận:")
        + p("Noi", "- Như trên;")
        + p("Noi", "- Các phòng, ban;")
        + p("Noi", "- Lưu: VT, NV.")
    )
    lines = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An")
    return _table((4252, 5102), ((left, "".join(p("Ky", line) for line in lines)),))


def section(start: int | None = None, first: bool = True) -> str:
    number = "" if start is None else f'<w:pgNumType w:start="{start}"/>'
    refs = '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>'
    margins = (
        'w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"'
    )
    turned = "<w:titlePg/>" if first else ""
    return f'<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins}/>{number}{turned}</w:sectPr>'


def _appendix(number: str) -> str:
    reference = "(Kèm theo Báo cáo số    /BC-UBND ngày    tháng    năm      của Ủy ban nhân dân xã Mẫu)"
    lines = (
        p("PhuLuc", f"Phụ lục {number}")
        + p("TenPhuLuc", "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH")
        + p("KemTheo", reference)
    )
    return lines + p("Than", PROSE)


def document() -> str:
    body = _head() + _text() + _close() + p("Than", "", extra=section())
    body += _appendix("I") + p("Than", "", extra=section(1, False)) + _appendix("II") + section(1, False)
    return f"<w:document {NS}><w:body>{body}</w:body></w:document>"


def _header(inside: str) -> str:
    return f'<w:hdr {NS}><w:p><w:pPr><w:pStyle w:val="SoTrang"/></w:pPr>{inside}</w:p></w:hdr>'


def parts() -> dict[str, str]:
    """The model's parts by name."""
    names = ("document.main", "styles", "numbering", "header", "header")
    files = ("document", "styles", "numbering", "header1", "header2")
    kinds = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{WORD}.{name}+xml"/>'
        for file, name in zip(files, names, strict=True)
    )
    rels = "".join(
        f'<Relationship Id="rId{i}" Type="{OFFICE}/{name}" Target="{file}.xml"/>'
        for i, (file, name) in enumerate(list(zip(files, names, strict=True))[1:], 1)
    )
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{rels}</Relationships>'
    root = f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    default = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{default}{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{root}</Relationships>',
        "word/_rels/document.xml.rels": rels,
        "word/document.xml": document(),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/header1.xml": _header(field),
        "word/header2.xml": _header(""),
    }


def packed(members: dict[str, str]) -> bytes:
    """The parts as a .docx."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return held.getvalue()
