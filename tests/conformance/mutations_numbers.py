"""Faults of the page numbers."""

from __future__ import annotations

import copy

from lxml import etree

from conformance.corpus_kit import MOTTO, Content
from conformance.docx_editing import properties, put
from conformance.docx_words import Docx, NotHereError, R, W
from conformance.mutations import mutation, need

_MM = 1440 / 25.4


def _page_number(d: Docx) -> list[tuple[str, etree._Element]]:
    found = [(name, element) for name, element in d.page_fields() if "header" in name]
    need(found)
    return found


def _to_footers(d: Docx) -> None:
    rels = etree.fromstring(d.members["word/_rels/document.xml.rels"])
    headers = {item.get("Id"): item for item in rels if item.get("Type", "").endswith("/header")}
    told = {name.rpartition("/")[2] for name, _ in _page_number(d)}
    wanted = {ident for ident, item in headers.items() if item.get("Target", "").rpartition("/")[2] in told}
    for ident in wanted:
        item = headers[ident]
        item.set("Type", item.get("Type").replace("/header", "/footer"))
        name = "word/" + item.get("Target").rpartition("/")[2]
        root = d.tree(name)
        root.tag = f"{W}ftr"
        types = d.members["[Content_Types].xml"].decode()
        at = types.index(name)
        d.members["[Content_Types].xml"] = (
            types[:at] + types[at:].replace("header+xml", "footer+xml", 1)
        ).encode()
    d.members["word/_rels/document.xml.rels"] = etree.tostring(
        rels, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    for section in d.sections():
        for reference in section.findall(f"{W}headerReference"):
            if reference.get(f"{R}id") in wanted:
                reference.tag = f"{W}footerReference"


@mutation("NM01", "số trang ở chân trang")
def _(d: Docx, c: Content) -> None:
    need(all("headerReference" in str(child.tag) or True for child in d.body))
    types = d.members["[Content_Types].xml"].decode()
    for name, _ in _page_number(d):
        at = types.index(name)
        need("header+xml" in types[at : at + 200])
    _to_footers(d)


@mutation("NM01", "văn bản nhiều trang không đánh số trang")
def _(d: Docx, c: Content) -> None:
    need(c.name in ("bc-xa", "rieng", "phuong", "tan-hong"))
    for _, element in _page_number(d):
        for run in list(element.iter(f"{W}r")):
            run.getparent().remove(run)
        for field in list(element.iter(f"{W}fldSimple")):
            field.getparent().remove(field)


@mutation("NM02", "số trang bên phải")
def _(d: Docx, c: Content) -> None:
    for _, element in _page_number(d):
        need(element.find(f"{W}pPr/{W}framePr") is None)
        put(properties(element, "pPr"), "jc", val="right")


@mutation("NM02", "số trang bên trái")
def _(d: Docx, c: Content) -> None:
    for _, element in _page_number(d):
        need(element.find(f"{W}pPr/{W}framePr") is None)
        put(properties(element, "pPr"), "jc", val="left")


def _page_face(d: Docx, **settings: str) -> None:
    for _, element in _page_number(d):
        for run in element.iter(f"{W}r"):
            for tag, value in settings.items():
                put(properties(run, "rPr"), tag, val=value)


@mutation("NM03", "số trang cỡ 11")
def _(d: Docx, c: Content) -> None:
    _page_face(d, sz="22")


@mutation("NM03", "số trang cỡ 16")
def _(d: Docx, c: Content) -> None:
    _page_face(d, sz="32")


@mutation("NM04", "số trang nghiêng")
def _(d: Docx, c: Content) -> None:
    _page_face(d, i="1")


@mutation("NM04", "số trang đậm")
def _(d: Docx, c: Content) -> None:
    _page_face(d, b="1")


@mutation("NM05", "số trang La Mã")
def _(d: Docx, c: Content) -> None:
    _page_number(d)
    put(d.sections()[0], "pgNumType", fmt="lowerRoman")


@mutation("NM05", "số trang bắt đầu từ 0", "NM06")
def _(d: Docx, c: Content) -> None:
    _page_number(d)
    put(d.sections()[0], "pgNumType", start="0")


@mutation("NM06", "trang đầu hiện số trang")
def _(d: Docx, c: Content) -> None:
    _page_number(d)
    section = d.sections()[0]
    title = section.find(f"{W}titlePg")
    need(title is not None)
    references = section.findall(f"{W}headerReference")
    first = [one for one in references if one.get(f"{W}type") == "first"]
    need(c.name and not any(MOTTO in _words(d, one) for one in first))
    section.remove(title)


@mutation("NM06", "trang đầu có trường số trang riêng")
def _(d: Docx, c: Content) -> None:
    found = _page_number(d)
    targets = d.targets("header")
    for reference in d.sections()[0].findall(f"{W}headerReference"):
        if reference.get(f"{W}type") == "first":
            root = d.tree(targets[reference.get(f"{R}id")])
            need(not any(element.text and element.text.strip() for element in root.iter(f"{W}t")))
            root.insert(0, copy.deepcopy(found[0][1]))
            return
    raise NotHereError


def _words(d: Docx, reference: etree._Element) -> str:
    name = d.targets("header").get(reference.get(f"{R}id"), "")
    return "".join(node.text or "" for node in d.tree(name).iter(f"{W}t")) if name in d.members else ""


@mutation("NM07", "phụ lục không đánh số trang riêng")
def _(d: Docx, c: Content) -> None:
    need(c.annexes)
    last = d.sections()[-1].find(f"{W}pgNumType")
    need(last is not None and last.get(f"{W}start"))
    del last.attrib[f"{W}start"]


@mutation("NM08", "số trang cách mép trên 18 mm")
def _(d: Docx, c: Content) -> None:
    _page_number(d)
    for section in d.sections():
        section.find(f"{W}pgMar").set(f"{W}header", str(round(18 * _MM)))


@mutation("DC01", "địa chỉ cơ quan ở chân trang đầu cỡ 9")
def _(d: Docx, c: Content) -> None:
    first = d.sections()[0]
    need(
        not any("footerReference" in str(child.tag) for child in first)
        and "word/footer77.xml" not in d.members
    )
    put(first, "titlePg")
    font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    face = f'<w:rPr>{font}<w:color w:val="000000"/><w:sz w:val="18"/></w:rPr>'
    edge = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    words = "Địa chỉ: số 5 đường Hùng Vương; Điện thoại: 0277.3830123; Email: ubnd@tanphuoc.gov.vn"
    text = f"<w:p><w:pPr>{edge}</w:pPr><w:r>{face}<w:t>{words}</w:t></w:r></w:p>"
    d.members["word/footer77.xml"] = f'<w:ftr xmlns:w="{W[1:-1]}">{text}</w:ftr>'.encode()
    rels = etree.fromstring(d.members["word/_rels/document.xml.rels"])
    kind = f"{R[1:-1]}/footer"
    etree.SubElement(rels, rels[0].tag, Id="rId977", Type=kind, Target="footer77.xml")
    d.members["word/_rels/document.xml.rels"] = etree.tostring(rels, xml_declaration=True, encoding="UTF-8")
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    types = d.members["[Content_Types].xml"].decode()
    override = f'<Override PartName="/word/footer77.xml" ContentType="{content}"/></Types>'
    d.members["[Content_Types].xml"] = types.replace("</Types>", override).encode()
    reference = etree.Element(f"{W}footerReference")
    reference.set(f"{W}type", "first")
    reference.set(f"{R}id", "rId977")
    at = len([one for one in first if "headerReference" in str(one.tag)])
    first.insert(at, reference)
