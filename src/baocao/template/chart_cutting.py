"""A chart part cut at what its data are: `ChartShell`. What Word writes: `ooxml/charts/NOTES.md`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence

from lxml import etree

from baocao.errors import Where
from baocao.ooxml.charts.chart import C
from baocao.ooxml.charts.drawing import Relation
from baocao.ooxml.charts.series import Labels, SeriesLook
from baocao.ooxml.charts.shell import FORMAT, LEGEND, UNIT, ChartShell, Group
from baocao.ooxml.xml import DECLARATION, A, R
from baocao.template.marks import MARK, MARK_END, NONCHARACTERS
from baocao.template.ooxml_tree import Element, fragment, parse, put_before

_HOLE = re.compile(f"{MARK}([^{MARK_END}]*){MARK_END}")
_KINDS = [
    "barChart",
    "bar3DChart",
    "lineChart",
    "line3DChart",
    "areaChart",
    "area3DChart",
    "radarChart",
    "pieChart",
    "pie3DChart",
    "doughnutChart",
    "ofPieChart",
]
_STRANGE = {
    "scatterChart": "biểu đồ phân tán (XY)",
    "bubbleChart": "biểu đồ bong bóng",
    "stockChart": "biểu đồ chứng khoán",
    "surfaceChart": "biểu đồ bề mặt",
    "surface3DChart": "biểu đồ bề mặt",
}
_BEFORE = ("spPr", "invertIfNegative", "pictureOptions", "marker", "explosion")
_BETWEEN = ("trendline", "errBars")
_AFTER = ("smooth", "shape")
_LEFT_TO_WORD = ("General", "#,##0", "0")
_DROPPED = ("/package", "/oleObject", "/chartStyle", "/chartColorStyle")
_BEHIND_UNIT = ("minorUnit", "dispUnits", "extLst")


def _c(name: str) -> str:
    return f"{{{C}}}{name}"


def cut_chart(
    parts: Mapping[str, bytes], part: str, size: tuple[float, float], palette: str, where: Where
) -> tuple[ChartShell | None, str]:
    """The shell of a chart part, and the kind of chart that cannot be filled, "" when it can."""
    root = parse(parts[part], where)
    strange = next(
        (words for name, words in _STRANGE.items() if next(root.iter(_c(name)), None) is not None), ""
    )
    plots = [item for item in root.iter() if _local(item) in _KINDS and list(item.iter(_c("ser")))]
    if strange or not plots:
        return None, strange or "biểu đồ không có chuỗi số liệu nào"
    _clean(root)
    groups = tuple(_cut_group(plot, number) for number, plot in enumerate(plots))
    _cut_axis(root)
    _cut_legend(root)
    data_id, relations = _relations(parts, part, root, where)
    text = DECLARATION + etree.tostring(root, encoding="unicode")
    pieces = _HOLE.split(text)
    return (
        ChartShell(tuple(pieces[::2]), tuple(pieces[1::2]), groups, size, palette, data_id, relations),
        "",
    )


def _local(item: Element) -> str:
    name = etree.QName(item)
    return name.localname if name.namespace == C else ""


def _clean(root: Element) -> None:
    """Nothing in the part can be taken for a hole."""
    for item in root.iter():
        item.text = NONCHARACTERS.sub("\ufffd", item.text) if item.text else item.text
        item.tail = None
        for name, value in item.attrib.items():
            item.set(name, NONCHARACTERS.sub("\ufffd", value))


def _hole(name: str) -> str:
    return f"{MARK}{name}{MARK_END}"


def _cut_group(plot: Element, number: int) -> Group:
    series = sorted(plot.findall(_c("ser")), key=_order)
    looks = tuple(map(_look, series))
    put_before(plot.find(_c("ser")), _hole(str(number)))
    for item in series:
        _remove(item)
    return Group(
        _local(plot),
        looks,
        stacked=_value(plot, "grouping") in ("stacked", "percentStacked"),
        across=_value(plot, "barDir") == "bar",
        even=_value(plot, "grouping") == "percentStacked",
    )


def _remove(item: Element) -> None:
    """Take an element out; what stands behind it is kept."""
    if item.tail:
        put_before(item, item.tail)
    item.getparent().remove(item)


def _order(series: Element) -> int:
    typed = _value(series, "order")
    return int(typed) if typed.isdigit() else 0


def _value(parent: Element, name: str) -> str:
    found = parent.find(_c(name))
    return "" if found is None else found.get("val", "")


def _look(series: Element) -> SeriesLook:
    points = []
    for item in series.findall(_c("dPt")):
        for unique in item.findall(_c("extLst")):
            item.remove(unique)
        index = _value(item, "idx")
        points.append((int(index) if index.isdigit() else 0, fragment(item)))
    return SeriesLook(
        _written(series, _BEFORE),
        tuple(sorted(points)),
        _labels(series),
        _written(series, _BETWEEN),
        _written(series, _AFTER),
    )


def _written(parent: Element, names: Sequence[str]) -> str:
    return "".join(fragment(item) for item in parent if _local(item) in names)


def _labels(series: Element) -> Labels:
    """The labels of a series, or those of its group when it has none of its own."""
    found = series.find(_c("dLbls"))
    if found is None:
        found = series.getparent().find(_c("dLbls"))
    if found is None or _value(found, "delete") == "1":
        return Labels()
    paragraph = found.find(f"{_c('txPr')}/{{{A}}}p/{{{A}}}pPr")
    shown = {name: _value(found, f"show{name}") == "1" for name in _SHOWN}
    return Labels(
        _written(found, ("numFmt", "spPr", "txPr", "dLblPos")),
        fragment(paragraph),
        _written(found, ("separator", "showLeaderLines", "leaderLines")),
        **{field: shown[name] for name, field in _SHOWN.items()},
    )


_SHOWN = {"Val": "value", "Percent": "share", "CatName": "category", "SerName": "name", "LegendKey": "key"}


def _cut_axis(root: Element) -> None:
    """The ticks of the one axis of values, where the author has left them to Word."""
    axes = list(root.iter(_c("valAx")))
    if len(axes) != 1:
        return
    axis = axes[0]
    number = axis.find(_c("numFmt"))
    if number is not None and number.get("formatCode") in _LEFT_TO_WORD:
        put_before(number, _hole(FORMAT))
        _remove(number)
    if axis.find(_c("majorUnit")) is None:
        behind = next((item for item in axis if _local(item) in _BEHIND_UNIT), None)
        if behind is not None:
            put_before(behind, _hole(UNIT))
        else:
            axis[-1].tail = _hole(UNIT)


def _cut_legend(root: Element) -> None:
    plot = next(root.iter(_c("plotArea")), None)
    if plot is not None and plot.getparent().find(_c("legend")) is None:
        plot.tail = _hole(LEGEND)


def _relations(
    parts: Mapping[str, bytes], part: str, root: Element, where: Where
) -> tuple[str, tuple[Relation, ...]]:
    """The relationship of the workbook, and those that stay: pictures in fills, drawings upon the chart."""
    folder, name = posixpath.split(part)
    listed = f"{folder}/_rels/{name}.rels"
    data = root.find(_c("externalData"))
    data_id = "" if data is None else data.get(f"{{{R}}}id", "")
    kept = []
    for item in parse(parts[listed], where) if listed in parts else ():
        external = item.get("TargetMode") == "External"
        kind, target = item.get("Type", ""), item.get("Target", "")
        if item.get("Id") == data_id or kind.endswith(_DROPPED):
            continue
        if not external:
            target = "/" + posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        kept.append(Relation(item.get("Id", ""), kind, target, external))
    return data_id, tuple(kept)
