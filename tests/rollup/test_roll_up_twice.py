"""No unit is added up twice: a result among its sources, copies, and profiles that are not there."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from rollup_kit import again, codes, expecting, figures, rolled, sent, told

from baocao.errors import Severity, stops
from workplace_kit import Clerk

NAMED = ("tong-hop", "so-lieu/2024/xa", "--don-vi", "don-vi.yaml")
LOWER = [sent(f"xã {name}", {"tthc.tiep_nhan": 10 + place}) for place, name in enumerate("ABC")]


@pytest.mark.parametrize("listed", [True, False])
def test_a_copy_of_the_result_among_its_sources(clerk: Clerk, *, listed: bool) -> None:
    shutil.copy("so-lieu/2024/tong-hop.yaml", "so-lieu/2024/xa/tong-hop-cu.yaml")
    if not listed:
        profile = Path("don-vi.yaml")
        profile.write_text(profile.read_text(encoding="utf-8").partition("cac_don_vi:")[0], encoding="utf-8")
    code, found = clerk.told(*NAMED, "-o", "th.yaml")
    (said,) = [item for item in found if item["ma"] == "tong-hop-tinh-hai-lan"]
    assert (code, Path("th.yaml").exists()) == (1, False)
    assert said["noi_dung"].startswith("Tệp tổng hợp này có 12 đơn vị đã có số ở tệp khác (thi-tran-minh-hoa")
    assert said["vi_tri"]["file"].endswith("xa/tong-hop-cu.yaml")
    assert "tong-hop-khong-co-ho-so" in [item["ma"] for item in found]


def test_a_draft_leaves_the_copy_out() -> None:
    copy = again(rolled(LOWER), "tổng hợp cũ", "th-cu.yaml")
    result = rolled([*LOWER, copy], draft=True)
    assert figures(result) == figures(rolled(LOWER))
    assert [(one.name, one.reason) for one in result.left_out] == [
        ("tổng hợp cũ", "có đơn vị đã cộng từ tệp khác")
    ]


def test_an_older_copy_has_other_figures() -> None:
    old = rolled([sent(f"xã {name}", {"tthc.tiep_nhan": 7 + place}) for place, name in enumerate("ABC")])
    result = rolled([*LOWER, again(old, "tổng hợp cũ", "th-cu.yaml")])
    assert "3 đơn vị đã có số ở tệp khác (xã A.yaml, xã B.yaml, xã C.yaml): xã A, xã B, xã C." in told(
        result, "tong-hop-tinh-hai-lan"
    )


def test_two_copies_of_one_result_under_two_names() -> None:
    pair = [again(rolled(LOWER), name, f"{name}.yaml") for name in ("huyện X", "huyện Y")]
    result = rolled(pair)
    assert told(result, "tong-hop-tinh-hai-lan").startswith(
        "huyện Y.yaml, huyện Y: Tệp tổng hợp này có 3 đơn vị"
    )
    assert figures(rolled(pair, draft=True)) == figures(rolled(LOWER))


def test_two_districts_with_communes_of_one_name() -> None:
    more = {"tthc.da_giai_quyet": 5, "chi_dao.nhiem_vu": 4}
    districts = [
        again(rolled([sent("xã Tân Phú", {"tthc.tiep_nhan": 5 + place} | more)]), name)
        for place, name in enumerate(("huyện A", "huyện B"))
    ]
    assert codes(rolled(districts)) == []


def named(file: str, **more: Any) -> Any:
    return sent("", {"tthc.tiep_nhan": 5}, don_vi="khong-co.yaml", file=file, **more)


def test_the_profile_of_a_unit_is_not_there() -> None:
    result = rolled([named("xa/bao cao.yaml")])
    (found,) = result.findings
    assert found.level is Severity.WARNING
    assert str(found.where).startswith("xa/bao cao.yaml, bao cao, mục don_vi")
    assert "ghi hồ sơ khong-co.yaml nhưng không đọc được tệp ấy" in found.text
    assert "được tính là của bao cao, theo tên tệp." in found.text


def test_the_file_is_called_after_a_unit_that_is_expected() -> None:
    result = rolled([named("xa/xa-a.yaml")], expecting("xã A"))
    assert [(item.code, item.level) for item in result.findings] == [
        ("tong-hop-khong-co-ho-so", Severity.INFO)
    ]
    assert not stops(result.findings)
