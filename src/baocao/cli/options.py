"""Options that several commands share, each worded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorated = Callable[..., Any]

_FILE = click.Path(path_type=Path, readable=False)


def data_options(function: Decorated) -> Decorated:
    """Which pack and which unit: `--mau`, `--don-vi`."""
    for option in reversed(_DATA):
        function = option(function)
    return function


data_argument = click.argument("file", metavar="[TỆP]", type=_FILE, required=False)
"""The data file; in a working folder it may be left out (see `baocao.cli.workplace.chosen_data`)."""

json_option = click.option(
    "--json", "as_json", is_flag=True, help="In kết quả dạng JSON cho chương trình khác đọc."
)
draft_option = click.option(
    "--nhap", "draft", is_flag=True, help="Bản dự thảo: in chữ DỰ THẢO, chỗ thiếu số liệu in dấu chấm."
)
strict_option = click.option(
    "--nghiem-ngat", "strict", is_flag=True, help="Từ chối khi số công bố không khớp với số tính được."
)

row_option = click.option(
    "--dong",
    "row",
    metavar="DÒNG",
    default="",
    help="Dòng của đơn vị trong bảng nêu ở mục bang_tinh: tên như trong bảng, hoặc số của dòng.",
)

_DATA = (
    click.option(
        "--mau",
        "pack",
        metavar="GÓI",
        default="",
        help="Gói mẫu hoặc thư mục mẫu dùng thay gói ghi trong tệp.",
    ),
    click.option(
        "--don-vi", "unit", metavar="TỆP", type=_FILE, help="Hồ sơ đơn vị dùng thay hồ sơ ghi trong tệp."
    ),
)
