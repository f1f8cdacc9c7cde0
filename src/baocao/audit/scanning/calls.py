"""Runs of digits that nobody counts with, known by their shape alone: telephones, addresses, times."""

from __future__ import annotations

from baocao.audit.scanning import shapes

_PHONE = range(10, 12)
"""Digits of a telephone number of Viet Nam."""
_IN_ADDRESS = ".@:/-_+"
_BEHIND = ".,;:!?)]}"


def call_at(text: str, at: int) -> int:
    """Where the telephone number, time or "1a" at `at` ends; `at` itself when none stands there."""
    if known := shapes.CLOCK.match(text, at) or shapes.LETTERED.match(text, at):
        return known.end()
    if text[at] == "+":
        abroad = shapes.PHONE_ABROAD.match(text, at)
        return abroad.end() if abroad else at
    phone = shapes.PHONE.match(text, at)
    return phone.end() if phone and sum(map(str.isdigit, phone[0])) in _PHONE else at


def address_at(text: str, at: int, word_end: int) -> int:
    """Where the address (page of the net, e-mail) that begins with a word ends; `at` for a mere word."""
    if text[word_end : word_end + 1] not in _IN_ADDRESS or word_end >= len(text):
        return at
    address = shapes.ADDRESS.match(text, at)
    return at + len(address[0].rstrip(_BEHIND)) if address else at
