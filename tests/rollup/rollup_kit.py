"""Units of one catalogue, without files: what they send, and the roll-up of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from baocao.intake.raw import RawRecord
from baocao.intake.reader import read_mapping
from baocao.packs.finder import find_pack
from baocao.rollup import Rolled, Upper, as_data, roll_up
from baocao.rollup.upper import Expected

PACK = find_pack("cchc-nam")
DISTRICT = Upper("huyện Minh Họa", Path("don-vi.yaml"))


def sent(name: str, figures: Mapping[str, Any], *, ky: Any = 2024, file: str = "", **more: Any) -> RawRecord:
    """What a unit sends; `don_vi` holds its name alone."""
    data = {"goi": "cchc-nam", "don_vi": {"ten": name}, "ky": ky, "so_lieu": dict(figures), **more}
    return read_mapping(data, file=file or f"{name}.yaml")


def rolled(raws: Sequence[RawRecord], upper: Upper = DISTRICT, **options: Any) -> Rolled:
    return roll_up(raws, PACK, upper, **options)


def expecting(*names: str) -> Upper:
    return Upper("huyện Minh Họa", Path("don-vi.yaml"), (), tuple(map(Expected, names)), "mục cac_don_vi")


def again(result: Rolled, name: str = "Ủy ban nhân dân huyện Minh Họa", file: str = "") -> RawRecord:
    """The result as a file that is sent further up."""
    data = as_data(result, "don-vi.yaml") | {"don_vi": {"ten": name}}
    return read_mapping(data, file=file or f"{name}.yaml")


def figures(result: Rolled) -> dict[str, Any]:
    made: dict[str, Any] = as_data(result, "don-vi.yaml")["so_lieu"]
    return made


def text(result: Rolled) -> str:
    return json.dumps(as_data(result, "don-vi.yaml"), ensure_ascii=False)


def codes(result: Rolled) -> list[str]:
    return [item.code for item in result.findings]


def told(result: Rolled, code: str) -> str:
    """Place and text of the only finding of that code."""
    (found,) = [item for item in result.findings if item.code == code]
    return f"{found.where}: {found.text}"
