"""The reference pages of docs/, printed from the code: filters and messages.

python tools/make_reference.py
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from baocao.errors import Family, Severity
from baocao.messages import catalogue
from baocao.vietnamese.filters import filter_docs

DOCS = Path(__file__).resolve().parent.parent / "docs"

_FAMILIES = {
    Family.DATA: "Số liệu",
    Family.FIGURES: "Số không khớp",
    Family.PACK: "Gói mẫu",
    Family.TEMPLATE: "Mẫu Word",
    Family.OUTPUT: "Ghi kết quả",
    Family.USAGE: "Gõ lệnh",
    Family.INTERNAL: "Lỗi của chương trình",
}
_SEVERITIES = {
    Severity.ERROR: "phải sửa",
    Severity.WARNING: "nên xem lại",
    Severity.INFO: "lưu ý",
}


def main() -> None:
    """Write both pages."""
    for name, text in pages().items():
        (DOCS / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """File name -> text of each page."""
    return {"bo-loc.md": "\n".join(_filters()) + "\n", "loi-nhac.md": "\n".join(_messages()) + "\n"}


def _filters() -> Iterator[str]:
    yield "# Bộ lọc dùng trong mẫu"
    yield ""
    yield "Viết sau dấu `|` trong thẻ của mẫu Word: `{{ tthc.tiep_nhan | bang_chu }}`."
    yield "Trang này in từ chương trình."
    yield ""
    yield "| bộ lọc | việc | ví dụ | in ra |"
    yield "| --- | --- | --- | --- |"
    for item in filter_docs():
        example = item.example.replace("|", "\\|")
        yield f"| `{item.name}` | {item.summary} | `{example}` | {item.result} |"


def _messages() -> Iterator[str]:
    yield "# Các lời nhắc"
    yield ""
    yield "Mã ở đầu mỗi mục không đổi giữa các phiên bản; `--json` in mã này. Trang này in từ chương trình."
    for family, title in _FAMILIES.items():
        yield ""
        yield f"## {title}"
        for item in catalogue().values():
            if item.family is family:
                yield ""
                yield f"**`{item.code}`** ({_SEVERITIES[item.severity]}): {item.text}  "
                yield f"→ {item.remedy}" + (f"  \n{item.why}" if item.why else "")
                if item.in_cell:
                    yield f"  \nTrong biểu Excel: {item.in_cell}"
                if item.example:
                    yield "\n```\n" + item.example + "\n```"


if __name__ == "__main__":
    main()
