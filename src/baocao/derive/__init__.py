"""The room `derive`: figures out of a valid record.

Comes in: `Record` x `Pack`. Goes out: `Figures` (`baocao.derive.figures`): every stated and computed figure
of this year and last, findings where the two do not agree, the trace of each, and what a template may name.

    resolve, arithmetic       blanks filled: sums, rates with a named base, fallbacks
    judging, spots            does a rule of the catalogue hold; where its numbers were typed
    suspects                  rules that fail for one reason, and the number that is the reason
    check_*, places           what is told of it, each number with its line or cell; dates; texts, directions
    context, namespace, ...   what a template sees: figure, blank, text, listrow, printers, views
    trace, fields, sample     where a figure comes from; what a template author may use
"""
