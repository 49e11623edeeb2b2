#!/usr/bin/env bash
# The Windows Python as one command; the caller has set up Wine and a screen.
set -euo pipefail
. "$(dirname "$0")/env.sh"
win 1200 "$PYTHON_WINDOWS" "$@"
