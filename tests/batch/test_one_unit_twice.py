"""One unit with two data files: it is told whose they are, not only that two names are alike."""

from __future__ import annotations

import pytest
from batch_kit import Office

from baocao.batch.batch import run_batch


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("An Bình", "«an (1).yaml» và «an.yaml», đều của Ủy ban nhân dân xã An Bình"),
        ("An Bính", "«an.yaml»;"),
    ],
)
def test_two_files_of_one_unit(office: Office, other: str, told: str) -> None:
    office.unit("xa/an.yaml", "An Bình")
    folder = office.unit("xa/an (1).yaml", other).parent
    (clash,) = run_batch([folder], office.results).findings
    assert clash.code == "hang-loat-trung-ten"
    assert told in clash.text
