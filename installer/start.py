"""What the frozen program runs, with and without a console."""

import sys

from kh_desktop.cli import main

sys.exit(main())
