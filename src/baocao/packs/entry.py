"""One mapping of a pack file, read attribute by attribute; every fault becomes a finding with its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal, InvalidOperation

from baocao.errors import Finding, Where, finding
from baocao.source.raw import RawValue
from baocao.vietnamese.text import nearest

_YES = {"true": True, "có": True, "false": False, "không": False}


def guess(name: str, known: Iterable[str]) -> str:
    """The sentence that names the nearest known name, with a space in front; empty when none is near."""
    near = nearest(name, known)
    return f" Có phải «{near}» không?" if near else ""


class Entry:
    """A mapping with a fixed set of attributes. `name` stands in front of the attribute in findings."""

    def __init__(self, raw: RawValue, name: str, known: Collection[str], findings: list[Finding]) -> None:
        self.raw, self.name, self.findings = raw, name, findings
        self.children = raw.children
        if raw.children or raw.blank:
            self._check_names(known)
        else:
            self.fault(raw, "", "các dòng «tên: giá trị» thụt vào bên dưới")

    def where(self, key: str) -> Where:
        """The place of an attribute, or of the whole entry when the attribute is missing."""
        raw = self.children.get(key, self.raw)
        return raw.where.but(key=self.path(key))

    def path(self, key: str) -> str:
        """The attribute's full name."""
        return ".".join(part for part in (self.name, key) if part)

    def has(self, key: str) -> bool:
        """Whether the attribute is given and not blank."""
        return key in self.children and not self.children[key].blank

    def text(self, key: str, *, sample: str = "") -> str:
        """One line of text. `sample`: the attribute is needed, and this is what it looks like."""
        raw = self.children.get(key)
        if raw is None or raw.blank:
            if sample:
                self.findings.append(finding("goi-thieu-muc", self.where(""), muc=key, vi_du=sample))
            return ""
        if not raw.text:
            self.fault(raw, key, "chữ trên một dòng")
        return raw.text.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        raw = self.children.get(key)
        if raw is None or raw.blank:
            return ()
        items = raw.items or (raw,)
        for item in items:
            if not item.text:
                self.fault(item, key, "danh sách các dòng chữ")
        return tuple(item.text.strip() for item in items if item.text)

    def flag(self, key: str) -> bool:
        """Yes or no; no when blank."""
        typed = self.text(key).lower()
        if typed and typed not in _YES:
            self.fault(self.children[key], key, "true hoặc false")
        return _YES.get(typed, False)

    def number(self, key: str, low: int, high: int | None = None) -> Decimal | None:
        """A plain number with a decimal point, from `low` to `high`."""
        typed = self.text(key)
        if not typed:
            return None
        try:
            number = Decimal(typed)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite() or number < low or (high is not None and number > high):
            upper = " trở lên" if high is None else f" đến {high}"
            self.fault(self.children[key], key, f"số {low}" if low == high else f"một số từ {low}{upper}")
            return None
        return number

    def whole(self, key: str, low: int, high: int) -> int | None:
        """A whole number."""
        number = self.number(key, low, high)
        if number is not None and number != int(number):
            self.fault(self.children[key], key, f"một số nguyên từ {low} đến {high}")
        return None if number is None else int(number)

    def choice(self, key: str, options: Collection[str], otherwise: str = "") -> str:
        """One of `options`."""
        typed = self.text(key)
        if typed and typed not in options:
            self.fault(self.children[key], key, "một trong: " + ", ".join(options), options)
            return otherwise
        return typed or otherwise

    def choices(self, key: str, options: Collection[str]) -> tuple[str, ...]:
        """A list of some of `options`."""
        typed = self.texts(key)
        for word in typed:
            if word not in options:
                self._wrong(self.where(key), key, word, "trong số: " + ", ".join(options), options)
        return typed

    def fault(self, raw: RawValue, key: str, wanted: str, options: Collection[str] = ()) -> None:
        """Report a value that cannot be used."""
        shown = raw.text if raw.text else "…"
        self._wrong(raw.where.but(key=self.path(key)), key or self.name, shown, wanted, options)

    def _wrong(self, where: Where, key: str, shown: str, wanted: str, options: Collection[str]) -> None:
        hint = guess(shown, options)
        self.findings.append(
            finding("goi-gia-tri-sai", where, muc=key, gia_tri=shown[:60], can=wanted, goi_y=hint)
        )

    def _check_names(self, known: Collection[str]) -> None:
        for name in self.children:
            if name not in known:
                hint, names = guess(name, known), ", ".join(known)
                self.findings.append(
                    finding("goi-muc-la", self.where(name), muc=name, goi_y=hint, cac_muc=names)
                )
