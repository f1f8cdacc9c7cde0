"""Fields of a part or a paragraph, as Word writes them, and how their results are set.

ECMA-376 part 1, 17.16.18 (`w:fldChar`), 17.16.19 (`w:fldSimple`), 17.16.5 (instructions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from baocao.template.ooxml_tree import XML_SPACE, Element, cut_run, drop, make, w

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_PIECES = tuple(map(w, ("fldSimple", "fldChar", "instrText", "r", "t")))
_SHOWN = ("t", "tab", "br", "noBreakHyphen", "sym")


@dataclass(slots=True)
class Field:
    """A field. begin: the run that begins it, or its `w:fldSimple`. inner: whether other fields stand in it.

    instruction: as typed. result: the runs of its result that hold nothing else. texts: the `w:t` of its
    result. separate, end: its runs; None for a simple field and for one without a result.
    """

    begin: Element
    instruction: str = ""
    result: list[Element] = field(default_factory=list)
    texts: list[Element] = field(default_factory=list)
    separate: Element | None = None
    end: Element | None = None
    inner: bool = False

    @property
    def words(self) -> list[str]:
        """The instruction in words: kind, arguments, switches."""
        return [quoted or bare for quoted, bare in _WORDS.findall(self.instruction)]

    @property
    def kind(self) -> str:
        """What the field is ("REF"), in capitals."""
        return self.words[0].upper() if self.words else ""

    @property
    def switches(self) -> set[str]:
        """Its switches in small letters, without the backslash; that of a form with it: "*mergeformat"."""
        words, found = self.words, set[str]()
        for place, word in enumerate(words):
            if word == "\\*":
                found.add("*" + "".join(words[place + 1 : place + 2]).lower())
            elif word.startswith("\\"):
                found.add(word[1:].lower())
        return found

    def argument(self) -> str:
        """The first word behind the kind that is no switch."""
        return next((word for word in self.words[1:2] if not word.startswith("\\")), "")

    def shown(self) -> str:
        """The words of its result."""
        return "".join(item.text or "" for item in self.texts)

    def show(self, text: str) -> None:
        """Put a text in place of its result, in the look of that."""
        if self.texts and self.shown() == text:
            return
        for item in self.texts:
            item.text = ""
        first, *others = self.result or [self._fresh_run()]
        for item in others:
            drop(item)
        for item in [item for item in first if item.tag in tuple(map(w, _SHOWN))]:
            first.remove(item)
        words = make("t")
        words.text = text
        words.set(XML_SPACE, "preserve")
        first.append(words)

    def _fresh_run(self) -> Element:
        run = make("r")
        if self.begin.tag == w("fldSimple"):
            self.begin.append(run)
        elif self.separate is not None:
            self.separate.addnext(run)
        elif self.end is not None:
            mark = make("r")
            mark.append(make("fldChar", fldCharType="separate"))
            self.end.addprevious(mark)
            self.end.addprevious(run)
        return run


def fields_of(root: Element) -> list[Field]:
    """The fields of a part, in the order of their ends; one that has no end is left out. Each of their signs
    gets a run of its own, where a program has put several things into one.
    """
    for sign in list(root.iter(w("fldChar"))):
        _set_apart(sign)
    return fields_among(root.iter(*_PIECES))


def fields_among(items: Iterable[Element]) -> list[Field]:
    """The fields that begin and end among elements in document order, as of `fields_of`; only to be read."""
    return list(_fields(items))


def _set_apart(sign: Element) -> None:
    """Leave a sign alone in its run: what stands before it and behind it gets runs of the same look."""
    if sign.getparent().tag != w("r"):
        return
    if (behind := sign.getnext()) is not None:
        cut_run(behind)
    before = sign.getprevious()
    if before is not None and before.tag != w("rPr"):
        cut_run(sign)


def _fields(items: Iterable[Element]) -> Iterator[Field]:
    open_fields: list[Field] = []
    for item in items:
        if item.tag == w("fldSimple"):
            _inside(open_fields)
            runs, texts = list(item.iter(w("r"))), list(item.iter(w("t")))
            yield Field(item, item.get(w("instr"), ""), runs, texts)
        elif item.tag == w("fldChar"):
            yield from _at_sign(item, open_fields)
        elif open_fields:
            _add(item, open_fields[-1])


def _add(item: Element, to: Field) -> None:
    in_result = to.separate is not None
    if item.tag == w("instrText") and not in_result:
        to.instruction += item.text or ""
    elif item.tag == w("t") and in_result:
        to.texts.append(item)
    elif item.tag == w("r") and in_result and item.find(w("fldChar")) is None:
        to.result.append(item)


def _at_sign(sign: Element, open_fields: list[Field]) -> Iterator[Field]:
    run, kind = sign.getparent(), sign.get(w("fldCharType"))
    if kind == "begin":
        _inside(open_fields)
        open_fields.append(Field(run))
    elif open_fields and kind == "separate":
        open_fields[-1].separate = run
    elif open_fields and kind == "end":
        ended = open_fields.pop()
        ended.end = run
        yield ended


def _inside(open_fields: Iterable[Field]) -> None:
    for item in open_fields:
        item.inner = True
