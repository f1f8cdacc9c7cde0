"""As many units as the country has, each with figures of its own that agree: one sheet, or a file a unit."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tan-hong" / "2023.yaml"
_NUMBER = re.compile(r"(?<![\w./,-])so: 114\b")


def one_sheet(folder: Path, units: int) -> Path:
    """The sample province with so many communes: a workbook with a row each; the data file that maps it."""
    sys.path.insert(0, str(ROOT / "tools"))
    import make_sample_province as province

    folder.mkdir(parents=True)
    shutil.copy(province.FOLDER / "don-vi.yaml", folder)
    names = tuple(f"Xã Số {number}" for number in range(1, units + 1))
    province.units = lambda: names
    titles = province.write_book(folder / province.BOOK)
    data = folder / "2025.yaml"
    data.write_text(province.data_file(titles), "utf-8")
    return data


def own_files(folder: Path, units: int) -> Path:
    """A file a unit, the full report of Tân Hồng under another name; the folder of the files."""
    data = folder / "so-lieu"
    data.mkdir(parents=True)
    (folder / "don-vi.yaml").write_text(_upper_profile(), "utf-8")
    text = _NUMBER.sub("so: {number}", SAMPLE.read_text("utf-8").replace("{", "{{").replace("}", "}}"))
    text = text.replace("don_vi: don-vi.yaml", "don_vi: {{ten: Ủy ban nhân dân huyện Số {number}, "
                        "dia_danh: Số {number}, cap_tren: ../don-vi.yaml}}")  # fmt: skip
    for number in range(1, units + 1):
        (data / f"{number:04}.yaml").write_text(text.format(number=number), "utf-8")
    return data


def _upper_profile() -> str:
    """A unit above that gives what the profile of Tân Hồng has to all below it."""
    own: dict[str, Any] = yaml.safe_load(SAMPLE.with_name("don-vi.yaml").read_text("utf-8"))
    shared = {key: value for key, value in own.items() if key not in ("ten", "dong_ten", "dia_danh")}
    upper = {"ten": "Ủy ban nhân dân tỉnh Số", "cap": "tinh", "cho_cap_duoi": shared}
    return yaml.safe_dump(upper, allow_unicode=True, sort_keys=False)
