# What the command says to people: usage, joining, wrong keys, verify.
. "$(dirname "$0")/common.sh"
out="$SOHOA_WORK/words-out"; rm -rf "$out"
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
help=$("$SOHOA" --help); equal "exit code of --help" $? 0
contains "help teaches the main job" "$help" "sohoa digitize"
case $help in *Subcommands:*) bad "a command stands under no heading of ours" ;; *) ok ;; esac
contains "find teaches by examples" "$("$SOHOA" find --help)" "sohoa find --owner"
contains "and backup" "$("$SOHOA" backup --help)" "sohoa backup --restore"
short=$("$SOHOA" 2>&1); equal "exit code without words" $? 2
contains "no words at all get a short help" "$short" "sohoa digitize HO-SO/"
"$SOHOA" digitize >/dev/null 2>&1; equal "exit code without input" $? 2
"$SOHOA" digitize a.jpg -o x --no-such-option >/dev/null 2>&1; equal "exit code of an unknown option" $? 2
wrong() { local part=$1; shift; contains "wrong usage: $*" "$("$SOHOA" "$@" 2>&1)" "$part"; }
wrong "Thiếu -o,--output" digitize a.jpg
wrong "output OUT is missing" digitize a.jpg
wrong "Không có tùy chọn --out; có phải --output?" digitize a.jpg --out x
wrong "Không có lệnh “digitise”" digitise a.jpg
wrong "có phải: sohoa digitize $good" "$good"
wrong "“nhiều” không hợp lệ cho -j,--jobs" digitize a.jpg -o x -j nhiều

unsigned=$("$SOHOA" digitize "$good" -o "$out" 2>/dev/null); equal "exit code" $? 0
contains "unsigned output says so" "$unsigned" "NOT SIGNED"
stem=$(basename "$good" .jpg)
verified=$("$SOHOA" verify "$out/$stem.pdf"); equal "verify of unsigned output" $? 0
contains "verify says that nothing is signed" "$verified" "Chưa ký số"
contains "verify knows the file that was written" "$verified" "SHA-256"

# Only the signature was to change: what differs is named, nothing is read again unasked.
differs=$("$SOHOA" digitize "$good" -o "$out" --sign demo --alto 2>&1 >/dev/null); equal "exit code when settings differ" $? 1
contains "the setting is named" "$differs" "ký số: trước không ký, nay có ký; --alto: trước không, nay có"
contains "and the remedy" "$differs" "--force"

# A folder is verified whole; a file that was changed since is known by its digest, a picture is called a picture.
printf 'x' >> "$out/$stem.pdf"
all=$("$SOHOA" verify "$out"); equal "verify of a folder with a changed file" $? 1
contains "the changed file is told" "$all" "ĐÃ BỊ THAY ĐỔI"
contains "a picture is no PDF" "$("$SOHOA" verify "$good")" "Đây là ảnh JPEG, không phải PDF"
contains "a folder without PDF says so" "$("$SOHOA" verify "$SOHOA_SOURCE/base")" "không có tệp PDF"

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
missing=$(setsid "$SOHOA" digitize "$good" -o "$out/k" --sign "$out/officer.p12" 2>&1 </dev/null); equal "exit code of a missing passphrase" $? 2
contains "a passphrase that was not given is not called wrong" "$missing" "SOHOA_PASSPHRASE"
printf '1234\n' > "$out/pass"
check "passphrase from a file" "$SOHOA" digitize "$good" -o "$out/k" --sign "$out/officer.p12" --passphrase-file "$out/pass"
printf '\xef\xbb\xbf1234\r\n' > "$out/pass"
signed=$("$SOHOA" digitize "$good" -o "$out/bom" --sign "$out/officer.p12" --passphrase-file "$out/pass" 2>&1)
equal "a passphrase saved by Notepad of Windows" $? 0
contains "the summary names the signer" "$signed" "Đã ký số: 1 tệp, bởi Cán bộ thử nghiệm (signed files: 1, by Cán bộ thử nghiệm)"
again=$("$SOHOA" digitize "$good" -o "$out/bom" --sign "$out/officer.p12" --passphrase-file "$out/pass" 2>&1)
contains "what is signed already counts" "$again" "Đã ký số: 1 tệp"
demo=$("$SOHOA" digitize "$good" -o "$out/demo" --sign demo 2>/dev/null)
contains "a demo signature is called one" "$demo" "chữ ký thử, không có giá trị pháp lý (signed files: 1, demo signature, no legal value)"
contains "verify names the signer" "$("$SOHOA" verify "$out/k/$stem.pdf")" "Cán bộ thử nghiệm"

# Levels that were not asked for are not told; one that is mistyped is answered with those there are.
level=${stem##*.}; truth=$(dirname "$good")
scored=$("$SOHOA" evaluate "$truth" "$out/demo" --level "$level"); equal "one level is scored" $? 0
case $scored in *"without any output"*) bad "levels that were not asked for are told" ;; *) ok ;; esac
mistyped=$("$SOHOA" evaluate "$truth" "$out/demo" --level ofice 2>&1); equal "a level that is none" $? 2
contains "the levels are named" "$mistyped" "$level"

# The front door tells its own words and does nothing else.
for word in build test setup; do
  told=$("$SOHOA_SOURCE/sohoa" $word --help 2>&1); equal "$word --help" $? 0
  contains "$word --help names it" "$told" "./sohoa $word"
  equal "$word --help does nothing else" "$(printf '%s\n' "$told" | grep -ciE 'building|ready|installing|==')" 0
done
whole=$("$SOHOA_SOURCE/sohoa" --help 2>&1); equal "help of the front door" $? 0
contains "it has the program's" "$whole" "sohoa digitize"
contains "and its own words" "$whole" "./sohoa test [--full]"

# One changed byte inside a signed file is seen.
size=$(stat -c %s "$out/k/$stem.pdf")
cp "$out/k/$stem.pdf" "$out/changed.pdf"
printf '\x55' | dd of="$out/changed.pdf" bs=1 seek=$((size / 3)) conv=notrunc 2>/dev/null
broken=$("$SOHOA" verify "$out/changed.pdf" --lang en); equal "verify of a changed file" $? 1
contains "and says what is wrong" "$broken" "SOMETHING IS WRONG"
finish
