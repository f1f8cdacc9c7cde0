"""The Word files of a pack, as the compiler takes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from baocao.errors import PackError, Where, finding
from baocao.packs.pack import Fragment, Pack
from baocao.packs.reader import read_template
from baocao.template.compiled import FragmentSource, LayerSource


def layer_sources(pack: Pack) -> tuple[LayerSource, ...]:
    """The templates of a pack's layers, most specific first. Raises `PackError` when it has none."""
    found = tuple(
        LayerSource(str(layer.template), layer.pack, read_template(layer.template))
        for layer in pack.layers
        if layer.template.is_file()
    )
    if not found:
        folder = pack.layers[0].folder
        raise PackError(finding("goi-thieu-tep", Where(str(folder)), goi=folder.name, tep="mau.docx"))
    return found


class FragmentFiles(Mapping[str, FragmentSource]):
    """The fragments of a pack; a file is read when somebody asks for it."""

    def __init__(self, files: Mapping[str, Fragment]) -> None:
        self._files = files

    def __getitem__(self, name: str) -> FragmentSource:
        path = self._files[name].path
        return FragmentSource(str(path), read_template(path))

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
