"""The user guide as a site: it is built without a warning and needs nothing from outside."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from outside_tools import browser

ROOT = Path(__file__).resolve().parents[2]
_FROM_OUTSIDE = re.compile(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?(?:https?:)?//[^\s\"'>]+")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("huong-dan")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    told = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    )
    assert told.returncode == 0, told.stderr
    return folder


@pytest.mark.guide
def test_every_page_is_built(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")}
    assert pages <= {path.relative_to(site).with_suffix("") for path in site.rglob("*.html")}


@pytest.mark.guide
def test_nothing_is_fetched_from_outside(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert _FROM_OUTSIDE.findall(page.read_text(encoding="utf-8")) == [], page.name


@pytest.mark.guide
def test_the_search_index_stands_beside_the_pages(site: Path) -> None:
    index = (site / "search" / "search_index.js").read_text(encoding="utf-8")
    assert index.startswith("var __index = ")
    assert "so-dau-phay" in index
    assert (site / "giao-dien" / "iframe-worker.js").is_file()


@pytest.mark.guide
@pytest.mark.chromium
@pytest.mark.parametrize(("words", "page"), [("một cửa", "hang-loat.html"), ("zzzqqq", "")])
def test_the_search_finds_words_on_pages_opened_from_a_disk(
    site: Path, tmp_path: Path, words: str, page: str
) -> None:
    address = f"{(site / 'index.html').as_uri()}?q={quote(words)}"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}"]
    command = [browser(), *options, "--virtual-time-budget=20000", "--dump-dom", address]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True).stdout
    found = re.findall(r'<a href="[^"]*?([\w-]+\.html)[^"]*" class="md-search-result__link"', shown)
    assert (page in found) if page else not found
    assert "md-search-result__meta" in shown


@pytest.mark.guide
def test_a_fence_with_a_file_shows_its_name(site: Path) -> None:
    page = (site / "bao-cao-dau-tien.html").read_text(encoding="utf-8")
    assert '<span class="filename">so-lieu/2026.yaml</span>' in page
    assert "```" not in re.sub(r"<code>.*?</code>", "", page, flags=re.DOTALL)


_PHONE = """<!doctype html><title>0</title>
<iframe src="{page}" style="width:390px;height:900px"></iframe><script>
const phone = document.querySelector("iframe");
phone.onload = () => setTimeout(() => {{
  const tables = [...phone.contentDocument.querySelectorAll("article table")];
  document.title = Math.max(...tables.map(table => table.getBoundingClientRect().right));
}}, 500);
</script>"""


@pytest.mark.guide
@pytest.mark.chromium
@pytest.mark.parametrize("page", ["tra-cuu/truong-cchc-nam.html", "tra-cuu/the-chung.html", "bo-loc.html"])
def test_tables_of_the_reference_keep_to_the_page_of_a_phone(site: Path, tmp_path: Path, page: str) -> None:
    frame = site / "dien-thoai.html"
    frame.write_text(_PHONE.format(page=page), encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}"]
    options += ["--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom"]
    command = [browser(), *options, frame.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=120).stdout
    (right,) = re.findall(r"<title>([\d.]+)</title>", shown)
    assert 300 < float(right) <= 390


@pytest.mark.guide
def test_a_cell_of_a_wide_table_knows_its_column_and_a_stroke_has_no_backslash(site: Path) -> None:
    page = (site / "bo-loc.html").read_text(encoding="utf-8")
    assert '<td data-cot="ví dụ"><code>{{ 27630 | so }}</code></td>' in page.replace(' class="lien"', "")
