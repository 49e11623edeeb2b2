"""Kế hoạch: the list of all plans of all years."""
