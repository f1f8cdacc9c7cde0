"""The place of a chart in a text, and its parts in the package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from baocao.formats import Length
from baocao.ooxml.charts.chart import C
from baocao.ooxml.charts.workbook import WORKBOOK_TYPE
from baocao.ooxml.names import CHART_RELATION, CONTENT_TYPES, DOCUMENT_RELATIONSHIPS
from baocao.ooxml.xml import DECLARATION, A, R, escape

WORKBOOK = ".xlsx"
"""How the names of workbooks end: the only parts of a report that are no XML."""
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relation(NamedTuple):
    """A relationship of a chart part."""

    id: str
    kind: str
    target: str
    external: bool = False


class ChartParts(NamedTuple):
    """A chart ready to be put into a package. data_id: relationship of its workbook, "" without one."""

    xml: str
    workbook: bytes
    data_id: str = "rId1"
    relations: tuple[Relation, ...] = ()


def chart_run(relation: str, size: tuple[Length, Length], doc_id: int, description: str) -> str:
    """A run holding a chart in the line. size: width and height. description: its alternative text."""
    width, height = map(int, size)
    told = escape(description).replace("\n", "&#10;")
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{doc_id}" name="Biểu đồ {doc_id}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData uri="{C}"><c:chart xmlns:c="{C}" r:id="{relation}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart_part(number: int) -> str:
    """The name of a chart part of ours."""
    return f"word/charts/bieuDo{number}.xml"


def with_charts(parts: Mapping[str, bytes], charts: Sequence[ChartParts]) -> dict[str, bytes]:
    """The parts that charts add to a package, and those of `parts` that must tell of them.

    parts: has the content types and the relationships of the document at least.
    """
    if not charts:
        return {}
    added: dict[str, bytes] = {}
    types, relations = [], []
    for number, chart in enumerate(charts, start=1):
        name, book = chart_part(number), f"word/embeddings/bieuDo{number}{WORKBOOK}"
        added |= {name: chart.xml.encode(), book: chart.workbook}
        added[f"word/charts/_rels/bieuDo{number}.xml.rels"] = _relations(
            chart, f"../embeddings/bieuDo{number}{WORKBOOK}"
        )
        types += [(name, CHART_TYPE), (book, WORKBOOK_TYPE)]
        relations.append((CHART_RELATION(number), name.removeprefix("word/")))
    overrides = "".join(f'<{{}}Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in types)
    told = "".join(
        f'<{{}}Relationship Id="{ident}" Type="{R}/chart" Target="{target}"/>' for ident, target in relations
    )
    added[CONTENT_TYPES] = _at_the_end(parts[CONTENT_TYPES], overrides)
    added[DOCUMENT_RELATIONSHIPS] = _at_the_end(parts[DOCUMENT_RELATIONSHIPS], told)
    return added


def _relations(chart: ChartParts, workbook: str) -> bytes:
    own = [Relation(chart.data_id, f"{R}/package", workbook)] if chart.data_id else []
    listed = "".join(
        f'<Relationship Id="{item.id}" Type="{item.kind}" Target="{escape(item.target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if item.external else ''}/>"
        for item in (*own, *chart.relations)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}">{listed}</Relationships>'.encode()


def _at_the_end(part: bytes, elements: str) -> bytes:
    """A list with more elements in it, under the prefix of the list. `{}`: where the prefix belongs."""
    text = part.decode("utf-8-sig")
    before, end, after = text.rpartition("</")
    prefix = after.partition(":")[0] + ":" if ":" in after else ""
    return f"{before}{elements.replace('{}', prefix)}{end}{after}".encode()
