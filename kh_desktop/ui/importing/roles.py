"""The words and colours of what a place of the source was taken for, and what a person can say it is."""

from __future__ import annotations

from dataclasses import dataclass

from kh_desktop.services.import_review import Hint, Paragraph, Reading, Source, Spot, Table
from kh_desktop.ui.i18n import N_, tr


@dataclass(frozen=True, slots=True)
class Look:
    """How a role is shown: its word in the margin, what it is called in a menu, the colour of its bar."""

    word: str
    name: str
    token: str


PARAGRAPH: dict[str, Look] = {
    "letterhead": Look(N_("Đầu trang"), N_("Đầu trang: cơ quan, số, ngày"), "line_strong"),
    "title": Look(N_("Trích yếu"), N_("Trích yếu"), "accent"),
    "basis": Look(N_("Căn cứ"), N_("Căn cứ"), "waiting"),
    "intro": Look(N_("Mở đầu"), N_("Lời mở đầu"), "line_strong"),
    "heading1": Look(N_("Đề mục cấp 1"), N_("Đề mục cấp 1 (I, II…)"), "accent"),
    "heading2": Look(N_("Đề mục cấp 2"), N_("Đề mục cấp 2 (1, 2…)"), "accent"),
    "heading3": Look(N_("Đề mục cấp 3"), N_("Đề mục cấp 3 (a, b…)"), "accent"),
    "text": Look(N_("Nội dung"), N_("Nội dung của mục ở trên"), "line_strong"),
    "closing": Look(N_("Kết"), N_("Lời kết"), "line_strong"),
    "recipient": Look(N_("Nơi nhận"), N_("Nơi nhận"), "ongoing"),
    "signature": Look(N_("Chữ ký"), N_("Chữ ký"), "ongoing"),
    "appendix_title": Look(N_("Phụ lục"), N_("Tên phụ lục"), "accent"),
    "leftover": Look(N_("Bỏ ra"), N_("Không đưa vào kế hoạch"), "soon"),
}
ROW: dict[str, Look] = {
    "group": Look(N_("Nhóm"), N_("Dòng nhóm"), "accent"),
    "task": Look(N_("Nhiệm vụ"), N_("Nhiệm vụ"), "done"),
    "continues": Look(N_("Tiếp"), N_("Tiếp nhiệm vụ ở trên: thêm sản phẩm, thời hạn"), "done"),
    "join": Look(N_("Nối"), N_("Nối vào dòng trên (bị ngắt trang)"), "done"),
    "header": Look(N_("Tiêu đề"), N_("Dòng tiêu đề"), "line_strong"),
}
COLUMN: dict[str, str] = {
    "no": N_("Số thứ tự"),
    "content": N_("Nội dung công việc"),
    "lead": N_("Chủ trì"),
    "coord": N_("Phối hợp"),
    "product": N_("Sản phẩm"),
    "deadline": N_("Thời hạn"),
    "": N_("Cột khác, giữ vào ghi chú"),
}
TABLE: dict[str, Look] = {
    "tasks": Look(N_("Bảng việc"), N_("Bảng phân công nhiệm vụ"), "done"),
    "annex": Look(N_("Bảng khác"), N_("Bảng khác, giữ nguyên thành phụ lục"), "waiting"),
    "letterhead": Look(N_("Đầu trang"), N_("Đầu trang: cơ quan, số, ngày"), "line_strong"),
    "signature": Look(N_("Nơi nhận, ký"), N_("Nơi nhận và chữ ký"), "ongoing"),
    "text": Look(N_("Chữ"), N_("Chỉ là chữ, đọc thành từng đoạn"), "line_strong"),
}
KIND_NAMES: dict[str, str] = {
    "paragraph": N_("Đoạn này là"),
    "row": N_("Dòng này là"),
    "column": N_("Cột này là"),
    "table": N_("Bảng này là"),
}
SHORT_KINDS: dict[str, str] = {"paragraph": N_("Đoạn"), "row": N_("Dòng"), "column": N_("Cột"), "table": N_("Bảng")}
NOTHING = Look(N_("Chưa nhận ra"), N_("Chưa nhận ra"), "soon")
PLAIN = Look("", "", "")


def table_of(source: Source, spot: Spot) -> Table | None:
    """The table a place stands in, None for a paragraph."""
    block = source.blocks[spot.block]
    return block if isinstance(block, Table) else None


def target_of(kind: str, spot: Spot) -> Spot:
    """The place a hint of ``kind`` about ``spot`` is about."""
    if kind == "row":
        return Spot(spot.block, spot.row)
    if kind == "column":
        return Spot(spot.block, -1, spot.col)
    return Spot(spot.block) if kind == "table" else spot


def kinds_at(source: Source, reading: Reading, spot: Spot) -> tuple[str, ...]:
    """What can be said about a place, the likeliest first: kinds of hints."""
    if isinstance(source.blocks[spot.block], Paragraph):
        return ("paragraph",)
    role = reading.roles.get(Spot(spot.block), "")
    if role == "tasks":
        # Above the header and below the rows a sheet holds lines of text.
        kinds = ("row", "column", "table") if reading.roles.get(Spot(spot.block, spot.row)) else ("row", "column", "table", "paragraph")
        return kinds
    return ("table", "row") if role == "annex" else ("paragraph", "table")


def choices_of(kind: str) -> list[tuple[str, str]]:
    """(value, words) of everything a person can say of a place by one kind of hint."""
    if kind == "column":
        return [(value, tr(words)) for value, words in COLUMN.items()]
    looks = {"paragraph": PARAGRAPH, "row": ROW, "table": TABLE}[kind]
    return [(value, tr(look.name)) for value, look in looks.items()]


def value_at(reading: Reading, kind: str, spot: Spot) -> str | None:
    """What a place was taken for, as a value of ``kind``; None when nothing is known, or its text stands in no field."""
    if kind == "paragraph" and any(left.spot == spot for left in reading.leftovers):
        return None
    return reading.roles.get(target_of(kind, spot))


def word_of(kind: str, value: str | None) -> str:
    """The short word for what a place was taken for, "chưa nhận ra" for nothing."""
    if value is None:
        return tr("chưa nhận ra")
    if kind == "column":
        return tr(COLUMN[value]) if value else tr("ghi chú")
    look = {"paragraph": PARAGRAPH, "row": ROW, "table": TABLE}[kind].get(value)
    return tr(look.word) if look is not None else tr("chưa nhận ra")


def hint_words(hint: Hint) -> str:
    """ "nhóm", "cột Sản phẩm" …: what a hint says."""
    return dict(choices_of(hint.role)).get(hint.value, hint.value)
