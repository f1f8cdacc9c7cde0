"""Appendices and landscape stretches: `@phu_luc {...}` … `@het_phu_luc`, `@trang_ngang` … `@het_trang_ngang`.

Each is a section of its own. A break before it ends what stands there, one behind it holds its own page; the
last step of the render takes away those that part nothing (`baocao.render.sections`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baocao.builder.blocks import Control, Directive, Item, Source
from baocao.builder.kit import REPORT_DATE, REPORT_NUMBER, Kit, block, text
from baocao.builder.references import name_of
from baocao.errors import Finding, Where, finding
from baocao.ooxml.base import section_xml
from baocao.ooxml.captions import SAYS_APPENDIX, appendix_number
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.paragraphs import runs_xml, styled_paragraph
from baocao.packs.entry import Entry

APPENDIX_KEYS = ("ten", "tieu_de", "ngang", "bieu", "kem_theo")
_APPENDIX, _END_APPENDIX = "phu_luc", "het_phu_luc"
_STRETCH, _END_STRETCH = "trang_ngang", "het_trang_ngang"
_ENDS = {_APPENDIX: _END_APPENDIX, _STRETCH: _END_STRETCH}
_PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/>'
_PLAIN_ITALIC = _PLAIN + "<w:i/><w:iCs/>"
_NO_HEIGHT = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
"""A single point, so that the break makes no page of its own."""
_BLANK = "\u00a0" * 3
_ATTACHED = (
    f"(Kèm theo Báo cáo số {{% if dv.ban_dien_tu %}}{_BLANK}/{{{{ vb.ky_hieu }}}} "
    f"ngày{_BLANK} tháng{_BLANK} năm{_BLANK}"
    f"{{% else %}}{REPORT_NUMBER}/{{{{ vb.ky_hieu }}}} {REPORT_DATE}{{% endif %}} của {{{{ dv.ten }}}})"
)
"""On a document issued as a file number and date stay blank (PL I.III.1.c)."""
_LOOPS = ("if", "for", "block", "set", "with", "filter", "macro", "call", "raw", "autoescape")
_INLINE_SET = "="


@dataclass(frozen=True, slots=True)
class AppendixSpec:
    """What `@phu_luc {...}` says. title: with tags. form: the official form it follows ("Biểu số II.06a/…").
    turned: on landscape pages. attached: whether "(Kèm theo …)" is printed.
    """

    name: str = ""
    title: str = ""
    form: str = ""
    turned: bool = False
    attached: bool = True


def read_appendix(entry: Entry) -> AppendixSpec:
    """The options of `@phu_luc`; the title is needed."""
    return AppendixSpec(
        name=name_of(entry),
        title=entry.text("tieu_de", sample='"KẾT QUẢ GIẢI QUYẾT HỒ SƠ {{ ky.ten | hoa }}"'),
        form=entry.text("bieu"),
        turned=entry.flag("ngang"),
        attached=entry.flag("kem_theo") if entry.has("kem_theo") else True,
    )


def judge_titles(source: Source, file: str) -> Iterator[Finding]:
    """Appendices whose title says again "Phụ lục", which the engine prints above it."""
    for item in source.items:
        if not isinstance(item, Directive) or item.name != _APPENDIX or item.given is None:
            continue
        if found := SAYS_APPENDIX.match(item.given.text_of("tieu_de")):
            yield finding("noi-dung-phu-luc-hai-lan", Where(file=file, line=item.line), chu=found[0])


def begin_appendix(kit: Kit, spec: AppendixSpec) -> str:
    """The break, "Phụ lục" with its number, the title, the report it belongs to (PL I.III.1.b, c)."""
    kit.turned.append(spec.turned)
    head = [
        styled_paragraph("PhuLuc", appendix_number(kit.bookmarks, spec.name)),
        text("PhuLucTen", spec.title),
    ]
    if spec.attached:
        head.append(_line(_ATTACHED, _PLAIN_ITALIC))
    if spec.form:
        head.append(_line(spec.form, _PLAIN))
    whole = "".join(head)
    return _break(section_xml(kit.fmt)) + (block(f"phu_luc_{spec.name}", whole) if spec.name else whole)


def end_appendix(kit: Kit) -> str:
    """The end of the appendix: its page, its pages counted from 1 (PL I.III.1.đ)."""
    return _break(section_xml(kit.fmt, landscape=kit.turned.pop(), restart=True))


def begin_stretch(kit: Kit) -> str:
    """The break before landscape pages within the text."""
    kit.turned.append(True)
    return _break(section_xml(kit.fmt))


def end_stretch(kit: Kit) -> str:
    """The end of landscape pages; page numbers go on."""
    return _break(section_xml(kit.fmt, landscape=kit.turned.pop(), goes_on=True))


def turned_items(items: Iterable[Item]) -> Iterator[tuple[Item, bool]]:
    """The items of a text, each with whether it stands on landscape pages."""
    turned = False
    for item in items:
        if isinstance(item, Directive) and item.name in (_APPENDIX, _STRETCH):
            turned = item.name == _STRETCH or _is_turned(item)
        elif isinstance(item, Directive) and item.name in _ENDS.values():
            turned = False
        yield item, turned


def judge_sections(source: Source, file: str) -> Iterator[Finding]:
    """Appendices and stretches that are not closed, not open, inside each other, or across a statement."""
    open_items: list[Directive | Control] = []
    for item in source.items:
        if isinstance(item, Control) and _opens(item):
            open_items.append(item)
        elif isinstance(item, Control) and item.statement.startswith("end"):
            yield from _close_control(open_items, item, file)
        elif isinstance(item, Directive) and item.name in _ENDS:
            outer = next((each for each in open_items if isinstance(each, Directive)), None)
            if outer is not None:
                where = Where(file=file, line=item.line)
                yield finding(
                    "noi-dung-phan-long-nhau",
                    where,
                    ten=item.name,
                    ngoai=outer.name,
                    dong=outer.line,
                    het=_ENDS[outer.name],
                )
            open_items.append(item)
        elif isinstance(item, Directive) and item.name in _ENDS.values():
            yield from _close(open_items, item, file)
    for left in open_items:
        if isinstance(left, Directive):
            yield _unclosed(left, file)


def _opens(item: Control) -> bool:
    if item.statement == "set":
        return _INLINE_SET not in item.tag
    return item.statement in _LOOPS


def _close_control(open_items: list[Directive | Control], item: Control, file: str) -> Iterator[Finding]:
    """A statement that ends closes what was opened in it."""
    while open_items and isinstance(left := open_items[-1], Directive):
        yield _unclosed(left, file)
        open_items.pop()
    if open_items:
        open_items.pop()


def _close(open_items: list[Directive | Control], item: Directive, file: str) -> Iterator[Finding]:
    opened = open_items[-1] if open_items else None
    if isinstance(opened, Directive) and _ENDS[opened.name] == item.name:
        open_items.pop()
        return
    begin = next(name for name, end in _ENDS.items() if end == item.name)
    yield finding("noi-dung-phan-thua", Where(file=file, line=item.line), ten=item.name, mo=begin)


def _unclosed(item: Directive, file: str) -> Finding:
    where = Where(file=file, line=item.line)
    return finding("noi-dung-phan-chua-dong", where, ten=item.name, het=_ENDS[item.name])


def _is_turned(item: Directive) -> bool:
    typed = item.given.text_of("ngang").lower() if item.given is not None else ""
    return typed in ("có", "true")


def _line(source: str, look: str) -> str:
    return styled_paragraph("PhuLuc", runs_xml(parse_inlines(source, template=True), look))


def _break(section: str) -> str:
    return styled_paragraph("Ke", "", _NO_HEIGHT + section)
