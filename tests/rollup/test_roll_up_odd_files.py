"""Things in a folder of units that are no files: a link to nothing, a link to itself, a pipe."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from baocao.errors import Finding, Severity
from baocao.rollup.sources import _files_of

ODD: dict[str, Callable[[Path], object]] = {
    "xa-mat.xlsx": lambda path: path.symlink_to("khong-con.xlsx"),
    "xa-vong.yaml": lambda path: path.symlink_to(path.name),
    "xa-ong.yaml": os.mkfifo,
}


@pytest.mark.parametrize("name", ODD)
def test_what_cannot_be_read_among_the_inputs_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "xa-an-vi.yaml").write_text("goi: cchc-nam\n", encoding="utf-8")
    ODD[name](tmp_path / name)
    findings: list[Finding] = []
    assert [item.name for item in _files_of(tmp_path, findings)] == ["xa-an-vi.yaml"]
    (told,) = findings
    assert (told.code, told.level) == ("tep-khong-doc-duoc", Severity.WARNING)
    assert name in told.text
