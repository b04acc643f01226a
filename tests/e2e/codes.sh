# Symbols of others' photos are read as tests/ratchet/codes.tsv promises: in no folder fewer than ZXing alone reads in
# the same run, and none wrongly.
. "$(dirname "$0")/common.sh"
: "${SOHOA_MEASURE_CODES:?path of the measure_codes program}"
if [ ! -d "$REALDATA/codes" ]; then echo "no photos of codes (SOHOA_REALDATA): skipped"; exit 0; fi
"$SOHOA_MEASURE_CODES" "$REALDATA/codes" > "$SOHOA_WORK/codes.json"; equal "exit code" $? 0
held "$SOHOA_SOURCE/tests/ratchet/codes.tsv" "$SOHOA_WORK/codes.json"
finish
