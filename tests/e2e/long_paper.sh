# A paper of 500 pages: finished page by page, in bounded memory (parent at most 15 kB a page over a short paper's, workers at
# most 250 MB).
. "$(dirname "$0")/common.sh"
in="$SOHOA_WORK/long.pdf"; out="$SOHOA_WORK/long-out"; rm -rf "$out"
good=$SOHOA_SOURCE/samples/dossiers/ho-tich-khai-sinh/can-cuoc.office.jpg   # A4 at 300 dpi
rm -rf "$SOHOA_WORK/long-one"
short=$("$SOHOA" digitize "$good" -o "$SOHOA_WORK/long-one" --verbose --lang en 2>/dev/null)
one="$SOHOA_WORK/long-one/$(basename "$good" .jpg).pdf"
pages=(); for _ in $(seq 500); do pages+=("$one"); done
qpdf --empty --pages "${pages[@]}" -- "$in"
"$SOHOA" digitize "$in" -o "$out" --verbose --lang en > "$SOHOA_WORK/long.log" 2>&1
equal "exit code" $? 0
cat "$SOHOA_WORK/long.log"
equal "pages" "$(qpdf --show-npages "$out/long.pdf")" 500
contains "pages were counted while it ran" "$(cat "$SOHOA_WORK/long.log")" "/500"
memory() { sed -n "s/.*$1: \([0-9]*\) MB.*/\1/p" <<< "$2"; }
worker=$(memory "peak memory of a page worker" "$(cat "$SOHOA_WORK/long.log")")
parent=$(memory "of the main process" "$(cat "$SOHOA_WORK/long.log")")
parent_short=$(memory "of the main process" "$short")
echo "worker $worker MB, parent $parent MB (one page: $parent_short MB)"
check "worker memory" test "$worker" -le 250
check "parent memory" test $((parent - parent_short)) -le $((500 * 15 / 1024 + 1))
finish
