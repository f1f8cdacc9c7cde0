"""Hostile templates through the command line: they end soon in findings, nothing is read, run or written.

All of them run in one process of their own that may not grow much; an audit hook there tells what each opened
or started.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hostile_packs import ROOT, SECRET, Outcome, cases

import baocao
from baocao.cli import run
from baocao.template.guard import MAX_SECONDS

MOST_SECONDS = MAX_SECONDS + 3
"""Processor time: what a template may spend, and the program around it."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    folder = tmp_path_factory.mktemp("mau-doc")
    for name in ("so-lieu.yaml", "don-vi.yaml"):
        source = ROOT / "samples" / "xa-mau" / name.replace("so-lieu", "2025")
        (folder / name).write_bytes(source.read_bytes())
    script = (
        "import json, sys; from pathlib import Path; import hostile_packs;"
        "sys.addaudithook(hostile_packs.watch); out = sys.stdout;"
        "json.dump(hostile_packs.run_all(Path(sys.argv[1])), out)"
    )
    path = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        env=os.environ | {"PYTHONPATH": path, "BAOCAO_CACHE": str(folder / "nho-dem")},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return {name: Outcome(**item) for name, item in json.loads(done.stdout).items()}


@pytest.mark.skipif(sys.platform != "linux", reason="giới hạn bộ nhớ của tiến trình chỉ có trên Linux")
@pytest.mark.parametrize("name", cases())
def test_a_hostile_pack_ends_soon_in_findings(outcomes: dict[str, Outcome], name: str) -> None:
    outcome = outcomes[name]
    assert (outcome.code, outcome.written) == (3, False), outcome
    assert outcome.said.strip()
    assert outcome.seconds < MOST_SECONDS
    assert outcome.touched == []
    assert SECRET not in outcome.said
    assert "root:" not in outcome.said


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (None, 3, "Không tìm thấy tệp"),
        (b"B\xe1o c\xe1o", 3, "UTF-8"),
        (b"a\0b", 3, "không phải văn bản"),
        (b"x" * (20 * 2**20 + 1), 3, "quá mức 20 MB"),
        ("Đạt {{ ky.ten }}.".encode("utf-16"), 0, "Đã dựng"),
    ],
)
def test_a_source_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, code: int, said: str
) -> None:
    (tmp_path / "goi.yaml").write_text("ma: cchc-nam", encoding="utf-8")
    if content is not None:
        (tmp_path / "noi-dung.md").write_bytes(content)
    assert run(["mau", "dung", str(tmp_path)]) == code
    assert said in "".join(capsys.readouterr())


def test_a_pack_without_a_word_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "goi.yaml").write_text(
        'ma: thu\nphien_ban: "1"\nten: Thử\ntrich_yeu: [Thử]', encoding="utf-8"
    )
    (tmp_path / "chi-tieu.yaml").write_text("chi_tieu: {a.x: {nhan: X, loai: dem}}", encoding="utf-8")
    unit = ROOT / "samples" / "xa-mau" / "don-vi.yaml"
    with pytest.raises(baocao.PackError) as caught:
        baocao.make_report({"goi": str(tmp_path), "don_vi": str(unit), "ky": 2025})
    assert [item.code for item in caught.value.findings] == ["goi-thieu-tep"]
    assert "mau.docx" in caught.value.findings[0].text
