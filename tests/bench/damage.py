"""``python -m tests.bench.damage [count] [seed]``: damaged files are read one after another (10,000 unless told). Exits 1 when one ends in
anything but blocks or a KhError, takes longer than 10 seconds, or when memory grows beyond 500 MB."""

from __future__ import annotations

import io
import resource
import sys
import time
import traceback
from collections import Counter

from kh_desktop.documents.excel import write_excel
from kh_desktop.documents.pdf import write_pdf
from kh_desktop.documents.word import write_word
from kh_desktop.domain.errors import KhError
from kh_desktop.importing.sniff import open_source
from tests.documents.office_trees import full_document
from tests.importing.mutations import mutated, samples

_MOST_SECONDS = 10.0
_MOST_MB = 500


def _all_samples() -> dict[str, bytes]:
    found = samples()
    document = full_document(8)
    for name, write in (("our docx", write_word), ("our xlsx", write_excel), ("our pdf", write_pdf)):
        out = io.BytesIO()
        write(document, out)
        found[name] = out.getvalue()
    return found


def _outcome(content: bytes) -> str:
    try:
        open_source(content, "x")
    except KhError as error:
        return error.code
    except Exception:  # noqa: BLE001  # any other is what is looked for
        return "CRASH " + traceback.format_exc(limit=-3)
    return "read"


def main() -> int:
    """Reads the files and prints what came of them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    files = _all_samples()
    names = sorted(files)
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest, failed = (0.0, ""), 0
    for seed in range(first, first + count):
        name = names[seed % len(names)]
        content = mutated(files[name], seed)
        start = time.perf_counter()
        outcome = _outcome(content)
        slowest = max(slowest, (time.perf_counter() - start, f"{name} {seed}"))
        outcomes[name, outcome.split("\n")[0]] += 1
        if outcome.startswith("CRASH"):
            failed += 1
            print(f"{name}, seed {seed}: {outcome}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    for (name, outcome), times in sorted(outcomes.items()):
        print(f"{times:6d}  {name}: {outcome}")
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}), memory {memory:.0f} MB, {failed} crashed")
    return 0 if not failed and slowest[0] < _MOST_SECONDS and memory < _MOST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
