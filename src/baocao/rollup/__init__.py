"""Many units -> one: counts add up, rates are reckoned anew, lists are joined, and nothing is lost unnoticed.

`roll_up` is the door. Data files that were read come in; a `Rolled` goes out, which `as_data` makes into an
ordinary data file of the unit above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from baocao.errors import Finding, PackError, finding, stops
from baocao.intake.raw import RawRecord
from baocao.model.shared_years import with_shared_figures
from baocao.packs.finder import FIRST_PACK, find_pack
from baocao.packs.pack import Pack
from baocao.rollup.completeness import check_complete
from baocao.rollup.gathering import Gathering
from baocao.rollup.last_year import LastYear, last_year_of
from baocao.rollup.outliers import check_outliers
from baocao.rollup.reading import Sent, pack_named, read_sent
from baocao.rollup.result import as_data
from baocao.rollup.rolled import Rolled, totals_of
from baocao.rollup.upper import Upper, read_upper
from baocao.vietnamese.unit_names import unit_key

__all__ = ["LastYear", "Rolled", "Upper", "as_data", "last_year_of", "pack_of", "read_upper", "roll_up"]


def pack_of(raws: Sequence[RawRecord], upper: Upper, named: str = "") -> Pack:
    """The pack that is named, else the one most units name. Raises `PackError` when it cannot be used."""
    counted = Counter(name for raw in raws if (name := pack_named(raw)))
    usual = max(counted, key=lambda name: (counted[name], name), default="")
    if not (named or usual):
        raise PackError(finding("goi-chua-neu", vi_du=FIRST_PACK))
    return find_pack(named or usual, upper.folders)


def roll_up(
    raws: Iterable[RawRecord],
    pack: Pack,
    upper: Upper,
    *,
    year: int = 0,
    draft: bool = False,
    earlier: Iterable[RawRecord] = (),
) -> Rolled:
    """Add up what the units have sent.

    year: that the folder of the files is named after, 0 for none. draft: what cannot be added up is left out
    with a warning. earlier: files of last year, for units whose own files name none. The order of `raws`
    changes nothing. Totals with findings that stop are of no use.
    """
    sent = (read_sent(raw, pack, upper) for raw in raws)
    serving = (raw for raw in earlier if pack_named(raw) in ("", *pack.of_years))
    before = (_sent_before(raw, pack, upper) for raw in serving)
    gathered = Gathering(sent, pack, upper, year, draft=draft, earlier=before)
    missing = tuple(gathered.check_names())
    rolled = Rolled(
        upper,
        pack,
        gathered.period,
        gathered.members,
        totals_of(pack, gathered.members),
        missing,
        tuple(sorted(gathered.left_out, key=lambda one: (one.name, one.file))),
    )
    found = [*gathered.findings, *_not_sent(rolled)]
    if not stops(found):
        found += [*check_complete(rolled), *check_outliers(rolled)]
    return replace(rolled, findings=tuple(dict.fromkeys(found)))


def _sent_before(raw: RawRecord, pack: Pack, upper: Upper) -> Sent:
    """What a file of last year brings; one of another kind of report as far as both have the figures."""
    sent = read_sent(with_shared_figures(raw, pack), pack, upper)
    return replace(sent, pack_id=pack_named(raw))


def _not_sent(rolled: Rolled) -> Iterable[Finding]:
    if rolled.missing:
        upper = rolled.upper
        facts: dict[str, Any] = {"so": len(rolled.missing), "tong": len(upper.units), "theo": upper.source}
        yield finding("tong-hop-chua-gui", cac_don_vi=", ".join(_with_reasons(rolled)), **facts)


def _with_reasons(rolled: Rolled) -> Iterable[str]:
    """The missing units, each with why its file was left out."""
    reasons = {unit_key(one.name): one.reason for one in rolled.left_out}
    for name in rolled.missing:
        reason = reasons.get(unit_key(name))
        yield f"{name} (để ngoài: {reason})" if reason else name
