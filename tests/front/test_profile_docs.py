"""docs/don-vi.md says what is there: every entry is named, every example works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import baocao
from baocao.model.profile import FILE_FORM
from baocao.model.style import STYLE_FORM
from baocao.vietnamese.terms import terms

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "don-vi.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
IDENTITY = """ten: Ủy ban nhân dân xã Minh Họa
cap: xa
dia_danh: Minh Họa
ky_hieu: UBND
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn Mẫu}
"""
PROVINCE = "ten: Ủy ban nhân dân tỉnh Ví Dụ\n"
DATA = """goi: cchc-nam
don_vi: don-vi.yaml
ky: {nam: 2025}
van_ban: {ngay: 05/12/2025}
so_lieu: {tthc: {tiep_nhan: 5, da_giai_quyet: 5}}
"""


@pytest.mark.parametrize("name", [*FILE_FORM, *STYLE_FORM, *(f"dv.{name}" for name in terms())])
def test_every_entry_is_explained(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_entries_marked_as_needed_are_those(tmp_path: Path) -> None:
    marked = re.findall(r"^\| `(\w+)` \(phải có\)", PAGE, re.MULTILINE)
    for lacking in marked:
        kept = [line for line in IDENTITY.splitlines() if not line.startswith(f"{lacking}:")]
        (tmp_path / "don-vi.yaml").write_text("\n".join(kept), encoding="utf-8")
        (tmp_path / "2025.yaml").write_text(DATA, encoding="utf-8")
        told = baocao.make_report(tmp_path / "2025.yaml").findings
        assert [(item.code, item.where.key) for item in told] == [("thieu-muc", lacking)]
    assert set(marked) == {line.partition(":")[0] for line in IDENTITY.splitlines()}


def test_the_words_by_date_are_those_of_the_program() -> None:
    for term in terms().values():
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `dv.{term.name}`"))
        assert any(item.words in row for item in term.wordings)
        assert all(item.source in PAGE for item in term.wordings)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_every_example_makes_a_report(tmp_path: Path, number: int) -> None:
    own = EXAMPLES[number].replace("../tinh/", "")
    if "tỉnh Ví Dụ" in own:
        files = {"don-vi.yaml": f"{IDENTITY}cap_tren: tinh.yaml\n", "tinh.yaml": own}
    else:
        typed = set(re.findall(r"^(\w+):", own, re.MULTILINE))
        rest = (line for line in IDENTITY.splitlines() if line.partition(":")[0] not in typed)
        files = {"don-vi.yaml": "\n".join((own, *rest)), "tinh/don-vi.yaml": PROVINCE, "2025.yaml": DATA}
        files["don-vi.yaml"] = files["don-vi.yaml"].replace("cap_tren: ", "cap_tren: tinh/")
    for name, text in (files | {"2025.yaml": DATA}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    report = baocao.make_report(tmp_path / "2025.yaml")
    profiles = ("don-vi.yaml", "tinh.yaml")
    assert [item for item in report.findings if item.where.file.endswith(profiles)] == []
    assert report.data is not None


def test_the_profiles_above_are_among_the_files_a_report_is_made_from(tmp_path: Path) -> None:
    (tmp_path / "tinh.yaml").write_text(PROVINCE, encoding="utf-8")
    (tmp_path / "don-vi.yaml").write_text(f"{IDENTITY}cap_tren: tinh.yaml\n", encoding="utf-8")
    (tmp_path / "2025.yaml").write_text(DATA, encoding="utf-8")
    inputs = baocao.make_report(tmp_path / "2025.yaml").inputs
    assert {tmp_path / name for name in ("2025.yaml", "don-vi.yaml", "tinh.yaml")} <= set(inputs)
