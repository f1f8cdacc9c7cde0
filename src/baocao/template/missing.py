"""An unknown name in a template: reported where it is used, with the nearest known name; never an empty text.

The render goes on with nothing in its place, so that one run reports every fault; its product is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

from jinja2.runtime import Undefined
from jinja2.utils import missing


class Missing(Undefined):
    """What an unknown name gives. Any use of it other than `is defined` or `default` is reported."""

    __slots__ = ("_report", "_told")

    def __init__(
        self, report: Any, hint: str | None = None, obj: Any = missing, name: str | None = None
    ) -> None:
        super().__init__(hint=hint, obj=obj, name=name)
        self._report = report
        self._told = False

    def tell(self) -> None:
        """Report it, once."""
        if not self._told:
            self._told = True
            self._report(self)

    @property
    def name(self) -> str:
        """The unknown name."""
        return str(self._undefined_name)

    @property
    def owner(self) -> Any:
        """What the name was looked up in; jinja2's `missing` for a name of the template's own level."""
        return self._undefined_obj

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        self.tell()
        return self

    def __getitem__(self, key: Any) -> Any:
        self.tell()
        return self

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.tell()
        return self

    def __bool__(self) -> bool:
        self.tell()
        return False

    def __str__(self) -> str:
        self.tell()
        return ""

    def __len__(self) -> int:
        self.tell()
        return 0

    def __iter__(self) -> Iterator[Any]:
        self.tell()
        return iter(())

    def __contains__(self, item: object) -> bool:
        self.tell()
        return False

    def __eq__(self, other: object) -> bool:
        self.tell()
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def _itself(self, *args: Any) -> Any:
        self.tell()
        return self

    def _never(self, *args: Any) -> bool:
        self.tell()
        return False

    def _refuse(self, *args: Any) -> NoReturn:
        self.tell()
        raise ValueError("thiếu dữ liệu")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _itself
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pos__ = __neg__ = __pow__ = __rpow__ = _itself
    __lt__ = __le__ = __gt__ = __ge__ = _never  # type: ignore[assignment]
    __int__ = __float__ = __complex__ = _refuse


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like an unknown one, or ""."""
    import difflib

    lowered = {item.lower(): item for item in known}
    found = difflib.get_close_matches(name.lower(), lowered, n=1, cutoff=0.6)
    return lowered[found[0]] if found else ""


def names_of(owner: Any) -> list[str]:
    """The names an author may write after the dot."""
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    return [name for name in dir(owner) if not name.startswith("_")]
