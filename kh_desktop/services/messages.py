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
    # command line
    "usage.missing": "{command}: còn thiếu {value}. Gõ “{command} --help” để xem cách dùng.",
    "usage.choice": "{command}: “{name}” không nhận {value}. Gõ “{command} --help” để xem các lựa chọn.",
    "usage.value": "{command}: “{name}” không nhận {value}.",
    "usage.expected": "{command}: “{name}” cần kèm một giá trị.",
    "usage.unknown": "{command}: không hiểu {value}. Gõ “{command} --help” để xem cách dùng.",
    "usage.other": "{command}: dòng lệnh không đúng. Gõ “{command} --help” để xem cách dùng.",
    "qt.missing": "Máy này chưa cài phần cửa sổ (gói PySide6_Essentials). Các lệnh không mở cửa sổ vẫn dùng được.",
    "demo.exists": "Thư mục đã có sổ mẫu: {path}. Hãy chọn thư mục khác hoặc xóa sổ mẫu cũ.",
    "import.wrong_kind": "Chưa đọc được loại tệp này: {path}. Hiện chỉ đọc tệp .json do chương trình xuất ra.",
    "workspace.missing": "Chưa có sổ kế hoạch tại {path}. Hãy kiểm tra lại đường dẫn, hoặc mở chương trình để lập sổ mới.",
}


def text(code: str, **params: object) -> str:
    """The Vietnamese sentence for ``code`` with its parameters filled in; an unknown code is a bug (KeyError)."""
    return MESSAGES[code].format(**params)


def error_text(error: KhError) -> str:
    """The sentence for an expected failure."""
    return text(error.code, **error.params)
