"""One turn at a time with PDFium: the library is not safe in two threads, and a plan is read in one while the preview draws in another.

It is one library for the whole process, so the lock is one too; reading and drawing may not import each other, hence its place here.
"""

from __future__ import annotations

from threading import RLock

PDFIUM = RLock()
