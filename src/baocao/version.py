"""The version of baocao, read by the build and by the cache of compiled templates."""

__version__ = "0.1.0"
