"""The letters: font, colour, encoding, highlight, sizes (PL I.I.4; PL I.V)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from baocao.conformance.appearance import Face, Span
from baocao.conformance.case import Case, Seen, rule
from baocao.conformance.components.words import prints_pictures
from baocao.conformance.mends import SetFace, ToUnicode
from baocao.conformance.paper import Paragraph, Story
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import broken, encoded, held, parameters, unsure
from baocao.vietnamese.legacy import legacy_of, legacy_word
from baocao.vietnamese.legacy_text import encoding_of_font


def _printing(paragraph: Paragraph) -> list[Span]:
    return [span for span in paragraph.spans if span.text.strip()]


@rule("FN01")
def one_font(case: Case) -> Iterator[Seen]:
    """All letters are in the font of the format; signs without a letter may be in a font of signs, and what
    is typed in a font of pictures is signs whatever its letters.
    """
    font = case.format.font
    signs = frozenset(name.lower() for name in parameters(case, "phong_ky_hieu"))

    def wrong(face: Face, text: str) -> tuple[str, ...]:
        strange = tuple(
            name for name in face.fonts if name.lower() != font.lower() and not prints_pictures((name,))
        )
        only_signs = not any(map(str.isalnum, text))
        return () if only_signs and all(name.lower() in signs for name in strange) else strange

    for paragraph in case.paper.everything:
        spans = [span for span in _printing(paragraph) if wrong(span.face, span.text)]
        label = paragraph.label_face
        in_label = wrong(label, paragraph.label) if paragraph.label and label is not None else ()
        if not spans and not in_label:
            yield held(paragraph)
            continue
        names = [name for span in spans for name in wrong(span.face, span.text)]
        mends = [] if encoded(paragraph) else _set_font(paragraph, spans, bool(in_label), font)
        seen = f"phông {wording.listed([*names, *in_label])}"
        yield broken(paragraph, seen, f"phông {font}", mends, *_stretch(paragraph, spans))


def _set_font(paragraph: Paragraph, spans: Sequence[Span], label: bool, font: str) -> list[SetFace]:
    mends = [SetFace(spans=tuple(spans), font=font)] if spans else []
    return [*mends, SetFace(paragraph=paragraph, label=True, font=font)] if label else mends


def _stretch(paragraph: Paragraph, wrong: Sequence[Span]) -> tuple[int, int]:
    """Where the wrong spans stand; 0 and 0 when they are all the paragraph has."""
    return (wrong[0].start, wrong[-1].end) if 0 < len(wrong) < len(_printing(paragraph)) else (0, 0)


@rule("FN02")
def black_letters(case: Case) -> Iterator[Seen]:
    """All letters are black but those of stamps, which the decree wants red (PL I.III.2)."""
    names: Mapping[str, str] = case.text.parameters["ten_mau"]
    stamps = {id(line.paragraph) for line in (*case.parts.urgency, *case.parts.secrecy)}
    black = case.format.color
    for paragraph in case.paper.everything:
        if id(paragraph) in stamps:
            continue
        spans = [span for span in _printing(paragraph) if span.face.color != black]
        label = paragraph.label_face
        in_label = [label] if paragraph.label and label is not None and label.color != black else []
        if not spans and not in_label:
            hollow = any(span.face.hollow for span in _printing(paragraph))
            yield unsure(paragraph, "chữ rỗng hoặc chữ nổi", _HOLLOW) if hollow else held(paragraph)
            continue
        colors = [face.color for face in (*(span.face for span in spans), *in_label)]
        mends = [] if _on_dark(paragraph) else _set_color(paragraph, spans, bool(in_label), black)
        seen = f"chữ {wording.listed(_named(color, names, black) for color in colors)}"
        wanted = f"chữ {names.get(black, f'màu {black}')}"
        yield broken(paragraph, seen, wanted, mends, *_stretch(paragraph, spans))


_HOLLOW = "xem chữ có in ra màu đen, nét đặc không"


def _named(color: str, names: Mapping[str, str], black: str) -> str:
    """The name of a colour, else of the named one that looks most like it, never that of the wanted one."""
    if color in names:
        return names[color]
    others = [other for other in names if other != black]
    return names[min(others, key=lambda other: _far(color, other))] if others else f"màu {color}"


def _far(one: str, other: str) -> int:
    return sum((mine - yours) ** 2 for mine, yours in zip(_parts(one), _parts(other), strict=True))


def _parts(color: str) -> tuple[int, int, int]:
    """Red, green, blue of RRGGBB, 0 to 255 each."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return red, green, blue


def _set_color(paragraph: Paragraph, spans: Sequence[Span], label: bool, color: str) -> list[SetFace]:
    mends = [SetFace(spans=tuple(spans), color=color)] if spans else []
    return [*mends, SetFace(paragraph=paragraph, label=True, color=color)] if label else mends


def _on_dark(paragraph: Paragraph) -> bool:
    """Whether black letters could not be read on its ground."""
    grounds = [paragraph.look.shading, paragraph.cell.shading if paragraph.cell else ""]
    return any(_brightness(ground) < 128 for ground in grounds if len(ground) == 6)


def _brightness(color: str) -> float:
    red, green, blue = _parts(color)
    return 0.3 * red + 0.59 * green + 0.11 * blue


@rule("FN03")
def unicode_letters(case: Case) -> Iterator[Seen]:
    """The text is in Unicode, not in TCVN3 or VNI."""
    everything = tuple(case.paper.everything)
    mostly = legacy_of("\n".join(paragraph.text for paragraph in everything))
    for paragraph in everything:
        encoding = _encoding(paragraph, mostly.encoding if mostly else "")
        if encoding:
            mend = ToUnicode(paragraph, encoding, case.format.font)
            yield broken(paragraph, f"chữ gõ theo bảng mã {encoding}", "chữ Unicode", [mend])
        else:
            yield held(paragraph)


def _encoding(paragraph: Paragraph, mostly: str) -> str:
    """The old encoding of its letters, "" for none; of two, that of the first letters. mostly: that of the
    whole document.
    """
    text = paragraph.text
    if not text.strip():
        return ""
    for name in (name for span in _printing(paragraph) for name in span.face.fonts):
        if encoding := encoding_of_font(name):
            return encoding
    if text.isascii():
        return ""
    if mostly and legacy_word(text):
        return mostly
    old = legacy_of(text)
    return old.encoding if old is not None else ""


@rule("FN06")
def whole_letters(case: Case) -> Iterator[Seen]:
    """No letter is typed apart from its marks (NFD); in an old encoding FN03 asks first."""
    for paragraph in case.paper.everything:
        if encoded(paragraph) or unicodedata.is_normalized("NFC", paragraph.text):
            yield held(paragraph)
        else:
            mend = ToUnicode(paragraph, "NFD", case.format.font)
            yield broken(paragraph, "chữ Unicode tổ hợp (dấu rời khỏi chữ)", "chữ Unicode dựng sẵn", [mend])


@rule("FN04")
def no_highlight(case: Case) -> Iterator[Seen]:
    """No highlight behind letters, no coloured ground of paragraphs and cells."""
    for paragraph in case.paper.everything:
        spans = [span for span in paragraph.spans if span.face.highlight or span.face.shading]
        ground = paragraph.look.shading
        if not spans and not ground:
            yield held(paragraph)
            continue
        mends = [SetFace(spans=tuple(spans), plain=True)] if spans else []
        mends += [SetFace(paragraph=paragraph, plain=True)] if ground else []
        seen = "đoạn có nền màu" if ground else "chữ có nền màu"
        yield broken(paragraph, seen, "nền trắng", mends, *_stretch(paragraph, [] if ground else spans))
    for table in (*case.parts.data_tables, *case.parts.layout_tables):
        cells = sum(1 for row in table.rows for cell in row.cells if cell.shading)
        if cells:
            yield broken(table, f"{cells} ô có nền màu", "ô nền trắng")
        else:
            yield held(table)


@rule("FN05")
def usual_sizes(case: Case) -> Iterator[Seen]:
    """All letters but those of footnotes stay between the smallest and the largest size of the format."""
    sizes = [item.size for item in case.format.components.values()]
    low = min(size.minimum for size in sizes if size.minimum is not None).pt
    high = max(size.maximum for size in sizes if size.maximum is not None).pt
    for paragraph in case.paper.everything:
        if paragraph.story is Story.NOTE:
            continue
        wrong = [span for span in _printing(paragraph) if not low <= span.face.size <= high]
        wrong = [span for span in wrong if not (span.face.raised or span.face.lowered)]
        if not wrong:
            yield held(paragraph)
            continue
        seen = wording.listed(wording.points(span.face.size) for span in wrong)
        wanted = f"cỡ {wording.figure(low)} đến {wording.figure(high)}"
        yield broken(paragraph, seen, wanted, (), *_stretch(paragraph, wrong))
