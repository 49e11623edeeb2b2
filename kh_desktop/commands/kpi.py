"""``kpi list|set|import|found``: indicators, what plans promise for them, and the figures of periods."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict, replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kh_desktop.commands.answer import Answer, opened, typed
from kh_desktop.domain.errors import Exit, UsageError
from kh_desktop.domain.indicators import Indicator, Reading, figure_of, nothing_arose
from kh_desktop.domain.model import Target
from kh_desktop.domain.numbers import number_words, of_stored, stored

if TYPE_CHECKING:
    from kh_desktop.services.figure_files import FigureTable
    from kh_desktop.services.session import Session

_ORIGINS = {"typed": "nhập tay", "imported": "từ tệp", "computed": "tính từ biểu II.06a"}
_SIGNS = {">=": "≥ ", "<=": "≤ ", "=": ""}


def add_arguments(group: Any, add: Any, number: Any) -> None:
    """The grammar of ``kpi``."""
    kpi = group(add, "kpi", "chỉ tiêu, mức giao và số liệu từng kỳ")
    periods = "kỳ: 2026Q3, 2026-07, 2026H1, 2026-9T, 2026 hoặc 2025-07-01..2025-12-14"
    listed = add("list", "liệt kê chỉ tiêu với số liệu", kpi)
    listed.add_argument("--period", metavar="KỲ", help=f"chỉ số liệu của một {periods}")
    listed.add_argument("--plan", metavar="ID", type=number, help="kèm mức giao của kế hoạch này")
    listed.add_argument("--all", action="store_true", help="cả chỉ tiêu đang ẩn")
    save = add("set", "ghi số liệu một chỉ tiêu trong một kỳ", kpi)
    save.add_argument("key", metavar="CHỈ_TIÊU", help="mã chỉ tiêu (xem: kpi list)")
    save.add_argument("period", metavar="KỲ", help=periods)
    save.add_argument("value", metavar="KẾT_QUẢ", nargs="?", help="ví dụ 95%% hoặc 94,5")
    save.add_argument("--num", metavar="SỐ", help="tử số")
    save.add_argument("--den", metavar="SỐ", help="mẫu số; 0 là không phát sinh")
    save.add_argument("--note", metavar="CHỮ", help="ghi chú")
    save.add_argument("--who", metavar="TÊN", help="người ghi (mặc định: tên người dùng máy)")
    save.add_argument("--remove", action="store_true", help="bỏ số đã nhập tay")
    read = add("import", "lấy số liệu từ bảng xuất của hệ thống một cửa, hoặc bảng .xlsx, .csv, .json có cột Chỉ tiêu và Kết quả", kpi)
    read.add_argument("file", metavar="TỆP", type=Path, help="tệp bảng số liệu")
    read.add_argument("period", metavar="KỲ", help=periods)
    read.add_argument("--field", metavar="LĨNH_VỰC", help="lĩnh vực của các dòng không ghi lĩnh vực (bảng xuất từ hệ thống)")
    read.add_argument("--unit", metavar="ĐƠN_VỊ", help="dòng của cơ quan trong bảng nhiều đơn vị")
    found = add("found", "mức giao tìm thấy trong văn bản của một kế hoạch", kpi)
    found.add_argument("id", metavar="ID", type=number, help="số thứ tự kế hoạch trong sổ")
    found.add_argument("--take", action="store_true", help="nhận các mức giao tìm thấy đã rõ chỉ tiêu")


def run(args: argparse.Namespace) -> Answer:
    """Does what ``kpi`` was asked for."""
    if args.action == "list":
        return list_all(args.workspace, args.period, args.plan, hidden=args.all)
    if args.action == "import":
        return read_in(args.workspace, args.file, typed(args.period), field=typed(args.field or ""), unit=typed(args.unit or ""))
    if args.action == "found":
        return found(args.workspace, args.id, take=args.take)
    if args.remove:
        return remove(args.workspace, typed(args.key), typed(args.period))
    return save(args)


def list_all(workspace: Path | None, period: str | None, plan_id: int | None, *, hidden: bool) -> Answer:
    """All indicators with the figures that count, and the targets of a plan."""
    from kh_desktop.services import indicators as service
    from kh_desktop.services.periods import period as period_of

    with opened(workspace, write=False) as session:
        known = [i for i in service.indicators(session) if hidden or not i.hidden]
        key = period_of(session, typed(period)).key if period else None
        readings = service.readings(session, period=key)
        targets = service.targets(session, plan_id) if plan_id else ()
    data, lines = [], []
    for item in known:
        mine = [r for r in readings if r.indicator == item.key]
        promised = [t for t in targets if t.indicator == item.key]
        data.append(_data(item, mine, promised))
        aim = f"  [{'; '.join(map(_aim, promised))}]" if promised else ""
        lines.append(f"{item.key:<22}{item.name}{' (đang ẩn)' if item.hidden else ''}{aim}")
        lines += [f"    {_figure_line(item, r)}" for r in mine]
    return Answer({"period": key, "indicators": data}, tuple(lines))


def _data(item: Indicator, readings: list[Reading], targets: list[Target]) -> dict[str, Any]:
    defined = {key: value for key, value in asdict(item).items() if key != "words"}
    return {**defined, "readings": [reading_data(item, r) for r in readings], "targets": [asdict(t) for t in targets]}


def reading_data(item: Indicator, reading: Reading) -> dict[str, Any]:
    """A reading for scripts: exact numbers as text, the figure rounded to four places."""
    figure = figure_of(reading, item.unit)
    numbers = {key: stored(getattr(reading, key)) or None for key in ("numerator", "denominator", "value")}
    return {
        "id": reading.id, "period": reading.period, **numbers, "figure": stored(round(figure, 4)) if figure is not None else None,
        "nothing_arose": nothing_arose(reading), "origin": reading.origin, "source": reading.source, "note": reading.note, "at": reading.at,
        "who": reading.who, "alternatives": [reading_data(item, r) for r in reading.alternatives],
    }  # fmt: skip


def _figure_line(item: Indicator, reading: Reading) -> str:
    from kh_desktop.services.indicators import figure_words
    from kh_desktop.services.periods import period_name

    words = "không phát sinh" if nothing_arose(reading) else figure_words(reading, item.unit)
    return f"{period_name(reading.period)}: {words} ({_ORIGINS[reading.origin]})"


def _aim(target: Target) -> str:
    """ "≥ 60%", "tăng 20 điểm mỗi năm tới 100%", "theo mức cấp trên giao"."""
    if target.comparator == "+":
        growth = of_stored(target.growth.removesuffix("%")) or Decimal(0)
        words = f"{'giảm' if growth < 0 else 'tăng'} {number_words(abs(growth))}{'%' if target.growth.endswith('%') else ' điểm'} mỗi năm"
        return words + (f" tới {_number(target.ceiling)}%" if target.ceiling else "")
    if not target.value:
        return "theo mức cấp trên giao"
    return f"{_SIGNS.get(target.comparator, '')}{_number(target.value)}%"


def _number(text: str) -> str:
    return number_words(of_stored(text) or Decimal(0))


def save(args: argparse.Namespace) -> Answer:
    """Stores a typed figure; exit 1 when it is stored but strange (more than 100 %)."""
    from kh_desktop.services import indicators as service
    from kh_desktop.services.periods import period as period_of

    with opened(args.workspace, write=True) as session:
        item = service.indicator(session, typed(args.key))
        period = period_of(session, typed(args.period))
        given = {"numerator": args.num, "denominator": args.den, "value": args.value}
        made = service.set_reading(
            session, item.key, period.key, **{key: typed(text) if text is not None else None for key, text in given.items()},
            note=typed(args.note or ""), who=typed(args.who or ""),
        )  # fmt: skip
        found = next(r for r in service.readings(session, period=period.key, indicator=item.key) if r.id == made)
        strange = [str(doubt) for doubt in service.doubts(item, found)]
    data = {"indicator": item.key, **reading_data(item, found), "doubts": strange}
    return Answer(data, (f"{item.name}, {_figure_line(item, found)}", *strange), Exit.FINDINGS if strange else Exit.DONE)


def remove(workspace: Path | None, key: str, period: str) -> Answer:
    """Takes the typed figure of an indicator and period away."""
    from kh_desktop.services import indicators as service
    from kh_desktop.services.periods import period as period_of

    with opened(workspace, write=True) as session:
        item = service.indicator(session, key)
        found = service.readings(session, period=period_of(session, period).key, indicator=item.key)
        typed_one = next((r for r in found if r.origin == "typed"), None)
        if typed_one is None:
            raise UsageError("row.gone")
        service.remove_reading(session, typed_one.id)
    return Answer({"indicator": item.key, "removed": typed_one.id}, (f"Đã bỏ số liệu: {item.name}, {_figure_line(item, typed_one)}",))


def read_in(workspace: Path | None, file: Path, period: str, *, field: str = "", unit: str = "") -> Answer:
    """Takes a table of indicators, or an export of a system, for a period; exit 1 when something in it is strange."""
    from kh_desktop.services import figure_files
    from kh_desktop.services import indicators as service
    from kh_desktop.services.periods import period as period_of
    from kh_desktop.services.periods import period_name

    with opened(workspace, write=True) as session:
        key = period_of(session, period).key
        if tables := figure_files.known_tables(session, file):
            return _take_exports(session, key, [replace(t, field=field, unit=unit or t.unit) for t in tables])
        made = service.import_readings(session, file, key)
    strange = [str(doubt) for doubt in made.doubts]
    lines = (f"Đã lấy {made.added} số liệu của {period_name(key)} từ tệp.", *strange)
    return Answer({"period": key, "added": made.added, "doubts": strange}, lines, Exit.FINDINGS if strange else Exit.DONE)


def _take_exports(session: Session, period: str, tables: Sequence[FigureTable]) -> Answer:
    """Takes exports of systems into form II.06a and the indicators they yield; what does not close is said."""
    from kh_desktop.services.figures import form_06a, import_figures, tells_the_same
    from kh_desktop.services.messages import text
    from kh_desktop.services.periods import period_name

    # One row for the whole office beside the same dossiers by field gives its indicators only.
    beside = {place: tells_the_same(session, period, t, tables) for place, t in enumerate(tables)}
    whole = [bool(beside[place]) and t.layout is not None and t.layout.rows == "unit" for place, t in enumerate(tables)]
    tables = [replace(t, counted=not apart) for t, apart in zip(tables, whole, strict=True)]
    made = import_figures(session, period, tables)
    form = form_06a(session, period)
    strange = [
        text("figures.left_apart" if whole[place] else "figures.same_dossiers", name=t.name, names=", ".join(beside[place]))
        for place, t in enumerate(tables)
        if beside[place] and (whole[place] or not any(whole))
    ]
    strange += [f"{p.sheet}, {p.cell}: {text(p.code, **p.params)}" for t in tables for p in t.problems]
    strange += [f"{b.rule}, {b.field}: {b.expected} / {b.found}" for b in form.breaks]
    strange += [f"{code}: đã có trong tệp khác, chỉ tính một lần" for code in made.doubles]
    names = [f"{t.sheet}: {t.layout.title}" for t in tables if t.layout]
    lines = (f"Đã nhập {len(tables)} bảng cho {period_name(period)}.", *names, *strange)
    data = {"period": period, "added": len(tables), "layouts": [t.layout.id for t in tables if t.layout], "doubts": strange}
    return Answer(data, lines, Exit.FINDINGS if strange else Exit.DONE)


def found(workspace: Path | None, plan_id: int, *, take: bool) -> Answer:
    """The targets the program finds in a plan and that were not taken yet; ``take`` takes the sure ones."""
    from kh_desktop.services import indicators as service

    with opened(workspace, write=take) as session:
        offered = service.found_targets(session, plan_id)
        sure = [f for f in offered if f.sure]
        if take and sure:
            service.take_targets(session, plan_id, sure)
    data = [{**asdict(f.target), "name": f.indicator_name_guess, "sure": f.sure} for f in offered]
    lines = [f"{f.indicator_name_guess or 'Chưa rõ chỉ tiêu'}{'' if f.sure else ' (cần xem lại)'}: {_aim(f.target)}" for f in offered]
    lines = [text for f, line in zip(offered, lines, strict=True) for text in (line, f"    {f.target.sentence}")]
    taken = len(sure) if take else 0
    if taken:
        lines.append(f"Đã nhận {taken} mức giao vào kế hoạch.")
    return Answer({"found": data, "taken": taken}, tuple(lines) or ("Không tìm thấy mức giao nào mới.",))
