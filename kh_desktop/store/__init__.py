"""The workspace file. The only place with SQL."""
