"""Pictures that a block brings along: names, types and links of every kind that Word or a script writes."""

# ruff: noqa: E501 - literals of XML stay whole

import re

import pytest

from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.ooxml.package import Skeleton, write_package
from baocao.render import render, to_bytes
from small_docx import REL, compiled, p, package, read_part

PNG = {"png": "image/png"}
SVG = '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rId22"/></a:ext></a:extLst>'


def picture(ident, kind="embed", more=""):
    return f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:blip r:{kind}="{ident}">{more}</a:blip></wp:inline></w:drawing></w:r>'


def word_file(body, pictures, types=PNG, extra=""):
    """pictures: content by name in word/media, related as rId21, rId22…"""
    rels = "".join(
        f'<Relationship Id="rId{21 + place}" Type="{REL}/image" Target="media/{name}"/>'
        for place, name in enumerate(pictures)
    )
    media = {f"word/media/{name}": data for name, data in pictures.items()}
    parts = Skeleton.read(package(body, rels=rels + extra, extra=media)).parts()
    stated = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in types.items())
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"<Default", f"{stated}<Default".encode(), 1
    )
    return write_package(parts)


BASE = word_file(
    p("{%p block a %}") + p("gốc") + p("{%p endblock %}") + p(picture("rId21")), {"image1.png": b"BASE"}
)


def report(run, pictures, types=PNG, extra="", base=BASE):
    layer = word_file(
        p('{%p extends "goi" %}') + p("{%p block a %}") + p(run) + p("{%p endblock %}"),
        pictures,
        types,
        extra,
    )
    data = to_bytes(render(compiled(layer, base), {}))
    assert not check_opens(data)
    return data


def shown(data):
    """What each picture of the text leads to, in reading order, with its content type."""
    relations = read_part(data, "word/_rels/document.xml.rels")
    types = read_part(data, "[Content_Types].xml")
    found = []
    for ident in re.findall(r'r:(?:embed|link)="([^"]*)"', read_part(data)):
        (item,) = re.findall(rf'<Relationship [^>]*Id="{ident}"[^>]*>', relations)
        target = re.search('Target="([^"]*)"', item).group(1)
        if "External" in item:
            found.append(target)
            continue
        name = f"word/{target}"
        own = re.search(rf'PartName="/{re.escape(name)}" ContentType="([^"]*)"', types)
        end = name.rpartition(".")[2].lower()
        usual = re.search(rf'(?i)Extension="{end}" ContentType="([^"]*)"', types)
        found.append((Skeleton.read(data).data(name), (own or usual).group(1)))
    return found


def test_a_picture_of_the_same_name_stays_another_picture():
    data = report(picture("rId21"), {"image1.png": b"MINE"})
    assert shown(data) == [(b"MINE", "image/png"), (b"BASE", "image/png")]


def test_names_that_differ_in_case_alone_are_the_same_name():
    base = word_file(
        p("{%p block a %}") + p("gốc") + p("{%p endblock %}") + p(picture("rId21")), {"image1_1.PNG": b"BASE"}
    )
    data = report(picture("rId21"), {"IMAGE1.png": b"MINE"}, base=base)
    assert shown(data) == [(b"MINE", "image/png"), (b"BASE", "image/png")]
    names = [name.lower() for name in Skeleton.read(data).names]
    assert len(names) == len(set(names))


def test_a_drawing_in_two_forms_brings_both():
    data = report(
        picture("rId21", more=SVG),
        {"image1.png": b"MINE", "image2.svg": b"<svg/>"},
        PNG | {"svg": "image/svg+xml"},
    )
    assert shown(data) == [(b"MINE", "image/png"), (b"<svg/>", "image/svg+xml"), (b"BASE", "image/png")]


def test_a_type_that_differs_from_the_usual_one_of_the_extension_is_stated():
    data = report(picture("rId21"), {"image1.png": b"MINE"}, {"png": "image/jpeg"})
    assert shown(data) == [(b"MINE", "image/jpeg"), (b"BASE", "image/png")]


def test_a_picture_elsewhere_stays_elsewhere():
    link = f'<Relationship Id="rId30" Type="{REL}/image" Target="https://a.b/c.png" TargetMode="External"/>'
    assert shown(report(picture("rId30", "link"), {}, extra=link)) == [
        "https://a.b/c.png",
        (b"BASE", "image/png"),
    ]


def test_a_relation_that_leads_nowhere_is_told():
    nowhere = f'<Relationship Id="rId30" Type="{REL}/image"/>'
    with pytest.raises(PackError) as caught:
        report(picture("rId30"), {}, extra=nowhere)
    assert [(item.code, dict(item.facts)) for item in caught.value.findings] == [
        ("hinh-mat", {"ten": "rId30"})
    ]
