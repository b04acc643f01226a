# Sourced by every end-to-end test: where things are, and a way to say what was expected.
set -uo pipefail
: "${SOHOA:?path of the sohoa program}" "${SOHOA_SOURCE:?}" "${SOHOA_WORK:?}"
REALDATA=${SOHOA_REALDATA:-$SOHOA_SOURCE/../shared/realdata}
SAMPLES_OUT="$SOHOA_WORK/samples-out"
export XDG_CONFIG_HOME="$SOHOA_WORK/config"
passed=0
failed=0

ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "FAILED: $*"; }
# check WHAT COMMAND...: the command must succeed
check() { local what=$1; shift; if "$@" >/dev/null 2>"$SOHOA_WORK/stderr.$$"; then ok; else bad "$what"; sed 's/^/    /' "$SOHOA_WORK/stderr.$$" | head -20; fi; rm -f "$SOHOA_WORK/stderr.$$"; }
# equal WHAT GOT WANTED
equal() { if [ "$2" = "$3" ]; then ok; else bad "$1: got '$2', wanted '$3'"; fi; }
# contains WHAT TEXT PART
contains() { case $2 in *"$3"*) ok ;; *) bad "$1: no '$3' in: $2" ;; esac; }
# held TABLE MEASURED.json: no number is worse than the table's bound. SOHOA_RATCHET=tighten writes better bounds into it.
held() { if "$SOHOA_SOURCE/tests/ratchet/check" "$1" "$2" ${SOHOA_RATCHET:+"--$SOHOA_RATCHET"}; then ok; else bad "$(basename "$1")"; fi; }
fresh() { rm -rf "$1"; mkdir -p "$1"; }
finish() { echo "$passed passed, $failed failed"; [ "$failed" = 0 ]; exit; }
