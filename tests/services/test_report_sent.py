"""Reports marked as sent: nobody is reminded of them, and the next one is another."""

from __future__ import annotations

from datetime import date

import pytest

from kh_desktop.domain.errors import KhError
from kh_desktop.services.periods import mark_sent, next_report, sent_reports
from kh_desktop.services.session import Session


def test_a_report_marked_as_sent_is_not_the_next_one(session: Session) -> None:
    today = date(2027, 3, 10)
    first = next_report(session, today).period.key
    mark_sent(session, first)
    assert sent_reports(session) == {first}
    assert next_report(session, today).period.key != first
    mark_sent(session, first, False)
    assert sent_reports(session) == frozenset()
    session.undo()
    assert sent_reports(session) == {first}


def test_special_periods_are_sent_too(session: Session) -> None:
    mark_sent(session, "2025-07-01..2025-12-14")
    assert sent_reports(session) == {"2025-07-01..2025-12-14"}
    assert "14/12/2025" in str(session.undo_label)
    with pytest.raises(KhError, match="period.unreadable"):
        mark_sent(session, "tuần 3")
