# What is read of the bundled samples is not worse than tests/ratchet/samples.tsv says.
. "$(dirname "$0")/common.sh"
check "evaluate" "$SOHOA" evaluate "$SOHOA_SOURCE/samples/dossiers" "$SAMPLES_OUT" \
  --json "$SOHOA_WORK/samples.evaluation.json" --report "$SOHOA_WORK/samples.evaluation.html"
held "$SOHOA_SOURCE/tests/ratchet/samples.tsv" "$SOHOA_WORK/samples.evaluation.json"
finish
