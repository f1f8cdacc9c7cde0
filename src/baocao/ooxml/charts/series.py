"""One `c:ser` with its data: names and figures as Word keeps them beside the reference to the workbook.

Order of elements: ECMA-376 part 1, 21.2 (CT_BarSer, CT_LineSer, CT_PieSer).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from baocao.ooxml.charts.data import ChartData, Point, Series, share_label
from baocao.ooxml.charts.workbook import SHEET, column
from baocao.ooxml.xml import escape_content

_BODY = re.compile(r"<a:bodyPr[^>]*?(/?)>")
_UPRIGHT = '<a:bodyPr rot="-5400000" vert="horz"{}>'.format


class Room(Enum):
    """How labels stand."""

    LYING = "lying"
    STANDING = "standing"
    NONE = "none"


class Labels(NamedTuple):
    """The labels of a series. look: `c:numFmt`, `c:spPr`, `c:txPr`, `c:dLblPos`. letters: `a:pPr` of a text.
    rest: what stands behind the flags. value, share, category, name, key: what they show.
    """

    look: str = ""
    letters: str = ""
    rest: str = ""
    value: bool = False
    share: bool = False
    category: bool = False
    name: bool = False
    key: bool = False

    @property
    def shows(self) -> bool:
        """Whether anything is shown."""
        return self.value or self.share or self.category or self.name

    def flags(self) -> str:
        """The flags, in the order of the schema."""
        shown = (
            ("LegendKey", self.key),
            ("Val", self.value),
            ("CatName", self.category),
            ("SerName", self.name),
            ("Percent", self.share),
            ("BubbleSize", False),
        )
        return "".join(f'<c:show{name} val="{int(flag)}"/>' for name, flag in shown)


class SeriesLook(NamedTuple):
    """All of a `c:ser` but its data. before: from `c:spPr` to the points; points: `c:dPt` by their index;
    between: from the labels to the categories; after: behind the values.
    """

    before: str = ""
    points: tuple[tuple[int, str], ...] = ()
    labels: Labels = Labels()
    between: str = ""
    after: str = ""


def series_xml(
    look: SeriesLook,
    data: ChartData,
    place: int,
    room: Room = Room.LYING,
    bare: Collection[int] = (),
) -> str:
    """A series of a chart. place: its number, from 0. bare: the places of the points that get no label."""
    series, count = data.series[place], len(data.categories)
    points = "".join(xml for index, xml in look.points if index < count)
    labels = "" if room is Room.NONE else labels_xml(look.labels, series, data.categories, bare)
    if room is Room.STANDING:
        labels = _BODY.sub(lambda found: _UPRIGHT(found[1]), labels)
    letters = column(place + 2)
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>'
        f"<c:tx>{_texts(f'{letters}$1', (series.name,))}</c:tx>"
        f"{look.before}{points}{labels}{look.between}"
        f"<c:cat>{_texts(f'A$2:$A${count + 1}', data.categories)}</c:cat>"
        f"<c:val>{_numbers(f'{letters}$2:${letters}${count + 1}', series.points)}</c:val>"
        f"{look.after}</c:ser>"
    )


def labels_xml(labels: Labels, series: Series, categories: Sequence[str], bare: Collection[int] = ()) -> str:
    """`c:dLbls`: a number that Word would print by the machine's separators gets its words."""
    if not labels.shows:
        return ""
    written = []
    total = series.total
    for index, (point, category) in enumerate(zip(series.points, categories, strict=True)):
        if point.value is None:
            continue
        if index in bare:
            written.append(f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>')
            continue
        if labels.value and not (labels.share or labels.category or labels.name) and point.is_live:
            continue
        words = _words(labels, point, category, series.name, share_label(point, total))
        written.append(_label(index, words, labels))
    return f"<c:dLbls>{''.join(written)}{labels.look}{labels.flags()}{labels.rest}</c:dLbls>"


def _words(labels: Labels, point: Point, category: str, name: str, share: str) -> str:
    front = ": ".join(text for text, shown in ((name, labels.name), (category, labels.category)) if shown)
    percent = share if labels.share and not point.label.endswith("%") else ""
    value = point.label if labels.value or (labels.share and not percent) else ""
    figure = f"{value} ({percent})" if value and percent else value or percent
    return ": ".join(filter(None, (front, figure)))


def _label(index: int, words: str, labels: Labels) -> str:
    text = (
        f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{labels.letters}"
        f"<a:r><a:rPr{_letters_of_run(labels.letters)}<a:t>{escape_content(words)}</a:t></a:r></a:p></c:rich></c:tx>"
    )
    return f'<c:dLbl><c:idx val="{index}"/>{text}{labels.look}{labels.flags()}</c:dLbl>'


def _letters_of_run(letters: str) -> str:
    """The properties of a run like those of its paragraph: LibreOffice heeds only these."""
    _, found, rest = letters.partition("<a:defRPr")
    if not found:
        return ' lang="vi-VN"/>'
    head, _, inner = rest.partition(">")
    if head.endswith("/"):
        return f'{_no_language(head[:-1])} lang="vi-VN"/>'
    return f'{_no_language(head)} lang="vi-VN">{inner.partition("</a:defRPr>")[0]}</a:rPr>'


def _no_language(attributes: str) -> str:
    return " ".join(part for part in attributes.split(" ") if not part.startswith("lang="))


def _texts(place: str, texts: Sequence[str]) -> str:
    points = _cached([escape_content(text) for text in texts])
    return f"<c:strRef><c:f>{SHEET}!${place}</c:f><c:strCache>{points}</c:strCache></c:strRef>"


def _numbers(place: str, points: Sequence[Point]) -> str:
    cached = _cached(["" if point.value is None else f"{point.value:f}" for point in points])
    return (
        f"<c:numRef><c:f>{SHEET}!${place}</c:f><c:numCache><c:formatCode>General</c:formatCode>{cached}"
        "</c:numCache></c:numRef>"
    )


def _cached(values: Sequence[str]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value}</c:v></c:pt>' for index, value in enumerate(values) if value
    )
    return f'<c:ptCount val="{len(values)}"/>{points}'


def point_looks(looks: Mapping[int, str]) -> tuple[tuple[int, str], ...]:
    """`c:dPt` of each point, out of their `c:spPr`."""
    return tuple(
        (index, f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>{look}</c:dPt>')
        for index, look in sorted(looks.items())
    )
