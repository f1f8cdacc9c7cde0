"""Documents made by pandoc from Markdown with a reference document that a careful office set up."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import re
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from conformance.builders_rules import width
from conformance.builders_typing import FONT, MM, NAMES
from conformance.corpus_kit import MOTTO, NATION, Construction, Content, Item
from conformance.corpus_texts import DECISION, PLAN, PROPOSAL, REPORT

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|<>~^-])")
_BODY = '<w:spacing w:before="120" w:after="0" w:line="245" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
_CENTRE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'
_LEFT = _CENTRE.replace('"center"', '"left"')
_BLACK = '<w:color w:val="000000"/>'
_OWN = {
    "CoQuan": (_CENTRE, "b", 13),
    "ChuQuan": (_CENTRE, "", 13),
    "SoKyHieu": (_CENTRE, "", 13),
    "NgayThang": (_CENTRE, "i", 14),
    "Ke": (_CENTRE, "", 10),
    "TenLoai": (_CENTRE.replace('before="0"', 'before="240"'), "b", 14),
    "TrichYeu": (_CENTRE, "b", 14),
    "KinhGui": (_CENTRE.replace('before="0"', 'before="240"'), "", 14),
    "CanCu": (_BODY, "i", 14),
    "NoiNhanTu": (_LEFT, "bi", 12),
    "NoiNhan": (_LEFT, "", 11),
    "NguoiKy": (_CENTRE, "b", 14),
}
_CHANGED = {
    "BodyText": (_BODY, "", 14),
    "FirstParagraph": ("", "", 14),
    "Compact": (_LEFT, "", 12),
    "Heading1": (f"<w:keepNext/><w:keepLines/>{_BODY}", "b", 14),
    "Heading2": (f"<w:keepNext/><w:keepLines/>{_BODY}", "b", 14),
    "FootnoteText": (_LEFT, "", 10),
}
# pandoc gives all tables one style, head and signature too: a drawn grid has no place in these documents.
_NO_PLACE = ("bang", "don_vi", "ten_bang")
_PLAIN_REPORT = replace(
    REPORT,
    annexes=(),
    addressed=REPORT.addressed[:1],
    items=tuple(
        item
        for item in REPORT.items
        if item.kind not in _NO_PLACE and "Phụ lục I" not in item.text and "bảng dưới" not in item.text
    ),
)
CONTENTS = {"bao-cao": _PLAIN_REPORT, "quyet-dinh": DECISION, "ke-hoach": PLAN, "to-trinh": PROPOSAL}


def converted(content: Content) -> bytes:
    """The document as pandoc writes it."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        (base / "mau.docx").write_bytes(reference())
        (base / "bai.md").write_text(markdown(content), encoding="utf-8")
        command = [
            "pandoc",
            "-f",
            "markdown",
            "-t",
            "docx",
            "--reference-doc",
            "mau.docx",
            "-o",
            "ra.docx",
            "bai.md",
        ]
        subprocess.run(command, cwd=base, check=True, capture_output=True, timeout=60)
        return (base / "ra.docx").read_bytes()


def markdown(c: Content) -> str:
    """The text an office keeps under version control."""
    left = [_div("ChuQuan", line) for line in c.parents] + [_div("CoQuan", line) for line in c.agency]
    left.append(_rule(c.agency[-1], 13, 0.42))
    right = [_div("CoQuan", NATION), _div("TrichYeu", MOTTO), _rule(MOTTO, 14, 1.0)]
    parts = [
        _grid([[left, right], [[_div("SoKyHieu", c.number_line)], [_div("NgayThang", c.date_line)]]], 10, 75)
    ]
    parts += [
        _div("TenLoai", c.kind),
        *(_div("TrichYeu", line) for line in c.subject),
        _rule(c.subject[-1], 14, 0.42),
    ]
    parts += [_div("KinhGui", line) for line in c.addressed_lines]
    parts += [_div("TenLoai", c.enacting)] if c.enacting else []
    parts += [_div("CanCu", line) for line in c.grounds]
    parts += [_item(item) for item in c.items]
    names = c.recipients
    list_ = [
        _div("NoiNhan", f"- {name}{'.' if at == len(names) - 1 else ';'}") for at, name in enumerate(names)
    ]
    room = [_div("NguoiKy", "\u00a0")] * 5
    block = [*(_div("NguoiKy", line) for line in c.authority), *room, _div("NguoiKy", c.signer)]
    parts.append(_grid([[[_div("NoiNhanTu", "Nơi nhận:"), *list_], block]], 40, 43, left_edge=True))
    return "\n\n".join(parts) + "\n"


def _item(item: Item) -> str:
    if item.kind in ("muc", "khoan"):
        return f"{'#' if item.kind == 'muc' else '##'} {_escaped(item.full)}"
    if item.kind == "lenh":
        return _div("TenLoai", item.text)
    if item.kind == "dieu":
        return f"**{_escaped(item.number)}** {_escaped(item.text)}"
    return _escaped(item.full) + (f"^[{_escaped(item.note)}]" if item.note else "")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _div(style: str, text: str) -> str:
    return f'::: {{custom-style="{style}"}}\n{_escaped(text)}\n:::'


def _rule(text: str, size: float, ratio: float) -> str:
    count = round(width(text, size, True) * ratio / width("_", 10))
    return _div("Ke", "_" * count)


def _grid(rows: list[list[list[str]]], one: int, other: int, left_edge: bool = False) -> str:
    """A grid table of two columns, each cell several blocks."""
    wide = max(len(line) for row in rows for cell in row for block in cell for line in block.split("\n")) + 2
    widths = (wide + one, wide + other)
    ends = [f"{':' if not left_edge else '-'}{'-' * (widths[0])}:", f":{'-' * widths[1]}:"]
    top = f"+{ends[0]}+{ends[1]}+"
    if left_edge:
        top = f"+:{'-' * (widths[0] + 1)}+{ends[1]}+"
    line = f"+{'-' * (widths[0] + 2)}+{'-' * (widths[1] + 2)}+"
    found = [top]
    for row in rows:
        sides = ["\n\n".join(cell).split("\n") for cell in row]
        for at in range(max(map(len, sides))):
            texts = [side[at] if at < len(side) else "" for side in sides]
            found.append(f"| {texts[0]:<{widths[0]}} | {texts[1]:<{widths[1]}} |")
        found.append(line)
    return "\n".join(found)


def reference() -> bytes:
    """pandoc's own reference document with the office's styles, page and page number."""
    command = ["pandoc", "--print-default-data-file", "reference.docx"]
    raw = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(item.filename, _changed(item.filename, old.read(item.filename).decode()))
        new.writestr("word/header9.xml", _header())
    return made.getvalue()


def _changed(name: str, text: str) -> str:
    if name == "word/styles.xml":
        return _styles(text)
    if name == "word/document.xml":
        margins = " ".join(f'w:{side}="{round(mm * MM)}"' for side, mm in
                           (("top", 20), ("right", 15), ("bottom", 20), ("left", 30), ("header", 10), ("footer", 10)))  # fmt: skip
        sheet = f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:gutter="0"/><w:titlePg/>'
        reference = '<w:headerReference w:type="default" r:id="rId99"/>'
        names = f' xmlns:r="{NAMES["r"]}"' if "xmlns:r=" not in text.split("<w:body")[0] else ""
        text = text.replace("<w:document ", f"<w:document{names} ", 1)
        return re.sub(r"<w:sectPr\s*/>", f"<w:sectPr>{reference}{sheet}</w:sectPr>", text)
    if name == "word/_rels/document.xml.rels":
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
        return text.replace(
            "</Relationships>",
            f'<Relationship Id="rId99" Type="{kind}" Target="header9.xml"/></Relationships>',
        )
    if name == "[Content_Types].xml":
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
        return text.replace(
            "</Types>", f'<Override PartName="/word/header9.xml" ContentType="{kind}"/></Types>'
        )
    return text


def _header() -> str:
    face = '<w:rPr><w:sz w:val="28"/></w:rPr>'
    field = f'<w:fldSimple w:instr=" PAGE "><w:r>{face}<w:t>2</w:t></w:r></w:fldSimple>'
    look = (
        '<w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    )
    return f'<w:hdr xmlns:w="{NAMES["w"]}"><w:p>{look}{field}</w:p></w:hdr>'


def _styles(text: str) -> str:
    face = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    text = re.sub(r"<w:rFonts [^>]*Theme[^>]*/>", face, text)
    text = text.replace('<w:sz w:val="24" />', '<w:sz w:val="28"/>').replace(
        '<w:szCs w:val="24" />', '<w:szCs w:val="28"/>'
    )
    for ident, (ppr, faces, size) in _CHANGED.items():
        text = _restyled(text, ident, ppr, faces, size)
    own = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{ident}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{ppr}</w:pPr><w:rPr>{_faces(faces, size)}</w:rPr></w:style>'
        for ident, (ppr, faces, size) in _OWN.items()
    )
    return text.replace("</w:styles>", f"{own}</w:styles>")


def _faces(faces: str, size: float) -> str:
    return f'{"<w:b/>" if "b" in faces else ""}{"<w:i/>" if "i" in faces else ""}{_BLACK}<w:sz w:val="{int(size * 2)}"/>'


def _restyled(text: str, ident: str, ppr: str, faces: str, size: float) -> str:
    pattern = rf'(<w:style [^>]*w:styleId="{ident}">)(.*?)(</w:style>)'

    def change(found: re.Match[str]) -> str:
        inside = re.sub(r"<w:pPr>.*?</w:pPr>|<w:rPr>.*?</w:rPr>", "", found[2], flags=re.S)
        outline = re.search(r"<w:outlineLvl[^>]*/>", found[2])
        level = outline[0] if outline else ""
        return f"{found[1]}{inside}<w:pPr>{ppr}{level}</w:pPr><w:rPr>{_faces(faces, size)}</w:rPr>{found[3]}"

    return re.sub(pattern, change, text, flags=re.S)


def constructions() -> list[Construction]:
    """The documents made by pandoc."""
    return [
        Construction(f"pandoc/{name}", "pandoc", content, lambda content=content: converted(content),
                     ("đầu: bảng", "kẻ: gach-duoi", "ký: bảng", "kiểu: pandoc"), ("pandoc",))
        for name, content in CONTENTS.items()
    ]  # fmt: skip
