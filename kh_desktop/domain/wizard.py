"""The steps of the wizard, in the order an official thinks."""

from __future__ import annotations

WIZARD_STEPS = ("what", "bases", "purpose", "content", "funding", "organisation", "tasks", "signature", "review")
