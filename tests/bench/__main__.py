"""``python -m tests.bench [name …]``: prints the budgets and exits 1 when one is missed."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> int:
    """Runs the named groups of measurements, all when none is named."""
    from tests.bench import figures, files, grid, grid_work, reports, window, workspace
    from tests.bench.measure import Result, print_table

    groups = {
        "window": window.measure,
        "workspace": workspace.measure,
        "schedule": workspace.measure_schedule,
        "figures": figures.measure,
        "reports": reports.measure,
        "grid": grid.measure,
        "work": grid_work.measure,
        "files": files.measure,
    }
    wanted = sys.argv[1:] or list(groups)
    results: list[Result] = []
    for name in wanted:
        for result in groups[name]():
            results.append(result)
            print(f"{'ok' if result.kept else 'MISSED':<7}{result.what}: {result.value:.2f} {result.unit}", flush=True)
    print_table(results)
    return 0 if all(r.kept for r in results) else 1


if __name__ == "__main__":
    sys.exit(main())
