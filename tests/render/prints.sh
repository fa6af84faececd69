#!/bin/sh
exec python3 tests/render/prints.py "$@"
