"""Packs: kinds of report as data. A name comes in, a `Pack` goes out."""
