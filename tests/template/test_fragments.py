"""Shared fragments: `{%p include "khoi-ky" %}` prints their paragraphs as if they stood in the template."""

import pytest

from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.render import render, to_bytes
from baocao.template import FragmentSource, LayerSource, cache, load_template
from baocao.template.compiler import compile_template
from baocao.template.inclusion import MAX_DEPTH
from baocao.template.loader import _recent
from small_docx import note, notes_of, p, package, paragraphs, r, read_part, ref, tbl, tc

INCLUDE = p('{%p include "ky" %}')
SIGNED = FragmentSource(
    "ky.docx", package(p("ký {{ ten }}", ref(1)) + p("chức vụ"), notes=note(1, "ghi của mảnh {{ ten }}"))
)
CONTEXT = {"ten": "Tân Hồng", "ds": [1, 2]}


def compiled_with(*layers, **fragments):
    sources = [LayerSource(f"mau-{place}.docx", "goi", data) for place, data in enumerate(layers)]
    named = {
        name: item if isinstance(item, FragmentSource) else FragmentSource(f"{name}.docx", item)
        for name, item in fragments.items()
    }
    return compile_template(sources, (), named)


def made(*layers, **fragments):
    data = to_bytes(render(compiled_with(*layers, **fragments), CONTEXT, filters={}))
    assert check_opens(data) == ()
    return data


def refusal(*layers, **fragments):
    with pytest.raises(PackError) as caught:
        compiled_with(*layers, **fragments)
    return caught.value.findings


def test_a_fragment_is_printed_in_its_place():
    base = package(p("đầu", ref(1)) + INCLUDE + p("cuối", ref(2)), notes=note(1, "một") + note(2, "hai"))
    data = made(base, ky=SIGNED)
    assert paragraphs(data) == ["đầu[1]", "ký Tân Hồng[2]", "chức vụ", "cuối[3]"]
    assert [text[0].strip() for text in notes_of(data).values()] == ["một", "ghi của mảnh Tân Hồng", "hai"]


def test_a_fragment_twice_and_in_a_loop():
    base = package(INCLUDE + p("{%p for x in ds %}") + INCLUDE + p("{%p endfor %}"))
    data = made(base, ky=SIGNED)
    assert paragraphs(data) == [f"ký Tân Hồng[{n // 2 + 1}]" if n % 2 == 0 else "chức vụ" for n in range(6)]
    assert len(notes_of(data)) == 3


def test_a_fragment_sees_the_names_around_it():
    base = package(p("{%p for x in ds %}") + p('{%p include "dong" %}') + p("{%p endfor %}"))
    assert paragraphs(made(base, dong=package(p("dòng {{ x }} của {{ ten }}")))) == [
        "dòng 1 của Tân Hồng",
        "dòng 2 của Tân Hồng",
    ]


def test_a_fragment_in_a_cell_under_a_condition_and_in_a_block():
    base = package(
        tbl([tc(INCLUDE)], columns=1)
        + p("{%p if ds %}{%p include 'ky' %}{%p endif %}")
        + p("{%p block a %}")
        + p("gốc")
        + p("{%p endblock %}")
    )
    child = package(
        p('{%p extends "goi" %}') + p("{%p block a %}") + p("{% include “ky” %}") + p("{%p endblock %}")
    )
    assert paragraphs(made(child, base, ky=SIGNED)) == [
        text for n in (1, 2, 3) for text in (f"ký Tân Hồng[{n}]", "chức vụ")
    ]


def test_a_table_of_a_fragment_does_not_break_the_cell_it_stands_in():
    base = package(tbl([tc(p('{%p include "bang" %}'))], columns=1))
    data = made(base, bang=package(tbl(["a", "b"])))
    assert paragraphs(data) == ["a", "b", ""]


def test_fragments_within_fragments():
    base = package(p('{%p include "ngoai" %}'))
    outer = package(p("ngoài") + INCLUDE)
    template = compiled_with(base, ngoai=outer, ky=SIGNED)
    assert sorted(template.includes) == ["ky", "ngoai"]
    assert paragraphs(made(base, ngoai=outer, ky=SIGNED)) == ["ngoài", "ký Tân Hồng[1]", "chức vụ"]


def test_the_page_of_a_fragment_stays_with_it():
    fragment = package(p("mảnh"), header=p("đầu trang của mảnh"))
    document = read_part(made(package(INCLUDE), ky=fragment))
    assert document.count("<w:sectPr") == 1
    assert "headerReference" not in document


def test_an_unknown_fragment():
    (found,) = refusal(package(p("a") + p('{%p include "kyy" %}')), ky=SIGNED)
    assert (found.code, found.text) == ("manh-la", "Không có mảnh nào tên «kyy». Có phải «ky» không?")
    assert (found.where.file, found.where.paragraph) == ("mau-0.docx", "đoạn 2")


def test_a_fault_in_a_fragment_names_its_own_file():
    (found,) = refusal(package(INCLUDE), ky=package(p("a") + p("{{ ten|soo }}")))
    assert (found.code, found.where.file, found.where.anchor) == (
        "bo-loc-la",
        "ky.docx",
        "word/document.xml#1",
    )


def test_a_fault_met_while_rendering_a_fragment_names_its_own_file():
    with pytest.raises(PackError) as caught:
        made(package(INCLUDE), ky=package(p("a") + p("{{ tenn }}")))
    (found,) = caught.value.findings
    assert (found.code, found.where.file, found.where.paragraph) == ("ten-khong-biet", "ky.docx", "đoạn 2")


MISPLACED = {
    "in a sentence": p('Kính gửi {% include "ky" %}'),
    "as a row": tbl([tc('{%tr include "ky" %}')], columns=1),
    "in a text box": p(f"<w:r><w:pict><w:txbxContent>{INCLUDE}</w:txbxContent></w:pict></w:r>"),
}


@pytest.mark.parametrize("body", MISPLACED.values(), ids=MISPLACED.keys())
def test_a_fragment_takes_a_whole_paragraph(body):
    assert {item.code for item in refusal(package(body), ky=SIGNED)} == {"manh-sai-cho"}


def test_no_fragment_in_a_note_or_a_header():
    notes = note(1, p('{%p include "ky" %}'), p("ghi"))
    assert {item.code for item in refusal(package(p("a", ref(1)), notes=notes), ky=SIGNED)} >= {
        "manh-sai-cho"
    }
    assert {item.code for item in refusal(package(p("a"), header=INCLUDE), ky=SIGNED)} == {"manh-sai-cho"}


@pytest.mark.parametrize(
    "tag", ["include ten", 'include "ky" ignore missing', 'include "ky" without context', 'include ["ky"]']
)
def test_include_takes_one_name_and_nothing_else(tag):
    (found,) = refusal(package(p(f"{{%p {tag} %}}")), ky=SIGNED)
    assert found.code == "manh-viet-sai"


def test_a_fragment_that_comes_back_to_itself():
    a, b = package(p("a") + p('{%p include "b" %}')), package(p('{%p include "a" %}'))
    (found,) = refusal(package(p('{%p include "a" %}')), a=a, b=b)
    assert (found.code, dict(found.facts)["vong"], found.where.file) == ("manh-vong", "a → b → a", "b.docx")


def test_fragments_nested_too_deep():
    chain = {f"m{n}": package(p(f'{{%p include "m{n + 1}" %}}')) for n in range(MAX_DEPTH)}
    (found,) = refusal(package(p('{%p include "m0" %}')), **chain, **{f"m{MAX_DEPTH}": package(p("đáy"))})
    assert (found.code, dict(found.facts)["ten"]) == ("manh-qua-sau", f"m{MAX_DEPTH}")


def test_a_fragment_extends_nothing():
    (found,) = refusal(package(INCLUDE), ky=package(p('{%p extends "goi" %}') + p("a")))
    assert (found.code, found.where.file) == ("extends-sai-cho", "ky.docx")


def test_super_in_a_fragment_has_nothing_below():
    fragment = package(p("{%p block a %}") + p("{{p super() }}") + p("{%p endblock %}"))
    (found,) = refusal(package(INCLUDE), ky=fragment)
    assert found.code == "super-khong-co"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    _recent.clear()
    yield tmp_path
    _recent.clear()


class Shelf(dict):
    """Fragments that note which of them were read."""

    def __init__(self, **fragments):
        super().__init__(fragments)
        self.read = []

    def __getitem__(self, name):
        self.read.append(name)
        return super().__getitem__(name)


def text_with(fragments):
    layers = [LayerSource("mau.docx", "goi", package(INCLUDE))]
    return paragraphs(to_bytes(render(load_template(layers, (), fragments), CONTEXT, filters={})))


@pytest.mark.parametrize("forget", [_recent.clear, lambda: None], ids=["from disk", "from memory"])
def test_the_cache_knows_the_fragments(folder, forget):
    def one(text):
        return {"ky": FragmentSource("ky.docx", package(p(text)))}

    for text in ("một", "hai", "một", "hai"):
        forget()
        assert text_with(one(text)) == [text]
    assert len(list(folder.iterdir())) == 3  # two templates, and the list of the fragments


def test_only_the_fragments_taken_in_are_read(folder):
    shelf = Shelf(ky=SIGNED, khac=FragmentSource("khac.docx", b"no Word file"))
    assert text_with(shelf) == ["ký Tân Hồng[1]", "chức vụ"]
    _recent.clear()
    assert text_with(shelf) == ["ký Tân Hồng[1]", "chức vụ"]
    assert set(shelf.read) == {"ky"}


def test_what_a_kept_template_knows(folder):
    layers = [LayerSource("mau.docx", "goi", package(p("{%p block a %}") + INCLUDE + p("{%p endblock %}")))]
    first = load_template(layers, (), {"ky": SIGNED})
    _recent.clear()
    second = load_template(layers, (), {"ky": SIGNED})
    assert (second.blocks, second.includes) == (first.blocks, first.includes)
    assert second.blocks == {"a": "mau.docx"}
    assert second.includes["ky"][0] == "ky.docx"


def test_the_look_of_a_fragment_comes_along():
    styles = (
        read_part(package(p("a")), "word/styles.xml")
        .replace("ThanBai", "RiengToi")
        .replace("Thân bài", "Riêng tôi")
    )
    fragment = package(p(r("x"), style="RiengToi"), extra={"word/styles.xml": styles.encode()})
    assert 'w:styleId="RiengToi"' in read_part(made(package(INCLUDE), ky=fragment), "word/styles.xml")
