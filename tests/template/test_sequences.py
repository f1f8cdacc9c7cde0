"""Word's SEQ fields in a template: counted anew for what is printed."""

from __future__ import annotations

import re

import pytest

from baocao.render import render
from small_docx import compiled, p, package, r

MARK = '<w:fldChar w:fldCharType="{}"/>'.format


def complex_field(code, shown):
    pieces = (
        MARK("begin"),
        f"<w:instrText>{code}</w:instrText>",
        MARK("separate"),
        f"<w:t>{shown}</w:t>",
        MARK("end"),
    )
    return "".join(f"<w:r>{piece}</w:r>" for piece in pieces)


def simple_field(code, shown):
    return f'<w:fldSimple w:instr="{code}">{r(shown)}</w:fldSimple>'


def words(text):
    return [
        "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", item)) for item in re.findall(r"<w:p>.*?</w:p>", text)
    ]


@pytest.mark.parametrize("field", [complex_field, simple_field])
def test_captions_made_in_word_are_counted(field):
    body = p(r("Bảng "), field(" SEQ Bảng \\* ARABIC ", "7")) * 2 + p(r("Hình "), field("SEQ Hình", "4"))
    assert words(render(compiled(package(body)), {}).text()) == ["Bảng 1", "Bảng 2", "Hình 1"]


@pytest.mark.parametrize("code", ["SEQ Bảng \\r 5", "SEQ Bảng \\s 1", "SEQ Bảng \\* ROMAN", "PAGE"])
def test_fields_that_reckon_otherwise_stay(code):
    assert words(render(compiled(package(p(r("Bảng "), complex_field(code, "7")))), {}).text()) == ["Bảng 7"]


def test_a_caption_that_drops_out_is_not_counted():
    caption = p(r("Bảng "), complex_field("SEQ Bảng", "1"))
    body = p("{%p if x %}") + caption + p("{%p endif %}") + caption
    assert words(render(compiled(package(body)), {"x": False}).text()) == ["Bảng 1"]
    assert words(render(compiled(package(body)), {"x": True}).text()) == ["Bảng 1", "Bảng 2"]


def appendix(name, before="Phụ lục "):
    mark = f'<w:bookmarkStart w:id="{name}" w:name="so{name}"/>'
    return p(
        r(before), mark, complex_field(" SEQ Phụ_lục \\* ROMAN ", "I"), f'<w:bookmarkEnd w:id="{name}"/>'
    )


def test_the_only_appendix_has_no_number():
    text = render(compiled(package(appendix(1))), {}).text()
    assert words(text) == ["Phụ lục"]
    assert "instrText" not in text
    assert "bookmark" not in text


def test_two_appendices_have_roman_numbers():
    text = render(compiled(package(appendix(1) + appendix(2))), {}).text()
    assert words(text) == ["Phụ lục I", "Phụ lục II"]
    assert text.count("SEQ Phụ_lục") == text.count("bookmarkStart") == text.count("bookmarkEnd") == 2


def test_a_loop_makes_as_many_appendices_as_it_has_turns():
    body = p("{%p for x in xs %}") + appendix(1) + p("{%p endfor %}")
    assert words(render(compiled(package(body)), {"xs": range(4)}).text()) == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
    ]
    assert words(render(compiled(package(body)), {"xs": [1]}).text()) == ["Phụ lục"]
