"""What people read under a phrase."""

from __future__ import annotations

import pytest

from kh_desktop.domain.deadlines import compose, describe, read_deadline


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Trước ngày 01/7/2024", "đến hết 30/6/2024"),
        ("Quý II/2024", "từ 01/4/2024 đến 30/6/2024"),
        ("Ngày 05/02/2024", "ngày 05/02/2024"),
        ("Thường xuyên", "thường xuyên, 01/01–31/12/2024"),
        ("Từ năm 2024 trở đi", "thường xuyên, từ 01/01/2024, không ghi ngày kết thúc"),
        ("Hằng tháng", "hằng tháng"),
        ("Hằng quý từ tháng 4 đến tháng 12", "hằng quý, 01/4–31/12/2024"),
        ("Báo cáo 6 tháng, năm", "mỗi 6 tháng, hằng năm"),
        ("Trước 15/6 và trước 15/12", "2 mốc: đến hết 14/6/2024; đến hết 14/12/2024"),
        ("Quý II hoặc theo kế hoạch của tỉnh", "từ 01/4/2024 đến 30/6/2024, có thể khác tùy yêu cầu hoặc sự việc"),
        ("Tron năm", "từ 01/01/2024 đến 31/12/2024 (có thể gõ nhầm chữ)"),
        ("Theo yêu cầu", "chưa có ngày cụ thể, chờ sự việc hoặc cơ quan khác"),
        ("Trước 31/9", "có ngày, tháng hoặc quý không tồn tại; ngày gần nhất có thật: 30/9/2024"),
        ("Sau Tết", "chưa hiểu thời hạn này"),
    ],
)
def test_what_was_understood_in_words(phrase: str, words: str) -> None:
    assert describe(read_deadline(phrase, year=2024)) == words


def test_composed_phrases_are_plain_vietnamese() -> None:
    for phrase, printed in (
        ("Trước 01/7", "Đến hết ngày 30/6/2024"),
        ("Quý II", "Từ ngày 01/4/2024 đến ngày 30/6/2024"),
        ("Thường xuyên, khi có yêu cầu", "Thường xuyên từ ngày 01/01/2024 đến ngày 31/12/2024 hoặc theo yêu cầu"),
        ("Hằng quý", "Định kỳ hằng quý từ ngày 01/01/2024 đến ngày 31/12/2024"),
        ("Trước 31/9", "Trước 31/9"),
    ):
        assert compose(read_deadline(phrase, year=2024)) == printed
