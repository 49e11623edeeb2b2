"""Files other people made, read into plans: one reader per format gives neutral blocks, one recogniser turns blocks into a plan with its doubts."""
