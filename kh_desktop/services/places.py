"""Where the program looks for the workspace when nobody says which."""

from __future__ import annotations

from pathlib import Path


def default_workspace() -> Path:
    """The workspace in the person's own documents folder; it need not exist yet."""
    import platformdirs

    return platformdirs.user_documents_path() / "KH Desktop" / "Sổ kế hoạch.khdb"
