"""The figures of a report against each other: every statement judged, every fault told once.

The road: a `Statement` becomes an `Outcome` (its verdict, its arithmetic and the `Claim` that must hold
between its figures); `culprits` finds the figure that breaks several claims; `telling` words what is left.
"""
