"""A finished Word file held against the format of a decree: what breaks it, and the file mended.

Floors, one way: `reading` (a .docx -> `Paper`: what is printed, with effective formatting and places) ->
`components` (-> `Parts`: which lines are Quốc hiệu, Số, Nơi nhận …, found by what they are) -> `rules` (one
function a rule: `Case` -> what it saw) -> `mending` (the mends of what was seen, carried out in the file) ->
`checking` (the corridor). The numbers, texts, clauses and forces of the rules are data: `baocao.formats`.
"""
