"""Where every value of the profile in effect comes from, for `baocao mau xem --nguon`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from baocao.errors import Where
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.model import head as heads
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.naming import header_lines, kinds_of, read_level, self_name
from baocao.model.period import effective_day, typed_period
from baocao.model.profile import FORM, SHARED, Chosen, How, Profile, profile_of
from baocao.model.recipients import USUAL_ARCHIVE
from baocao.model.signer import read_signer, signer_places
from baocao.model.style import STYLE_FORM, read_style, self_name_in, style_words
from baocao.model.unit import USUAL_DRAFTER_FORM, is_collective, parent_name, superior
from baocao.model.validate import FORM as MAIN_FORM
from baocao.vietnamese.terms import terms

NONE = "không có"


@dataclass(frozen=True, slots=True)
class Origin:
    """One value in effect.

    key: what to type in don-vi.yaml to set it ("phong_cach.so_le"). label: what it is. value: as text, lists
    joined by "; ". where: the file and line it stands at, empty for a default. how: one of the words of
    `How`: "hồ sơ đơn vị", "đơn vị cấp trên", "giai đoạn trước", "mặc định". chosen_at: the place that chooses
    it among several, empty when nothing does.
    """

    key: str
    label: str
    value: str
    where: Where
    how: str
    chosen_at: Where = field(default_factory=Where)


def profile_origins(raw: RawRecord) -> tuple[Origin, ...]:
    """Every value of the unit's profile in effect for this report, in the order of the profile.

    Nothing is judged: faults of the files are `validate`'s. Empty when the profile could not be read.
    """
    if raw.main.literal is not Literal.MAP:
        return ()
    main = Form(raw.main, "", MAIN_FORM, Faults())
    profile, pack_id = _profile(raw, main)
    if profile is None:
        return ()
    form = profile.form(Faults())
    return (*_entries(profile, form, main, pack_id), *_style(profile), *_texts(profile, form))


def _profile(raw: RawRecord, main: Form) -> tuple[Profile | None, str]:
    """The profile in effect as `validate` composes it, and the id of the pack the data file names."""
    period = typed_period(main)
    day = heads.read_day(main.below("van_ban", heads.FORM), period)
    named = main.get("goi")
    pack_id = named.text.strip() if named else ""
    return profile_of(raw, day or effective_day(period), pack_id, Faults()), pack_id


def _entries(profile: Profile, form: Form, main: Form, pack_id: str) -> Iterator[Origin]:
    style = read_style(profile.style(Faults()))
    for key, label in FORM.items():
        if key in SHARED:
            continue
        value = _typed(key, form, main, pack_id) or _usual(key, form)
        if key == "tu_xung":
            value = self_name_in(style, value)
        found = _origin(key, label, value, profile.entries.get(key))
        yield _of_signer(found, form, main, pack_id) if key == "nguoi_ky" else found


def _of_signer(found: Origin, form: Form, main: Form, pack_id: str) -> Origin:
    """Where the one who signs stands, and where that one is chosen."""
    places = signer_places(form, main.get("nguoi_ky"), pack_id, Faults())
    if places is None:
        return found
    person, by = places
    where = found.where.but(file=person.where.file, line=person.where.line, column=person.where.column)
    return replace(found, where=where, chosen_at=by.where if by else Where())


def _style(profile: Profile) -> Iterator[Origin]:
    words = style_words(read_style(profile.style(Faults())))
    for key, label in STYLE_FORM.items():
        yield _origin(f"phong_cach.{key}", label, words[key], profile.shared["phong_cach"].get(key))


def _texts(profile: Profile, form: Form) -> Iterator[Origin]:
    """The free texts, then what the law calls by another name on the day of the report."""
    for key, item in profile.texts.items():
        label = terms()[key].label if key in terms() else FORM["them"]
        yield _origin(f"them.{key}", label, _text(item.raw), item)
    kinds = kinds_of(form.line("ten"), read_level(form.line("cap")))
    known = superior(parent_name(form, profile))
    for term in terms().values():
        wording = term.at(kinds, profile.day)
        if wording is not None and term.name not in profile.texts:
            words = known.get(term.name, f"{wording.words} ({wording.source})")
            yield _origin(f"them.{term.name}", term.label, words, None)


def _origin(key: str, label: str, value: str, chosen: Chosen | None) -> Origin:
    if chosen is None:
        return Origin(key, label, value, Where(), How.DEFAULT.value)
    return Origin(key, label, value, chosen.raw.where.but(key=chosen.key, label=label), chosen.how.value)


def _typed(key: str, form: Form, main: Form, pack_id: str) -> str:
    """What stands in a profile, as text; of the signers the one who signs."""
    raw = form.get(key)
    if raw is None or key != "nguoi_ky":
        return "" if raw is None else _text(raw)
    signer = read_signer(
        form, main.get("nguoi_ky"), pack_id, Faults(), collective=is_collective(form.line("ten"))
    )
    return "; ".join((*signer.lines, signer.name))


def _usual(key: str, form: Form) -> str:
    """What holds when nothing is typed."""
    name = form.line("ten")
    match key:
        case "dong_ten":
            return "; ".join(header_lines(name)) if name else NONE
        case "tu_xung":
            return self_name(name, read_level(form.line("cap"))) or NONE
        case "luu":
            return USUAL_ARCHIVE
        case "kieu_nguoi_soan":
            return USUAL_DRAFTER_FORM
        case "noi_nhan":
            return "theo gói mẫu"
    return NONE


def _text(raw: RawValue) -> str:
    if raw.children:
        return "; ".join(f"{name}: {_text(item)}" for name, item in raw.children.items())
    return "; ".join(_text(item) for item in raw.items) if raw.items else raw.text.strip()
