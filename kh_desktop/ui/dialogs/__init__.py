"""Dialogs: only for a decision, or to read something and go on. Esc closes, Enter does the safe thing."""
