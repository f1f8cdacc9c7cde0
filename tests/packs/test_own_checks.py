"""Section `kiem_tra` and the attributes that make rules: what is read, laid over, shown, and what is told."""

# ruff: noqa: E501, F401, F811 - a catalogue entry stands on one line; the fixture of packs_kit

from __future__ import annotations

from pathlib import Path

import pytest
from packs_kit import CATALOGUE, make, packs

from baocao.errors import PackError, Severity
from baocao.packs.catalogue import Check
from baocao.packs.finder import find_pack
from baocao.packs.origins import pack_origins
from baocao.packs.rules import RuleKind

CHECKS = """kiem_tra:
  mot_it_hon_hai: {nhan: Một không quá hai, cong_thuc: a.b.mot <= a.b.hai, muc_do: loi}
  cot_bang_tong:
    cong_thuc: "a.ds[].so = a.b.mot + a.b.hai"
"""
ROWS = """  a.bang: {nhan: Bảng, loai: danh_sach, truong: {nhan_ho_so: {nhan: Nhận, loai: dem}, xong: {nhan: Xong, loai: dem}, ten: {nhan: Tên, loai: chu}}}
"""


def load(folder: Path, text: str):
    return find_pack(make(folder / "goi-thu", catalogue=text))


def test_checks_become_rules(tmp_path: Path) -> None:
    pack = load(tmp_path, CATALOGUE + CHECKS)
    first = Check("mot_it_hon_hai", "Một không quá hai", ("a.b.mot",), ("a.b.hai",), "<=", Severity.ERROR)
    assert pack.catalogue.checks[0] == first
    own = [rule for rule in pack.catalogue.rules if rule.kind is RuleKind.OWN]
    assert [(rule.id, rule.left, rule.relation, rule.severity) for rule in own] == [
        ("mot_it_hon_hai", ("a.b.mot",), "<=", Severity.ERROR),
        ("cot_bang_tong", ("a.ds[].so",), "=", Severity.WARNING),
    ]
    assert own[1].label == "cột «Số» của «Danh sách» = «Một» + «Hai»"


def test_a_check_of_rows_names_columns(tmp_path: Path) -> None:
    checks = "kiem_tra: {can: {danh_sach: a.bang, cong_thuc: nhan_ho_so = xong}}\n"
    (rule,) = (r for r in load(tmp_path, CATALOGUE + ROWS + checks).catalogue.rules if r.kind is RuleKind.OWN)
    assert (rule.list, rule.left, rule.right) == ("a.bang", ("nhan_ho_so",), ("xong",))
    assert rule.label == "«Nhận» = «Xong»"


def test_a_units_layer_changes_or_drops_a_check(packs: Path) -> None:
    own = "kiem_tra: {mot_it_hon_hai: {muc_do: bo}, cot_bang_tong: {muc_do: thong_tin}}\n"
    make(packs / "builtin" / "goi-thu", catalogue=CATALOGUE + CHECKS)
    make(packs / "don-vi" / "mau" / "goi-thu", None, own)
    base = find_pack("goi-thu", packs / "don-vi")
    (left,) = base.catalogue.checks
    assert (left.id, left.severity) == ("cot_bang_tong", Severity.INFO)
    shown = {one.key: (one.text, one.below) for one in pack_origins(base) if one.path[0] == "kiem_tra"}
    assert shown["kiem_tra.mot_it_hon_hai.muc_do"] == ("bo", "loi")
    assert shown["kiem_tra.mot_it_hon_hai.cong_thuc"] == ("a.b.mot <= a.b.hai", "")


FAULTS = [
    ("goi-gia-tri-sai", "{cong_thuc: a.b.mot}", "kiem_tra.x.cong_thuc"),
    ("goi-gia-tri-sai", "{cong_thuc: a.b.mot = a.b.hai = a.tong}", "kiem_tra.x.cong_thuc"),
    ("goi-gia-tri-sai", "{cong_thuc: a.b.mot = a.b.hai, muc_do: nang}", "kiem_tra.x.muc_do"),
    ("goi-thieu-muc", "{nhan: Thiếu}", "kiem_tra.x"),
    ("goi-muc-la", "{cong_thuc: a.b.mot = a.b.hai, trai: a}", "kiem_tra.x.trai"),
    ("chi-tieu-khong-co", "{cong_thuc: a.b.mot = a.b.ha}", "kiem_tra.x.cong_thuc"),
    ("chi-tieu-khong-co", "{cong_thuc: so = so, danh_sach: a.sd}", "kiem_tra.x.danh_sach"),
    ("chi-tieu-khong-co", "{cong_thuc: so = a.tong, danh_sach: a.ds}", "kiem_tra.x.cong_thuc"),
    ("chi-tieu-khong-phai-so", '{cong_thuc: "a.b.mot = a.ds[].ten"}', "kiem_tra.x.cong_thuc"),
]


@pytest.mark.parametrize(("code", "check", "key"), FAULTS)
def test_faults_of_a_check(tmp_path: Path, code: str, check: str, key: str) -> None:
    with pytest.raises(PackError) as told:
        load(tmp_path, f"{CATALOGUE}kiem_tra:\n  x: {check}\n")
    (found,) = told.value.findings
    assert (found.code, found.where.key, found.where.line) == (code, key, 9)


ATTRIBUTES = [
    ("chi-tieu-khong-co", "  a.x: {nhan: X, loai: dem, bang_ky_truoc: a.tnog}\n", "a.x.bang_ky_truoc"),
    ("chi-tieu-lech-loai", "  a.x: {nhan: X, loai: ty_le, bang_ky_truoc: a.tong}\n", "a.x.bang_ky_truoc"),
    ("chi-tieu-lech-loai", "  a.x: {nhan: X, loai: dem, ngay_thuoc: ky}\n", "a.x.ngay_thuoc"),
    ("goi-gia-tri-sai", "  a.x: {nhan: X, loai: ngay, ngay_thuoc: nam}\n", "a.x.ngay_thuoc"),
    (
        "chi-tieu-cot-khong-co",
        "  a.x: {nhan: X, loai: danh_sach, truong: {so: {nhan: S, loai: dem, bang_ky_truoc: a.tong}}}\n",
        "a.x.truong.so",
    ),
]


@pytest.mark.parametrize(("code", "entry", "key"), ATTRIBUTES)
def test_faults_of_the_attributes(tmp_path: Path, code: str, entry: str, key: str) -> None:
    with pytest.raises(PackError) as told:
        load(tmp_path, CATALOGUE + entry)
    (found,) = told.value.findings
    assert (found.code, found.where.key) == (code, key)


def test_every_rule_of_the_built_in_pack_has_an_id_of_its_own_and_known_names() -> None:
    catalogue = find_pack("cchc-nam").catalogue
    rules = catalogue.rules
    assert len({rule.id for rule in rules}) == len(rules)
    for rule in rules:
        names = {field.id for field in catalogue[rule.list].fields} if rule.list else catalogue
        dated = rule.kind in (RuleKind.DATES, RuleKind.WINDOW)
        for term in rule.left if dated else rule.terms:
            assert term.partition("[].")[0] in names, rule.id
        assert "«" in rule.label or rule.kind in (RuleKind.OWN, RuleKind.WINDOW)
