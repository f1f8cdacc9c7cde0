"""Any mixture of tags, paragraphs, cells and notes: findings, or a sound file; nothing in between."""

from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.check.opens import check_opens
from baocao.errors import DataError, PackError
from small_docx import note, p, package, produced, ref, spoken, tbl, tc

TAGS = st.sampled_from(
    [
        "{{ ten }}",
        "{{ khong_co }}",
        "{{p ten }}",
        "{{r ten }}",
        "{% if so %}",
        "{% if 0 %}",
        "{% else %}",
        "{% endif %}",
        "{%p if so %}",
        "{%p if 0 %}",
        "{%p else %}",
        "{%p endif %}",
        "{%p for x in ds %}",
        "{%p endfor %}",
        "{% for x in ds %}",
        "{% endfor %}",
        "{%tr for x in ds %}",
        "{%tr endfor %}",
        "{%tc for x in ds %}",
        "{%tc endfor %}",
        "{%r if so %}",
        "{%r endif %}",
        "{%- if so -%}",
        "{%- endif -%}",
        "{% set y %}",
        "{% endset %}",
        "{% colspan so %}",
        "{% cellbg mau %}",
        "{% vm %}",
        "{% hm %}",
        "{# ghi #}",
        "{#p ghi #}",
        "{% raw %}",
        "{% endraw %}",
        "{_{",
        "{{",
        "%}",
        "{%",
        "lời",
        " ",
        "⟦a)⟧",
    ]
)
RUNS = st.lists(TAGS | st.just(ref(1)) | st.just(ref(2)), min_size=1, max_size=4)
STYLES = st.sampled_from(["", "Heading2", "ThanBai"])
WILD = st.builds(lambda runs, style: p(*runs, style=style), RUNS, STYLES)
PAIRS = st.sampled_from(
    [("if so", "endif"), ("if 0", "endif"), ("for x in ds", "endfor"), ("for x in []", "endfor")]
)
WORDS = st.sampled_from(["{{ ten }}", "{{r ten }}", "lời", "{# ghi #}", "⟦a)⟧", ref(1), ref(2)])


def between(level):
    """The pair of tags around anything, each in a text of its own."""
    return lambda pair, inside: [f"{{%{level} {pair[0]} %}}", *inside, f"{{%{level} {pair[1]} %}}"]


def around(items, level, wrap):
    """Some items, perhaps within a pair of tags of a level; `wrap` makes an item of a tag."""
    plain = st.lists(items, min_size=1, max_size=3)
    paired = st.builds(
        lambda pair, inside: [
            wrap(text) if text[:2] == "{%" else text for text in between(level)(pair, inside)
        ],
        PAIRS,
        plain,
    )
    return plain | paired


LINE = st.builds(
    lambda runs, style: p(*runs, style=style), around(WORDS, "", str) | around(WORDS, "r", str), STYLES
)
BLOCKS = st.deferred(lambda: st.builds("".join, around(LINE | TABLE | BLOCKS, "p", p) | around(LINE, "", p)))
CELL = st.builds(lambda content: tc(content), st.builds("".join, around(LINE, "p", p)))
ROW = around(CELL, "tc", tc)
TABLE = st.builds(
    lambda rows: tbl(*[[row] if isinstance(row, str) else row for row in rows]),
    around(ROW, "tr", tc),
)
BODY = st.lists(BLOCKS | WILD, min_size=1, max_size=4)
CONTEXT = {"ten": "Tân & Hồng", "so": 2, "ds": [1, 2], "mau": "FF0000"}


@settings(max_examples=150, deadline=None)
@given(BODY, WILD | LINE)
def test_findings_or_a_sound_file(body, noted):
    data = package(
        "".join(body),
        notes=note(1, "ghi {{ ten }}") + note(2, "ghi", noted.replace("footnoteReference", "tab")),
    )
    try:
        out = produced(data, CONTEXT)
    except (PackError, DataError) as error:
        out, files = None, {item.where.file for item in error.findings}
    if out is None:
        assert files == {"mau-0.docx"}
    else:
        assert check_opens(out) == ()
        assert "\ufdd0" not in "".join(spoken(out))
