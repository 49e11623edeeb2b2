"""Kept files of evidence: opened as a copy, saved somewhere else. Both check that the file is what was kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kh_desktop.domain.file_names import safe_file_name
from kh_desktop.domain.model import Evidence
from kh_desktop.services import attachments
from kh_desktop.services.places import scratch_folder
from kh_desktop.services.session import Session
from kh_desktop.ui.i18n import tr


def open_copy(session: Session, evidence: Evidence) -> Path:
    """Open a copy with the program the system uses for it."""
    folder = scratch_folder()
    path = attachments.save_attachment(session, evidence.attachment_id, folder)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
    return path


def keep_copy(session: Session, evidence: Evidence, parent: QWidget) -> None:
    """Write the file where the person says."""
    kept = safe_file_name(attachments.attachment_name(session, evidence.attachment_id))
    name, _kind = QFileDialog.getSaveFileName(parent, tr("Lưu bản sao"), kept)
    if name:
        attachments.save_attachment(session, evidence.attachment_id, Path(name))
