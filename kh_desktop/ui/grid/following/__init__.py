"""Following the work in the grid: state, note, evidence and history of each row. Nothing of it is printed with the plan."""
