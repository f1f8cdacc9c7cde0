"""Any file of an office, audited as what it is: data by the rooms of `produce`, a report by those of `audit`.

What a file is, its content tells; the name decides only for a text that could be both (`.yaml`) and for a
workbook that may be broken.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from baocao.errors import BaocaoError, DataError, Finding, Where, finding, stops
from baocao.workplace import in_shell, may_hold_data

if TYPE_CHECKING:
    from baocao.audit.document import Document
    from baocao.audit.statements import Spot
    from baocao.audit.verdicts import Audit, Remark


class FileKind(StrEnum):
    """What a file is to the audit; the values stand in `--json`."""

    DATA = "so-lieu"
    REPORT = "bao-cao"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What came of one file.

    audit: of a report that could be read. data: the bytes of that report. fault: what kept the file from
    being judged; its findings are among `findings`.
    """

    path: Path
    kind: FileKind
    findings: tuple[Finding, ...]
    audit: Audit | None = None
    data: bytes = b""
    fault: BaocaoError | None = None

    @property
    def good(self) -> bool:
        """Whether nothing has to be mended."""
        return self.fault is None and not stops(self.findings)

    @property
    def unread(self) -> bool:
        """Whether it was not audited at all: it is not there, cannot be read, or the program failed."""
        if self.fault is None:
            return False
        of_data = self.kind is FileKind.DATA and isinstance(self.fault, DataError)
        return not of_data or not self.path.is_file()


@dataclass(frozen=True, slots=True)
class MadeAudit:
    """The audit of a report just made. told: how many remarks are left out, its data having told them."""

    audit: Audit
    told: int


_ZIP = b"PK\x03\x04"
_IS_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
"""How a document of LibreOffice Writer begins, in its zip."""
_LOOKED_AT = 1 << 16
_REPORT_SUFFIXES = (".docx", ".docm", ".txt")
_KEYS = re.compile(
    rb"""^["']?(?:goi|so_lieu|don_vi|nam_truoc|van_ban|bang_tinh)["']?[ \t]*:|\A\s*\{\s*["}]""", re.MULTILINE
)
"""What only a data file has at the beginning of a line."""
_LOCKS = re.compile(r"~\$(?P<word>.+)|\.~lock\.(?P<office>.+)#")
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*%?")
_TAG = re.compile(r"\{\{[^{}]{1,200}\}\}|\{%[^{}]{1,200}%\}")


def review(
    path: Path, *, pack: str = "", unit: Path | None = None, strict: bool = False, row: str = ""
) -> Reviewed:
    """Audit one file. pack, unit, strict, row: of data files, as in `produce`.

    Never raises for what a file holds or lacks: that becomes `Reviewed.fault`.
    """
    kind = FileKind.REPORT
    try:
        kind = kind_of(path)
        if kind is FileKind.REPORT:
            return _report(path)
        from baocao.produce import audit_data

        return Reviewed(path, kind, audit_data(path, pack=pack, unit=unit, strict=strict, row=row))
    except BaocaoError as fault:
        return Reviewed(path, kind, fault.findings, fault=fault)


def kind_of(path: Path) -> FileKind:
    """Whether a file is data or a finished report.

    A file that is not there counts by its name; whoever reads it says that it is missing. Raises `DataError`
    for the lock that an office program keeps beside an open file.
    """
    from baocao.intake.files import holds_workbook

    lock = _LOCKS.fullmatch(path.name)
    if lock:
        original = _locked(path, lock["word"] or lock["office"])
        raise DataError(finding("soat-tep-khoa", Where(str(path)), ten_goc=original))
    named_data = may_hold_data(path)
    head = _head(path)
    if head.startswith(_ZIP):
        data = _IS_TEXT not in head and not _is_word(path) and (named_data or holds_workbook(path))
    else:
        data = named_data or _KEYS.search(head) is not None
    return FileKind.DATA if data else FileKind.REPORT


def holds_data(path: Path) -> bool:
    """Whether a file is one of data; a lock or a missing file is told when it is to be read."""
    try:
        return path.is_file() and kind_of(path) is FileKind.DATA
    except DataError:
        return False


def holds_word(path: Path) -> bool:
    """Whether a file is a Word file, which can hold comments; a broken one counts."""
    return _head(path).startswith(_ZIP)


def is_lock(path: Path) -> bool:
    """Whether a file is the lock that an office program keeps beside a file it has open."""
    return _LOCKS.fullmatch(path.name) is not None


def audit_made(data: bytes, file: str, told: Iterable[Finding], *, draft: bool = False) -> MadeAudit:
    """The audit of a report that was just made, without what the findings about its data have told.

    data: the .docx. told: the findings. draft: it was made as one, whatever its template prints. A remark on
    figures says nothing new when one of them has these figures in its sentence, and one of those it compares
    them with.
    """
    from baocao.audit.auditing import audit
    from baocao.audit.reading.read import read_report

    document = read_report(data, file)
    made = audit(replace(document, is_draft=draft or document.is_draft))
    known = [_numbers(item.text) for item in told]
    new = tuple(item for item in made.remarks if not _is_told(made, item, known))
    return MadeAudit(replace(made, remarks=new), len(made.remarks) - len(new))


def _is_told(made: Audit, remark: Remark, known: Sequence[frozenset[str]]) -> bool:
    own = _numbers_at(made, [remark.spot])
    others = _numbers_at(made, remark.others)
    if remark.concerns_words or not own:
        return False
    computed = (others | _computed(remark)) - own if others else others
    return any(own <= numbers and (not computed or computed & numbers) for numbers in known)


def _computed(remark: Remark) -> frozenset[str]:
    """The numbers that the remark says should stand there: "3.190 + 24.092 = 27.282"."""
    results = (part.partition(" ")[0] for part in remark.finding.text.split(" = ")[1:])
    return _numbers(" ".join(results))


def _numbers_at(made: Audit, spots: Iterable[Spot]) -> frozenset[str]:
    texts = (made.document.passages[spot.passage].text[spot.start : spot.end] for spot in spots)
    return _numbers(" ".join(texts))


def _numbers(text: str) -> frozenset[str]:
    """The numbers of a text as typed, but for zeros in front."""
    return frozenset(number.lstrip("0") or "0" for number in _NUMBER.findall(text))


def _report(path: Path) -> Reviewed:
    from baocao.audit.auditing import audit
    from baocao.audit.reading.read import read_report

    data = _load(path)
    document = read_report(data, str(path))
    _no_template(document, path)
    made = audit(document)
    return Reviewed(path, FileKind.REPORT, made.findings, made, data)


def _load(path: Path) -> bytes:
    """The bytes of a report; of one that is not there, the most alike name beside it is told."""
    from baocao.source.files import load
    from baocao.vietnamese.text import nearest

    where = Where(str(path))
    if path.parent.is_dir() and not path.exists():
        beside = [item.name for item in path.parent.iterdir() if item.suffix.lower() in _REPORT_SUFFIXES]
        whole = [name for name in sorted(beside) if Path(name).stem == path.name]
        near = whole[0] if whole else nearest(path.name, beside)
        hint = f" Có phải tệp «{near}» không?" if near else ""
        raise DataError(finding("tep-khong-co", where, tep=path, goi_y=hint, noi_tim=""))
    return load(path, where)


def _no_template(document: Document, path: Path) -> None:
    """Refuse a template: its text has holes where the figures will stand."""
    tags = [tag for passage in document.passages for tag in _TAG.findall(passage.text)]
    if tags:
        facts = {"so": f"{len(tags):02d}", "the": tags[0], "tep_go": in_shell(path)}
        raise DataError(finding("soat-la-mau", Where(str(path)), **facts))


def _head(path: Path) -> bytes:
    """The first bytes; none of what is no plain file (a pipe would wait) or cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_LOOKED_AT)
    except (OSError, ValueError):
        return b""


def _is_word(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        return False


def _locked(path: Path, end: str) -> str:
    """The file a lock stands beside, in words; Word leaves out the first two letters of a long name."""
    try:
        beside = sorted(item.name for item in path.parent.iterdir() if item.name.endswith(end))
    except OSError:
        return ""
    names = [name for name in beside if name != path.name and len(name) - len(end) in (0, 2)]
    return f" «{names[0]}»" if names else ""
