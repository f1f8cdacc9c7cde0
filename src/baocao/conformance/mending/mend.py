"""A Word file mended: round after round, each read again before it is believed, until nothing is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from baocao.check.opens import check_opens
from baocao.conformance.case import Checked, Fault
from baocao.conformance.mending.afterwards import told
from baocao.conformance.mending.census import (
    Counts,
    check_drawn,
    check_holdings,
    check_words,
    drawn_in,
    holdings,
    texts_of,
)
from baocao.conformance.mending.dispatch import carry_out
from baocao.conformance.mending.lettering import CannotMendError
from baocao.conformance.mending.requests import Key, Request, refusal, requests_of
from baocao.conformance.mending.work import Work
from baocao.conformance.paper import Paper
from baocao.conformance.reading.reader import read_paper
from baocao.conformance.wheres import where_of, words_of
from baocao.errors import DataError, InternalError, Where, finding
from baocao.formats.rules import RuleText
from baocao.ooxml.package import assemble

Check = Callable[[Paper], Checked]
ROUNDS = 6
_TRIES = 24
"""How often a file is mended anew without single mends that turned out to be none; then as often without all
mends of their rules.
"""
_LOSES = "sửa chỗ này thì văn bản mất nội dung khác, nên máy không sửa"
MOST_MENDS = 20_000
"""In one round; a hundred pages wrong from end to end ask for about eight thousand."""
_DOES_NOT_HOLD = "đã thử sửa nhưng kiểm tra lại vẫn còn lỗi"


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was put right. before, after: in the words of a clerk ("cỡ 12", "cỡ 14")."""

    rule: RuleText
    where: Where
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A mend that was given up: the fault stays, for this reason."""

    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending. data: the very bytes that came when nothing was to be done.

    checked: the judgement of `data`. left: its faults, those of waived rules too. refused: of those that had
    a mend, why it was not carried out.
    """

    data: bytes
    done: tuple[Done, ...]
    left: tuple[Fault, ...]
    checked: Checked
    refused: tuple[Refused, ...] = ()


class _GivenUpError(Exception):
    """Mends that cannot be carried out or do not take hold, with reasons: all begins again without them."""

    def __init__(self, refused: dict[Key, str]) -> None:
        super().__init__(refused)
        self.refused = refused


class _LostSomewhereError(Exception):
    """In the end something of the file was missing: all begins again with a count after each round."""


def mend(data: bytes, check: Check, file: str = "") -> Mended:
    """The .docx with every fault mended that has a mend; words, notes, tables, pictures, comments, tracked
    changes stay. Mending the result again gives the same bytes.

    check: judges a paper. file: its name, for places. Raises `DataError` for a file that cannot be read or
    must not be mended (Strict, protected, signed), `InternalError` when the result would lose anything.
    """
    refused: dict[Key, str] = {}
    wary = False
    for number in range(2 * _TRIES):
        try:
            return _Mender(data, check, file, refused, wary=wary).mended()
        except _GivenUpError as given_up:
            whole = number >= _TRIES
            refused |= {key[:1] if whole else key: reason for key, reason in given_up.refused.items()}
        except _LostSomewhereError:
            wary = True
    raise InternalError(finding("sua-khong-dung", Where(file=file)))


class _Mender:
    """One try. refused: mends that are not to be tried. wary: count all that the file holds after each round,
    for an earlier try lost something.
    """

    def __init__(
        self, data: bytes, check: Check, file: str, refused: dict[Key, str], *, wary: bool = False
    ) -> None:
        self._data, self._check, self._file, self._refused = data, check, file, refused
        self._wary = wary
        self._tried: Counter[Key] = Counter()
        self._done: list[Done] = []
        self._told_of: dict[tuple[str, str], int] = {}

    def mended(self) -> Mended:
        data, paper = self._data, read_paper(self._data, self._file)
        _refuse(paper)
        held = holdings(paper)
        for _ in range(ROUNDS):
            checked = self._check(paper)
            wanted = requests_of(checked.mendable, paper, self._refused)
            if not wanted:
                self._sure(data, paper, held)
                return Mended(data, tuple(self._done), checked.faults, checked, self._told(checked))
            _refuse_many(len(wanted), self._file)
            self._count(wanted)
            before = data
            try:
                data = self._carried_out(paper, wanted, held)
            except InternalError as lost:
                raise _GivenUpError({self._culprit(before, held, lost): _LOSES}) from lost
            self._tell(wanted, checked)
            paper = read_paper(data, self._file)
        left = requests_of(self._check(paper).mendable, paper, self._refused)
        raise _GivenUpError(dict.fromkeys([one.key for one in left] or list(self._tried), _DOES_NOT_HOLD))

    def _carried_out(self, paper: Paper, wanted: Sequence[Request], held: Counts) -> bytes:
        """The file after one round. Raises `InternalError` when that would lose anything."""
        work = Work(paper)
        before, drawn = texts_of(paper), drawn_in(paper)
        impossible: dict[Key, str] = {}
        for one in wanted:
            try:
                carry_out(work, one.mend)
            except CannotMendError as reason:
                impossible[one.key] = str(reason)
        if impossible:
            raise _GivenUpError(impossible)
        check_words(work, before)
        check_drawn(work, drawn)
        parts = work.parts()
        if not parts:
            raise _GivenUpError(dict.fromkeys((one.key for one in wanted), _DOES_NOT_HOLD))
        data = assemble(paper.package, parts)
        if self._wary:
            check_holdings(self._file, held, holdings(read_paper(data, self._file)))
        return data

    def _culprit(self, data: bytes, held: Counts, lost: InternalError) -> Key:
        """The mend of a round that loses something: the last of the fewest first ones that do.

        Raises `lost` again when no mend by itself is to blame.
        """
        good, bad = 0, len(self._asked(data)[1])
        if not bad:
            raise lost
        while bad - good > 1:
            middle = (good + bad) // 2
            paper, wanted = self._asked(data)
            try:
                self._carried_out(paper, wanted[:middle], held)
            except InternalError:
                bad = middle
            except _GivenUpError:
                good = middle
            else:
                good = middle
        return self._asked(data)[1][bad - 1].key

    def _asked(self, data: bytes) -> tuple[Paper, list[Request]]:
        """The file read anew, and what it asks for."""
        paper = read_paper(data, self._file)
        return paper, requests_of(self._check(paper).mendable, paper, self._refused)

    def _count(self, wanted: list[Request]) -> None:
        """Give up what was tried before and is asked for again, as often as then."""
        asked = Counter(one.key for one in wanted)
        stuck = [key for key, times in asked.items() if 0 < self._tried[key] <= times]
        if stuck:
            raise _GivenUpError(dict.fromkeys(stuck, _DOES_NOT_HOLD))
        self._tried |= asked

    def _tell(self, wanted: list[Request], checked: Checked) -> None:
        """Note what is done in a round; what a later round does again to the same words is told once."""
        by_fault: dict[int, list[Request]] = {}
        for one in wanted:
            by_fault.setdefault(id(one.fault), []).append(one)
        earlier = dict(self._told_of)
        for asked in by_fault.values():
            fault = asked[0].fault
            before, after = told(fault, [one.mend for one in asked])
            about = (fault.rule.id, words_of(fault))
            at = earlier.get(about)
            if at is not None:
                self._done[at] = replace(self._done[at], after=after)
                continue
            if about[1]:
                self._told_of[about] = len(self._done)
            self._done.append(Done(fault.rule, where_of(fault, checked), before, after))

    def _told(self, checked: Checked) -> tuple[Refused, ...]:
        found: list[Refused] = []
        for fault in checked.faults:
            asked = requests_of([fault], checked.paper, {})
            reasons = [reason for one in asked if (reason := refusal(one.key, self._refused))]
            found += [Refused(fault, reasons[0])] if reasons else []
        return tuple(found)

    def _sure(self, data: bytes, paper: Paper, held: Counts) -> None:
        """Raise `InternalError` when something was lost, or Word may not open what could be opened before."""
        if data is self._data:
            return
        try:
            check_holdings(self._file, held, holdings(paper))
        except InternalError:
            if self._wary:
                raise
            raise _LostSomewhereError from None
        known = {(one.code, one.facts) for one in check_opens(self._data, self._file)}
        new = [one for one in check_opens(data, self._file) if (one.code, one.facts) not in known]
        if new:
            raise InternalError(finding("sua-hong-tep", Where(file=self._file), ly_do=new[0].text))


def _refuse(paper: Paper) -> None:
    where = Where(file=paper.file)
    if paper.strict:
        raise DataError(finding("sua-tep-strict", where))
    if any(name.lower().startswith("_xmlsignatures/") for name in paper.package.names):
        raise DataError(finding("sua-tep-da-ky", where))
    if paper.protected:
        raise DataError(finding("sua-tep-khoa", where))


def _refuse_many(amount: int, file: str) -> None:
    if amount > MOST_MENDS:
        so, most = (f"{number:,}".replace(",", ".") for number in (amount, MOST_MENDS))
        raise DataError(finding("sua-qua-nhieu", Where(file=file), so=so, nhieu_nhat=most))
