"""What a template meets where the data has nothing: `Blank` (nothing was said) and `Nil` ("không phát sinh").

Both are false and empty; a loop over them does nothing, comparisons are false. Every attribute that the full
object would have gives the same object, so that `{{ x.truoc.ngay }}` names x as missing; others are unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, NoReturn, Self

from baocao.derive.wording import NIL_WORDS

VISIBLE = "……"
"""How a blank looks where it cannot be asked about (joined into a longer text): never an empty string."""


class Absent:
    """Base of the two. `ten` is the label of what is absent."""

    __slots__ = ("_fields", "ma", "ten")

    trong: ClassVar[bool] = False
    khong_phat_sinh: ClassVar[bool] = False
    co_truoc: ClassVar[bool] = False
    cong_don_vi: ClassVar[bool] = False

    def __init__(self, id_: str, label: str, fields: tuple[str, ...] = ()) -> None:
        self.ma = id_
        self.ten = label
        self._fields = fields

    def __getattr__(self, name: str) -> Self:
        if name in self._fields:
            return self
        raise AttributeError(name)

    def names(self) -> tuple[str, ...]:
        """The attributes a template may ask for."""
        return ("ma", "ten", "trong", "khong_phat_sinh", "co_truoc", "cong_don_vi", *self._fields)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Iterator[NoReturn]:
        return iter(())

    def _false(self, _other: object) -> bool:
        return False

    __lt__ = __le__ = __gt__ = __ge__ = _false

    def __html__(self) -> str:
        return str(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.ma!r})"


class Blank(Absent):
    """A figure, text, list, date or document without data. Printing it is a matter for the renderer."""

    __slots__ = ()
    trong: ClassVar[bool] = True

    def __str__(self) -> str:
        return VISIBLE


class Nil(Absent):
    """A text, list, date or document stated as "không phát sinh": absent, but not missing."""

    __slots__ = ()
    khong_phat_sinh: ClassVar[bool] = True

    def __str__(self) -> str:
        return NIL_WORDS
