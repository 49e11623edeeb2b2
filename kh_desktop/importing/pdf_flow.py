"""Lines of words, and which of them belong to one paragraph: a page has neither, only words with places.

The strongest sign is room: a line that ends where the next word would still have fitted was ended by its writer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from kh_desktop.domain.vitext import clean_line
from kh_desktop.importing.blocks import Paragraph
from kh_desktop.importing.pdf_ink import Word

_MARK = re.compile(r"[-–—+•▪*➢✓❖●○◦]|(?:[0-9]{1,2}|[IVXivx]{1,5}|[a-zđA-ZĐ])[.)/]|(?:[0-9]{1,2}|[IVX]{1,5})(?:\.[0-9]{1,2}){1,3}[.)]?")
_GLUED_MARK = re.compile(r"[-–+•▪*][^\W\d_]|[0-9]{1,2}[.)][^\W\d_]|[a-zđ]\)[^\W\d_]")
_STOPS = {".", ",", ";", ":", ")", "./."}
_ENDS = (".", ";", ":", "!", "?", "…")
# Less than this (pt) is no difference of place.
_SAME = 3.0


@dataclass(slots=True)
class Line:
    """Words on one baseline. ``left`` and ``right``: from where to where its text may run; ``page`` from 1."""

    words: list[Word]
    left: float
    right: float
    page: int = 0

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(word.x1 for word in self.words)

    @property
    def base(self) -> float:
        """Its baseline: that of its largest word, for small raised ones stand higher."""
        return max(self.words, key=lambda word: word.size).base

    @property
    def size(self) -> float:
        """The size of its largest word in pt."""
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class _Look:
    """What is asked of a line again and again, once."""

    x0: float
    x1: float
    base: float
    size: float
    first: str
    marked: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a text is set: the step between its lines, where first lines begin, the edge its full lines are stretched to (0 for none).
    ``shy``: only what clearly runs on is joined."""

    step: float
    indents: list[float]
    edge: float
    shy: bool


def lines_of(words: Sequence[Word], left: float, right: float, page: int) -> list[Line]:
    """The lines of ``words``, top down. Words on nearly one baseline are one line, raised and lowered ones too."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.base, w.x0)):
        if lines and word.base - lines[-1][0].base <= 0.35 * min(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [Line(sorted(line, key=lambda w: w.x0), left, right, page) for line in _with_raised(lines)]


def _with_raised(lines: list[list[Word]]) -> list[list[Word]]:
    """Lines with the small raised words above them put in ("m²", marks of footnotes)."""
    kept: list[list[Word]] = []
    for line in lines:
        if kept:
            small, drop = max(w.size for w in kept[-1]), line[0].base - kept[-1][0].base
            big = max(w.size for w in line)
            beside = min(w.x0 for w in kept[-1]) > min(w.x0 for w in line)
            if small < 0.8 * big and drop < 0.6 * big and beside:
                kept[-1].extend(line)
                continue
        kept.append(line)
    return kept


def paragraphs(lines: Sequence[Line], pitch: float = 0.0, *, shy: bool = False) -> list[Paragraph]:
    """The paragraphs of ``lines`` in reading order. ``pitch``: the usual step from line to line, 0 to find it in these lines.
    ``shy``: only what clearly runs on is joined (agency, motto and the signer's titles stand line by line)."""
    return [_paragraph(group) for group in _grouped(lines, pitch, shy)]


def _grouped(lines: Sequence[Line], pitch: float, shy: bool) -> list[list[Line]]:
    looks = [_look(line) for line in lines]
    step = pitch or usual_step(lines)
    habits = _Habits(step, _first_indents(lines, looks), _straight_edge(looks), shy)
    groups: list[list[Line]] = []
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or _breaks(lines, looks, start, index, habits):
            groups.append(list(lines[start:index]))
            start = index
    return groups


def usual_step(lines: Sequence[Line]) -> float:
    """The step between lines that run on, in pt of one line's size 1; 0 when there are none."""
    return typical_step(steps_of(lines))


def steps_of(lines: Sequence[Line]) -> list[float]:
    """The steps between neighbouring lines the upper of which is full."""
    steps = []
    for above, below in zip(lines, lines[1:], strict=False):
        if above.page == below.page and abs(above.size - below.size) < 0.5 and not _room(above, below.words[0].x1 - below.words[0].x0):
            step = (below.base - above.base) / below.size
            if 0.8 < step < 2.6:
                steps.append(step)
    return steps


def typical_step(steps: Sequence[float]) -> float:
    """The step within paragraphs: the lower half, for steps between paragraphs are among them, and larger."""
    return median(sorted(steps)[: len(steps) // 2 + 1]) if steps else 0.0


def joined_text(lines: Sequence[Line]) -> str:
    """The words of the lines as one text; a number broken after its hyphen or stroke stays one word."""
    text = lines[0].text
    for above, below in zip(lines, lines[1:], strict=False):
        text += ("" if _unbroken(text[text.rfind(" ") + 1 :], above, below) else " ") + below.text
    return clean_line(text)


def _unbroken(last: str, above: Line, below: Line) -> bool:
    """Whether the word ``last`` at the end of a line goes on in the next."""
    first = below.words[0].text
    if (len(last) > 1 and last[-1] in "-/" and first[0].isalnum()) or first in _STOPS:
        return True
    if "://" in last and (last[-1] in "./-_=?&" or above.right - above.x1 < 0.7 * above.size and ("." in first or "/" in first)):
        return True
    # A word wider than its column is cut anywhere: it has a line to itself, and that is full to the last letter.
    if len(above.words) > 1 or len(last) < 6 or above.right - above.x1 > 0.7 * above.size or not _alike(last, first):
        return False
    return above.x1 - above.x0 > 0.8 * (above.right - above.left)


def _alike(last: str, first: str) -> bool:
    """Whether one word may be cut between the two: both figures, both capitals, or letters of an address."""
    if last[-1].isdigit():
        return first[0].isdigit()
    return first.isupper() if last[-1].isupper() else first[0].islower() and "@" in last


def _look(line: Line) -> _Look:
    words = line.words
    first = words[0].text
    marked = (len(words) > 1 and _MARK.fullmatch(first) is not None) or _GLUED_MARK.match(first) is not None
    return _Look(line.x0, line.x1, line.base, line.size, first, marked, words[-1].text.endswith(_ENDS))


def _room(line: Line, width: float, both_sides: bool = False) -> bool:
    """Whether a word of that width would have fitted at the line's end; ``both_sides``: the line is centred."""
    free = line.right - line.x1 + (line.x0 - line.left if both_sides else 0.0)
    return free - 0.25 * line.words[-1].size > width + 0.8


def _breaks(lines: Sequence[Line], looks: Sequence[_Look], start: int, index: int, habits: _Habits) -> bool:
    """Whether a new paragraph begins at line ``index``, the one before having begun at ``start``."""
    indents = habits.indents
    above, below, a, b = lines[index - 1], lines[index], looks[index - 1], looks[index]
    if abs(a.size - b.size) > 1.0 or _dress_changes(above, below):
        return True
    bracket = not b.marked and _in_brackets(lines, start, index)
    runs_on = bracket or (not a.ended and b.first[:1].islower() and not b.marked)
    if above.page != below.page and a.ended and not (indents and abs(b.x0 - below.left) < _SAME):
        return True
    if _gap_is_wide(above, below, a, b, habits.step, runs_on) or (habits.shy and not runs_on and not _filled(above)):
        return True
    if bracket or (_about_middle(above, below) and (runs_on or _balanced(above, below))):
        return False
    first = below.words[0]
    # In a justified text a line that is not stretched was the last one.
    if b.marked and start < index - 1 and a.x1 < habits.edge - 1.5 and looks[start].x1 > habits.edge - 0.7:
        return True
    middle = _about_middle(above, below) and _centred(above)
    fits = _room(above, first.x1 - first.x0, middle)
    if fits and runs_on and len(below.words) > 1:
        # Two words that must not be parted ("năm 2027") go to the next line together.
        fits = _room(above, below.words[1].x1 - first.x0, middle)
    if fits:
        return True
    if b.marked and (a.ended or b.x0 > above.left + 8 and b.x0 - a.x0 > -_SAME and not _hangs(lines, looks, start, index)):
        return True
    return _indent_says(lines, looks, start, index, indents)


def _straight_edge(looks: Sequence[_Look]) -> float:
    """Where the lines of a justified text end, 0 when they do not end at one place."""
    furthest = max((look.x1 for look in looks), default=0.0)
    there = sum(furthest - look.x1 < 0.7 for look in looks)
    return furthest if there >= 3 and there >= 0.4 * len(looks) else 0.0


def _in_brackets(lines: Sequence[Line], start: int, index: int) -> bool:
    """Whether a bracket is open at line ``index`` that is closed soon after."""
    before = "".join(line.text for line in lines[max(start, index - 6) : index])
    after = "".join(line.text for line in lines[index : index + 3])
    return before.count("(") > before.count(")") and 0 <= after.find(")") < (after + "(").find("(")


def _filled(line: Line) -> bool:
    return line.x1 - line.x0 > 0.85 * (line.right - line.left)


def _balanced(above: Line, below: Line) -> bool:
    """Whether two centred lines are one heading set in lines of like length, too long for one line."""
    first, second, width = above.x1 - above.x0, below.x1 - below.x0, above.right - above.left
    return first > 0.45 * width and second > 0.4 * first and first + second > 0.97 * width and _capital(above) == _capital(below)


def _capital(line: Line) -> bool:
    return line.text.upper() == line.text


def _dress_changes(above: Line, below: Line) -> bool:
    """Whether the lines are of different dress throughout: a heading and what follows it."""
    before, after = above.words[-1], below.words[0]
    if _capital(above) != _capital(below) and above.words[0].bold and len(above.text) > 5 and len(below.text) > 5:
        return not after.text[:1].islower()
    if before.bold == after.bold and before.italic == after.italic:
        return False
    whole = len({(w.bold, w.italic) for w in above.words}) == 1 and len({(w.bold, w.italic) for w in below.words}) == 1
    return whole and (not after.text[:1].islower() or len(above.words) > 3 and len(below.words) > 3)


def _gap_is_wide(above: Line, below: Line, a: _Look, b: _Look, step: float, runs_on: bool) -> bool:
    if above.page != below.page:
        return (above.left, above.right) != (below.left, below.right) and not runs_on
    gap = (b.base - a.base) / b.size
    if gap < 0.5 or gap > 2.6:
        return True
    return step > 0 and gap > step * (1.5 if runs_on else 1.0) + 0.16


def _hangs(lines: Sequence[Line], looks: Sequence[_Look], start: int, index: int) -> bool:
    """Whether line ``index`` stands where the lines of the paragraph begun at ``start`` go on."""
    if index - start > 1:
        return abs(looks[index].x0 - looks[start + 1].x0) < _SAME
    words = lines[start].words
    return looks[start].marked and len(words) > 1 and abs(looks[index].x0 - words[1].x0) < _SAME


def _indent_says(lines: Sequence[Line], looks: Sequence[_Look], start: int, index: int, indents: Sequence[float]) -> bool:
    """Whether the beginnings of the lines show a new paragraph: its first line is set in, or the hanging lines have ended."""
    above, below, a, b = lines[index - 1], lines[index], looks[index - 1], looks[index]
    if _about_middle(above, below) or _hangs(lines, looks, start, index):
        return False
    if index - start > 1:
        return b.x0 > looks[start + 1].x0 + 6
    if abs(b.x0 - a.x0) < _SAME:
        set_in = a.x0 > above.left + 8
        listed = b.marked and (b.first[0].isalnum() or looks[start].marked)
        return listed or (set_in and (a.ended or any(abs(b.x0 - x) < _SAME for x in indents)))
    hanging = a.marked and not a.ended and b.x0 - a.x0 < 5 * b.size
    return b.x0 > a.x0 + 6 and not hanging


def _first_indents(lines: Sequence[Line], looks: Sequence[_Look]) -> list[float]:
    """Where first lines begin in this text: set in, with a line at the border below."""
    found: list[float] = []
    for line, a, b in zip(lines, looks, looks[1:], strict=False):
        if a.x0 > line.left + 8 and abs(b.x0 - line.left) < _SAME and line.right - a.x1 < 4 * a.size and a.x0 not in found:
            found.append(a.x0)
    return found


def _about_middle(above: Line, below: Line) -> bool:
    """Whether two lines are centred on one another."""
    if abs(above.x0 + above.x1 - below.x0 - below.x1) >= 2 * _SAME:
        return False
    return abs(above.x0 - below.x0) > 1.0 or (_centred(above) and _centred(below))


def _paragraph(lines: list[Line]) -> Paragraph:
    words = [word for line in lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return Paragraph(
        joined_text(lines),
        bold=all(word.bold for word in words),
        italic=all(word.italic for word in words),
        centered=all(_centred(line) for line in lines),
        size=_main_size(words, letters),
        page=lines[0].page,
    )


def _main_size(words: Sequence[Word], letters: int) -> float:
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        if sizes[word.size] * 2 > letters:
            break
    return max(sizes, key=lambda size: sizes[size])


def _centred(line: Line) -> bool:
    before, after = line.x0 - line.left, line.right - line.x1
    # Ragged lines do not show quite where the right border is.
    return abs(before - after) < 8 + 0.05 * before and before > 2
