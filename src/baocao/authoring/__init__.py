"""The author's side of a pack: its template is built, copied to be edited in Word, and compared."""

from baocao.authoring.template import build_fragment, build_pack_template

__all__ = ["build_fragment", "build_pack_template"]
