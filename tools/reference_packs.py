"""docs/cac-goi.md and docs/tra-cuu/truong-‹gói›.md: the packs and their fields, as they say themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sample_data import ROOT, sample_files

from baocao.derive.fields import KIND_WORDS, Field, fields
from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.finder import builtin_folder
from baocao.packs.pack import Pack

_ABOUT = re.compile(r"\A# Gói mẫu: *(.+)")
_PERIODS = {
    "nam": "năm",
    "6_thang": "6 tháng",
    "9_thang": "9 tháng",
    "quy": "quý",
    "thang": "tháng",
    "giai_doan": "giai đoạn nhiều năm",
}
_LEVELS = {
    "tinh": "tỉnh, thành phố",
    "huyen": "huyện (trước 01/7/2025)",
    "xa": "xã, phường, đặc khu",
    "phuong": "phường",
    "dac_khu": "đặc khu",
    "so": "sở, ngành",
    "phong": "phòng, ban",
}
_ABOUT_NAMES = """{ten}.
Cột «tên» là tên gõ trong tệp số liệu: `a.b` là dòng `b` thụt vào dưới dòng `a`; có `[]` là danh sách,
`a.b[].c` là cột `c` của mỗi dòng trong danh sách `a.b`. Trong biểu Excel mỗi tên là một ô, gọi bằng chữ ở cột
«là gì».
Tên này cũng đặt trong thẻ của mẫu Word, `{{{{ a.b }}}}`.
Người soạn mẫu Word xem thêm [những thẻ gói nào cũng có](the-chung.md)."""
_TYPED = {
    Kind.YESNO: "có",
    Kind.DOCUMENT: "{loai: Kế hoạch, so: 34/KH-UBND, ngay: 06/02/2025}",
    Kind.PERIOD: "2021 - 2025",
}
"""What to type for a kind whose indicators need no example of their own."""


def packs_page(packs: tuple[Pack, ...]) -> Iterator[str]:
    """The lines of docs/cac-goi.md."""
    files = sample_files()
    yield "# Các gói mẫu có sẵn"
    yield ""
    yield "Gói mẫu là một loại báo cáo: những số liệu phải có, lời văn, cách trình bày. Ghi tên gói"
    yield "ở dòng `goi:` của tệp số liệu, hoặc gõ sau `baocao bieu tao`. Trang này in từ chính các gói."
    yield ""
    yield "Xã, phường, đặc khu làm báo cáo năm thì lấy `cchc-xa`; tỉnh, và huyện trước 01/7/2025, lấy"
    yield "`cchc-nam`. Chọn gói lúc tạo thư mục: gõ thêm `--mau cchc-xa` sau `baocao khoi-tao`. Báo cáo chưa"
    yield "có gói nào thì lấy [`chung`](#chung). Thư mục `samples` của các ví dụ nằm trong bộ mã nguồn, không"
    yield "có trong tệp cài."
    yield ""
    yield "| gói | báo cáo | kỳ | của cấp |"
    yield "| --- | --- | --- | --- |"
    for pack in packs:
        yield f"| [`{pack.id}`](#{pack.id}) | {pack.manifest.title} | {_periods(pack)} | {_levels(pack)} |"
    for pack in packs:
        yield from ("", *_pack(pack, files.get(pack.id, [])))
    yield ""
    yield "Chưa có loại báo cáo đơn vị cần thì tự làm một gói: xem"
    yield "[Làm một loại báo cáo mới](mau-rieng.md#8-làm-một-loại-báo-cáo-mới)."


def _pack(pack: Pack, files: list[Path]) -> Iterator[str]:
    yield f"## {pack.id}"
    yield from ("", f"**{pack.manifest.title}.** {_about(pack)}", "")
    yield f"- Kỳ báo cáo: {_periods(pack)}. Đơn vị: {_levels(pack)}."
    if pack.manifest.based_on:
        yield f"- Dựa trên gói [`{pack.manifest.based_on}`](#{pack.manifest.based_on})."
    if pack.manifest.taken:
        others = ", ".join(f"[`{name}`](#{name})" for name in pack.manifest.taken)
        yield f"- Dùng chung chỉ tiêu với gói {others}: số đã có ở báo cáo kia thì chép sang được."
    if pack.manifest.years_of:
        others = " hoặc ".join(f"[`{name}`](#{name})" for name in pack.manifest.years_of)
        yield f"- Năm trước, các năm không có tệp của gói này thì lấy số ở tệp của gói {others}."
    needed = sum(one.required for one in pack.catalogue)
    counted = f"{len(tuple(pack.catalogue))} chỉ tiêu" + (f", {needed} bắt buộc" if needed else "")
    yield f"- Số liệu: [{counted}](tra-cuu/truong-{pack.id}.md)."
    if files:
        shown = ", ".join(f"`{path.relative_to(ROOT).as_posix()}`" for path in files[:3])
        yield f"- Ví dụ: {shown}. Làm thử:"
        yield from ("", "```bash", f"baocao tao {files[0].relative_to(ROOT).as_posix()} -o thu.docx", "```")
        yield from ("", f"![Trang đầu của báo cáo làm bằng gói {pack.id}](hinh/goi-{pack.id}.png)")


def _about(pack: Pack) -> str:
    """The first line of a pack's goi.yaml says what it is for; raises `ValueError` when it does not."""
    file = builtin_folder() / pack.id / "goi.yaml"
    found = _ABOUT.match(file.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{file}: dòng đầu phải là «# Gói mẫu: …»")
    text = found[1].strip()
    return text[:1].upper() + text[1:]


def _periods(pack: Pack) -> str:
    return ", ".join(_PERIODS[kind] for kind in pack.manifest.period_kinds)


def _levels(pack: Pack) -> str:
    return "; ".join(_LEVELS.get(level, level) for level in pack.manifest.levels) or "mọi cấp"


def fields_page(pack: Pack) -> Iterator[str]:
    """The lines of docs/tra-cuu/truong-‹gói›.md."""
    yield f"# Các trường của gói {pack.id}"
    yield ""
    yield from (_ABOUT_NAMES.format(ten=pack.manifest.title), "Trang này in từ gói mẫu.")
    groups: dict[str, list[Indicator]] = {}
    for one in pack.catalogue:
        groups.setdefault(one.group, []).append(one)
    for group, indicators in groups.items():
        yield from ("", f"## {pack.catalogue.groups.get(group) or group or 'Chung'}", "")
        if levels := pack.catalogue.levels.get(group):
            named = "; ".join(_LEVELS.get(level, level) for level in levels)
            yield from (f"Chỉ hỏi đơn vị cấp: {named}.", "")
        yield from ("| tên | là gì | loại | ví dụ |", "| --- | --- | --- | --- |")
        for one in indicators:
            yield from _rows(one)


def tags_page(pack: Pack) -> Iterator[str]:
    """The lines of docs/tra-cuu/the-chung.md: the tags that every pack has; figures are shown on `pack`."""
    yield "# Thẻ dùng được trong mọi gói mẫu"
    yield ""
    yield "Đơn vị, kỳ báo cáo, phần đầu văn bản, và những chi tiết mà số nào cũng có. Dòng nào mở đầu bằng"
    yield f"«Mọi số» thì thẻ viết cho một số của gói `{pack.id}`; dùng cho số khác thì đổi tên."
    yield "Cách viết thẻ: [mau-rieng.md](../mau-rieng.md). Trang này in từ chương trình."
    yield from ("", "| thẻ | là gì | in ra (ví dụ) |", "| --- | --- | --- |")
    yield from (_tag_row(one) for one in fields(pack) if _of_template(one, pack))


def _of_template(one: Field, pack: Pack) -> bool:
    top = one.name.partition("[")[0].removesuffix(".so_luong")
    return top not in pack.catalogue


def _rows(one: Indicator) -> Iterator[str]:
    def row(item: Indicator, name: str) -> str:
        needed = " **(bắt buộc)**" if item.required else ""
        label = item.label + (f". {item.explanation}" if item.explanation else "")
        words = KIND_WORDS[item.kind]
        kind = f"{words}, {item.unit}" if item.unit not in ("", words) else words
        typed = item.example or _TYPED.get(item.kind, "")
        return f"| `{name}` | {_cell(label)}{needed} | {kind} | {_code(typed)} |"

    yield row(one, one.id)
    yield from (row(column, f"{one.id}[].{column.id}") for column in one.fields)


def _tag_row(one: Field) -> str:
    return f"| {_code(one.tag)} | {_cell(one.label)} | {_cell(one.sample)} |"


def _code(text: str) -> str:
    return f"`{_cell(text)}`" if text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")
