# A bad file fails alone, with a line that names it; everything else is done; nothing half-written is left.
. "$(dirname "$0")/common.sh"
in="$SOHOA_WORK/bad-in"; out="$SOHOA_WORK/bad-out"
fresh "$in"; rm -rf "$out"
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
cp "$good" "$in/đơn tốt.jpg"
cp "$good" "$in/sai đuôi.pdf"                       # content decides
: > "$in/rỗng.pdf"
printf 'ab' > "$in/hai byte.jpg"
head -c 300 "$good" > "$in/cụt.jpg"
printf '%%PDF-1.7\ngarbage' > "$in/hỏng.pdf"
qpdf --empty "$in/không trang.pdf"
cp "$good" "$in/$(printf 'n%.0s' $(seq 251)).jpg"   # 255 bytes
all=("$in"/*)
messages=$("$SOHOA" digitize "${all[@]}" -o "$out" 2>&1 >/dev/null)
equal "exit code" $? 1
for name in "rỗng.pdf" "hai byte.jpg" "cụt.jpg" "hỏng.pdf" "không trang.pdf"; do
  contains "message names the file" "$messages" "$name"
  check "no output for $name" test ! -e "$out/${name%.*}.pdf"
done
for name in "đơn tốt" "sai đuôi"; do
  for suffix in pdf json txt; do check "$name.$suffix" test -s "$out/$name.$suffix"; done
done
equal "outputs of the longest name" "$(find "$out" -name 'nnn*~????????.pdf' | wc -l)" 1
equal "temporary files left" "$(find "$out" -name '.sohoa*' | wc -l)" 0
missing=$("$SOHOA" digitize "$in/đơn tốt.jpg" "$in/không có.jpg" -o "$out" 2>&1 >/dev/null)
equal "exit code for a missing file" $? 1
contains "missing file is named" "$missing" "không có.jpg"

# Output made from other bytes is never written over without --force.
cp "$good" "$in/x.jpg"; "$SOHOA" digitize "$in/x.jpg" -o "$out" >/dev/null 2>&1
other=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.jpg' | sort | tail -1)
cp "$other" "$in/x.jpg"; before=$(sha256sum < "$out/x.pdf")
refused=$("$SOHOA" digitize "$in/x.jpg" -o "$out" 2>&1 >/dev/null)
equal "exit code when output exists" $? 1
contains "the remedy is named" "$refused" "--force"
equal "the old output stands" "$(sha256sum < "$out/x.pdf")" "$before"
check "--force writes over it" "$SOHOA" digitize "$in/x.jpg" -o "$out" --force
check "and it is new" test "$(sha256sum < "$out/x.pdf")" != "$before"
finish
