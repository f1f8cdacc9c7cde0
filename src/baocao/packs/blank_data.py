"""A data file to fill in: every indicator of a pack with its label, unit, explanation and an example."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.pack import Pack

_Tree = dict[str, "Indicator | _Tree"]

_HEAD = """# {title}
# Bỏ dấu # ở đầu dòng rồi gõ số liệu sau dấu hai chấm; dòng nào không có thì để nguyên.
# Chưa có số liệu thì để trống; trong kỳ thật sự không có thì gõ: không phát sinh.
goi: {id}
{unit}
ky: {period}
van_ban:
  so:
  ngay:
{previous}

so_lieu:"""
_OWN_UNIT = "# don_vi: không cần ghi; máy dùng hồ sơ don-vi.yaml của thư mục làm việc này."
_PREVIOUS = "# nam_truoc: {file}   # tệp số liệu kỳ trước, để so sánh"
_PERIODS = {
    "quy": "{{quy: 1, nam: {year}}}",
    "thang": "{{thang: 1, nam: {year}}}",
    "6_thang": "{{loai: 6_thang, so: 1, nam: {year}}}",
    "9_thang": "{{loai: 9_thang, nam: {year}}}",
    "giai_doan": "{{nam: {first} - {year}}}",
}
_YEAR = "{{nam: {year}}}"
_WORDS = {Kind.YESNO: "có", Kind.TEXT: "|"}


def blank_data(pack: Pack, *, year: int = 2025, unit: str = "don-vi.yaml", previous: str = "") -> str:
    """YAML text: groups as the ids are dotted, optional indicators as comments. Ends with a newline.

    unit: the unit profile's file; "" for a data file in a working folder, which has one. previous: the data
    file of the period before, when there is one.
    """
    head = _HEAD.format(
        title=pack.manifest.title,
        id=pack.id,
        unit=f"don_vi: {unit}" if unit else _OWN_UNIT,
        period=first_period(pack, year),
        previous=f"nam_truoc: {previous}" if previous else _PREVIOUS.format(file=f"{year - 1}.yaml"),
    )
    return "\n".join((head, *_lines(_tree(pack), pack))) + "\n"


def first_period(pack: Pack, year: int) -> str:
    """The first period that the pack reports on, in that year, as `ky` of a data file."""
    form = _PERIODS.get(pack.manifest.period_kinds[0], _YEAR)
    return form.format(year=year, first=year - 4)


def _tree(pack: Pack) -> _Tree:
    """The indicators below the names of their groups; a group stands where its first indicator does."""
    tree: _Tree = {}
    for indicator in pack.catalogue:
        *groups, name = indicator.id.split(".")
        place = tree
        for group in groups:
            below = place.setdefault(group, {})
            assert isinstance(below, dict)  # no id is the beginning of another: `packs.checks`
            place = below
        place[name] = indicator
    return tree


def _lines(tree: _Tree, pack: Pack, path: tuple[str, ...] = ()) -> Iterator[str]:
    indent = "  " * (len(path) + 1)
    for name, below in tree.items():
        if isinstance(below, dict):
            label = pack.catalogue.groups.get(".".join((*path, name)), "")
            yield f"{indent}{name}:" + (f"  # {label}" if label else "")
            yield from _lines(below, pack, (*path, name))
        else:
            yield from _entry(below, name, indent)


def _entry(indicator: Indicator, name: str, indent: str) -> Iterator[str]:
    unit = f" ({indicator.unit})" if indicator.unit else ""
    needed = " — bắt buộc" if indicator.required else ""
    yield f"{indent}# {indicator.label}{unit}{needed}. {indicator.explanation}".rstrip()
    sign = "" if indicator.required else "# "
    if indicator.kind is Kind.LIST:
        yield f"{indent}{sign}{name}:"
        fields = ", ".join(f"{field.id}: …" for field in indicator.fields)
        yield f"{indent}#   - {{{fields}}}"
    elif indicator.kind is Kind.DOCUMENT:
        yield f"{indent}{sign}{name}: {{loai: Kế hoạch, so: 34/KH-UBND, ngay: 06/02/2025, trich_yeu: …}}"
    else:
        value = _WORDS.get(indicator.kind, "")
        example = f"  # ví dụ: {indicator.example}" if indicator.example else ""
        yield f"{indent}{sign}{name}: {value}".rstrip() + example
