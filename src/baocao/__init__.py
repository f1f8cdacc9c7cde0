"""Official Vietnamese reports (báo cáo chuyên đề) as .docx from structured data.

    import baocao

    report = baocao.make_report("samples/tan-hong/2023.yaml")
    for item in report.findings:
        print(item.where, item.text, item.remedy)
    report.save("bao-cao.docx")

What is importable from here is public; nothing else is. Names are loaded when first used, so that importing
baocao costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from baocao.batch.batch import Summary as BatchSummary
    from baocao.batch.batch import run_batch as make_reports
    from baocao.batch.options import Options as BatchOptions
    from baocao.check.opens import check_opens as check_docx
    from baocao.conformance.files import FileCheck as FormatCheck
    from baocao.conformance.files import Options as FormatOptions
    from baocao.conformance.files import check_file as check_format
    from baocao.conformance.files import mend_file as mend_format
    from baocao.errors import (
        BaocaoError,
        DataError,
        Finding,
        InternalError,
        OutputError,
        PackError,
        Severity,
        Where,
    )
    from baocao.intake.reader import read as read_data
    from baocao.packs.finder import find_pack as load_pack
    from baocao.packs.pack import Pack
    from baocao.pdf import to_pdf
    from baocao.produce import audit_data as check_data
    from baocao.produce import produce as make_report
    from baocao.report import Report

_HOMES = {
    "BaocaoError": "baocao.errors:BaocaoError",
    "BatchOptions": "baocao.batch.options:Options",
    "BatchSummary": "baocao.batch.batch:Summary",
    "DataError": "baocao.errors:DataError",
    "Finding": "baocao.errors:Finding",
    "FormatCheck": "baocao.conformance.files:FileCheck",
    "FormatOptions": "baocao.conformance.files:Options",
    "InternalError": "baocao.errors:InternalError",
    "OutputError": "baocao.errors:OutputError",
    "Pack": "baocao.packs.pack:Pack",
    "PackError": "baocao.errors:PackError",
    "Report": "baocao.report:Report",
    "Severity": "baocao.errors:Severity",
    "Where": "baocao.errors:Where",
    "check_data": "baocao.produce:audit_data",
    "check_docx": "baocao.check.opens:check_opens",
    "check_format": "baocao.conformance.files:check_file",
    "load_pack": "baocao.packs.finder:find_pack",
    "make_report": "baocao.produce:produce",
    "make_reports": "baocao.batch.batch:run_batch",
    "mend_format": "baocao.conformance.files:mend_file",
    "read_data": "baocao.intake.reader:read",
    "to_pdf": "baocao.pdf:to_pdf",
}

__all__ = [
    "BaocaoError",
    "BatchOptions",
    "BatchSummary",
    "DataError",
    "Finding",
    "FormatCheck",
    "FormatOptions",
    "InternalError",
    "OutputError",
    "Pack",
    "PackError",
    "Report",
    "Severity",
    "Where",
    "check_data",
    "check_docx",
    "check_format",
    "load_pack",
    "make_report",
    "make_reports",
    "mend_format",
    "read_data",
    "to_pdf",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'baocao' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    return getattr(importlib.import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
