"""`baocao tao` audits what it made: nothing is told twice, no report is lost, `--khong-soat` ends it."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from front_kit import SAMPLES

from audit_hand import ERROR, INFO, WARNING, audited, judged, remark
from baocao.audit.verdicts import FaultKind
from workplace_kit import Clerk


def by_hand(document):
    """What the data's findings tell of the sample (99,15%), and three things they do not."""
    return audited(
        document,
        remark(document, "99,15%", "«99,15%» sai.", ERROR, others=("3.252",)),
        remark(document, "99,61%", "«99,61%» khác với 1.546.", WARNING, FaultKind.SAME, others=("1.546",)),
        remark(document, "134/134", "«134/134» cần xem lại.", WARNING, FaultKind.SUM),
        remark(document, "1.674", "«1.674» sai.", ERROR, FaultKind.HEDGE),
        remark(document, "PAKN", "«PAKN» chưa giải thích.", INFO, FaultKind.ABBREVIATION),
        right=[judged(document, "98,74%", "27.282 : 27.630 = 98,74%")],
    )


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=by_hand))
    shutil.copytree(SAMPLES / "tan-hong", tmp_path / "tan-hong")
    monkeypatch.chdir(tmp_path)
    return Clerk(capsys)


MAKE = ("tao", "tan-hong/2023.yaml", "-o", "a.docx")


def test_what_should_be_mended_is_told_and_the_rest_counted(clerk):
    assert clerk.run(*MAKE) == 0
    assert "«1.674» sai. (chắc chắn)" in clerk.err
    assert "«134/134» cần xem lại." in clerk.err
    assert "PAKN" not in clerk.err
    assert "Soát lại báo cáo vừa làm:\nPhải sửa: số liệu (01)\n" in clerk.err
    made, told, more = clerk.out.splitlines()
    assert made.startswith("Đã tạo a.docx (")
    assert told == (
        "Đã soát báo cáo: 01 lỗi phải sửa, 02 điểm nên xem lại, chưa kể 01 điểm về số liệu đã nêu ở trên; "
        "đã tính lại 01 chỗ có số: khớp 01."
    )
    assert more == "Còn 01 lưu ý, xem bằng lệnh: baocao soat a.docx"


def test_what_the_data_told_is_not_told_again(clerk):
    """99,61% stands in a finding of the data too, but that one says nothing of 1.546."""
    clerk.run(*MAKE)
    assert clerk.err.count("99,15% không khớp") == 1
    assert "«99,15%» sai." not in clerk.err
    clerk.run(*MAKE, "--ghi-de", "--json")
    said = json.loads(clerk.out)
    assert "ty-le-lech" in [item["ma"] for item in said["phat_hien"]]
    assert [item["noi_dung"] for item in said["soat"]["phat_hien"]] == [
        "«1.674» sai.",
        "«134/134» cần xem lại.",
        "«99,61%» khác với 1.546.",
        "«PAKN» chưa giải thích.",
    ]
    assert (said["thanh_cong"], said["tep"], said["soat"]["da_kiem"]["dung"]) == (True, ["a.docx"], 1)


def test_a_sum_that_the_data_told_is_not_told_again(clerk, monkeypatch):
    """The data says that 27.282 is more than 27.228; the report, that its parts make 27.282."""

    def of_parts(document):
        words = "các phần cộng lại 3.190 + 24.092 = 27.282, vượt tổng số 27.228."
        return audited(document, remark(document, "27.228", words, others=("3.190", "24.092")))

    file = Path("tan-hong/2023.yaml")
    text = file.read_text(encoding="utf-8")
    assert text.count("27.282") == 1
    file.write_text(text.replace("27.282", "27.228"), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=of_parts))
    clerk.run(*MAKE, "--json")
    said = json.loads(clerk.out)
    assert (said["soat"]["phat_hien"], said["soat"]["da_neu"]) == ([], 1)


def test_the_audit_can_be_left_out(clerk, monkeypatch):
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", None)
    assert clerk.run(*MAKE, "--khong-soat") == 0
    assert "soát" not in clerk.out
    assert clerk.run(*MAKE, "--khong-soat", "--ghi-de", "--json") == 0
    assert "soat" not in json.loads(clerk.out)


def test_a_data_fault_leaves_nothing_to_audit(clerk):
    file = Path("tan-hong/2023.yaml")
    file.write_text(
        file.read_text(encoding="utf-8").replace("tiep_nhan: 27.630", "tiep_nhan: x"), encoding="utf-8"
    )
    assert clerk.run(*MAKE, "--json") == 1
    assert "soat" not in json.loads(clerk.out)


def test_a_strict_run_fails_for_a_fault_of_the_report_that_the_data_did_not_tell(clerk, monkeypatch):
    file = Path("tan-hong/2023.yaml")
    text = file.read_text(encoding="utf-8")
    for rate in ('{cong_bo: "99,15%"}', '{cong_bo: "99,61%"}', '{cong_bo: "62,02%"}'):
        text = text.replace(rate, "")
    file.write_text(text, encoding="utf-8")
    monkeypatch.setitem(
        sys.modules,
        "baocao.audit.auditing",
        SimpleNamespace(audit=lambda document: audited(document, remark(document, "1.674", "«1.674» sai."))),
    )
    assert clerk.run(*MAKE) == 0
    assert clerk.run(*MAKE, "--ghi-de", "--nghiem-ngat") == 1
    assert Path("a.docx").exists()


def broken(document):
    raise ZeroDivisionError("chia cho không")


def test_a_fault_of_the_audit_itself_costs_no_report(clerk, monkeypatch):
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=broken))
    assert clerk.run(*MAKE) == 70
    assert Path("a.docx").stat().st_size > 10_000
    assert "Báo cáo đã ghi xong nhưng chưa soát được" in clerk.err
    assert "ZeroDivisionError: chia cho không" in clerk.err
    assert clerk.run(*MAKE, "--ghi-de", "--json") == 70
    said = json.loads(clerk.out)
    assert (said["thanh_cong"], said["tep"], "soat" in said) == (True, ["a.docx"], False)
    assert said["phat_hien"][-1]["ma"] == "soat-khong-xong"


def test_whoever_looks_for_the_fault_sees_it_whole(clerk, monkeypatch):
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=broken))
    monkeypatch.setenv("BAOCAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        clerk.run(*MAKE)
    assert Path("a.docx").exists()


def test_the_sample_is_told_only_what_its_data_does_not_tell(clerk, monkeypatch):
    """The two false rates and the one cut off are told at the data; the note at the wrong words is not."""
    monkeypatch.delitem(sys.modules, "baocao.audit.auditing")
    assert clerk.run(*MAKE, "--json") == 0
    said = json.loads(clerk.out)
    kinds = {item["loai"] for item in said["soat"]["phat_hien"]}
    assert "note-place" in kinds
    assert not kinds & {"rate", "no-base", "truncated"}
    assert clerk.run("soat", "a.docx", "--json") == 1
    assert {"rate", "no-base", "truncated"} & {item["loai"] for item in json.loads(clerk.out)["phat_hien"]}
