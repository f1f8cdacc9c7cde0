"""The smallest data files with one fault each: what their lines are made of."""

from __future__ import annotations

LONG = "a" * 200_001
SIGNER = "nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}"
UNIT = "don_vi:\n  ten: Ủy ban nhân dân xã A\n  cap: xa\n  dia_danh: A\n  ky_hieu: UBND\n"


def figures(lines: str) -> str:
    """`so_lieu` with the required figure on line 2 and `lines` from line 4 on, inside the group tthc."""
    return f"so_lieu:\n  tthc:\n    tiep_nhan: 100\n{lines}"
