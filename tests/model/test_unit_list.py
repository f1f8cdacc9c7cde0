"""A unit's code and name against the list of administrative units: what is told, what passes in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from model_kit import data_file, judge, record_of, small_pack

from baocao.errors import Finding, Severity
from baocao.intake.reader import read
from baocao.model.record import Record
from baocao.model.validate import validate

HA_NOI = "dong_chu_quan: [ỦY BAN NHÂN DÂN, THÀNH PHỐ HÀ NỘI]"
BAC_NINH = "dong_chu_quan: [UBND tỉnh Bắc Ninh]"
TUYEN_QUANG = "dong_chu_quan: [UBND tỉnh Tuyên Quang]"


def data(name: str, *more: str, day: str = "05/12/2025") -> str:
    """A data file of a unit with further entries of its profile; the report is dated so."""
    entries = "\n".join(f"  {line}" for line in more)
    return f"""don_vi:
  ten: {name}
  cap: xa
  dia_danh: Minh Họa
  ky_hieu: UBND
  nguoi_ky: {{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}}
{entries}
ky: {{nam: {day[-4:]}}}
van_ban: {{ngay: {day}}}
"""


def told(name: str, *more: str, day: str = "05/12/2025") -> tuple[Record | None, tuple[Finding, ...]]:
    return judge(data(name, *more, day=day))


def code_of(name: str, *more: str, day: str = "05/12/2025") -> str:
    return record_of(data(name, *more, day=day)).unit.code


BA_DINH = "Ủy ban nhân dân phường Ba Đình"
BA_VI = "Ủy ban nhân dân xã Ba Vì"
KEP = "Ủy ban nhân dân xã Kép"


@pytest.mark.parametrize(
    ("name", "more", "day", "code", "key", "severity", "words"),
    [
        (BA_VI, ('ma: "00005"', HA_NOI), "05/12/2025", "ma-don-vi-la", "ma", Severity.ERROR, "là 09700"),
        (BA_VI, ('ma: "1030456"',), "05/12/2025", "ma-don-vi-la", "ma", Severity.ERROR, "«1030456»"),
        (BA_VI, ('ma: "00005"',), "05/10/2026", "ma-don-vi-la", "ma", Severity.WARNING, "«00005»"),
        (
            *(BA_VI, ('ma: "00004"', HA_NOI), "05/12/2025", "ma-cua-don-vi-khac", "ma", Severity.ERROR),
            "là của phường Ba Đình (thành phố Hà Nội), không phải của xã Ba Vì. Mã của xã Ba Vì là 09700.",
        ),
        (BA_VI, ('ma: "00004"', HA_NOI), "05/10/2026", "ma-cua-don-vi-khac", "ma", Severity.WARNING, "00004"),
        (
            BA_DINH,
            ("ma: 4",),
            "05/12/2025",
            "ma-mat-so-khong",
            "ma",
            Severity.INFO,
            "00004, mã của phường Ba",
        ),
        (
            *(BA_VI, ("ma: 4", HA_NOI), "05/12/2025", "ma-cua-don-vi-khac", "ma", Severity.ERROR),
            "Mã 00004 là của phường Ba Đình (thành phố Hà Nội), không phải của xã Ba Vì. Mã của xã Ba Vì",
        ),
        (
            *(BA_VI, ('ma: "9700.5"', HA_NOI), "05/12/2025", "ma-co-so-le", "ma", Severity.ERROR),
            "Mã «9700.5» có phần lẻ, không phải mã của đơn vị nào. Mã của xã Ba Vì là 09700.",
        ),
        (
            *("Ủy ban nhân dân xã Ba Vỉ", ("ma: 9700", HA_NOI), "05/12/2025"),
            *(
                "ten-khac-ma",
                "ten",
                Severity.ERROR,
                "Mã 09700 là của xã Ba Vì, mà tên ghi ở đây là xã Ba Vỉ.",
            ),
        ),
        (
            *("Ủy ban nhân dân phường Ba Vì", ('ma: "09700"',), "05/10/2026"),
            *("ten-khac-ma", "ten", Severity.WARNING, "mà tên ghi ở đây là phường Ba Vì."),
        ),
        (
            *("Ủy ban nhân dân xã Ba Vi", (HA_NOI,), "05/12/2025", "ten-don-vi-la", "ten", Severity.WARNING),
            "Ngày 05/12/2025, thành phố Hà Nội không có xã Ba Vi. Có phải «xã Ba Vì» không?",
        ),
        (
            *("Ủy ban nhân dân phường Kép", (BAC_NINH,), "05/12/2025", "don-vi-da-doi-ten", "ten"),
            *(
                Severity.WARNING,
                "Ngày 05/12/2025, phường Kép có tên là xã Kép. Tên phường Kép có từ ngày 20/9/2026",
            ),
        ),
        (
            *(KEP, ('ma: "07399"',), "05/10/2026", "don-vi-da-doi-ten", "ten", Severity.WARNING),
            "Tên phường Kép có từ ngày 20/9/2026 theo Nghị quyết số 388/NQ-UBTVQH16.",
        ),
        (
            *("Ủy ban nhân dân phường Kép", (BAC_NINH,), "05/10/2026", "don-vi-da-doi-ten", "dong_chu_quan"),
            *(Severity.WARNING, "tỉnh Bắc Ninh có tên là thành phố Bắc Ninh. Tên thành phố Bắc Ninh có từ"),
        ),
        (
            *("Ủy ban nhân dân phường Dĩ An", (BAC_NINH,), "05/12/2025", "don-vi-cua-tinh-khac", "ten"),
            *(
                Severity.WARNING,
                "phường Dĩ An thuộc thành phố Hồ Chí Minh, mà hồ sơ ghi cấp trên là tỉnh Bắc Ninh.",
            ),
        ),
        (
            *(BA_DINH, ('ma: "00004"', "dong_chu_quan: [UBND tỉnh Hải Dương]"), "05/12/2025"),
            *("don-vi-cua-tinh-khac", "ten", Severity.WARNING, "mà hồ sơ ghi cấp trên là tỉnh Hải Dương."),
        ),
        (
            *("Ủy ban nhân dân xã Dĩ An", ("dong_chu_quan: [UBND thành phố Hồ Chí Minh]",), "05/12/2025"),
            *("ten-don-vi-la", "ten", Severity.WARNING, "Có phải «phường Dĩ An» không?"),
        ),
        (
            *("Ủy ban nhân dân tỉnh Cao Bang", ('ma: "04"',), "05/12/2025", "ten-don-vi-la", "ten"),
            *(Severity.WARNING, "cả nước không có tỉnh Cao Bang. Có phải «tỉnh Cao Bằng» không?"),
        ),
    ],
)
def test_what_the_list_does_not_bear_out(
    name: str, more: tuple[str, ...], day: str, code: str, key: str, severity: Severity, words: str
) -> None:
    _, found = told(name, *more, day=day)
    assert [(item.code, item.where.key, item.level) for item in found] == [(code, f"don_vi.{key}", severity)]
    assert words in found[0].text


@pytest.mark.parametrize(
    ("name", "more", "day"),
    [
        (BA_DINH, ('ma: "00004"', HA_NOI), "05/12/2025"),
        (BA_DINH, ("ma: 00004",), "05/12/2025"),
        ("Ủy ban nhân dân xã Chiêm Hoá", ('ma: "02287"', TUYEN_QUANG), "05/12/2025"),
        ("Ủy ban nhân dân xã Chiêm Hóa", (TUYEN_QUANG,), "05/12/2025"),
        (
            "UBND xã Ea H’Leo".replace("UBND", "Ủy ban nhân dân"),
            ("dong_chu_quan: [UBND tỉnh Đắk Lắk]",),
            "05/12/2025",
        ),
        (KEP, ('ma: "07399"', BAC_NINH), "19/9/2026"),
        (
            "Ủy ban nhân dân phường Kép",
            ('ma: "07399"', "dong_chu_quan: [UBND thành phố Bắc Ninh]"),
            "20/9/2026",
        ),
        ("Ủy ban nhân dân tỉnh Cao Bằng", ('ma: "04"',), "05/12/2025"),
    ],
    ids=str,
)
def test_units_of_the_list_pass(name: str, more: tuple[str, ...], day: str) -> None:
    record, found = told(name, *more, day=day)
    assert found == ()
    assert record is not None


@pytest.mark.parametrize(
    ("name", "more", "day"),
    [
        ("Ủy ban nhân dân xã Ngọc Vàng", ("ma: VD-001", "dong_chu_quan: [UBND tỉnh Ví Dụ]"), "05/12/2025"),
        ("Ủy ban nhân dân xã Ngọc Vàng", ("ma: H26.12",), "05/12/2025"),
        ("Ủy ban nhân dân xã Ngọc Vàng", ('ma: "26.12"', "dong_chu_quan: [UBND tỉnh Ví Dụ]"), "05/12/2025"),
        ("Ủy ban nhân dân xã Ngọc Vàng", ("dong_chu_quan: [UBND tỉnh Ví Dụ]",), "05/12/2025"),
        ("Ủy ban nhân dân xã Ngọc Vàng", (), "05/12/2025"),
        ("Phòng Văn hóa - Xã hội phường Ba Đình", ('ma: "00004"', HA_NOI), "05/12/2025"),
        (BA_VI, ('ma: "00005"', HA_NOI), "30/6/2025"),
        ("Ủy ban nhân dân xã Ngọc Vàng", (BAC_NINH,), "30/6/2025"),
    ],
    ids=str,
)
def test_what_the_list_cannot_decide_passes_in_silence(name: str, more: tuple[str, ...], day: str) -> None:
    _, found = told(name, *more, day=day)
    assert found == ()


def test_a_code_without_its_zeros_is_read_as_the_one_of_the_unit_named() -> None:
    assert code_of(BA_DINH, "ma: 4") == "00004"
    assert code_of(BA_DINH, 'ma: "04"') == "00004"
    assert code_of(BA_DINH, 'ma: "4.0"') == "00004"
    assert code_of(BA_DINH, 'ma: "00004.00"') == "00004"
    assert code_of("Ủy ban nhân dân tỉnh Cao Bằng", "ma: 4") == "04"
    assert code_of(BA_DINH, "ma: 4", day="30/6/2025") == "4"


def test_with_a_warning_the_code_has_its_zeros_whatever_the_name() -> None:
    assert code_of("Ủy ban nhân dân xã Ba Vỉ", "ma: 9700", HA_NOI, day="05/10/2026") == "09700"
    assert code_of(BA_VI, "ma: 4", HA_NOI, day="05/10/2026") == "00004"
    assert code_of("Phòng Văn hóa - Xã hội phường Ba Đình", "ma: 4") == "4"


def test_a_wrong_code_and_a_wrong_name_are_both_told() -> None:
    _, found = told("Ủy ban nhân dân xã Ngọc Vàng", 'ma: "00004"', HA_NOI)
    assert {item.code for item in found} == {"ma-cua-don-vi-khac", "ten-don-vi-la"}


def from_profiles(
    folder: Path, own: str, province: str, day: str
) -> tuple[Record | None, tuple[Finding, ...]]:
    """A report of a unit with a profile of its own, below that of a province."""
    (folder / "tinh").mkdir()
    (folder / "tinh" / "don-vi.yaml").write_text(province, encoding="utf-8")
    unit = folder / "don-vi.yaml"
    signer = "nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}\n"
    unit.write_text(
        f"cap: xa\ndia_danh: B\nky_hieu: UBND\ncap_tren: tinh/don-vi.yaml\n{signer}{own}", encoding="utf-8"
    )
    main = folder / "so-lieu.yaml"
    main.write_text(data_file(f"ky: {{nam: {day[-4:]}}}\nvan_ban: {{ngay: {day}}}\n"), encoding="utf-8")
    return validate(read(main, unit_path=unit), small_pack())


PROVINCE = """ten: Ủy ban nhân dân thành phố Bắc Ninh
tu_ngay: 20/9/2026
truoc_day: [{den_ngay: 19/9/2026, ten: Ủy ban nhân dân tỉnh Bắc Ninh}]
"""
FORMER = """ten: Ủy ban nhân dân phường Kép
ma: "07399"
tu_ngay: 20/9/2026
truoc_day: [{den_ngay: 19/9/2026, ten: Ủy ban nhân dân xã Kép}]
"""


@pytest.mark.parametrize(
    ("day", "name", "code", "parent"),
    [
        ("19/9/2026", "Ủy ban nhân dân xã Kép", "", "Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("20/9/2026", "Ủy ban nhân dân phường Kép", "07399", "Ủy ban nhân dân thành phố Bắc Ninh"),
    ],
)
def test_the_names_of_the_day_are_the_ones_judged(
    tmp_path: Path, day: str, name: str, code: str, parent: str
) -> None:
    record, found = from_profiles(tmp_path, FORMER, PROVINCE, day)
    assert found == ()
    assert record is not None
    assert (record.unit.name, record.unit.code, record.unit.parent) == (name, code, parent)


def test_the_parents_name_is_told_where_it_stands(tmp_path: Path) -> None:
    province = "ma: '24'\nten: Ủy ban nhân dân tỉnh Bắc Ninh\n"
    _, found = from_profiles(tmp_path, FORMER, province, "05/10/2026")
    assert [(item.code, Path(item.where.file).parent.name, item.where.line) for item in found] == [
        ("don-vi-da-doi-ten", "tinh", 2)
    ]


def test_a_parents_code_does_not_come_down(tmp_path: Path) -> None:
    own = "ten: Ủy ban nhân dân xã Ngọc Vàng\n"
    record, found = from_profiles(tmp_path, own, "ten: Ủy ban nhân dân tỉnh Ví Dụ\nma: VD\n", "05/12/2025")
    assert found == ()
    assert record is not None
    assert record.unit.code == ""
    given = "ten: Ủy ban nhân dân tỉnh Ví Dụ\ncho_cap_duoi: {ma: VD}\n"
    (tmp_path / "hai").mkdir()
    _, found = from_profiles(tmp_path / "hai", own, given, "05/12/2025")
    assert [item.code for item in found] == ["muc-la"]
