# What `sohoa inspect` leaves of a page: planes, finds, times, and nothing that the page says in words.
. "$(dirname "$0")/common.sh"
out="$SOHOA_WORK/inspect-out"; rm -rf "$out"
scan=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.stamp.jpg' | sort | head -1)
said=$("$SOHOA" inspect "$scan" -o "$out" --lang vi --show-personal); equal "exit code" $? 0
contains "the verdict is told" "$said" "trang 1: chất lượng: tốt"
equal "in the language asked for alone" "$(echo "$said" | grep -cE 'turn|skew|page [0-9]|open')" 0
page=$(cat "$out/index.html")
for picture in page-1-scan.png page-1-found.png; do check "$picture is a picture" test "$(head -c 4 "$out/$picture" | tail -c 3)" = PNG; done
contains "the page shows the scan with what was found" "$page" 'src="page-1-found.png"'
contains "seals are in the legend" "$page" "con dấu"
contains "every step has its time" "$page" " ms</td>"
for picture in $(grep -o 'src="[^"]*"' "$out/index.html" | sed 's/src="//; s/"//'); do check "$picture is there" test -s "$out/$picture"; done
equal "steps with a time" "$(python3 -c "import json,sys; print(all(s['milliseconds'] >= 0 for s in json.load(open(sys.argv[1]))['steps']))" "$out/page-1.json")" True
equal "no text in what is shown" "$(python3 -c "import json,sys; print(any(w['text'] for b in json.load(open(sys.argv[1]))['reading']['blocks'] for l in b['lines'] for w in l['words']))" "$out/page-1.json")" False

# Cards and personal numbers are shown to those who ask for them.
card="$SOHOA_SOURCE/samples/dossiers/can-cuoc-cong-dan/mat-truoc.office.jpg"; number=014184908748
check "a card with its numbers" "$SOHOA" inspect "$card" -o "$out/card" --show-personal
contains "the number stands where it was asked for" "$(cat "$out/card/index.html")" "$number"
check "and the picture" test -s "$out/card/page-1-scan.png"
check "a card" "$SOHOA" inspect "$card" -o "$out/card"
equal "its number stands nowhere" "$(grep -rl "$number" "$out/card")" ""
contains "but masked" "$(cat "$out/card/index.html")" "014*****8748"
equal "no picture of it is left, of an earlier inspection neither" "$(find "$out/card" -name '*.png')" ""
contains "how to see them is told" "$(cat "$out/card/index.html")" "--show-personal"

missing=$("$SOHOA" inspect "$scan" -o "$out" --page 9 2>&1); equal "exit code of a page that is not there" $? 2
contains "and its message" "$missing" "Tệp chỉ có 1 trang"
contains "and what to do" "$missing" "Chọn --page từ 1 đến 1"
equal "the page of the earlier inspection stands" "$(cat "$out/index.html")" "$page"
folder=$("$SOHOA" inspect "$SOHOA_SOURCE/samples" -o "$out/f" 2>&1); equal "exit code of a folder" $? 2
contains "and what to do" "$folder" "cả thư mục thì dùng sohoa digitize"
work="$SOHOA_WORK/inspect-in"; rm -rf "$work"; mkdir -p "$work"
printf 'no picture' > "$work/broken.jpg"
broken=$("$SOHOA" inspect "$work/broken.jpg" -o "$out/b" 2>&1); equal "exit code of a broken file" $? 1
contains "the broken file is named" "$broken" "broken.jpg"
contains "its page says the error" "$(cat "$out/b/index.html")" "Nội dung tệp không phải định dạng đọc được"
contains "and what to do" "$(cat "$out/b/index.html")" "Dùng JPEG, PNG"
head -c "$(($(stat -c %s "$scan") / 3))" "$scan" > "$work/half.jpg"
half=$("$SOHOA" inspect "$work/half.jpg" -o "$out/h" --lang vi); equal "exit code of half a picture" $? 0
contains "what is lost is told" "$half" "Ảnh bị cụt"
contains "and doubtful at best" "$half" "chất lượng: nên xem lại"
contains "the page tells it too" "$(cat "$out/h/index.html")" "Ảnh bị cụt"
large=$("$SOHOA" inspect "$scan" -o "$out/l" --max-megapixels 1 2>&1); equal "exit code of too large a picture" $? 1
equal "there is no page to open" "$(echo "$large" | grep -c 'index.html')" 0

# Pictures have fixed names: they may stand over those of an earlier inspection, over nothing else.
check "again into its own folder" "$SOHOA" inspect "$scan" -o "$out" --show-personal
cp "$scan" "$work/page-1-scan.png"; sum=$(sha256sum "$work/page-1-scan.png")
inside=$("$SOHOA" inspect "$work/page-1-scan.png" -o "$work" 2>&1); equal "exit code when the file lies in the output folder" $? 2
contains "and its message" "$inside" "nằm ngay trong thư mục kết quả"
other=$("$SOHOA" inspect "$scan" -o "$work" 2>&1); equal "exit code of a folder of other files" $? 2
contains "and what to do" "$other" "thư mục -o mới"
equal "nothing was written over" "$(sha256sum "$work/page-1-scan.png")" "$sum"
equal "nothing was added" "$(ls -A "$work" | tr '\n' ' ')" "broken.jpg half.jpg page-1-scan.png "

# A killed inspection leaves nothing that the next does not clear away.
"$SOHOA" inspect "$scan" -o "$out/killed" --show-personal > /dev/null 2>&1 & job=$!
for _ in $(seq 1200); do test -e "$out/killed/page-1-scan.png" && break; sleep 0.05; done
kill -9 $job; wait $job 2> /dev/null; sleep 1
contains "a killed inspection says so" "$(cat "$out/killed/index.html")" "bị ngắt giữa chừng"
touch "$out/killed/.sohoa-left-over.tmp"
check "it is taken up again" "$SOHOA" inspect "$scan" -o "$out/killed"
equal "no temporary files are left" "$(find "$out/killed" -name '.sohoa*')" ""
finish
