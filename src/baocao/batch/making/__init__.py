"""What a worker does with a chunk: reads, fingerprints, makes reports and PDFs beside their places.

It knows no ledger, and not which names are taken.
"""
