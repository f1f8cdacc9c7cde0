"""Runs the check over a file of the corpus and says what it told: new faults against those expected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from baocao.conformance.checking import Checked, Profile, judge
from baocao.conformance.components import find_parts
from baocao.conformance.parts import Parts
from baocao.conformance.reading.reader import read_paper
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import load_format
from baocao.formats.rules import Weight, load_rules
from conformance.corpus_kit import Construction, Content
from conformance.docx_words import NotHereError
from conformance.harmless import HARMLESS
from conformance.mutations import Mutation, mutated

HARD = (Weight.MUST, Weight.PRACTICE)


@cache
def profile() -> Profile:
    """The format of Nghị định 30."""
    return Profile(load_format("nd30-2020"), load_rules("nd30-2020"))


def unit_of(c: Content) -> UnitFacts:
    """What the profile of the unit would say."""
    words = " ".join(c.agency).capitalize()
    return UnitFacts(words, c.agency, c.parents, c.place, "", (c.signer,), c.authority[0].startswith("TM."),
                     bool(c.addressed))  # fmt: skip


def checked(data: bytes, c: Content, *, unit: bool = False, electronic: bool | None = None) -> Checked:
    """The verdict on a file."""
    paper = read_paper(data, "van-ban.docx")
    parts = find_parts(paper, profile().format)
    return judge(paper, parts, profile(), unit=unit_of(c) if unit else None, electronic=electronic)


def told(found: Checked) -> Counter[str]:
    """How often each rule is broken."""
    return Counter(fault.rule.id for fault in found.faults)


def hard(found: Checked) -> list[str]:
    """What is told with force must or practice, a line each: "QH03: cỡ 15 (cỡ 12 đến 13)"."""
    return [
        f"{fault.rule.id}: {fault.seen.seen} ({fault.seen.wanted})"
        for fault in found.faults
        if fault.rule.weight in HARD
    ]


@dataclass
class Outcome:
    """What came of one mutation of one construction.

    found: its rule told more than before. unsure: it said it could not tell. strays: other rules of force
    must that told more than before.
    """

    mutation: Mutation
    construction: Construction
    found: bool
    unsure: bool
    strays: list[str] = field(default_factory=list)


def outcome(one: Construction, mutation: Mutation, before: Checked) -> Outcome | None:
    """Make the fault, ask the check; None where the fault has no place in the file."""
    try:
        data = mutated(one.build(), one.content, mutation)
    except NotHereError:
        return None
    after = checked(data, one.content, unit=mutation.unit, electronic=mutation.electronic)
    return compared(one, mutation, before, after)


def compared(one: Construction, mutation: Mutation, before: Checked, after: Checked) -> Outcome:
    """What the mutation changed in the verdict."""
    old, new = told(before), told(after)
    if mutation.electronic:
        old[mutation.rule] = 0  # the conforming file is one on paper
    doubts = Counter(fault.rule.id for fault in after.unsure) - Counter(
        fault.rule.id for fault in before.unsure
    )
    rules = profile().rules
    strays = [
        ident
        for ident, count in (new - old).items()
        if ident != mutation.rule
        and ident not in mutation.also
        and rules[ident].weight is Weight.MUST
        and count
    ]
    return Outcome(
        mutation, one, new[mutation.rule] > old[mutation.rule], doubts[mutation.rule] > 0, sorted(strays)
    )


def false_alarms(one: Construction, before: Checked) -> Iterator[tuple[str, list[str]]]:
    """Each change that breaks nothing, with what is told after it and was not told before."""
    for change in HARMLESS.values():
        try:
            data = mutated(one.build(), one.content, change)
        except NotHereError:
            continue
        yield change.name, sorted(Counter(hard(checked(data, one.content))) - Counter(hard(before)))


def misread(parts: Parts, c: Content) -> list[str]:
    """Components that were not found as they stand in the content."""
    found = {
        "quoc_hieu": _words(parts.quoc_hieu),
        "tieu_ngu": _words(parts.tieu_ngu),
        "chu_quan": _words(parts.chu_quan),
        "co_quan": _words(parts.co_quan),
        "so": _words(parts.so_ky_hieu),
        "ngay": _words(parts.dia_danh_ngay),
        "ten_loai": _words(parts.ten_loai),
        "trich_yeu": _words(parts.trich_yeu),
        "cong_van": _words(parts.trich_yeu_cong_van),
        "kinh_gui": _words(parts.kinh_gui),
        "noi_nhan": _words(parts.noi_nhan),
        "quyen_han": _words(parts.quyen_han),
        "nguoi_ky": _words(parts.nguoi_ky),
        "phu_luc": _squeezed(" ".join(annex.word.text for annex in parts.appendices)),
        "ke": " ".join(sorted(parts.strokes)),
        "loai": parts.kind.name,
        "can_cu": " ".join(paragraph.text.strip() for paragraph in parts.can_cu),
        "de_muc": " ".join(heading.number for heading in parts.headings),
    }
    wanted = _wanted(c)
    return [f"{key}: {found[key]!r}, mong {value!r}" for key, value in wanted.items() if found[key] != value]


def _wanted(c: Content) -> dict[str, str]:
    names = [f"- {name}{'.' if at == len(c.recipients) - 1 else ';'}" for at, name in enumerate(c.recipients)]
    subject = _squeezed(" ".join(c.subject))
    numbered = [item for item in c.items if item.number and item.kind not in ("gach", "cong")]
    wanted = {
        "quoc_hieu": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "tieu_ngu": "Độc lập - Tự do - Hạnh phúc",
        "chu_quan": " ".join(c.parents),
        "co_quan": " ".join(c.agency),
        "so": _squeezed(c.number_line),
        "ngay": _squeezed(c.date_line),
        "ten_loai": c.kind,
        "trich_yeu": subject if c.kind else "",
        "cong_van": "" if c.kind else subject,
        "kinh_gui": " ".join(c.addressed_lines),
        "noi_nhan": " ".join(names),
        "quyen_han": " ".join(c.authority),
        "nguoi_ky": c.signer,
        "phu_luc": " ".join(annex.word for annex in c.annexes),
        "ke": "co_quan tieu_ngu trich_yeu" if c.kind else "co_quan tieu_ngu",
        "loai": c.kind.lower().removesuffix(" chuyên đề") or "công văn",
        "can_cu": " ".join(c.grounds),
    }
    if numbered:
        bare = (re.sub(r"^(Điều|Chương|Mục) ", "", item.number).rstrip(".)") for item in numbered)
        wanted["de_muc"] = " ".join(bare)
    return wanted


def _words(lines: tuple[object, ...]) -> str:
    return _squeezed(" ".join(getattr(line, "text", "") for line in lines))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
