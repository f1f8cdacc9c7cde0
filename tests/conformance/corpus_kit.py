"""What the documents of the corpus say, apart from how they are made: a `Content` per document.

The builders (`builders_*`) type one content in many ways; the mutations find its parts by these texts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MOTTO = "Độc lập - Tự do - Hạnh phúc"
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@dataclass(frozen=True)
class Item:
    """A paragraph of the body.

    kind: muc "I.", khoan "1." with a title, khoan_chay "1." running on, diem "a)", gach "-", cong "+", doan
    (prose), dieu ("Điều 1." bold, text running on), dieu_ten ("Điều 1." with a title), chuong, muc_a (number
    and title on two lines), lenh ("QUYẾT ĐỊNH:"), bang (rows), don_vi ("Đơn vị tính: …"), ten_bang (caption).
    note: text of a footnote at its end.
    """

    kind: str
    text: str = ""
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""

    @property
    def full(self) -> str:
        """The words with the number before them, as printed."""
        return f"{self.number} {self.text}" if self.number else self.text


@dataclass(frozen=True)
class Annex:
    """An appendix. number: "" when it is the only one, else Roman."""

    number: str
    title: str
    reference: str
    items: tuple[Item, ...]
    landscape: bool = False

    @property
    def word(self) -> str:
        """The line that names it."""
        return f"Phụ lục {self.number}".strip()


@dataclass(frozen=True)
class Content:
    """One document as its reader sees it. kind: printed type, "" for a letter. number: "" in a draft.

    enacting: the line of authority above the grounds of a decision ("ỦY BAN NHÂN DÂN XÃ …").
    """

    name: str
    agency: tuple[str, ...]
    number: str
    symbol: str
    place: str
    day: str
    kind: str
    subject: tuple[str, ...]
    items: tuple[Item, ...]
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signer: str
    parents: tuple[str, ...] = ()
    addressed: tuple[str, ...] = ()
    enacting: str = ""
    grounds: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @property
    def number_line(self) -> str:
        """The line of number and symbol."""
        return f"Số: {self.number or '        '}/{self.symbol}"

    @property
    def date_line(self) -> str:
        """The line of place and date."""
        return f"{self.place}, {self.day}"

    @property
    def addressed_lines(self) -> tuple[str, ...]:
        """Kính gửi as printed, line by line."""
        if len(self.addressed) < 2:
            return tuple(f"Kính gửi: {name}" for name in self.addressed)
        last = len(self.addressed) - 1
        names = [f"- {name}{'.' if at == last else ';'}" for at, name in enumerate(self.addressed)]
        return ("Kính gửi:", *names)

    @property
    def committee(self) -> bool:
        """Whether a people's committee issues it."""
        return self.agency[0].startswith("ỦY BAN NHÂN DÂN")

    def of(self, kind: str) -> tuple[Item, ...]:
        """The items of the body of one kind."""
        return tuple(item for item in self.items if item.kind == kind)


@dataclass(frozen=True)
class Construction:
    """One way a conforming file came to be. family: ours, tay (typed by hand), libreoffice, pandoc.

    traits: what its parts are made of, for the tables of the measurement. needs: outside tools.
    sound_only: measured as a conforming file only, no faults are made in it.
    """

    name: str
    family: str
    content: Content
    build: Callable[[], bytes]
    traits: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sound_only: bool = False
