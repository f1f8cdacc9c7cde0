"""PyInstaller: what the frozen program needs of us. Everything that stands in the installed package comes
along, so no new pack, word list or format can be forgotten; the wheel decides what is in the package.

The modules come as files, too: their sizes and times tell a new version of the program from an old one when
it looks for compiled templates and for finished reports.
"""

from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

hiddenimports = collect_submodules("baocao")
datas = collect_data_files("baocao") + copy_metadata("baocao", recursive=True)
module_collection_mode = "pyz+py"
excludedimports = ["distributed", "dask", "docxtpl", "docx", "tkinter", "IPython", "numpy", "pandas", "PIL"]
