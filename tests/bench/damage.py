"""``python -m tests.bench.damage [count] [seed]``: damaged files go the whole way one after another (10,000 unless told): read, understood,
said as JSON, saved into a workspace, undone. Exits 1 when one ends in anything but a plan or a KhError, takes longer than 10 seconds, needs
more than 500 MB, or leaves something in the workspace."""

from __future__ import annotations

import io
import json
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from types import FrameType

from kh_desktop.documents.excel import write_excel
from kh_desktop.documents.pdf import write_pdf
from kh_desktop.documents.word import write_word
from kh_desktop.domain.errors import KhError
from kh_desktop.domain.model import Unit
from kh_desktop.importing.blocks import Paragraph
from kh_desktop.importing.sniff import open_source
from kh_desktop.services import importing
from kh_desktop.services.session import Session, open_session
from tests.documents.office_trees import full_document
from tests.importing.mutations import mutated, samples

_MOST_SECONDS = 10.0
_MOST_MB = 500
_TABLES = ("plan", "section", "task_group", "task", "attachment", "target")
_UNITS = (Unit(1, "Văn phòng"),)


def _all_samples() -> dict[str, bytes]:
    found = samples()
    document = full_document(8)
    for name, write in (("our docx", write_word), ("our xlsx", write_excel), ("our pdf", write_pdf)):
        out = io.BytesIO()
        write(document, out)
        found[name] = out.getvalue()
    blocks = open_source(found["our docx"], "x").blocks
    lines = (b.text if isinstance(b, Paragraph) else "\n".join(cell.text for cell in b.cells) for b in blocks)
    found["our text"] = "\n".join(lines).encode()
    return found


def _rows(session: Session) -> dict[str, int]:
    """How many rows stand in each table that a plan fills."""
    conn = session.workspace.conn
    return {name: conn.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _TABLES}


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError("too slow")


def _outcome(session: Session, file: Path, content: bytes) -> str:
    """What came of a file. Whatever it is, the workspace is as it was."""
    file.write_bytes(content)
    before = _rows(session)
    # The limit is for the program; what damages the file may need more.
    resource.setrlimit(resource.RLIMIT_DATA, (_MOST_MB << 20, resource.RLIM_INFINITY))
    signal.alarm(int(_MOST_SECONDS))
    try:
        source = importing.read_file(file)
        reading = importing.understood(source, units=_UNITS)
        json.dumps(importing.reading_json(reading, source), ensure_ascii=False)
        importing.save(session, reading, file)
        session.undo()
        if _rows(session) != before:
            return "CRASH the workspace has changed"
    except KhError as error:
        if _rows(session) != before:
            return "CRASH the workspace has changed by a failed import"
        return error.code
    except Exception:  # noqa: BLE001  # any other is what is looked for
        return "CRASH " + traceback.format_exc(limit=-3)
    finally:
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return "read"


def main() -> int:
    """Reads the files and prints what came of them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    signal.signal(signal.SIGALRM, _late)
    with tempfile.TemporaryDirectory() as folder:
        session = open_session(Path(folder) / "sổ.khdb")
        try:
            return _run(session, Path(folder) / "x", first, count)
        finally:
            session.close()


def _run(session: Session, file: Path, first: int, count: int) -> int:
    files = _all_samples()
    names = sorted(files)
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest, failed = (0.0, ""), 0
    for seed in range(first, first + count):
        name = names[seed % len(names)]
        content = mutated(files[name], seed)
        start = time.perf_counter()
        outcome = _outcome(session, file, content)
        slowest = max(slowest, (time.perf_counter() - start, f"{name} {seed}"))
        outcomes[name, outcome.split("\n")[0]] += 1
        if outcome.startswith("CRASH"):
            failed += 1
            print(f"{name}, seed {seed}: {outcome}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for (name, outcome), times in sorted(outcomes.items()):
        print(f"{times:6d}  {name}: {outcome}")
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}), memory {memory:.0f} MB, {failed} crashed")
    return 0 if not failed and slowest[0] < _MOST_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
