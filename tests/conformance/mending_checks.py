"""What must be true of a mended file, asked without the product's own census: lxml and zipfile only."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter

from baocao.check.opens import check_opens
from baocao.conformance.checking import Checked, judge
from baocao.conformance.components import find_parts
from baocao.conformance.mending import Mended, mend
from baocao.conformance.paper import Paper
from conformance.corpus_kit import Content
from conformance.docx_words import MC, Docx, W, letters
from conformance.measuring import HARD, profile

_COUNTED = (
    "tbl",
    "tr",
    "tc",
    "footnoteReference",
    "commentReference",
    "ins",
    "del",
    "bookmarkStart",
    "sdt",
    "hyperlink",
)


def judged(paper: Paper) -> Checked:
    """The verdict a mend works from."""
    return judge(paper, find_parts(paper, profile().format), profile())


def mended(data: bytes) -> Mended:
    """The file mended."""
    return mend(data, judged, "van-ban.docx")


def complaints(wrong: bytes, sound: bytes, c: Content) -> list[str]:
    """What is not as it should be when `wrong`, made from the conforming `sound`, is mended."""
    new = mended(wrong)
    found = [f"còn sai: {fault.rule.id} {fault.seen.seen}" for fault in new.left if _owed(fault, new)]
    found += _lost(new.data, wrong, sound)
    if mended(new.data).data != new.data:
        found.append("lần hai lại đổi")
    opens = Counter(str(item.code) for item in check_opens(new.data))
    found += [
        f"Word có thể không mở: {code}" for code in opens - Counter(str(i.code) for i in check_opens(wrong))
    ]
    return found


def _owed(fault: object, new: Mended) -> bool:
    """Whether a fault that is left had a mend and was not refused with a reason."""
    told = fault.seen.mends and fault.rule.weight in HARD  # type: ignore[attr-defined]
    return bool(told) and not any(refused.fault is fault for refused in new.refused)


def _lost(new: bytes, wrong: bytes, sound: bytes) -> list[str]:
    found = []
    words = texts(new)
    if words not in (texts(wrong), texts(sound)):
        for one, other in zip(words, texts(wrong), strict=False):
            if one != other:
                found.append(f"chữ đổi: {other[:60]!r} -> {one[:60]!r}")
                break
        else:
            found.append(f"chữ đổi: {len(texts(wrong))} đoạn thành {len(words)}")
    before, after = holdings(wrong), holdings(new)
    found += [f"mất {key}: {before[key]} -> {after[key]}" for key in before if after[key] < before[key]]
    return found


def texts(data: bytes) -> list[str]:
    """The letters of each paragraph with words, without case, blanks, digits and signs."""
    docx = Docx(data)
    found = []
    for name in docx.stories():
        for element in docx.tree(name).iter(f"{W}p"):
            if next(element.iterancestors(f"{MC}Fallback"), None) is not None:
                continue
            text = "".join(letter.text for letter in letters(element))
            bare = re.sub(r"[\W\d_]+", "", unicodedata.normalize("NFC", text)).lower()
            found += [bare] if bare else []
    return found


def holdings(data: bytes) -> Counter[str]:
    """How many tables, notes, comments, changes, fields a file holds, and how many pictures."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            found["media"] += name.startswith("word/media/")
            found["parts"] += 1
            if re.match(r"word/(document|footnotes|endnotes|comments)\.xml", name):
                text = archive.read(name).decode()
                for tag in _COUNTED:
                    found[tag] += len(re.findall(rf"<w:{tag}[ />]", text))
    return found
