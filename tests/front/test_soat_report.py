"""`baocao soat` on finished reports: told by content, many in a run, remarks in groups, copies to read."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from front_kit import SAMPLES
from lxml import html

from audit_hand import ERROR, INFO, WARNING, audited, judged, quantity, remark
from baocao.audit.verdicts import FaultKind, Verdict
from small_docx import p, package
from workplace_kit import Clerk

TEXT = "I. KẾT QUẢ\n\nĐã giải quyết 90/100 hồ sơ, đạt 91%. Tiếp nhận 30 PAKN, giảm 3.\n"
BODY = p("I. KẾT QUẢ") + p("Đã giải quyết 90/100 hồ sơ, đạt 91%. Tiếp nhận 30 PAKN, giảm 3.")
CLEAN = "Đã giải quyết 90/100 hồ sơ, đạt 90%.\n"


def by_hand(document):
    """Two faults and a verdict, in any document that has the words."""
    said = " ".join(item.text for item in document.passages)
    if "đạt 91%" not in said:
        return audited(document)
    return audited(
        document,
        remark(document, "PAKN", "«PAKN» chưa được giải thích.", INFO, FaultKind.ABBREVIATION),
        remark(document, "giảm 3", "«giảm 3» không rõ so với số nào.", WARNING, FaultKind.DIFFERENCE),
        remark(document, "đạt 91%", "«đạt 91%» sai: 90 : 100 = 90%.", ERROR),
        right=[
            judged(document, "90/100 hồ sơ", "90 < 100"),
            judged(document, "đạt 91%", "90 : 100 = 90%", Verdict.WRONG),
            judged(document, "30 PAKN", "", Verdict.UNVERIFIABLE),
        ],
        unread=[quantity(document, "30", 30)],
    )


@pytest.fixture
def hand(monkeypatch):
    """The commands get audits written by hand: what is tested here is how they are told."""
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=by_hand))


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys, hand):
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("a.docx").write_bytes(package(BODY))
    Path("sach.txt").write_text(CLEAN, encoding="utf-8")
    return Clerk(capsys)


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


def test_the_marked_copy_has_a_comment_for_each_remark(clerk):
    assert clerk.run("soat", "a.docx", "--danh-dau", "b.docx") == 1
    assert clerk.out.splitlines()[-1] == "Bản đánh dấu: b.docx"
    with zipfile.ZipFile("b.docx") as made:
        assert made.read("word/comments.xml").count(b"<w:comment ") == 3
    assert clerk.run("soat", "a.docx", "--danh-dau", "b.docx") == 4
    assert clerk.run("soat", "a.docx", "--danh-dau", "b.docx", "--ghi-de") == 1
    assert clerk.run("soat", "a.docx", "--danh-dau", "a.docx", "--ghi-de") == 4


def test_a_good_report_gets_no_marked_copy(clerk):
    Path("sach.docx").write_bytes(package(p("Tiếp nhận 12 hồ sơ.")))
    assert clerk.run("soat", "sach.docx", "--danh-dau", "b.docx") == 0
    assert clerk.out.splitlines()[-1] == "Không ghi bản đánh dấu: không có gì phải đánh dấu."
    assert not Path("b.docx").exists()


def test_only_a_word_file_can_be_marked(clerk):
    assert clerk.run("soat", "a.txt", "--danh-dau", "b.docx", "--html", "b.html") == 2
    assert clerk.out == ""
    assert "a.txt không phải tệp Word" in clerk.err
    assert "--html" in clerk.err
    assert not Path("b.docx").exists()
    assert not Path("b.html").exists()


@pytest.mark.parametrize("option", [("--danh-dau", "b.docx"), ("--html", "b.html")])
def test_copies_are_of_one_report(clerk, option):
    shutil.copytree(SAMPLES / "tan-hong", "tan-hong")
    for files in (("a.docx", "a.txt"), ()):
        assert clerk.run("soat", *files, *option) == 2
        assert "đúng một tệp báo cáo; nhiều tệp thì chạy từng tệp một" in clerk.err
    for file, kind in (("tan-hong/2023.yaml", "tệp số liệu"), ("tan-hong", "thư mục")):
        assert clerk.run("soat", file, *option) == 2
        assert f"{file} là {kind}; {option[0]} chỉ dùng cho báo cáo" in clerk.err
        assert clerk.out == ""
    assert not Path(option[1]).exists()


def test_nothing_is_written_for_a_file_that_cannot_be_read(clerk):
    Path("hong.docx").write_bytes(b"PK\x03\x04 cut")
    assert clerk.run("soat", "hong.docx", "--danh-dau", "b.docx", "--html", "b.html") == 1
    assert not Path("b.docx").exists()
    assert not Path("b.html").exists()


def test_the_page_is_written_and_named(clerk):
    assert clerk.run("soat", "a.txt", "--html", "b.html", "--json") == 1
    assert json.loads(clerk.out)["da_ghi"] == ["b.html"]
    made = html.parse("b.html").getroot()
    assert made.find(".//h1").text == "Soát a.txt"
    assert clerk.run("soat", "a.txt", "--html", "trang.txt") == 4


def test_without_a_file_the_newest_data_is_audited(tmp_path, clerk):
    assert clerk.run("khoi-tao", "xa", "--ten", "Ủy ban nhân dân xã A", "--nam", "2026") == 0
    assert clerk.run("soat", "xa") == 1
    assert "xa/so-lieu/2026.yaml:" in clerk.out


def test_what_was_typed_cannot_steer_the_terminal(clerk):
    Path("x.txt").write_text("Thấy \x1b[31m90/100 hồ sơ\x07, đạt 91%, giảm 3, 30 PAKN.\n", encoding="utf-8")
    clerk.run("soat", "x.txt", "--ca-dung")
    assert "\x1b" not in clerk.out + clerk.err
    assert "\x07" not in clerk.out + clerk.err


def test_a_copy_needs_the_name_of_a_file(clerk):
    Path("ket-qua").mkdir()
    assert clerk.run("soat", "a.txt", "--html", "ket-qua") == 2
    assert "ket-qua là thư mục. Gõ thêm tên tệp, ví dụ: --html" in clerk.err
    assert "soat.html" in clerk.err


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


def test_options_of_data_are_told_to_do_nothing_for_reports(clerk):
    shutil.copytree(SAMPLES / "tan-hong", "tan-hong")
    clerk.run("soat", "a.txt", "--mau", "khong-co", "--nghiem-ngat")
    assert clerk.err.startswith("Lưu ý: --mau, --nghiem-ngat chỉ dùng cho tệp số liệu")
    clerk.run("soat", "a.txt", "tan-hong/2023.yaml", "--nghiem-ngat")
    assert clerk.err == ""


def test_json_keeps_its_form_when_a_copy_cannot_be_written(clerk):
    Path("b.html").write_text("x", encoding="utf-8")
    assert clerk.run("soat", "a.txt", "--html", "b.html", "--json") == 4
    said = json.loads(clerk.out)
    assert (said["dat"], said["cac_tep"], [item["ma"] for item in said["phat_hien"]]) == (
        False,
        [],
        ["tep-da-co"],
    )


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
