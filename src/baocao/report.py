"""What came of one data file: the .docx, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from baocao.derive.figures import Figures
from baocao.errors import DataError, Finding
from baocao.output import check_target, write_result
from baocao.vietnamese.text import slug

_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Report:
    """A report. data: the .docx, or None when the findings stop it.

    figures: the figures in it; `figures.trace(id)` tells where one comes from. inputs: the files it was made
    from; it is never written over one of them.
    """

    data: bytes | None
    findings: tuple[Finding, ...]
    figures: Figures | None = None
    inputs: tuple[Path, ...] = ()

    @property
    def file_name(self) -> str:
        """A file name made from number, symbol and unit: "114-BC-UBND-tan-hong.docx"."""
        if self.figures is None:
            return "bao-cao.docx"
        record = self.figures.record
        number = f"{record.head.number:02d}" if record.head.number is not None else "chua-so"
        symbol = slug(record.head.symbol, lower=False)[:_NAME_LENGTH]
        return f"{number}-{symbol}-{slug(record.unit.place or record.unit.name)[:_NAME_LENGTH]}.docx"

    def to_bytes(self) -> bytes:
        """The .docx; raises `DataError` with the findings when there is none."""
        if self.data is None:
            raise DataError(self.findings)
        return self.data

    def save(self, path: Path | str | None = None, *, overwrite: bool = False) -> Path:
        """Write the .docx to `path` (default: `file_name` in the current folder) and return where it stands.

        Raises `DataError` when there is no report and `OutputError` when it cannot be written.
        """
        target = Path(path) if path is not None else Path(self.file_name)
        data = self.to_bytes()
        check_target(target, suffix=".docx", overwrite=overwrite, inputs=self.inputs)
        write_result(target, data, overwrite=overwrite)
        return target
