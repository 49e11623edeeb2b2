"""Letters of old fonts in sources that do not say their fonts, and letters that are lost."""

from kh_desktop.importing.blocks import Cell, Paragraph, Source, Table
from kh_desktop.importing.old_letters import with_unicode_letters
from kh_desktop.importing.sniff import open_source

OLD = (
    "C¨n cø NghÞ ®Þnh sè 61/2018/N§-CP ngµy 23/4/2018 cña ChÝnh phñ;",
    "T¹o chuyÓn biÕn vÒ ý thøc phôc vô nh©n d©n cña c¸n bé, c«ng chøc.",
    "Gi¶i quyÕt hå s¬ ®óng hÑn, ®óng quy ®Þnh.",
)
PLAIN = "Tạo chuyển biến về ý thức phục vụ nhân dân của cán bộ, công chức."


def made(*texts: str) -> Source:
    cell = Cell(0, 0, (Paragraph("Sè: 9"),))
    return Source("pdf", "", (*map(Paragraph, texts), Table((cell,), 1, 1)))


def test_old_letters_become_unicode_beside_new_ones() -> None:
    source = with_unicode_letters(made("Ủy ban nh©n d©n x· Suèi §«i", "XÃ SUỐI §¤I", *OLD))
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    assert texts[:3] == ["Ủy ban nhân dân xã Suối Đôi", "XÃ SUỐI ĐÔI", "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;"]
    table = source.blocks[-1]
    assert isinstance(table, Table)
    assert table.cells[0].text == "Số: 9"
    assert [notice.code for notice in source.notices] == ["legacy_font"]


def test_unicode_stays_as_it_is() -> None:
    source = made(PLAIN, "Hà Nam, ngày 5 tháng 1 năm 2026", "« quyết định » số 5")
    assert with_unicode_letters(source) is source


def test_lost_letters_are_said() -> None:
    lost = "K? ho?ch ki?m soát th? t?c hành chính; c?n c? Ngh? đ?nh c?a Chính ph? v? th?c hi?n c? ch? m?t c?a t?i phư?ng và các t? dân ph?"
    assert [notice.code for notice in with_unicode_letters(made(lost)).notices] == ["wrong_letters"]
    assert [notice.code for notice in open_source(lost.encode(), "x.txt").notices] == ["wrong_letters"]
    few = "Bao giờ? Ở đâu? Ai làm? " + PLAIN
    assert with_unicode_letters(made(few)).notices == ()
