# What the command says to people: usage, joining, wrong keys, verify.
. "$(dirname "$0")/common.sh"
out="$SOHOA_WORK/words-out"; rm -rf "$out"
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
help=$("$SOHOA" --help); equal "exit code of --help" $? 0
contains "help teaches the main job" "$help" "sohoa digitize"
"$SOHOA" >/dev/null 2>&1; equal "exit code without words" $? 2
"$SOHOA" digitize >/dev/null 2>&1; equal "exit code without input" $? 2
"$SOHOA" digitize a.jpg -o x --no-such-option >/dev/null 2>&1; equal "exit code of an unknown option" $? 2

unsigned=$("$SOHOA" digitize "$good" -o "$out" 2>/dev/null); equal "exit code" $? 0
contains "unsigned output says so" "$unsigned" "NOT SIGNED"
stem=$(basename "$good" .jpg)
verified=$("$SOHOA" verify "$out/$stem.pdf"); equal "verify of unsigned output" $? 0
printf 'x' >> "$out/$stem.pdf"

# Joined pages are one document in the order given.
second=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | sed -n 2p)
check "join" "$SOHOA" digitize "$good" "$second" -o "$out/joined" --join
equal "documents" "$(find "$out/joined" -name '*.pdf' | wc -l)" 1
equal "pages" "$(qpdf --show-npages "$out/joined/$stem.pdf")" 2

# A key that is none, and a passphrase that is wrong, stop before any work.
printf 'no key' > "$out/key.p12"
message=$("$SOHOA" digitize "$good" -o "$out/k" --sign "$out/key.p12" 2>&1 </dev/null); equal "exit code of a bad key" $? 2
contains "bad key is named" "$message" "key.p12"
check "nothing was written" test ! -e "$out/k/$stem.pdf"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$out/k.pem" -out "$out/c.pem" -days 30 -subj '/CN=Cán bộ thử nghiệm' -utf8 2>/dev/null
openssl pkcs12 -export -inkey "$out/k.pem" -in "$out/c.pem" -out "$out/officer.p12" -passout pass:1234 2>/dev/null
SOHOA_PASSPHRASE=wrong "$SOHOA" digitize "$good" -o "$out/k" --sign "$out/officer.p12" >/dev/null 2>&1
equal "exit code of a wrong passphrase" $? 2
printf '1234\n' > "$out/pass"
check "passphrase from a file" "$SOHOA" digitize "$good" -o "$out/k" --sign "$out/officer.p12" --passphrase-file "$out/pass"
contains "verify names the signer" "$("$SOHOA" verify "$out/k/$stem.pdf")" "Cán bộ thử nghiệm"

# One changed byte inside a signed file is seen.
size=$(stat -c %s "$out/k/$stem.pdf")
cp "$out/k/$stem.pdf" "$out/changed.pdf"
printf '\x55' | dd of="$out/changed.pdf" bs=1 seek=$((size / 3)) conv=notrunc 2>/dev/null
broken=$("$SOHOA" verify "$out/changed.pdf" --lang en); equal "verify of a changed file" $? 1
contains "and says what is wrong" "$broken" "SOMETHING IS WRONG"
finish
