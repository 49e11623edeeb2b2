"""Nhắc việc: what was missed while the computer was off, and what falls due while the program runs. Never the same thing twice."""
