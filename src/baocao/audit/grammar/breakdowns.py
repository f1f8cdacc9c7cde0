"""Totals that the text breaks down: "n, trong đó: p …; q …", "n gồm p và q", "n (p, q)", "n = p + q"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from baocao.audit.document import PassageKind
from baocao.audit.grammar.bullets import bullet_items
from baocao.audit.grammar.choosing import Choice, choose, is_family
from baocao.audit.grammar.clauses import Clause
from baocao.audit.grammar.lists import items_of
from baocao.audit.grammar.note_lists import are_kinds, are_parts, listed_parts
from baocao.audit.grammar.openers import Opener, openers
from baocao.audit.grammar.parts import fit, is_secondary, may_count
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.scanning.kinds import Kind
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement

_FILE = "trong-do.yaml"
_LONGEST_SCOPE = 400
_MOST_TOTALS = 16
_MOST_UNOPENED = 200
_LARGEST_FAMILY = 4
_NEAR = 10
"""Tokens between a total and the colon or bracket that breaks it down."""
_OF_SOME = ("mot_phan", "trong_so")
"""Openers of lists that may tell only some of the parts."""
_MARKS = (":", "(")
"""Openers without a word."""
_PERIOD_BEFORE = "cùng kỳ"
_DOUBTED = Decimal("0.6")
_LIKELY = Decimal("0.9")


def breakdowns(figures: Figures) -> Iterator[Statement]:
    """The breakdowns told in sentences, brackets and bullets; what a note breaks down is not looked for.

    Takes time linear in the length of the text: of one clause only the first two dozen are read, and of each
    only the first hundreds of words.
    """
    for index, clause in enumerate(figures.clauses):
        if len(clause.tokens) > 1 and figures.document.passages[clause.passage].kind is not PassageKind.CELL:
            yield from _equations(figures, index)
            yield from _summed_up(figures, index)
            yield from _unopened(figures, index)
            for opener in openers(clause):
                totals = _totals(figures, index, opener)
                if totals:
                    yield from _told(figures, index, opener, totals)


def _totals(figures: Figures, index: int, opener: Opener) -> list[Figure]:
    """The figures that an opener may break down, nearest first."""
    clause = figures.clauses[index]
    if opener.kind == "(":
        return _right_before(figures, clause)
    if opener.kind == "trong_so":
        return counted(before(figures, index, opener.at + 1)[-1:])
    own = counted(before(figures, index, opener.at))
    if opener.kind == ":":
        return [figure for figure in own if opener.at - figure.unit_end <= _NEAR]
    if own or opener.at > 1:
        return own
    if clause.host is not None:
        return counted(before(figures, clause.host, clause.after))
    return _of_sentence_before(figures, index)


def before(figures: Figures, index: int, at: int) -> list[Figure]:
    """The last figures of the clause number `index` before token `at`, in order; brackets left out."""
    own = figures.in_clause(index)
    place = bisect_left(own, at, key=lambda figure: figure.at)
    return list(own[max(place - _MOST_TOTALS, 0) : place])


def counted(found: Iterable[Figure]) -> list[Figure]:
    """Those that may be a total, nearest first; those that only add to another one last."""
    own = [figure for figure in found if may_count(figure) and figure.quantity.value and _now(figure)]
    own.reverse()
    return sorted(own, key=is_secondary)


def _now(figure: Figure) -> bool:
    return _PERIOD_BEFORE not in figure.quantity.period


def _right_before(figures: Figures, clause: Clause) -> list[Figure]:
    """The figure of the host right before a bracket."""
    assert clause.host is not None
    near = [
        figure
        for figure in before(figures, clause.host, clause.after)[-2:]
        if clause.after - figure.unit_end <= _NEAR
    ]
    return counted(near if near and near[-1].quantity.unit == "%" else near[-1:])


def _of_sentence_before(figures: Figures, index: int) -> list[Figure]:
    """The figures of the sentence before the one numbered `index`, in the passage or the one before it."""
    clause = figures.clauses[index]
    sentences = figures.sentences(clause.passage)
    place = bisect_left(sentences, index)
    if place:
        return counted(figures.inside(sentences[place - 1]))
    if figures.document.passages[clause.passage].note or not clause.passage:
        return []
    earlier = figures.sentences(clause.passage - 1)
    return counted(figures.inside(earlier[-1])) if earlier else []


def _told(figures: Figures, index: int, opener: Opener, totals: Sequence[Figure]) -> Iterator[Statement]:
    """The statement that an opener makes, if its list can be read."""
    clause = figures.clauses[index]
    end = min(len(clause.tokens), opener.end + _LONGEST_SCOPE)
    items = items_of(figures, index, opener.end, end)
    if not any(item.entries for item in items) and clause.host is None:
        items = bullet_items(figures, clause.passage)
    choice = choose(totals, items, apart=opener.kind in ("du", "("))
    told = list(statement(choice, opener.kind)) if choice is not None else []
    exact = choice is not None and choice.adds_up
    parts = listed_parts(totals[0], items) if not exact and not is_certain(told) else []
    if parts and _is_whole(totals[0], parts, opener):
        yield listed(totals[0], parts)
    else:
        yield from told


def _is_whole(total: Figure, parts: Sequence[Figure], opener: Opener) -> bool:
    """Whether parts of which the list has no more are all there are: by their names, or in a bracket."""
    if is_family(parts) and (opener.kind == "(" or len(parts) > 2):
        return True
    return opener.kind == "(" and (_is_all(total) or are_kinds(total, parts))


def is_certain(told: Sequence[Statement]) -> bool:
    """Whether parts are read without doubt as all there are."""
    return any(item.whole and item.confidence == 1 for item in told)


def _is_all(total: Figure) -> bool:
    """ "48/48 đơn vị": none is left out."""
    return total.quantity.of == total.quantity.value


def listed(total: Figure, parts: Sequence[Figure]) -> Statement:
    """The breakdown of a note or a bracket that is nothing but a list of parts."""
    quantities = [part.quantity for part in parts]
    return made(total.quantity, quantities, "ke-het", whole=True, confidence=_LIKELY, listed=True)


def statement(choice: Choice, kind: str) -> Iterator[Statement]:
    """The statement of a choice, none when the words allow another reading of figures that do not add up.

    kind: of the opener; "" for a list that nothing opens.
    """
    single = len(choice.parts) == 1
    if single and (kind not in _OF_SOME or choice.parts[0].value > choice.total.value):
        return
    if not choice.adds_up and not choice.whole and (not kind or (kind in _MARKS and not choice.sure)):
        return
    if kind in _MARKS and any(part.period not in ("", choice.total.period) for part in choice.parts):
        return
    says_all = kind not in _OF_SOME and choice.sure
    yield made(
        choice.total,
        choice.parts,
        kind,
        whole=not single and (choice.whole or says_all or choice.adds_up),
        confidence=_confidence(choice, kind),
        near=choice.near,
    )


def _confidence(choice: Choice, kind: str) -> Decimal:
    if choice.adds_up:
        return Decimal(1)
    if not choice.sure:
        return _DOUBTED
    if choice.certain or kind == "du" or (kind in _OF_SOME and not choice.whole):
        return Decimal(1)
    return _LIKELY


_PHRASINGS = {
    "mot_phan": "trong-do",
    "du": "gom",
    "cu_the": "cu-the",
    "trong_so": "trong-so",
    ":": "hai-cham",
    "(": "trong-ngoac",
    "": "liet-ke",
}


def made(
    total: Quantity,
    parts: Sequence[Quantity],
    kind: str,
    *,
    whole: bool,
    confidence: Decimal = Decimal(1),
    near: tuple[Quantity, ...] = (),
    listed: bool = False,
) -> Statement:
    """A breakdown; its words are those of its parts and, when it stands in their passage, of the total."""
    place = parts[0].spot.passage
    starts = [item.spot.start for item in (total, *parts) if item.spot.passage == place]
    ends = [item.spot.end for item in (total, *parts) if item.spot.passage == place]
    roles = ((Role.TOTAL, total), *((Role.PART, part) for part in parts))
    return Statement(
        Relation.BREAKDOWN,
        roles,
        Spot(place, min(starts), max(ends)),
        _PHRASINGS.get(kind, kind),
        confidence,
        whole=whole,
        near=near,
        listed=listed,
    )


def _summed_up(figures: Figures, index: int) -> Iterator[Statement]:
    """ "Cấp huyện 05 đơn vị, cấp xã 07 đơn vị, tổng cộng 12 đơn vị": when it adds up, or must."""
    summing = phrase_lists(_FILE)["cong_lai"]
    own = figures.in_clause(index)
    total = next(
        (figure for figure in own[2:_MOST_TOTALS] if summing.ends(figure.before, len(figure.before))), None
    )
    if total is not None:
        choice = choose([total], items_of(figures, index, 0, total.at))
        if choice is not None and len(choice.parts) > 1 and (choice.adds_up or choice.whole):
            yield made(choice.total, choice.parts, "cong-lai", whole=True)


def _unopened(figures: Figures, index: int) -> Iterator[Statement]:
    """Members of a family that follow a figure without a word between.

    They add up to it, or are three or more of a family that is all there is.
    """
    own = figures.in_clause(index)[:_MOST_UNOPENED]
    for place, total in enumerate(own):
        if not may_count(total) or not total.quantity.value:
            continue
        for size in range(_LARGEST_FAMILY, 1, -1):
            parts = own[place + 1 : place + 1 + size]
            if len(parts) < size or not is_family(parts):
                continue
            if _adds_up(total, parts):
                yield made(total.quantity, [part.quantity for part in parts], "lien-nhau", whole=True)
                break
            if size > 2 and is_family(parts, certainly=True) and are_parts(total, parts):
                yield listed(total, parts)
                break


def _adds_up(total: Figure, parts: Sequence[Figure]) -> bool:
    fits = all(fit(total, part) for part in parts)
    return fits and sum(part.quantity.value for part in parts) == total.quantity.value


def _equations(figures: Figures, index: int) -> Iterator[Statement]:
    """ "1.546 = 104 + 1.442"."""
    clause = figures.clauses[index]
    own = {figure.at: figure for figure in figures.in_clause(index)}
    signs = [at for at, token in enumerate(clause.tokens) if token.text == "="]
    for at in signs:
        total = next((own[place] for place in range(at - 1, max(at - 4, -1), -1) if place in own), None)
        parts = _summands(clause, own, at + 1)
        if total is not None and len(parts) > 1:
            yield made(total.quantity, [part.quantity for part in parts], "dau-bang", whole=True)


def _summands(clause: Clause, own: dict[int, Figure], at: int) -> list[Figure]:
    """The figures joined by plus signs from token `at` on, with a few words each."""
    found: list[Figure] = []
    words = 0
    for place in range(at, len(clause.tokens)):
        token = clause.tokens[place]
        if place in own and (not found or words == -1):
            found.append(own[place])
            words = 0
        elif token.text == "+" and found:
            words = -1
        elif token.kind is not Kind.WORD or words > 3:
            break
        elif words >= 0:
            words += 1
    return found
