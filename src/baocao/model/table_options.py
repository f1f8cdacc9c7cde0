"""What a full text says of a table on the line above it: `@bang Tên bảng`, `@bang {tieu_de: …, dvt: …}`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from baocao.errors import Where
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.ooxml.bookmarks import is_name
from baocao.ooxml.pipe_grids import GridLook
from baocao.packs.table_options import IN_DATA, LARGEST, OPTIONS, SMALLEST, line_above
from baocao.source.files import read_text
from baocao.source.raw import Literal, RawValue

_LABELS = {name: OPTIONS[name] for name in IN_DATA}


@dataclass(frozen=True, slots=True)
class TableOptions:
    """title, above: sources of the caption and of the line right above the table. name: for references. size:
    of the letters in points, None as the style has it. numbered: whether a row (1) (2) … stands below the
    header. repeats: header rows on each page. together: on one page. about: alternative text, plain.
    """

    title: str = ""
    above: str = ""
    name: str = ""
    size: int | None = None
    numbered: bool = False
    repeats: bool = True
    together: bool = False
    about: str = ""

    @property
    def look(self) -> GridLook:
        """How the table looks, but for its column numbers, which depend on how many there are."""
        return GridLook(
            size=None if self.size is None else Decimal(self.size),
            repeats=self.repeats,
            together=self.together,
        )


def read_options(typed: str, where: Where, faults: Faults) -> TableOptions:
    """The options as typed behind `@bang`; what is wrong with them is written down at `where`."""
    if not typed.startswith("{"):
        return TableOptions(title=typed)
    reading = read_text(typed, where.file)
    faults.take(replace(found, where=where) for found in reading.findings)
    if reading.value.literal is not Literal.MAP:
        return TableOptions()
    form = Form(_placed(reading.value, where), "@bang", _LABELS, faults)
    name = form.line("ten")
    if name and not is_name(name):
        faults.add("ten-muc-sai", form.at("ten"), ten=name)
        name = ""
    return TableOptions(
        title=form.line("tieu_de"),
        above=line_above(form.line("bieu"), form.line("dvt")),
        name=name,
        size=form.whole("co_chu", SMALLEST, LARGEST),
        numbered=form.flag("so_cot", False),
        repeats=form.flag("lap_dau", True),
        together=form.flag("giu_lien", False),
        about=form.line("mo_ta"),
    )


def judged_options(typed: str) -> TableOptions:
    """The same of a text that was judged when the data were read: its faults have been told by then.

    A text is handed on as its source, which the filters of a template may cut and join; so its tables are
    read where they are printed.
    """
    return read_options(typed, Where(), Faults())


def _placed(raw: RawValue, where: Where) -> RawValue:
    """The options with the place of their line in the text."""
    below = {name: RawValue(child.value, where, child.literal) for name, child in raw.children.items()}
    return RawValue(below, where, Literal.MAP)
