"""Footnotes: from the template and from data, numbered 1..N where their references stand."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re
import xml.etree.ElementTree as ET

import pytest

from baocao.check.opens import check_opens
from baocao.errors import DataError, PackError
from baocao.render import render, to_bytes
from small_docx import (
    SEPARATORS,
    Text,
    W,
    compiled,
    note,
    notes_of,
    p,
    package,
    produced,
    read_part,
    ref,
    spoken,
    tbl,
    tc,
)


def both(data):
    assert check_opens(data) == ()
    return spoken(data), notes_of(data)


def test_a_note_of_the_template_sees_the_values():
    data = package(p("Theo {{ ten }}", ref(3), " và"), notes=note(3, "ghi về {{ ten }}"))
    assert both(produced(data, {"ten": "A & B"})) == (["Theo A & B[1] và"], {"1": ["ghi về A & B"]})


def test_a_note_in_a_loop_sees_its_variable():
    body = p("{%p for x in ds %}") + p("mục {{ x }}", ref(1)) + p("{%p endfor %}") + p("cuối", ref(2))
    data = package(body, notes=note(1, "ghi {{ loop.index }}: {{ x }}") + note(2, "hết"))
    assert both(produced(data, {"ds": ["a", "b"]})) == (
        ["mục a[1]", "mục b[2]", "cuối[3]"],
        {"1": ["ghi 1: a"], "2": ["ghi 2: b"], "3": ["hết"]},
    )


def test_a_removed_paragraph_takes_its_note_along():
    body = (
        p("{%p if x %}")
        + p("bỏ", ref(1))
        + p("{%p endif %}")
        + p("giữ{% if x %}", ref(2), "{% endif %}", ref(3))
    )
    data = package(body, notes=note(1, "một") + note(2, "hai") + note(3, "ba"))
    assert both(produced(data, {"x": False})) == (["giữ[1]"], {"1": ["ba"]})


def test_notes_in_reading_order_whatever_their_ids():
    data = package(p("a", ref(7)) + p("b", ref(2)), notes=note(2, "hai") + note(7, "bảy"))
    assert both(produced(data)) == (["a[1]", "b[2]"], {"1": ["bảy"], "2": ["hai"]})


def test_a_note_of_several_paragraphs_with_conditions():
    body = note(
        1,
        "một",
        p("{%p if x %}"),
        p("hai {{ x }}"),
        p("{%p endif %}"),
        p("{%p for y in ds %}"),
        p("{{ y }}"),
        p("{%p endfor %}"),
    )
    data = package(p("a", ref(1)), notes=body)
    assert both(produced(data, {"x": "x", "ds": [1, 2]})) == (["a[1]"], {"1": ["một", "hai x", "1", "2"]})
    assert both(produced(data, {"x": "", "ds": []})) == (["a[1]"], {"1": ["một"]})


def test_the_number_stands_in_the_first_paragraph_left():
    body = note(1, p("{%p if x %}"), p("bỏ"), p("{%p endif %}"), p("còn", style="FootnoteText"), "thêm")
    out = produced(package(p("a", ref(1)), notes=body), {"x": False})
    (found,) = [
        item for item in ET.fromstring(read_part(out, "word/footnotes.xml")) if item.get(W + "id") == "1"
    ]
    signs = [len(list(item.iter(W + "footnoteRef"))) for item in found.iter(W + "p")]
    assert both(out)[1] == {"1": ["còn", "thêm"]}
    assert signs == [1, 0]


def test_notes_in_cells_and_in_rows_that_repeat():
    body = tbl(["{%tr for x in ds %}", ""], [tc(p("{{ x }}", ref(1))), "b"], ["{%tr endfor %}", ""])
    data = package(body, notes=note(1, "ghi {{ x }}"))
    assert both(produced(data, {"ds": "ab"})) == (
        ["a[1]", "b", "b[2]", "b"],
        {"1": ["ghi a"], "2": ["ghi b"]},
    )


def test_a_reference_beside_words_in_one_run():
    body = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>trước</w:t><w:footnoteReference w:id="1"/><w:t>sau</w:t></w:r></w:p>'
    assert both(produced(package(body, notes=note(1, "ghi")))) == (["trước[1]sau"], {"1": ["ghi"]})


def test_a_note_in_a_macro_that_is_called_twice():
    body = (
        p("{%p macro m(x) %}")
        + p("gọi {{ x }}", ref(1))
        + p("{%p endmacro %}")
        + p("{{p m(1) }}")
        + p("{{p m(2) }}")
    )
    data = package(body, notes=note(1, "ghi {{ x }}"))
    assert both(produced(data)) == (["gọi 1[1]", "gọi 2[2]"], {"1": ["ghi 1"], "2": ["ghi 2"]})


def test_what_a_set_block_holds_and_prints_later_counts_where_it_is_printed():
    body = p("{%p set giu %}") + p("giữ", ref(1)) + p("{%p endset %}") + p("trước", ref(2)) + p("{{p giu }}")
    data = package(body, notes=note(1, "của khối") + note(2, "của đoạn"))
    assert both(produced(data)) == (["trước[1]", "giữ[2]"], {"1": ["của đoạn"], "2": ["của khối"]})


def test_a_note_printed_twice_is_a_field_the_second_time():
    body = p("{%p set giu %}") + p("giữ", ref(1)) + p("{%p endset %}") + p("{{p giu }}") + p("{{p giu }}")
    out = produced(package(body, notes=note(1, "ghi")))
    assert notes_of(out) == {"1": ["ghi"]}
    assert check_opens(out) == ()
    document = read_part(out)
    name = re.search(
        r'<w:bookmarkStart w:id="\d+" w:name="(\w+)"/><w:r>.*?<w:footnoteReference w:id="1"/>', document
    )[1]
    assert f" NOTEREF {name} " in document
    assert document.count("<w:footnoteReference ") == 1


def test_notes_of_the_data():
    text = Text("đã làm[^kh] và **xong**[^kq].", kh="Kế hoạch *34*", kq="Đạt & vượt\n\nđoạn hai")
    data = package(p("{{p t }}") + p("trong dòng {{r u }} nhé"))
    out = produced(data, {"t": text, "u": Text("chữ[^a]", a="chú")})
    assert both(out) == (
        ["đã làm[1] và xong[2].", "trong dòng chữ[3] nhé"],
        {"1": [" Kế hoạch 34"], "2": [" Đạt & vượt", "đoạn hai"], "3": [" chú"]},
    )


def test_the_same_note_of_the_data_twice():
    notes = {"kh": "Kế hoạch"}
    out = produced(
        package(p("{{p t }}") + p("{{p t }}") + p("{{p u }}")),
        {"t": Text("a[^kh]", **notes), "u": Text("b[^kh]", kh="khác")},
    )
    assert notes_of(out) == {"1": [" Kế hoạch"], "2": [" khác"]}
    assert read_part(out).count(" NOTEREF ") == 1
    assert check_opens(out) == ()


def test_notes_of_template_and_data_mix():
    body = p("{%p for t in ds %}") + p("mẫu", ref(1)) + p("{{p t }}") + p("{%p endfor %}")
    data = package(body, notes=note(1, "mẫu {{ loop.index }}"))
    texts = [Text("một[^a]", a="dữ liệu một"), Text("hai[^a]", a="dữ liệu hai")]
    assert both(produced(data, {"ds": texts})) == (
        ["mẫu[1]", "một[2]", "mẫu[3]", "hai[4]"],
        {"1": ["mẫu 1"], "2": [" dữ liệu một"], "3": ["mẫu 2"], "4": [" dữ liệu hai"]},
    )


def test_rich_text_inside_a_template_note():
    data = package(p("a", ref(1)), notes=note(1, "ghi {{r t }} hết", p("{{p t }}")))
    assert both(produced(data, {"t": Text("**đậm**")})) == (["a[1]"], {"1": ["ghi đậm hết", "đậm"]})


def test_no_note_printed_leaves_a_valid_file():
    data = produced(package(p("a{% if x %}", ref(1), "{% endif %}"), notes=note(1, "ghi")), {"x": 0})
    assert both(data) == (["a"], {})
    assert 'w:type="separator"' in read_part(data, "word/footnotes.xml")


REFUSED = {
    "nested": (Text("a[^x]", x="ghi[^y]", y="z"), "chu-thich-trong-chu-thich"),
    "unknown": (Text("a[^x]"), "chu-thich-khong-co"),
    "empty": (Text("a[^x]", x="  "), "chu-thich-rong-ten"),
}


@pytest.mark.parametrize(("text", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_a_wrong_note_of_the_data_is_a_fault_of_the_data(text, code):
    with pytest.raises(DataError) as caught:
        produced(package(p("{{p t }}")), {"t": text})
    assert caught.value.findings[0].code == code


def test_a_template_note_that_comes_out_empty_is_refused():
    data = package(p("Đầu") + p("theo dõi", ref(1)), notes=note(1, "{% if x %}ghi{% endif %}"))
    with pytest.raises(PackError) as caught:
        produced(data, {"x": 0})
    (found,) = caught.value.findings
    assert (found.code, found.where.words) == ("chu-thich-rong", "theo dõi")


# The package around the notes.


def test_a_package_without_notes_gets_all_they_need():
    out = produced(package(p("{{p t }}")), {"t": Text("a[^x]", x="ghi")})
    assert check_opens(out) == ()
    assert read_part(out, "[Content_Types].xml").count("/word/footnotes.xml") == 1
    settings = read_part(out, "word/settings.xml")
    assert re.findall(r'<w:footnote w:id="(-?\d)"/>', settings) == ["-1", "0"]
    assert '<w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr><w:pgSz' in read_part(out)


def test_settings_of_the_template_reach_every_section():
    settings = (
        f'<w:settings xmlns:w="{W[1:-1]}"><w:zoom w:percent="100"/><w:footnotePr><w:numRestart w:val="eachPage"/>'
        '<w:footnote w:id="3"/></w:footnotePr><w:compat/><w:rsids/></w:settings>'
    )
    rels = '<Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>'
    body = p("a", ppr="<w:sectPr><w:pgSz/></w:sectPr>") + p("b")
    out = produced(package(body, rels=rels, extra={"word/settings.xml": settings.encode()}))
    assert read_part(out).count('<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr><w:pgSz') == 2
    order = re.findall(r"<w:(zoom|footnotePr|compat|rsids)\b", read_part(out, "word/settings.xml"))
    assert order == ["zoom", "footnotePr", "compat", "rsids"]


def test_styles_of_notes_are_made_when_missing_and_never_changed():
    plain = f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:type="paragraph" w:styleId="Chuthich"><w:name w:val="footnote text"/></w:style></w:styles>'
    out = produced(
        package(p("{{p t }}"), extra={"word/styles.xml": plain.encode()}), {"t": Text("a[^x]", x="ghi")}
    )
    styles = read_part(out, "word/styles.xml")
    assert styles.count('w:styleId="Chuthich"') == 1
    assert 'w:styleId="FootnoteReference"' in styles
    assert 'w:styleId="FootnoteText"' not in styles
    assert '<w:pStyle w:val="Chuthich"/>' in read_part(out, "word/footnotes.xml")


def test_separators_of_the_template_stay_unless_they_are_broken():
    own = SEPARATORS.replace("<w:separator/>", "<w:separator/><w:t>riêng</w:t>")
    broken = SEPARATORS.replace("<w:separator/>", "<w:separator/><w:footnoteRef/>")

    def made(separators):
        data = package(p("a", ref(1)), notes=note(1, "ghi"))
        text = read_part(data, "word/footnotes.xml").replace(SEPARATORS, separators)
        return produced(package(p("a", ref(1)), notes="", extra={"word/footnotes.xml": text.encode()}))

    assert "riêng" in read_part(made(own), "word/footnotes.xml")
    assert check_opens(made(broken)) == ()


def test_the_same_input_gives_the_same_bytes():
    template = compiled(package(p("a", ref(1)), notes=note(1, "{{ x }}")))
    assert to_bytes(render(template, {"x": 1})) == to_bytes(render(template, {"x": 1}))
