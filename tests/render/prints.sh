#!/bin/sh
exec /usr/bin/python3 tests/render/prints.py "$@"
