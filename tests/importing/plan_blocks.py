"""Plans of made-up offices as blocks, for tests of the recogniser."""

from collections.abc import Collection, Mapping, Sequence

from kh_desktop.importing.blocks import Block, Cell, Paragraph, Source, Table

P = Paragraph


def bold(text: str, *, centered: bool = False) -> Paragraph:
    """A bold paragraph."""
    return Paragraph(text, bold=True, centered=centered)


def table(
    rows: Sequence[Sequence[str | None]],
    *,
    spans: Mapping[tuple[int, int], tuple[int, int]] | None = None,
    bold_rows: Collection[int] = (),
    ruled: bool = True,
    page_starts: tuple[int, ...] = (),
) -> Table:
    """A table of texts; None is a place another cell reaches to, ``spans`` the rows and columns of cells that reach."""
    cells = [
        Cell(
            r,
            c,
            tuple(Paragraph(line, bold=r in bold_rows) for line in text.split("\n")) if text else (),
            *(spans or {}).get((r, c), (1, 1)),
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
        if text is not None
    ]
    return Table(tuple(cells), len(rows), max(map(len, rows)), ruled, page_starts=page_starts)


def source(*blocks: Block) -> Source:
    """A Word file with these blocks."""
    return Source("docx", "kế hoạch.docx", blocks)


def letterhead(
    commune: str = "PHƯỜNG AN KHÁNH", number: str = "Số: 12/KH-UBND", dated: str = "An Khánh, ngày 05 tháng 01 năm 2026", above: str = ""
) -> Table:
    """The letterhead as a table without lines."""
    agency = "\n".join(filter(None, (above, "ỦY BAN NHÂN DÂN", commune)))
    nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    return table([[agency, nation], [number, dated]], ruled=False)


def opening(title: str = "Kiểm soát thủ tục hành chính phường An Khánh năm 2026") -> tuple[Paragraph, ...]:
    """Title, one citation, the introducing sentence."""
    return (
        bold("KẾ HOẠCH", centered=True),
        bold(title, centered=True),
        P("Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính;"),
        P("Ủy ban nhân dân phường An Khánh ban hành Kế hoạch như sau:"),
    )


def ending(titles: str = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", name: str = "Lê Thị Thu Hà") -> Table:
    """Nơi nhận and signature as a table without lines."""
    recipients = "Nơi nhận:\n- Thường trực Đảng ủy phường;\n- Các phòng chuyên môn;\n- Lưu: VT."
    return table([[recipients, f"{titles}\n\n\n{name}"]], ruled=False)


HEADER = ("TT", "Nội dung công việc", "Bộ phận chủ trì", "Bộ phận phối hợp", "Dự kiến sản phẩm", "Thời gian thực hiện")


def task_plan(*blocks: Block) -> Source:
    """A plan whose appendix holds ``blocks``."""
    return source(
        letterhead(),
        *opening(),
        bold("I. MỤC ĐÍCH"),
        P("- Phục vụ tốt hơn."),
        ending(),
        bold("PHỤ LỤC"),
        bold("NHIỆM VỤ NĂM 2026"),
        *blocks,
    )
