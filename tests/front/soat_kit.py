"""A report audited by hand, for the tests of what is told of it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from audit_hand import ERROR, INFO, WARNING, audited, judged, quantity, remark
from baocao.audit.verdicts import FaultKind, Verdict
from small_docx import p, package
from workplace_kit import Clerk

TEXT = "I. KẾT QUẢ\n\nĐã giải quyết 90/100 hồ sơ, đạt 91%. Tiếp nhận 30 PAKN, giảm 3.\n"
BODY = p("I. KẾT QUẢ") + p("Đã giải quyết 90/100 hồ sơ, đạt 91%. Tiếp nhận 30 PAKN, giảm 3.")
CLEAN = "Đã giải quyết 90/100 hồ sơ, đạt 90%.\n"


def by_hand(document):
    """Two faults and a verdict, in any document that has the words."""
    said = " ".join(item.text for item in document.passages)
    if "đạt 91%" not in said:
        return audited(document)
    return audited(
        document,
        remark(document, "PAKN", "«PAKN» chưa được giải thích.", INFO, FaultKind.ABBREVIATION),
        remark(document, "giảm 3", "«giảm 3» không rõ so với số nào.", WARNING, FaultKind.DIFFERENCE),
        remark(document, "đạt 91%", "«đạt 91%» sai: 90 : 100 = 90%.", ERROR),
        right=[
            judged(document, "90/100 hồ sơ", "90 < 100"),
            judged(document, "đạt 91%", "90 : 100 = 90%", Verdict.WRONG),
            judged(document, "30 PAKN", "", Verdict.UNVERIFIABLE),
        ],
        unread=[quantity(document, "30", 30)],
    )


def beside_reports(monkeypatch, capsys) -> Clerk:
    """A clerk beside a report as text and as a Word file, and one without faults; audits are by hand."""
    monkeypatch.setitem(sys.modules, "baocao.audit.auditing", SimpleNamespace(audit=by_hand))
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("a.docx").write_bytes(package(BODY))
    Path("sach.txt").write_text(CLEAN, encoding="utf-8")
    return Clerk(capsys)
