"""Values come out as typed, whatever they hold; blanks are faults, or dots in a draft."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.check.opens import check_opens
from baocao.render import render, to_bytes
from baocao.vietnamese.text import NBSP
from small_docx import (
    Text,
    compiled,
    note,
    notes_of,
    p,
    package,
    paragraphs,
    produced,
    r,
    read_part,
    ref,
    tbl,
    words,
)

HOSTILE = {
    "output tag": "{{ 7*7 }}",
    "statement tag": "{%p if x %}",
    "comment": "{# a #}",
    "docxtpl escape": "{_{ }_} {_% %_}",
    "xml": "<w:p>&amp;</w:p>",
    "end of text": "</w:t></w:r></w:p>",
    "ampersand": "A & B",
    "quotes": "\"a\" 'b'",
    "emoji": "🙂👩‍👩‍👧",
    "vietnamese": "Ủy ban nhân dân",
    "placeholder": "⟦a)⟧ ⟦thứ⟧",
    "rule": "ke: dai",
    "noncharacters": "\ufdd0\ufdd4n0\ufdd5\ufdef",
    "private use": "\ue000\uf8ff",
    "long": "x" * 100_000,
    "long and hostile": "<&>{{" * 20_000,
    "jinja line": "# for x in y",
    "marks": "**a** [^b] \\n",
    "spaces": "  a  b  ",
}
PLACES = {
    "run": (p("({{ x }})"), "word/document.xml"),
    "bold run": (p(r("({{ x }})", "<w:b/>")), "word/document.xml"),
    "run tag": (p("({{r x }})"), "word/document.xml"),
    "cell": (tbl(["({{ x }})"], columns=1), "word/document.xml"),
    "note": (p("a", ref(1)), "word/footnotes.xml"),
    "loop": (p("{%p for y in [x] %}") + p("({{ y }})") + p("{%p endfor %}"), "word/document.xml"),
    "set block": (p("{% set y %}({{ x }}){% endset %}{{ y }}"), "word/document.xml"),
    "macro": (p("{% macro m(y) %}({{ y }}){% endmacro %}{{ m(x) }}"), "word/document.xml"),
    "tilde": (p("{{ '(' ~ x ~ ')' }}"), "word/document.xml"),
    "join": (p("{{ ['(', x, ')']|join }}"), "word/document.xml"),
    "escape filter": (p("({{ x|e }})"), "word/document.xml"),
    "header": (p("a"), "word/header1.xml"),
}
COMPILED = {
    name: compiled(package(body, notes=note(1, "({{ x }})"), header=p("({{ x }})"), title="{{ x }}"))
    for name, (body, _) in PLACES.items()
}


def printed(place, value):
    data = to_bytes(render(COMPILED[place], {"x": value}))
    assert check_opens(data) == ()
    (text,) = [text for text in paragraphs(data, PLACES[place][1]) if text.startswith("(")]
    return text[1:-1]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_value_appears_as_typed(place, value):
    assert printed(place, value) == value


def expected(value):
    """What XML can show of a value: no controls but newline and tab, no halves of surrogate pairs."""
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in text if c in "\n\t" or c >= " ")
    return "".join(c for c in kept if not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PLACES)), st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_appears_as_typed(place, value):
    """Some spaces become non-breaking ones."""
    assert printed(place, value).replace(NBSP, " ") == expected(value).replace(NBSP, " ")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_source_of_a_text_gives_a_sound_file(source):
    data = to_bytes(render(RICH, {"t": Text(source, a=source)}, draft=True)) if "[^" not in source else None
    assert data is None or check_opens(data) == ()


RICH = compiled(package(p("{{p t }}") + p("cuối")))


def test_newlines_and_tabs_become_words_own():
    out = read_part(produced(package(p(r("{{ x }}", "<w:b/>"))), {"x": "a\nb\tc\r\nd"}))
    assert paragraphs(produced(package(p("{{ x }}")), {"x": "a\nb\tc\r\nd"})) == ["a\nb\tc\nd"]
    assert out.count("<w:br/>") == 2
    assert out.count("<w:r>") == 1


def test_values_in_the_properties_of_the_file():
    out = read_part(
        produced(package(p("a"), title="Báo cáo {{ x }}"), {"x": "<&>\n{{ y }}"}), "docProps/core.xml"
    )
    assert "<dc:title>Báo cáo &lt;&amp;&gt; {{ y }}</dc:title>" in out


def test_numbers_print_themselves():
    assert paragraphs(
        produced(package(p("{{ 3 }} {{ a }} {{ 1.5 }} {{ true }}")), {"a": Decimal("2.50")})
    ) == ["3 2.50 1.5 True"]


def test_filters_change_words_not_xml():
    body = p(
        "{% set y %}{{ x }} &amp; {% endset %}{{ y|upper }}|{{ y|hoa }}|{{ y|replace('&amp;', '&lt;') }}"
    )
    assert paragraphs(produced(package(body), {"x": "a&b"})) == ["A&B & |A&B & |a<b < "]


def test_paragraphs_of_plain_values_take_the_look_of_the_tag():
    out = produced(package(p("{{p x }}", style="Heading2")), {"x": "một\n\nhai & ba"})
    assert paragraphs(out) == ["một", "hai & ba"]
    assert read_part(out).count('<w:pStyle w:val="Heading2"/>') == 2


def test_a_text_in_paragraphs():
    out = produced(package(p("{{p x }}", style="ThanBai")), {"x": Text("một **hai**\n\n- gạch\n\nba")})
    assert paragraphs(out) == ["một hai", "gạch", "ba"]
    assert read_part(out).count('w:val="ThanBai"') == 2
    assert read_part(out).count('w:val="GachDau"') == 1
    assert "<w:b/>" in read_part(out)


def test_a_list_of_texts_in_paragraphs():
    out = produced(package(p("{{p x }}", style="ThanBai")), {"x": [Text("một"), "hai"]})
    assert paragraphs(out) == ["một", "hai"]


def test_a_text_in_a_line_keeps_the_look_of_the_tag():
    out = read_part(produced(package(p(r("a {{r x }}", "<w:i/>"))), {"x": Text("b **c**")}))
    assert "<w:rPr><w:b/><w:i/></w:rPr>" in out


def test_a_plain_text_prints_plainly():
    assert paragraphs(produced(package(p("{{ x }} {{ x|upper }}")), {"x": Text("chữ")})) == ["chữ CHỮ"]


BLANK = SimpleNamespace(trong=True, ten="Hồ sơ", ma="a.b")


def test_a_draft_shows_its_blanks():
    data = package(
        p("nhận {{ o }} hồ sơ, ngày {{ n }}{% if o is trong %}!{% endif %}") + p("{{p o }}") + p("{{r o }}")
    )
    day = SimpleNamespace(trong=True, cho_trong="… tháng …")
    assert paragraphs(produced(data, {"o": BLANK, "n": day}, draft=True)) == [
        "nhận …… hồ sơ, ngày … tháng …!",
        "……",
        "……",
    ]


def test_a_blank_with_a_default():
    assert paragraphs(produced(package(p("{{ o|default('chưa có') }}")), {"o": BLANK})) == ["chưa có"]


def test_texts_of_a_document_stay_as_they_are():
    body = p("⟦b)⟧ { } {x} }} %} #} \ue000 &#64976;")
    assert paragraphs(produced(package(body))) == ["⟦b)⟧ { } {x} }} %} #} \ue000 \ufffd"]


def test_words_helper_reads_what_it_should():
    assert words is not None
    assert notes_of(produced(package(p("a")))) == {}
