"""Full texts (`day_du`): every figure that they name is there, their headings and tables can be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from baocao.errors import Where
from baocao.formats import load_format
from baocao.model.faults import Faults
from baocao.model.full_text_names import NamesGiven
from baocao.model.full_text_slips import CONTENTS, check_braces, check_slips
from baocao.model.named import ENTRY, own_id
from baocao.model.names import as_name, guess
from baocao.model.places import in_text
from baocao.model.record import Value
from baocao.model.table_options import TableOptions, read_options
from baocao.ooxml.bookmarks import is_name
from baocao.ooxml.full_text import FullText, ItemKind, figures_in, read_full
from baocao.ooxml.narrow_columns import name_of_table, narrow_columns
from baocao.ooxml.pipe_grids import shared_widths
from baocao.ooxml.pipe_tables import PipeFault, PipeFaultKind, PipeTable
from baocao.packs.catalogue import NUMERIC, Catalogue, Indicator, Kind
from baocao.packs.pack import Manifest

ALONE = "so"
"""`{x.so}`: the number without its unit."""
ATTRIBUTES = ("truoc", "chenh_lech", "ty_le_chenh_lech", "huong", "bang_chu")
"""What may stand behind the name of a figure, as in a template."""
TO_FILL = "CẦN ĐIỀN"
"""Stands where a new file waits for the words of the unit."""
_SHOWN = 30
_LISTS = frozenset({Kind.LIST})
_TABLE_FAULTS = {
    PipeFaultKind.NO_RULE: "bai-bang-thieu-dong-ke",
    PipeFaultKind.CELLS: "bai-bang-sai-so-o",
    PipeFaultKind.NOTHING_ABOVE: "bai-bang-khong-o-tren",
    PipeFaultKind.NOTHING_LEFT: "bai-bang-khong-o-trai",
    PipeFaultKind.WIDE: "bai-bang-nhieu-cot",
    PipeFaultKind.RAGGED: "bai-bang-lech-o",
}


@dataclass(frozen=True, slots=True)
class Use:
    """A place of a text that asks for a figure. name: as typed; id, asked: see `split_name`."""

    name: str
    id: str
    asked: tuple[str, ...]
    where: Where


def check_full_texts(
    values: Mapping[str, Value],
    notes: Iterable[Value],
    catalogue: Catalogue,
    manifest: Manifest,
    faults: Faults,
) -> None:
    """Report what is wrong with each full text. notes: the record's, which such texts may call. manifest: has
    the forms of the pack's heading levels and the format of its page.
    """
    texts = list(_full_texts(values, {item.id: item for item in catalogue}))
    names, contents = NamesGiven(faults), _contents_in(catalogue)
    for text, one in texts:
        _check_figures(text, catalogue, faults)
        read = read_full(text.text)
        _check_layout(text, read, one.full, manifest, faults)
        names.take(text, read, in_appendix=catalogue.indicators.get(one.id) is not one)
        check_slips(text, read, lambda name: split_name(name, catalogue) is not None, contents, faults)
    for note in notes if texts else ():
        _check_figures(note, catalogue, faults)
        check_braces(note, lambda name: split_name(name, catalogue) is not None, faults)


def figures_used(values: Mapping[str, Value], notes: Iterable[Value], catalogue: Catalogue) -> Iterator[Use]:
    """The places of full texts, and of the record's notes, that ask for a figure."""
    texts = [text for text, _ in _full_texts(values, {item.id: item for item in catalogue})]
    for text in (*texts, *notes) if texts else ():
        for name, line in figures_in(text.text):
            if found := split_name(name, catalogue):
                yield Use(name, *found, in_text(text.where, text.text, line))


def split_name(name: str, catalogue: Catalogue) -> tuple[str, tuple[str, ...]] | None:
    """The id of the figure that a name in a text means, and what is asked of it; None for no figure."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        head, rest = ".".join(parts[:count]), tuple(parts[count:])
        for id_ in (own_id(head), head):
            if id_ in catalogue and catalogue[id_].kind not in _LISTS:
                return (id_, rest) if _may_ask(catalogue[id_], rest) else None
    return None


def _may_ask(one: Indicator, asked: tuple[str, ...]) -> bool:
    if not asked:
        return True
    inner = asked[:-1] if asked[-1] == ALONE else asked
    return one.kind in NUMERIC and len(inner) < 2 and set(inner) <= set(ATTRIBUTES)


def _contents_in(catalogue: Catalogue) -> str:
    """The id of the figure that asks for a table of contents, "" when the pack has none."""
    asking = (one.id for one in catalogue if one.kind is Kind.YESNO)
    return next((id_ for id_ in asking if id_.rpartition(".")[2] == CONTENTS), "")


def _full_texts(
    values: Mapping[str, Value], indicators: Mapping[str, Indicator]
) -> Iterator[tuple[Value, Indicator]]:
    for id_, value in values.items():
        one = indicators.get(id_)
        if one is None:
            continue
        if one.full and value.text:
            yield value, one
        fields = {field.id: field for field in one.fields if field.full}
        for row in value.records if fields else ():
            yield from _full_texts(row, fields)


def _check_figures(text: Value, catalogue: Catalogue, faults: Faults) -> None:
    for name, line in figures_in(text.text):
        if split_name(name, catalogue) is None:
            known = [item.id.removeprefix(f"{ENTRY}.") for item in catalogue if item.kind not in _LISTS]
            where = in_text(text.where, text.text, line)
            faults.add("so-trong-bai-la", where, ten=name, goi_y=guess(name, known), ten_dat=as_name(name))


def _check_layout(text: Value, read: FullText, first: int, manifest: Manifest, faults: Faults) -> None:
    deepest = len(manifest.headings) - first + 1
    for item in read.items:
        where = in_text(text.where, text.text, item.line)
        if item.kind is ItemKind.HEADING and item.level > deepest:
            faults.add("bai-de-muc-sau", where, dau="#" * item.level, cap=deepest)
        elif item.kind is ItemKind.HEADING and item.name and not is_name(item.name):
            faults.add("ten-muc-sai", where, ten=item.name)
        elif item.table is not None:
            options = read_options(item.options, in_text(text.where, text.text, item.line - 1), faults)
            _check_columns(item.table, options, manifest, where, faults)
    for number, line in enumerate(text.text.split("\n")):
        if TO_FILL in line:
            faults.add("bai-con-cho-dien", in_text(text.where, text.text, number))
    _tell_numbers(text, read, faults)
    for fault in read.faults:
        _tell(fault.fault, in_text(text.where, text.text, fault.line), faults)


def _check_columns(
    table: PipeTable, options: TableOptions, manifest: Manifest, where: Where, faults: Faults
) -> None:
    """Report a table with columns too narrow for a digit."""
    fmt = load_format(manifest.format_profile)
    widths = shared_widths(fmt.page.text_width, table.shares)
    narrow = narrow_columns(table, widths, options.look, fmt)
    if narrow is not None:
        name = name_of_table(table, options.title)
        faults.add("bai-bang-cot-hep", where, ten=name, **narrow.facts)


def _tell_numbers(text: Value, read: FullText, faults: Faults) -> None:
    """Report the numbers of headings that were typed and left out, all at once."""
    typed = [item for item in read.items if item.number]
    if typed:
        shown = ", ".join(f"«{item.number} {_short(item.text)}»" for item in typed[:3])
        more = f" và {len(typed) - 3} đề mục khác" if len(typed) > 3 else ""
        faults.add("bai-de-muc-co-so", in_text(text.where, text.text, typed[0].line), cac_de_muc=shown + more)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"


def _tell(fault: PipeFault, where: Where, faults: Faults) -> None:
    faults.add(_TABLE_FAULTS[fault.kind], where, so_o=fault.cells, so_cot=fault.columns, cot=fault.column)
