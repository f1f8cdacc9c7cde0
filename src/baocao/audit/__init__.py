"""The audit of a finished report, whoever typed it: first what stands in it, passage by passage.

Its readers make the same `Document` of the same report. The room knows no pack and no data.
"""
