#!/bin/sh
# The command line, run by the Electron that the window brings along.
here=$(dirname "$(readlink -f "$0")")
ELECTRON_RUN_AS_NODE=1 exec "$here/banxin-editor" "$here/resources/app/dist/banxin.js" "$@"
