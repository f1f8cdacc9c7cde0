"""A file with one fault is mended: the fault gone, words and holdings kept; a second mend changes nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from baocao.formats.rules import Weight
from conformance import corpus_all
from conformance.corpus_kit import Construction
from conformance.docx_words import NotHereError
from conformance.measuring import profile
from conformance.mending_checks import complaints, mended
from conformance.mutations import mutated
from outside_tools import audit_faults, converted, sdk_faults

MUTATIONS = corpus_all.mutations()
PLAIN = {one.name: one for one in corpus_all.plain()}
MUST = [name for name, one in MUTATIONS.items() if profile().rules[one.rule].weight is not Weight.HINT]
VALIDATED = (
    "TN05: không có đường kẻ",
    "NM01: số trang ở chân trang",
    "FN03: chữ VNI (VNI-Times)",
    "PG01: khổ giấy Letter",
)
MANY = (
    "QH03: cỡ 14",
    "TN01: gạch ngang dài thay gạch nối",
    "TN05: không có đường kẻ",
    "CQ08: đường kẻ dưới tên cơ quan dài bằng dòng chữ",
    "SO08: in đậm",
    "DD04: chữ đứng",
    "TL03: cỡ 16",
    "TY04: không có đường kẻ",
    "ND01: một đoạn cỡ 12",
    "ND02: một đoạn canh trái",
    "FN02: chữ đỏ",
    "FN04: tô vàng một câu",
    "ND05: không cách đoạn",
    "NM01: số trang ở chân trang",
    "PG05: lề trái 25 mm",
    "PG01: khổ giấy Letter",
    "NN05: danh sách cỡ 12",
    "NN01: thiếu dấu hai chấm",
    "KY04: họ tên không đậm",
    "KG04: nơi nhận thứ nhất thiếu chấm phẩy",
    "HD02: tên khoản không đậm",
)
"""Faults of one careless document."""


def host(name: str) -> tuple[bytes, str]:
    """A wrong file of the fault and where it came from: another construction for each fault."""
    order = sorted(PLAIN)
    start = int(hashlib.sha256(name.encode()).hexdigest(), 16) % len(order)
    for one in [*order[start:], *order[:start]]:
        try:
            return mutated(PLAIN[one].build(), PLAIN[one].content, MUTATIONS[name]), one
        except NotHereError:
            continue
    raise AssertionError(name)


@pytest.mark.parametrize("name", MUST)
def test_what_can_be_mended_is_and_nothing_is_lost(name: str) -> None:
    wrong, one = host(name)
    assert complaints(wrong, PLAIN[one].build(), PLAIN[one].content) == [], one


def spoilt(one: Construction) -> bytes:
    """The file with all faults of `MANY` that have a place in it."""
    data, made = one.build(), 0
    for name in MANY:
        try:
            data, made = mutated(data, one.content, MUTATIONS[name]), made + 1
        except NotHereError:
            continue
    assert made > 12
    return data


@pytest.mark.parametrize("name", ["tay/bang-hinh-ve", "tay/mau-1.4-vien", "tay/hop-gach-duoi"])
def test_many_faults_at_once_are_all_mended(name: str) -> None:
    one = PLAIN[name]
    wrong = spoilt(one)
    assert complaints(wrong, one.build(), one.content) == []
    assert [fault.rule.id for fault in mended(wrong).left if fault.rule.weight is not Weight.HINT] == []


@pytest.mark.parametrize("name", PLAIN)
def test_a_sound_file_comes_back_byte_for_byte(name: str) -> None:
    """But for hints: people who type their reports do not bind the signature block together (KY10)."""
    sound = mended(PLAIN[name].build())
    assert {one.rule.id for one in sound.done} <= {"KY10"}
    assert sound.done or sound.data == PLAIN[name].build()
    assert mended(sound.data).data == sound.data


@pytest.mark.parametrize("name", VALIDATED)
def test_a_mended_file_is_as_valid_as_before(name: str, tmp_path: Path) -> None:
    wrong, _ = host(name)
    faults = []
    for at, data in enumerate((wrong, mended(wrong).data)):
        path = tmp_path / f"{at}.docx"
        path.write_bytes(data)
        faults.append(audit_faults(path))
    assert len(faults[1]) <= len(faults[0]), faults[1]


@pytest.mark.sdk
@pytest.mark.parametrize("name", VALIDATED)
def test_a_mended_file_is_as_valid_as_before_for_microsoft(name: str, tmp_path: Path) -> None:
    wrong, _ = host(name)
    faults = []
    for at, data in enumerate((wrong, mended(wrong).data)):
        path = tmp_path / f"{at}.docx"
        path.write_bytes(data)
        faults.append(sdk_faults(path))
    assert len(faults[1]) <= len(faults[0]), faults[1]


@pytest.mark.libreoffice
def test_mended_files_are_still_printed(tmp_path: Path) -> None:
    files = {str(at): mended(host(name)[0]).data for at, name in enumerate(VALIDATED)}
    assert all(data.startswith(b"%PDF") for data in converted(files, tmp_path, "pdf").values())
