"""How far below the upper side of its paragraph a drawing stands, where the file says it so.

Source: ECMA-376 part 1, 20.4.2.11 (positionV); part 4, 19.1.2.12 (line of VML).
"""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.reading.quantities import css, styled
from baocao.formats import Length
from baocao.ooxml.xml import WP

_LINE = "{urn:schemas-microsoft-com:vml}line"
_OWN = ("text", "")


def depth_of(drawing: Element) -> Length | None:
    """Of a `w:drawing` or `w:pict`; None for one in the text, or placed by the page or its margins."""
    place = next(drawing.iter(f"{{{WP}}}positionV"), None)
    if place is not None:
        offset = place.findtext(f"{{{WP}}}posOffset", "").strip()
        own = place.get("relativeFrom") == "paragraph" and offset.removeprefix("-").isdecimal()
        return Length(int(offset)) if own else None
    line = next(drawing.iter(_LINE), None)
    return None if line is None else _of_line(line)


def _of_line(line: Element) -> Length | None:
    look = styled(line.get("style"))
    if look.get("position") != "absolute" or look.get("mso-position-vertical-relative", "") not in _OWN:
        return None
    ends = [css(line.get(end, "").partition(",")[2]) for end in ("from", "to")]
    moved = css(look.get("margin-top", "0")) or 0
    return None if None in ends else Length(round(max(end or 0 for end in ends) + moved))
