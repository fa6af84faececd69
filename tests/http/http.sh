#!/bin/sh
# The tests of this folder in Python, against the instance of PRAKTIKUM_URL and VAR.
exec /usr/bin/python3 -B "$(dirname "$0")/run.py" --base "$PRAKTIKUM_URL" --var "$VAR" "$@"
