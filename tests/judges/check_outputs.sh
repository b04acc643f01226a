#!/bin/sh
# check_outputs.sh FOLDER [--trust CERT.pem]: every PDF that digitize wrote under FOLDER, before all judges. Fetches them
# where they are not there yet. Prints a table and "N passed, N failed"; exit code 0 all pass, 1 some do not, 2 trouble.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
"$here/judge" setup >&2 || exit 2
exec "$here/judge" outputs "$@"
