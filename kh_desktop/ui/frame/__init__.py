"""What frames every page: the rail on the left, the header, the status line, the search over everything."""
