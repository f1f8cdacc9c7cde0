"""The public Python API: a few lines, the same result as the command line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import baocao


def test_every_public_name_is_there_and_typed() -> None:
    assert sorted(baocao.__all__) == baocao.__all__ == dir(baocao)
    assert all(getattr(baocao, name) is not None for name in baocao.__all__)
    with pytest.raises(AttributeError):
        baocao.khong_co  # noqa: B018


def test_a_report_in_a_few_lines(samples: Path, tmp_path: Path) -> None:
    pack = baocao.load_pack("cchc-nam")
    data = baocao.read_data(samples / "xa-mau" / "2025.yaml")
    report = baocao.make_report(data, pack=pack, draft=True)
    assert report.save(tmp_path / "a.docx") == tmp_path / "a.docx"
    assert (tmp_path / "a.docx").read_bytes() == report.to_bytes()
    assert baocao.check_docx(report.to_bytes()) == ()


def test_a_mapping_is_data_too(samples: Path) -> None:
    data = {
        "goi": "cchc-nam",
        "don_vi": str(samples / "xa-mau" / "don-vi.yaml"),
        "ky": {"nam": 2025},
        "van_ban": {"so": 5, "ngay": "05/12/2025"},
        "so_lieu": {"tthc": {"tiep_nhan": 1200, "da_giai_quyet": 1180}},
    }
    report = baocao.make_report(data)
    assert [item.code for item in report.findings if item.level is baocao.Severity.ERROR] == []
    assert report.file_name.startswith("05-BC-UBND-")


def test_data_that_cannot_become_a_report_tells_why(samples: Path) -> None:
    report = baocao.make_report({"goi": "cchc-nam"})
    assert report.data is None
    with pytest.raises(baocao.DataError) as caught:
        report.to_bytes()
    assert caught.value.findings == report.findings != ()


def test_findings_and_errors_survive_a_process_pool(samples: Path) -> None:
    findings = baocao.check_data(samples / "tan-hong" / "2023.yaml")
    assert pickle.loads(pickle.dumps(findings)) == findings
    error = baocao.DataError(findings)
    assert pickle.loads(pickle.dumps(error)).findings == findings


def test_an_unknown_pack_is_an_error_of_the_pack() -> None:
    with pytest.raises(baocao.PackError) as caught:
        baocao.load_pack("cchc-namm")
    assert "cchc-nam" in caught.value.findings[0].remedy
