"""What the pieces of a run print, one by one; reading and mending count letters the same way.

Source: ECMA-376 part 1, 17.3.3 (content of a run), 17.3.3.30 (symbols of special fonts).
"""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import W_
from baocao.template.ooxml_tree import XML_SPACE

TEXT = f"{W_}t"
BREAK = f"{W_}br"
SOFT_HYPHEN = f"{W_}softHyphen"
TCVN3_LETTER = "\u00ad"
"""What an optional hyphen stands for in a font of TCVN3: the letter ư has its code there."""
_FIXED = {
    f"{W_}tab": "\t",
    f"{W_}ptab": "\t",
    BREAK: "\n",
    f"{W_}cr": "\n",
    f"{W_}noBreakHyphen": "-",
}
SYMBOL = f"{W_}sym"
_FIRST_SIGN, _LAST_SIGN = 0xF000, 0xF0FF
_SIGNS = {
    **dict(zip((0xA3, 0xB3, 0xB1, 0xB4, 0xB8, 0xB9, 0xBB, 0x2D), "≤≥±×÷≠≈−", strict=True)),
    **dict(zip((0xAE, 0xE0, 0xE8, 0xF0, 0xDE, 0xB7), "→→→→⇒•", strict=True)),
}
_XML_BLANKS = " \t\r\n"
_LINES = str.maketrans("\r\n", "  ")


def pieces(run: Element) -> Iterator[tuple[Element, str]]:
    """The children of a run that print letters, each with them; what belongs to no letter is not there.

    A `w:t` may print less than it holds: without `xml:space` its outer blanks do not count.
    """
    for item in run:
        text = piece(item)
        if text:
            yield item, text


def piece(item: Element) -> str:
    """What a child of a run prints, "" for nothing."""
    tag = item.tag
    if tag == TEXT:
        text = item.text or ""
        if item.get(XML_SPACE) != "preserve":
            text = text.strip(_XML_BLANKS)
        return str(text.translate(_LINES))
    return _sign(item.get(f"{W_}char", "")) if tag == SYMBOL else _FIXED.get(tag, "")


def capitals(text: str) -> str:
    """A text in capitals, as many letters as it had."""
    raised = text.upper()
    if len(raised) == len(text):
        return raised
    return "".join(upper if len(upper := letter.upper()) == 1 else letter for letter in text)


def _sign(code: str) -> str:
    """The letter of a symbol, whose code is F0xx for the fonts that have signs only."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if _FIRST_SIGN <= number <= _LAST_SIGN:
        return _SIGNS.get(number - _FIRST_SIGN, chr(number))
    return chr(number) if 0x20 <= number < 0xD800 else ""
