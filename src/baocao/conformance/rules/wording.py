"""What was seen and what is wanted, as a clerk reads it aloud: "cỡ 13 đến 14", "lề trái 30 đến 35 mm"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from baocao.formats import Align, Length, Setting, Share

ALIGNED = {
    Align.LEFT: "canh trái",
    Align.CENTER: "canh giữa",
    Align.RIGHT: "canh phải",
    Align.JUSTIFY: "canh đều hai bên",
}
"""How a paragraph is aligned, in Word's own words."""


def figure(value: float, digits: int = 1) -> str:
    """A number with a decimal comma and no idle zeros: 12.7 is "12,7"."""
    return f"{round(value, digits):.{digits}f}".rstrip("0").rstrip(".").replace(".", ",") or "0"


def points(value: float) -> str:
    """ "cỡ 13,5"."""
    return f"cỡ {figure(value)}"


def millimetres(value: Length) -> str:
    """ "25,4 mm"."""
    return f"{figure(value.mm)} mm"


def size_range(setting: Setting) -> str:
    """ "cỡ 13 đến 14", "cỡ 13"; "cỡ 12 trở lên" when there is no upper limit."""
    return f"cỡ {_range(setting, 'pt')}"


def millimetre_range(setting: Setting) -> str:
    """ "30 đến 35 mm"."""
    return f"{_range(setting, 'mm')} mm"


def point_range(setting: Setting) -> str:
    """ "từ 6 pt trở lên", "từ 6 đến 12 pt", "6 pt"."""
    if setting.maximum is None and setting.minimum is not None:
        return f"từ {figure(setting.minimum.pt, 2)} pt trở lên"
    text = _range(setting, "pt")
    return f"từ {text} pt" if " đến " in text else f"{text} pt"


def share_range(share: Share) -> str:
    """ "từ 1/3 đến 1/2" for shares that clerks know, else "0,95 đến 1,05 lần"."""
    known = {0.333: "1/3", 0.5: "1/2", 0.667: "2/3", 0.25: "1/4", 0.75: "3/4"}
    low, high = (known.get(round(value, 3)) for value in (share.minimum, share.maximum))
    return f"từ {low} đến {high}" if low and high else _times(share)


def _times(share: Share) -> str:
    return f"{figure(share.minimum, 2)} đến {figure(share.maximum, 2)} lần"


def _range(setting: Setting, unit: str) -> str:
    low, high = (
        None if limit is None else figure(getattr(limit, unit), 2)
        for limit in (setting.minimum, setting.maximum)
    )
    if low is None or high is None:
        only = figure(getattr(setting.chosen, unit), 2)
        return f"{low} trở lên" if low is not None else f"không quá {high}" if high is not None else only
    return low if low == high else f"{low} đến {high}"


def face_words(bold: bool | None, italic: bool | None) -> str:
    """ "đậm, đứng", "không đậm"; None is left out."""
    words = [] if bold is None else ["đậm" if bold else "không đậm"]
    words += [] if italic is None else ["nghiêng" if italic else "đứng"]
    return ", ".join(words)


def listed(items: Iterable[str]) -> str:
    """ "cỡ 11, cỡ 15": each once, in the given order, at most four."""
    once: Sequence[str] = tuple(dict.fromkeys(items))
    return ", ".join(once[:4]) + (", …" if len(once) > 4 else "")
