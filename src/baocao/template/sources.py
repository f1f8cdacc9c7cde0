"""The Word files of a pack, as the compiler takes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from baocao.errors import PackError, Where, finding
from baocao.packs.catalogue import Catalogue
from baocao.packs.pack import Fragment, Layer, Pack
from baocao.packs.reader import read_template
from baocao.template.compiled import FragmentSource, LayerSource


def layer_sources(pack: Pack) -> tuple[LayerSource, ...]:
    """The templates of a pack's layers, most specific first. Raises `PackError` when it has none."""
    found = template_files(pack)
    if not found:
        folder = pack.layers[0].folder
        raise PackError(finding("goi-thieu-tep", Where(str(folder)), goi=folder.name, tep="mau.docx"))
    return found


def template_files(pack: Pack) -> tuple[LayerSource, ...]:
    """The same, and none of a pack that has none."""
    return tuple(_sources(pack.layers, full_texts(pack.catalogue)))


def full_texts(catalogue: Catalogue) -> frozenset[str]:
    """The texts that may hold headings and tables, as a template asks for them ("phu_luc[].noi_dung")."""
    own = (item.id for item in catalogue if item.full)
    of_rows = (f"{item.id}[].{of.id}" for item in catalogue for of in item.fields if of.full)
    return frozenset((*own, *of_rows))


def _sources(layers: Iterable[Layer], texts: frozenset[str]) -> Iterator[LayerSource]:
    """The layers that have a template; each stands for the packs right above it that have none there."""
    bare: set[str] = set()
    for layer in layers:
        if layer.template.is_file():
            data = read_template(layer.template)
            yield LayerSource(str(layer.template), layer.pack, data, frozenset(bare - {layer.pack}), texts)
            bare.clear()
        else:
            bare.add(layer.pack)


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
