# Damaged files by the thousand through the real command: it never dies, hangs, grows or loses one in silence.
. "$(dirname "$0")/common.sh"
seeds=("$SOHOA_SOURCE/samples/dossiers" "$SOHOA_SOURCE/tests/fuzz/seeds/pdf_input" "$SOHOA_SOURCE/tests/fuzz/seeds/image_input")
if [ -d "$REALDATA/pdf-inputs" ]; then
  seeds+=("$REALDATA/pdf-inputs" "$REALDATA/fuzz-seeds" "$REALDATA/codes")
else
  echo "no $REALDATA: only the project's own seeds (chỉ dùng tệp mẫu của dự án)"
fi
if "$SOHOA_SOURCE/tests/fuzz/mutants.py" "$SOHOA" "$SOHOA_WORK/mutants" "${SOHOA_MUTANTS:-2000}" "${SOHOA_MUTANTS_SEED:-4}" "${seeds[@]}"; then
  ok
else
  bad "mutants"
fi
finish
