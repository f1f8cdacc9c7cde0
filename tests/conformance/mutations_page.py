"""Faults of the sheet and the letters."""

# ruff: noqa: E501 - a table of letters stays whole

from __future__ import annotations

import unicodedata

from lxml import etree

from conformance.corpus_kit import Content
from conformance.docx_editing import face, look, part_of, properties, put, retype
from conformance.docx_words import Docx, W
from conformance.mutations import items, mutation, need, prose

_MM = 1440 / 25.4
_TCVN3 = {"ấ": "Ê", "ế": "Õ", "ạ": "¹", "ả": "¶", "á": "¸", "à": "µ", "đ": "®", "ô": "«", "ư": "\u00ad", "ơ": "¬",
          "ệ": "Ö", "ề": "Ò", "ị": "Þ", "ộ": "é", "ố": "è", "ủ": "ñ", "ự": "ù", "ậ": "Ë", "ã": "·", "ê": "ª", "â": "©",
          "ă": "¨", "ó": "ã", "ò": "ß", "ý": "ý", "í": "Ý", "ú": "ó", "ờ": "ê", "ợ": "î", "ứ": "ø", "ừ": "õ", "ầ": "Ç",
          "ẩ": "È", "ể": "Ó", "ễ": "Ô", "ì": "×", "ỉ": "Ø", "ọ": "ä", "ỏ": "á", "ổ": "æ", "ỗ": "ç", "ồ": "å", "ớ": "í",
          "ở": "ë", "ụ": "ô", "ù": "ï", "ũ": "ò", "ử": "ö", "ữ": "÷", "ắ": "¾", "ằ": "»", "ẳ": "¼", "ặ": "Æ", "ẵ": "½",
          "é": "Ð", "è": "Ì", "ẹ": "Ñ", "ẽ": "Ï", "ẻ": "Î", "õ": "â", "ĩ": "Ü", "ỹ": "ü", "ỳ": "ú", "ỷ": "û", "ỵ": "þ",
          "ẫ": "É", "ỡ": "ì"}  # fmt: skip


def _portrait(d: Docx) -> list[etree._Element]:
    return [s for s in d.sections() if s.find(f"{W}pgSz").get(f"{W}orient") != "landscape"]


def _margin(d: Docx, side: str, mm: float) -> None:
    for section in _portrait(d):
        section.find(f"{W}pgMar").set(f"{W}{side}", str(round(mm * _MM)))


@mutation("PG01", "khổ giấy Letter")
def _(d: Docx, c: Content) -> None:
    for section in _portrait(d):
        section.find(f"{W}pgSz").set(f"{W}w", "12240")
        section.find(f"{W}pgSz").set(f"{W}h", "15840")


@mutation("PG01", "khổ giấy Folio", "KY09")
def _(d: Docx, c: Content) -> None:
    for section in _portrait(d):
        section.find(f"{W}pgSz").set(f"{W}w", "12242")
        section.find(f"{W}pgSz").set(f"{W}h", "18722")


@mutation(
    "PG02",
    "trang ngang mà không có bảng",
    "TN04",
    "TY04",
    "TL04",
    "QH05",
    "KY09",
    "PG05",
    "PG06",
    "PG03",
    "PG04",
)
def _(d: Docx, c: Content) -> None:
    need(
        not c.annexes
        and not any(item.kind == "bang" for item in c.items)
        and c.name.startswith(("kh", "qd", "ttr"))
    )
    for section in d.sections():
        size = section.find(f"{W}pgSz")
        size.set(f"{W}w", "16838")
        size.set(f"{W}h", "11906")
        size.set(f"{W}orient", "landscape")


@mutation("PG03", "lề trên 15 mm")
def _(d: Docx, c: Content) -> None:
    _margin(d, "top", 15)


@mutation("PG03", "lề trên 30 mm")
def _(d: Docx, c: Content) -> None:
    _margin(d, "top", 30)


@mutation("PG04", "lề dưới 15 mm")
def _(d: Docx, c: Content) -> None:
    _margin(d, "bottom", 15)


@mutation("PG04", "lề dưới 26 mm")
def _(d: Docx, c: Content) -> None:
    _margin(d, "bottom", 26)


@mutation("PG05", "lề trái 25 mm", "TY04", "TL04", "TN05")
def _(d: Docx, c: Content) -> None:
    _margin(d, "left", 25)


@mutation("PG05", "lề trái 36 mm", "TY04", "TL04", "TN05", "TN04", "DD07")
def _(d: Docx, c: Content) -> None:
    _margin(d, "left", 36)


@mutation("PG06", "lề phải 10 mm", "TY04", "TL04", "TN05")
def _(d: Docx, c: Content) -> None:
    _margin(d, "right", 10)


@mutation("PG06", "lề phải 25 mm", "TY04", "TL04", "TN05", "TN04", "DD07")
def _(d: Docx, c: Content) -> None:
    _margin(d, "right", 25)


def _font(d: Docx, text: str, name: str) -> None:
    for words in d.find(text):
        for run in words.runs():
            put(properties(run, "rPr"), "rFonts", ascii=name, hAnsi=name, cs=name)
            fonts = properties(run, "rPr").find(f"{W}rFonts")
            for slot in ("asciiTheme", "hAnsiTheme", "cstheme"):
                fonts.attrib.pop(f"{W}{slot}", None)


@mutation("FN01", "một đoạn phông Arial")
def _(d: Docx, c: Content) -> None:
    _font(d, prose(c), "Arial")


@mutation("FN01", "hai chữ giữa đoạn phông Calibri")
def _(d: Docx, c: Content) -> None:
    text = prose(c)
    _font(d, " ".join(text.split()[4:6]), "Calibri") if d.find(text) else None


@mutation("FN01", "phông theo chủ đề của Word")
def _(d: Docx, c: Content) -> None:
    need("word/theme/theme1.xml" in d.members)
    need(b"Times New Roman" not in d.members["word/theme/theme1.xml"].split(b"minorFont")[1][:300])
    for words in d.find(prose(c)):
        for run in words.runs():
            put(properties(run, "rPr"), "rFonts", asciiTheme="minorHAnsi", hAnsiTheme="minorHAnsi")


@mutation("FN01", "tên cơ quan phông Cambria")
def _(d: Docx, c: Content) -> None:
    _font(d, c.agency[-1], "Cambria")


@mutation("FN02", "chữ đỏ")
def _(d: Docx, c: Content) -> None:
    face(part_of(d.find(prose(c)), prose(c)[:20]), color="FF0000")


@mutation("FN02", "chữ xanh theo chủ đề")
def _(d: Docx, c: Content) -> None:
    theme = d.members.get("word/theme/theme1.xml", b"")
    need(b"accent1" in theme and b"000000" not in theme.split(b"accent1>")[1])
    for words in d.find(c.kind or c.agency[-1]):
        for run in words.runs():
            put(properties(run, "rPr"), "color", val="4F81BD", themeColor="accent1")


@mutation("FN02", "đường dẫn xanh gạch chân")
def _(d: Docx, c: Content) -> None:
    found = part_of(d.find(prose(c)), " ".join(prose(c).split()[-3:]))
    face(found, color="0000FF", u="single")


@mutation("FN03", "chữ TCVN3 (.VnTime)", "FN01")
def _(d: Docx, c: Content) -> None:
    text = prose(c)
    found = d.find(text)
    _font(d, text, ".VnTime")
    retype(found, "".join(_TCVN3.get(letter, letter) for letter in text))


@mutation("FN06", "chữ tổ hợp rời dấu (NFD)")
def _(d: Docx, c: Content) -> None:
    retype(d.find(prose(c)), unicodedata.normalize("NFD", prose(c)))


@mutation("FN03", "chữ VNI (VNI-Times)", "FN01")
def _(d: Docx, c: Content) -> None:
    text = prose(c)
    found = d.find(text)
    _font(d, text, "VNI-Times")
    retype(found, _vni(text))


_VNI_MARKS = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_HATS = {
    ("a", "\u0301"): "á",
    ("a", "\u0300"): "à",
    ("a", "\u0309"): "å",
    ("a", "\u0303"): "ã",
    ("a", "\u0323"): "ä",
}
_VNI_BOWL = {"\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}


def _vni(text: str) -> str:
    """The words in VNI's two-letter codes, small letters only."""
    found = []
    for letter in text:
        base, *marks = unicodedata.normalize("NFD", letter.lower())
        tone = next((mark for mark in marks if mark in _VNI_MARKS), "")
        hat, bowl, horn = "\u0302" in marks, "\u0306" in marks, "\u031b" in marks
        if letter.lower() == "đ":
            found.append("ñ" if letter == "đ" else "Ñ")
        elif base == "i" and tone:
            found.append({"\u0301": "í", "\u0300": "ì", "\u0309": "æ", "\u0303": "ó", "\u0323": "ò"}[tone])
        elif base == "y" and tone == "\u0323":
            found.append("î")
        elif horn:
            found.append(("ô" if base == "o" else "ö") + _VNI_MARKS.get(tone, ""))
        elif hat:
            found.append(base + (_VNI_HATS.get(("a", tone), "â")))
        elif bowl:
            found.append(base + _VNI_BOWL.get(tone, "ê"))
        else:
            found.append((letter if not marks else base) + _VNI_MARKS.get(tone, ""))
    return "".join(found)


@mutation("FN04", "tô vàng một câu")
def _(d: Docx, c: Content) -> None:
    face(part_of(d.find(prose(c)), prose(c)[:30]), highlight="yellow")


@mutation("FN04", "tô nền đoạn văn")
def _(d: Docx, c: Content) -> None:
    look(d.find(prose(c)), "shd", val="clear", color="auto", fill="DDEEFF")


@mutation("FN04", "ô bảng tô màu")
def _(d: Docx, c: Content) -> None:
    need(any(item.kind == "bang" for item in c.items))
    one = d.find("Lĩnh vực")[0].element
    cell = next(one.iterancestors(f"{W}tc"))
    shade = etree.SubElement(cell.find(f"{W}tcPr"), f"{W}shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "FFFF00")):
        shade.set(f"{W}{name}", value)
    margins = cell.find(f"{W}tcPr/{W}tcMar")
    if margins is not None:
        margins.addprevious(shade)


@mutation("FN05", "một câu cỡ 20", "ND01")
def _(d: Docx, c: Content) -> None:
    face(part_of(d.find(prose(c)), prose(c)[:30]), sz="40")


@mutation("FN05", "tên bảng cỡ 20")
def _(d: Docx, c: Content) -> None:
    captions = items(c, "ten_bang")
    face(d.find(captions[0]), sz="40")
