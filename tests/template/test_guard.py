"""Hostile templates: they end quickly with a finding, they reach nothing, and an honest report notices nothing."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import subprocess
import sys
from decimal import Decimal

import pytest

from baocao.errors import PackError
from baocao.template.guard import Budget
from small_docx import p, package, paragraphs, produced

DOUBLE = (
    "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set ns.x = %s %}{% endfor %}{{ ns.x|length }}"
)

GREEDY = {
    "endless range": "{% for i in range(1000000000) %}x{% endfor %}",
    "nested ranges": "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}",
    "filtered range": "{% for a in range(999999999) if false %}x{% endfor %}",
    "range through filters": "{{ range(999999999)|sum }}",
    "the same range again and again": "{% set r = range(9999) %}{% for a in r %}{{ r|sum }}{% endfor %}",
    "searching a list again and again": "{% set r = range(90000)|list %}{% for a in range(90000) %}{{ -1 in r }}{% endfor %}",
    "repeated text": "{{ 'a' * 1000000000 }}",
    "repeated list": "{{ ([1] * 1000000000)|length }}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "products": "{% set ns = namespace(x=9) %}{% for i in range(99) %}{% set ns.x = ns.x * ns.x %}{% endfor %}",
    "doubling with plus": DOUBLE.replace("%s", "ns.x + ns.x"),
    "doubling with tilde": DOUBLE.replace("%s", "ns.x ~ ns.x"),
    "doubling with join": DOUBLE.replace("%s", "[ns.x, ns.x]|join"),
    "doubling with replace": DOUBLE.replace("%s", "ns.x|replace('a', 'aaa')"),
    "doubling with percent": DOUBLE.replace("%s", "'%s%s' % (ns.x, ns.x)"),
    "doubling lists": DOUBLE.replace("%s", "[ns.x, ns.x]"),
    "doubling mappings": DOUBLE.replace("%s", "{'a': ns.x, 'b': ns.x}"),
    "doubling list sums": "{% set ns = namespace(x=[1]) %}{% for i in range(60) %}{% set ns.x = ns.x + ns.x %}{% endfor %}",
    "comparing doubled lists": (
        "{% set a = namespace(x=[1]) %}{% set b = namespace(x=[1]) %}{% for i in range(60) %}{% set a.x = [a.x, a.x] %}"
        "{% set b.x = [b.x, b.x] %}{% endfor %}{{ a.x == b.x }}"
    ),
    "doubling with a set block": (
        "{% set ns = namespace(x='ab') %}{% for i in range(60) %}{% set y %}{{ ns.x }}{{ ns.x }}{% endset %}"
        "{% set ns.x = y %}{% endfor %}"
    ),
    "wide percent": "{{ '%99999999d' % 1 }}",
    "starred percent": "{{ '%*d' % (99999999, 1) }}",
    "wide rounding": "{{ 1.5|round(100000000, 'ceil') }}",
    "wide batch": "{{ [1]|batch(1000000000, 'x')|list }}",
    "wide slice": "{{ [1]|slice(1000000000)|list }}",
    "places of a filter": "{{ so_lieu|so(1000000000) }}",
    "macro calls itself": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macro calls itself twice": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}",
    "block calls itself": "{% block a %}{{ self.a() }}{% endblock %}",
    "recursive loop": "{% for a in range(999) recursive %}{{ loop(range(999)) }}{% endfor %}",
    "much output": "{% set x = 'abcdefgh' * 9999 %}{% for i in range(9999) %}{{ x }}{% endfor %}",
    "much escaped output in a set block": (
        "{% set x = '&amp;' * 9999 %}{% set y %}{% for i in range(9999) %}{{ x }}{% endfor %}{% endset %}{{ y }}"
    ),
    "letters of a long text": "{% set x = 'abcdefgh' * 9999 %}{% for i in range(9999) %}{{ x|list|length }}{% endfor %}",
    "words of a long text": "{% set x = 'a ' * 9999 %}{% for i in range(9999) %}{{ x.split()|length }}{% endfor %}",
}
CONTEXT = {"so_lieu": Decimal("1.5"), "ds": [1, 2]}


@pytest.mark.parametrize("source", GREEDY.values(), ids=GREEDY.keys())
def test_a_greedy_template_ends_with_a_finding(source):
    with pytest.raises(PackError) as caught:
        produced(package(p(source)), CONTEXT)
    assert caught.value.findings[0].code == "mau-qua-tai"
    assert caught.value.findings[0].where.file == "mau-0.docx"


@pytest.mark.skipif(sys.platform != "linux", reason="giới hạn bộ nhớ của tiến trình chỉ có trên Linux")
def test_greedy_templates_stay_within_memory():
    """All of them in one process that may take no more than 200 MB of address space above its start."""
    script = (
        "import resource, sys; sys.path[:0] = sys.argv[1:]; import test_guard as g; from small_docx import *;"
        "used = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize();"
        "resource.setrlimit(resource.RLIMIT_AS, (used + 200 * 2**20,) * 2)\n"
        "for source in g.GREEDY.values():\n"
        "    try: produced(package(p(source)), g.CONTEXT)\n"
        "    except g.PackError as error: assert error.findings[0].code == 'mau-qua-tai'\n"
        "    else: raise AssertionError(source)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *sys.path], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]


DEEP = {
    "nested loops": "{% for a in ds %}" * 30 + "{% endfor %}" * 30,
    "nested parentheses": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "nested lists": "{{ " + "[" * 3000 + "]" * 3000 + " }}",
    "long sum": "{{ " + "+".join("1" * 5000) + " }}",
    "nested conditions": "{% if ds %}" * 300 + "{% endif %}" * 300,
    "a long number": "{{ " + "9" * 6000 + " }}",
}


@pytest.mark.parametrize("source", DEEP.values(), ids=DEEP.keys())
def test_a_template_nested_too_deep_is_refused(source):
    with pytest.raises(PackError) as caught:
        produced(package(p(source)), CONTEXT)
    assert caught.value.findings[0].code in ("mau-long-qua-sau", "the-sai-cu-phap", "mau-qua-tai")


FORBIDDEN = {
    "class": "{{ ''.__class__ }}",
    "class by subscript": "{{ ''['__class__'] }}",
    "class by filter": "{{ ''|attr('__class__') }}",
    "class by map": "{{ ['']|map(attribute='__class__')|list }}",
    "function globals": "{{ ham.__globals__ }}",
    "macro internals": "{% macro m() %}{% endmacro %}{{ m._func }}",
    "loop internals": "{% for x in ds %}{{ loop._iterable }}{% endfor %}",
    "format": "{{ '{0.__class__}'.format(ds) }}",
    "wide format": "{{ '{:999999999}'.format(1) }}",
    "fill": "{{ 'a'.center(999999999) }}",
    "bytes": "{{ (1).to_bytes(999999999) }}",
    "tabs": "{{ 'a\t'.expandtabs(999999999) }}",
    "join of a string": "{{ ','.join('abc') }}",
    "append": "{{ ds.append(1) }}",
    "update": "{{ {'a': 1}.update({'b': 2}) }}",
    "include": "{% include 'x' %}",
    "include of a file": "a {% include '../goi.yaml' %}",
    "include of a compiled part": "{% include '0/word/document.xml' %}",
    "import": "{% import 'x' as y %}",
    "from import": "{% from 'x' import y %}",
    "autoescape": "{% autoescape false %}{{ ds }}{% endautoescape %}",
    "safe": "{{ 'a'|safe }}",
    "varargs": "{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}",
    "extends a variable": "{% extends ten %}",
    "module": "{{ mo_dun.path }}",
    "lipsum": "{{ lipsum() }}",
    "cycler": "{{ cycler(1, 2) }}",
}


@pytest.mark.parametrize("source", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_a_template_reaches_nothing(source):
    context = {"ds": [1], "ham": len, "ten": "goi", "mo_dun": subprocess}
    with pytest.raises(PackError) as caught:
        produced(package(p(source)), context)
    codes = {item.code for item in caught.value.findings}
    assert codes <= {
        "khong-duoc-dung",
        "the-khong-dung",
        "bo-loc-la",
        "ten-khong-biet",
        "goi-cha-khong-co",
        "khong-in-duoc",
        "manh-sai-cho",
        "manh-la",
    }
    assert context["ds"] == [1]


def test_an_honest_big_table_is_no_matter():
    rows = [{"ten": f"xã {place}", "so": place} for place in range(5000)]
    data = package(
        p("{%p for x in ds %}") + p("{{ loop.index }}. {{ x.ten }}: {{ x.so|so }}") + p("{%p endfor %}")
    )
    assert len(paragraphs(produced(data, {"ds": rows}))) == 5000


def test_what_a_loop_costs():
    budget = Budget(steps=10)
    assert list(budget.counted([1, 2, 3])) == [1, 2, 3]
    assert list(budget.counted(iter([1, 2]))) == [1, 2]
    assert budget.steps == 5
