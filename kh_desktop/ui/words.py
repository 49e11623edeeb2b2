"""Small phrases several pages say alike."""

from __future__ import annotations

from datetime import datetime

from kh_desktop.domain.progress import Counts
from kh_desktop.services.backups import Backup
from kh_desktop.ui.i18n import N_, tr

# Why a backup was made, by the mark in its file name.
BACKUP_REASONS: dict[str, str] = {
    "dong": N_("khi đóng chương trình"),
    "dinh-ky": N_("định kỳ"),
    "tay": N_("bấm tay"),
    "truoc-nang-cap": N_("trước khi nâng cấp"),
    "truoc-khoi-phuc": N_("trước khi phục hồi"),
    "truoc-chuyen": N_("sổ cũ, giữ lại khi chuyển sang nơi khác"),
}


def size_words(size: int) -> str:
    """"1,2 MB" of a number of bytes."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 100_000 else f"{max(1, size // 1000)} KB"


def moment_words(at: datetime) -> str:
    """"10:32 ngày 20/11/2026"."""
    return tr("{time} ngày {day}", time=f"{at:%H:%M}", day=f"{at:%d/%m/%Y}")


def moment_of_iso(text: str) -> str:
    """The same of an ISO time; other texts stay as they are."""
    try:
        return moment_words(datetime.fromisoformat(text))
    except ValueError:
        return text


def backup_words(backup: Backup) -> str:
    """"10:32 ngày 20/11/2026 · 1,2 MB · bấm tay": when, how large, why."""
    why = next((tr(words) for mark, words in BACKUP_REASONS.items() if backup.reason.startswith(mark)), "")
    return " · ".join(part for part in (moment_words(backup.at), size_words(backup.size), why) if part)


def progress_words(counts: Counts) -> str:
    """"Hoàn thành 12/41, đang làm 5, không thực hiện 1"."""
    parts = [tr("Hoàn thành {done}/{total}", done=counts.done, total=counts.total)]
    if counts.doing:
        parts.append(tr("đang làm {count}", count=counts.doing))
    if counts.dropped:
        parts.append(tr("không thực hiện {count}", count=counts.dropped))
    return ", ".join(parts)
