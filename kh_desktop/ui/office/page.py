"""Cơ quan của bạn: four fields to begin with, the rest when there is time."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kh_desktop.domain.model import Agency, Office, Signer, Unit
from kh_desktop.domain.vitext import clean_line
from kh_desktop.services.office import get_office, save_office
from kh_desktop.services.plans import list_plans
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.ui.errors import guarded
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.office.letterhead import LetterheadSample
from kh_desktop.ui.widgets import EditRows, Field, FormTable, RowColumn, card, heading, muted, primary_button, scroll_page

FIRST_FIELDS = (
    Field("level", N_("Cấp"), "choice", choices=(("xã", N_("Xã")), ("phường", N_("Phường")), ("đặc khu", N_("Đặc khu"))), width=180),
    Field("name", N_("Tên"), "line", N_("Chỉ tên riêng, ví dụ: Hòa Bình")),
    Field("superior", N_("Cấp trên"), "line", N_("Cơ quan nhận báo cáo, ví dụ: UBND tỉnh Bắc Ninh")),
    Field("place", N_("Địa danh"), "line", N_("Đứng trước ngày tháng trên văn bản, thường là tên xã, phường")),
)
LATER_FIELDS = (
    Field("code", N_("Ký hiệu"), "line", N_("Phần sau số của văn bản, ví dụ KH-UBND"), width=180),
    Field(
        "letterhead_superior", N_("Cơ quan chủ quản"), "line",
        N_("Dòng in trên tên cơ quan. Thường bỏ trống, vì văn bản của UBND không ghi dòng này (NĐ 30/2020, Phụ lục I)"),
    ),
)  # fmt: skip
DRAFTING_FIELDS = (Field("drafting_unit", N_("Đơn vị soạn thảo"), "combo", N_("Đơn vị tham mưu kế hoạch; chọn trong các đơn vị ở trên")),)
AGENCY_KEYS = ("level", "name", "superior", "place", "letterhead_superior")
SIGNER_COLUMNS = (
    RowColumn("name", N_("Họ và tên"), 3),
    RowColumn("position", N_("Chức vụ"), 2, choices=("CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
    RowColumn("authority", N_("Thẩm quyền ký"), 3, choices=("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH")),
)
UNIT_COLUMNS = (
    RowColumn("name", N_("Tên đơn vị, chức danh"), 4),
    RowColumn("short_name", N_("Tên tắt"), 2, N_("VP-TK")),
    RowColumn("aliases", N_("Cách gọi khác, cách nhau bằng dấu ;"), 4),
)


class OfficePage(QWidget):
    """Each field is stored when it is left; ``run_action("new_plan")`` for the next step."""

    run_action = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id, self.title = "office", tr("Cơ quan của bạn")
        self.setAccessibleName(self.title)
        self._session = session
        self._saving = False
        layout = scroll_page(self, width=860)
        layout.addWidget(heading(self.title))
        self.first = FormTable(FIRST_FIELDS)
        self.sample = LetterheadSample()
        self.later = FormTable(LATER_FIELDS)
        self.drafting = FormTable(DRAFTING_FIELDS)
        self.signers = EditRows(tr("Người ký"), SIGNER_COLUMNS, tr("Thêm người ký"))
        self.units = EditRows(tr("Đơn vị"), UNIT_COLUMNS, tr("Thêm đơn vị"))
        frame, inner = card()
        inner.addWidget(muted(tr("Bốn ô này là đủ để soạn kế hoạch. Điền xong ô nào, lưu ngay ô ấy.")))
        inner.addWidget(self.first)
        inner.addWidget(self.sample)
        layout.addWidget(frame)
        self.new_button = primary_button(tr("Soạn kế hoạch mới"), "plus")
        self.new_button.clicked.connect(lambda _checked=False: self.run_action.emit("new_plan"))
        row = QHBoxLayout()
        row.addWidget(self.new_button)
        row.addStretch(1)
        layout.addLayout(row)
        self._add_part(layout, tr("Văn bản"), "", self.later)
        self._add_part(layout, tr("Người ký"), tr("Người đầu tiên được điền sẵn vào kế hoạch mới."), self.signers)
        words = tr("Gõ tên tắt hoặc cách gọi khác khi phân công, chương trình nhận ra đúng đơn vị.")
        self._add_part(layout, tr("Đơn vị, chức danh thực hiện"), words, self.units)
        self._add_part(layout, tr("Đơn vị soạn thảo"), "", self.drafting)
        layout.addStretch(1)
        self.first.committed.connect(lambda _key, _value: self._save())
        self.later.committed.connect(lambda _key, _value: self._save())
        self.drafting.committed.connect(lambda _key, _value: self._save())
        self.signers.changed.connect(self._save)
        self.units.changed.connect(self._save)
        for part in (self.first, self.later, self.drafting, self.signers, self.units):
            part.set_read_only(session.read_only)
        self._load()

    def _add_part(self, layout: QVBoxLayout, title: str, words: str, part: QWidget) -> None:
        frame, inner = card()
        inner.addWidget(heading(title, 2))
        if words:
            inner.addWidget(muted(words))
        inner.addWidget(part)
        layout.addWidget(frame)

    def on_shown(self) -> None:
        """The caret into the first empty field."""
        self._load()
        if not self.first.values()["name"]:
            self.first.field("name").setFocus()

    def ask_for_name(self) -> None:
        """Say under the name that a plan needs it; the sentence goes when it is typed."""
        self.first.set_note("name", tr("Kế hoạch cần tên cơ quan: hãy điền bốn ô đầu."))
        self.first.field("name").setFocus()

    def on_changes(self, changes: ChangeSet) -> None:
        """Undo and other pages change the office too."""
        if changes.kinds & {"office", "unit", "signer", "plan"}:
            self._load()

    def _load(self) -> None:
        office = get_office(self._session)
        agency = {key: getattr(office.agency, key) for key in AGENCY_KEYS}
        self.first.set_values(agency)
        self.units.set_rows([_unit_row(u) for u in office.units])
        self.signers.set_rows([_signer_row(x) for x in office.signers])
        drafting = self.drafting.field("drafting_unit")
        if not drafting.is_dirty():
            drafting.set_choices([(u.name, u.name) for u in office.units], office.drafting_unit)  # type: ignore[union-attr]
        self.later.set_values({"code": office.code, "letterhead_superior": office.agency.letterhead_superior})
        self.sample.show_office(office)
        # It stands there from the beginning, so that nothing moves when the office has a name.
        self.new_button.setVisible(not list_plans(self._session) and not self._session.read_only)
        self.new_button.setEnabled(bool(office.agency.name))

    @guarded
    def _save(self) -> None:
        # Several fields may be committed at once (commit_editors); each tells us, and each save reads all of them.
        if self._saving:
            return
        self._saving = True
        try:
            office = self._typed_office(get_office(self._session))
            save_office(self._session, office)
        finally:
            self._saving = False
        self._load()

    def _typed_office(self, stored: Office) -> Office:
        first, later = self.first.values(), self.later.values()
        agency: Agency = replace(
            stored.agency,
            level=first["level"] or stored.agency.level,
            name=first["name"],
            superior=first["superior"],
            # The place before the date is nearly always the name of the commune: proposed once, then theirs to change.
            place=first["place"] or (first["name"] if not stored.agency.name else ""),
            letterhead_superior=later["letterhead_superior"],
        )
        units = tuple(Unit(int(r["id"]), r["name"], r["short_name"], _parts(r["aliases"])) for r in self.units.rows())
        signers = tuple(Signer(int(r["id"]), r["name"], r["position"], _parts(r["authority"])) for r in self.signers.rows())
        drafting_unit = self.drafting.values()["drafting_unit"]
        return replace(stored, agency=agency, code=later["code"] or "KH-UBND", drafting_unit=drafting_unit, units=units, signers=signers)


def _unit_row(unit: Unit) -> dict[str, str]:
    return {"id": str(unit.id), "name": unit.name, "short_name": unit.short_name, "aliases": "; ".join(unit.aliases)}


def _signer_row(signer: Signer) -> dict[str, str]:
    return {"id": str(signer.id), "name": signer.name, "position": signer.position, "authority": "; ".join(signer.authority)}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in (clean_line(p) for p in text.split(";")) if part)
