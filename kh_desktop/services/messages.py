"""The sentences people read for each code: errors, problems, names of undo steps. Qt-free, so the command line says the same.

The source language is Vietnamese; the window passes each sentence through its translator.
"""

from __future__ import annotations

from kh_desktop.domain.errors import KhError

MESSAGES: dict[str, str] = {
    # files
    "disk.full": "Không ghi được tệp vì ổ đĩa đã đầy: {path}. Kế hoạch vẫn còn nguyên trong sổ. Hãy giải phóng chỗ trống hoặc chọn nơi khác.",
    "file.busy": "Không ghi được tệp vì đang mở trong chương trình khác: {path}. Hãy đóng tệp đó rồi làm lại.",
    "file.no_access": "Không có quyền ghi vào: {path}. Kế hoạch vẫn còn nguyên trong sổ. Hãy chọn nơi khác.",
    "file.missing": "Không tìm thấy tệp: {path}. Hãy kiểm tra lại tên và nơi lưu.",
    "font.missing": "Ký tự “{char}” không in được vì phông chữ không có ({where}). Hãy thay ký tự đó rồi in lại.",
}


def text(code: str, **params: object) -> str:
    """The Vietnamese sentence for ``code`` with its parameters filled in; an unknown code is a bug (KeyError)."""
    return MESSAGES[code].format(**params)


def error_text(error: KhError) -> str:
    """The sentence for an expected failure."""
    return text(error.code, **error.params)
