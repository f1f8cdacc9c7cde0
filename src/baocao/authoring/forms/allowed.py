"""What the sides of a check may differ by, as formulas made of `packs.judgement`."""

from __future__ import annotations

from decimal import Decimal

from baocao.authoring.forms.live import (
    EMPTY,
    NOTHING,
    SLACK,
    UNLIMITED,
    Live,
    Test,
    added,
    choose,
    literal,
    number_in,
    numbers,
    rate,
)
from baocao.packs.judgement import HEDGED, LEFT_MAY_BE_HEDGED, share_slack, span
from baocao.packs.rules import Rule

Ends = tuple[Live, Live]
"""The least and the greatest that left - right may be."""

_ZERO = literal(Decimal(0))


def allowed_gap(rule: Rule, slacks: list[Live], hedge: Live | None = None) -> Ends:
    """What left - right may be, as `packs.judgement.span` says. hedge: the cell of the left side's slack."""
    off = added(slacks) if slacks else _ZERO
    low, high = span(rule.relation, margin=off.value or Decimal(0))
    plain = (
        literal(-UNLIMITED) if low is None else Live(f"-{off.text}", low),
        literal(UNLIMITED) if high is None else Live(off.text, high),
    )
    if hedge is None or rule.kind not in LEFT_MAY_BE_HEDGED:
        return plain
    ends = []
    for place, (found, end) in enumerate(zip(plain, (-UNLIMITED, UNLIMITED), strict=True)):
        open_ = [word for word, loose in HEDGED.items() if loose[place]]
        words = ",".join(f'{hedge.text}="{word}"' for word in open_)
        hedged = choose(Test(f"OR({words})", hedge.word in open_), literal(end), _ZERO)
        ends.append(choose(number_in(hedge), found, hedged))
    return ends[0], ends[1]


def knows_hedge(slack: Live) -> Test:
    """Whether a slack is a number, or the word before a typed number; not for a figure that is unknown."""
    words = ",".join(f'{slack.text}="{word}"' for word in HEDGED)
    return Test(f"OR(ISNUMBER({slack.text}),{words})", slack.value is not None or slack.word in HEDGED)


def exact_share(over: Live, under: Live) -> Live:
    """The exact share in percent."""
    text = f"IF({under.text}>0,100*{over.text}/{under.text},{NOTHING})"
    known = over.value is not None and bool(under.value)
    share = 100 * (over.value or Decimal(0)) / (under.value or Decimal(1)) if known else None
    return choose(numbers([over, under]), Live(text, share), EMPTY)


def right_share(stated: Live, over: Live, under: Live, places: Live) -> Live:
    """What a stated rate must be: the share as `baocao.derive.agreement.gives` rounds it.

    A share that would round to 0 is printed as "dưới 0,01%". So when the stated rate is that small, any share
    up to 0,01% is right.
    """
    share, step = exact_share(over, under), _step(places)
    least = step.value or Decimal(0)
    known = share.value or Decimal(0)
    below = Test(f"{share.text}<={step.text}+{SLACK}", known <= least)
    tiny = Test(f"AND({over.text}>0,200*{over.text}*10^{places.text}<{under.text})", 0 < known < least / 2)
    printed = choose(tiny, share, rate(over, under, places, EMPTY))
    right = choose(_rounds_to_nothing(stated, places), choose(below, step, share), printed)
    return choose(numbers([over, under]), right, EMPTY)


def cut_share(stated: Live, slack: Live, over: Live, under: Live, places: Live) -> Live:
    """The share with its further decimals cut off, of a rate stated as a plain number; else none."""
    cut = Live(f"ROUNDDOWN(100*{over.text}/{under.text}+{SLACK},{places.text})")
    none = literal(Decimal(-1))
    plain = choose(_rounds_to_nothing(stated, places), none, cut)
    return choose(number_in(stated), choose(number_in(slack), plain, none), none)


def _step(places: Live) -> Live:
    return Live(f"10^-({places.text})", Decimal(1).scaleb(-int(places.value or 0)))


def _rounds_to_nothing(stated: Live, places: Live) -> Test:
    """Whether a stated rate is printed as "dưới" the smallest one."""
    number, least = stated.value or Decimal(0), _step(places).value or Decimal(0)
    return Test(f"AND({stated.text}>0,ROUND({stated.text},{places.text})=0)", 0 < number < least / 2)


def money_end(sign: str, values: tuple[Decimal, ...], step: Decimal) -> Decimal | None:
    if None in values:
        return None
    over, under, off, below, right = values
    one = -1 if sign == "-" else 1
    return 100 * (over + one * off) / (under - one * below) + one * step - right


def share_slacks(shares: list[Live], places: list[Live]) -> Live:
    """How far the sum of stated shares may be from 100, as `packs.judgement.share_slack` says of each."""
    texts, whole = [], Decimal(0)
    for share, last in zip(shares, places, strict=True):
        step = f"10^-{last.text}"
        edge = f"OR(ABS({share.text}-{step})<{SLACK},ABS(100-{step}-{share.text})<{SLACK})"
        texts.append(f"{step}*IF({edge},1,0.5)")
        if share.value is not None:
            whole += share_slack(share.value, int(last.value or 0))
    return Live("+".join(texts), whole)
