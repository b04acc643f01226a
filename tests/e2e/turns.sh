# Skew and turn of pages laid at known angles are found as tests/ratchet/skew.tsv and turn.tsv promise.
. "$(dirname "$0")/common.sh"
: "${SOHOA_MEASURE_TURNS:?path of the measure_turns program}"
"$SOHOA_MEASURE_TURNS" skew 1 3 > "$SOHOA_WORK/skew.json"; equal "skew: exit code" $? 0
held "$SOHOA_SOURCE/tests/ratchet/skew.tsv" "$SOHOA_WORK/skew.json"
"$SOHOA_MEASURE_TURNS" turn 2 > "$SOHOA_WORK/turn.json"; equal "turn: exit code" $? 0
held "$SOHOA_SOURCE/tests/ratchet/turn.tsv" "$SOHOA_WORK/turn.json"
finish
