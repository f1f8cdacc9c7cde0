"""What the validators and LibreOffice say of finished reports and of the templates they are made from."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from front_kit import SAMPLES, Files
from lxml import etree

import baocao
from baocao.packs.finder import builtin_folder
from docx_reading import read_docx
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
SIGN = re.compile(r"^(?:[IVX]+\.|\d+\.|-|\+) ")

SIGNERS = {
    "full_kt": {"thay_mat": "Ủy ban nhân dân", "ky_thay": "Chủ tịch", "chuc_vu": "Phó Chủ tịch"},
    "full_tl": {"thua_lenh": "Chủ tịch", "ky_thay": "Chánh Văn phòng", "chuc_vu": "Phó Chánh Văn phòng"},
    "full_tuq": {"thua_uy_quyen": "Chủ tịch", "chuc_vu": "Chánh Văn phòng"},
    "full_q": {"thay_mat": "Ủy ban nhân dân", "quyen": "có", "chuc_vu": "Chủ tịch"},
}

PROSE = (
    "Đoạn một **đậm** và *nghiêng*[^dai], nhắc lại[^dai].\n\n- Gạch một[^ngan];\n- Gạch hai:\n+ Cộng một;\n"
    "+ Cộng hai[^dai].\n\nĐoạn cuối H~2~O & <w:p>[^rieng].\n\n[^rieng]: Chú thích của riêng đoạn này."
)


def full_report(folder: Path, signer: dict[str, str]) -> bytes:
    """The commune's report with every component there is."""
    files = Files.of_sample(folder, "xa-mau", "2025.yaml")
    files.data["van_ban"] = {
        "so": "5",
        "ngay": "05/01/2026",
        "trich_yeu": [
            f"dòng {number} của trích yếu về kết quả cải cách hành chính" for number in range(1, 6)
        ],
        "can_cu": ["Căn cứ Luật Tổ chức chính quyền địa phương[^ngan]", "Theo đề nghị của *Văn phòng*"],
        "kinh_gui": ["Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Sở Tài chính"],
    }
    files.data["chu_thich"] = {
        "dai": "Đoạn một của chú thích.\n\nĐoạn hai, có **đậm**.\n\n- Đoạn ba.",
        "ngan": "Chú thích ngắn.",
    }
    for group in ("the_che", "tthc", "tai_chinh"):
        files.data["so_lieu"][group]["noi_dung_khac"] = PROSE
    row = files.data["so_lieu"]["tthc"]["linh_vuc"][2]
    row |= {"da_giai_quyet": "90", "dung_han": "89", "tre_han": "1", "dang_giai_quyet": "5"}
    files.data["nguoi_ky"] = "nguoi_ky"
    files.unit["nguoi_ky"] = {"nguoi_ky": signer | {"ho_ten": "Trần Thị Ví Dụ"}}
    files.unit["dong_chu_quan"] = ["ỦY BAN NHÂN DÂN", "TỈNH MINH HỌA"]
    return files.report()[0].to_bytes()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Reports and templates by name, each made when first asked for."""
    folder = tmp_path_factory.mktemp("ho-so")

    @cache
    def document(name: str) -> bytes:
        if name.startswith("full"):
            return full_report(folder / name, SIGNERS[name])
        if name.startswith("mau"):
            return TEMPLATES[name].read_bytes()
        file = {"tan-hong": "tan-hong/2023.yaml", "xa-mau": "xa-mau/2025.yaml"}[name]
        return baocao.make_report(SAMPLES / file, draft=name == "xa-mau").to_bytes()

    return document


TEMPLATES = {
    "mau-goi": builtin_folder() / "cchc-nam" / "mau.docx",
    "mau-don-vi": SAMPLES / "tan-hong" / "mau" / "cchc-nam" / "mau.docx",
}
REPORTS = ["tan-hong", "xa-mau", *SIGNERS]


@pytest.fixture(params=[*REPORTS, *TEMPLATES])
def file(request: pytest.FixtureRequest, tmp_path: Path, documents: Callable[[str], bytes]) -> Path:
    path = tmp_path / f"{request.param}.docx"
    path.write_bytes(documents(request.param))
    return path


def test_openxml_audit_finds_nothing(file: Path) -> None:
    assert audit_faults(file) == []


def test_ooxml_integrity_finds_nothing(file: Path) -> None:
    assert integrity_faults(file) == []


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing(file: Path) -> None:
    assert sdk_faults(file) == []


def test_our_own_check_finds_nothing(file: Path) -> None:
    assert baocao.check_docx(file.read_bytes()) == ()


def test_the_full_report_holds_what_it_is_meant_to(documents: Callable[[str], bytes]) -> None:
    reading = read_docx(documents("full_tl"))
    lines = reading.paragraphs
    assert lines[: lines.index("Kính gửi:")][-5:] == [
        f"dòng {number} của trích yếu về kết quả cải cách hành chính" for number in range(1, 6)
    ]
    assert lines[lines.index("Kính gửi:") + 1 :][:5] == [
        *("- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ;", "- Sở Tài chính."),
        "Căn cứ Luật Tổ chức chính quyền địa phương[^1];",
        "Theo đề nghị của Văn phòng.",
    ]
    assert lines[-4:] == ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Trần Thị Ví Dụ"]
    start = lines.index("Đoạn một đậm và nghiêng[^2], nhắc lại2.")
    assert lines[start : start + 6] == [
        "Đoạn một đậm và nghiêng[^2], nhắc lại2.",
        *("- Gạch một1;", "- Gạch hai:", "+ Cộng một;", "+ Cộng hai2."),
        "Đoạn cuối H2O & <w:p>[^3].",
    ]
    assert reading.notes[:3] == [
        ["Chú thích ngắn."],
        ["Đoạn một của chú thích.", "Đoạn hai, có đậm.", "- Đoạn ba."],
        ["Chú thích của riêng đoạn này."],
    ]
    assert "Tổng cộng" in lines


@pytest.mark.libreoffice
def test_libreoffice_shows_the_same_text_and_the_same_notes_at_the_same_places(
    tmp_path: Path, documents: Callable[[str], bytes]
) -> None:
    names = ["tan-hong", "xa-mau", "full_kt"]
    shown = converted({name: documents(name) for name in names}, tmp_path, "fodt")
    for name in names:
        made, seen = read_docx(documents(name)), read_fodt(shown[name])
        assert [SIGN.sub("", line, count=1) for line in made.paragraphs] == [
            SIGN.sub("", line, count=1) for line in seen[0]
        ]
        assert made.notes == seen[1]
    assert len(read_docx(documents("tan-hong")).notes) == 11


def read_fodt(data: bytes) -> tuple[list[str], list[list[str]]]:
    """Paragraphs in order, notes as [^n], and the notes, as LibreOffice understood them."""
    body = etree.fromstring(data, etree.XMLParser(huge_tree=True)).find(f"{OFFICE}body/{OFFICE}text")
    paragraphs: list[str] = []
    notes: list[list[str]] = []
    for element in body.iter(f"{TEXT}p", f"{TEXT}h"):
        if next(element.iterancestors(f"{TEXT}note"), None) is None and (text := said(element, notes)):
            paragraphs.append(text)
    return paragraphs, notes


def said(element: etree._Element, notes: list[list[str]]) -> str:
    """The words of a paragraph; its notes are added to `notes`."""
    return pieces(element, notes).replace("\u00a0", " ").strip()


def pieces(element: etree._Element, notes: list[list[str]]) -> str:
    words = element.text or ""
    for child in element:
        if child.tag == f"{TEXT}note":
            notes.append([said(item, []) for item in child.find(f"{TEXT}note-body")])
            words += f"[^{len(notes)}]"
        elif child.tag == f"{TEXT}s":
            words += " " * int(child.get(f"{TEXT}c", "1"))
        elif child.tag in (f"{TEXT}tab", f"{TEXT}line-break"):
            words += "\t" if child.tag == f"{TEXT}tab" else "\n"
        else:
            words += pieces(child, notes)
        words += child.tail or ""
    return words
