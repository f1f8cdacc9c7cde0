"""The names a template asks the data for: through loops, aliases, filters and fragments."""

import pytest

from baocao.template import FragmentSource, LayerSource
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS
from small_docx import p, package, r

CASES = {
    "plain": ("{{ tthc.tiep_nhan }}", ["tthc.tiep_nhan"]),
    "key": ("{{ tthc['tiep_nhan'] }}", ["tthc.tiep_nhan"]),
    "loop": ("{% for x in a.ds %}{{ x.so }}{{ dv.ten }}{% endfor %}", ["a.ds", "a.ds[].so", "dv.ten"]),
    "rows alone": ("{% for x in ds %}{{ x }}{% endfor %}", ["ds"]),
    "loop in a loop": (
        "{% for x in ds %}{% for y in x.con %}{{ y.ten }}{% endfor %}{% endfor %}",
        ["ds", "ds[].con", "ds[].con[].ten"],
    ),
    "condition of a loop": ("{% for x in ds if x.so %}{% endfor %}", ["ds", "ds[].so"]),
    "else of a loop": ("{% for x in ds %}{% else %}{{ x }}{% endfor %}", ["ds", "x"]),
    "sorted": (
        '{% for x in ds|sort(attribute="so") %}{{ x.ten }}{% endfor %}',
        ["ds", "ds[].so", "ds[].ten"],
    ),
    "sum": ('{{ ds|sum(attribute="so") }}', ["ds", "ds[].so"]),
    "chosen": ('{{ ds|selectattr("so")|list|length }}', ["ds", "ds[].so"]),
    "first": ("{{ (ds|first).ten }}", ["ds", "ds[].ten"]),
    "by number": ("{{ ds[0].ten }}", ["ds[].ten"]),
    "by a name": ("{{ ds[i].ten }}", ["ds", "i"]),
    "grouped": ('{% for x in ds|groupby("ten") %}{{ x.list }}{% endfor %}', ["ds", "ds[].ten"]),
    "with": ("{% with m = tthc.huyen %}{{ m.so }}{% endwith %}{{ m }}", ["m", "tthc.huyen", "tthc.huyen.so"]),
    "with of its own name": ("{% with a = a.b %}{{ a.c }}{% endwith %}", ["a.b", "a.b.c"]),
    "set": ("{% set y = ky.nam %}{{ y.x }}", ["ky.nam"]),
    "macro": ("{% macro m(a) %}{{ a.b }}{{ c }}{% endmacro %}{{ m(1) }}", ["c"]),
    "method": ("{{ dv.ten.upper() }}", ["dv.ten"]),
    "function of the data": ("{{ ke_tieu_ngu(dv.ten) }}", ["dv.ten", "ke_tieu_ngu"]),
    "two targets": ("{% for k, v in d.items() %}{{ k.a }}{{ v.b }}{% endfor %}", ["d"]),
    "loop words": ("{% for x in ds %}{{ loop.index }}{% endfor %}", ["ds"]),
}


@pytest.mark.parametrize(("text", "names"), CASES.values(), ids=CASES.keys())
def test_names_of_a_text(text, names):
    template = compile_template([LayerSource("a.docx", "goi", package(p(r(text))))], FILTERS)
    assert [item.name for item in template.fields] == names


def test_a_field_tells_its_first_place():
    data = package(p("a") + p("{{ mot }}") + p("{{ mot }}"))
    (item,) = compile_template([LayerSource("a.docx", "goi", data)], ()).fields
    assert (item.where.file, item.where.anchor) == ("a.docx", "word/document.xml#1")


def test_a_fragment_knows_the_names_around_it():
    base = package(
        p("{% set rieng = 1 %}")
        + p("{%p for m in tthc.linh_vuc %}")
        + p('{%p include "dong" %}')
        + p("{%p endfor %}")
    )
    fragments = {"dong": FragmentSource("dong.docx", package(p("{{ m.ten }} {{ rieng }} {{ dv.ten }}")))}
    template = compile_template([LayerSource("a.docx", "goi", base)], (), fragments)
    assert [item.name for item in template.fields] == ["dv.ten", "tthc.linh_vuc", "tthc.linh_vuc[].ten"]
    assert template.fields[0].where.file == "dong.docx"


def test_blocks_know_what_the_layer_below_sets():
    base = package(
        p("{% set phan = tthc.a %}") + p("{%p block x %}") + p("{{ phan }}") + p("{%p endblock %}")
    )
    child = package(
        p('{%p extends "goi" %}') + p("{%p block x %}") + p("{{ phan }}{{ y }}") + p("{%p endblock %}")
    )
    layers = [LayerSource("con.docx", "goi", child), LayerSource("goc.docx", "goi", base)]
    assert [item.name for item in compile_template(layers, ()).fields] == ["tthc.a", "y"]
