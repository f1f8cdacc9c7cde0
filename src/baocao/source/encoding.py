"""Bytes -> text: UTF-8, UTF-16 and UTF-32 with a byte order mark; anything else is explained."""

from __future__ import annotations

import codecs

from baocao.errors import DataError, Where, finding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel kiểu cũ"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp văn bản có định dạng (.rtf)"),
    (b"\x89PNG", "tệp ảnh"),
    (b"\xff\xd8\xff", "tệp ảnh"),
)

# Bytes that Vietnamese uses most in each old encoding: vowels with marks, đ, and the separate tone marks.
_OLD_ENCODINGS = {
    "TCVN3 (phông .VnTime)": bytes.fromhex(
        "A8A9AAABACADAE B5B6B7B8B9 C7CACB D0D2D5D6D7DCDDDE E8E9EDEE F6F8F9"
    ),
    "Windows-1258": bytes.fromhex("C2C3CACC D0D2D4D5DDDE E0E1E2E3EAEC F0F2F4F5FD"),
    "VNI-Windows": bytes.fromhex("E0E1E2E3E4E5EAEBEF F1F4F5F6F8F9FB"),
}


def decode(data: bytes, file: str) -> str:
    """The text of a file's bytes. Raises `DataError` for another kind of file or a wrong encoding."""
    kind = next((name for start, name in _SIGNATURES if data.startswith(start)), "")
    if kind:
        raise DataError(finding("tep-nham-loai", Where(file), tep=file, loai=kind))
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, file)
    if b"\0" in data:
        raise DataError(finding("tep-nham-loai", Where(file), tep=file, loai="tệp không phải văn bản"))
    return _strict(data, "utf-8", file)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise DataError(
            finding("tep-sai-ma", Where(file, line), tep=file, bo_ma=_likely(data, encoding))
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _likely(data: bytes, encoding: str) -> str:
    """The old encoding that explains the most bytes above 127."""
    if encoding != "utf-8":
        return "bị hỏng giữa chừng"
    high = [byte for byte in data if byte > 127]
    scores = {name: sum(byte in known for byte in high) for name, known in _OLD_ENCODINGS.items()}
    best = max(scores, key=lambda name: scores[name])
    return f"có thể là {best}" if scores[best] * 10 >= len(high) * 7 else "không rõ là bộ mã nào"
