"""A new kind of report: the files of a pack that works at once, for a unit to change step by step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

from baocao.authoring.profile import fill, scalar
from baocao.builder import build_template
from baocao.builder.components import COMPONENTS
from baocao.errors import DataError, OutputError, PackError, Where, finding
from baocao.formats import FORMATS, load_format
from baocao.output import told_of
from baocao.packs.blank_data import first_period
from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.finder import find_pack, list_packs
from baocao.packs.manifest import DEFAULT_HEADINGS, PACK_ID
from baocao.packs.pack import Pack
from baocao.packs.shelves import UNIT_PACKS
from baocao.vietnamese.text import first_upper, nfc, slug

FILES = ("goi.yaml", "chi-tieu.yaml", "noi-dung.md", "vi-du.yaml")
EXAMPLE = "vi-du.yaml"
_SIGNING = "khoi_ky"
_TITLE = "Báo cáo kết quả thực hiện nhiệm vụ"
_TYPE = "Báo cáo "
_EXAMPLE_YEAR = 2026
_EXAMPLES = {
    Kind.COUNT: "12",
    Kind.RATE: "95%",
    Kind.POINTS: "9",
    Kind.RANK: "3/40",
    Kind.MONEY: "350 triệu đồng",
    Kind.DATE: "18/12/2026",
    Kind.PERIOD: "năm 2026",
    Kind.DOCUMENT: "{loai: Kế hoạch, so: 15/KH-UBND, ngay: 20/01/2026}",
    Kind.TEXT: "Đã thực hiện.",
    Kind.YESNO: "có",
}


@dataclass(frozen=True, slots=True)
class NewPack:
    """A pack to be written. try_it: the command that makes the report of its example."""

    folder: Path
    files: Mapping[Path, bytes]
    try_it: str


def new_pack(
    name: str, folder: Path, *, title: str = "", base: str = "", unit_folders: Sequence[str] = ()
) -> NewPack:
    """The files of a new pack; nothing is written.

    name: of the pack, as typed. folder: what its folder is made in. title: of the report; "" takes a general
    one. base: the pack it is based on, or "". unit_folders: of the unit and those above it, whose packs count
    too. Raises `DataError` for a name that cannot be used, `OutputError` when its folder is there already and
    `PackError` for the base.
    """
    _check_name(name, unit_folders)
    target = folder / name
    with told_of(target):
        if target.exists():
            raise OutputError(finding("goi-thu-muc-da-co", thu_muc=target))
    below = find_pack(base, unit_folders) if base else None
    holes = _holes(name, target, title, below, found_by_name=_is_shelf(folder, unit_folders))
    holes |= _holes_of_base(below) if below else {}
    skeleton = "dua-tren" if below else "goi"
    texts = {file: fill(f"{skeleton}/{file}", holes) for file in FILES}
    files = {target / file: text.encode() for file, text in texts.items()}
    return NewPack(
        target, files | {target / "mau.docx": _template(texts["noi-dung.md"], below)}, holes["lenh_thu"]
    )


def _check_name(name: str, unit_folders: Sequence[str]) -> None:
    if not PACK_ID.fullmatch(name):
        example = slug(name) or "tiep-cong-dan"
        raise DataError(finding("goi-ten-sai", ten=name[:60], vi_du=example[:60]))
    if name in {pack.id for pack in list_packs(unit_folders)}:
        raise DataError(finding("goi-ten-da-dung", ten=name))


def _is_shelf(folder: Path, unit_folders: Sequence[str]) -> bool:
    """Whether packs in that folder are found by their names."""
    return any(folder.resolve() == (Path(unit) / UNIT_PACKS).resolve() for unit in unit_folders)


def _holes(name: str, target: Path, title: str, below: Pack | None, *, found_by_name: bool) -> dict[str, str]:
    shown = _quoted(target)
    full = " ".join(nfc(title).split()) or (below.manifest.title if below else _TITLE)
    option = "" if found_by_name else f" --mau {shown}"
    return {
        "ma": name,
        "thu_muc": shown,
        "ten": scalar(full),
        "trich_yeu": scalar(_subject(full)),
        "lenh_thu": f"baocao tao {_quoted(target / EXAMPLE)}{option}",
        "lenh_trong": f"baocao mau truong {name if found_by_name else shown} --so-lieu",
    }


def _quoted(path: Path) -> str:
    text = path.as_posix()
    return f'"{text}"' if " " in text else text


def _subject(title: str) -> str:
    """The trích yếu: the title without its type, with the period."""
    return f"{first_upper(title.removeprefix(_TYPE))} {{ky}}"


def _holes_of_base(below: Pack) -> dict[str, str]:
    required = [item for item in below.catalogue if item.required]
    return {
        "nen": below.id,
        "khoi": _own_block(below),
        "ky": first_period(below, _EXAMPLE_YEAR),
        "cap": next(iter(below.manifest.levels), "xa"),
        "bat_buoc": "\n".join(_data(required)),
    }


def _own_block(below: Pack) -> str:
    """The last block of the template's own text before who signs; an appendix comes after it.

    Raises `PackError` when there is none.
    """
    from baocao.authoring.chain import read_chain
    from baocao.template.sources import layer_sources

    bottom = read_chain(layer_sources(below))[-1]
    body = takewhile(lambda item: item[0] != _SIGNING, bottom.outline.spans.items())
    own = [name for name, span in body if not span.outer and name not in COMPONENTS]
    if not own:
        raise PackError(finding("goi-nen-khong-khoi", Where(bottom.source.name), nen=below.id))
    return own[-1]


def _template(source: str, below: Pack | None) -> bytes:
    headings = below.manifest.headings if below else DEFAULT_HEADINGS
    profile = below.manifest.format_profile if below else FORMATS[0]
    return build_template(source, headings, load_format(profile))


def _data(indicators: Sequence[Indicator]) -> list[str]:
    """The lines below `so_lieu:` that give each indicator its example."""
    tree: dict[str, Any] = {}
    for indicator in indicators:
        *groups, last = indicator.id.split(".")
        place = tree
        for group in groups:
            place = place.setdefault(group, {})
        place[last] = _example(indicator)
    return _lines(tree, 1)


def _lines(tree: Mapping[str, Any], depth: int) -> list[str]:
    lines = []
    for name, below in tree.items():
        text = below if isinstance(below, str) else ""
        lines.append(f"{'  ' * depth}{name}: {text}".rstrip())
        lines += [] if text else _lines(below, depth + 1)
    return lines


def _example(indicator: Indicator) -> str:
    """An indicator's example as YAML; a list has one row."""
    if indicator.kind is Kind.LIST:
        fields = [f"{one.id}: {_example(one)}" for one in indicator.fields if one.required]
        return f"[{{{', '.join(fields)}}}]"
    if indicator.kind is Kind.DOCUMENT or not indicator.example:
        example = _EXAMPLES[indicator.kind]
        return example if indicator.kind is Kind.DOCUMENT else scalar(example)
    return scalar(indicator.example)
