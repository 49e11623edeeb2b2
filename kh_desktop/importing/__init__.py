"""Files other people made, read into plans: a reader per format gives neutral blocks, one recogniser turns them into a plan with doubts."""
