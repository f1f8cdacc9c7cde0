"""One function a rule, registered under its id: `Case` -> what it saw. Importing this room registers all.

The words, forces, clauses and parameters of the rules stand in `formats/quy-tac/<format>/*.yaml`, sizes and
margins in the format itself; `kit` holds what many rules ask alike.
"""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
