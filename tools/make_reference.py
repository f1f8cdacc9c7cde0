"""The reference pages of docs/, printed from the code: filters, messages, rules, commands, packs.

python tools/make_reference.py
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from reference_commands import commands_page
from reference_packs import fields_page, packs_page, tags_page

from baocao.errors import BaocaoError, Family, Severity
from baocao.formats import load_format
from baocao.formats.rules import RuleText, Scope, Weight, load_rules
from baocao.messages import catalogue
from baocao.packs.finder import list_packs
from baocao.vietnamese.dates import short_date
from baocao.vietnamese.filters import filter_docs

DOCS = Path(__file__).resolve().parent.parent / "docs"

_FAMILIES = {
    Family.DATA: "Số liệu",
    Family.FIGURES: "Số không khớp",
    Family.PACK: "Gói mẫu",
    Family.TEMPLATE: "Mẫu Word",
    Family.OUTPUT: "Ghi kết quả",
    Family.USAGE: "Gõ lệnh",
    Family.INTERNAL: "Lỗi của chương trình",
}
_SEVERITIES = {
    Severity.ERROR: "phải sửa",
    Severity.WARNING: "nên xem lại",
    Severity.INFO: "lưu ý",
}
MENDED = frozenset(
    re.findall(
        r"\w+",
        """
    BG01 BG03 CC01 CC02 CC03 CC06 CQ01 CQ02 CQ04 CQ05 CQ07 CQ08 DC01 DD01 DD02 DD03 DD04 DD05 DD07 DD08
    FN01 FN02 FN03 FN04 FN05 FN06 FT02 HD01 HD02 HD03 HD04 HD06 HD07 HD08 HD11 HD12 KG01 KG02 KG03 KG04 KG05
    KY01 KY02 KY03 KY04 KY05 KY09 KY10 KY11 MK01 MK02 ND01 ND02 ND04 ND05 ND06 ND07 ND08 ND09 ND10
    NM01 NM02 NM03 NM04 NM05 NM06 NM07 NM08 NN01 NN02 NN03 NN04 NN05 NN06 NN07 NN08 NN09 PG01 PG02 PG03
    PG04 PG05 PG06 PG08 PL03 PL04 PL05 PL08 QH01 QH02 QH03 QH04 SL03 SL07 SO02 SO03 SO04
    SO05 SO07 SO08 SO09 SZ01 TL02 TL03 TL04 TN01 TN02 TN03 TN04 TN05 TN06 TY01 TY02 TY03 TY04 TY06 TY12
    TY13 TY14
    """,
    )
)
"""Rules of which `--sua` puts right what is certain; tests/conformance holds this against the corpus."""
_WEIGHTS = {Weight.MUST: "bắt buộc", Weight.PRACTICE: "thông lệ", Weight.HINT: "nên xem"}


def main() -> int:
    """Write the pages; those of the packs last, so that a broken pack holds up no other page."""
    write(pages())
    try:
        made = pack_pages()
    except BaocaoError as fault:
        print(*(f"{item.where.file}: {item.text}" for item in fault.findings), sep="\n", file=sys.stderr)
        return 1
    for old in (DOCS / "tra-cuu").glob("truong-*.md"):
        if f"tra-cuu/{old.name}" not in made:
            old.unlink()
    write(made)
    return 0


def write(made: dict[str, str]) -> None:
    """Write pages below docs/."""
    for name, text in made.items():
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_text(text, encoding="utf-8")


def pages() -> dict[str, str]:
    """File name -> text of each page that is about no pack."""
    made = {
        "bo-loc.md": _filters(),
        "loi-nhac.md": _messages(),
        "quy-tac-the-thuc.md": _rules(),
        "tra-cuu/lenh.md": commands_page(),
    }
    return {name: _page(lines) for name, lines in made.items()}


def pack_pages() -> dict[str, str]:
    """File name -> text of the pages about packs. Raises `PackError` when one of them is broken."""
    packs = list_packs()
    shown = next(pack for pack in packs if pack.id == "cchc-nam")
    made = {f"tra-cuu/truong-{pack.id}.md": fields_page(pack) for pack in packs}
    made |= {"cac-goi.md": packs_page(packs), "tra-cuu/the-chung.md": tags_page(shown)}
    return {name: _page(lines) for name, lines in made.items()}


def _page(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _filters() -> Iterator[str]:
    yield "# Bộ lọc dùng trong mẫu"
    yield ""
    yield "Viết sau dấu `|` trong thẻ của mẫu Word: `{{ tthc.tiep_nhan | bang_chu }}`."
    yield "Trang này in từ chương trình."
    yield ""
    yield "| bộ lọc | việc | ví dụ | in ra |"
    yield "| --- | --- | --- | --- |"
    for item in filter_docs():
        example = item.example.replace("|", "\\|")
        yield f"| `{item.name}` | {item.summary} | `{example}` | {item.result} |"


def _messages() -> Iterator[str]:
    yield "# Các lời nhắc"
    yield ""
    yield "Cách đọc một lời nhắc, và những lời nhắc hay gặp: [hieu-loi-nhac.md](hieu-loi-nhac.md)."
    yield "Ở trang này, chữ trong ngoặc nhọn như {tep} là chỗ máy điền tên thật;"
    yield "ô chữ dưới mỗi lời nhắc là một chỗ gõ sai làm ví dụ."
    yield "Mã ở đầu mỗi mục không đổi giữa các phiên bản; `--json` in mã này. Trang này in từ chương trình."
    for family, title in _FAMILIES.items():
        yield ""
        yield f"## {title}"
        for item in catalogue().values():
            if item.family is family:
                yield ""
                yield f"#### `{item.code}`"
                yield ""
                yield f"{_SEVERITIES[item.severity].capitalize()}: {_as_told(item.text)}  "
                yield f"→ {_as_told(item.remedy)}" + (f"  \n{_as_told(item.why)}" if item.why else "")
                if item.in_cell:
                    yield f"  \nTrong biểu Excel: {_as_told(item.in_cell)}"
                if item.in_words:
                    yield f"  \nTrong tệp chữ .md: {_as_told(item.in_words)}"
                if item.example:
                    yield "\n```\n" + item.example + "\n```"


def _as_told(sentence: str) -> str:
    """A sentence of the catalogue with its braces as a reader sees them; named places stay: "{tep}"."""
    pieces = Formatter().parse(sentence)
    return "".join(text + ("" if hole is None else f"{{{hole}}}") for text, hole, _, _ in pieces)


def _rules() -> Iterator[str]:
    fmt = load_format()
    rules = load_rules(fmt.id)
    asked = [rule for rule in rules.values() if rule.scope is Scope.FILE]
    yield "# Các quy tắc thể thức"
    yield ""
    yield f"Căn cứ: {fmt.title} (kiểm tra ngày {short_date(fmt.verified)}); PL là Phụ lục của nghị định này."
    yield f"Lệnh `baocao the-thuc` xem {len(asked)} quy tắc trong tệp Word;"
    yield f"{len(rules) - len(asked)} quy tắc còn lại được trả lời ở chỗ khác, ghi ở từng mục."
    yield f"`--sua` tự sửa được {len(MENDED)} quy tắc ở những chỗ không phải đoán; còn lại do người soạn sửa."
    yield "Mã quy tắc không đổi giữa các phiên bản; `--json` in mã này. Trang này in từ chương trình."
    component = ""
    for rule in rules.values():
        if rule.component != component:
            component = rule.component
            yield from ("", f"## {component}", "", f"Vị trí: {rule.region}.")
        yield from ("", *_rule(rule))


def _rule(rule: RuleText) -> Iterator[str]:
    yield f"#### `{rule.id}`"
    yield ""
    yield f"**{rule.name}** ({_WEIGHTS[rule.weight]}; {rule.clause})  "
    yield f"{rule.why}  "
    if rule.scope is Scope.FILE:
        yield f"→ {rule.mend}{' Hoặc để `--sua` tự sửa.' if rule.id in MENDED else ''}  "
    else:
        yield f"Soát ở chỗ khác: {rule.reason}  "
    if rule.right:
        yield f"Đúng: {rule.right}  "
        yield f"Sai: {rule.wrong}"


if __name__ == "__main__":
    sys.exit(main())
