"""A figure of a roll-up tells of the units behind it; the units' figures are judged as `soat` judges them."""

from __future__ import annotations

from pathlib import Path

import pytest
from rollup_kit import codes, rolled, sent, told

from baocao.produce import produce
from workplace_kit import Clerk

RESULT = "so-lieu/2024/tong-hop.yaml"


def trace(id_: str) -> tuple[str, ...]:
    figures = produce(RESULT).figures
    assert figures is not None
    return figures.trace(id_)


@pytest.mark.usefixtures("clerk")
def test_the_trace_of_a_total_names_its_units() -> None:
    first, *units = trace("tthc.truoc_han")
    assert first.startswith(
        "«Hồ sơ giải quyết trước hạn» (tthc.truoc_han): 17.832 hồ sơ, cộng số của 12 đơn vị"
    )
    assert f", ghi tại {RESULT}, dòng " in first
    assert len(units) == 12
    assert units[1] == "  xã An Ví: 1.178 hồ sơ, tệp xa-an-vi.yaml"
    below = [line.strip() for line in trace("tthc.ty_le_giai_quyet")]
    assert "xã An Ví: 1.178 hồ sơ, tệp xa-an-vi.yaml" in below
    assert "  xã Cẩm Ví: 01 hồ sơ, tệp xa-cam-vi.yaml" in trace("bieu_ii_06[].qua_han")


@pytest.mark.usefixtures("clerk")
def test_a_total_that_was_typed_over() -> None:
    text = Path(RESULT).read_text(encoding="utf-8")
    before, mark, now = text.partition("so_lieu:")
    Path(RESULT).write_text(before + mark + now.replace("nhiem_vu: ", "nhiem_vu: 1", 1), encoding="utf-8")
    first = trace("chi_dao.nhiem_vu")[0]
    assert f"nhập tại {RESULT}, dòng " in first
    assert "; số của 12 đơn vị cộng lại là " in first


def test_no_trace_of_units_elsewhere(samples: Path) -> None:
    figures = produce(samples / "tan-hong" / "2023.yaml").figures
    assert figures is not None
    assert len(figures.trace("tthc.truoc_han")) == 1


NOW = {"tthc.ky_truoc": 5, "tthc.tiep_nhan_truc_tuyen": 10}
THEN = {"tthc.dang_giai_quyet": 90}


def test_what_old_communes_left_is_not_what_a_new_one_carried_over() -> None:
    """1 July 2025: a new commune is made of several old ones."""
    raws = [
        sent(name, NOW, ky=2025, nam_truoc=THEN, don_vi={"ten": name, "tu_ngay": "01/7/2025"})
        for name in ("xã A", "xã B")
    ]
    assert not {"ky-truoc-lech", "ky-truoc-khong-khop"} & set(codes(rolled(raws)))
    before = [sent(name, NOW, ky=2024, nam_truoc=THEN) for name in ("xã A", "xã B")]
    assert "ky-truoc-lech" in codes(rolled(before))


def test_last_years_file_of_another_year(tmp_path: Path) -> None:
    from baocao.intake.reader import read_mapping

    (tmp_path / "cu.yaml").write_text(
        "goi: cchc-nam\nky: 2021\nso_lieu: {tthc.tiep_nhan: 4}\n", encoding="utf-8"
    )
    data = {"goi": "cchc-nam", "don_vi": {"ten": "xã A"}, "ky": 2024, "so_lieu": {"tthc.tiep_nhan": 5}}
    raw = read_mapping(data | {"nam_truoc": "cu.yaml"}, file="a.yaml", folder=tmp_path)
    result = rolled([raw])
    assert "2021" in told(result, "nam-truoc-sai-nam")
    assert result.members[0].before == {}


def test_a_form_of_an_older_version_is_told(clerk: Clerk) -> None:
    from dataclasses import replace

    from baocao.intake.reader import read

    raw = read("so-lieu/2024/xa/xa-tan-vi.xlsx")
    assert raw.form is not None
    result = rolled([replace(raw, form=replace(raw.form, version="0.1"))])
    assert "bieu-goi-cu" in codes(result)
