"""The source plans when they lie beside the checkout: as text, their reading is scored against the reading by hand."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kh_desktop.importing.recognise import recognise
from kh_desktop.importing.text_reader import read_text
from kh_desktop.services.importing import reading_json

SHARED = Path(__file__).parents[2].parent / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt")) if SHARED.is_dir() else []
# Files whose text kept its columns, or has no table, are read in full; of the others at least 95 fields of 100.
_FLAT = ("appendix", "table_in_body")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_the_source_plans_are_read(seed: Path) -> None:
    text = seed.read_bytes()
    source = read_text(text, seed.name)
    data = reading_json(recognise(source), source)
    gold = SHARED / "gold" / "plans.json"
    scored = subprocess.run(
        [sys.executable, str(SHARED / "accept" / "score_import.py"), str(gold), seed.name],
        input=json.dumps(data),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    match = re.search(r"fields (\d+) of (\d+)", scored.stdout)
    assert match, scored.stderr
    lost_columns = b"\t" not in text and data["plan"]["layout"] in _FLAT
    assert int(match[1]) >= (0.95 if lost_columns else 1.0) * int(match[2]), scored.stdout
