"""The grammar of the command line, in Vietnamese: argparse's own English sentences are replaced."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from kh_desktop import __version__
from kh_desktop.domain.errors import UsageError

# Argparse's English (Python 3.11 to 3.14) to our sentence; the first that fits.
_SENTENCES = (
    (r"the following arguments are required: (.+)", "usage.missing"),
    (r"argument (\S+): invalid choice: (.+?) \(.*", "usage.choice"),
    (r"argument (\S+): invalid \S+ value: (.+)", "usage.value"),
    (r"argument (\S+): expected .*", "usage.expected"),
    (r"argument (\S+): ignored explicit argument .*", "usage.unknown"),
    (r"unrecognized arguments: (.+)", "usage.unknown"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese and raises UsageError instead of leaving the program."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Help, **options)
        self._positionals.title = "Tham số"
        self._optionals.title = "Tuỳ chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Raises the Vietnamese sentence for argparse's ``message``."""
        for pattern, code in _SENTENCES:
            found = re.fullmatch(pattern, message, flags=re.DOTALL)
            if found:
                raise UsageError(code, command=self.prog, name=found[1], value=found[found.re.groups])
        raise UsageError("usage.other", command=self.prog)


def _number(text: str) -> int:
    return int(text)


def _scale(text: str) -> float:
    value = float(text)
    if not 0.5 <= value <= 4:
        raise ValueError(text)
    return value


def _common_options(parser: argparse.ArgumentParser, *, again: bool) -> argparse.ArgumentParser:
    """Options that stand before or after the subcommand; ``again``: what stood before it is kept."""
    workspace, as_json = (argparse.SUPPRESS, argparse.SUPPRESS) if again else (None, False)
    parser.add_argument(
        "--workspace", metavar="SỔ.khdb", type=Path, default=workspace, help="tệp sổ (mặc định: sổ trong thư mục dữ liệu của người dùng)"
    )
    parser.add_argument("--json", action="store_true", default=as_json, help="trả lời bằng một đối tượng JSON (UTF-8)")
    return parser


def build() -> Parser:
    """The parser of the whole command line."""
    from kh_desktop.commands import kpi, reports, tasks

    parser = Parser(prog="kh-desktop", description="Soạn, in và theo dõi kế hoạch của cơ quan. Không có lệnh nào: mở cửa sổ chương trình.")
    _common_options(parser, again=False)
    words = "đóng cửa sổ chương trình đang mở (ghi, sao lưu rồi thoát); mã thoát 1 khi chưa đóng được sau 20 giây"
    parser.add_argument("--close-running", action="store_true", help=words)
    parser.add_argument("--version", action="version", version=f"kh-desktop {__version__}", help="in số phiên bản")
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", title="Lệnh")
    common = _common_options(argparse.ArgumentParser(add_help=False), again=True)

    def add(name: str, words: str, to: Any = commands) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = to.add_parser(name, help=words, description=words, parents=[common])
        return made

    _add_plans(add)
    tasks.add_arguments(_group, add, _number)
    kpi.add_arguments(_group, add, _number)
    reports.add_arguments(add, _number)
    _add_office(add)
    _add_deadline(add)
    _add_due(add)
    _add_workspace(add)
    _add_shows(add)
    _add_self_test(commands)
    return parser


def _group(add: Any, name: str, words: str) -> Any:
    return add(name, words).add_subparsers(dest="action", metavar="VIỆC", title="Việc", required=True)


def _add_plans(add: Any) -> None:
    from kh_desktop.commands import roll_forward

    plan = _group(add, "plan", "xem hoặc lập kế hoạch")
    add("list", "liệt kê các kế hoạch", plan)
    add("show", "xem một kế hoạch", plan).add_argument("id", metavar="ID", type=_number, help="số thứ tự kế hoạch trong sổ")
    new = add("new", "lập kế hoạch từ tệp trả lời", plan)
    new.add_argument("--from", dest="answers", metavar="TỆP.json", type=Path, required=True, help="tệp trả lời các bước soạn kế hoạch")
    roll_forward.add_arguments(plan, add, _number)
    read = add("import", "đọc kế hoạch từ tệp Word, Excel, PDF, văn bản hoặc JSON; mã thoát 1 khi có chỗ cần xem lại")
    read.add_argument("file", metavar="TỆP", type=Path, help="tệp .docx, .xlsx, .pdf, .txt, .md, .html hoặc .json")
    read.add_argument("--save", action="store_true", help="đưa vào sổ")
    out = add("export", "xuất kế hoạch ra tệp")
    out.add_argument("id", metavar="ID", type=_number, help="số thứ tự kế hoạch trong sổ")
    out.add_argument("out", metavar="TỆP", type=Path, help="tệp cần ghi: .pdf, .docx, .xlsx, .json hoặc .ics (lịch)")
    out.add_argument("--tracking", action="store_true", help="bảng theo dõi tình trạng, minh chứng của các nhiệm vụ (.xlsx, .docx, .pdf)")


def _add_office(add: Any) -> None:
    office = _group(add, "office", "xem hoặc ghi thông tin cơ quan")
    add("show", "xem thông tin cơ quan", office)
    save = add("set", "ghi thông tin cơ quan từ tệp", office)
    save.add_argument("--from", dest="answers", metavar="TỆP.json", type=Path, required=True, help="tệp thông tin cơ quan")
    catalogue = _group(add, "catalogue", "tra cứu danh mục văn bản kèm chương trình")
    find = add("search", "tìm văn bản, không cần dấu", catalogue)
    find.add_argument("query", metavar="TỪ", nargs="+", help="số hiệu hoặc từ trong tên văn bản")


def _add_deadline(add: Any) -> None:
    read = add("deadline", "đọc thời hạn; không nêu cụm từ nào thì đọc từng dòng JSON {phrase, year, period} từ đầu vào")
    read.add_argument("phrases", metavar="CỤM_TỪ", nargs="*", help="thời hạn như ghi trong kế hoạch")
    read.add_argument("--year", metavar="NĂM", type=_number, help="năm của kế hoạch (mặc định: năm nay)")
    read.add_argument("--period", metavar=("TỪ", "ĐẾN"), nargs=2, help="kỳ kế hoạch, dạng năm-tháng-ngày")


def _add_due(add: Any) -> None:
    due = add("due", "việc quá hạn và sắp đến hạn của các kế hoạch đang thực hiện; mã thoát 1 khi có việc quá hạn")
    due.add_argument("--on", metavar="NGÀY", help="tính đến ngày nào, dạng năm-tháng-ngày (mặc định: hôm nay)")
    due.add_argument("--within", metavar="SỐ_NGÀY", type=_number, default=30, help="xem trước bao nhiêu ngày (mặc định: 30)")


def _add_workspace(add: Any) -> None:
    add("backup", "sao lưu sổ ngay")
    restore = add("restore", "khôi phục sổ từ bản sao lưu; không nêu bản nào thì liệt kê các bản đang có")
    restore.add_argument("backup", metavar="BẢN", nargs="?", type=Path, help="tệp bản sao lưu")
    add("doctor", "kiểm tra sổ có hư hỏng không")


def _add_shows(add: Any) -> None:
    demo = add("demo", "làm kế hoạch mẫu trong một thư mục: sổ, PDF, Word, Excel, JSON, lịch .ics")
    demo.add_argument("folder", metavar="THƯ_MỤC", type=Path, help="thư mục nhận các tệp")
    tour = add("tour", "chụp ảnh từng trang của cửa sổ vào một thư mục")
    tour.add_argument("folder", metavar="THƯ_MỤC", type=Path, help="thư mục nhận ảnh")
    tour.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ trên cửa sổ")
    tour.add_argument("--theme", choices=("light", "dark"), default="light", help="giao diện sáng hoặc tối")
    tour.add_argument("--scale", type=_scale, default=1.0, help="độ phóng, ví dụ 1.5")


def _add_self_test(commands: Any) -> None:
    words = "tự kiểm tra chương trình đã cài"
    check = commands.add_parser("self-test", help=words, description=words)
    # Its --json may name a file: the installed program has no console to print on.
    check.add_argument("--json", dest="report", metavar="TỆP", nargs="?", const=Path("-"), type=Path, help="ghi kết quả JSON vào tệp")
    check.add_argument("--window", action="store_true", help="mở cả cửa sổ chính trên màn hình, xem từng trang rồi đóng")
    check.add_argument("--platform", metavar="TÊN", default="", help="nền vẽ của Qt cho --window, ví dụ offscreen (mặc định: của máy)")
    check.add_argument("--picture", metavar="TỆP.png", type=Path, help="ghi ảnh cửa sổ chính của --window")
