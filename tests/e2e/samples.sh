# The README's first command: every bundled paper becomes a signed, searchable document.
. "$(dirname "$0")/common.sh"
rm -rf "$SAMPLES_OUT"
"$SOHOA" digitize "$SOHOA_SOURCE/samples/dossiers" -o "$SAMPLES_OUT" --sign demo > "$SOHOA_WORK/samples.log" 2>&1
equal "exit code" $? 0
cat "$SOHOA_WORK/samples.log"
papers=$(find "$SOHOA_SOURCE/samples/dossiers" -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.pdf' -o -name '*.tif' -o -name '*.tiff' \) | wc -l)
for suffix in pdf json txt; do
  equal "documents with .$suffix" "$(find "$SAMPLES_OUT" -name "*.$suffix" ! -name dossier.json | wc -l)" "$papers"
done
equal "dossier.json files" "$(find "$SAMPLES_OUT" -name dossier.json | wc -l)" "$(find "$SOHOA_SOURCE/samples/dossiers" -mindepth 1 -type d | wc -l)"
equal "temporary files left" "$(find "$SAMPLES_OUT" -name '.sohoa*' | wc -l)" 0
mapfile -d '' pdfs < <(find "$SAMPLES_OUT" -name '*.pdf' -print0)
check "verify says every output is sound" "$SOHOA" verify "${pdfs[@]}"

# A second run leaves everything as it is.
before=$(find "$SAMPLES_OUT" -type f ! -name dossier.json -printf '%p %T@\n' | sort)
second=$("$SOHOA" digitize "$SOHOA_SOURCE/samples/dossiers" -o "$SAMPLES_OUT" --sign demo 2>&1)
equal "exit code of the second run" $? 0
equal "files after the second run" "$(find "$SAMPLES_OUT" -type f ! -name dossier.json -printf '%p %T@\n' | sort)" "$before"
contains "the second run says so" "$second" "left as"
finish
