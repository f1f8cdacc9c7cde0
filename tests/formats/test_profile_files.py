"""A new decree is a file, not code: laid over a format that ships, told in words where it does not fit."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from baocao.errors import DataError, Finding
from baocao.formats import FORMATS, Align, Mm, Pt, load_format, load_profile, profile, read
from baocao.formats.read import format_data
from baocao.formats.rules import Scope, Weight, load_rules, thawed, written_rules

DECREE = Path(__file__).with_name("nd-2030.yaml")


def laid(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "the-thuc.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path | str) -> tuple[Finding, ...]:
    with pytest.raises(DataError) as raised:
        load_profile(path)
    return raised.value.findings


def test_a_shipped_format_comes_with_all_its_rules():
    fmt, rules = load_profile(FORMATS[0])
    assert fmt is load_format(FORMATS[0])
    assert {"PG01", "QH01", "TY14", "ND01", "KY01", "VH01"} <= set(rules)


def test_numbers_texts_and_faces_of_a_new_decree():
    fmt, _ = load_profile(DECREE)
    old = load_format()
    assert (fmt.id, fmt.decree, fmt.verified) == ("nd99-2030", "99/2030/NĐ-CP", date(2030, 1, 15))
    assert (fmt.font, fmt.color) == ("Arial", "002060")
    assert (fmt.page.left.chosen, fmt.page.left.minimum, fmt.page.left.maximum) == (Mm(25), Mm(25), Mm(28))
    assert (fmt.page.bottom.minimum, fmt.page.bottom.maximum) == (None, Mm(20))
    assert fmt.page.top == old.page.top
    assert fmt.first_line.chosen == Mm(12.5)
    assert (fmt.rules.full.minimum, fmt.rules.full.maximum) == (0.4, 0.6)
    name = fmt.components["quoc_hieu"]
    assert (name.text, name.size.chosen, name.size.maximum) == ("VIỆT NAM", Pt(15), Pt(16))
    assert (name.bold, name.capitals) == (True, True)
    assert fmt.components["tieu_ngu"].italic
    assert fmt.components["so_ky_hieu"].align is Align.LEFT
    assert fmt.components["co_quan"] == old.components["co_quan"]


def test_rules_of_a_new_decree():
    _, rules = load_profile(DECREE)
    _, old = load_profile("nd30-2020")
    assert set(old) - set(rules) == {"PG02", "TN05"}
    assert rules["QH04"].weight is Weight.HINT
    assert rules["QH04"].why == old["QH04"].why
    assert (rules["PG05"].name, rules["PG05"].clause) == ("Lề trái 25 đến 28 mm", "PL I.1")
    assert rules["SO02"].parameters["mo_dau"] == "Số hiệu:"
    assert rules["CQ03"].parameters["cum_tu"]["SỞ NỘI VỤ"] == "SNV"
    assert rules["CQ03"].parameters["cum_tu"]["ỦY BAN NHÂN DÂN"] == "UBND"
    assert rules["CQ06"].parameters["viet_tat"] == ("SNV",)
    assert rules["TY12"].parameters["co"] == {"chon": 13, "tu": 12, "den": 13}
    assert rules["FN05"].scope is Scope.ELSEWHERE
    assert rules["KY01"] == old["KY01"]


def test_the_words_of_a_rule_say_what_the_format_says():
    _, rules = load_profile(DECREE)
    _, old = load_profile("nd30-2020")
    assert (old["FN01"].name, rules["FN01"].name) == (
        "Chỉ dùng phông Times New Roman",
        "Chỉ dùng phông Arial",
    )
    assert rules["QH03"].name == "Quốc hiệu cỡ chữ 15 đến 16"
    assert rules["QH03"].mend == "Bôi đen dòng Quốc hiệu, chọn cỡ chữ 15."
    assert (rules["QH03"].right, rules["QH03"].wrong) == ("Quốc hiệu cỡ 15", "Quốc hiệu cỡ 18")
    assert rules["PG04"].name == "Lề dưới không quá 20 mm"
    assert rules["PG05"].mend.endswith("gõ lề trái 25 mm.")
    assert (old["TY12"].mend, rules["TY12"].mend) == (
        "Bôi đen dòng V/v, chọn cỡ chữ 12.",
        "Bôi đen dòng V/v, chọn cỡ chữ 13.",
    )
    assert "dài từ 1/3 đến 1/2 dòng chữ" in rules["CQ08"].name
    assert old["ND05"].name == "Khoảng cách giữa các đoạn ít nhất 6 pt"


def test_no_number_of_the_format_is_written_again_in_a_rule():
    again = re.compile(
        r"[Cc]ỡ( chữ)?( từ)? \d|[Ll]ề (trên|dưới|trái|phải) \d|Times New Roman|\b6 pt|1/3 đến 1/2"
    )
    texts = {rule.id: (rule.name, rule.mend, rule.right) for rule in written_rules("nd30-2020").values()}
    of_their_own = {"PG07", "FN05"}  # margins of a sheet on its side, sizes in use: no entries of the format
    assert {ident for ident, words in texts.items() if any(map(again.search, words))} <= of_their_own
    assert not any("{" in text for rule in load_rules("nd30-2020").values() for text in (rule.name, rule.why))


def test_a_place_that_names_nothing_is_told(tmp_path):
    (fault,) = faults(
        laid(tmp_path, "quy_tac:\n  QH03:\n    sua: Chọn cỡ {thanh_phan.quoc_hieuu.co.chon}.\n")
    )
    assert (fault.code, fault.where.line) == ("the-thuc-muc-la", 2)
    assert "{thanh_phan.quoc_hieuu.co.chon}" in fault.text


def test_no_remedy_names_another_place():
    """A clerk may type what a line wants as it stands there."""
    for rule in load_rules("nd30-2020").values():
        told = (rule.mend, str(rule.parameters.get("dang", "")))
        assert not re.search("Tân Hồng|114/BC-UBND", " ".join(told)), rule.id


def test_the_shipped_format_is_never_touched():
    before = load_profile("nd30-2020")[1]["CQ03"].parameters["cum_tu"].copy()
    load_profile(DECREE)
    assert load_profile("nd30-2020")[1]["CQ03"].parameters["cum_tu"] == before


def test_a_file_may_be_empty_but_for_what_it_lies_on(tmp_path):
    fmt, rules = load_profile(laid(tmp_path, "dua_tren: nd30-2020\n"))
    assert (fmt, dict(rules)) == (load_format(), dict(load_profile("nd30-2020")[1]))


def test_an_unknown_name_names_the_nearest_one():
    (fault,) = faults("nd30-2021")
    assert fault.code == "the-thuc-khong-co"
    assert "Có phải «nd30-2020» không?" in fault.text


def test_an_unknown_base_is_told_with_its_line(tmp_path):
    (fault,) = faults(laid(tmp_path, "ma: x\ndua_tren: nd31\n"))
    assert (fault.code, fault.where.line) == ("the-thuc-khong-co", 2)


def test_a_file_that_is_not_there(tmp_path):
    assert faults(tmp_path / "khong-co.yaml")[0].code == "tep-khong-co"


def test_a_file_that_is_no_format(tmp_path):
    assert faults(laid(tmp_path, "- một\n- hai\n"))[0].code == "the-thuc-sai-kieu"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("trang: {traii: {chon: 30}}", 1),
        ("trang:\n  trai:\n    chonn: 30", 3),
        ("thanh_phan: {quoc_hieuu: {dam: true}}", 1),
        ("thanh_phan: {quoc_hieu: {damm: true}}", 1),
        ("quy_tac: {QH99: {hieu_luc: nen_xem}}", 1),
        ("quy_tac: {QH03: {hieu_lucc: nen_xem}}", 1),
        ("quy_tac: {PG08: {tham_so: {lan: 3}}}", 1),
        ("bo:\n  - PG02\n  - PG99", 3),
    ],
)
def test_a_name_that_nothing_has_is_told(tmp_path, text, line):
    (fault,) = faults(laid(tmp_path, text))
    assert (fault.code, fault.where.line) == ("the-thuc-muc-la", line)


@pytest.mark.parametrize(
    "text",
    [
        "trang: {trai: {chon: ba mươi}}",
        "trang: {trai: 30}",
        "trang: {trai: {chon: .inf}}",
        "thanh_phan: {quoc_hieu: {dam: có}}",
        "thanh_phan: {quoc_hieu: {can: trên}}",
        "thanh_phan: {quoc_hieu: {chu: [VIỆT, NAM]}}",
        "phong_chu: {mau: đen}",
        "kiem_tra_ngay: hôm nay",
        "bang_dau_van_ban: {cot: 65}",
        "bang_dau_van_ban: {cot: [65, rộng]}",
        "trang: {trai: {hieu_luc: nen_xem}}",
        "quy_tac: {QH03: {hieu_luc: bắt buộc}}",
        "quy_tac: {TY05: {tham_so: {mau: 'v\\s*(/'}}}",
        "quy_tac: {CQ03: {tham_so: {cum_tu: {SỞ: [S]}}}}",
        "bo: QH01",
        "quy_tac: [QH01]",
        "dua_tren: [nd30-2020]",
    ],
)
def test_a_value_of_another_kind_is_told(tmp_path, text):
    (fault,) = faults(laid(tmp_path, text))
    assert (fault.code, fault.where.line) == ("the-thuc-sai-kieu", 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bang_dau_van_ban: {cot: []}", "danh sách 02 số"),
        ("bang_dau_van_ban: {cot: [0, 0, 0]}", "danh sách 02 số"),
        ("quy_tac: {MK01: {tham_so: {co: []}}}", "danh sách 02 số"),
        ("quy_tac: {SL05: {tham_so: {tu_may_cho: 0}}}", "một số từ 1 đến 1000"),
        ("quy_tac: {CC05: {tham_so: {so: x}}}", "một mẫu nhận chữ có 01 nhóm (…)"),
        ("bang_khoi_ky: {cot: [0, 90]}", "một số từ 5 đến 500"),
        ("trang: {rong: {chon: 1.0e+308}}", "một số từ 50 đến 558"),
        ("trang: {rong: {chon: 0}}", "một số từ 50 đến 558"),
        ("trang: {rong: {chon: -210}}", "một số từ 50 đến 558"),
        ("trang: {trai: {chon: -30, tu: null}}", "một số từ 0 đến 300"),
        ("trang: {trai: {chon: 160, den: null}}", "rong trừ trai và phai còn ít nhất 50"),
        ("thanh_phan: {than_bai: {co: {chon: 0, tu: 0, den: 0}}}", "một số từ 5 đến 72"),
        ("quy_tac: {TY12: {tham_so: {co: {chon: 0, tu: 0, den: 0}}}}", "một số từ 5 đến 72"),
        ("than_bai: {gian_dong: {chon: 0, tu: 0, den: 0}}", "một số từ 0,5 đến 5"),
        ('phong_chu: {ten: "A\\u0001b"}', "chữ in được, không có ký tự điều khiển"),
        (f"phong_chu: {{ten: {'A' * 65}}}", "tên phông không quá 64 chữ"),
        ('thanh_phan: {quoc_hieu: {chu: "A\\uFFFEb"}}', "chữ in được, không có ký tự điều khiển"),
    ],
)
def test_what_no_sheet_or_font_can_be_is_told(tmp_path, text, wanted):
    fault = faults(laid(tmp_path, text))[0]
    assert (fault.code, fault.where.line) == ("the-thuc-sai-kieu", 1)
    assert fault.text.endswith(f"phải là {wanted}.")


def test_whatever_ships_may_be_said_again(tmp_path):
    rules = load_rules("nd30-2020")
    given = {rule.id: {"tham_so": thawed(rule.parameters)} for rule in rules.values() if rule.parameters}
    text = yaml.safe_dump({**format_data("nd30-2020"), "quy_tac": given}, allow_unicode=True)
    assert load_profile(laid(tmp_path, text)) == (load_format(), rules)


@pytest.mark.parametrize("text", ["", "\n# chưa có gì\n"])
def test_an_empty_file_is_told_as_a_format(tmp_path, text):
    (fault,) = faults(laid(tmp_path, text))
    assert fault.code == "the-thuc-tep-rong"
    assert "dua_tren: nd30-2020" in fault.remedy


def test_what_is_shared_by_the_process_cannot_be_changed():
    _, rules = load_profile(DECREE)
    for shared in (load_profile("nd30-2020")[1], rules, rules["CQ03"].parameters["cum_tu"]):
        with pytest.raises(TypeError):
            shared["QH01"] = None
    assert isinstance(rules["CQ06"].parameters["viet_tat"], tuple)


def test_a_format_that_ships_is_a_file_and_may_lie_on_another(tmp_path, monkeypatch):
    for source in (DECREE, Path(read.__file__).with_name("nd30-2020.yaml")):
        shutil.copy(source, tmp_path / source.name.replace("nd-2030", "nd99-2030"))
    assert read.shipped(tmp_path) == ("nd99-2030", "nd30-2020")
    for module in (read, profile):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
        monkeypatch.setattr(module, "FORMATS", read.shipped(tmp_path))
    fmt, rules = load_profile("nd99-2030")
    assert (fmt, rules) == load_profile(DECREE)
    assert (load_format("nd99-2030"), load_rules("nd99-2030")) == (fmt, rules)
    upon = laid(tmp_path, "dua_tren: nd99-2030\nphong_chu: {ten: Tahoma}\nbo: [PG01]\n")
    newer, kept = load_profile(upon)
    assert (newer.font, newer.color, newer.page) == ("Tahoma", fmt.color, fmt.page)
    assert set(rules) - set(kept) == {"PG01"}


@pytest.mark.parametrize("text", ["{chon: 20}", "{tu: 31}", "{chon: 40, tu: 30, den: 35}"])
def test_what_is_chosen_must_be_permitted(tmp_path, text):
    (fault,) = faults(laid(tmp_path, f"trang: {{trai: {text}}}"))
    assert fault.code == "the-thuc-ngoai-khoang"
    assert "trang.trai" in fault.text


def test_all_faults_are_told_at_once(tmp_path):
    text = "trang: {traii: 1, tren: {chon: 5}}\nthanh_phan: {quoc_hieu: {dam: 3}}\nbo: [A1]\n"
    assert [fault.code for fault in faults(laid(tmp_path, text))] == [
        "the-thuc-muc-la",
        "the-thuc-ngoai-khoang",
        "the-thuc-sai-kieu",
        "the-thuc-muc-la",
    ]
