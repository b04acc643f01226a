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
head -c "$(($(stat -c %s "$good") / 3))" "$good" > "$in/mất nửa.jpg"
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
check "half a picture is kept" test -s "$out/mất nửa.pdf"
contains "and said to be cut" "$(cat "$out/mất nửa.json")" '"content_lost"'
equal "and is not good" "$(python3 -c "import json,sys; q=json.load(open(sys.argv[1]))['pages'][0]['quality']; print(q['verdict'] in ('doubtful', 'bad'), 'content_lost' in q['issues'])" "$out/mất nửa.json")" "True True"
said=$("$SOHOA" digitize "$in/mất nửa.jpg" -o "$SOHOA_WORK/bad-half" --force --lang vi --catalog "$SOHOA_WORK/bad-half.sqlite" 2>/dev/null)
contains "nor is it ticked off" "$said" "! Tệp hỏng, mất một phần nội dung, cần quét lại: 1"
equal "and somebody has to look at it" "$("$SOHOA" find --catalog "$SOHOA_WORK/bad-half.sqlite" --state review --json | grep -c '"state"')" 1
rm -rf "$SOHOA_WORK"/bad-half*
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

# An original is never written over, with --force neither, whatever leads to it.
own="$SOHOA_WORK/bad-own"; rm -rf "$own"; mkdir -p "$own/in/ho-so"
cp "$out/đơn tốt.pdf" "$own/in/a.pdf"; cp "$own/in/a.pdf" "$own/in/ho-so/b.pdf"; cp "$good" "$own/in/c.jpg"; cp "$own/in/a.pdf" "$own/in/c.pdf"
cp "$good" "$own/in/d.txt"                          # content decides: d.txt is its own output
printf 'notes' > "$own/in/ho-so/e.txt"; cp "$good" "$own/in/ho-so/e.jpg"
find "$own/in" -type f -exec sha256sum {} + > "$own/originals"
ln -s in "$own/link"; mkdir "$own/hard"; ln "$own/in/a.pdf" "$own/hard/a.pdf"
refused_over() {
  local what=$1 said; shift
  said=$("$SOHOA" digitize "$@" 2>&1 >/dev/null); equal "$what: exit code" $? 1
  contains "$what: the reason" "$said" "ghi đè lên tệp gốc"
  contains "$what: the remedy" "$said" "choose another -o folder"
  case $said in *--force*) bad "$what: --force is offered: $said" ;; *) ok ;; esac
}
for force in "" --force; do
  refused_over "same folder $force" "$own/in/a.pdf" -o "$own/in" $force
  refused_over "through a link $force" "$own/link/a.pdf" -o "$own/in" $force
  refused_over "into a link $force" "$own/in/a.pdf" -o "$own/link" $force
  refused_over "hard link $force" "$own/in/a.pdf" -o "$own/hard" $force
  refused_over "folder $force" "$own/in/ho-so" -o "$own/in" $force
  refused_over "text $force" "$own/in/d.txt" -o "$own/in" $force
  refused_over "an original of another document $force" "$own/in/c.jpg" "$own/in/c.pdf" -o "$own/in" $force
done
check "the originals stand" sha256sum -c "$own/originals"

# A text that somebody keeps beside the scan is not ours; results beside the scans are no scans the next time.
notes="$SOHOA_WORK/bad-notes"; rm -rf "$notes"; mkdir -p "$notes/ho-so"; cp "$good" "$notes/ho-so/a.jpg"; echo "của tôi" > "$notes/a.txt"
said=$("$SOHOA" digitize "$notes/ho-so/a.jpg" -o "$notes" --lang vi 2>&1); equal "exit code where a text stands" $? 1
contains "the text in the way is named" "$said" "không phải của sohoa, không có JSON bên cạnh]: $notes/a.txt"
equal "the text stands" "$(cat "$notes/a.txt")" "của tôi"
for turn in first second; do
  said=$("$SOHOA" digitize "$notes/ho-so" -o "$notes" --lang vi 2>&1); equal "exit code of the $turn run beside the scans" $? 0
  contains "papers in the $turn run beside the scans" "$said" "Tài liệu: 1 · trang: 1 · lỗi: 0"
done
said=$("$SOHOA" digitize "$notes/ho-so" -o "$notes" --force --lang vi 2>&1); equal "exit code of writing over results beside the scans" $? 0

# What a folder holds besides good papers: files that fail are counted, files that are no papers are named once.
mix="$SOHOA_WORK/bad-mix"; rm -rf "$mix" "$mix-out"; mkdir -p "$mix/ho-so"
cp "$good" "$mix/ho-so/a.jpg"; printf '<html>' > "$mix/ho-so/b.pdf"; ln -s nowhere "$mix/ho-so/c.jpg"; : > "$mix/ho-so/d.jpg"
printf 'x' > "$mix/ho-so/ghichu.txt"; printf 'PK' > "$mix/ho-so/bao-cao.docx"
said=$("$SOHOA" digitize "$mix/ho-so" -o "$mix-out" --lang vi 2>"$mix/stderr"); equal "exit code of a folder with broken files" $? 1
contains "each line of failure is counted" "$said" "Tài liệu: 2 · trang: 1 · lỗi: $(grep -c '^✗' "$mix/stderr")"
contains "one good paper is there unsigned" "$said" "CHƯA KÝ SỐ"
contains "what was passed over is named" "$said" "Bỏ qua 2 tệp không phải bản quét: bao-cao.docx, ghichu.txt"
equal "failures" "$(grep -c '^✗' "$mix/stderr")" 3
equal "each of them stands in the table" "$(echo "$said" | grep -c '^✗')" 3
# Pictures that are no papers: an honest reading, nothing that hangs.
odd="$SOHOA_WORK/odd-in"; fresh "$odd"; rm -rf "$SOHOA_WORK/odd-out"
python3 - "$odd" <<'PY'
import random, struct, sys, zlib
def png(name, width, height, row):
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + row(y) for y in range(height))
    open(f"{sys.argv[1]}/{name}.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))
noise = random.Random(5)
png("one", 1, 1, lambda y: b"\xff")
png("black", 1240, 1754, lambda y: bytes(1240))
png("white", 1240, 1754, lambda y: b"\xff" * 1240)
png("noise", 1240, 1754, lambda y: noise.randbytes(1240))
png("strip", 30000, 200, lambda y: b"\xff" * 30000)
png("pole", 200, 30000, lambda y: b"\xff" * 200)
PY
told=$(timeout 120 "$SOHOA" digitize "$odd"/*.png -o "$SOHOA_WORK/odd-out" 2>/dev/null); equal "odd pictures are read" $? 0
contains "a page that is judged bad is not ticked off" "$told" "!  noise.pdf"
contains "and what to do stands below" "$told" "Xem ảnh có phải giấy tờ không"
contains "a blank page is called one" "$told" "trang trắng (blank page)"
said() { python3 -c "import json,sys; p=json.load(open(sys.argv[1]))['pages'][0]; print(p['blank'], p['quality']['verdict'], *p['quality']['issues'])" "$SOHOA_WORK/odd-out/$1.json"; }
equal "white" "$(said white)" "True good"
equal "black says why" "$(said black)" "True doubtful dark"
contains "noise says that there is no text" "$(said noise)" "no_text"
for name in one strip pole; do equal "$name" "$(said $name)" "True good"; done

finish
