"""`baocao soat` knows what a file is, and what cannot be audited."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from front_kit import SAMPLES
from soat_kit import BODY, CLEAN, beside_reports

from audit_hand import audited
from small_docx import p, package


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys):
    """A clerk beside reports whose audits are written by hand: what is tested is how they are told."""
    monkeypatch.chdir(tmp_path)
    return beside_reports(monkeypatch, capsys)


def test_one_bad_file_does_not_stop_the_others(clerk):
    shutil.copytree(SAMPLES / "tan-hong", "tan-hong")
    Path("hong.docx").write_bytes(b"PK\x03\x04 cut")
    Path("trong").mkdir()
    files = ("khong-co.docx", "hong.docx", "trong", "a.txt", "tan-hong/2023.yaml", "sach.txt")
    assert clerk.run("soat", *files, "--json") == 2
    said = json.loads(clerk.out)
    assert "tep" not in said
    assert [(item["tep"], item["loai"], item["dat"]) for item in said["cac_tep"]] == [
        ("khong-co.docx", "bao-cao", False),
        ("hong.docx", "bao-cao", False),
        ("trong", "so-lieu", False),
        ("a.txt", "bao-cao", False),
        ("tan-hong/2023.yaml", "so-lieu", True),
        ("sach.txt", "bao-cao", True),
    ]
    assert len(said["phat_hien"]) == sum(len(item["phat_hien"]) for item in said["cac_tep"])
    assert clerk.run("soat", *files) == 2
    said = clerk.out.splitlines()
    assert [line for line in said if line in files] == list(files)
    assert [line for line in said if "chưa soát được." in line] == [
        f"{file}: chưa soát được." for file in files[:3]
    ]
    assert said[-1] == (
        "Cả 06 tệp: 02 tệp không có lỗi, 01 tệp có lỗi, 03 tệp chưa soát được; "
        "01 lỗi phải sửa, 03 điểm nên xem lại, 02 lưu ý."
    )


def test_a_fault_of_the_program_in_one_file_leaves_the_others_theirs(clerk, monkeypatch):
    def broken(document):
        if "91%" in document.passages[1].text:
            raise ZeroDivisionError("chia cho không")
        return audited(document)

    Path("sach.txt").write_text(f"A\n\n{CLEAN}", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=broken))
    code, (found,) = clerk.told("soat", "a.txt", "sach.txt")
    assert (code, found["ma"], found["vi_tri"]["file"]) == (70, "soat-loi-chuong-trinh", "a.txt")
    assert [item["dat"] for item in json.loads(clerk.out)["cac_tep"]] == [False, True]
    monkeypatch.setenv("BAOCAO_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        clerk.run("soat", "a.txt")


def test_a_pattern_names_its_files_but_for_locks(clerk):
    """As PowerShell hands it over; a shell of Linux names the lock among the files."""
    Path("~$a.docx").write_bytes(b"\x05Clerk")
    clerk.run("soat", "*.docx", "sach.t?t", "--json")
    assert [item["tep"] for item in json.loads(clerk.out)["cac_tep"]] == ["a.docx", "sach.txt"]
    assert clerk.run("soat", "*.docm") == 1
    assert "Không tìm thấy tệp *.docm" in clerk.out
    assert clerk.run("soat", "*.docx", "--danh-dau", "b.docx") == 1
    assert Path("b.docx").exists()


def test_data_stays_data_and_is_told_as_before(clerk):
    shutil.copytree(SAMPLES / "tan-hong", "tan-hong")
    assert clerk.run("soat", "tan-hong/2023.yaml", "--json") == 0
    said = json.loads(clerk.out)
    assert (said["tep"], said["dat"]) == ("tan-hong/2023.yaml", True)
    assert {item["ma"] for item in said["phat_hien"]} == {"ty-le-lech", "ty-le-bi-cat"}


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.yaml", b"goi: cchc-nam\n", "so-lieu"),
        ("b.txt", b"# chu\ngoi: cchc-nam\nso_lieu:\n  a: 1\n", "so-lieu"),
        ("c", b'{"goi": "cchc-nam"}', "so-lieu"),
        ("d", "Đã tiếp nhận 12 hồ sơ.".encode(), "bao-cao"),
        ("e.md", "Kỳ: tiếp nhận 12 hồ sơ.".encode(), "bao-cao"),
        ("f.xlsx", package(BODY), "bao-cao"),
        ("g.yaml", package(BODY), "bao-cao"),
        ("h.doc", package(BODY), "bao-cao"),
    ],
)
def test_content_tells_what_a_file_is(clerk, name, content, kind):
    Path(name).write_bytes(content)
    clerk.run("soat", name, "--json")
    assert json.loads(clerk.out)["cac_tep"][0]["loai"] == kind


def test_a_form_under_another_name_is_data(clerk):
    assert (
        clerk.run(
            "bieu",
            "tao",
            "cchc-nam",
            "-o",
            "bieu.xlsx",
            "--don-vi",
            str(SAMPLES / "tan-hong" / "don-vi.yaml"),
            "--ky",
            "2026",
        )
        == 0
    )
    Path("bieu.xlsx").rename("bieu.dat")
    clerk.run("soat", "bieu.dat", "--json")
    assert json.loads(clerk.out)["cac_tep"][0]["loai"] == "so-lieu"


def test_files_that_cannot_be_audited_say_what_to_do(clerk):
    Path("a.pdf").write_bytes(b"%PDF-1.7 ...")
    Path("a.rtf").write_bytes(b"{\\rtf1 a}")
    Path("a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    Path("cu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    Path("khoa.docx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    )
    Path("rong.docx").write_bytes(b"")
    for name, words in {
        "a.pdf": "Word gốc",
        "a.rtf": "Word Document (*.docx)",
        "a.png": "gõ lại",
        "cu.doc": "Word Document (*.docx)",
        "khoa.docx": "bỏ mật khẩu",
        "rong.docx": "bản gốc",
    }.items():
        code, (found,) = clerk.told("soat", name)
        assert (code, found["muc_do"]) == (1, "loi")
        assert words in found["cach_sua"]


@pytest.mark.parametrize(
    ("lock", "named"),
    [
        ("~$a.docx", " «a.docx»"),
        ("~$o-cao.docx", " «bao-cao.docx»"),
        (".~lock.a.docx#", " «a.docx»"),
        ("~$khac.docx", ""),
    ],
)
def test_the_lock_of_an_open_file_is_no_report(clerk, lock, named):
    Path("bao-cao.docx").write_bytes(package(BODY))
    Path(lock).write_bytes(b"\x05Clerk" + b" " * 157)
    code, (found,) = clerk.told("soat", lock)
    assert (code, found["ma"]) == (1, "soat-tep-khoa")
    assert found["cach_sua"].startswith(f"Soát chính tệp báo cáo{named};")


def test_a_template_is_sent_to_its_own_check(clerk):
    Path("mau cu.docx").write_bytes(package(p("Tiếp nhận {{ tthc.tiep_nhan }} hồ sơ{% if x %}.{% endif %}")))
    code, (found,) = clerk.told("soat", "mau cu.docx")
    assert (code, found["ma"], found["noi_dung"]) == (
        1,
        "soat-la-mau",
        "Tệp còn 03 chỗ là thẻ của mẫu, ví dụ «{{ tthc.tiep_nhan }}».",
    )
    assert 'baocao mau kiem-tra "mau cu.docx"' in found["cach_sua"]


def test_our_own_templates_are_told_as_templates(clerk):
    code, (found,) = clerk.told("soat", str(SAMPLES / "tan-hong" / "mau" / "cchc-nam" / "mau.docx"))
    assert (code, found["ma"]) == (1, "soat-la-mau")


def test_a_report_that_is_not_there_names_the_nearest(clerk):
    code, (found,) = clerk.told("soat", "aa.docx")
    assert (code, found["ma"]) == (1, "tep-khong-co")
    assert "«a.docx»" in found["noi_dung"]


def test_without_a_file_the_newest_data_is_audited(tmp_path, clerk):
    assert clerk.run("khoi-tao", "xa", "--ten", "Ủy ban nhân dân xã A", "--nam", "2026") == 0
    assert clerk.run("soat", "xa") == 1
    assert "xa/so-lieu/2026.yaml:" in clerk.out


def test_what_cannot_be_audited_is_no_fault_of_the_report(clerk):
    Path("cu.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    assert clerk.run("soat", "cu.doc") == 1
    assert clerk.out.splitlines()[-1] == "cu.doc: chưa soát được."
    assert clerk.run("soat", "cu.doc", "sach.txt") == 1
    assert clerk.out.splitlines()[-1] == (
        "Cả 02 tệp: 01 tệp không có lỗi, 01 tệp chưa soát được; không có gì phải sửa."
    )
    assert clerk.run("soat", "a.txt", "a.docx") == 1
    assert clerk.out.splitlines()[-1].startswith("Cả 02 tệp: 02 tệp có lỗi; 02 lỗi phải sửa")


def test_a_broken_data_file_has_faults_to_mend(clerk):
    Path("a.yaml").write_text("goi: cchc-nam\nso_lieu: [\n", encoding="utf-8")
    clerk.run("soat", "a.yaml")
    assert "chưa soát được" not in clerk.out
    assert "lỗi phải sửa" in clerk.out.splitlines()[-1]
    assert clerk.err == ""


def test_a_text_of_libreoffice_is_sent_to_word(clerk):
    with zipfile.ZipFile("bc.odt", "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr("content.xml", "<a/>")
    code, (found,) = clerk.told("soat", "bc.odt")
    assert (code, found["ma"]) == (1, "bao-cao-khac-loai")
    assert "Word Document (*.docx)" in found["cach_sua"]
    assert clerk.run("soat", "bc.odt") == 1
    assert clerk.out.count("bc.odt") == 2


def test_a_name_without_its_end_is_found(clerk):
    code, (found,) = clerk.told("soat", "sach")
    assert (code, found["ma"]) == (1, "tep-khong-co")
    assert "«sach.txt»" in found["noi_dung"]


def test_a_folder_of_reports_gets_the_command_for_all_of_them(clerk):
    Path("bao cao").mkdir()
    code, (found,) = clerk.told("soat", "bao cao")
    assert (code, found["ma"]) == (2, "khong-la-thu-muc-lam-viec")
    assert 'baocao soat "bao cao' in found["cach_sua"]
    assert found["noi_dung"].startswith("Đây là một thư mục")
