"""A form and the program judge alike: marks stored, marks recomputed, verdicts on what is read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from form_kit import cells, form_of, recalculated_all
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baocao.authoring.forms.check_making import BAD, CUT, GOOD, mark_of
from baocao.derive.figures import compute
from baocao.derive.ground import Ground
from baocao.derive.judging import judge, scopes
from baocao.derive.verdicts import Failure
from baocao.intake.reader import read
from baocao.model.faults import Faults
from baocao.model.tree import read_values
from baocao.model.validate import validate
from baocao.packs.finder import find_pack
from baocao.packs.judgement import NOT_IN_EXCEL

PACK = find_pack("cchc-nam")
RULES = {rule.id: rule for rule in PACK.catalogue.rules}


def entry(random: Random) -> str:
    """A count as somebody may type it."""
    hedge = random.choice(["", "", "", "", "", "trên ", "gần ", "khoảng ", "hơn "])
    return random.choice(["", "", "không phát sinh", *(f"{hedge}{random.randint(0, 30)}" for _ in range(7))])


def counts(random: Random, *names: str) -> str:
    typed = ((name, entry(random)) for name in names)
    return ", ".join(f"{name}: {item}" for name, item in typed if item)


def rate(random: Random) -> str:
    number = random.choice([50, 99, 1, 100, 98.7, 66.67, 33.33, 0.5, random.randint(0, 100)])
    return f"'{number}%'".replace(".", ",")


def rows(random: Random) -> str:
    made = []
    for _ in range(random.randint(0, 3)):
        late, early, going = (random.randint(0, 4) for _ in range(3))
        row = {
            "ten": "Đất đai", "tre_han": late, "dung_han": early, "dang_giai_quyet": going,
            "da_giai_quyet": late + early + random.choice([0, 0, 0, 1]), "tiep_nhan": late + early + going,
        }  # fmt: skip
        blank = random.choice(["", "", "", "da_giai_quyet", "tre_han", "tiep_nhan"])
        made.append("{" + ", ".join(f"{name}: {item}" for name, item in row.items() if name != blank) + "}")
    return f"[{', '.join(made)}]" if made else "không phát sinh"


def table(random: Random) -> str:
    """Rows of Biểu II.06, right or wrong, with blanks."""
    made = []
    for _ in range(random.randint(1, 3)):
        numbers = [random.randint(0, 4) for _ in range(5)]
        solved, going = sum(numbers[:3]), sum(numbers[3:])
        names = ("truoc_han", "dung_han", "qua_han", "dang_trong_han", "dang_qua_han")
        row: dict[str, Any] = {"ten": "Hộ tịch", **dict(zip(names, numbers, strict=True))}
        row |= {"truc_tuyen": solved + going - 1, "truc_tiep": 1, "ky_truoc": random.choice([0, 0, 1])}
        sums = {"tong_nhan": solved + going, "da_giai_quyet": solved, "dang_giai_quyet": going}
        row |= {name: item for name, item in sums.items() if random.random() < 0.7}
        made.append(
            "{"
            + ", ".join(f"{name}: {max(item, 0) if name != 'ten' else item}" for name, item in row.items())
            + "}"
        )
    return f"[{', '.join(made)}]"


def money(random: Random) -> str:
    return random.choice(
        ["8,3 tỷ đồng", "8.340 triệu đồng", "9,1 tỷ đồng", "8.260 triệu đồng", "9.140.000.000"]
    )


def data_of(seed: int) -> str:
    """A data file with figures that hang together now and then."""
    random = Random(seed)
    whole = ("tiep_nhan", "ky_truoc", "tiep_nhan_moi", "tiep_nhan_truc_tuyen", "tiep_nhan_truc_tiep")
    solved = ("da_giai_quyet", "dung_han", "truoc_han", "dung_thoi_han", "tre_han")
    day = f"{random.randint(1, 28)}/{random.choice([11, 12])}/{random.choice([2023, 2024])}"
    return f"""ky: {{nam: 2024, den_ngay: 14/12/2024{random.choice(["", ", chot_ngay: 5/1/2025"])}}}
van_ban: {{ngay: {random.choice(["20/12/2024", "20/11/2024"])}}}
nam_truoc: {{tthc: {{dang_giai_quyet: {random.randint(0, 9)}}}}}
so_lieu:
  chi_dao: {{{counts(random, "kiem_tra", "kiem_tra_ke_hoach", "kiem_tra_dot_xuat")}}}
  bieu_ii_06: {table(random)}
  chi_so: {{hang: {random.randint(1, 12)}/11}}
  tai_chinh: {{von_dau_tu: {money(random)}, giai_ngan: {money(random)},
    ty_le_giai_ngan: {random.choice(["91,5%", "91,2%", "90%"])}}}
  tthc:
    {{{counts(random, *whole, *solved)}, linh_vuc: {rows(random)},
     ty_le_dung_han_da_giai_quyet: {rate(random)}, ty_le_tre_han: {rate(random)}, ngay_van_hanh: {day},
     cap_huyen: {{{counts(random, "tiep_nhan", "da_giai_quyet", "dung_han")},
       ty_le_dung_han: {rate(random)}}},
     cap_xa: {{{counts(random, "tiep_nhan", "da_giai_quyet", "dung_han")}}}}}
"""


def verdicts(form: Path) -> dict[str, str]:
    """The mark that each rule of the pack has by what the program reads in a form; "" for not judged."""
    raw = read(form)
    typed = read_values(raw.main.children["so_lieu"], PACK.catalogue, Faults(), draft=True).values
    frame = {name: item for name, item in raw.main.children.items() if name != "so_lieu"}
    record, _ = validate(replace(raw, main=replace(raw.main, value=frame)), PACK, draft=True)
    assert record is not None
    record = replace(record, values=typed)
    figures = compute(record, PACK)
    ground = Ground(record, PACK.catalogue, figures.now, figures.before, figures.years)
    marks = {}
    for id_, rule in RULES.items():
        judged = [judge(rule, scope) for scope in scopes(ground, rule)]
        failing = [item for item in judged if isinstance(item, Failure)]
        known = [item for item in judged if item is not None]
        marks[id_] = mark_of((failing or known or [None])[0])
    return marks


def marks(data: bytes) -> dict[str, str]:
    """The mark of each check that a form shows."""
    sheet = cells(data)["Kiểm tra"]
    found = {sheet.cell(row, 1).value: sheet.cell(row, 7).value for row in range(5, sheet.max_row + 1)}
    return {id_: mark for id_, mark in found.items() if id_ in RULES and mark in (GOOD, BAD, CUT)}


def differing(data: bytes, said: dict[str, str]) -> dict[str, Any]:
    return {id_: (mark, said[id_]) for id_, mark in marks(data).items() if mark != said[id_]}


@given(st.integers(0, 10**9))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_mark_of_a_form_is_the_verdict_of_the_program(tmp_path: Path, seed: int) -> None:
    form = tmp_path / "bieu.xlsx"
    form.write_bytes(form_of(tmp_path, data_of(seed)).data)
    assert differing(form.read_bytes(), verdicts(form)) == {}


CASES = {
    "ngay": ("tthc: {ngay_van_hanh: 20/12/2024}", "tthc.ngay_van_hanh:ky", GOOD),
    "tien": (
        "tai_chinh: {von_dau_tu: '8,3 tỷ đồng', giai_ngan: 8.340 triệu đồng}",
        "tai_chinh.giai_ngan<=tai_chinh.von_dau_tu",
        GOOD,
    ),
    "ty-le-tien": (
        "tai_chinh: {von_dau_tu: '9,1 tỷ đồng', giai_ngan: '8,3 tỷ đồng', ty_le_giai_ngan: '91,5%'}",
        "tai_chinh.ty_le_giai_ngan=tai_chinh.giai_ngan/tai_chinh.von_dau_tu",
        GOOD,
    ),
    "rao": (
        "chi_dao: {kiem_tra: trên 30, kiem_tra_ke_hoach: 10, kiem_tra_dot_xuat: 6}",
        "chi_dao.kiem_tra=chi_dao.kiem_tra_ke_hoach+chi_dao.kiem_tra_dot_xuat",
        BAD,
    ),
    "cot-3": (
        "bieu_ii_06: [{ten: A, truc_tuyen: 1, truc_tiep: 1, ky_truoc: 1, da_giai_quyet: 2, truoc_han: 2,"
        " dung_han: 0, qua_han: 0, dang_giai_quyet: 0, dang_trong_han: 0, dang_qua_han: 0}]",
        "bieu_ii_06[]:tong_nhan=da_giai_quyet+dang_giai_quyet",
        BAD,
    ),
    "phan-vuot": (
        "chi_dao: {nhiem_vu: 5, nhiem_vu_hoan_thanh: 3, nhiem_vu_chua_den_han: 4}",
        "chi_dao.nhiem_vu=chi_dao.nhiem_vu_hoan_thanh+chi_dao.nhiem_vu_chua_den_han+chi_dao.nhiem_vu_chua_dat",
        BAD,
    ),
    "99-va-1": (
        "tthc: {ty_le_dung_han_da_giai_quyet: '99%', ty_le_tre_han: '2%'}",
        "tthc.ty_le_dung_han_da_giai_quyet+tthc.ty_le_tre_han=100",
        GOOD,
    ),
    **{
        f"be-{stated}-{over}": (
            f"tthc: {{tre_han: {over}, da_giai_quyet: 5.000.000, ty_le_tre_han: '{stated}%'}}",
            "tthc.ty_le_tre_han=tthc.tre_han/tthc.da_giai_quyet",
            mark,
        )
        for stated, over, mark in (
            ("0,01", 3, BAD),
            ("0,01", 249, BAD),
            ("0,01", 250, GOOD),
            ("0,01", 750, CUT),
            ("0,0001", 3, GOOD),
            ("0,0001", 600, BAD),
            ("dưới 0,01", 3, GOOD),
            ("dưới 0,01", 600, BAD),
        )
    },
}
"""Figures, the rule they are about, and its mark in the form; "" for none."""


def data_of_case(case: str) -> str:
    head = "ky: {nam: 2024, den_ngay: 14/12/2024}\nvan_ban: {ngay: 25/12/2024}\n"
    return f"{head}so_lieu:\n  {CASES[case][0]}\n"


@pytest.mark.parametrize("case", CASES)
def test_what_a_reviewer_found_judged_in_two_ways(case: str, tmp_path: Path) -> None:
    _, rule, mark = CASES[case]
    form = tmp_path / "bieu.xlsx"
    form.write_bytes(form_of(tmp_path, data_of_case(case)).data)
    assert marks(form.read_bytes()).get(rule, "") == mark
    assert not mark or verdicts(form)[rule] == mark


def test_what_only_the_program_checks_is_named_on_the_sheet(tmp_path: Path) -> None:
    sheet = cells(form_of(tmp_path, period="2026").data)["Kiểm tra"]
    said = {sheet.cell(row, 2).value for row in range(1, sheet.max_row + 1)}
    assert set(NOT_IN_EXCEL.values()) <= said


@pytest.mark.libreoffice
def test_the_marks_that_libreoffice_computes_are_the_verdicts_of_the_program(tmp_path: Path) -> None:
    typed = {str(seed): data_of(seed) for seed in range(12)} | {case: data_of_case(case) for case in CASES}
    made = {name: form_of(tmp_path, data).data for name, data in typed.items()}
    computed = recalculated_all(made, tmp_path)
    wrong, shown = {}, 0
    for seed, data in computed.items():
        form = tmp_path / "bieu.xlsx"
        form.write_bytes(made[seed])
        shown += len(marks(data))
        wrong |= {(seed, id_): pair for id_, pair in differing(data, verdicts(form)).items()}
        wrong |= {(seed, "stored"): 0} if marks(data) != marks(made[seed]) else {}
    assert wrong == {}
    assert shown > 200
