"""Where the frozen program starts: a process of `hang-loat` starts here, too, and goes its own way."""

import os
from multiprocessing import freeze_support

from baocao.cli import main

_LIBRARIES = "LD_LIBRARY_PATH"


def libraries_of_the_machine() -> None:
    """LibreOffice is started with the machine's own libraries again, not with those in our folder.

    PyInstaller's start puts its folder into this variable and keeps what was there under another name; our
    own process has read it by now.
    """
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
    if before is not None:
        os.environ[_LIBRARIES] = before
    else:
        os.environ.pop(_LIBRARIES, None)


if __name__ == "__main__":
    libraries_of_the_machine()
    freeze_support()
    main()
