"""The body of a plan as a tree of numbered parts, and which of them have a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kh_desktop.domain.model import Numbering, Section, SectionRole
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.blocks import Spot
from kh_desktop.importing.lines import Findings, Item, Line, TableItem
from kh_desktop.importing.marks import Mark, as_upper, mark_of

_RANK = {"upper": 0, "roman": 1, "article": 2, "figure": 3, "decimal2": 4, "decimal3": 5, "decimal4": 6, "letter": 7, "bracket": 8}
_FORCED = {"heading1": 0, "heading2": 1, "heading3": 2}
_LONGEST_HEADING = 45
_LONGEST_RUN_IN = 14
_JUMP = 10  # a number this far from the one before it is no number of a section
_ENDS = (".", ";", ",")
_ROLES = (
    ("kinhphi", SectionRole.FUNDING),
    ("tochucthuchien", SectionRole.ORGANISATION),
    ("phancong", SectionRole.ORGANISATION),
    ("trachnhiem", SectionRole.ORGANISATION),
    ("mucdich", SectionRole.PURPOSE),
    ("muctieu", SectionRole.PURPOSE),
    ("noidung", SectionRole.CONTENT),
    ("nhiemvu", SectionRole.CONTENT),
    ("tochuc", SectionRole.ORGANISATION),
)
_UNITS = re.compile(
    r"^(?:các |những |đối với |toàn thể )*(?:công chức|cán bộ|văn phòng|phòng|ban|bộ phận|trung tâm|đài|ubnd|"
    r"[ủu][ỷy] ban|mặt trận|đơn vị|công an|"
    r"trưởng|thủ trưởng|chủ tịch|phó chủ tịch|tổ|hội|đoàn|trạm|trường|cơ quan|ngành|lãnh đạo|kế toán|tư pháp|địa chính|thôn)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"^(?:đề nghị|yêu cầu|giao)\s+", re.IGNORECASE)
_PREDICATE = re.compile(
    r"[,:]?\s+(?=(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thường xuyên|chủ trì|chủ động|phối hợp|tham mưu|thực hiện|"
    r"tổ chức thực hiện|căn cứ|"
    r"hướng dẫn|theo dõi|giúp|triển khai|đôn đốc|tổng hợp|bố trí|kiểm tra|tiếp tục|tăng cường|đẩy mạnh|là đầu mối|làm đầu mối|cân đối|"
    r"trên cơ sở|theo chức năng)\b)"
)
_BULLETS = re.compile(r"^[–—•*·▪●○◦]\s*|^-(?=\S)")


@dataclass(slots=True)
class Node:
    """A numbered part of the body. ``own`` is its line behind the number, ``texts`` the paragraphs below it; ``more``: lines the
    heading goes on with; ``heading``, ``opening`` and ``run_in`` come when its siblings are known."""

    kind: str
    value: int
    mark: str
    own: str
    line: Line
    rank: float = 0.0
    more: list[Line] = field(default_factory=list)
    texts: list[tuple[str, Line]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    tables: list[TableItem] = field(default_factory=list)
    heading: str = ""
    opening: str = ""
    run_in: bool = False

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def starts_section(line: Line) -> bool:
    """Whether the body begins with this line: a first number, or a heading by its style."""
    if line.role:
        return line.role in _FORCED
    mark = mark_of(line.whole)
    if mark is None or mark.kind == "bullet":
        return False
    return mark.kind in ("roman", "upper", "article") or mark.value == 1 or line.level > 0 or line.bold


def build_tree(items: Sequence[Item], found: Findings) -> tuple[list[Node], list[Line]]:
    """The parts of the body, and the lines above the first of them."""
    tops: list[Node] = []
    stack: list[Node] = []
    before: list[Line] = []
    unnumbered = not any(isinstance(i, Line) and (m := mark_of(i.whole)) and m.kind in ("roman", "upper", "figure") for i in items)
    for item in items:
        if isinstance(item, TableItem):
            if stack:
                stack[-1].tables.append(item)
            continue
        mark = _mark(item, stack, unnumbered=unnumbered)
        if mark is None:
            _add_text(item, stack, before, found)
            continue
        node = Node(mark.kind, mark.value, mark.text, clean_line(mark.rest), item)
        _make_room(stack, node)
        (stack[-1].children if stack else tops).append(node)
        stack.append(node)
    return tops, before


def _make_room(stack: list[Node], node: Node) -> None:
    """Closes the parts a new one does not belong to. A kind of number that is open already goes on there; a new kind opens below whatever
    ranks above it; a heading a person named has the depth that was said."""
    if node.line.role in _FORCED:
        del stack[_FORCED[node.line.role] :]
        node.rank = stack[-1].rank + 0.5 if stack else -1.0
        return
    node.rank = _RANK[node.kind] if node.kind in _RANK else float(node.kind.removeprefix("style"))
    open_kinds = [n.kind for n in stack]
    if node.kind in open_kinds:
        del stack[open_kinds.index(node.kind) :]
    else:
        while stack and stack[-1].rank > node.rank:
            stack.pop()


def _mark(line: Line, stack: Sequence[Node], *, unnumbered: bool) -> Mark | None:
    mark = mark_of(line.whole)
    if line.role in _FORCED:
        rest = mark.rest if mark and mark.kind != "bullet" else line.whole
        kind = mark.kind if mark and mark.kind in _RANK and _fits(mark.kind, line.role) else f"style{_FORCED[line.role] - 10}"
        return Mark(kind, mark.value if mark else 0, mark.text if mark else "", rest)
    if line.role:
        return None
    if mark is None or mark.kind == "bullet":
        if unnumbered and line.first and (line.level > 0 or (line.bold and line.text.isupper())) and len(line.text.split()) <= 25:
            return Mark(f"style{min(line.level or 1, 3) - 10}", 0, "", line.whole)
        return None
    same = next((n for n in reversed(stack) if n.kind == "upper"), None)
    if mark.kind == "roman" and same is not None and same is stack[0]:
        mark = as_upper(mark, same.value)
    before = next((n.value for n in reversed(stack) if n.kind == mark.kind), 0)
    if mark.value > before + _JUMP and not (line.level or line.bold):
        return None
    return mark


def _fits(kind: str, role: str) -> bool:
    wanted = {"heading1": ("upper", "roman", "article"), "heading2": ("figure", "article"), "heading3": ("decimal2", "decimal3", "letter")}
    return kind in wanted[role]


def _add_text(line: Line, stack: Sequence[Node], before: list[Line], found: Findings) -> None:
    if not stack:
        before.append(line)
        return
    node = stack[-1]
    if not node.own and not node.texts and line.role == "" and len(line.text.split()) <= _LONGEST_HEADING and mark_of(line.whole) is None:
        node.own = line.text  # the number had its line to itself
        node.more.append(line)
        return
    if not line.first and not node.texts and line.bold and not line.mark and node.line.spot == line.spot:
        node.own = f"{node.own} {line.text}"  # a heading broken into lines by hand
        return
    node.texts.append((_BULLETS.sub("- ", line.whole), line))


def settle(nodes: Sequence[Node], depth: int = 0) -> None:
    """Gives every node its heading: siblings decide together, for a list of paragraphs is numbered like a list of headings."""
    kinds = [_kind(node, depth) for node in nodes]
    # A paragraph that leads to a list below it is a heading among headings only.
    leads = "text" if depth > 1 and "text" in kinds and "heading" not in kinds else "heading"
    kinds = [leads if kind == "lead" else kind for kind in kinds]
    headed = "heading" in kinds or (bool(kinds) and all(kind == "run_in" for kind in kinds))
    for node, kind in zip(nodes, kinds, strict=True):
        if kind == "heading":
            node.heading = _heading(node.own)
        elif kind == "run_in" and (headed or depth == 0):
            _split_run_in(node)
        elif headed and (found := _subject(node.own)):
            node.heading, node.opening, node.run_in = found[0], found[1], True
        else:
            node.opening = node.own
        settle(node.children, depth + 1)


def _heading(text: str) -> str:
    return text.rstrip(" :").rstrip() if text.endswith(":") else text


def _kind(node: Node, depth: int) -> str:
    """ "heading", "run_in" (a heading and its text on one line), "lead" (it ends in a colon above a list) or "text", as far as the line
    by itself says."""
    text, words = node.own, len(node.own.split())
    below = bool(node.texts or node.children or node.tables)
    if not text:
        return "text"
    if node.line.role in _FORCED or ((node.line.level > 0 or node.line.bold) and words <= 2 * _LONGEST_HEADING):
        match = _run_in(text)
        return "run_in" if match and (not node.line.bold or match["text"].startswith("(")) else "heading"
    if _run_in(text):
        return "run_in"
    if words > _LONGEST_HEADING and not (depth == 0 and words <= 70):
        return "text"
    if text.endswith(":"):
        return "lead" if below else "text"
    if depth == 0 and (text.isupper() or not text.endswith(_ENDS)):
        return "heading"
    return "heading" if not text.endswith(_ENDS) or (below and text.endswith(".") and words <= 20) else "text"


def _run_in(text: str) -> re.Match[str] | None:
    match = re.match(r"^(?P<heading>[^:;.]{2,160}):\s+(?P<text>\S.*)$", text) or re.match(
        r"^(?P<heading>[^:;]{2,80})\.\s+(?P<text>\(.*)$", text
    )
    if not match:
        match = re.match(r"^(?P<heading>[^a-zà-ỹđ:;(]{2,120})\s+(?P<text>\(.*\)\.?)$", text)
    if not match or not re.search(r"[^\W\d_]{2}", match["heading"]):
        return None
    words = len(match["heading"].split())
    return match if words <= _LONGEST_RUN_IN or _UNITS.match(_ASKED.sub("", match["heading"])) else None


def _split_run_in(node: Node) -> None:
    match = _run_in(node.own)
    if match is None:
        node.opening = node.own
        return
    node.heading, node.opening, node.run_in = match["heading"].strip(), match["text"].strip(), True


def _subject(text: str) -> tuple[str, str] | None:
    """("Công chức Văn hoá, Đài Truyền thanh xã", "thường xuyên tuyên truyền …") of a paragraph that begins with who does it."""
    if not _UNITS.match(text):
        return None
    match = _PREDICATE.search(text)
    if not match or len(text[: match.start()].split()) > 40:
        return None
    return text[: match.start()].strip(" ,:"), text[match.end() :].strip()


def numbering_of(nodes: Sequence[Node]) -> Numbering:
    """The scheme the numbers follow."""
    if nodes and nodes[0].kind == "upper":
        return Numbering.LETTER
    third = [grand for node in nodes for child in node.children for grand in child.children]
    return Numbering.DECIMAL if third and third[0].kind.startswith("decimal") else Numbering.ROMAN


def sections_of(nodes: Sequence[Node], found: Findings, above: str = "") -> tuple[Section, ...]:
    """The nodes as sections of a plan, with the places they come from and doubts about their numbers."""
    out = []
    _check_numbers(nodes, found, above)
    for index, node in enumerate(nodes):
        place = f"{above}.{index}" if above else str(index)
        path = f"section:{place}"
        depth = min(place.count(".") + 1, 3)
        found.origin(path if node.heading else f"{path}:text", node.line.spot, f"heading{depth}" if node.heading else "text")
        for line in node.more:
            found.origin(path, line.spot, f"heading{depth}")
        if node.heading and node.opening:
            found.origin(f"{path}:text", node.line.spot)
        for _, line in node.texts:
            found.origin(f"{path}:text", line.spot, "text")
        texts = [*([node.opening] if node.opening else []), *(text for text, _ in node.texts)]
        out.append(
            Section(
                heading=node.heading,
                text="\n".join(texts),
                role=None if above else _role(node.heading),
                run_in=node.run_in,
                children=sections_of(node.children, found, place),
            )
        )
    return tuple(out)


def _role(heading: str) -> SectionRole | None:
    squeezed = fold(heading).replace(" ", "")
    return next((role for words, role in _ROLES if words in squeezed), None)


def _check_numbers(nodes: Sequence[Node], found: Findings, above: str) -> None:
    expected = 1
    for index, node in enumerate(nodes):
        if node.value and node.kind == nodes[0].kind:
            if node.value != expected:
                place = f"{above}.{index}" if above else str(index)
                found.doubt("section_number", node.line.spot, f"section:{place}", number=node.mark.rstrip(".):/ "), expected=expected)
            expected = node.value + 1


def written_lines(nodes: Sequence[Node], above: str = "") -> Iterator[str]:
    """Each heading with its whole number as the source has it ("II.3. Nâng cao năng lực"); paragraphs that are numbered among headings
    have their number only."""
    headed = any(node.heading for node in nodes)
    for node in nodes:
        own = node.mark.rstrip(".:/- –")
        bare = own.strip("()")
        joined = above and bare.startswith(f"{above}.")
        prefix = bare if joined or not above else f"{above}.{bare}"
        shown = prefix if own.endswith(")") or not bare else f"{prefix}."
        if own.endswith(")"):
            shown = f"{prefix})"
        if headed:
            yield f"{shown} {node.heading}".strip() if bare else node.heading
        yield from written_lines(node.children, prefix.rstrip(")"))


def all_spots(nodes: Sequence[Node]) -> Iterator[Spot]:
    """The places of all lines of the nodes."""
    for top in nodes:
        for node in top.walk():
            yield node.line.spot
            yield from (line.spot for _, line in node.texts)
