"""Packs whose reports are written as one text (`noi_dung` is the report), and files written for them."""

from __future__ import annotations

from baocao.intake.raw import RawRecord
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.record import DocumentHead
from baocao.packs.pack import Pack
from baocao.source.markdown_reader import FIGURES, PACK, USUAL_PACK, WORDS

_HEAD, _SUBJECT = "van_ban", "trich_yeu"


def is_one_text(pack: Pack) -> bool:
    """Whether the words of a Markdown file are the report."""
    words = pack.catalogue.indicators.get(WORDS)
    return words is not None and bool(words.full) and words.required


def fits_pack(raw: RawRecord, pack: Pack, faults: Faults) -> bool:
    """Whether the words below the entries of a file are something the pack knows; told when they are not."""
    figures = raw.main.children.get(FIGURES)
    words = figures.children.get(WORDS) if figures is not None else None
    if words is None or not words.where.in_words or WORDS in pack.catalogue:
        return True
    named = raw.main.children.get(PACK)
    where = raw.main.where if named is None else named.where.but(key=PACK)
    faults.add("bai-sai-goi", where, goi=pack.id, goi_chung=USUAL_PACK)
    return False


def check_subject(main: Form, head: DocumentHead, pack: Pack) -> None:
    """Report that a report about anything has no subject of its own."""
    typed = main.raw.children.get(_HEAD)
    own = typed.children.get(_SUBJECT) if typed is not None else None
    if is_one_text(pack) and head.subject and (own is None or own.blank):
        place = own or typed or main.raw
        where = place.where.but(key=f"{_HEAD}.{_SUBJECT}")
        main.faults.add("bai-thieu-trich-yeu", where, in_ra=" ".join(head.subject))
