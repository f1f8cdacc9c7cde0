"""Documents typed by hand: python-docx's blank document filled the way a typist fills Word's."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import zipfile

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from conformance.builders_body import addressed, annex, body, grounds, notes_part, title
from conformance.builders_foot import FEET
from conformance.builders_head import HEADS, Habit
from conformance.builders_typing import FONT, MM, NAMES, Look, R, Typist
from conformance.corpus_kit import Construction
from conformance.corpus_texts import CHAIR, DECISION, DRAFT, LETTER, PLAN, PROPOSAL, REGULATION, REPORT

_DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())
W = f"{{{NAMES['w']}}}"
HABITS = (
    Habit("bang-hinh-ve", REPORT),
    Habit("bang-gach-duoi", REPORT, rule="gach-duoi", base="normal", split=True, automatic=True, foot="bang-gop-o",
          nation=12, size=14, margins=(25, 20, 35, 20), pages="sdt", subject="xuong-dong", line=276),
    Habit("tab-vml", REPORT, head="tab", rule="vml", foot="tab", base="don", gap="sau", line="chinh-xac", pages="don"),
    Habit("khung-vml", PLAN, head="khung", rule="vml-noi", foot="bang-cach-truoc", base="macdinh", first=567,
          pages="khung", size=13, nation=12, line=300),
    Habit("hop-gach-duoi", DECISION, head="hop", rule="gach-duoi", foot="hop", base="normal", pages="don"),
    Habit("xuong-dong-trong-o", REPORT, head="bang-xuong-dong", rule="dml-khong-ban-cu", foot="bang-cach-truoc",
          base="kieu", subject="lien", pages="khung", gap="hai", line=312),
    Habit("mau-1.4-vien", PROPOSAL, head="bang-mau-1.4", rule="vien-doan", base="kieu", split=True, first=567,
          margins=(20, 20, 30, 20), line=360),
    Habit("mot-hang", PLAN, head="bang-1-hang", rule="gach-duoi", base="normal", automatic=True, rule_size=8,
          pages="sdt", line=360),
    Habit("long-bang", LETTER, head="bang-long", rule="dml", base="macdinh", foot="bang", gap="sau", first=567),
    Habit("ba-cot", DRAFT, head="bang-3-cot", rule="vien-doan", base="don", split=True, nation=12, foot="bang-gop-o"),
    Habit("qd-tab", CHAIR, head="tab", rule="dml", foot="bang", base="kieu", pages="phuc-tap"),
    Habit("cv-bang", LETTER, head="bang", rule="vml-noi", base="normal", split=True, foot="tab", pages="khong",
          nation=12, size=13),
    Habit("dau-van-ban-o-dau-trang", DECISION, head="bang", rule="dml", base="normal", foot="bang", shared_head=True),
    Habit("quy-che-chuong-muc", REGULATION, head="bang", rule="vml", base="normal", foot="bang-cach-truoc", line=264),
    Habit("to-trinh-hop", PROPOSAL, head="hop", rule="vien-doan", base="don", foot="bang-gop-o", pages="sdt", gap="sau"),
)  # fmt: skip


def typed(habit: Habit) -> bytes:
    """The document of a habit."""
    document = docx.Document()
    hand = Typist(habit.base, habit.split)
    head = HEADS[habit.head](hand, habit)
    parts = [] if habit.shared_head else [head]
    parts += [title(hand, habit), addressed(hand, habit), grounds(hand, habit), body(hand, habit)]
    parts += [FEET[habit.foot](hand, habit)]
    _headers(document, hand, habit, head)
    _fill(document, hand, habit, "".join(parts))
    if any(item.note for item in habit.content.items):
        _notes(document, hand, habit)
    _styles(document, hand, habit)
    if habit.automatic:
        _numbering(document, habit)
    raw = io.BytesIO()
    document.save(raw)
    return _dated(raw.getvalue())


def _parsed(inside: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<x {_DECLARED}>{inside}</x>"))


def _fill(document: docx.document.Document, hand: Typist, habit: Habit, inside: str) -> None:
    element = document.element.body
    last = element.find(f"{W}sectPr")
    annexes = habit.content.annexes
    for block in _parsed(inside):
        last.addprevious(block)
    _sheet(last, habit)
    for number, one in enumerate(annexes):
        ends = etree.fromstring(f"<w:p {_DECLARED}><w:pPr/></w:p>")
        section = etree.fromstring(etree.tostring(last))
        ends[0].append(section)
        last.addprevious(ends)
        for block in _parsed(annex(hand, habit, one)):
            last.addprevious(block)
        _annex_sheet(last, habit, one.landscape, number)
    if not annexes and element[-2].tag == f"{W}tbl":
        last.addprevious(_parsed(hand.par(R("", 2)))[0])


def _sheet(section: etree._Element, habit: Habit) -> None:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    size.set(f"{W}w", "11906")
    size.set(f"{W}h", "16838")
    for side, length in zip(("top", "bottom", "left", "right"), habit.margins, strict=True):
        margins.set(f"{W}{side}", str(round(length * MM)))
    margins.set(f"{W}header", "567")
    margins.set(f"{W}footer", "567")


def _annex_sheet(section: etree._Element, habit: Habit, landscape: bool, number: int) -> None:
    for tag in ("titlePg", "headerReference", "pgNumType"):
        for old in section.findall(f"{W}{tag}"):
            section.remove(old)
    numbers = etree.fromstring(f'<w:pgNumType {_DECLARED} w:start="1"/>')
    section.find(f"{W}cols").addprevious(numbers)
    if landscape:
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        size.set(f"{W}w", "16838")
        size.set(f"{W}h", "11906")
        size.set(f"{W}orient", "landscape")
        for side in ("top", "bottom", "left", "right"):
            margins.set(f"{W}{side}", str(round(20 * MM)))


def _headers(document: docx.document.Document, hand: Typist, habit: Habit, head: str) -> None:
    """Page numbers in the middle of the header of all pages but the first."""
    section = document.sections[0]
    if habit.shared_head:
        section.different_first_page_header_footer = True
        first = section.first_page_header
        first.is_linked_to_previous = False
        _replace(first._element, head + hand.par(R("", 2)))
    if habit.pages == "khong":
        return
    section.different_first_page_header_footer = True
    if habit.base in ("macdinh", "normal") and not habit.shared_head:
        section.first_page_header.is_linked_to_previous = False
    header = section.header
    header.is_linked_to_previous = False
    _replace(header._element, PAGES[habit.pages](hand))


def _replace(element: etree._Element, inside: str) -> None:
    for old in list(element):
        element.remove(old)
    for block in _parsed(inside):
        element.append(block)


def _field(hand: Typist) -> str:
    rpr = hand.rpr(R("", 14))
    parts = ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE   \\* MERGEFORMAT </w:instrText>',
             '<w:fldChar w:fldCharType="separate"/>', "<w:t>2</w:t>", '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    return "".join(f"<w:r>{rpr}{part}</w:r>" for part in parts)


def _pages_complex(hand: Typist) -> str:
    return hand.par(_field(hand), look=Look(align="center"))


def _pages_simple(hand: Typist) -> str:
    inside = f"<w:r>{hand.rpr(R('', 14))}<w:t>2</w:t></w:r>"
    return hand.par(f'<w:fldSimple w:instr=" PAGE ">{inside}</w:fldSimple>', look=Look(align="center"))


def _pages_control(hand: Typist) -> str:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Page Numbers (Top of Page)"/><w:docPartUnique/></w:docPartObj>'
    inside = hand.par(_field(hand), look=Look(align="center"))
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="11{len(inside)}"/>{gallery}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
        + hand.par(R("", 14))
    )


def _pages_frame(hand: Typist) -> str:
    frame = 'w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center" w:y="1"'
    return hand.par(_field(hand), look=Look(frame=frame)) + hand.par(R("", 14))


PAGES = {"phuc-tap": _pages_complex, "don": _pages_simple, "sdt": _pages_control, "khung": _pages_frame}


def _notes(document: docx.document.Document, hand: Typist, habit: Habit) -> None:
    marks = (("-1", "separator"), ("0", "continuationSeparator"))
    fixed = "".join(
        f'<w:footnote w:type="{kind}" w:id="{ident}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
        f'w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for ident, kind in marks
    )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {_DECLARED}>{fixed}{notes_part(hand, habit)}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CT.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)


def _styles(document: docx.document.Document, hand: Typist, habit: Habit) -> None:
    styles = document.styles.element
    normal = next(style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Normal")
    face = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    size = '<w:sz w:val="28"/><w:szCs w:val="28"/>'
    if habit.base == "normal":
        spacing = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        for block in _parsed(f"{spacing}<w:rPr>{face}{size}</w:rPr>"):
            for old in normal.findall(block.tag):
                normal.remove(old)
            normal.append(block)
    if habit.base in ("macdinh", "kieu"):
        defaults = styles.find(f"{W}docDefaults")
        spacing = '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        rest = '<w:lang w:val="vi-VN" w:eastAsia="en-US" w:bidi="ar-SA"/>'
        for old in list(defaults):
            defaults.remove(old)
        defaults.extend(_parsed(f"<w:rPrDefault><w:rPr>{face}{size}{rest}</w:rPr></w:rPrDefault>{spacing}"))
        for old in normal.findall(f"{W}rPr"):
            normal.remove(old)
    for ident, (ppr, rpr) in hand.styles.items():
        head = f'<w:name w:val="{ident.replace("Style", "Style ")}"/><w:basedOn w:val="Normal"/>'
        style = f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{ident}">{head}<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>'
        styles.append(_parsed(style)[0])


def _numbering(document: docx.document.Document, habit: Habit) -> None:
    """Automatic numbers "I." and "1." that restart; bold, at the first-line indent."""
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="%{at + 1}."/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="{habit.first}"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>'
        for at, kind in enumerate(("upperRoman", "decimal"))
    )
    abstract, number = _parsed(
        f'<w:abstractNum w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="77"/></w:num>'
    )
    numbering = document.part.numbering_part.element
    for old in [n for n in numbering.findall(f"{W}num") if n.get(f"{W}numId") == "7"]:
        numbering.remove(old)
    numbering.insert(0, abstract)
    numbering.append(number)


def _dated(data: bytes) -> bytes:
    """The same members without the time of day."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename), old.read(item.filename), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def constructions() -> list[Construction]:
    """Every habit as a construction."""
    found = []
    for habit in HABITS:
        traits = (f"đầu: {habit.head}", f"kẻ: {habit.rule}", f"ký: {habit.foot}", f"kiểu: {habit.base}")
        made = Construction(
            f"tay/{habit.name}", "tay", habit.content, lambda habit=habit: typed(habit), traits
        )
        found.append(made)
    return found
