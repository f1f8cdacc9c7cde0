"""What the data file of a report says about the parts a rule depends on, read without the product's code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

APPENDIX = "báo cáo này không có phụ lục"
FORMS = "gói này đánh số đề mục I. / 1. / a), không có phần, chương, mục, tiểu mục"


@dataclass(frozen=True)
class Facts:
    """Unit, number, date, and which optional parts the report has. Blank number or date: a draft."""

    unit_name: str
    agency: tuple[str, ...]
    place: str
    signer: str
    day: date | None
    number: int | None
    draft: bool = False
    parents: tuple[str, ...] = ()
    deputy: bool = False
    recipients: int = 0
    grounds: int = 0
    appendices: int = 0
    parts_numbered: bool = False

    @property
    def committee(self) -> bool:
        """Whether a people's committee issues the report."""
        return self.unit_name.lower().startswith("ủy ban nhân dân")

    def absent(self) -> dict[str, str]:
        """Rules without an object in this report, each with its reason."""
        found: dict[str, str] = {}
        if not self.parents:
            found |= dict.fromkeys(("CQ01", "CQ02"), "đơn vị không ghi cơ quan chủ quản")
        if self.day is None:
            found |= dict.fromkeys(("DD02", "DD03"), "dự thảo chưa có ngày")
        if self.number is None:
            found |= {"SO03": "dự thảo chưa có số"}
        if not self.grounds:
            found |= dict.fromkeys(("CC01", "CC02", "CC03"), "báo cáo không có căn cứ")
        if not self.recipients:
            found |= dict.fromkeys(("KG01", "KG02", "KG03", "KG04", "NN09"), "báo cáo không có Kính gửi")
        else:
            found |= {"NN10": "báo cáo có Kính gửi"}
        if not self.committee:
            found |= {"KY07": "đơn vị không phải UBND"}
        if not self.deputy:
            found |= {"KY08": "người đứng đầu ký"}
        if not self.appendices:
            found |= dict.fromkeys(("NM07", "PL01", "PL02", "PL03", "PL04", "PL05", "PL06"), APPENDIX)
        if not self.parts_numbered:
            found |= dict.fromkeys(("HD06", "HD07"), FORMS)
        return found


def read_facts(path: Path, *, draft: bool) -> Facts:
    """The facts of one data file and its unit profile, with what the unit above gives it."""
    data = _mapping(path)
    unit = _profile(path, data.get("don_vi"))
    head = data.get("van_ban") or {}
    signer = _signer(unit["nguoi_ky"], data.get("nguoi_ky"), data["goi"])
    recipients = head.get("kinh_gui", unit.get("kinh_gui")) or []
    if isinstance(recipients, dict):
        recipients = recipients[data["goi"]]
    return Facts(
        unit_name=unit["ten"],
        agency=tuple(unit.get("dong_ten") or _agency(unit["ten"])),
        parents=tuple(unit.get("dong_chu_quan") or ()),
        place=unit["dia_danh"],
        signer=signer["ho_ten"],
        deputy=bool(signer.get("ky_thay")),
        day=_day(head.get("ngay")),
        number=int(head["so"]) if head.get("so") else None,
        draft=draft,
        recipients=1 if isinstance(recipients, str) else len(recipients),
        grounds=len(head.get("can_cu") or []),
    )


def _mapping(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def _profile(path: Path, named: Any) -> dict[str, Any]:
    """The unit's own entries over those its parent gives; not named, it stands above the data's folder."""
    if isinstance(named, dict):
        return named
    file = path.parent / named if named else path.parent.parent / "don-vi.yaml"
    unit = _mapping(file)
    given = _mapping(file.parent / unit["cap_tren"])["cho_cap_duoi"] if "cap_tren" in unit else {}
    return given | unit


def _agency(name: str) -> tuple[str, ...]:
    """A people's committee on two lines."""
    committee = "Ủy ban nhân dân "
    return committee.strip().upper(), name.removeprefix(committee).upper()


def _signer(signers: dict[str, Any], chosen: str | None, pack: str) -> dict[str, Any]:
    if "ho_ten" in signers:
        return signers
    chosen = chosen or signers.get(pack)
    return signers[chosen] if chosen else next(iter(signers.values()))


def _day(typed: Any) -> date | None:
    if typed is None or isinstance(typed, date):
        return typed
    numbers = re.findall(r"\d+", str(typed))
    return datetime.strptime("/".join(numbers), "%d/%m/%Y").date() if len(numbers) == 3 else None
