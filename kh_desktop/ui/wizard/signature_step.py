"""Who gets the plan and who signs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kh_desktop.domain.model import Plan, SignatureBlock, Signer
from kh_desktop.domain.vitext import fold
from kh_desktop.services.office import get_office
from kh_desktop.services.session import Session
from kh_desktop.services.signing import block_of, fitting, is_deputy, is_head, known_position, position_key
from kh_desktop.services.templates import default_recipients
from kh_desktop.ui.i18n import N_, tr
from kh_desktop.ui.widgets import ComboBox, LineEdit, NoteLine, TextEdit, heading, plain_button
from kh_desktop.ui.wizard.form import StepForm, labelled, set_anchor, shrinkable
from kh_desktop.ui.wizard.signature_sample import SignatureSample

_WHOLE = "TM. ỦY BAN NHÂN DÂN"

COMBINATIONS: dict[str, tuple[str, tuple[str, ...], str]] = {
    "tm": (N_("TM. Chủ tịch ký thay mặt Ủy ban"), (_WHOLE,), "CHỦ TỊCH"),
    "tm_kt": (N_("TM. + KT. Phó Chủ tịch ký thay Chủ tịch"), (_WHOLE, "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
    "q": (N_("Q. Quyền Chủ tịch ký"), (_WHOLE,), "Q. CHỦ TỊCH"),
    "kt": (N_("KT. Phó Chủ tịch ký thay Chủ tịch, văn bản của Chủ tịch"), ("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH"),
    "alone": (N_("Chủ tịch ký văn bản của Chủ tịch"), (), "CHỦ TỊCH"),
    "tl": (N_("TL. Ký thừa lệnh Chủ tịch"), ("TL. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG"),
    "tuq": (N_("TUQ. Ký thừa ủy quyền Chủ tịch"), ("TUQ. CHỦ TỊCH",), "CHÁNH VĂN PHÒNG"),
}
_BY_ORDER = ("tl", "tuq")
"""Combinations in which the position is the person's own."""
_OWN = "own"

MORE_RECIPIENTS = (
    N_("Như trên"), N_("Văn phòng UBND tỉnh"), N_("Sở Tư pháp"), N_("Sở Nội vụ"),
    N_("Trung tâm Phục vụ hành chính công"), N_("Công chức chuyên môn"),
    N_("Đài truyền thanh"), N_("Các tổ chức chính trị - xã hội"),
)  # fmt: skip


def combination_of(block: SignatureBlock) -> str:
    """Which of the usual combinations the lines above the name are; "own" for others (the name of the place may follow NHÂN DÂN)."""
    for key, (_name, authority, position) in COMBINATIONS.items():
        same = len(authority) == len(block.authority) and all(
            mine == usual or (usual == _WHOLE and mine.startswith(_WHOLE)) for mine, usual in zip(block.authority, authority, strict=True)
        )
        # The post of who signs by order is a person's own; for the others the position is part of the combination.
        if same and (key in _BY_ORDER or position_key(block.position) == position_key(position)):
            return key
    return _OWN


def with_archive_last(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of nơi nhận with the archive ("Lưu: …") at the end, where it belongs (NĐ 30/2020, Phụ lục I, II.9)."""
    kept = [line.strip().removeprefix("-").strip().rstrip(";.").strip() for line in lines]
    kept = [line for line in kept if line]
    return (*(line for line in kept if not is_archive(line)), *(line for line in kept if is_archive(line)))


def is_archive(line: str) -> bool:
    """Whether a line of nơi nhận is the archive."""
    return fold(line).startswith("luu")


def recombined(block: SignatureBlock, key: str, signers: Sequence[Signer]) -> SignatureBlock:
    """The block signed in the way ``key``: the name stays where its position fits, else it is that of the first who fits, else none."""
    _name, authority, position = COMBINATIONS[key]
    own = key in _BY_ORDER and block.position and not is_head(block.position) and not is_deputy(block.position)
    changed = replace(block, authority=authority, position=block.position if own else position)
    fit = fitting(signers, changed)
    if any(fold(signer.name) == fold(block.name) for signer in fit) or position_key(changed.position) == position_key(block.position):
        return changed
    if not fit:
        return replace(changed, name="")
    return replace(changed, name=fit[0].name, position=fit[0].position if key in _BY_ORDER else position)


class SignatureStep(StepForm):
    """Nơi nhận on top, the signature block with its sample below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.recipients = TextEdit(lines=6, max_lines=14, parent=self)
        set_anchor(self.recipients, "recipients")
        self.combination = shrinkable(ComboBox(parent=self))
        self.signer = shrinkable(ComboBox(parent=self))
        self.authority = TextEdit(lines=2, max_lines=3, parent=self)
        self.position = LineEdit(parent=self)
        self.name = LineEdit(parent=self)
        self.sample = SignatureSample(self)
        self.add_button = plain_button(tr("Thêm nơi nhận thường dùng"), "plus")
        self._menu = QMenu(self)
        self.add_button.setMenu(self._menu)
        self._offered_shown: tuple[str, ...] = ()
        self.note = NoteLine(parent=self)
        self._said: tuple[SignatureBlock, str] = (SignatureBlock(), "")
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        hint = tr("Mỗi dòng một nơi, không cần gạch đầu dòng và dấu chấm phẩy. Dòng “Lưu” luôn đứng cuối.")
        recipients = labelled(tr("Nơi nhận"), self.recipients, hint)
        recipients.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(recipients)
        self._block = QWidget(self)
        set_anchor(self._block, "signature")
        block = QVBoxLayout(self._block)
        block.setContentsMargins(0, 6, 0, 0)
        block.setSpacing(12)
        block.addWidget(heading(tr("Người ký"), 3))
        block.addLayout(labelled(tr("Ký theo cách nào"), self.combination))
        self._signer_part = QWidget(self)
        signer = labelled(tr("Chọn người ký đã ghi trong sổ"), self.signer)
        signer.setContentsMargins(0, 0, 0, 0)
        self._signer_part.setLayout(signer)
        block.addWidget(self._signer_part)
        block.addWidget(self.note)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addLayout(labelled(tr("Quyền hạn (mỗi dòng một ý)"), self.authority))
        left.addLayout(labelled(tr("Chức vụ"), self.position))
        left.addLayout(labelled(tr("Họ và tên"), self.name))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 3)
        row.addWidget(self.sample, 2)
        block.addLayout(row)
        column.addWidget(self._block)
        column.addStretch(1)

    def _connect(self) -> None:
        self.recipients.committed.connect(self._recipients_typed)
        self.combination.committed.connect(self._combination_chosen)
        self.signer.committed.connect(self._signer_chosen)
        self.authority.committed.connect(lambda text: self._save_block(authority=tuple(line for line in text.split("\n") if line.strip())))
        self.position.committed.connect(lambda text: self._save_block(position=text))
        self.name.committed.connect(lambda text: self._save_block(name=text))

    # showing

    def show_plan_fields(self, plan: Plan) -> None:
        block = plan.signature
        self.recipients.set_value("\n".join(plan.recipients))
        chosen = combination_of(block)
        choices = [(key, tr(name)) for key, (name, _authority, _position) in COMBINATIONS.items()]
        if chosen == _OWN:
            choices.append((_OWN, tr("Cách khác (ghi ở dưới)")))
        self.combination.set_choices(choices, chosen)
        self.authority.set_value("\n".join(block.authority))
        self.position.set_value(block.position)
        self.name.set_value(block.name)
        self.sample.show_block(block)
        self._show_signers(block)
        self._show_note(block)
        self._show_usual(plan)

    def _signers(self) -> tuple[Signer, ...]:
        return get_office(self.session).signers

    def _show_signers(self, block: SignatureBlock) -> None:
        signers = self._signers()
        self._signer_part.setVisible(bool(signers))
        choices = [(str(s.id), " – ".join(part for part in (s.name, s.position) if part)) for s in signers]
        here = next((str(s.id) for s in signers if _is_of(s, block)), "")
        self.signer.set_choices([*choices, *([] if here else [("", tr("Chưa chọn"))])], here)

    def _show_note(self, block: SignatureBlock) -> None:
        """What the last choice did to the name; or that the name belongs to another position."""
        known = known_position(self._signers(), block)
        if known:
            words = tr("{name} ghi trong sổ là {known}. Hãy chọn lại người ký hoặc cách ký.", name=block.name, known=known)
            self.note.say(words, "warning")
        else:
            self.note.say(self._said[1] if self._said[0] == block else "", "warning" if not block.name else "done")

    def _show_usual(self, plan: Plan) -> None:
        offered = self._offered(plan)
        if offered == self._offered_shown:
            return
        self._offered_shown = offered
        self._menu.clear()
        for name in offered:
            self._menu.addAction(name.replace("&", "&&")).triggered.connect(lambda _checked=False, line=name: self._add_recipient(line))
        self.add_button.setEnabled(bool(offered))

    def _offered(self, plan: Plan) -> tuple[str, ...]:
        there = {fold(line) for line in plan.recipients}
        usual = dict.fromkeys((*default_recipients(get_office(self.session)), *(tr(name) for name in MORE_RECIPIENTS)))
        has_archive = any(map(is_archive, plan.recipients))
        return tuple(name for name in usual if fold(name) not in there and not (has_archive and is_archive(name)))

    def first_anchor(self) -> str:
        return "recipients"

    # saving

    def _recipients_typed(self, text: str) -> None:
        self.save(recipients=with_archive_last(tuple(text.split("\n"))))

    def _add_recipient(self, line: str) -> None:
        if self.plan is not None:
            self.save(recipients=with_archive_last((*self.plan.recipients, line)))

    def _combination_chosen(self, key: str) -> None:
        if key not in COMBINATIONS or self.plan is None:
            return
        before, signers = self.plan.signature, self._signers()
        block = recombined(before, key, signers)
        if block.name != before.name or not block.name:
            self._said = (block, _about_name(block, fitting(signers, block)))
        self.save(signature=block)

    def _signer_chosen(self, value: str) -> None:
        signer = next((s for s in self._signers() if str(s.id) == value), None)
        if signer is not None:
            self.save(signature=block_of(signer))

    def _save_block(self, **changes: object) -> None:
        if self.plan is not None:
            self.save(signature=replace(self.plan.signature, **changes))  # type: ignore[arg-type]


def _is_of(signer: Signer, block: SignatureBlock) -> bool:
    return bool(signer.name) and fold(signer.name) == fold(block.name) and position_key(signer.position) == position_key(block.position)


def _about_name(block: SignatureBlock, fit: Sequence[Signer]) -> str:
    if not block.name:
        return tr("Trong sổ chưa có ai giữ chức vụ {position}. Hãy ghi họ và tên ở dưới.", position=block.position)
    if len(fit) > 1:
        return tr("Người ký: {name}. Trong sổ có {count} người cùng chức vụ, chọn lại ở trên.", name=block.name, count=len(fit))
    return tr("Người ký đổi thành {name}.", name=block.name)
