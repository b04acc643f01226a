# The service under kills, dying workers, removals and a crowd: what was accepted is delivered, once.
. "$(dirname "$0")/common.sh"
if "$SOHOA_SOURCE/tests/e2e/serve_faults.py" "$SOHOA" "$SOHOA_SOURCE" "$SOHOA_WORK/serve-faults"; then ok; else bad "faults of the service"; fi
finish
