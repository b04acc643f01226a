# Unsigned and with SOURCE_DATE_EPOCH set, the same input gives the same bytes for any number of workers.
. "$(dirname "$0")/common.sh"
one="$SOHOA_WORK/same-1"; three="$SOHOA_WORK/same-3"
rm -rf "$one" "$three"
dossier=$(find "$SOHOA_SOURCE/samples/dossiers" -mindepth 1 -maxdepth 1 -type d | sort | head -1)
export SOURCE_DATE_EPOCH=1700000000
check "one worker" "$SOHOA" digitize "$dossier" -o "$one" --jobs 1
check "three workers" "$SOHOA" digitize "$dossier" -o "$three" --jobs 3
check "there is output" test -n "$(find "$one" -name '*.pdf')"
check "equal trees" diff -r "$one" "$three"
unset SOURCE_DATE_EPOCH
finish
