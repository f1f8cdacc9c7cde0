"""How many faults of format the check finds and how often it is wrong: docs/do-chinh-xac-the-thuc.md printed.

python tools/measure_format.py                  prints the page (needs pandoc and LibreOffice)
python tools/measure_format.py --sot            lists what is missed, unsure, or told besides
python tools/measure_format.py --chi tay nha    only these families, nothing printed but the lists
--tien-trinh N: how many processes; all processors without it.

The corpus stands in tests/conformance: documents typed, converted and saved in many ways, all conforming, and
single faults made in each of them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from baocao.formats.rules import Weight  # noqa: E402
from conformance import corpus_all  # noqa: E402
from conformance.corpus_kit import Construction  # noqa: E402
from conformance.measuring import HARD, checked, false_alarms, misread, outcome, profile  # noqa: E402

PAGE = ROOT / "docs" / "do-chinh-xac-the-thuc.md"
FAMILIES = {
    "nha": "báo cáo do `baocao` làm",
    "tay": "gõ tay (python-docx, XML của Word)",
    "pandoc": "pandoc từ Markdown",
    "libreoffice": "LibreOffice mở rồi lưu lại",
}
WEIGHTS = {Weight.MUST: "bắt buộc", Weight.PRACTICE: "thông lệ", Weight.HINT: "nên xem"}
OPENING = """\
# Độ chính xác của việc soát thể thức

Trang này do `python tools/measure_format.py` in ra, không sửa tay. Bộ mẫu có {files} tệp đúng thể thức, mỗi
tệp làm theo một cách; từng tệp lại bị làm sai đúng một chỗ bằng {kinds} kiểu sai, thành {made} tệp sai. Người
viết bộ mẫu đọc nghị định, không đọc mã của phần soát; nhưng phần soát đã được sửa theo những chỗ sót mà bộ
mẫu chỉ ra, nên các số dưới đây nói về bộ mẫu này, không hứa như thế với mọi văn bản.

- Lỗi bắt buộc: nhận ra {must_found} trong {must_made} tệp sai ({must_rate}); {must_unsure} tệp được trả lời
  “chưa chắc, cần người xem”.
- Lỗi thông lệ: nhận ra {practice_found} trong {practice_made} ({practice_rate}). Điều nên xem: {hint_found}
  trong {hint_made} ({hint_rate}).
- Nhắc nhầm điều bắt buộc hoặc thông lệ trên {files} tệp đúng: {false}.
- Nhắc nhầm sau {allowed} lần đổi chữ, đổi cách gõ mà nghị định cho phép: {alarms}.
- Nhắc thêm một điều bắt buộc khác ngoài lỗi đã gây: {strays} trong {made} tệp sai.
- Thành phần thể thức nhận đúng từng chữ ở {read} trong {files} tệp đúng.
"""


@dataclass
class Weighed:
    """What came of one construction; a row a mutation: name, found, unsure, strays.

    allowed: how many changes that break nothing were tried. alarms: what was told after them.
    """

    name: str
    family: str
    false: list[str] = field(default_factory=list)
    hints: int = 0
    unsure: int = 0
    misread: list[str] = field(default_factory=list)
    rows: list[tuple[str, bool, bool, list[str]]] = field(default_factory=list)
    allowed: int = 0
    alarms: list[str] = field(default_factory=list)


def weighed(one: Construction) -> Weighed:
    """Check the sound file and each wrong one made from it."""
    states = {(unit, paper): checked(one.build(), one.content, unit=unit, electronic=paper)
              for unit, paper in ((False, None), (True, None), (False, True))}  # fmt: skip
    plain = states[False, None]
    result = Weighed(
        one.name, one.family, misread=misread(plain.parts, one.content), unsure=len(plain.unsure)
    )
    for fault in plain.faults:
        if fault.rule.weight in HARD:
            result.false.append(f"{fault.rule.id} ({fault.seen.seen})")
        else:
            result.hints += 1
    for mutation in () if one.sound_only else corpus_all.mutations().values():
        found = outcome(one, mutation, states[mutation.unit, mutation.electronic])
        if found is not None:
            result.rows.append((mutation.name, found.found, found.unsure, found.strays))
    for name, told in () if one.sound_only else false_alarms(one, plain):
        result.allowed += 1
        result.alarms += [f"{line} sau “{name}”" for line in told]
    return result


_CORPUS: list[Construction] = []


def _weighed_at(at: int) -> Weighed:
    return weighed(_CORPUS[at])


def measured(families: Sequence[str], folder: Path, processes: int | None) -> list[Weighed]:
    """All constructions of some families, in the order of the corpus."""
    _CORPUS[:] = [one for one in _constructions(families, folder) if one.family in families]
    corpus_all.mutations()
    with Pool(processes) as pool:
        return pool.map(_weighed_at, range(len(_CORPUS)), chunksize=1)


def _constructions(families: Sequence[str], folder: Path) -> Iterator[Construction]:
    yield from corpus_all.plain()
    if "pandoc" in families:
        yield from corpus_all.pandoc()
    if "libreoffice" in families:
        yield from corpus_all.libreoffice(folder)


def page(results: Sequence[Weighed]) -> str:
    """The page as Markdown."""
    return "\n".join([*_opening(results), *_families(results), *_rules(results), *_left(results)]) + "\n"


def _share(found: int, made: int) -> str:
    return f"{100 * found / made:.1f}%".replace(".", ",").replace(",0%", "%") if made else "–"


def _weight(name: str) -> Weight:
    return profile().rules[corpus_all.mutations()[name].rule].weight


def _opening(results: Sequence[Weighed]) -> Iterator[str]:
    facts: dict[str, object] = {
        "files": len(results),
        "kinds": len({row[0] for result in results for row in result.rows}),
        "made": sum(len(result.rows) for result in results),
        "false": sum(len(result.false) for result in results),
        "strays": sum(bool(row[3]) for result in results for row in result.rows),
        "allowed": sum(result.allowed for result in results),
        "alarms": sum(len(result.alarms) for result in results),
        "read": sum(not result.misread for result in results),
    }
    for key, weight in (("must", Weight.MUST), ("practice", Weight.PRACTICE), ("hint", Weight.HINT)):
        rows = [row for result in results for row in result.rows if _weight(row[0]) is weight]
        found = sum(row[1] for row in rows)
        facts |= {f"{key}_made": len(rows), f"{key}_found": found, f"{key}_rate": _share(found, len(rows))}
        facts[f"{key}_unsure"] = sum(row[2] and not row[1] for row in rows)
    shown = {
        key: f"{value:,}".replace(",", ".") if isinstance(value, int) else value
        for key, value in facts.items()
    }
    yield OPENING.format(**shown)


def _families(results: Sequence[Weighed]) -> Iterator[str]:
    yield "## Theo cách làm tệp"
    yield ""
    yield "| cách làm | tệp đúng | nhắc nhầm | điều nên xem | chưa chắc | tệp sai | nhận ra |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for family, told in FAMILIES.items():
        ours = [result for result in results if result.family == family]
        if ours:
            yield _family_row(f"**{told}**", ours)
            yield from (_family_row(f"`{result.name}`", [result]) for result in ours)
    yield ""


def _family_row(name: str, results: Sequence[Weighed]) -> str:
    made = sum(len(result.rows) for result in results)
    found = sum(row[1] for result in results for row in result.rows)
    counts = (
        len(results),
        sum(len(result.false) for result in results),
        sum(result.hints for result in results),
        sum(result.unsure for result in results),
        made,
    )
    return f"| {name} | {' | '.join(map(str, counts))} | {_share(found, made)} |"


def _rules(results: Sequence[Weighed]) -> Iterator[str]:
    rules, mutations = profile().rules, corpus_all.mutations()
    kinds = Counter(mutation.rule for mutation in mutations.values())
    made, found, unsure = Counter[str](), Counter[str](), Counter[str]()
    false = Counter(told.split()[0] for result in results for told in result.false)
    for result in results:
        for name, seen, doubted, _ in result.rows:
            rule = mutations[name].rule
            made[rule] += 1
            found[rule] += seen
            unsure[rule] += doubted and not seen
    yield "## Theo quy tắc"
    yield ""
    yield "| quy tắc | điều phải giữ | mức | kiểu sai | tệp sai | nhận ra | chưa chắc | nhắc nhầm |"
    yield "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |"
    for ident, rule in rules.items():
        if kinds[ident] or false[ident]:
            told = rule.name.replace("|", "\\|")
            counts = f"{kinds[ident]} | {made[ident]} | {_share(found[ident], made[ident])} | {unsure[ident]}"
            yield f"| {ident} | {told} | {WEIGHTS[rule.weight]} | {counts} | {false[ident]} |"
    yield ""


def _left(results: Sequence[Weighed]) -> Iterator[str]:
    yield "## Còn sót"
    yield ""
    left = list(_missed(results))
    yield from (f"- {line}" for line in left or ["Không còn."])


def _missed(results: Sequence[Weighed]) -> Iterator[str]:
    for result in results:
        yield from (f"{result.name}: nhắc nhầm {told}" for told in result.false)
        yield from (f"{result.name}: nhắc nhầm {told}" for told in result.alarms)
        yield from (f"{result.name}: nhận chưa đúng {told}" for told in result.misread)
    names = corpus_all.mutations()
    for name in names:
        for label, at in (("bỏ sót", 1), ("chưa chắc", 2)):
            where = [
                result.name
                for result in results
                for row in result.rows
                if row[0] == name and not row[1] and row[2] is (at == 2)
            ]
            if where:
                yield f"{name}: {label} ở {', '.join(where)}"


def _stray_lines(results: Sequence[Weighed]) -> Iterator[str]:
    for result in results:
        for name, _, _, strays in result.rows:
            if strays:
                yield f"{name}: nhắc thêm {', '.join(strays)} ở {result.name}"


def main() -> None:
    """Print the page, or the lists of what is left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sot", action="store_true")
    parser.add_argument("--chi", nargs="+", choices=FAMILIES, default=[])
    parser.add_argument("--tien-trinh", type=int, default=None)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = measured(chosen.chi or list(FAMILIES), Path(folder), chosen.tien_trinh)
    if chosen.sot or chosen.chi:
        print("\n".join([*_missed(results), *_stray_lines(results)]))
    if not chosen.chi:
        PAGE.write_text(page(results), encoding="utf-8")


if __name__ == "__main__":
    main()
