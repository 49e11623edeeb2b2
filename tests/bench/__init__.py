"""The budgets, measured as ratios against baselines in the same run (``make bench``). Not collected by pytest."""
