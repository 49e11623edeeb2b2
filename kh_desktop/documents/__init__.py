"""Official documents: one neutral tree, then a PDF, a Word and an Excel writer."""
