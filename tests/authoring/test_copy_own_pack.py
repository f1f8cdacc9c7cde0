"""Copying the template of a pack that only the unit has."""

from __future__ import annotations

from baocao.authoring.copying import copy_template
from baocao.cli import run
from baocao.lint import lint_paths


def test_a_pack_of_the_unit_alone_takes_the_template_of_the_pack_below(tmp_path):
    assert run(["khoi-tao", str(tmp_path / "xa"), "--nam", "2025"]) == 0
    own = tmp_path / "xa" / "mau" / "goi-con"
    own.mkdir()
    manifest = 'ma: goi-con\nten: Gói con\nphien_ban: "1"\ndua_tren: cchc-nam\n'
    (own / "goi.yaml").write_text(manifest, encoding="utf-8")
    copied = copy_template("goi-con", tmp_path / "xa", ["mo_dau"])
    assert (copied.pack, copied.template, copied.in_unit) == ("goi-con", own / "mau.docx", True)
    assert list(copied.blocks) == ["mo_dau"]
    assert (own / "goi.yaml").read_text(encoding="utf-8") == manifest
    assert lint_paths([own / "mau.docx"]).findings == ()
