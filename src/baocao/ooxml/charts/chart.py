"""A whole chart part, as a template begins with it: the look of an official document in black and white.

Order of elements: ECMA-376 part 1, 21.2 (CT_ChartSpace, CT_PlotArea, CT_CatAx, CT_ValAx).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from baocao.ooxml.charts.data import ChartData
from baocao.ooxml.charts.looks import GREY, area_look, line_look
from baocao.ooxml.charts.series import Labels, SeriesLook, point_looks, series_xml
from baocao.ooxml.xml import DECLARATION, A, R, escape, escape_content

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
MOST_SLICES = 12
"""Slices that get a look of their own in a template."""
_DATA_ID = "rId1"
_CATEGORIES, _VALUES = "500000001", "500000002"
_HAIR = '<a:ln w="9525"><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:ln>'
_AXIS_LINE = f"<c:spPr><a:noFill/>{_HAIR.format('595959')}</c:spPr>"
_GRID_LINE = f"<c:majorGridlines><c:spPr>{_HAIR.format('D9D9D9')}</c:spPr></c:majorGridlines>"
_EVERY_NAME = '<c:tickLblSkip val="1"/>'
_PLATE = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'


class Kind(StrEnum):
    """The kinds of charts, by the name an author gives."""

    COLUMNS = "cot"
    BARS = "cot_ngang"
    STACKED = "cot_chong"
    LINES = "duong"
    PIE = "tron"


@dataclass(frozen=True, slots=True)
class Design:
    """What a chart looks like. size, label_size: of letters, in hundredths of a point. of_values, of_groups:
    titles of the axes.
    """

    kind: Kind
    font: str
    palette: str = GREY
    size: int = 1200
    label_size: int = 1100
    of_values: str = ""
    of_groups: str = ""
    language: str = "vi-VN"


def chart_xml(design: Design, data: ChartData) -> str:
    """The chart part; its workbook is the relationship `rId1`."""
    plot = _pie(design, data) if design.kind is Kind.PIE else _with_axes(design, data)
    legend = len(data.series) > 1 or design.kind is Kind.PIE
    return (
        f'{DECLARATION}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:lang val="{design.language}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea><c:layout/>{plot}<c:spPr><a:noFill/></c:spPr></c:plotArea>{_legend() if legend else ''}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_letters(design, design.size)}"
        f'<c:externalData r:id="{_DATA_ID}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _with_axes(design: Design, data: ChartData) -> str:
    lines = design.kind is Kind.LINES
    series = "".join(series_xml(_look(design, place), data, place) for place in range(len(data.series)))
    ids = f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/>'
    if lines:
        plot = (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
            f'<c:marker val="1"/>{ids}</c:lineChart>'
        )
    else:
        direction = "bar" if design.kind is Kind.BARS else "col"
        stacked = design.kind is Kind.STACKED
        plot = (
            f'<c:barChart><c:barDir val="{direction}"/>'
            f'<c:grouping val="{"stacked" if stacked else "clustered"}"/>'
            f'<c:varyColors val="0"/>{series}<c:gapWidth val="{60 if len(data.series) > 1 else 80}"/>'
            f'<c:overlap val="{100 if stacked else 0}"/>{ids}</c:barChart>'
        )
    return plot + _category_axis(design) + _value_axis(design)


def _look(design: Design, place: int) -> SeriesLook:
    if design.kind is Kind.LINES:
        labels = _labels(design, "b" if place % 2 else "t")
        return SeriesLook(line_look(design.palette, place), labels=labels, after='<c:smooth val="0"/>')
    place_of_label = "ctr" if design.kind is Kind.STACKED else "outEnd"
    before = area_look(design.palette, place) + '<c:invertIfNegative val="0"/>'
    return SeriesLook(before, labels=_labels(design, place_of_label))


def _labels(design: Design, where: str, *, share: bool = False) -> Labels:
    letters = _letters(design, design.label_size)
    paragraph = letters.partition("<a:p>")[2].partition("<a:endParaRPr")[0]
    plate = _PLATE if where in ("ctr", "bestFit") else "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    number = '<c:numFmt formatCode="General" sourceLinked="0"/>'
    look = f'{number}{plate}{letters}<c:dLblPos val="{where}"/>'
    return Labels(look, paragraph, value=True, share=share)


def _pie(design: Design, data: ChartData) -> str:
    looks = point_looks({place: area_look(design.palette, place) for place in range(MOST_SLICES)})
    labels = _labels(design, "bestFit", share=True)._replace(rest='<c:showLeaderLines val="1"/>')
    look = SeriesLook("", looks, labels)
    return (
        f'<c:pieChart><c:varyColors val="1"/>{series_xml(look, data, 0)}'
        '<c:firstSliceAng val="0"/></c:pieChart>'
    )


def _category_axis(design: Design) -> str:
    across = design.kind is Kind.BARS
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling>'
        f'<c:orientation val="{"maxMin" if across else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if across else "b"}"/>{_title(design, design.of_groups, turned=across)}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="low"/>{_AXIS_LINE}'
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/>{_EVERY_NAME if across else ""}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(design: Design) -> str:
    across = design.kind is Kind.BARS
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"b" if across else "l"}"/>{_GRID_LINE}'
        f"{_title(design, design.of_values, turned=not across)}"
        '<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>{_AXIS_LINE}'
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="{"max" if across else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _title(design: Design, words: str, *, turned: bool) -> str:
    if not words:
        return ""
    body = '<a:bodyPr rot="-5400000" vert="horz"/>' if turned else "<a:bodyPr/>"
    look = _run_look(design, design.size, "defRPr", bold=False)
    return (
        f"<c:title><c:tx><c:rich>{body}<a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:r>"
        f"{_run_look(design, design.size, 'rPr', bold=False)}<a:t>{escape_content(words)}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def _legend() -> str:
    return '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'


def _letters(design: Design, size: int) -> str:
    """`c:txPr`."""
    look = _run_look(design, size, "defRPr")
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{look}</a:pPr>"
        f'<a:endParaRPr lang="{design.language}"/></a:p></c:txPr>'
    )


def _run_look(design: Design, size: int, name: str, *, bold: bool = False) -> str:
    font = escape(design.font)
    faces = "".join(f'<a:{face} typeface="{font}"/>' for face in ("latin", "ea", "cs"))
    return (
        f'<a:{name} sz="{size}" b="{int(bold)}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f"{faces}</a:{name}>"
    )
