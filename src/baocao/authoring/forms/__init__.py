"""Forms in Excel: written here, read by `baocao.forms`."""
