"""Messages of the room `intake`."""

from __future__ import annotations

from baocao.messages import Message

MESSAGES: dict[str, Message] = {}
