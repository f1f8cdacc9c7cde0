"""`baocao the-thuc` as it is typed: what it prints, writes and leaves with."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from baocao.cli import run
from baocao.formats.rules import load_rules
from baocao.produce import produce

Capture = pytest.CaptureFixture[str]
SAMPLE = "tan-hong/2023.yaml"


@pytest.fixture(scope="module")
def report(samples: Path) -> bytes:
    """The report of the sample, which breaks no rule that the decree demands."""
    return produce(samples / SAMPLE).to_bytes()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def spoilt(report: bytes, spoil: Callable[[Any], None]) -> bytes:
    """The report with a change made through python-docx."""
    document = docx.Document(io.BytesIO(report))
    spoil(document)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def motto(document: Any) -> Paragraph:
    cell = document.tables[0].rows[0].cells[1]
    return next(paragraph for paragraph in cell.paragraphs if paragraph.text.startswith("Độc lập"))


def big_motto(document: Any) -> None:
    for one in motto(document).runs:
        one.font.size = Pt(16)


def narrow(document: Any) -> None:
    document.sections[0].left_margin = Pt(60)


def told(capsys: Capture, *words: str) -> tuple[int, dict[str, Any]]:
    """Exit code and the object that `--json` prints."""
    code = run(["the-thuc", *words, "--json"])
    return code, json.loads(capsys.readouterr().out)


def must(one: dict[str, Any]) -> list[str]:
    """Ids of the rules that are broken and demanded."""
    return [item["ma"] for item in one["phat_hien"] if item["nhom"] == "bat_buoc"]


def test_our_own_report_may_be_issued(report: bytes, capsys: Capture) -> None:
    Path("bao-cao.docx").write_bytes(report)
    code, said = told(capsys, "bao-cao.docx")
    assert code == 0
    assert said["dat"] is True
    one = said["cac_tep"][0]
    assert one["loai_van_ban"] == "báo cáo"
    assert not {"bat_buoc", "thong_le"} & one["dem"].keys()


def test_a_finding_says_everything(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(spoilt(report, big_motto))
    code, said = told(capsys, "a.docx")
    assert code == 1
    found = next(item for item in said["cac_tep"][0]["phat_hien"] if item["ma"] == "TN02")
    place = found.pop("vi_tri")
    assert (place["file"], place["words"]) == ("a.docx", "Độc lập - Tự do - Hạnh phúc")
    assert place["paragraph"] == "bảng 1, hàng 1, cột 2, đoạn 2"
    assert place["anchor"].startswith("word/document.xml#")
    kept = {name: found[name] for name in ("nhom", "thanh_phan", "dieu", "thay", "can", "tu_sua_duoc")}
    assert kept == {
        "nhom": "bat_buoc",
        "thanh_phan": "Tiêu ngữ",
        "dieu": "PL I.II.1.b",
        "thay": "cỡ 16",
        "can": "cỡ 13 đến 14",
        "tu_sua_duoc": True,
    }
    assert found["cach_sua"]
    assert found["vung"]


def test_it_reads_well_on_the_screen(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(spoilt(report, big_motto))
    assert run(["the-thuc", "a.docx", "--bat-buoc"]) == 1
    said = capsys.readouterr().out
    assert "Phải sửa, vì trái quy định bắt buộc" in said
    assert "  • Tiêu ngữ: cỡ 16; cần cỡ 13 đến 14 [TN02, PL I.II.1.b]\n" in said
    assert "    ở bảng 1, hàng 1, cột 2, đoạn 2 «Độc lập - Tự do - Hạnh phúc»\n" in said
    assert "Lệnh này kèm --sua tự sửa được." in said
    assert "Nên xem lại" not in said


def test_mending_writes_a_copy_that_passes(report: bytes, capsys: Capture) -> None:
    def both(document: Any) -> None:
        big_motto(document)
        narrow(document)

    before = spoilt(report, both)
    Path("a.docx").write_bytes(before)
    code, said = told(capsys, "a.docx", "--sua", "b.docx")
    assert code == 0
    assert Path("a.docx").read_bytes() == before
    one = said["cac_tep"][0]
    assert must(one) == []
    assert {"TN02", "PG05"} <= {item["ma"] for item in one["da_sua"]}
    assert one["da_ghi"] == ["b.docx"]
    code, said = told(capsys, "b.docx", "--sua", "c.docx")
    assert code == 0
    assert said["cac_tep"][0]["da_sua"] == []
    assert Path("c.docx").read_bytes() == Path("b.docx").read_bytes()


def test_marking_puts_a_comment_at_each_finding(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(spoilt(report, big_motto))
    code, said = told(capsys, "a.docx", "--danh-dau", "b.docx")
    assert code == 1
    comments = list(docx.Document("b.docx").comments)
    assert len(comments) == len(said["cac_tep"][0]["phat_hien"])
    assert comments[0].author == "baocao the-thuc"
    texts = [comment.text for comment in comments]
    assert any("Phải sửa. Tiêu ngữ: cỡ 16; cần cỡ 13 đến 14 (TN02, PL I.II.1.b)." in text for text in texts)


def test_a_folder_ends_in_a_table(report: bytes, capsys: Capture) -> None:
    folder = Path("van-ban/thang-11")
    folder.mkdir(parents=True)
    Path("van-ban/a.docx").write_bytes(report)
    (folder / "b.docx").write_bytes(spoilt(report, big_motto))
    (folder / "c.docx").write_bytes(b"PK\x03\x04 hong")
    (folder / "~$b.docx").write_bytes(b"khoa")
    assert run(["the-thuc", "van-ban"]) == 1
    rows = capsys.readouterr().out.splitlines()[-4:]
    assert [row.split()[0] for row in rows] == [
        "van-ban/a.docx",
        "van-ban/thang-11/b.docx",
        "van-ban/thang-11/c.docx",
        "Cả",
    ]
    assert rows[0].endswith("  đạt")
    assert rows[1].endswith("  chưa đạt")
    assert rows[2].endswith("  chưa đọc được")
    assert rows[3] == "Cả 03 văn bản: 01 đạt, 01 còn lỗi bắt buộc, 01 chưa soát được."


def test_many_files_are_mended_into_a_folder(report: bytes, capsys: Capture) -> None:
    for name in ("a", "b"):
        Path(f"van-ban/{name}").mkdir(parents=True)
        Path(f"van-ban/{name}/bao-cao.docx").write_bytes(spoilt(report, big_motto))
    code, said = told(capsys, "van-ban", "--sua", "da-sua")
    assert code == 0
    assert [one["da_ghi"] for one in said["cac_tep"]] == [
        ["da-sua/a/bao-cao.docx"],
        ["da-sua/b/bao-cao.docx"],
    ]
    assert told(capsys, "da-sua")[0] == 0


def profile(more: str = "") -> None:
    Path("don-vi.yaml").write_text(
        "ten: Ủy ban nhân dân huyện Tân Hồng\ncap: huyen\ndia_danh: Tân Hồng\nky_hieu: UBND\n" + more,
        encoding="utf-8",
    )


def test_a_unit_may_waive_a_rule_with_a_reason(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(spoilt(report, narrow))
    profile("the_thuc: {khong_theo: [{quy_tac: PG05, ly_do: theo mẫu cũ của tỉnh}]}\n")
    code, said = told(capsys, "a.docx")
    one = said["cac_tep"][0]
    assert (code, one["ho_so_don_vi"]) == (0, "don-vi.yaml")
    waived = next(item for item in one["phat_hien"] if item["ma"] == "PG05")
    assert (waived["nhom"], waived["ly_do_khong_theo"]) == ("khong_theo", "theo mẫu cũ của tỉnh")
    run(["the-thuc", "a.docx"])
    assert "Đơn vị không theo quy tắc này: theo mẫu cũ của tỉnh." in capsys.readouterr().out


def test_a_waiver_of_no_rule_is_told(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(report)
    profile("the_thuc: {khong_theo: [{quy_tac: TN99, ly_do: gõ nhầm}]}\n")
    run(["the-thuc", "a.docx"])
    assert "Không có quy tắc thể thức mang mã «TN99»." in capsys.readouterr().err


def test_names_are_held_against_the_profile(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(report)
    profile()
    assert told(capsys, "a.docx")[0] == 0
    text = Path("don-vi.yaml").read_text(encoding="utf-8").replace("Tân Hồng", "Tân Phước")
    Path("khac.yaml").write_text(text, encoding="utf-8")
    code, said = told(capsys, "a.docx", "--don-vi", "khac.yaml")
    assert code == 1
    assert {"CQ06", "DD09"} <= set(must(said["cac_tep"][0]))


def test_another_format_is_a_file(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(report)
    rules = "ma: rieng\nten: Thể thức riêng\ndua_tren: nd30-2020\nbo: [PG05]\n"
    Path("rieng.yaml").write_text(rules, encoding="utf-8")
    Path("b.docx").write_bytes(spoilt(report, narrow))
    assert told(capsys, "b.docx")[0] == 1
    assert told(capsys, "b.docx", "--ho-so", "rieng.yaml")[0] == 0
    assert told(capsys, "a.docx", "--ho-so", "khong-co.yaml")[0] == 1


def test_sarif_holds_the_same_results(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(spoilt(report, big_motto))
    _, said = told(capsys, "a.docx")
    assert run(["the-thuc", "a.docx", "--sarif"]) == 1
    log = json.loads(capsys.readouterr().out)["runs"][0]
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    results = [(result["ruleId"], rules[result["ruleIndex"]]) for result in log["results"]]
    assert [first for first, second in results if first != second] == []
    assert [first for first, _ in results] == [item["ma"] for item in said["cac_tep"][0]["phat_hien"]]


def test_a_rule_is_explained(capsys: Capture) -> None:
    assert run(["the-thuc", "--giai-thich", "qh03"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("QH03 · Quốc hiệu: ")
    assert [line.split(":")[0].strip() for line in lines[1:]] == [
        "Căn cứ",
        "Vì sao",
        "Cách sửa",
        "Đúng",
        "Sai",
    ]
    assert run(["the-thuc", "--giai-thich", "QH99"]) == 2
    assert "Không có quy tắc «QH99»." in capsys.readouterr().err


def test_a_rule_is_explained_to_programs(capsys: Capture) -> None:
    assert run(["the-thuc", "--giai-thich", "ky20", "--json"]) == 0
    (rule,) = json.loads(capsys.readouterr().out)["cac_quy_tac"]
    assert list(rule) == [
        "ma",
        "hieu_luc",
        "thanh_phan",
        "vung",
        "quy_tac",
        "dieu",
        "cach_sua",
        "vi_sao",
        "dung",
        "sai",
        "soat_o_cho_khac",
    ]
    assert (rule["ma"], rule["hieu_luc"]) == ("KY20", "bat_buoc")
    assert "Lưu ý" in rule["soat_o_cho_khac"]
    assert run(["the-thuc", "--giai-thich", "tat-ca", "--json"]) == 0
    every = json.loads(capsys.readouterr().out)["cac_quy_tac"]
    assert [entry["ma"] for entry in every] == list(load_rules("nd30-2020"))
    assert {entry["soat_o_cho_khac"] for entry in every if entry["ma"] == "QH03"} == {""}


@pytest.mark.parametrize(
    "words", [["a.docx", "--ho-so", "nd30-2O20"], ["--giai-thich", "QH03", "--ho-so", "nd30-2O20"]]
)
def test_a_format_that_nobody_knows_is_a_slip_of_the_command(
    words: list[str], report: bytes, capsys: Capture
) -> None:
    Path("a.docx").write_bytes(report)
    said = "Không có bộ thể thức nào tên «nd30-2O20». Có phải «nd30-2020» không? Gõ tên một bộ có sẵn"
    assert run(["the-thuc", *words]) == 2
    assert said in capsys.readouterr().err
    assert run(["the-thuc", *words, "--json"]) == 2
    (told,) = json.loads(capsys.readouterr().out)["phat_hien"]
    assert (told["ma"], said in told["noi_dung"]) == ("lenh-sai", True)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "Chưa nêu văn bản nào."),
        (["a.docx", "--json", "--sarif"], 2, "--json và --sarif không dùng cùng lúc"),
        (["--giai-thich", "QH03", "--sarif"], 2, "--sarif chỉ dùng khi soát văn bản"),
        (["--giai-thich", "QH03", "--json", "--sarif"], 2, "--json và --sarif không dùng cùng lúc"),
        (["a.docx", "b.docx", "--sua", "c.docx"], 2, "phải là một thư mục"),
        (["a.docx", "--sua", "a.docx", "--ghi-de"], 4, "là tệp mà lệnh này đang đọc"),
        (["a.docx", "--sua", "b.docx"], 4, "đã có sẵn"),
        (["a.docx", "--sua", "c.pdf"], 4, "không có đuôi"),
        (["a.docx", "--sua", "c.docm"], 4, "không có đuôi"),
        (["a.docx", "--sua", "c.docx", "--danh-dau", "./c.docx"], 2, "đặt hai tên khác nhau"),
        (["a.docx", "--sua", "dài" * 100 + ".docx"], 4, "tên quá dài"),
        (["trong"], 1, "không có văn bản Word"),
        (["khong-co.docx"], 1, "khong-co.docx"),
    ],
)
def test_what_is_typed_wrong_is_told(
    words: list[str], code: int, said: str, report: bytes, capsys: Capture
) -> None:
    Path("trong").mkdir()
    for name in ("a.docx", "b.docx"):
        Path(name).write_bytes(report)
    assert run(["the-thuc", *words]) == code
    captured = capsys.readouterr()
    assert said in captured.out + captured.err


STEERING = "a\x1b]0;x\x07"
"""What sets the title of a terminal and rings its bell, in the name of a file."""


@pytest.mark.parametrize(
    "words",
    [
        ["the-thuc", f"{STEERING}.docx", "--sua", f"{STEERING}-2.docx", "--don-vi", f"{STEERING}.yaml"],
        ["the-thuc", f"{STEERING}.docx", "b.docx", "hong.docx"],
        ["the-thuc", STEERING],
        ["the-thuc", f"{STEERING}.docx", "--ho-so", STEERING],
        ["soat", f"{STEERING}.docx", "--html", f"{STEERING}.html"],
        ["soat", f"{STEERING}.docx", f"{STEERING}-0.docx"],
        ["soat", f"{STEERING}.docx", "--danh-dau", f"{STEERING}.txt"],
        ["mau", "kiem-tra", f"{STEERING}.docx"],
        ["tao", f"{STEERING}.yaml"],
        ["bieu", "tao", "cchc-xa", "--ky", "2026", "--don-vi", f"{STEERING}.yaml", "-o", f"{STEERING}.xlsx"],
    ],
)
def test_a_name_does_not_steer_the_terminal(words: list[str], report: bytes, capsys: Capture) -> None:
    profile()
    shutil.copy("don-vi.yaml", f"{STEERING}.yaml")
    Path(STEERING).mkdir()
    for name in (f"{STEERING}.docx", "b.docx", f"{STEERING}/{STEERING}.docx", f"{STEERING}/b.rtf"):
        Path(name).write_bytes(report)
    Path("hong.docx").write_bytes(b"")
    Path(f"{STEERING}/{STEERING}.doc").write_bytes(b"")
    run(words)
    captured = capsys.readouterr()
    said = captured.out + captured.err
    assert "a]0;x" in said
    assert {"\x1b", "\x07"}.isdisjoint(said)


def test_samples_of_every_kind_may_be_issued(samples: Path, capsys: Capture) -> None:
    sources = {
        "xa-mau": ("xa-mau/2025.yaml", True),
        "phuong": ("phuong-mot-khoi/so-lieu/2025.yaml", False),
        "rieng": ("xa-mau-rieng/so-lieu/2025.yaml", False),
        "huyen": ("huyen-mau/so-lieu/2024/huyen.yaml", False),
    }
    for name, (path, draft) in sources.items():
        if (samples / path).exists():
            Path(f"{name}.docx").write_bytes(produce(samples / path, draft=draft).to_bytes())
    shutil.rmtree("trong", ignore_errors=True)
    code, said = told(capsys, *sorted(map(str, Path().glob("*.docx"))))
    assert code == 0
    for one in said["cac_tep"]:
        assert not {"bat_buoc", "thong_le"} & one["dem"].keys(), one


def test_two_files_of_one_name_keep_their_folders(report: bytes, capsys: Capture) -> None:
    for name in ("a", "b"):
        Path(name).mkdir()
        Path(f"{name}/x.docx").write_bytes(spoilt(report, big_motto))
    code, said = told(capsys, "a/x.docx", "b/x.docx", "./a/x.docx", "--sua", "ra")
    assert code == 0
    assert [one["da_ghi"] for one in said["cac_tep"]] == [["ra/a/x.docx"], ["ra/b/x.docx"]]


def test_results_are_no_documents_of_the_next_run(report: bytes, capsys: Capture) -> None:
    Path("e").mkdir()
    Path("e/x.docx").write_bytes(report)
    assert told(capsys, "e", "--sua", "e/moi")[0] == 0
    code, said = told(capsys, "e", "--sua", "e/moi", "--ghi-de")
    assert (code, [one["tep"] for one in said["cac_tep"]]) == (0, ["e/x.docx"])


def test_papers_of_another_kind_are_named(report: bytes, capsys: Capture) -> None:
    Path("e").mkdir()
    Path("e/x.docx").write_bytes(report)
    Path("e/cu.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    assert run(["the-thuc", "e"]) == 0
    assert "Chưa soát 01 tệp không phải .docx: e/cu.doc." in capsys.readouterr().out


def test_one_bad_profile_keeps_no_other_waiting(report: bytes, capsys: Capture) -> None:
    for name, text in (("u1", "ten: [\n"), ("u2", "ten: Ủy ban nhân dân huyện Tân Hồng\n")):
        Path(name).mkdir()
        Path(f"{name}/a.docx").write_bytes(report)
        Path(f"{name}/don-vi.yaml").write_text(text, encoding="utf-8")
    code, said = told(capsys, "u1/a.docx", "u2/a.docx")
    assert code == 1
    assert ["khong_doc_duoc" in one for one in said["cac_tep"]] == [True, False]


def test_what_a_person_decides_has_no_order_to_change(report: bytes, capsys: Capture) -> None:
    Path("a.docx").write_bytes(report)
    run(["the-thuc", "a.docx"])
    said = capsys.readouterr().out.partition("Máy không tự quyết được")[2]
    assert said
    assert "→" not in said


def test_little_is_kept_of_each_document(report: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run over thousands holds one document at a time."""
    import gc

    from baocao.cli import format_data
    from baocao.conformance.paper import Paper

    alive: list[int] = []
    brief_of = format_data.brief_of

    def counted(*words: Any) -> Any:
        gc.collect()
        alive.append(sum(isinstance(item, Paper) for item in gc.get_objects()))
        return brief_of(*words)

    monkeypatch.setattr(format_data, "brief_of", counted)
    Path("e").mkdir()
    for number in range(5):
        Path(f"e/{number}.docx").write_bytes(report)
    assert run(["the-thuc", "e", "--json"]) == 0
    assert len(alive) == 5
    assert max(alive) - min(alive) <= 1
