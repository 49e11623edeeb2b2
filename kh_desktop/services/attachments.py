"""The signed scan and other files kept with a plan, inside the workspace, with their checksum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kh_desktop.domain.errors import KhError, UsageError
from kh_desktop.domain.file_names import safe_file_name
from kh_desktop.domain.vitext import clean_line
from kh_desktop.files import sha256_of
from kh_desktop.services.session import ChangeSet, Session
from kh_desktop.store import attachments as store
from kh_desktop.store.known_errors import os_error
from kh_desktop.store.unit_of_work import Value

MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """A kept file: ``kind`` "scan", "evidence" or "original" (the file a plan was read from), SHA-256 in hex, size in
    bytes, when it was added (ISO time)."""

    id: int
    name: str
    kind: str
    sha256: str
    size: int
    added: str


def attach_scan(s: Session, plan_id: int, path: Path) -> int:
    """Keeps the signed scan (PDF) with a plan; also with an issued one. Returns its id.

    KhError scan.not_pdf, scan.too_big (over 50 MB), file.missing.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise KhError("scan.too_big", path=path)
        content = path.read_bytes()
    except OSError as error:
        raise os_error(error, path) from error
    if b"%PDF-" not in content[:1024]:
        raise KhError("scan.not_pdf", path=path)
    values: dict[str, Value] = {
        "plan_id": plan_id, "kind": "scan", "name": clean_line(path.name),
        "sha256": sha256_of(content), "size": len(content),
        "added": datetime.now().isoformat(timespec="seconds"), "content": content,
    }  # fmt: skip
    with s.step("attachment.add", name=path.name) as doing:
        return doing.uow.insert("attachment", values)


def attachments(s: Session, plan_id: int, kind: str = "") -> list[Attachment]:
    """The files kept with a plan, oldest first; a ``kind`` gives only those."""
    found = [Attachment(*row) for row in store.list_of(s.workspace.conn, plan_id)]
    return [file for file in found if kind in ("", file.kind)]


def files_by_id(s: Session, ids: Sequence[int]) -> list[Attachment]:
    """These kept files; a new version of a plan shows files that are kept with the version before it."""
    return [Attachment(*row) for row in store.list_by_id(s.workspace.conn, ids)]


def save_attachment(s: Session, attachment_id: int, to: Path) -> Path:
    """Writes a kept file to ``to`` (a folder or a file name) after checking that it is still byte for byte what was attached."""
    from kh_desktop.documents.atomic import write_file

    row = store.content_of(s.workspace.conn, attachment_id)
    if row is None:
        raise UsageError("row.gone")
    name, checksum, content = row
    if sha256_of(content) != checksum:
        raise KhError("scan.damaged", name=name)
    # The name came from outside: it can never lead out of the folder, and every disk takes it.
    target = to / safe_file_name(name.replace("\\", "/").rsplit("/", 1)[-1]) if to.is_dir() else to
    write_file(target, lambda out: out.write(content))
    return target


def remove_attachment(s: Session, attachment_id: int) -> ChangeSet:
    """Removes a kept file (undo brings it back)."""
    with s.step("attachment.remove", name=attachment_name(s, attachment_id)) as doing:
        doing.uow.remove("attachment", attachment_id)
    return doing.changes


def attachment_name(s: Session, attachment_id: int) -> str:
    """The file name of an attachment. UsageError when it is gone."""
    name = store.name_of(s.workspace.conn, attachment_id)
    if name is None:
        raise UsageError("row.gone")
    return name
