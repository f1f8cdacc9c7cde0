"""What a run has done so far: counted, told to whoever watches, and kept for its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from baocao.batch.outcome import Draft, Result, Status
from baocao.batch.telling.rows import FOREIGN, FOREIGN_PDF, Row, gravest, label_of, row_of
from baocao.batch.telling.tables import Tables
from baocao.errors import Family, Finding, Severity


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is. total, done, failed: units; while `pdf` is set, of those that become a PDF.
    row: of a unit that is done with, None for a step that only counts. lost: units that are tried again,
    each alone, since the worker that had them ended.
    """

    total: int
    done: int
    failed: int
    pdf: bool = False
    row: Row | None = None
    lost: int = 0


Watch = Callable[[Step], None]


@dataclass(frozen=True, slots=True)
class Told:
    """A unit that the summary names. file: its report, relative to the folder of the results, "" when there
    is none. finding: the first of the gravest. more: how many other errors there are. data: the file that it
    is made from. place: of its job in the source. pdf: its PDF, likewise relative.
    """

    unit: str
    file: str = ""
    finding: Finding | None = None
    more: int = 0
    data: str = ""
    place: int = 0
    pdf: str = ""


class Tally:
    """Takes the results of a run. with_pdf: a unit is done with when its PDF is, so far it has a report."""

    def __init__(self, tables: Tables, watch: Watch | None, *, with_pdf: bool) -> None:
        self._tables = tables
        self._watch = watch
        self._with_pdf = with_pdf
        self._statuses: dict[str, Status] = {}
        self._names: dict[str, Draft] = {}
        self._doubtful: dict[str, Severity] = {}
        self._kept: dict[str, Told] = {}
        self._failed: dict[str, Told] = {}
        self._foreign: dict[str, Told] = {}
        self._without_pdf: dict[str, Told] = {}
        self._kept_pdf: dict[str, Told] = {}
        self._total = self._done = self._failed_so_far = 0
        self.waiting: dict[str, Result] = {}

    def begin(self, total: int, *, pdf: bool = False) -> None:
        """A new phase: the reports, or their PDFs."""
        self._total, self._done, self._failed_so_far = total, 0, 0
        self._tell(pdf=pdf)

    def take(self, result: Result) -> None:
        """A unit's report is finished or failed."""
        row = self._keep(result)
        waits = self._with_pdf and bool(result.file)
        if waits:
            self.waiting[result.draft.job.id] = result
        self._done += 1
        self._failed_so_far += result.failed
        self._tell(row=None if waits else row)

    def moved(self, result: Result) -> None:
        """A report that was taken has another name now."""
        row = self._keep(result)
        if result.draft.job.id in self.waiting:
            self.waiting[result.draft.job.id] = result
        else:
            self._tell(row=row)

    def lost(self, jobs: int) -> None:
        """Units have to be tried again."""
        self._tell(lost=jobs)

    def ahead(self, pdfs: int) -> None:
        """So many reports more have a PDF, though nothing else is known of them yet."""
        self._tell(pdf=True, ahead=pdfs)

    def take_pdf(self, result: Result) -> None:
        """A report has its PDF, or will have none."""
        id_ = result.draft.job.id
        row = self._keep(result)
        self._done += 1
        self._failed_so_far += not result.pdf
        del self.waiting[id_]
        if not result.pdf:
            self._without_pdf[id_] = as_told(result)
        self._tell(pdf=True, row=row)

    def finish(self) -> None:
        """An interrupted run: what waits for its PDF is told without one."""
        for result in self.waiting.values():
            self._tell(pdf=True, row=row_of(result))

    def _keep(self, result: Result) -> Row:
        id_ = result.draft.job.id
        self._statuses[id_] = result.status
        draft = result.draft
        self._names[id_] = Draft(draft.job, draft.unit, draft.code, name=draft.name)
        if result.file and (worst := _worst(result)) is not Severity.INFO:
            self._doubtful[id_] = worst
        codes = {item.code for item in result.findings}
        for named, wanted in (
            (self._failed, result.failed),
            (self._kept, result.status is Status.KEPT and FOREIGN not in codes),
            (self._foreign, result.status is Status.KEPT and FOREIGN in codes),
            (self._kept_pdf, FOREIGN_PDF in codes),
        ):
            if wanted:
                named[id_] = as_told(result)
        return self._tables.take(result)

    def _tell(self, *, pdf: bool = False, row: Row | None = None, lost: int = 0, ahead: int = 0) -> None:
        if self._watch is not None:
            done = self._done + ahead
            self._watch(Step(self._total, done, self._failed_so_far, pdf, row, lost))

    def __contains__(self, job_id: str) -> bool:
        """Whether the run came to the job."""
        return job_id in self._statuses

    @property
    def doubtful(self) -> int:
        """How many reports have findings that ask to be looked at."""
        return len(self._doubtful)

    @property
    def faulty(self) -> int:
        """How many reports have findings that ask to be mended: only an audit lets such a report stand."""
        return list(self._doubtful.values()).count(Severity.ERROR)

    @property
    def names(self) -> tuple[Draft, ...]:
        """The jobs with their units and the names that their reports asked for, and nothing else of them."""
        return tuple(self._names.values())

    @property
    def counts(self) -> Counter[Status]:
        """How many units ended in which way."""
        return Counter(self._statuses.values())

    @property
    def kept(self) -> tuple[Told, ...]:
        """Reports that were edited by hand and left as they are."""
        return _in_order(self._kept)

    @property
    def foreign(self) -> tuple[Told, ...]:
        """Files that somebody else has put in the place of a report, left as they are."""
        return _in_order(self._foreign)

    @property
    def kept_pdf(self) -> tuple[Told, ...]:
        """Reports beside which a PDF stands that somebody else has made, or has signed since."""
        return _in_order(self._kept_pdf)

    @property
    def failed(self) -> tuple[Told, ...]:
        """Units without a report."""
        return _in_order(self._failed)

    @property
    def without_pdf(self) -> tuple[Told, ...]:
        """Reports that have no PDF though one was asked for."""
        return _in_order(self._without_pdf)


def _in_order(named: Mapping[str, Told]) -> tuple[Told, ...]:
    """In the order of the sources, whichever was finished first."""
    return tuple(sorted(named.values(), key=lambda one: one.place))


def _worst(result: Result) -> Severity:
    """How grave the gravest finding about the text of a report is."""
    first = gravest([item for item in result.findings if item.family is not Family.OUTPUT])
    return first.level if first is not None else Severity.INFO


def as_told(result: Result) -> Told:
    """A result in the words of the summary."""
    errors = sum(item.level is Severity.ERROR for item in result.findings)
    first = gravest(result.findings)
    heavy = first is not None and first.level is Severity.ERROR
    unit = result.draft.unit or label_of(result.draft.job)
    job = result.draft.job
    return Told(unit, result.file, first, errors - heavy, job.file, job.place, result.pdf)
