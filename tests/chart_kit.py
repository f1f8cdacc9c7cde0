"""Charts as Word 2016 writes them, and what stands in a chart of a finished file. For the tests of charts."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from xml.etree import ElementTree as ET

import openpyxl

from baocao.ooxml.charts.data import ChartData, Point, Series
from baocao.ooxml.charts.workbook import workbook_bytes
from baocao.ooxml.package import Skeleton, write_package
from small_docx import REL, package

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
ALIEN = '<c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}" xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart"><c16:uniqueId val="{00000000-7B5C-4B7A-9D6A-2F1D6B7B3A10}"/></c:ext></c:extLst>'
LABELS = '<c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="ellipsis" vert="horz" wrap="square" anchor="ctr"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="1" i="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
AXES = '<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines/><c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'


def word_series(place, colour, more=""):
    """A series of Word's sample chart."""
    letter = "BCDEF"[place]
    texts = f'<c:tx><c:strRef><c:f>Sheet1!${letter}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Series {place + 1}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    names = "".join(f'<c:pt idx="{n}"><c:v>Category {n + 1}</c:v></c:pt>' for n in range(4))
    values = "".join(f'<c:pt idx="{n}"><c:v>{n + 2}.5</c:v></c:pt>' for n in range(4))
    return (
        f'<c:ser><c:idx val="{place}"/><c:order val="{place}"/>{texts}<c:spPr><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></c:spPr>'
        f'<c:invertIfNegative val="0"/>{more}<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$5</c:f><c:strCache><c:ptCount val="4"/>{names}</c:strCache></c:strRef></c:cat>'
        f'<c:val><c:numRef><c:f>Sheet1!${letter}$2:${letter}$5</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="4"/>{values}</c:numCache></c:numRef></c:val>{ALIEN}</c:ser>'
    )


def word_chart(*series, plot="", axes=AXES, legend=True):
    """A chart part as Word writes it. plot: instead of a clustered column chart of `series`."""
    plot = plot or (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{"".join(series)}'
        '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        '<c:gapWidth val="219"/><c:overlap val="-27"/><c:axId val="111"/><c:axId val="222"/></c:barChart>'
    )
    below = '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' if legend else ""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c16r2="http://schemas.microsoft.com/office/drawing/2015/06/chart">'
        '<c:date1904 val="0"/><c:lang val="en-US"/><c:roundedCorners val="0"/>'
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="c14" xmlns:c14="http://schemas.microsoft.com/office/drawing/2007/8/2/chart"><c14:style val="102"/></mc:Choice><mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{plot}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>{below}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
        '<c:externalData r:id="rId3"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


COLUMNS = word_chart(word_series(0, "accent1", LABELS), word_series(1, "accent2", LABELS))
STYLE = '<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="201"/>'


def drawing(description, relation="rId50", ident=7):
    """A run with a chart."""
    told = (
        description.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\n", "&#xA;")
    )
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5486400" cy="3200400"/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{ident}" name="Chart {ident}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def word_file(body, *charts, **more):
    """A Word file; its charts are related as rId50, rId51…"""
    rels, extra, types = "", {}, ""
    for number, chart in enumerate(charts, start=1):
        rels += f'<Relationship Id="rId{49 + number}" Type="{REL}/chart" Target="charts/chart{number}.xml"/>'
        book = f"Microsoft_Excel_Sheet{number}.xlsx"
        own = (
            f'<Relationship Id="rId3" Type="{REL}/package" Target="../embeddings/{book}"/>'
            f'<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/chartStyle" Target="style{number}.xml"/>'
        )
        sample = ChartData(("Category 1",), (Series("Series 1", (Point(Decimal(4), "4"),)),))
        extra |= {
            f"word/charts/chart{number}.xml": chart.encode(),
            f"word/charts/style{number}.xml": STYLE.encode(),
            f"word/embeddings/{book}": workbook_bytes(sample),
            f"word/charts/_rels/chart{number}.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{own}</Relationships>'.encode(),
        }
        types += f'<Override PartName="/word/charts/chart{number}.xml" ContentType="{CHART_TYPE}"/>'
        types += f'<Override PartName="/word/charts/style{number}.xml" ContentType="application/vnd.ms-office.chartstyle+xml"/>'
    parts = Skeleton.read(package(body, rels=rels, extra=extra, **more)).parts()
    stated = '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    listed = parts["[Content_Types].xml"].replace(b"<Default", f"{stated}<Default".encode(), 1)
    parts["[Content_Types].xml"] = listed.replace(b"</Types>", f"{types}</Types>".encode())
    return write_package(parts)


def charts_of(data):
    """The charts of a finished file in reading order: name of the part, and its root."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = dict(_relations(archive.read("word/_rels/document.xml.rels")))
        document = archive.read("word/document.xml").decode()
        parts = [
            f"word/{relations[ident]}" for ident in re.findall(r'<c:chart [^>]*r:id="([^"]*)"', document)
        ]
        return [(part, ET.fromstring(archive.read(part))) for part in parts]


def _relations(content):
    return ((item.get("Id"), item.get("Target")) for item in ET.fromstring(content))


def cached(root):
    """What a chart shows: categories, and name and values of each series; gaps are None."""
    series = list(root.iter(f"{C}ser"))
    names = _points(series[0].find(f"{C}cat")) if series else []
    return names, [(_points(item.find(f"{C}tx"))[0], _points(item.find(f"{C}val"))) for item in series]


def _points(parent):
    count = int(parent.find(f".//{C}ptCount").get("val"))
    known = {int(point.get("idx")): point.find(f"{C}v").text for point in parent.iter(f"{C}pt")}
    return [known.get(place) for place in range(count)]


def labels_of(series):
    """The words of the labels of a `c:ser`, by point."""
    return {
        int(label.find(f"{C}idx").get("val")): "".join(text.text or "" for text in label.iter(f"{A}t"))
        for label in series.iter(f"{C}dLbl")
    }


def workbook_of(data, part):
    """The rows of the workbook behind a chart part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = part.rpartition("/")[2]
        targets = [target for _, target in _relations(archive.read(f"word/charts/_rels/{name}.rels"))]
        book = next(target for target in targets if target.endswith(".xlsx"))
        opened = openpyxl.load_workbook(io.BytesIO(archive.read(f"word/{book.removeprefix('../')}")))
    return [list(row) for row in opened["Sheet1"].iter_rows(values_only=True)]


def told(data):
    """The alternative texts of the drawings of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    return [item.get("descr") for item in root.iter(f"{space}docPr")]
