"""What was done, in words: where, and how it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from baocao.conformance.appearance import Face
from baocao.conformance.case import Fault
from baocao.conformance.mends import (
    DrawRule,
    DropBlank,
    KeepRow,
    Mend,
    NumberPages,
    ResizeRule,
    Retype,
    SetColumns,
    SetFace,
    SetLook,
    SetSheet,
    ToUnicode,
)
from baocao.conformance.paper import Section, Stroke
from baocao.formats import Align, Length

_NEAR = 24
Pair = tuple[str, str]
"""How one thing was and how it is."""
_SINGLE = 240
_ALIGNED = {
    Align.LEFT: "canh trái",
    Align.CENTER: "canh giữa",
    Align.RIGHT: "canh phải",
    Align.JUSTIFY: "canh đều hai bên",
}
_FACES = {
    "bold": ("chữ đậm", "chữ không đậm"),
    "italic": ("chữ nghiêng", "chữ đứng"),
    "caps": ("chữ in hoa", "không ép in hoa"),
    "underline": ("có gạch chân", "không gạch chân"),
}
_SWITCHES = {
    "keep_next": ("liền với đoạn sau", "không buộc liền đoạn sau"),
    "keep_lines": ("giữ các dòng liền nhau", "không buộc giữ các dòng"),
    "contextual": ("bỏ khoảng cách giữa các đoạn cùng kiểu", "giữ khoảng cách giữa các đoạn cùng kiểu"),
}
_INDENTS = {"left": "thụt trái", "right": "thụt phải", "first_line": "thụt dòng đầu"}
_MARGINS = {
    "top": "lề trên",
    "bottom": "lề dưới",
    "left": "lề trái",
    "right": "lề phải",
    "header": "số trang cách mép",
}


def told(fault: Fault, mends: Sequence[Mend]) -> tuple[str, str]:
    """How it was and how it is after some mends, the same things both times: ("cỡ 12", "cỡ 14"); in the words
    of the fault where the mend does not know how it was.
    """
    retyped = [mend for mend in mends if isinstance(mend, Retype)]
    others = [mend for mend in mends if not isinstance(mend, Retype)]
    pairs = [*_stretches(retyped), *(pair for mend in others for pair in _pairs(mend))]
    before = ", ".join(dict.fromkeys(was for was, _ in pairs if was))
    return before or fault.seen.seen, ", ".join(dict.fromkeys(now for _, now in pairs))


def _stretches(mends: Sequence[Retype]) -> Iterator[Pair]:
    """The words around some retyped ones, before and after; those that stand close together in one piece."""
    together: list[Retype] = []
    for mend in sorted(mends, key=lambda one: one.start):
        if together and mend.start - together[-1].start > _NEAR:
            yield _stretch(together)
            together = []
        together.append(mend)
    if together:
        yield _stretch(together)


def _stretch(mends: Sequence[Retype]) -> Pair:
    text = mends[0].paragraph.text
    start = _word_start(text, mends[0].start)
    end = _word_end(text, mends[-1].start + len(mends[-1].old))
    typed, at = "", start
    for mend in mends:
        typed += text[at : mend.start] + mend.new
        at = mend.start + len(mend.old)
    before, after = (" ".join(one.split("\n")).strip() for one in (text[start:end], typed + text[at:end]))
    if before == after:
        return "", f"đã bỏ dấu cách thừa ở «{after}»"
    return f"«{before}»", f"«{after}»"


def _word_start(text: str, place: int) -> int:
    """Where the word begins that ends or goes on at a place; the one before when that is a blank."""
    while place and text[place - 1].isspace():
        place -= 1
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    while place < len(text) and not text[place].isspace():
        place += 1
    return place


def _pairs(mend: Mend) -> Iterator[Pair]:
    """What a mend changes: how it was ("" where only the fault says that), how it is."""
    match mend:
        case SetFace():
            yield from _face(mend)
        case SetLook():
            yield from _look(mend)
        case SetSheet():
            yield from _sheet(mend)
        case Retype():
            yield _stretch([mend])
        case DropBlank():
            yield "", "đã bỏ đoạn trống"
        case NumberPages():
            yield "", f"số trang ở giữa đầu trang, cỡ {_number(mend.size)}"
        case DrawRule():
            yield "", _rule(mend.length)
        case ResizeRule():
            yield _length_of(mend.stroke), _rule(mend.length)
        case SetColumns():
            yield "", f"các cột rộng {', '.join(map(_millimetres, mend.widths))}"
        case KeepRow():
            yield from [("", "hàng đầu bảng lặp lại ở mỗi trang")] if mend.repeats else []
            yield from [("", "hàng không bị ngắt giữa hai trang")] if mend.whole else []
        case ToUnicode():
            yield "", "chữ Unicode dựng sẵn" if mend.encoding == "NFD" else f"chữ Unicode, phông {mend.font}"
        case _:
            assert_never(mend)


def _rule(length: Length) -> str:
    return f"đường kẻ nét liền dài {_millimetres(length)}, ở giữa dưới dòng chữ"


def _length_of(stroke: Stroke) -> str:
    if stroke.left is None or stroke.right is None:
        return ""
    return f"đường kẻ dài {_millimetres(Length(stroke.right - stroke.left))}"


def _face(mend: SetFace) -> Iterator[Pair]:
    """What of a face is another one now."""
    spans = mend.spans or (() if mend.paragraph is None or mend.label else mend.paragraph.spans)
    faces = [span.face for span in spans]
    if mend.font is not None:
        names = (name for face in faces for name in face.fonts if name != mend.font)
        yield _listed("phông", names), f"phông {mend.font}"
    if mend.size is not None and not (faces and all(face.size == mend.size for face in faces)):
        sizes = (_number(face.size) for face in faces if face.size != mend.size)
        yield _listed("cỡ", sizes), f"cỡ {_number(mend.size)}"
    yield from _toggled(mend, faces)
    if mend.color is not None:
        yield "", "chữ màu đen" if mend.color == "000000" else f"màu {mend.color}"
    if mend.plain:
        yield "", "không tô nền"


def _toggled(mend: SetFace, faces: Sequence[Face]) -> Iterator[Pair]:
    for name, words in _FACES.items():
        wanted = getattr(mend, name)
        if wanted is not None and not (faces and all(bool(getattr(face, name)) is wanted for face in faces)):
            yield words[wanted] if faces else "", words[not wanted]


def _listed(what: str, values: Iterable[str]) -> str:
    found = list(dict.fromkeys(values))
    return f"{what} {' và '.join(found)}" if found else ""


def _look(mend: SetLook) -> Iterator[Pair]:
    """What of a look is another one now."""
    look = mend.paragraph.look
    if mend.align is not None and mend.align is not look.align:
        yield _ALIGNED[look.align], _ALIGNED[mend.align]
    for name, word in _INDENTS.items():
        length, was = getattr(mend, name), getattr(look, name)
        if length is not None and length != was:
            yield f"{word} {_centimetres(was)}", f"{word} {_centimetres(length)}"
    for name, word in (("before", "cách đoạn trên"), ("after", "cách đoạn dưới")):
        length, was, auto = getattr(mend, name), getattr(look, name), getattr(look, f"auto_{name}")
        if length is not None and (length != was or auto):
            yield (
                f"{word} {'tự động' if auto else f'{_number(was.pt)} pt'}",
                f"{word} {_number(length.pt)} pt",
            )
    if mend.lines is not None and (look.line_rule, look.line) != ("auto", round(mend.lines * _SINGLE)):
        was = _number(round(look.line / _SINGLE, 2)) if look.line_rule == "auto" else ""
        yield f"giãn dòng {was}" if was else "", f"giãn dòng {_number(mend.lines)}"
    for name, words in _SWITCHES.items():
        if getattr(mend, name) not in (None, getattr(look, name)):
            yield words[bool(getattr(mend, name))], words[not getattr(mend, name)]


def _sheet(mend: SetSheet) -> Iterator[Pair]:
    section: Section = mend.section
    if mend.width is not None or mend.height is not None:
        sizes = [(section.width, mend.width), (section.height, mend.height)]
        sides = [(_millimetres(was), _millimetres(now)) for was, now in sizes if now is not None]
        yield tuple(f"khổ giấy {' × '.join(side)}" for side in zip(*sides, strict=True))  # type: ignore[misc]
    for name, word in _MARGINS.items():
        if getattr(mend, name) is not None:
            was, now = getattr(section, name), getattr(mend, name)
            yield f"{word} {_millimetres(was)}", f"{word} {_millimetres(now)}"
    if mend.title_page is not None:
        yield "", "trang đầu không ghi số" if mend.title_page else "trang đầu như các trang khác"
    if mend.decimal_numbers:
        yield "", "đánh số trang bằng chữ số Ả Rập"
    if mend.restart:
        yield "", "đánh số trang từ 1"


def _centimetres(length: Length) -> str:
    return f"{_number(round(length.mm / 10, 2))} cm"


def _millimetres(length: Length) -> str:
    return f"{_number(round(length.mm, 1))} mm"


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")
