"""Messages of the room `packs`."""

from __future__ import annotations

from baocao.messages import Message

MESSAGES: dict[str, Message] = {}
