"""`@bieu_do`: a native Word chart with its caption. What it shows stands in its alternative text."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from decimal import Decimal

from baocao.builder.kit import TAG_LOOK, Kit
from baocao.builder.references import name_of
from baocao.formats import Length, Mm
from baocao.ooxml.captions import caption
from baocao.ooxml.charts.chart import Design, Kind, chart_xml
from baocao.ooxml.charts.data import ChartData, Point, Series
from baocao.ooxml.charts.drawing import ChartParts, chart_run
from baocao.ooxml.charts.workbook import workbook_bytes
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.names import CHART_RELATION
from baocao.ooxml.paragraphs import runs_xml, styled_paragraph
from baocao.ooxml.xml import text_runs
from baocao.packs.chart_options import DATA_KEYS, Wanted, read_wanted
from baocao.packs.entry import Entry
from baocao.source.raw import RawValue

KEYS = ("ten", "loai", "tieu_de", *DATA_KEYS, "cao", "truc_doc", "truc_ngang")
LABEL = "Biểu đồ"
_LOWEST, _HIGHEST, _HEIGHT = 40, 220, 80
_CENTRED = '<w:keepNext/><w:spacing w:before="60" w:after="0"/><w:jc w:val="center"/>'
_SAMPLES = (62, 71, 78, 86, 54, 67, 90, 47)
_YEARS = ("2021", "2022", "2023", "2024")


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """What `@bieu_do` is given. told: the alternative text. height: of the chart, in millimetres."""

    name: str
    kind: Kind
    title: str
    wanted: Wanted
    told: str
    height: int
    of_values: str
    of_groups: str


def read_chart(entry: Entry) -> ChartOptions:
    """The options of a chart; faults are added to the entry's findings."""
    kind = entry.choice("loai", tuple(Kind), Kind.COLUMNS)
    return ChartOptions(
        name=name_of(entry),
        kind=Kind(kind),
        title=entry.text("tieu_de", sample="Số hồ sơ tiếp nhận qua các năm"),
        wanted=read_wanted(entry),
        told=_told(entry),
        height=entry.whole("cao", _LOWEST, _HIGHEST) or _HEIGHT,
        of_values=entry.text("truc_doc"),
        of_groups=entry.text("truc_ngang"),
    )


def chart(kit: Kit, options: ChartOptions) -> str:
    """The paragraph of the chart and that of its caption; the parts of the chart are left with the kit."""
    data = sample_data(options.wanted, options.kind)
    design = Design(
        options.kind,
        kit.fmt.font,
        options.wanted.palette,
        of_values=options.of_values,
        of_groups=options.of_groups,
        language=kit.fmt.language,
    )
    kit.charts.append(ChartParts(chart_xml(design, data), workbook_bytes(data)))
    size = kit.fmt.page.text_width, Mm(options.height)
    drawing = chart_run(CHART_RELATION(len(kit.charts)), _rounded(size), next(kit.ids), options.told)
    title = runs_xml(parse_inlines(options.title, template=True))
    beside = text_runs(f"{{# {_beside(options.told)} #}}", TAG_LOOK)
    return styled_paragraph("BangChu", drawing + beside, _CENTRED) + caption(
        kit.bookmarks, LABEL, title, options.name, keep_next=False
    )


def _rounded(size: tuple[Length, Length]) -> tuple[Length, Length]:
    width, height = size
    return Length(int(width)), Length(int(height))


def _told(entry: Entry) -> str:
    """The alternative text: the data of the chart, a line each, as they were typed."""
    lines = [
        f"{key}: {json.dumps(_plain(raw), ensure_ascii=False)}"
        for key, raw in entry.children.items()
        if key in DATA_KEYS
    ]
    return "\n".join(("bieu_do:", *lines))


def _beside(told: str) -> str:
    """The same on one line."""
    head, *lines = told.split("\n")
    return f"{head} {{{', '.join(lines)}}}"


def _plain(raw: RawValue) -> object:
    if raw.children:
        return {name: _plain(value) for name, value in raw.children.items()}
    return [_plain(item) for item in raw.items] if raw.items else raw.text.strip()


def sample_data(wanted: Wanted, kind: Kind) -> ChartData:
    """Figures for the template, so that its author sees a chart; as many series as will be printed."""
    names = [row.name or row.of[0] for row in wanted.rows]
    if not (wanted.is_series or kind in (Kind.LINES, Kind.STACKED)):
        return ChartData(tuple(names), (Series("Số liệu", _points(0, len(names))),))
    years = wanted.groups if wanted.groups_listed else _YEARS
    series = [Series(name, _points(place, len(years))) for place, name in enumerate(names)]
    made = ChartData(tuple(years), tuple(series))
    return replace(made, series=made.series[:1]) if kind is Kind.PIE else made


def _points(shift: int, count: int) -> tuple[Point, ...]:
    values = [_SAMPLES[(place + 3 * shift) % len(_SAMPLES)] for place in range(count)]
    return tuple(Point(Decimal(value), str(value)) for value in values)
