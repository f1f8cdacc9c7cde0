"""The styles that a render writes, under the ids it knows them by.

LibreOffice gives our styles ids of its own and keeps their names ("Gạch đầu dòng": GachDau, then Gchudng).
Texts of the data are printed in our styles, so a package gets their ids back before it is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from baocao.errors import Where
from baocao.formats import FORMATS, load_format
from baocao.ooxml.names import NUMBERING, STYLES
from baocao.ooxml.styles import styles_xml
from baocao.template.layers import Layer
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, parse, serialize, w
from baocao.template.style_carrying import Styles, name_of

_USES = {
    w("pStyle"): "paragraph",
    w("rStyle"): "character",
    w("tblStyle"): "table",
    w("basedOn"): "",
    w("next"): "",
    w("link"): "",
}
_STORIES = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_IN_HOLDER = re.compile(r'(<w:rStyle w:val=")([^"]*)(")')
Ids = Mapping[tuple[str, str], str]


def restore_own_ids(base: Layer) -> None:
    """Give the styles of a package that are ours by name the ids that a render writes."""
    styles = Styles(base.parts, base.where)
    ids = _other_ids(styles, base.where)
    if not ids:
        return
    for (kind, ident), style in styles.by_id.items():
        style.set(w("styleId"), ids.get((kind, ident), ident))
        _rename(style, ids, kind)
    base.parts[STYLES] = serialize(styles.root)
    for name in base.parts:
        if name == NUMBERING or _STORIES.fullmatch(name):
            root = parse(base.parts[name], base.where)
            _rename(root, ids)
            base.parts[name] = serialize(root)
    _rename(base.document, ids)


def _other_ids(styles: Styles, where: Where) -> Ids:
    """Kind and id of each style that is ours by name but not by id -> our id; Word's own styles stay."""
    ours = Styles({STYLES: styles_xml(load_format(FORMATS[-1]), ()).encode()}, where)
    found: dict[tuple[str, str], str] = {}
    for (kind, ident), own in ours.by_id.items():
        theirs = styles.by_name.get((kind, name_of(own))) if own.get(w("customStyle")) else None
        if theirs is not None and (kind, ident) not in styles.by_id:
            found[kind, theirs.get(w("styleId"), "")] = ident
    return found


def _rename(root: Element, ids: Ids, of_style: str = "") -> None:
    """Follow new ids in what names styles. of_style: kind of the style that `root` is."""
    linked = {"paragraph": "character", "character": "paragraph"}.get(of_style, of_style)
    for item in root.iter():
        if item.tag in _USES:
            kind = _USES[item.tag] or (linked if item.tag == w("link") else of_style)
            value = item.get(w("val"), "")
            item.set(w("val"), ids.get((kind, value), value))
        elif item.tag == NOTE_HOLDER:
            item.set("rpr", _IN_HOLDER.sub(lambda found: _in_holder(found, ids), item.get("rpr")))


def _in_holder(found: re.Match[str], ids: Ids) -> str:
    return f"{found.group(1)}{ids.get(('character', found.group(2)), found.group(2))}{found.group(3)}"
