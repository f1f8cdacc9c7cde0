"""Tags as Word tears them: whatever runs, marks and languages they fall into, the report is the same."""

import random
import re
from xml.sax.saxutils import escape, unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.ooxml.package import Skeleton, write_package
from inheritance_kit import built_in, lines, report
from small_docx import p, package, paragraphs, produced, read_part, tbl

_RUN = re.compile(
    r"<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t(?: xml:space=\"preserve\")?>([^<]*)</w:t></w:r>"
)
BETWEEN = (
    '<w:proofErr w:type="spellStart"/>',
    '<w:proofErr w:type="gramEnd"/>',
    '<w:bookmarkStart w:id="{n}" w:name="_GoBack"/><w:bookmarkEnd w:id="{n}"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    "",
)
LANGUAGES = ("", '<w:lang w:val="en-US"/>', "<w:noProof/>", '<w:lang w:val="vi-VN"/>')


def torn(document, chance):
    """A document with every text torn at some places, as Word does; chance: a `random.Random`."""
    counter = iter(range(90_000, 100_000_000))

    def tear(match):
        properties, text = match.group(1), unescape(match.group(2))
        if "{" not in text and "}" not in text:
            return match.group()
        inner = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        inner = re.sub(r"<w:lang [^>]*/>", "", inner)
        cuts = sorted(
            {chance.randrange(1, len(text)) for _ in range(chance.randint(1, 6))} if len(text) > 1 else ()
        )
        pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        out = []
        for piece in pieces:
            rsid = f' w:rsidR="00{chance.randrange(16**6):06X}"' if chance.random() < 0.5 else ""
            look = inner + chance.choice(LANGUAGES)
            head = f"<w:rPr>{look}</w:rPr>" if look else ""
            out.append(f'<w:r{rsid}>{head}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
            out.append(chance.choice(BETWEEN).format(n=next(counter)))
        return "".join(out[:-1])

    return _RUN.sub(tear, document)


def repacked(data, document):
    return write_package(Skeleton.read(data, "mau.docx").parts() | {"word/document.xml": document.encode()})


@pytest.mark.parametrize("seed", range(4))
def test_the_built_in_template_torn_at_random_prints_the_same(seed):
    document = torn(read_part(built_in()), random.Random(seed))
    assert document.count("<w:r>") + document.count("<w:r ") > 2000
    assert lines(report(repacked(built_in(), document))) == lines(report(built_in()))


TEXTS = (
    "Đã nhận {{ ten }} hồ sơ{% if ten %} & đủ{% endif %}.",
    "{%p for x in ds %}",
    "{{ x }} {{ ten|default(“a”) }}",
    "{%p endfor %}",
    '{{ "a" }} {# ghi chú #}hết',
)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_small_templates_torn_anywhere(chance):
    body = "".join(p(escape(text)) for text in TEXTS) + tbl(
        ["{%tr for x in ds %}", "{{ x }}", "{%tr endfor %}"]
    )
    whole = package(body)
    context = {"ten": "Tân Hồng", "ds": [1, 2]}
    again = repacked(whole, torn(read_part(whole), chance))
    assert paragraphs(produced(again, context)) == paragraphs(produced(whole, context))
