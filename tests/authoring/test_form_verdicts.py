"""A form and the program judge alike: the marks stored, those recomputed, and the verdicts on what is read back."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from form_kit import cells, form_of, recalculated_all
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baocao.authoring.forms.checks import BAD, CUT, GOOD, mark_of
from baocao.derive.figures import compute
from baocao.derive.ground import Ground
from baocao.derive.judging import Failure, judge, scopes
from baocao.intake.reader import read
from baocao.model.validate import validate
from baocao.packs.finder import find_pack

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
            "linh_vuc": "Đất đai", "tre_han": late, "dung_han": early, "dang_giai_quyet": going,
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
  tai_chinh: {{von_dau_tu: {money(random)}, giai_ngan: {money(random)}}}
  tthc:
    {{{counts(random, *whole, *solved)}, linh_vuc: {rows(random)}, ngay_van_hanh: {day},
     cap_huyen: {{{counts(random, "tiep_nhan", "da_giai_quyet", "dung_han")}, ty_le_dung_han: {rate(random)}}},
     cap_xa: {{{counts(random, "tiep_nhan", "da_giai_quyet", "dung_han")}}}}}
"""


def verdicts(form: Path) -> dict[str, str]:
    """The mark that each rule of the pack has by what the program reads in a form; "" for not judged."""
    raw = read(form)
    record, found = validate(raw, PACK, draft=True)
    if record is None:
        return {}
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
    return {id_: (mark, said[id_]) for id_, mark in marks(data).items() if said and mark != said[id_]}


@given(st.integers(0, 10**9))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_mark_of_a_form_is_the_verdict_of_the_program(tmp_path: Path, seed: int) -> None:
    form = tmp_path / "bieu.xlsx"
    form.write_bytes(form_of(tmp_path, data_of(seed)).data)
    assert differing(form.read_bytes(), verdicts(form)) == {}


@pytest.mark.libreoffice
def test_the_marks_that_libreoffice_computes_are_the_verdicts_of_the_program(tmp_path: Path) -> None:
    made = {seed: form_of(tmp_path, data_of(seed)).data for seed in range(24)}
    computed = recalculated_all(made, tmp_path)
    wrong, shown = {}, 0
    for seed, data in computed.items():
        form = tmp_path / "bieu.xlsx"
        form.write_bytes(made[seed])
        shown += len(marks(data))
        wrong |= {(seed, id_): pair for id_, pair in differing(data, verdicts(form)).items()}
        wrong |= {(seed, "stored"): 0} if marks(data) != marks(made[seed]) else {}
    assert wrong == {}
    assert shown > 300
