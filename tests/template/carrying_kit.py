"""Layers and fragments over a base, for the tests of what they bring along."""

from xml.sax.saxutils import quoteattr

from baocao.check.opens import check_opens
from baocao.render import render, to_bytes
from small_docx import (
    NS,
    compiled,
    p,
    package,
)

EXTENDS = p('{%p extends "goi" %}')


def block(*content, name="a"):
    return p(f"{{%p block {name} %}}") + "".join(content) + p("{%p endblock %}")


BASE = package(p("đầu") + block(p("gốc")))


def layer(*content, **parts):
    return package(EXTENDS + block(*content), **parts)


def made(*layers):
    data = to_bytes(render(compiled(*layers), {}))
    assert check_opens(data) == ()
    return data


def remarks(*layers):
    return [(item.code, item.level, dict(item.facts)) for item in compiled(*layers).findings]


def styles_part(*styles, defaults=""):
    return {"word/styles.xml": f"<w:styles {NS}>{defaults}{''.join(styles)}</w:styles>".encode()}


def style(ident, name, *content, kind="paragraph", default=False):
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{ident}"><w:name w:val={quoteattr(name)}/>'
        f"{''.join(content)}</w:style>"
    )
