"""File names that Windows takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh_desktop.domain.file_names import LONGEST, is_safe_file_name, safe_file_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Báo cáo quý I.docx", "Báo cáo quý I.docx"),
        ("Số 24/KH-UBND.pdf", "Số 24-KH-UBND.pdf"),
        ("báo cáo: quý I?.pdf", "báo cáo- quý I-.pdf"),
        ("ghi chú.txt:ẩn", "ghi chú.txt-ẩn"),
        ("con.pdf", "_con.pdf"),
        ("NUL", "_NUL"),
        ("com1 .xlsx", "_com1 .xlsx"),
        ("LPT¹.txt", "_LPT¹.txt"),
        ("Công văn.pdf", "Công văn.pdf"),
        ("conai.pdf", "conai.pdf"),
        ("tên. . .", "tên"),
        ("..", "tep"),
        ("", "tep"),
        ("///", "tep"),
        ("a\x00b\x1f.pdf", "a-b-.pdf"),
    ],
)
def test_what_windows_refuses_is_replaced(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe
    assert is_safe_file_name(safe)


def test_a_long_name_keeps_its_suffix() -> None:
    made = safe_file_name("Kế hoạch " * 40 + ".docx")
    assert len(made) <= LONGEST and made.endswith(".docx")


@given(st.text(max_size=400))
def test_every_text_becomes_a_name_and_a_good_name_stays(text: str) -> None:
    made = safe_file_name(text)
    assert is_safe_file_name(made) and len(made) <= LONGEST
    assert safe_file_name(made) == made


@given(st.sampled_from(["con", "NUL", "aux", "Com7", "lpt9", "CONIN$"]), st.sampled_from(["", ".pdf", " .pdf", ".tar.gz", "  "]))
def test_devices_are_never_named(device: str, rest: str) -> None:
    assert not is_safe_file_name(device + rest)
    assert is_safe_file_name(safe_file_name(device + rest))
