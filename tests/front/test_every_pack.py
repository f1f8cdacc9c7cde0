"""What holds of every built-in pack and every sample: a new one is tested by being there."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from front_kit import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.authoring.forms.making import Wanted, make_form
from baocao.authoring.inspecting import inspect_templates
from baocao.authoring.template import build_fragment, build_pack_template
from baocao.conformance.files import check_file
from baocao.derive.figures import compute
from baocao.derive.sample import sample_record, sample_value
from baocao.errors import Severity
from baocao.formats import load_format
from baocao.intake.reader import read
from baocao.model.record import Value
from baocao.ooxml.metrics import rule_functions
from baocao.packs.blank_data import blank_data
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.finder import builtin_folder, find_pack
from baocao.packs.origins import pack_origins
from baocao.packs.pack import Pack
from baocao.produce import pack_template, produce
from baocao.render import render, to_bytes
from baocao.review import review
from baocao.template import Template
from docx_reading import read_docx
from outside_tools import audit_faults, sdk_faults
from packs_reading import NOT_GOOD, ONLY_TO_COMPUTE, body_styles, is_at, paths, sentences, template_of

ROOT = builtin_folder()
PACKS = sorted(folder.name for folder in ROOT.iterdir() if (folder / "goi.yaml").is_file())
FRAGMENTS = sorted((ROOT / "_manh").glob("*.md"))
OF_ONE_UNIT_BELOW = "xa"
"""The folder of a sample that holds what the communes have sent: the report above them stands for them."""


def data_files() -> Iterator[Path]:
    """Every data file among the samples that makes a report by itself."""
    for folder in sorted(SAMPLES.iterdir()):
        for file in sorted({*folder.glob("20*.*"), *folder.glob("so-lieu/**/*.*")}):
            if OF_ONE_UNIT_BELOW in file.parts or file.suffix not in (".yaml", ".md", ".json"):
                continue
            main = read(file).main.children
            if "goi" in main and "bang_tinh" not in main:
                yield file


MEANT = {"tan-hong/2023.yaml": 2}
"""Samples that show what the audit finds: how many errors."""

BY_ANOTHER_PROGRAM = ("xa-mau-rieng",)
"""Samples with a Word template of their own as another program saved it: its schema slips are its own."""

ASKED_FOR_EVERY_FIGURE = ("tthc.linh_vuc",)
"""Lists printed as a table with a row of totals: a figure left out stops the report, with its place."""

REPORTS = list(data_files())
NAMES = [str(file.relative_to(SAMPLES)) for file in REPORTS]


@cache
def made(file: Path) -> bytes:
    """The report of a sample, a draft when its number is still to come."""
    return produce(file, draft=True).to_bytes()


builtin = cache(find_pack)


@cache
def pack_of(name: str) -> tuple[Pack, Template, Mapping[str, Any]]:
    """A pack, its template, and the lengths of the drawn rules."""
    pack = builtin(name)
    return pack, pack_template(pack), rule_functions(load_format(pack.manifest.format_profile))


def draft(name: str, values: Mapping[str, Value], *, compared: bool = False) -> bytes:
    """The report of an invented unit with these values."""
    pack, template, rules = pack_of(name)
    record = replace(sample_record(pack), values=values, previous=values if compared else {})
    return to_bytes(render(template, {**compute(record, pack).context(), **rules}))


# ----- packs -----


@pytest.mark.parametrize("name", PACKS)
def test_the_word_template_is_what_its_text_builds(name: str) -> None:
    folder, data = build_pack_template(name)
    assert (folder / "mau.docx").read_bytes() == data


@pytest.mark.parametrize("source", FRAGMENTS, ids=[source.stem for source in FRAGMENTS])
def test_a_fragment_is_what_its_text_builds(source: Path) -> None:
    assert source.with_suffix(".docx").read_bytes() == build_fragment(source)


@pytest.mark.parametrize("name", PACKS)
def test_nothing_is_found_in_the_template(name: str) -> None:
    found = inspect_templates((ROOT / name / "mau.docx",), name).findings
    assert [item.text for item in found if item.level is not Severity.INFO] == []


@pytest.mark.parametrize("name", PACKS)
def test_an_empty_data_file_makes_a_draft(name: str, tmp_path: Path) -> None:
    (tmp_path / "don-vi.yaml").write_bytes((SAMPLES / "xa-mau" / "don-vi.yaml").read_bytes())
    file = tmp_path / "2025.yaml"
    file.write_text(blank_data(builtin(name), year=2025), encoding="utf-8")
    report = produce(file, draft=True)
    assert report.data is not None
    (tmp_path / "nhap.docx").write_bytes(report.data)
    assert audit_faults(tmp_path / "nhap.docx") == []
    lines = itertools.pairwise(read_docx(report.data).paragraphs)
    assert [line for line, next_ in lines if line.endswith(":") and next_.endswith("./.")] == []


@cache
def owners() -> tuple[tuple[str, str], ...]:
    """Each indicator with the pack that brings it, which neither takes nor inherits it."""
    return tuple(_owners())


def _owners() -> Iterator[tuple[str, str]]:
    for name in PACKS:
        pack = builtin(name)
        kinds = [
            item for item in pack_origins(pack) if item.path[0] == "chi_tieu" and item.path[-1] == "loai"
        ]
        yield from ((item.path[1], name) for item in kinds if len(item.path) == 3 and item.pack == name)


def test_one_indicator_has_one_entry_across_the_packs() -> None:
    """A pack that wants another's figure takes it (`lay_chi_tieu`) or is based on that pack."""
    seen: dict[str, list[str]] = {}
    for id_, name in owners():
        seen.setdefault(id_, []).append(name)
    assert {id_: names for id_, names in seen.items() if len(names) > 1} == {}


def test_one_indicator_has_one_id_across_the_packs() -> None:
    """Two entries of one label and kind would be asked of a clerk as one figure."""
    seen: dict[tuple[str, str, str], set[str]] = {}
    for id_, name in owners():
        one = builtin(name).catalogue[id_]
        group = id_.rpartition(".")[0] if ".cap_" in id_ else ""
        seen.setdefault((one.label.casefold(), one.kind, group), set()).add(id_)
    assert {label: ids for (label, *_), ids in seen.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("name", PACKS)
def test_every_indicator_is_printed_or_serves_one_that_is(name: str) -> None:
    """Of the own ones, what is only computed with says so to the clerk."""
    pack, template, _ = pack_of(name)
    texts = [layer.folder / "noi-dung.md" for layer in pack.layers]
    texts += [pack.fragments[item].path.with_suffix(".md") for item in template.includes]
    used = {field.name for field in template.fields}
    used |= {path for text in texts for path in paths(template_of(text), {})}
    own = {id_ for id_, owner in owners() if owner == name}
    for one in pack.catalogue:
        printed = any(is_at(path, one.id) for path in used)
        marked = one.explanation.startswith(ONLY_TO_COMPUTE)
        assert printed or marked or (one.id not in own and one.id in pack.catalogue.serving), one.id
        assert not (printed and marked and one.id in own), one.id


@pytest.mark.parametrize("name", PACKS)
def test_every_indicator_explains_itself_to_a_clerk(name: str) -> None:
    catalogue = builtin(name).catalogue
    assert [item.id for item in catalogue if not item.explanation] == []
    assert [item.id for item in catalogue if item.kind in NUMERIC and not item.example] == []
    assert [item.id for item in catalogue if item.kind is Kind.COUNT and not item.unit] == []


@pytest.mark.parametrize("name", PACKS)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_whatever_is_missing_leaves_no_scar(name: str, data: st.DataObject) -> None:
    """Any choice of indicators, some of them nil or 0: no heading over nothing, no stray blank or mark."""
    pack, *_ = pack_of(name)
    ids = sorted(pack.catalogue.indicators)
    chosen = data.draw(st.one_of(st.sets(st.sampled_from(ids), max_size=5), st.sets(st.sampled_from(ids))))
    emptied = data.draw(st.sets(st.sampled_from(ids)))
    nothing = data.draw(st.sampled_from([Value(nil=True), Value(number=Decimal(0))]))
    values = {
        item.id: nothing if item.id in emptied and item.kind is Kind.COUNT else sample_value(item)
        for item in pack.catalogue
        if item.id in chosen or item.required
    }
    report = draft(name, values, compared=data.draw(st.booleans()))
    assert [text for text in sentences(report) if NOT_GOOD.search(text)] == []
    assert bare_headings(report) == []


def bare_headings(report: bytes) -> list[tuple[str, str]]:
    """Headings that the next heading of the same or a higher level follows at once."""
    pairs = itertools.pairwise(body_styles(report))
    return [
        (one, other)
        for one, other in pairs
        if one.startswith("Heading") and other.startswith("Heading") and int(other[-1]) <= int(one[-1])
    ]


@pytest.mark.parametrize("name", PACKS)
def test_the_smallest_data_leave_no_empty_paragraph(name: str) -> None:
    pack, *_ = pack_of(name)
    report = draft(name, {item.id: sample_value(item) for item in pack.catalogue if item.required})
    assert "" not in sentences(report)


@pytest.mark.parametrize("name", PACKS)
def test_a_row_needs_only_the_cells_that_must_be_filled(name: str) -> None:
    """Of every list: such rows alone, before and after a row with every cell, are printed."""
    pack, *_ = pack_of(name)
    least = {item.id: sample_value(item) for item in pack.catalogue if item.required}
    for item in pack.catalogue:
        for rows in rows_of(item):
            draft(name, {**least, item.id: rows})


def rows_of(item: Indicator) -> Iterator[Value]:
    """Data of a list: rows with only their required fields, alone and beside full ones."""
    full = {field.id: sample_value(field) for field in item.fields}
    counted = item.id in ASKED_FOR_EVERY_FIGURE
    needed = [field.id for field in item.fields if field.required or (counted and field.kind in NUMERIC)]
    bare = {id_: full[id_] for id_ in needed}
    if bare:
        yield from (Value(records=rows) for rows in ((bare, bare), (bare, full), (full, bare)))


# ----- samples -----


def test_every_pack_has_a_sample() -> None:
    assert {read(file).main.text_of("goi") for file in REPORTS} == set(PACKS)


@pytest.mark.parametrize("file", REPORTS, ids=NAMES)
def test_a_sample_makes_a_report_that_holds_in_every_check(file: Path, tmp_path: Path) -> None:
    """Made without a fault; the audit finds no error in it, the format check nothing that must be mended."""
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(made(file))
    name = file.relative_to(SAMPLES)
    assert name.parts[0] in BY_ANOTHER_PROGRAM or audit_faults(target) == []
    told = [item.text for item in review(target).findings if item.level is Severity.ERROR]
    assert len(told) == MEANT.get(name.as_posix(), 0), told
    checked = check_file(target)
    assert checked.fault is None
    assert checked.broken == 0
    assert "" not in sentences(made(file))


@pytest.mark.sdk
@pytest.mark.parametrize("file", REPORTS, ids=NAMES)
def test_the_sdk_finds_nothing_in_a_sample(file: Path, tmp_path: Path) -> None:
    target = tmp_path / "bao-cao.docx"
    target.write_bytes(made(file))
    name = file.relative_to(SAMPLES)
    assert name.parts[0] in BY_ANOTHER_PROGRAM or sdk_faults(target) == []


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the samples, to lay forms beside their data."""
    return Path(shutil.copytree(SAMPLES, tmp_path_factory.mktemp("mau") / "samples"))


@pytest.mark.parametrize("name", NAMES)
def test_a_form_filled_with_a_sample_makes_the_same_report(name: str, copied: Path) -> None:
    """The form stands in the place of the data file, so that last year's file is found by its name."""
    source = copied / name
    form = source.with_suffix(".xlsx")
    form.write_bytes(make_form(Wanted("", form, data=source)).data)
    source.rename(source.with_suffix(".giu"))
    filled = produce(form, draft=True)
    form.unlink()
    source.with_suffix(".giu").rename(source)
    assert filled.data == made(SAMPLES / name)
