"""Whatever a unit puts into any block of the built-in template, all other paragraphs stay as they are."""

from functools import cache

from hypothesis import event, given, settings
from hypothesis import strategies as st

from baocao.builder import build_template
from baocao.check.opens import check_opens
from baocao.formats import load_format
from inheritance_kit import Line, built_in, compiled_over, lines, note_numbers, report

FORMAT = load_format("nd30-2020")
START, END = "⟪đầu khối⟫", "⟪cuối khối⟫"
NAMES = sorted(compiled_over(built_in()).blocks)
TABLE = "| TT | Việc |\n| :--: | :---- |\n| 1 | {{ dv.ten }} |"
WORDS = st.text("abcđêơ ươ,;&<>\"'", min_size=1, max_size=20).map(lambda text: f"Riêng {text.strip()} hết")
PIECE = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "Câu có chú thích[^r{n}] của đơn vị.",
            "- Gạch đầu dòng của đơn vị.",
            "{% if dv.ten %}\nTrong điều kiện.\n{% endif %}",
            TABLE,
            "{{p super() }}",
        ]
    ),
)


def layer(name, content):
    """A unit's file that overrides one block, with lines that show where it begins and ends."""
    pieces = [piece.replace("{n}", str(number)) for number, piece in enumerate(content)]
    notes = [
        f"[^r{number}]: Ghi của đơn vị {number}." for number, piece in enumerate(pieces) if "[^" in piece
    ]
    body = [f"{{% block {name} %}}", START, *pieces, END, "{% endblock %}", *notes]
    source = "\n\n".join(['{% extends "cchc-nam" %}', *body])
    return build_template(source, ("I.", "1.", "1.1.", "a)"), FORMAT)


def parted(printed):
    """The lines before, within and after the block; None when the block is not printed."""
    texts = [line.text for line in printed]
    if START not in texts:
        return None
    start, end = texts.index(START), len(texts) - 1 - texts[::-1].index(END)
    return printed[:start], printed[start + 1 : end], printed[end + 1 :]


@cache
def parent() -> list[Line]:
    return lines(report(built_in()))


@cache
def parent_parted(name):
    """The parent's report around and within a block."""
    return parted(lines(report(layer(name, ["{{p super() }}"]), built_in())))


@settings(max_examples=25)
@given(st.sampled_from(NAMES), st.lists(PIECE, max_size=4))
def test_a_block_changes_nothing_but_itself(name, content):
    data = report(layer(name, content), built_in())
    assert check_opens(data) == ()
    printed = lines(data)
    assert note_numbers(data) == [str(number) for number in range(1, len(note_numbers(data)) + 1)]
    found, expected = parted(printed), parent_parted(name)
    event("printed" if found else "not printed with this sample")
    if found is None or expected is None:
        assert (found, expected, printed) == (None, None, parent())
        return
    assert (found[0], found[2]) == (expected[0], expected[2])
    if any(line.text for line in expected[1]):
        assert expected[0] + expected[1] + expected[2] == parent()
    assert_own_lines(found[1], content, expected[1])


def assert_own_lines(found, content, below):
    """What stands in the block is what was written, and the parent's lines for each `super()`."""
    if content == ["{{p super() }}"]:
        assert found == below
    notes = [note for line in found for note in line.notes]
    assert sum("Ghi của đơn vị" in note for note in notes) == sum("[^r{n}]" in piece for piece in content)
    bullets = [line for line in found if line.text == "Gạch đầu dòng của đơn vị."]
    assert {(line.style, line.sign) for line in bullets} <= {("gạch đầu dòng", "bullet -")}
    assert len(bullets) == content.count("- Gạch đầu dòng của đơn vị.")
