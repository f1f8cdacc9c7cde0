"""What `baocao mau xem` shows, and what of a pack's layers reaches the report: blocks, fragments, remarks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from packs_kit import MANIFEST, make, packs

from baocao.authoring.compose import compose
from baocao.cli import run
from baocao.errors import DataError, PackError
from baocao.lint import lint_pack
from baocao.overview import Piece, overview
from baocao.packs.finder import find_pack
from baocao.packs.pack import Origin
from baocao.produce import inputs_of, open_source, pack_template, produce
from baocao.render import render, to_bytes
from baocao.template.sources import layer_sources
from small_docx import p, package, paragraphs

__all__ = ["packs"]

PROFILE = """ten: Ủy ban nhân dân xã Tân Hồng
cap: xa
dia_danh: Tân Hồng
ky_hieu: UBND
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
"""
DATA = "goi: goi-thu\ndon_vi: don-vi.yaml\nky: {nam: 2025}\nso_lieu: {a: {b: {mot: 5, hai: 7}}}\n"


def blocks(text: str, *names: str) -> str:
    """Blocks of one paragraph each."""
    return "".join(
        f"{p(f'{{%p block {name} %}}')}{p(f'{text} {name}')}{p('{%p endblock %}')}" for name in names
    )


BASE = package(blocks("gốc", "mot", "hai", "ba", "bon") + p('{%p include "ky" %}'))


def over(text: str, *names: str) -> bytes:
    """A template that changes some blocks of goi-thu."""
    return package(p('{%p extends "goi-thu" %}') + blocks(text, *names))


@pytest.fixture
def units(packs: Path) -> Path:
    """goi-thu with a template, changed by a province, a commune below it and a folder of the command line."""
    levels = {
        "lenh/sua": over("lệnh", "mot"),
        "xa/mau/goi-thu": over("xã", "mot", "hai"),
        "tinh/mau/goi-thu": over("tỉnh", "mot", "hai", "ba"),
        "builtin/goi-thu": BASE,
    }
    for folder, template in levels.items():
        (packs / folder).mkdir(parents=True, exist_ok=True)
        (packs / folder / "mau.docx").write_bytes(template)
    (packs / "lenh" / "sua" / "goi.yaml").write_text("ma: goi-thu\n", encoding="utf-8")
    for folder, text in {"tinh/mau/_manh": "ký của tỉnh", "builtin/_manh": "ký"}.items():
        (packs / folder).mkdir(parents=True)
        (packs / folder / "ky.docx").write_bytes(package(p(text)))
    (packs / "tinh" / "don-vi.yaml").write_text(PROFILE.replace("xã Tân Hồng", "tỉnh"), encoding="utf-8")
    (packs / "xa" / "don-vi.yaml").write_text(PROFILE + "cap_tren: ../tinh/don-vi.yaml\n", encoding="utf-8")
    (packs / "xa" / "so-lieu.yaml").write_text(DATA, encoding="utf-8")
    return packs


def printed(name: str, *folders: Path) -> list[str]:
    """The paragraphs that the pack's template prints."""
    template = pack_template(find_pack(name, folders))
    return [text for text in paragraphs(to_bytes(render(template, {}))) if text]


def test_each_block_and_fragment_comes_from_the_most_specific_level(units: Path) -> None:
    xa, tinh = units / "xa", units / "tinh"
    assert printed("lenh/sua", xa, tinh) == ["lệnh mot", "xã hai", "tỉnh ba", "gốc bon", "ký của tỉnh"]
    assert printed("goi-thu", xa, tinh) == ["xã mot", "xã hai", "tỉnh ba", "gốc bon", "ký của tỉnh"]
    assert printed("goi-thu", tinh) == ["tỉnh mot", "tỉnh hai", "tỉnh ba", "gốc bon", "ký của tỉnh"]
    assert printed("goi-thu") == ["gốc mot", "gốc hai", "gốc ba", "gốc bon", "ký"]


def test_the_overview_names_the_file_of_each_block_and_fragment(units: Path) -> None:
    seen = overview("lenh/sua", units / "xa" / "don-vi.yaml")
    tinh, builtin = units / "tinh" / "mau", units / "builtin"
    assert {item.name: item for item in seen.blocks} == {
        "mot": Piece("mot", Path("lenh/sua/mau.docx"), Origin.COMMAND),
        "hai": Piece("hai", units / "xa" / "mau" / "goi-thu" / "mau.docx", Origin.UNIT),
        "ba": Piece("ba", tinh / "goi-thu" / "mau.docx", Origin.PARENT),
        "bon": Piece("bon", builtin / "goi-thu" / "mau.docx", Origin.BUILTIN),
    }
    assert seen.fragments == (Piece("ky", tinh / "_manh" / "ky.docx", Origin.PARENT),)


def test_fragments_are_read_only_when_asked_for_and_never_written_over(units: Path) -> None:
    unused = units / "builtin" / "_manh" / "khong-dung.docx"
    unused.write_bytes(b"khong phai Word")
    pack = find_pack("goi-thu", units / "xa")
    assert pack_template(pack).findings == ()
    seen = overview("goi-thu", units / "xa" / "don-vi.yaml")
    assert {item.name: item.used for item in seen.fragments} == {"ky": True, "khong-dung": False}
    assert unused in inputs_of(open_source(units / "xa" / "so-lieu.yaml"), pack)


def test_a_template_based_on_another_pack_extends_it(units: Path) -> None:
    own = make(units / "xa" / "mau" / "goi-xa", "ma: goi-xa\ndua_tren: goi-thu\nphien_ban: 1\n", None)
    assert printed("goi-xa", units / "xa") == ["xã mot", "xã hai", "gốc ba", "gốc bon", "ký"]
    (own / "mau.docx").write_bytes(over("riêng", "bon"))
    assert printed("goi-xa", units / "xa") == ["xã mot", "xã hai", "gốc ba", "riêng bon", "ký"]


def test_what_extends_a_based_pack_without_a_template_extends_its_base(units: Path) -> None:
    make(units / "tinh" / "mau" / "goi-tinh", "ma: goi-tinh\ndua_tren: goi-thu\nphien_ban: 1\n", None)
    own = make(units / "xa" / "mau" / "goi-tinh", "ma: goi-tinh\n", None)
    (own / "mau.docx").write_bytes(package(p('{%p extends "goi-tinh" %}') + blocks("riêng", "bon")))
    xa, tinh = units / "xa", units / "tinh"
    assert printed("goi-tinh", xa, tinh) == ["xã mot", "xã hai", "tỉnh ba", "riêng bon", "ký của tỉnh"]
    assert compose(layer_sources(find_pack("goi-tinh", (xa, tinh)))).sources["bon"] == str(own / "mau.docx")
    assert lint_pack(find_pack("goi-tinh", (xa, tinh))) == ()
    (own / "mau.docx").write_bytes(package(p('{%p extends "goi-khac" %}') + blocks("riêng", "bon")))
    with pytest.raises(PackError) as caught:
        printed("goi-tinh", xa, tinh)
    assert [item.code for item in caught.value.findings] == ["goi-cha-khong-co"]


def test_a_remark_about_the_pack_reaches_the_report_and_stops_nothing(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (units / "xa" / "mau" / "goi-thu" / "goi.yaml").write_text('lam_cho: "0.9"\n', encoding="utf-8")
    report = produce(units / "xa" / "so-lieu.yaml")
    assert report.data is not None
    assert "goi-da-len-phien-ban" in [item.code for item in report.findings]
    assert run(["tao", "xa/so-lieu.yaml", "-o", "bao-cao.docx"]) == 0
    assert "nay gói đó là phiên bản 1.0." in capsys.readouterr().err
    assert run(["mau", "xem", "xa/so-lieu.yaml"]) == 0
    assert "Lưu ý (01)" in capsys.readouterr().err


@pytest.fixture
def changed(units: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The commune's folder, where one works; the commune and the province change some values too."""
    make(
        units / "xa" / "mau" / "goi-thu",
        "ten_loai: TỜ TRÌNH\n",
        "chi_tieu:\n  a.tong: {nhan: Tổng số}\n  a.xa: {nhan: Riêng của xã, loai: chu}\n",
    )
    make(units / "tinh" / "mau" / "goi-thu", "ten: Báo cáo của tỉnh\n", "nhom: {a: Nhóm của tỉnh}\n")
    monkeypatch.chdir(units / "xa")
    monkeypatch.setenv("COLUMNS", "400")
    return units / "xa"


def test_the_page_as_a_clerk_reads_it(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "xem", "so-lieu.yaml"]) == 0
    builtin = changed.parent / "builtin"
    pack_part, _, profile_part = capsys.readouterr().out.partition("\nHỒ SƠ ĐƠN VỊ (don-vi.yaml)\n")
    assert (
        pack_part
        == f"""Gói mẫu goi-thu, phiên bản 1.0: Báo cáo của tỉnh
Dấu * ở đầu dòng: chỗ đã sửa khác với gói, do đơn vị, cấp trên hoặc dòng lệnh.

CÁC THƯ MỤC CỦA GÓI, TRÊN ĐÈ DƯỚI
* thư mục đơn vị (goi-thu)   mau/goi-thu (goi.yaml, chi-tieu.yaml, mau.docx)
* đơn vị cấp trên (goi-thu)  ../tinh/mau/goi-thu (goi.yaml, chi-tieu.yaml, mau.docx)
  gói có sẵn (goi-thu)       {builtin}/goi-thu (goi.yaml, chi-tieu.yaml, mau.docx)

GÓI MẪU (goi.yaml)
  ma         mã gói: goi-thu
  phien_ban  phiên bản: 1.0
* ten        tên báo cáo: Báo cáo của tỉnh (thay cho: Báo cáo thử)
* ten_loai   tên loại văn bản: TỜ TRÌNH
  ky_hieu    chữ viết tắt tên loại: BC
  trich_yeu  trích yếu: Kết quả {{ky}}
  ky         kỳ báo cáo: nam
  danh_so    cách đánh số đề mục: I.; 1.; a)
  the_thuc   thể thức: nd30-2020

NHÓM CHỈ TIÊU (chi-tieu.yaml)
* a  Nhóm của tỉnh (thay cho: Nhóm A)

CHỈ TIÊU (chi-tieu.yaml): 06, đã sửa 02
* a.tong       Tổng số (số đếm)
*     nhan     Tổng số (thay cho: Tổng)
* a.xa         Riêng của xã (đoạn chữ), thêm mới
  04 chỉ tiêu  giữ nguyên của gói; thêm --tat-ca vào lệnh để xem hết

KHỐI CỦA MẪU WORD (thêm --khoi vào lệnh để xem khối nào có chữ gì)
* thư mục đơn vị (02 khối)   mau/goi-thu/mau.docx: mot, hai
* đơn vị cấp trên (01 khối)  ../tinh/mau/goi-thu/mau.docx: ba
  gói có sẵn (01 khối)       {builtin}/goi-thu/mau.docx: bon

MẢNH DÙNG CHUNG
* ky  đơn vị cấp trên, ../tinh/mau/_manh/ky.docx
"""
    )
    assert "  dia_danh                      địa danh: Tân Hồng\n" in profile_part
    assert "phong_cach.so_le" in profile_part


def test_the_page_with_all_sources(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "xem", "so-lieu.yaml", "--nguon", "--tat-ca"]) == 0
    said = capsys.readouterr().out
    builtin = changed.parent / "builtin" / "goi-thu"
    for lines in (
        "* ten        tên báo cáo: Báo cáo của tỉnh (thay cho: Báo cáo thử)\n"
        "             ← đơn vị cấp trên, ../tinh/mau/goi-thu/goi.yaml:1\n",
        "* ten_loai   tên loại văn bản: TỜ TRÌNH\n             ← thư mục đơn vị, mau/goi-thu/goi.yaml:1\n",
        f"  phien_ban  phiên bản: 1.0\n             ← gói có sẵn, {builtin}/goi.yaml:2\n",
        "  danh_so    cách đánh số đề mục: I.; 1.; a)\n             ← mặc định của chương trình\n",
        f"  a.b.hai   Hai (số đếm)\n            ← gói có sẵn, {builtin}/chi-tieu.yaml:5\n",
        f"  a.b  Nhóm B\n       ← gói có sẵn, {builtin}/chi-tieu.yaml:1\n",
    ):
        assert lines in said
    assert "địa danh: Tân Hồng\n" + " " * 32 + "← hồ sơ đơn vị, don-vi.yaml:3\n" in said
    assert "--tat-ca" not in said


def test_json_has_everything_with_its_origin(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "xem", "so-lieu.yaml", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["goi"], told["phien_ban"], told["phat_hien"]) == ("goi-thu", "1.0", [])
    assert [item["nguon"] for item in told["thu_muc"]] == ["thư mục đơn vị", "đơn vị cấp trên", "gói có sẵn"]
    values = {item["muc"]: item for item in told["gia_tri"]}
    assert values["ten"] == {
        "muc": "ten",
        "gia_tri": "Báo cáo của tỉnh",
        "nguon": "đơn vị cấp trên",
        "goi": "goi-thu",
        "tep": "../tinh/mau/goi-thu/goi.yaml",
        "dong": 1,
        "thay_cho": "Báo cáo thử",
    }
    assert values["chi_tieu.a.tong.bat_buoc"]["nguon"] == "mặc định của chương trình"
    assert {item["ten"]: item["tep"] for item in told["khoi"]}["mot"] == "mau/goi-thu/mau.docx"
    assert told["manh"] == [
        {"ten": "ky", "nguon": "đơn vị cấp trên", "tep": "../tinh/mau/_manh/ky.docx", "co_dung": True}
    ]
    place = {item["muc"]: item for item in told["ho_so"]}["dia_danh"]
    assert place == {
        "muc": "dia_danh",
        "nhan": "địa danh",
        "gia_tri": "Tân Hồng",
        "nguon": "hồ sơ đơn vị",
        "tep": "don-vi.yaml",
        "dong": 3,
        "chon_o": None,
    }


def test_what_only_says_which_pack_a_folder_is_of_changes_nothing(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = 'ma: goi-thu\ndang: 1\nlam_cho: "1.0"\nten: Báo cáo của tỉnh\nky: [nam]\n'
    (changed / "mau" / "goi-thu" / "goi.yaml").write_text(copied, encoding="utf-8")
    assert run(["mau", "xem", "so-lieu.yaml"]) == 0
    said = capsys.readouterr().out
    assert "\n  ma         mã gói: goi-thu\n" in said
    assert "\n  lam_cho    làm cho phiên bản: 1.0\n" in said
    assert "\n  ten        tên báo cáo: Báo cáo của tỉnh\n" in said
    assert "  dang " not in said


def test_the_line_of_the_signer_and_of_what_chooses_the_signer(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signers = """nguoi_ky:
  chu_tich: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}
  pho: {thay_mat: Ủy ban nhân dân, ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Đỗ Thị C}
  goi-thu: pho
"""
    (changed / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã B\ncap: xa\n" + signers, encoding="utf-8")
    assert run(["mau", "xem", "so-lieu.yaml", "--nguon"]) == 0
    assert "← hồ sơ đơn vị, don-vi.yaml:5; được chọn ở don-vi.yaml:6\n" in capsys.readouterr().out
    assert run(["mau", "xem", "so-lieu.yaml", "--json"]) == 0
    found = {item["muc"]: item for item in json.loads(capsys.readouterr().out)["ho_so"]}["nguoi_ky"]
    assert (found["dong"], found["chon_o"]) == (5, {"tep": "don-vi.yaml", "dong": 6})


def test_a_pack_named_in_a_working_folder_is_that_units(changed: Path) -> None:
    assert overview("goi-thu").pack == overview("so-lieu.yaml").pack
    assert overview("goi-thu").profile == overview("so-lieu.yaml").profile
    assert overview("goi-thu", place=changed.parent).profile == ()
    (layer,) = overview("goi-thu", place=changed.parent).pack.layers
    assert layer.origin is Origin.BUILTIN


def test_a_profile_speaks_of_the_pack_even_when_a_folder_is_named(changed: Path) -> None:
    kinds = "noi_nhan: {goi-thu: [Riêng cho gói này], khac: [Gói khác]}\n"
    (changed / "don-vi.yaml").write_text(PROFILE + kinds, encoding="utf-8")
    values = {item.key: item.value for item in overview("../lenh/sua").profile}
    assert values["noi_nhan"] == "Riêng cho gói này"


def test_a_pack_that_is_the_units_own_has_nothing_changed(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = make(changed / "mau" / "goi-rieng", MANIFEST.replace("goi-thu", "goi-rieng"))
    (own / "mau.docx").write_bytes(BASE)
    assert run(["mau", "xem", "goi-rieng"]) == 0
    said = capsys.readouterr().out
    assert "CHỈ TIÊU (chi-tieu.yaml): 05, đã sửa 00\n" in said
    assert [line for line in said.splitlines() if line.startswith("*")] == [
        "* ky  đơn vị cấp trên, ../tinh/mau/_manh/ky.docx"
    ]


def test_a_broken_template_is_told_below_what_could_be_read(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (changed / "mau" / "goi-thu" / "mau.docx").write_bytes(package(p("{%p if a %}")))
    assert run(["mau", "xem", "goi-thu"]) == 3
    said = capsys.readouterr()
    assert "* ten_loai   tên loại văn bản: TỜ TRÌNH\n" in said.out
    assert "KHỐI CỦA MẪU WORD" not in said.out
    assert "Phải sửa (01)" in said.err


def test_what_cannot_be_shown(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PackError):
        overview("goi-khac")
    with pytest.raises(DataError):
        overview("khong-co.yaml")
    assert run(["mau", "xem", "goi-khac"]) == 3
    assert run(["mau", "xem", "khong-co.yaml"]) == 1
    assert run(["mau", "xem"]) == 1
    capsys.readouterr()


def test_what_was_typed_does_not_steer_the_terminal(
    changed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (changed / "mau" / "goi-thu" / "goi.yaml").write_text('ten_loai: "A\\e[31mB"\n', encoding="utf-8")
    assert run(["mau", "xem", "goi-thu"]) == 0
    assert "tên loại văn bản: A [31mB\n" in capsys.readouterr().out


def test_the_list_of_packs_in_a_working_folder(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make(changed / "mau" / "goi-rieng", MANIFEST.replace("goi-thu", "goi-rieng"))
    make(changed / "mau" / "goi-xa", "ma: goi-xa\nphien_ban: 2\ndua_tren: goi-thu\n", None)
    assert run(["mau", "ds"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "GÓI        PHIÊN BẢN  NGUỒN                                  TÊN BÁO CÁO",
        "───        ─────────  ─────                                  ───────────",
        "goi-rieng  1.0        thư mục đơn vị                         Báo cáo thử",
        "goi-thu    1.0        gói có sẵn, đơn vị và cấp trên có sửa  Báo cáo của tỉnh",
        "goi-xa     2          thư mục đơn vị, dựa trên goi-thu       Báo cáo của tỉnh",
    ]
    assert run(["mau", "ds", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[1] == {
        "ma": "goi-thu",
        "phien_ban": "1.0",
        "ten": "Báo cáo của tỉnh",
        "nguon": "gói có sẵn",
        "sua_boi": ["thư mục đơn vị", "đơn vị cấp trên"],
        "dua_tren": "",
        "lay_chi_tieu": {},
        "lay_cac_nam": [],
    }
