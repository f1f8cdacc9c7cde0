"""Our own reports as the corpus sees them: made by `produce` from samples/, described by hand here."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from baocao.produce import produce
from conformance.corpus_kit import Annex, Construction, Content, Item

_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_SEEDLING = Content(
    name="rieng",
    agency=("ỦY BAN NHÂN DÂN", "XÃ GIẢ ĐỊNH"),
    number="09",
    symbol="BC-UBND",
    place="Giả Định",
    day="ngày 09 tháng 01 năm 2026",
    kind="BÁO CÁO",
    subject=("Kết quả thực hiện công tác cải cách hành chính năm 2025",),
    addressed=("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
    items=(),
    recipients=(
        "Như trên",
        "Thường trực Đảng ủy",
        "Thường trực HĐND",
        "Chủ tịch, các Phó Chủ tịch UBND",
        "Ủy ban MTTQ Việt Nam và các đoàn thể",
        "Các phòng, đơn vị trực thuộc",
        "Trang thông tin điện tử xã (để công khai)",
        "Lưu: VT, TTPVHCC",
    ),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Vũ Thị Định",
)
_WARD = replace(
    _SEEDLING,
    name="phuong",
    agency=("ỦY BAN NHÂN DÂN", "PHƯỜNG THÍ ĐIỂM"),
    number="46",
    place="Thí Điểm",
    day="ngày 12 tháng 02 năm 2026",
    subject=("Kết quả thực hiện công tác cải cách hành chính năm 2025", "và nhiệm vụ, giải pháp năm 2026"),
    recipients=(*_SEEDLING.recipients[:6], "Lưu: VT, VH-XH (Thử)"),
    authority=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    signer="Trần Văn Thử",
)
_DISTRICT = replace(
    _WARD,
    name="tan-hong",
    agency=("ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG"),
    number="114",
    place="Tân Hồng",
    day="ngày 25 tháng 3 năm 2024",
    kind="BÁO CÁO CHUYÊN ĐỀ",
    subject=(
        "Kết quả thực hiện nhiệm vụ Cải cách hành chính năm 2023",
        "nhiệm vụ, giải pháp năm 2024 và các năm tiếp theo",
    ),
    addressed=(),
    recipients=(
        "Các UV.BCH Đảng bộ Huyện",
        "TT/HU, TT/HĐND Huyện",
        "Chủ tịch, các Phó Chủ tịch UBND Huyện",
        "MTTQ và các TCCT-XH Huyện",
        "Các phòng, ban, ngành Huyện",
        "UBND các xã, thị trấn",
        "Lưu: VT, PCVPTài",
    ),
    signer="Huỳnh Văn Nhã",
)
_DRAFT = replace(
    _SEEDLING,
    name="xa-du-thao",
    agency=("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"),
    number="",
    place="Minh Họa",
    day="ngày … tháng … năm …",
    subject=("Kết quả thực hiện công tác cải cách hành chính năm 2025", "và nhiệm vụ, giải pháp năm 2026"),
    recipients=(
        "Như trên",
        "Thường trực Đảng ủy xã",
        "Thường trực HĐND xã",
        "Chủ tịch, các Phó Chủ tịch UBND xã",
        "Các phòng, đơn vị thuộc UBND xã",
        "Lưu: VT, VH-XH (Mẫu)",
    ),
    signer="Trần Thị Ví Dụ",
)
_COMMUNE = replace(
    _WARD,
    name="xa-phu-luc",
    agency=("ỦY BAN NHÂN DÂN", "XÃ MINH TÂN MẪU"),
    number="212",
    place="Minh Tân Mẫu",
    day="ngày 17 tháng 12 năm 2026",
    subject=("Kết quả thực hiện công tác cải cách hành chính năm 2026", "và phương hướng, nhiệm vụ năm 2027"),
    addressed=(),
    recipients=(
        "Ủy ban nhân dân tỉnh",
        "Sở Nội vụ",
        "Thường trực Đảng ủy",
        "Thường trực HĐND xã",
        "Chủ tịch, các Phó Chủ tịch UBND xã",
        "Các phòng, đơn vị thuộc UBND xã",
        "Lưu: VT, VH-XH (Minh)",
    ),
    signer="Phạm Văn Mẫu",
    annexes=(
        Annex(
            "",
            "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH NĂM 2026",
            "(Kèm theo Báo cáo số 212/BC-UBND ngày 17 tháng 12 năm 2026 của Ủy ban nhân dân xã Minh Tân Mẫu)",
            (),
        ),
    ),
)
_PROVINCE = replace(
    _COMMUNE,
    name="tinh-phu-luc",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH VÍ DỤ MỚI"),
    number="318",
    place="Ví Dụ Mới",
    day="ngày 18 tháng 9 năm 2026",
    subject=("Kết quả thực hiện công tác cải cách hành chính quý III năm 2026",),
    recipients=(
        "Bộ Nội vụ",
        "Thường trực Tỉnh ủy, Thường trực HĐND tỉnh",
        "Chủ tịch, các Phó Chủ tịch UBND tỉnh",
        "Các sở, ban, ngành của tỉnh",
        "UBND các xã, phường, đặc khu",
        "Lưu: VT, SNV",
    ),
    authority=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
    signer="Hoàng Thị Ví Dụ",
    annexes=(
        Annex(
            "I",
            "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2026",
            "(Kèm theo Báo cáo số 318/BC-UBND ngày 18 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh Ví Dụ Mới)",
            (),
        ),
        Annex(
            "II",
            "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH CỦA CÁC ĐƠN VỊ QUÝ III NĂM 2026",
            "(Kèm theo Báo cáo số 318/BC-UBND ngày 18 tháng 9 năm 2026 của Ủy ban nhân dân tỉnh Ví Dụ Mới)",
            (),
            landscape=True,
        ),
    ),
)
_FILES = {
    "rieng": ("xa-mau-rieng/so-lieu/2025.yaml", False, _SEEDLING),
    "phuong": ("phuong-mot-khoi/so-lieu/2025.yaml", False, _WARD),
    "tan-hong": ("tan-hong/2023.yaml", False, _DISTRICT),
    "xa-du-thao": ("xa-mau/2025.yaml", True, _DRAFT),
    "xa-phu-luc": ("cchc-xa/so-lieu/2026.yaml", False, _COMMUNE),
    "tinh-phu-luc": ("cchc-ky-tinh/so-lieu/2026-quy-3/tong-hop.yaml", False, _PROVINCE),
}


@cache
def _made(path: str, draft: bool) -> bytes:
    report = produce(_SAMPLES / path, draft=draft)
    assert report.data is not None, path
    return report.data


def _with_items(content: Content, data: bytes) -> Content:
    """The content with the body read from the finished file: paragraphs of our own styles."""
    from conformance.docx_words import Docx

    kinds = {
        "Heading1": "muc",
        "Heading2": "khoan",
        "Heading3": "khoan",
        "ThanBai": "doan",
        "GachDau": "gach",
    }
    found = []
    for paragraph in Docx(data).body_paragraphs():
        kind = kinds.get(paragraph.style, "")
        if kind and paragraph.text.strip():
            found.append(Item(kind, paragraph.text.strip()))
    return replace(content, items=tuple(found))


def constructions() -> list[Construction]:
    """Our own reports."""
    return [_construction(name, *entry) for name, entry in _FILES.items()]


def _construction(name: str, path: str, draft: bool, content: Content) -> Construction:
    """One report; no faults are made in those with appendices, whose tables the contents here do not list."""
    data = _made(path, draft)
    return Construction(
        f"nha/{name}",
        "nha",
        _with_items(content, data),
        lambda: data,
        ("đầu: bảng", "kẻ: hình vẽ trong dòng", "ký: bảng", "kiểu: kiểu của chương trình"),
        sound_only=bool(content.annexes),
    )
