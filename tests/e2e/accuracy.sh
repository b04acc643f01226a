# What is read of the bundled samples is not worse than tests/ratchet/samples.tsv says.
. "$(dirname "$0")/common.sh"
check "evaluate" "$SOHOA" evaluate "$SOHOA_SOURCE/samples/dossiers" "$SAMPLES_OUT" \
  --json "$SOHOA_WORK/samples.evaluation.json" --report "$SOHOA_WORK/samples.evaluation.html"
held "$SOHOA_SOURCE/tests/ratchet/samples.tsv" "$SOHOA_WORK/samples.evaluation.json"

# Numbers and pictures of a card stand in the report for those who ask for them. Here nothing at all was read of it.
folder="$SOHOA_WORK/report-of-a-card"; fresh "$folder"; mkdir "$folder/truth" "$folder/out"; number=014184908748
cp "$SOHOA_SOURCE/samples/dossiers/can-cuoc-cong-dan/mat-truoc."* "$folder/truth"
cp "$SAMPLES_OUT/dossiers/can-cuoc-cong-dan/mat-truoc.office.json" "$SAMPLES_OUT/dossiers/can-cuoc-cong-dan/mat-truoc.office.txt" "$folder/out"
sed -i 's/"normalized": *"[^"]*"/"normalized":"misread"/' "$folder/out/mat-truoc.office.json"
check "report" "$SOHOA" evaluate "$folder/truth" "$folder/out" --report "$folder/closed.html"
check "report with personal data" "$SOHOA" evaluate "$folder/truth" "$folder/out" --report "$folder/open.html" --show-personal
equal "the number stands in no report" "$(grep -c "$number" "$folder/closed.html")" 0
contains "but masked" "$(cat "$folder/closed.html")" "014*****8748"
equal "nor does a picture of the card" "$(grep -c '<img' "$folder/closed.html")" 0
check "the number stands where it was asked for" grep -q "$number" "$folder/open.html"
check "and pictures do" grep -q '<img' "$folder/open.html"
finish
