"""How much a message weighs, and who has to act on it."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs. `ERROR` stops the report, the others go with it."""

    ERROR = "loi"
    WARNING = "canh_bao"
    INFO = "thong_tin"


class Family(StrEnum):
    """Who has to act; decides the exit code (see `baocao.cli`)."""

    DATA = "du_lieu"
    FIGURES = "so_lieu"
    PACK = "goi"
    TEMPLATE = "mau"
    OUTPUT = "ket_qua"
    USAGE = "lenh"
    INTERNAL = "noi_bo"
