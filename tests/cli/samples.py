"""A made-up commune as the files a person would hand to the command line."""

from __future__ import annotations

from typing import Any

OFFICE: dict[str, Any] = {
    "agency": {"level": "xã", "name": "Hòa Vân Thượng", "superior": "UBND tỉnh Đông Giang", "place": "Hòa Vân Thượng"},
    "code": "KH-UBND",
    "drafting_unit": "Trung tâm Phục vụ hành chính công",
    "units": [
        {"name": "Trung tâm Phục vụ hành chính công", "short_name": "TTPVHCC", "aliases": ["Bộ phận Một cửa"]},
        {"name": "Văn phòng HĐND và UBND xã", "short_name": "VP"},
    ],
    "signers": [{"name": "Đỗ Thị Ưỡn", "position": "CHỦ TỊCH", "authority": ["TM. ỦY BAN NHÂN DÂN"]}],
}

ANSWERS: dict[str, Any] = {
    "agency": "UBND xã Hòa Vân Thượng",
    "level": "xã",
    "place": "Hòa Vân Thượng",
    "year": 2027,
    "title": "Kiểm soát thủ tục hành chính và thực hiện cơ chế một cửa, một cửa liên thông xã Hòa Vân Thượng năm 2027",
    "layout": "appendix",
    "code": "KH-UBND",
    "bases": [{"form": "can_cu", "type": "Nghị định", "number": "63/2010/NĐ-CP", "issuer": "Chính phủ", "issued": "2010-06-08",
               "title": "về kiểm soát thủ tục hành chính"}],
    "body": [
        {"heading": "MỤC ĐÍCH, YÊU CẦU", "role": "purpose", "text": "- Giảm giấy tờ.\n- Trả đúng hẹn."},
        {"heading": "NỘI DUNG", "role": "content", "text": "Nội dung cụ thể tại Phụ lục."},
    ],
    "groups": [
        {"title": "Rà soát thủ tục hành chính", "rows": [
            {"content": "Lập danh mục thủ tục cần rà soát", "lead": "Trung tâm Phục vụ hành chính công", "coord": "Văn phòng",
             "product": "Danh mục", "deadline": "Quý I/2027"},
            {"content": "=1+1 không phải là công thức", "lead": "Văn phòng", "product": "Báo cáo", "deadline": "Trước ngày 15/9/2027"},
        ]},
    ],
    "recipients": ["- UBND tỉnh;", "- Lưu: VT."],
    "signature": {"authority": ["TM. ỦY BAN NHÂN DÂN"], "position": "CHỦ TỊCH", "name": "Đỗ Thị Ưỡn"},
}  # fmt: skip
