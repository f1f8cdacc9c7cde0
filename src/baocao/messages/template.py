"""Messages of the room `template`."""

from __future__ import annotations

from baocao.messages import Message

MESSAGES: dict[str, Message] = {}
