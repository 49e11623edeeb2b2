"""Tổng quan: what needs a person now."""
