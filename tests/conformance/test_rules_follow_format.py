"""The look of a component is an entry of the format, never of the code: another entry, another verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
import yaml

from baocao.conformance.checking import Profile, judge
from baocao.conformance.components import find_parts
from baocao.conformance.paper import Paper
from baocao.conformance.parts import Parts
from baocao.conformance.reading.reader import read_paper
from baocao.errors import DataError
from baocao.formats import load_format, load_profile
from baocao.formats.read import format_data, format_of
from baocao.formats.rules import load_rules, thawed
from conformance.corpus_all import plain

DOCUMENTS = ("tay/bang-hinh-ve", "tay/hop-gach-duoi", "tay/quy-che-chuong-muc", "tay/cv-bang", "nha/rieng")
COMPONENT = {"dam", "nghieng", "hoa", "can", "co"}
HEADING = {"dam", "hoa", "can"}

# Entries that only the building of a template reads. A rule asks the same of another entry, or nobody
# asks it: dashes are part of the text (than_bai), those below Kính gửi part of it (kinh_gui), letters of
# tables and notes have a size and no more, the paragraph of a drawn rule has no letters. Headings of forms
# that the decree does not number are free, and those that run on are aligned as the text.
UNASKED = {
    "gach_dau": COMPONENT,
    "gach_cong": COMPONENT,
    "kinh_gui": {"can"},
    "kinh_gui_muc": COMPONENT,
    "can_cu": {"can"},
    "so_trang": {"hoa"},
    "chu_thich": COMPONENT - {"co"},
    "bang_chu": COMPONENT - {"co"},
    "bang_dau": COMPONENT,
    "ke": COMPONENT,
    "Phần thứ nhất": HEADING,
    "A.": HEADING,
    "A-": HEADING,
    "I-": HEADING,
    "1/": HEADING,
    "1.1.": HEADING,
    "I.": {"can"},
    "1.": {"can"},
    "a)": {"can"},
}


def entries() -> list[tuple[str, str, str]]:
    """Group, key and entry of every look in the file of the format that some rule asks."""
    data = format_data("nd30-2020")
    groups = (("thanh_phan", COMPONENT), ("de_muc", HEADING))
    return [
        (group, key, entry)
        for group, looks in groups
        for key in data[group]
        for entry in sorted(looks - UNASKED.get(key, set()))
    ]


@cache
def documents() -> tuple[tuple[Paper, Parts], ...]:
    """Conforming documents, read once."""
    built = {one.name: one for one in plain()}
    papers = [read_paper(built[name].build(), "van-ban.docx") for name in DOCUMENTS]
    return tuple((paper, find_parts(paper, load_format())) for paper in papers)


def verdict(number: int, profile: Profile) -> list[tuple[str, str, str]]:
    """What the rules say of a document."""
    checked = judge(*documents()[number], profile)
    return [(one.rule.id, one.seen.seen, one.seen.wanted) for one in (*checked.faults, *checked.unsure)]


@cache
def before(number: int) -> list[tuple[str, str, str]]:
    """What they say of it by the format that ships."""
    return verdict(number, Profile(load_format(), load_rules("nd30-2020")))


@pytest.mark.parametrize(("group", "key", "entry"), entries())
def test_another_look_is_another_verdict(group, key, entry):
    data = format_data("nd30-2020")
    look = data[group][key]
    other = {"can": "phai", "co": {"chon": 20, "tu": 20, "den": 20}}
    look[entry] = other.get(entry, not look.get(entry, False))
    profile = Profile(format_of(data), load_rules("nd30-2020"))
    assert any(verdict(number, profile) != before(number) for number in range(len(DOCUMENTS)))


@pytest.mark.parametrize(("ident", "entry"), [("TY13", "dam"), ("TY13", "nghieng"), ("PL05", "nghieng")])
def test_the_look_of_what_is_no_component_is_an_entry_of_its_rule(ident, entry):
    rules = load_rules("nd30-2020")
    given = rules[ident].parameters
    other = replace(rules[ident], parameters={**given, entry: not given[entry]})
    profile = Profile(load_format(), {**rules, ident: other})
    changed = [
        set(verdict(number, profile)) ^ set(before(number))
        for number in range(len(DOCUMENTS))
        if verdict(number, profile) != before(number)
    ]
    assert changed
    assert {rule for one in changed for rule, _, _ in one} == {ident}


def test_what_no_rule_asks_is_in_the_file_of_the_format():
    data = format_data("nd30-2020")
    assert set(UNASKED) <= {*data["thanh_phan"], *data["de_muc"]}


def variants(value: object) -> Iterator[object]:
    """Other values of the same kind: nothing, the least, the most, a word."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | float):
        yield from (0, 100_000)
    elif isinstance(value, str):
        yield "x"
    elif isinstance(value, list):
        yield from ([], *([one, *value[1:]] for one in variants(value[0])))
    elif isinstance(value, dict):
        for name in list(value)[:3]:
            yield from ({name: one} for one in variants(value[name]))


@pytest.mark.parametrize("ident", [one.id for one in load_rules("nd30-2020").values() if one.parameters])
def test_a_rule_bears_whatever_a_file_may_say(tmp_path, ident):
    for name, value in thawed(load_rules("nd30-2020")[ident].parameters).items():
        for other in variants(value):
            own = {"ma": "thu", "quy_tac": {ident: {"tham_so": {name: other}}}}
            path = tmp_path / "the-thuc.yaml"
            path.write_text(yaml.safe_dump(own, allow_unicode=True), encoding="utf-8")
            try:
                fmt, rules = load_profile(path)
            except DataError:
                continue
            for number in range(len(DOCUMENTS)):
                verdict(number, Profile(fmt, {ident: rules[ident]}))
