"""Where the program looks for the workspace when nobody says which."""

from __future__ import annotations

from pathlib import Path


def default_workspace() -> Path:
    """The workspace in the person's local application data; it need not exist yet.

    Not in the documents folder: on office PCs that is often redirected to a server or copied by OneDrive while it is being written.
    """
    import platformdirs

    return platformdirs.user_data_path("KH Desktop", appauthor=False, roaming=False) / "Sổ kế hoạch.khdb"
