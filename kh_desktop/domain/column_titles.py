"""What the titles of table columns mean: which field of a task a column called "Bộ phận chủ trì" shows."""

from __future__ import annotations

import re

from kh_desktop.domain.vitext import fold

# The order decides: "Bộ phận phối hợp thực hiện nhiệm vụ" is about who helps, not about the work.
_KEYS_BY_LABEL = (
    ("coord", ("phoi hop", "lien quan")),
    (
        "lead",
        ("chu tri", "phu trach", "thuc hien chinh", "don vi thuc hien", "co quan thuc hien", "bo phan thuc hien", "nguoi thuc hien")
        + ("don vi dau moi", "co quan dau moi", "bo phan dau moi", "tham muu"),
    ),
    ("deadline", ("thoi han", "thoi gian", "tien do", "thoi diem", "han hoan thanh", "ngay hoan thanh")),
    ("product", ("san pham", "ket qua", "dau ra")),
    ("content", ("noi dung", "nhiem vu", "cong viec", "phan viec", "dau viec", "viec can lam", "hoat dong")),
)

_NUMBER_TITLES = frozenset(("stt", "tt", "sott", "sothutu"))

# Titles that are one of these words and nothing more.
_WHOLE = {"viec": "content", "han": "deadline", "khi nao": "deadline", "ai lam": "lead", "nguoi lam": "lead", "thuc hien": "lead"}

# Words that titles of such tables are made of. A row of tasks nearly always has another word in one of its cells.
_TITLE_WORDS = frozenset(
    (
        "ban bo cac can chi chinh chu chuc co cong cua cu da dat day dinh don du duoc giao ghi gia gian han hanh hien hinh hoach hoan "
        "hoat hop ke ket khai kien ky lam luc ly nam ngay nguoi nhiem noi dong dung pham phan phoi phong phu phuong qua quan san so "
        "stt ten tham thang thanh thoi thuc tien tiet trach trien tri tt va vi viec vu yeu cau o do y theo tu den thu bi dau moi diem ra "
        "bat muu lien lanh"
    ).split()
)


def column_key(label: str) -> str:
    """The field a column title names ("no", "content", "lead", "coord", "product", "deadline"); "" when it names none."""
    folded = fold(label)
    if is_number_title(folded):
        return "no"
    if "chu tri" in folded and "phoi hop" in folded:
        return "lead"  # one column for both
    for key, words in _KEYS_BY_LABEL:
        if any(w in folded for w in words):
            return key
    return _WHOLE.get(folded.strip(" .:"), "")


def is_number_title(label: str) -> bool:
    """Whether a title is that of the number column; a narrow column breaks it anywhere ("ST" / "T")."""
    return fold(label).replace(" ", "").strip(".") in _NUMBER_TITLES


def is_title(text: str) -> bool:
    """Whether ``text`` reads like the title of a column and not like the content of a cell: short, and of the words titles are made of."""
    words = re.findall(r"[^\W\d_]+", fold(text))
    if is_number_title(" ".join(words)):
        return True
    return bool(words) and len(words) <= 10 and all(word in _TITLE_WORDS for word in words)
