"""The last step: letters, ordinals and notes in order, whatever loops and conditions nest."""

import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.check.opens import check_opens
from baocao.render import render, to_bytes
from baocao.vietnamese.text import POINT_LETTERS
from outside_tools import converted
from small_docx import compiled, note, notes_of, p, package, paragraphs, produced, ref, spoken


def heading(level, text):
    return p(text, style=f"Heading{level}")


def test_letters_begin_again_under_each_higher_heading():
    body = (
        heading(1, "Một")
        + heading(3, "⟦a)⟧ x")
        + heading(3, "⟦a)⟧ y")
        + heading(2, "Hai")
        + heading(3, "⟦a)⟧ z")
        + p("lời")
        + heading(3, "⟦a)⟧ t")
    )
    assert paragraphs(produced(package(body))) == ["Một", "a) x", "b) y", "Hai", "a) z", "lời", "b) t"]


def test_the_letters_are_the_vietnamese_ones():
    body = p("{%p for x in range(24) %}") + heading(3, "⟦a)⟧") + p("{%p endfor %}")
    out = paragraphs(produced(package(body)))
    assert out[:8] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]
    assert len(POINT_LETTERS) == 23
    assert out[-2:] == ["y)", "24)"]


def test_a_heading_that_disappears_is_not_counted():
    body = (
        heading(3, "⟦a)⟧ x")
        + p("{%p if 0 %}")
        + heading(3, "⟦a)⟧ y")
        + p("{%p endif %}")
        + heading(3, "⟦a)⟧ z")
    )
    assert paragraphs(produced(package(body))) == ["a) x", "b) z"]


def test_ordinals_of_parts():
    body = heading(1, "Phần ⟦thứ⟧") + heading(2, "⟦a)⟧ x") + heading(1, "Phần ⟦thứ⟧") + heading(2, "⟦a)⟧ y")
    assert paragraphs(produced(package(body))) == ["Phần thứ nhất", "a) x", "Phần thứ hai", "a) y"]


def test_a_placeholder_torn_apart_by_word():
    assert paragraphs(produced(package(p("⟦a", ")⟧ x", style="Heading3")))) == ["a) x"]


# Any nesting. A node is a word with a note, a loop over two turns, or a condition.

LEAF = st.builds(lambda: ("note",))
TREE = st.recursive(
    LEAF | st.just(("word",)),
    lambda inner: st.tuples(st.sampled_from(["for", "if", "unless"]), st.lists(inner, max_size=3)),
    max_leaves=12,
)


class Made:
    """A template from a tree, and what it must print."""

    def __init__(self, trees, inline):
        self.count, self.notes, self.inline = 0, [], inline
        self.body = "".join(self.write(tree, ()) for tree in trees)
        self.body = p(self.body) if inline else self.body

    def write(self, tree, loops):
        self.count += 1
        mine = self.count
        where = "".join(f"{{{{ i{loop} }}}}" for loop in loops)
        if tree[0] in ("note", "word"):
            name = f"({mine}-{where})"
            runs = [name]
            if tree[0] == "note":
                self.notes.append(note(mine, f"ghi {name}"))
                runs.append(ref(mine))
            return (
                "".join(run if run.startswith("<w:") else p(run)[5:-6] for run in runs)
                if self.inline
                else p(*runs)
            )
        opening = {"for": f"for i{mine} in [1, 2]", "if": "if 1", "unless": "if 0"}[tree[0]]
        inside = "".join(self.write(item, (*loops, mine) if tree[0] == "for" else loops) for item in tree[1])
        end = "endfor" if tree[0] == "for" else "endif"
        tag = (
            (lambda text: p(f"{{% {text} %}}")[5:-6]) if self.inline else (lambda text: p(f"{{%p {text} %}}"))
        )
        return tag(opening) + inside + tag(end)


def meant(trees):
    """Names of the notes in reading order, by walking the tree as a person would."""
    count = 0
    out = []

    def number(tree):
        nonlocal count
        count += 1
        return (count, tree[0], [number(item) for item in tree[1]] if len(tree) > 1 else [])

    def walk(node, loops):
        mine, kind, inner = node
        if kind == "note":
            out.append(f"({mine}-{loops})")
        for turn in {"for": "12", "if": "x"}.get(kind, ""):
            for item in inner:
                walk(item, loops + turn if kind == "for" else loops)

    for node in [number(tree) for tree in trees]:
        walk(node, "")
    return out


@settings(max_examples=60, deadline=None)
@given(st.lists(TREE, max_size=4), st.booleans())
def test_any_nesting_keeps_references_and_notes_together(trees, inline):
    made = Made(trees, inline)
    out = produced(package(made.body + p("cuối"), notes="".join(made.notes)))
    referenced = re.findall(r"(\([\d-]+\))\[(\d+)\]", "".join(spoken(out)))
    expected = [(name, str(number)) for number, name in enumerate(meant(trees), 1)]
    assert referenced == expected
    assert notes_of(out) == {number: [f"ghi {name}"] for name, number in expected}
    assert check_opens(out) == ()
    assert not re.search(r"\{[{%#]|[%#}]\}|[\ufdd0-\ufdef]", "".join(spoken(out)))


@pytest.mark.libreoffice
def test_libreoffice_shows_the_same_notes(tmp_path):
    body = p("{%p for x in ds %}") + p("mục {{ x }}", ref(2)) + p("{%p endfor %}") + p("cuối", ref(1))
    template = compiled(package(body, notes=note(1, "hết") + note(2, "ghi {{ x }}")))
    report = to_bytes(render(template, {"ds": ["một", "hai", "ba"]}))
    (tmp_path / "a.pdf").write_bytes(converted({"a": report}, tmp_path, "pdf")["a"])
    text = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "a.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    lines = [re.sub(r"\s+", " ", line).strip() for line in text.splitlines() if line.strip()]
    assert lines == ["mục một1", "mục hai2", "mục ba3", "cuối4", "1ghi một", "2ghi hai", "3ghi ba", "4hết"]
