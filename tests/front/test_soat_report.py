"""`baocao soat` on finished reports: what is told, as text and as JSON."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from front_kit import SAMPLES
from soat_kit import beside_reports

from audit_hand import INFO, WARNING, audited, remark
from baocao.audit.verdicts import FaultKind


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys):
    """A clerk beside reports whose audits are written by hand: what is tested is how they are told."""
    monkeypatch.chdir(tmp_path)
    return beside_reports(monkeypatch, capsys)


def test_remarks_are_told_gravest_first_with_place_confidence_and_remedy(clerk):
    assert clerk.run("soat", "a.docx") == 1
    assert clerk.err == ""
    assert clerk.out.splitlines() == [
        "Phải sửa: số liệu (01)",
        "  • đoạn 2 (mục I. KẾT QUẢ): «đạt 91%» sai: 90 : 100 = 90%. (chắc chắn)",
        "    → Sửa lại lệnh rồi chạy lại.",
        "Nên xem lại: số liệu (01)",
        "  • đoạn 2 (mục I. KẾT QUẢ): «giảm 3» không rõ so với số nào. (chắc chắn)",
        "    → Sửa lại lệnh rồi chạy lại.",
        "Lưu ý: cách viết (01)",
        "  • đoạn 2 (mục I. KẾT QUẢ), gần chữ «Tiếp nhận 30 PAKN, giảm 3.»: «PAKN» chưa được giải thích.",
        "    → Sửa lại lệnh rồi chạy lại.",
        "a.docx: 01 lỗi phải sửa, 01 điểm nên xem lại, 01 lưu ý; "
        "đã tính lại 02 chỗ có số: khớp 01, sai 01; chưa kiểm được 01.",
    ]


def test_the_same_remark_on_words_is_told_once_and_the_same_remedy_too(clerk, monkeypatch):
    def twice(document):
        doubled = [
            remark(document, words, "«là là» gõ lặp.", WARNING, FaultKind.DOUBLED) for words in ("90", "PAKN")
        ]
        rates = [remark(document, words, "Sai.", WARNING) for words in ("91", "30")]
        return audited(document, *doubled, *rates)

    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=twice))
    clerk.run("soat", "a.docx")
    assert clerk.out.splitlines()[:-1] == [
        "Nên xem lại: số liệu (02)",
        "  • đoạn 2 (mục I. KẾT QUẢ): Sai. (chắc chắn)",
        "  • đoạn 2 (mục I. KẾT QUẢ): Sai. (chắc chắn)",
        "    → Sửa lại lệnh rồi chạy lại.",
        "Nên xem lại: cách viết (02)",
        "  • đoạn 2 (mục I. KẾT QUẢ) (02 chỗ), gần chữ «Đã giải quyết 90/100 hồ sơ, đạt»: «là là» gõ lặp.",
        "    → Sửa lại lệnh rồi chạy lại.",
    ]


def test_a_report_without_faults_is_good(clerk):
    assert clerk.run("soat", "sach.txt") == 0
    assert clerk.err == ""
    assert clerk.out == "sach.txt: không có gì phải sửa; không có chỗ nào để tính lại.\n"


def test_what_was_found_right_is_told_when_asked(clerk):
    clerk.run("soat", "a.txt", "--ca-dung")
    said = clerk.out.splitlines()
    assert said[said.index("Đã tính lại, số khớp (01)") : -1] == [
        "Đã tính lại, số khớp (01)",
        "  dòng 3, đoạn 2 (mục I. KẾT QUẢ)",
        "    - «90/100 hồ sơ»: 90 < 100",
        "Chưa kiểm được vì câu không ghi đủ số (01)",
        "  dòng 3, đoạn 2 (mục I. KẾT QUẢ)",
        "    - «30 PAKN»",
        "Số không nằm trong phép tính nào (01)",
        "  dòng 3, đoạn 2 (mục I. KẾT QUẢ)",
        "    - …hồ sơ, đạt 91%. Tiếp nhận «30» PAKN, giảm 3.",
    ]


def test_json_has_words_place_and_kind_of_every_remark(clerk):
    assert clerk.run("soat", "a.docx", "--json", "--ca-dung") == 1
    said = json.loads(clerk.out)
    (entry,) = said["cac_tep"]
    assert (said["tep"], said["dat"], said["phat_hien"]) == ("a.docx", False, entry["phat_hien"])
    assert (entry["loai"], entry["so_chua_doc"]) == ("bao-cao", 1)
    assert entry["da_kiem"] == {"dung": 1, "sai": 1, "cat-bot": 0, "can-xem": 0, "khong-kiem-duoc": 1}
    first = said["phat_hien"][0]
    assert (first["muc_do"], first["loai"], first["do_chac"], first["cho_khac"]) == (
        "loi",
        "rate",
        "chắc chắn",
        [],
    )
    assert first["cho"] == {
        "noi": "đoạn 2 (mục I. KẾT QUẢ)",
        "chu": "đạt 91%",
        "doan": 2,
        "tu": 28,
        "den": 35,
    }
    assert first["vi_tri"]["anchor"] == "word/document.xml#1"
    assert [item["ket_qua"] for item in entry["cau"]] == ["dung", "sai", "khong-kiem-duoc"]
    assert entry["cau"][0]["cac_so"][0]["vai"] == "rate"
    assert entry["chua_doc"][0]["gia_tri"] == "30"


def test_json_without_ca_dung_leaves_the_statements_out(clerk):
    clerk.run("soat", "a.docx", "--json")
    assert not {"cau", "chua_doc"} & json.loads(clerk.out)["cac_tep"][0].keys()


def test_what_was_typed_cannot_steer_the_terminal(clerk):
    Path("x.txt").write_text("Thấy \x1b[31m90/100 hồ sơ\x07, đạt 91%, giảm 3, 30 PAKN.\n", encoding="utf-8")
    clerk.run("soat", "x.txt", "--ca-dung")
    assert "\x1b" not in clerk.out + clerk.err
    assert "\x07" not in clerk.out + clerk.err


def test_options_of_data_are_told_to_do_nothing_for_reports(clerk):
    shutil.copytree(SAMPLES / "tan-hong", "tan-hong")
    clerk.run("soat", "a.txt", "--mau", "khong-co", "--nghiem-ngat")
    assert clerk.err.startswith("Lưu ý: --mau, --nghiem-ngat chỉ dùng cho tệp số liệu")
    clerk.run("soat", "a.txt", "tan-hong/2023.yaml", "--nghiem-ngat")
    assert clerk.err == ""


def test_a_report_with_days_but_without_its_own_says_that_they_were_not_compared(clerk):
    Path("ngay.txt").write_text("Thực hiện Kế hoạch ngày 12/12/2025, đã họp 02 lần.\n", encoding="utf-8")
    clerk.run("soat", "ngay.txt")
    assert clerk.out.splitlines()[-1].endswith("; không thấy ngày ký nên chưa so các ngày.")


def test_further_places_of_a_remark_on_words_are_printed(clerk, monkeypatch):
    def three(document):
        places = ("Một quy định", "Ba quy định")
        told = remark(document, "Hai qui định", "Viết hai cách.", INFO, FaultKind.SPELLING, others=places)
        return audited(document, told)

    Path("b.txt").write_text("Một quy định.\n\nHai qui định.\n\nBa quy định.\n", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=three))
    clerk.run("soat", "b.txt")
    assert clerk.out.splitlines()[1] == (
        "  • dòng 3, đoạn 2; đoạn 1; đoạn 3, gần chữ «Hai qui định.»: Viết hai cách."
    )
