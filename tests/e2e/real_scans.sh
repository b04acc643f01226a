# Real scans: all are digitised, and every judge accepts every output.
. "$(dirname "$0")/common.sh"
if [ ! -d "$REALDATA/scans" ]; then echo "no real scans (SOHOA_REALDATA): skipped"; exit 0; fi
out="$SOHOA_WORK/real-out"; rm -rf "$out"
"$SOHOA" digitize "$REALDATA"/scans/* -o "$out" --sign demo; equal "exit code" $? 0
equal "documents" "$(find "$out" -name '*.json' ! -name dossier.json | wc -l)" "$(find "$REALDATA/scans" -type f | wc -l)"
for signed in "$REALDATA"/scans/*signed*.pdf; do
  check "signed input stays byte for byte" cmp "$signed" "$out/$(basename "$signed" .pdf).signed.pdf"
done
find "$out" -name '*.signed.pdf' -delete   # other people's PDFs are not ours to be judged
"$SOHOA_SOURCE/tests/judges/judge" setup && check "judges" "$SOHOA_SOURCE/tests/judges/check_outputs.sh" "$out"
finish
