"""Plans of other people's files: read, looked at, put into the workspace together with the file they came from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kh_desktop.domain.catalogue import find_document
from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.model import Plan, Unit
from kh_desktop.domain.plan_json import plan_to_json
from kh_desktop.domain.target_finder import find_targets
from kh_desktop.domain.vitext import clean_line, fold
from kh_desktop.importing.blocks import Progress, Source
from kh_desktop.importing.reading import Doubt, Hint, Reading
from kh_desktop.importing.recognise import recognise
from kh_desktop.services.catalogue import catalogue
from kh_desktop.services.import_places import Places
from kh_desktop.services.issuing import issued_elsewhere, log_issued
from kh_desktop.services.messages import MESSAGES, Said
from kh_desktop.services.office import unit_book
from kh_desktop.services.plans import linked_units
from kh_desktop.services.session import Session
from kh_desktop.store import plans as store
from kh_desktop.store.known_errors import os_error
from kh_desktop.store.unit_of_work import Value

MAX_BYTES = 50_000_000
_FIELD_WORDS = re.compile(r":(content|lead|coord|product|deadline|text)$")


def _silent(_done: float) -> None:
    """Progress nobody watches."""


def read_file(path: Path, progress: Progress = _silent) -> Source:
    """The content of a file as blocks. KhError "import.…" says why a file cannot be read, file.missing and file.unreadable as ever;
    Cancelled when ``progress`` raises it."""
    from kh_desktop.importing.sniff import open_source

    try:
        if path.stat().st_size > MAX_BYTES:
            raise KhError("import.too_big", path=path)
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(error, path) from error
    return open_source(content, path.name, progress)


def _unreadable(error: OSError, path: Path) -> KhError:
    """Why a file, or a folder in its place, cannot be read; nothing was to be written."""
    known = os_error(error, path)
    return KhError("file.unreadable", path=path) if known.code == "file.no_access" else known


def read_clipboard(html: str, text: str) -> Source:
    """What was copied somewhere as blocks: its HTML when it has one that says something, else its text. KhError "import.no_text"."""
    from kh_desktop.importing.html_reader import read_html
    from kh_desktop.importing.text_reader import read_text

    source = read_html(html) if html.strip() else None
    if source is None or not source.blocks:
        source = read_text(text, "")
    if not source.blocks:
        raise KhError("import.no_text")
    return source


def understood(source: Source, hints: Sequence[Hint] = (), units: Sequence[Unit] = ()) -> Reading:
    """The plan in ``source`` after what a person said about its places; citations are linked to the catalogue. ``units``: the unit book of
    the office; a unit that is not in it is doubted once (none is while the book is empty)."""
    reading = recognise(source, hints, today=date.today().isoformat())
    unknown = tuple(_unknown_units(reading, units)) if units else ()
    return replace(reading, plan=_linked_bases(reading.plan), doubts=(*reading.doubts, *unknown))


def _unknown_units(reading: Reading, units: Sequence[Unit]) -> Iterator[Doubt]:
    """A doubt for each unit the book does not know, at the first task that names it."""
    book = unit_book(units)
    seen: set[str] = set()
    for g, group in enumerate(reading.plan.groups):
        for t, task in enumerate(group.tasks):
            for key, refs in (("lead", task.lead), ("coord", task.coord)):
                for ref in refs:
                    name = fold(ref.label).strip(" .")
                    if name and name not in book and name not in seen:
                        seen.add(name)
                        path = f"task:{g}.{t}:{key}"
                        spot = next(iter(reading.origins.get(path, ())), None)
                        yield Doubt("unit_unknown", spot, path, {"unit": ref.label.rstrip(" .")})


def _linked_bases(plan: Plan) -> Plan:
    documents = catalogue()

    def linked(basis: Any) -> Any:
        document = find_document(basis, documents)
        # A code without a year comes round: only the same kind of document is meant.
        if document is None or (basis.doc_type and document.type != basis.doc_type):
            return basis
        return replace(basis, catalogue_id=document.id)

    return replace(plan, bases=tuple(map(linked, plan.bases)))


def reading_json(reading: Reading, source: Source) -> dict[str, Any]:
    """A reading for scripts: the plan with its numbers as the source writes them, the reporting rules and targets it states, doubts,
    what is left."""
    plan = plan_to_json(reading.plan)
    plan["number"] = reading.written.number or plan["number"]
    plan["sections"] = list(reading.written.sections)
    numbered = any(map(any, reading.written.rows))
    counted = numbered or all(column.key != "no" for column in reading.plan.columns)
    for group, number, rows in zip(plan["groups"], reading.written.groups, reading.written.rows, strict=False):
        group["no"] = number or None
        for row, written in zip(group["rows"], rows, strict=False):
            row["no"] = written or (row["no"] if counted else "")
    places = Places(source, reading)
    cutoffs = reading.cutoffs
    if cutoffs:
        plan["reporting"] = {
            "quarter_from_day": cutoffs.from_day or None, "quarter_to_day": cutoffs.to_day or None,
            "year_from": cutoffs.year_from or None, "year_to": cutoffs.year_to or None, "internal_due": cutoffs.internal_due or None,
        }  # fmt: skip
    return {
        "plan": plan,
        "doubts": [
            {"where": str(places.words(d.spot)) if d.spot else "", "field": d.path, "code": d.code, "message": str(doubt_text(d))}
            for d in reading.doubts
        ],
        "targets": [
            {"value": found.target.value, "comparator": found.target.comparator, "sentence": found.target.sentence}
            for found in find_targets(reading.plan)
        ],
        "leftovers": [{"where": str(places.words(left.spot)), "text": left.text} for left in reading.leftovers],
        "source": {"name": source.name, "kind": source.kind},
    }


def doubt_text(doubt: Doubt) -> Said:
    """What a person reads about a doubt. A notice of a reader nobody has words for is said in general."""
    code = f"doubt.{doubt.code}"
    if code not in MESSAGES:
        code = "doubt.source_other"
    return Said(code, dict(doubt.params))


def save(s: Session, reading: Reading, original: Path | None = None, *, issued: bool = False) -> int:
    """Puts a reading into the workspace as a new plan, with the file it came from kept beside it: one step. Returns the plan's id.

    ``issued``: the plan was issued with the number and day it has; it comes in as đã ban hành and is frozen.
    KhError file.missing, file.unreadable, import.too_big; UsageError issue.wrong_number, issue.wrong_date, import.already_there.
    """
    content = b""
    if original is not None:
        try:
            if original.stat().st_size > MAX_BYTES:
                raise KhError("import.too_big", path=original)
            content = original.read_bytes()
        except OSError as error:
            raise _unreadable(error, original) from error
    plan = linked_units(s, reading.plan)
    if issued:
        plan = _issued(s, plan)
    now = datetime.now().isoformat(timespec="seconds")
    with s.step("plan.import", year=plan.year) as doing:
        plan_id = store.write_plan(doing.uow, plan, now, wizard_done=True)
        if issued:
            log_issued(doing.uow, plan_id, plan)
        if original is not None:
            values: dict[str, Value] = {
                "plan_id": plan_id, "kind": "original", "name": clean_line(original.name),
                "sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "added": now, "content": content,
            }  # fmt: skip
            doing.uow.insert("attachment", values)
    return plan_id


def _issued(s: Session, plan: Plan) -> Plan:
    try:
        return issued_elsewhere(s, plan)
    except UsageError as error:
        if error.code != "issue.number_taken":
            raise
        raise UsageError("import.already_there", **error.params) from error
