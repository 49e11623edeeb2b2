"""Cài đặt: look, language, backups, where the workspace is."""
