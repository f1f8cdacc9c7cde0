"""`baocao tong-hop`: the files of the units -> a roll-up -> a data file of the unit above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from baocao.authoring.data_text import data_json, data_text, typed_only
from baocao.authoring.unit_records import unit_records
from baocao.errors import DataError, Finding, Where, finding
from baocao.intake.files import read_data
from baocao.intake.mapping import from_python
from baocao.intake.profile import read_profiles
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.reader import read
from baocao.intake.references import files_read, moved, seen_from
from baocao.intake.years import LAST_YEAR, with_files_around
from baocao.model.doubts import SEEN
from baocao.model.rolled import OWN, ROLLED_UP
from baocao.model.shared_years import with_shared_years
from baocao.rollup import LastYear, Rolled, Upper, as_data, last_year_of, pack_of, read_upper, roll_up
from baocao.rollup.doubts import doubts_of
from baocao.rollup.reading import name_of
from baocao.rollup.result import period_entry
from baocao.rollup.rolled import words
from baocao.rollup.sources import find_sources, last_years_place
from baocao.source.raw import nothing
from baocao.vietnamese.unit_names import unit_key
from baocao.workplace import find_workplace, year_of

HEADING = (
    "Số liệu tổng hợp do lệnh «baocao tong-hop» lập; chạy lại lệnh thì tệp được ghi lại từ đầu.",
    "Số riêng của đơn vị (số văn bản, hạng, lời văn…) nên để ở tệp khác và thêm vào bằng --kem.",
)
_OWN_ENTRIES = ("van_ban", "nguoi_ky", "nam_truoc", "cac_nam", "chu_thich")


def roll_up_files(
    places: Sequence[Path],
    profile: Path,
    *,
    pack: str = "",
    result: Path | None = None,
    draft: bool = False,
) -> Rolled:
    """Add up the data files that `places` are or hold.

    profile: of the unit above. result: the file that will be written; it is no input when this command made
    it for this unit. Units that sent last year, and not this year, are missing when the profile does not list
    the units. Raises `DataError` when there is nothing to add up, `PackError` when the pack cannot be used.
    """
    upper, faults = read_upper(profile)
    if not upper.name:
        raise DataError(
            faults or (finding("thieu-muc", Where(str(profile)), muc="ten", vi_du="Ủy ban nhân dân…"),)
        )
    sources = find_sources(places)
    if result is not None and _is_among(result, sources.files) and _made_for(result, upper):
        sources = find_sources(places, result=result)
    year = _year_of(places)
    raws = list(unit_records(sources.files))
    before = last_years_place(places, year) if year else ()
    wanted = not upper.units or any(raw.previous is None for raw in raws)
    earlier = list(unit_records(find_sources(before).files)) if before and wanted else []
    names = [name_of(raw, upper)[0] for raw in earlier]
    upper = upper.expecting(names, f"thư mục năm trước ({', '.join(str(place) for place in before)})")
    rolled = roll_up(raws, pack_of(raws, upper, pack), upper, year=year, draft=draft, earlier=earlier)
    findings = (*faults, *sources.findings, *rolled.findings)
    inputs = _inputs(profile, (*raws, *earlier)) if result is not None and result.exists() else ()
    return replace(rolled, findings=findings, inputs=inputs)


def _is_among(result: Path, files: Iterable[Path]) -> bool:
    return result.exists() and any(file.exists() and file.samefile(result) for file in files)


def _made_for(result: Path, upper: Upper) -> bool:
    """Whether a file is a roll-up of the unit itself; one of a unit below is a source like any other."""
    raw = read(result)
    entry = raw.main.children.get(ROLLED_UP)
    return entry is not None and not entry.blank and unit_key(name_of(raw, upper)[0]) == unit_key(upper.name)


def _inputs(profile: Path, raws: Iterable[RawRecord]) -> tuple[Path, ...]:
    """Every file that was read. Records of one file are the rows of one table."""
    above = (Path(parent.where.file) for parent in read_profiles(None, Path(), profile).parents)
    by_file = {(raw.file, raw.previous_file and raw.previous_file.where.file): raw for raw in raws}
    read_from = (file for raw in by_file.values() for file in files_read(raw))
    return tuple(dict.fromkeys((profile, *above, *read_from)))


def profile_beside(places: Sequence[Path]) -> Path:
    """The profile of the working folder around the first place. Raises `DataError` when there is none."""
    place = find_workplace(places[0])
    if place is None:
        raise DataError(finding("tong-hop-thieu-don-vi"))
    return place.profile


def result_file(rolled: Rolled, target: Path, own: Path | None = None) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of the result, and findings about the unit's own file.

    target: where it will stand; `.json` makes it JSON, `.xlsx` a filled form with further sheets: the table
    of all units, what was told, the texts for reading. own: a data file with what the units do not give:
    number and date, signer, ranks, texts. What it says stands; `judge_own` tells whether it may.
    """
    tree, found = data_tree(rolled, target, own)
    if target.suffix.lower() == ".json":
        return data_json(tree).encode(), found
    if target.suffix.lower() == ".xlsx":
        from baocao.authoring.forms.rolled_form import rolled_form

        return rolled_form(replace(rolled, findings=rolled.findings + found), tree, target), found
    return data_text(tree, rolled.pack.catalogue, HEADING).encode(), found


def data_tree(rolled: Rolled, target: Path, own: Path | None) -> tuple[RawValue, tuple[Finding, ...]]:
    """The data file as a tree. Last year's totals are in it unless `own` names last year's figures, or the
    result of last year stands where they are looked for.
    """
    reading = read_data(own) if own is not None else nothing("")
    if not reading.readable and own is not None:
        raise DataError(reading.findings)
    typed = typed_only(reading.value)
    profile = seen_from(rolled.upper.file, target.parent)
    before = LastYear()
    if LAST_YEAR not in typed.children and not _finds_last_year(rolled, profile, target):
        figures = typed.children.get("so_lieu")
        ids = {id_ for id_, _ in _leaves(figures, "", rolled)} if figures is not None else set()
        before = last_year_of(rolled, ids)
    tree = from_python(as_data(rolled, profile, before.totals, doubts_of(rolled))).value
    if own is None:
        return tree, before.findings
    merged, told = _merged(tree, moved(typed, own.parent, target.parent), rolled)
    return merged, (*told, *before.findings)


def _finds_last_year(rolled: Rolled, profile: str, target: Path) -> bool:
    """Whether a data file at `target` finds last year's own result by itself."""
    if rolled.period is None:
        return False
    head = {"goi": rolled.pack.id, "don_vi": profile, "ky": period_entry(rolled.period)}
    raw = RawRecord(
        str(target), from_python(head).value, nothing("").value, unit_folders=rolled.upper.folders
    )
    return with_shared_years(with_files_around(raw, target), rolled.pack).previous is not None


def _year_of(places: Iterable[Path]) -> int:
    """The year that the folders are named after, 0 when there is none or they differ."""
    years = {
        next((year for part in reversed(place.parts) if (year := year_of(Path(part)))), 0) for place in places
    }
    return years.pop() if len(years) == 1 else 0


def _merged(tree: RawValue, own: RawValue, rolled: Rolled) -> tuple[RawValue, list[Finding]]:
    """The data with what the unit's own file says; figures that stand in both are told."""
    entries = {**tree.children, **{name: own.children[name] for name in _OWN_ENTRIES if name in own.children}}
    told: list[Finding] = []
    own_ids: list[RawValue] = []
    figures = own.children.get("so_lieu")
    for id_, raw in _leaves(figures, "", rolled) if figures is not None else ():
        if id_ in rolled.totals:
            told.append(_in_both(rolled, id_, raw))
            own_ids.append(RawValue(id_, raw.where, Literal.TEXT))
        entries["so_lieu"] = _with(entries["so_lieu"], id_.split("."), raw)
    seen = own.children[ROLLED_UP].children.get(SEEN) if ROLLED_UP in own.children else None
    if seen is not None:
        entries[ROLLED_UP] = _with(entries[ROLLED_UP], [SEEN], seen)
    if own_ids:
        ids = RawValue(tuple(own_ids), own.where, Literal.LIST)
        entries[ROLLED_UP] = _with(entries[ROLLED_UP], [OWN], ids)
    return replace(tree, value=entries), told


def _in_both(rolled: Rolled, id_: str, raw: RawValue) -> Finding:
    one = rolled.pack.catalogue[id_]
    typed = raw.children.get("gia_tri", raw)
    said = typed.text or f"{len(raw.items)} dòng"
    place = raw.where.but(key=id_, label=one.label)
    summed = words(rolled.totals[id_], one)
    return finding("tong-hop-cong-hai-noi", place, ten=one.label, rieng=said, cong=summed)


def _leaves(raw: RawValue, prefix: str, rolled: Rolled) -> Iterator[tuple[str, RawValue]]:
    """Every entry that is an indicator's, or of an unknown name: reading the result will tell it."""
    for name, child in raw.children.items():
        id_ = f"{prefix}{name}"
        if id_ not in rolled.pack.catalogue and child.children:
            yield from _leaves(child, f"{id_}.", rolled)
        elif not child.blank:
            yield id_, child


def _with(tree: RawValue, path: Sequence[str], raw: RawValue) -> RawValue:
    """The tree with a value at the end of a path of names."""
    first, *rest = path
    below = tree.children.get(first, RawValue({}, raw.where, Literal.MAP))
    value = _with(below, rest, raw) if rest else raw
    return RawValue({**tree.children, first: value}, tree.where, Literal.MAP)
