# Independent judges accept every signed sample: qpdf, veraPDF (PDF/A-2u), pdfsig, EU DSS (PAdES-BASELINE-B), pyHanko.
. "$(dirname "$0")/common.sh"
"$SOHOA_SOURCE/tests/judges/judge" setup || { echo "the judges could not be set up"; exit 1; }
exec "$SOHOA_SOURCE/tests/judges/check_outputs.sh" "$SAMPLES_OUT"
