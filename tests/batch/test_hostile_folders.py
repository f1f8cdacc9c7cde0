"""Folders with links, pipes and thousands of levels: no unit is lost without a word, none stops another."""

from __future__ import annotations

import inspect
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from batch_kit import Office, codes

from baocao.batch.sources.job_finder import find_jobs

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="links and pipes are of another kind here")


@pytest.mark.parametrize("target", ["xa/lap.yaml", "khong-con.yaml", "/dev/zero"])
def test_a_link_that_is_no_data_is_told_as_its_unit(office: Office, target: str) -> None:
    folder = office.unit("xa/an-binh.yaml", "An Bình").parent
    (folder / "lap.yaml").symlink_to(folder.parent / target)
    made, odd = office.run(folder)
    assert made.temporary
    assert (odd.job.id, odd.temporary, codes(odd)) == ("lap.yaml", "", ["tep-khong-doc-duoc"])


@pytest.mark.parametrize("suffix", ["yaml", "xlsx"])
def test_a_pipe_is_told_and_not_waited_for(office: Office, suffix: str) -> None:
    folder = office.unit("xa/an-binh.yaml", "An Bình").parent
    os.mkfifo(folder / f"ong.{suffix}")
    _, odd = office.run(folder)
    assert codes(odd) == ["tep-khong-doc-duoc"]


@pytest.fixture
def no_waiting() -> Iterator[None]:
    """Whoever waits for a pipe is interrupted."""

    def wake(number: int, frame: object) -> None:
        raise TimeoutError("waited for a pipe")

    before = signal.signal(signal.SIGALRM, wake)
    signal.alarm(20)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("no_waiting")
def test_a_pipe_in_the_place_of_a_template_is_not_waited_for(office: Office) -> None:
    path = office.unit("xa/an-binh.yaml", "An Bình")
    (office.pack / "mau.docx").unlink()
    os.mkfifo(office.pack / "mau.docx")
    (draft,) = office.run(path)
    assert codes(draft) == ["goi-thieu-tep"]


def test_a_folder_that_is_linked_is_told(office: Office) -> None:
    folder = office.unit("xa/an-binh.yaml", "An Bình").parent
    (folder / "nua").symlink_to(folder)
    (folder / "tu-minh").symlink_to("tu-minh")
    found = find_jobs([folder])
    assert [job.id for job in found.jobs] == ["an-binh.yaml"]
    assert [dict(item.facts)["cac_tep"] for item in found.findings] == ["nua"]


def test_folders_may_be_deeper_than_functions_may_call_each_other(office: Office) -> None:
    office.unit(f"xa/{'d/' * 150}a.yaml", "An Bình")
    usual = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(len(inspect.stack()) + 100)
        found = find_jobs([office.root / "xa"])
    finally:
        sys.setrecursionlimit(usual)
    assert len(found.jobs) == 1
