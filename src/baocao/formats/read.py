"""Read a format's YAML into `Format`. The files ship with the package: a fault in one is ours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from baocao.formats.model import (
    ALIGNMENTS,
    Component,
    Force,
    Format,
    HeadingForm,
    Page,
    Rules,
    Setting,
    Share,
)
from baocao.formats.units import Length, Mm, Pt

FOLDER = Path(__file__).parent
BASE = "dua_tren"
"""The entry of a file that names the format it lies on."""


def shipped(folder: Path) -> tuple[str, ...]:
    """Ids of the formats whose files are in a folder, those of the latest year ("nd30-2020") first."""
    names = (path.stem for path in folder.glob("*.yaml"))
    return tuple(sorted(names, key=lambda name: (name.rpartition("-")[2], name), reverse=True))


FORMATS = shipped(FOLDER)
"""Ids of the formats that ship, newest first: a new one is a file beside this module."""


@cache
def load_format(name: str = FORMATS[0]) -> Format:
    """The format called `name`, read once a process. Raises `KeyError` for a name not in `FORMATS`."""
    data = format_data(name)
    if BASE in data:
        from baocao.formats.profile import load_shipped

        return load_shipped(name)[0]
    return format_of(data)


def format_data(name: str) -> dict[str, Any]:
    """The entries of a format's file as they stand there, a copy of one's own.

    Raises `KeyError` for a name not in `FORMATS`.
    """
    if name not in FORMATS:
        raise KeyError(name)
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=loader)
    return data


def format_of(data: Mapping[str, Any]) -> Format:
    """The format that the entries of a file describe."""
    body = data["than_bai"]
    first_line = _setting(body["thut_dau_dong"], Mm)
    line_spacing = _share(body["gian_dong"])
    return Format(
        id=data["ma"],
        title=data["ten"],
        decree=data["so_hieu"],
        verified=data["kiem_tra_ngay"],
        font=data["phong_chu"]["ten"],
        color=data["phong_chu"]["mau"],
        language=data["ngon_ngu"],
        page=_page(data["trang"]),
        first_line=first_line,
        paragraph_gap=_setting(body["cach_doan"], Pt),
        line_spacing=line_spacing,
        header_columns=_columns(data["bang_dau_van_ban"]),
        signature_columns=_columns(data["bang_khoi_ky"]),
        rules=_rules(data["ke"]),
        components={
            key: _component(key, item, first_line.chosen, line_spacing.chosen)
            for key, item in data["thanh_phan"].items()
        },
        headings={form: _heading(form, item) for form, item in data["de_muc"].items()},
    )


def _page(data: Mapping[str, Any]) -> Page:
    names = ("rong", "cao", "tren", "duoi", "trai", "phai", "cach_mep_so_trang")
    return Page(*(_setting(data[name], Mm) for name in names))


def _rules(data: Mapping[str, Any]) -> Rules:
    return Rules(_setting(data["net"], Pt), _share(data["ngan"]), _share(data["dai"]))


def _columns(data: Mapping[str, Any]) -> tuple[Length, ...]:
    return tuple(Mm(width) for width in data["cot"])


def _setting(data: Mapping[str, Any], unit: Any, clause: str = "", force: str = Force.MUST) -> Setting:
    low, high = data.get("tu"), data.get("den")
    return Setting(
        unit(data["chon"]),
        None if low is None else unit(low),
        None if high is None else unit(high),
        data.get("dieu", clause),
        Force(data.get("hieu_luc", force)),
    )


def _share(data: Mapping[str, Any]) -> Share:
    return Share(float(data["chon"]), float(data["tu"]), float(data["den"]), data["dieu"])


def _component(key: str, data: Mapping[str, Any], first_line: Length, line: float) -> Component:
    return Component(
        key=key,
        style=data["kieu"],
        name=data["ten"],
        size=_setting(data["co"], Pt, data["dieu"], data.get("hieu_luc", Force.MUST)),
        bold=data.get("dam", False),
        italic=data.get("nghieng", False),
        capitals=data.get("hoa", False),
        align=ALIGNMENTS[data["can"]],
        indent=Mm(data.get("trai", 0)),
        first_line=first_line if data.get("thut") else Length(0),
        before=Pt(data.get("truoc", 0)),
        after=Pt(data.get("sau", 0)),
        line=line if data.get("than") else 1.0,
        keep_next=data.get("dinh_sau", False),
        text=data.get("chu", ""),
    )


def _heading(form: str, data: Mapping[str, Any]) -> HeadingForm:
    return HeadingForm(
        form=form,
        bold=data.get("dam", False),
        capitals=data.get("hoa", False),
        align=ALIGNMENTS[data["can"]],
        indented=data.get("thut", False),
        own_line=data.get("dong_rieng", False),
        clause=data["dieu"],
        force=Force(data.get("hieu_luc", Force.MUST)),
    )
