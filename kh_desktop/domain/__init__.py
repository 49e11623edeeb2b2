"""What a plan is. Standard library only: no I/O, no clock, no SQL, no Qt."""
