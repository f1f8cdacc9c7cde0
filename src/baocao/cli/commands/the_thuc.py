"""`baocao the-thuc`: any Word document held against Nghị định 30/2020, and mended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from baocao.cli.grammar import NothingBlank
from baocao.cli.many_files import debugging, named_files, own_fault
from baocao.cli.options import json_option
from baocao.cli.show import tell
from baocao.errors import BaocaoError

if TYPE_CHECKING:
    from baocao.cli.format_data import Brief, Told
    from baocao.conformance.files import Options
    from baocao.conformance.folders import Document, Meant
    from baocao.formats.rules import RuleText

_PATH = click.Path(path_type=Path, readable=False)
_NO_FILES = "Chưa nêu văn bản nào. Gõ thêm tên tệp hoặc thư mục, ví dụ: baocao the-thuc bao-cao.docx"
_MANY_TO_ONE = (
    "Có {so} văn bản nên sau {option} phải là một thư mục (có sẵn, hoặc tên có dấu / ở cuối), "
    "không phải một tệp."
)
_ONE_TARGET = "--sua và --danh-dau cùng ghi vào {target}; đặt hai tên khác nhau."
_TWO_FORMS = "--json và --sarif không dùng cùng lúc; chọn một."
_NO_SARIF = "--sarif chỉ dùng khi soát văn bản; muốn chương trình khác đọc lời giải thích thì dùng --json."
_ALL = "tat-ca"

Targets = dict[Path, dict[str, Path]]
"""The files to write for each document, by option."""


@click.command("the-thuc", cls=NothingBlank)
@click.argument("files", metavar="TỆP…", nargs=-1, type=_PATH)
@click.option(
    "--sua",
    "mended_to",
    metavar="TỆP.docx",
    type=_PATH,
    help="Ghi bản đã sửa thể thức; không đổi câu chữ. Nhiều văn bản thì nêu một thư mục.",
)
@click.option(
    "--danh-dau",
    "marked_to",
    metavar="TỆP.docx",
    type=_PATH,
    help="Ghi bản sao có nhận xét của Word ở từng chỗ. Nhiều văn bản thì nêu một thư mục.",
)
@click.option("--ghi-de", "overwrite", is_flag=True, help="Cho phép ghi đè lên tệp đã có.")
@click.option(
    "--ho-so",
    "profile",
    metavar="THỂ-THỨC",
    default="",
    help="Thể thức dùng để soát: nd30-2020, hoặc một tệp .yaml. Mặc định theo hồ sơ đơn vị.",
)
@click.option(
    "--don-vi",
    "unit",
    metavar="TỆP",
    type=_PATH,
    help="Hồ sơ đơn vị: đối chiếu tên cơ quan, địa danh, người ký; quy tắc đơn vị không theo.",
)
@click.option(
    "--dien-tu/--giay", "electronic", default=None, help="Văn bản ban hành bản điện tử hay bản giấy."
)
@click.option(
    "--bat-buoc", "only_must", is_flag=True, help="Trên màn hình chỉ in lỗi trái quy định bắt buộc."
)
@click.option(
    "--giai-thich",
    "explained",
    metavar="MÃ",
    default="",
    help="Giải thích một quy tắc, ví dụ QH03; tat-ca: in mọi quy tắc.",
)
@json_option
@click.option(
    "--sarif", "as_sarif", is_flag=True, help="In kết quả dạng SARIF 2.1.0 cho chương trình khác đọc."
)
def command(
    files: tuple[Path, ...],
    mended_to: Path | None,
    marked_to: Path | None,
    profile: str,
    unit: Path | None,
    explained: str,
    *,
    electronic: bool | None,
    overwrite: bool,
    only_must: bool,
    as_json: bool,
    as_sarif: bool,
) -> int:
    """Soát và sửa thể thức văn bản Word (.docx) theo Nghị định 30/2020.

    Soát văn bản do baocao làm hay gõ tay: khổ giấy, lề, phông, cỡ chữ, Quốc hiệu, số ký hiệu, ngày tháng,
    đề mục, nơi nhận, khối ký, phụ lục… Nêu tệp, nhiều tệp hoặc cả thư mục.
    """
    fail = click.get_current_context().fail
    if as_sarif and (as_json or explained):
        fail(_TWO_FORMS if as_json else _NO_SARIF)
    if explained:
        return _explain(explained, profile, as_json=as_json)
    if not files:
        fail(_NO_FILES)
    asked = {"--sua": mended_to, "--danh-dau": marked_to}
    options = _options(profile, unit, electronic)
    form = "json" if as_json else "sarif" if as_sarif else ""
    return _run(_meant(files, asked), asked, options, form, overwrite=overwrite, only_must=only_must)


def _run(
    meant: Meant,
    asked: dict[str, Path | None],
    options: Options,
    form: str,
    *,
    overwrite: bool,
    only_must: bool,
) -> int:
    """Work through the documents, each told as soon as it is done; the gravest exit code."""
    targets = _targets(meant.documents, asked, overwrite=overwrite)
    told: list[Brief] = []
    for document in meant.documents:
        one = _work(document, options, targets[document.path], overwrite=overwrite)
        told.append(_tell(one, form, several=len(meant.documents) > 1, only_must=only_must))
    _sum_up(told, meant, form)
    return max(brief.code for brief in told)


def _options(profile: str, unit: Path | None, electronic: bool | None) -> Options:
    """What to check against; a format or a unit that cannot be used is told before any document is read."""
    from baocao.conformance.files import Options
    from baocao.conformance.house import house_of

    if profile:
        _rules_of(profile)
    if unit is not None:
        house_of(unit)
    return Options(profile, unit, electronic)


def _meant(files: Sequence[Path], asked: dict[str, Path | None]) -> Meant:
    """The documents; what stands in the folders that results go to is none of them."""
    from baocao.conformance.folders import documents_of
    from baocao.output import told_of

    folders = []
    for target in filter(None, asked.values()):
        with told_of(target):
            folders += [target] if target.is_dir() and target not in files else []
    return documents_of(named_files(files), folders)


def _targets(documents: Sequence[Document], asked: dict[str, Path | None], *, overwrite: bool) -> Targets:
    """The files to write; refused before anything is checked."""
    from baocao.output import check_target, make_folder, told_of

    planned: Targets = {document.path: {} for document in documents}
    inputs = [document.path for document in documents]
    for option, target in asked.items():
        if target is None:
            continue
        with told_of(target):
            is_folder = target.is_dir() or not target.suffix
        if len(documents) > 1 and not is_folder:
            fail = click.get_current_context().fail
            fail(_MANY_TO_ONE.format(so=f"{len(documents):02d}", option=option))
        for document in documents:
            file = target / document.name if is_folder else target
            if is_folder:
                make_folder(file.parent)
            check_target(file, suffix=_suffix(document), overwrite=overwrite, inputs=inputs)
            planned[document.path][option] = file
    _refuse_one_target(planned)
    return planned


def _suffix(document: Document) -> str:
    """What a copy must be called: Word opens no file whose name says another kind than the file."""
    from baocao.conformance.folders import SUFFIXES

    own = document.path.suffix.lower()
    return own if own in SUFFIXES else SUFFIXES[0]


def _refuse_one_target(planned: Targets) -> None:
    for files in planned.values():
        if len({file.resolve() for file in files.values()}) < len(files):
            target = next(iter(files.values()))
            click.get_current_context().fail(_ONE_TARGET.format(target=target))


def _work(document: Document, options: Options, targets: dict[str, Path], *, overwrite: bool) -> Told:
    """Check one document, mend and mark it as asked; a fault of the program itself keeps no other waiting."""
    from baocao.cli.format_data import Told
    from baocao.conformance.files import FileCheck

    try:
        return _checked(document, options, targets, overwrite=overwrite)
    except Exception as fault:
        if debugging():
            raise
        return Told(FileCheck(document.path, fault=own_fault(document.path, fault)))


def _checked(document: Document, options: Options, targets: dict[str, Path], *, overwrite: bool) -> Told:
    from baocao.cli.format_data import Told
    from baocao.conformance.files import check_file, mend_file
    from baocao.conformance.marking import mark
    from baocao.output import write_result

    check = check_file(document.path, options)
    mended, written = None, []
    try:
        if "--sua" in targets and check.checked is not None:
            mended = mend_file(check)
            write_result(targets["--sua"], mended.data, overwrite=overwrite)
            written.append(("--sua", targets["--sua"]))
            check = replace(check, data=mended.data, checked=mended.checked)
        if "--danh-dau" in targets and check.checked is not None:
            marked = mark(check.data, check.checked).data
            write_result(targets["--danh-dau"], marked, overwrite=overwrite)
            written.append(("--danh-dau", targets["--danh-dau"]))
    except BaocaoError as fault:
        return Told(check, mended, tuple(written), fault)
    return Told(check, mended, tuple(written))


def _tell(one: Told, form: str, *, several: bool, only_must: bool) -> Brief:
    """Print what came of one document, and keep of it only what the end of the run needs."""
    from baocao.cli.format_data import brief_of
    from baocao.cli.show_format import show

    if not form:
        show(one, several=several, only_must=only_must)
    return brief_of(one, form)


def _sum_up(told: Sequence[Brief], meant: Meant, form: str) -> None:
    from baocao.cli.format_data import print_data
    from baocao.cli.show_format import show_table

    if form:
        print_data(told, as_sarif=form == "sarif")
        return
    if len(told) > 1:
        show_table(told)
    if meant.passed:
        names = ", ".join(map(str, meant.passed[:5])) + (", …" if len(meant.passed) > 5 else "")
        tell(
            f"Chưa soát {len(meant.passed):02d} tệp không phải .docx: {names}. "
            "Tệp .doc, .rtf, .odt: mở bằng Word, lưu thành .docx rồi soát."
        )


def _rules_of(profile: str) -> Mapping[str, RuleText]:
    """The rules of the format that was asked for; a name that no format has is a slip of the command."""
    from baocao.formats import load_profile

    try:
        return load_profile(profile)[1]
    except BaocaoError as fault:
        told = fault.findings[0]
        if not str(told.where):
            click.get_current_context().fail(f"{told.text} {told.remedy}")
        raise


def _explain(typed: str, profile: str, *, as_json: bool) -> int:
    """Print what one rule wants, or what all of them do."""
    from baocao.cli.format_data import explained_data
    from baocao.cli.show_format import explain
    from baocao.formats import FORMATS
    from baocao.vietnamese.text import nearest

    rules, name = _rules_of(profile or FORMATS[0]), typed.upper()
    if typed != _ALL and name not in rules:
        near = nearest(name, rules)
        hint = f" Có phải «{near}» không?" if near else ""
        click.get_current_context().fail(f"Không có quy tắc «{typed}».{hint}")
    asked = list(rules.values()) if typed == _ALL else [rules[name]]
    if as_json:
        click.echo(explained_data(asked))
    else:
        explain(asked)
    return 0
