"""The page number (PL I.I.7) and the numbers of appendix pages (PL I.III.1.đ)."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.case import Case, Seen, rule
from baocao.conformance.mends import NumberPages, SetLook, SetSheet
from baocao.conformance.paper import Block, Line, Paragraph, Section, Table, paragraphs_of
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.kit import broken, faces, held, look_of, sizes, unsure
from baocao.conformance.rules.places import aligned
from baocao.conformance.rules.spacing import SINGLE, line_spacing
from baocao.formats import Align, Length, Pt

_FIRST, _EVEN, _USUAL = "first", "even", "default"


def _numbers(blocks: tuple[Block, ...]) -> list[Paragraph]:
    return [paragraph for paragraph in paragraphs_of(blocks) if paragraph.page_field]


def _kinds(case: Case) -> tuple[str, ...]:
    """The heads that a section's pages after the first show."""
    return (_USUAL, _EVEN) if case.paper.even_headers else (_USUAL,)


def _in_heads(case: Case) -> list[tuple[Section, Paragraph]]:
    """Every page number in a head, once, with the first section that shows it."""
    found: dict[int, tuple[Section, Paragraph]] = {}
    for section in case.paper.sections:
        for blocks in section.headers.values():
            for paragraph in _numbers(blocks):
                found.setdefault(id(paragraph), (section, paragraph))
    return list(found.values())


def _number_pages(case: Case, section: Section) -> NumberPages:
    size = case.format.components["so_trang"].size.chosen.pt
    return NumberPages(section, size, first=section is case.paper.sections[0])


@rule("NM01")
def numbers_in_top_margin(case: Case) -> Iterator[Seen]:
    """The pages show their number in the head, none in the foot. One page needs no number."""
    pages = _pages(case)
    for section in case.paper.sections:
        low = any(_numbers(blocks) for blocks in section.footers.values())
        missing = not all(_numbers(section.headers.get(kind, ())) for kind in _kinds(case))
        wanted = "số trang ở giữa lề trên"
        mends = [_number_pages(case, section)]
        if low:
            yield broken(section, "số trang ở chân trang", wanted, mends)
        elif not missing or pages < _ONE_PAGE:
            yield held(section)
        elif pages < _MORE_PAGES and not any(section.headers.values()):
            yield unsure(section, "không có số trang", "xem văn bản có dài quá một trang không")
        else:
            yield broken(section, "không có số trang", wanted, mends)


_ONE_PAGE, _MORE_PAGES = 0.8, 1.2
"""Below the first, a document surely has one page; above the second, surely more."""


def _pages(case: Case) -> float:
    """About how many pages the body fills."""
    sections = case.paper.sections
    breaks = sum(paragraph.breaks or paragraph.look.page_break_before for paragraph in case.paper.paragraphs)
    turned = sum(section.starts != "continuous" for section in sections[1:])
    filled = 0.0
    for section in sections:
        room = section.height - abs(section.top) - abs(section.bottom)
        wide, size = section.width - section.left - section.right, _body_size(case)
        filled += sum(_height(block, wide, size) for block in section.blocks) / max(room, 1)
    return max(filled, 1.0 + breaks + turned) if breaks or turned else filled


_LETTER = 0.47
"""Width of a letter over its size, blanks and narrow letters among them."""


def _body_size(case: Case) -> float:
    """Points of body text in the format, for paragraphs without letters."""
    return look_of(case, "than_bai").size.chosen.pt


def _height(block: Block, wide: int, usual: float) -> int:
    """About how high a block is printed. wide: of the column, where its own is not known. usual: points."""
    if isinstance(block, Table):
        rows = [row.cells for row in block.rows if row.cells]
        return sum(max(sum(_height(one, wide, usual) for one in cell.blocks) for cell in row) for row in rows)
    size = max((span.face.size for span in block.spans), default=usual)
    left, right, letter = block.box.left, block.box.right, Pt(size * _LETTER)
    room = max(right - left if left is not None and right is not None else wide, letter, 1)
    lines = max(1, -(-len(block.text) * letter // room))
    tall = lines * Pt(size * SINGLE) * min(line_spacing(block), 3.0)
    return int(tall) + max(block.look.before, block.look.after)


@rule("NM02")
def numbers_centred(case: Case) -> Iterator[Seen]:
    """The page number stands in the middle of the text or of the sheet."""
    align = look_of(case, "so_trang").align
    for section, paragraph in _in_heads(case):
        if align is not Align.CENTER:
            yield from aligned([paragraph], align)
            continue
        line = next((line for line in paragraph.lines if line.centre is not None), None)
        yield _by_place(section, paragraph, line) if line else _by_alignment(paragraph)


def _by_place(section: Section, paragraph: Paragraph, line: Line) -> Seen:
    text = section.text_box
    axes = (section.width / 2, ((text.left or 0) + (text.right or 0)) / 2)
    aside = min(((line.centre or 0) - axis for axis in axes), key=abs)
    if abs(aside) <= tolerances.AXIS:
        return held(paragraph)
    side = "phải" if aside > 0 else "trái"
    seen = f"số trang lệch {side} {wording.millimetres(Length(abs(round(aside))))}"
    return broken(paragraph, seen, "số trang ở giữa", _to_middle(paragraph))


def _to_middle(paragraph: Paragraph) -> list[SetLook]:
    plain = paragraph.cell is None and not paragraph.boxed and "\t" not in paragraph.text
    zero = Length(0)
    return [SetLook(paragraph, align=Align.CENTER, left=zero, right=zero, first_line=zero)] if plain else []


def _by_alignment(paragraph: Paragraph) -> Seen:
    if paragraph.cell is not None or paragraph.boxed or "\t" in paragraph.text:
        return unsure(paragraph, "số trang trong khung", "xem số trang có ở giữa trang không")
    if paragraph.look.align is Align.CENTER:
        return held(paragraph)
    seen = f"số trang {wording.ALIGNED[paragraph.look.align]}"
    return broken(paragraph, seen, "số trang ở giữa", _to_middle(paragraph))


@rule("NM03")
def number_size(case: Case) -> Iterator[Seen]:
    """The size of the page number (PL I.I.7)."""
    setting = case.format.components["so_trang"].size
    for section, paragraph in _in_heads(case):
        face = paragraph.page_face
        if paragraph.text.strip():
            yield from sizes([paragraph], setting)
        elif face is None:
            yield unsure(paragraph, "chưa in ra số", f"xem số trang có {wording.size_range(setting)} không")
        elif setting.permits(Pt(face.size), tolerance=1):
            yield held(paragraph)
        else:
            mend = _number_pages(case, section)
            yield broken(paragraph, wording.points(face.size), wording.size_range(setting), [mend])


@rule("NM04")
def number_upright(case: Case) -> Iterator[Seen]:
    """The page number is upright and not bold (PL I.V.14)."""
    look = case.format.components["so_trang"]
    for section, paragraph in _in_heads(case):
        face = paragraph.page_face
        if paragraph.text.strip() or face is None or (face.bold, face.italic) == (look.bold, look.italic):
            yield from faces([paragraph], bold=look.bold, italic=look.italic)
        else:
            seen, wanted = (
                wording.face_words(face.bold, face.italic),
                wording.face_words(look.bold, look.italic),
            )
            yield broken(paragraph, seen, wanted, [_number_pages(case, section)])


@rule("NM05")
def arabic_from_one(case: Case) -> Iterator[Seen]:
    """Arabic digits, counted from 1; only appendices count anew."""
    restarting = {id(appendix.section) for appendix in case.parts.appendices}
    for section in case.paper.sections:
        mend = SetSheet(section, decimal_numbers=True)
        first = section is case.paper.sections[0]
        if section.number_format != "decimal":
            yield broken(section, "số trang không phải chữ số Ả Rập", "chữ số 1, 2, 3 …", [mend])
        elif first and section.number_start not in (None, 1):
            yield broken(section, f"đánh số từ {section.number_start}", "đánh số từ 1", [mend])
        elif section.number_start is not None and not first and id(section) not in restarting:
            seen = f"đánh lại số trang từ {section.number_start}"
            yield unsure(section, seen, "xem phần này có phải là phụ lục đánh số trang riêng không")
        else:
            yield held(section)
    yield from _words_beside(case)


def _words_beside(case: Case) -> Iterator[Seen]:
    for _, paragraph in _in_heads(case):
        text = paragraph.text.strip()
        if text and not text.isdecimal():
            seen = f"số trang có thêm chữ «{text}»"
            yield unsure(paragraph, seen, "nghị định chỉ nói đến chữ số; xem có cần giữ phần chữ không")


@rule("NM06")
def none_on_page_one(case: Case) -> Iterator[Seen]:
    """The first page shows no number."""
    section = case.paper.sections[0]
    kind = _FIRST if section.title_page else _USUAL
    shown = [*_numbers(section.headers.get(kind, ())), *_numbers(section.footers.get(kind, ()))]
    if not shown:
        yield held(section)
        return
    yield broken(
        section, "trang đầu có số trang", "trang đầu không có số trang", [_number_pages(case, section)]
    )


@rule("NM07")
def appendices_numbered_apart(case: Case) -> Iterator[Seen]:
    """Each appendix has a section of its own whose pages count from 1."""
    used = {id(section) for section in _sections_of_body(case)}
    for appendix in case.parts.appendices:
        section = appendix.section
        if id(section) in used:
            wanted = "mỗi phụ lục một phần riêng (ngắt phần sang trang mới), số trang đếm lại từ 1"
            yield broken(appendix.word, "số trang đếm tiếp phần trước", wanted)
        elif section.number_start != 1:
            mend = SetSheet(section, restart=True)
            yield broken(appendix.word, "số trang đếm tiếp phần trước", "số trang đếm lại từ 1", [mend])
        else:
            yield held(appendix.word)
        used.add(id(section))


def _sections_of_body(case: Case) -> Iterator[Section]:
    """Sections that hold something of the document itself, not only an appendix."""
    own = {id(paragraph) for paragraph in (*case.parts.than_bai, *case.parts.signing)}
    for section in case.paper.sections:
        if any(id(paragraph) in own for paragraph in paragraphs_of(section.blocks)):
            yield section


@rule("NM08")
def number_from_edge(case: Case) -> Iterator[Seen]:
    """How far the page number stands from the upper edge of the sheet: as in the decree's own files."""
    setting = case.format.page.header
    for section in case.paper.sections:
        if not any(map(_numbers, section.headers.values())):
            continue
        if setting.permits(section.header, tolerances.HEADER):
            yield held(section)
        else:
            seen = f"số trang cách mép trên {wording.millimetres(section.header)}"
            mend = SetSheet(section, header=setting.chosen)
            yield broken(section, seen, wording.millimetre_range(setting), [mend])
