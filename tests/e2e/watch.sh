# The hot folder: papers put into it are digitised and cleared away; nothing is lost, written over or done twice, whatever
# is put there, whoever kills the program, and whatever breaks around it. Bounded: about two minutes.
. "$(dirname "$0")/common.sh"
set -m   # without it a shell starts what runs in the background with Ctrl-C ignored
work="$SOHOA_WORK/watch"; rm -rf "$work"
in="$work/quét"; out="$work/kết quả"; log="$work/log"; fresh "$in"
unset SOHOA_CATALOG SOHOA_CONFIG
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
other=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | sed -n 2p)
third=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | sed -n 3p)
quick=(--poll-seconds 0.2 --still-seconds 0.6 -j 2)
once() { "$SOHOA" watch "$in" -o "$out" --once "${quick[@]}" "$@"; }
watcher=
start() { : > "$log"; "$SOHOA" watch "$in" -o "$out" "${quick[@]}" "$@" >> "$log" 2>&1 & watcher=$!; until_true "it watches" grep -q 'watching' "$log"; }
stop() { kill "-${1:-INT}" "$watcher"; wait "$watcher"; equal "exit code after SIG${1:-INT}" $? 0; watcher=; }
trap '[ -z "$watcher" ] || kill -9 "$watcher" 2>/dev/null' EXIT
# until_true WHAT COMMAND...: waits for it, a minute at most
until_true() { local what=$1 tries=0; shift; until "$@" 2>/dev/null; do tries=$((tries + 1)); [ $tries -lt 600 ] || { bad "$what"; cat "$log"; return 1; }; sleep 0.1; done; }
said() { grep -q -- "$1" "$log"; }
done_with() { [ -n "$(find "$in/done" "$in/failed" -name "$1" -print -quit 2>/dev/null)" ]; }
pdfs() { find "$out" -name '*.pdf' -not -path '*/.*' | wc -l; }
troubles() { [ "$(grep -c '⚠' "$log")" -ge "$1" ]; }
hidden() { find "$in" "$out" -name '.sohoa*' ! -path "$in/.sohoa-watch" | wc -l; }

# What is put there while it watches: a paper, a dossier, a paper that grows, one that is broken, and what is no paper.
start --alto --hocr
cp "$good" "$in/đơn xin.jpg"
mkdir -p "$in/hồ sơ/trong"; cp "$good" "$in/hồ sơ/1.jpg"; cp "$other" "$in/hồ sơ/trong/2.jpg"
head -c 300 "$good" > "$in/hỏng 001085012345.jpg"
mkfifo "$in/pipe.jpg"; ln -s "$other" "$in/link.jpg"; ln -s "$(dirname "$other")" "$in/link"; cp "$good" "$in/x.jpg.part"; cp "$good" "$in/.an.jpg"; mkdir "$in/trống"
( exec 3> "$in/grows.jpg"; size=$(stat -c %s "$other")
  for k in 0 1 2 3; do tail -c +$((k * (size / 4 + 1) + 1)) "$other" | head -c $((size / 4 + 1)) >&3; sleep 0.8; done ) &
until_true "the paper is done" done_with 'đơn xin.jpg'
until_true "the dossier is done" done_with 'hồ sơ'
until_true "the broken one is put away" done_with 'hỏng 001085012345.jpg'
until_true "the one that grew is done" done_with grows.jpg
second=$("$SOHOA" watch "$in" -o "$work/other" --once 2>&1); equal "a second watcher" $? 2
contains "says why" "$second" "another sohoa watch"
stop INT
check "whole" "$SOHOA" verify "$out/đơn xin.pdf" "$out/grows.pdf"
equal "grown paper is whole" "$(sha256sum < "$other")" "$(sha256sum < "$(find "$in/done" -name grows.jpg)")"
check "ALTO and hOCR" test -s "$out/đơn xin.alto.xml" -a -s "$out/đơn xin.hocr"
check "dossier.json" test -s "$out/hồ sơ/dossier.json"
check "inner dossier" test -s "$out/hồ sơ/trong/2.json"
reason=$(cat "$in/failed/hỏng 001085012345.jpg.reason.txt")
contains "the reason in Vietnamese" "$reason" "Cách xử lý:"
contains "the reason in English" "$reason" "What to do:"
contains "the code" "$reason" "file_"
contains "numbers in it are masked" "$reason" "001*****2345"
case $(cat "$log") in *001085012345*) bad "an identity number stands unmasked in the log" ;; *) ok ;; esac
equal "lines of papers" "$(grep -cE '^[0-9-]{10} [0-9:]{8} (✓|✗) ' "$log")" 4
equal "left alone" "$(find "$in" -maxdepth 1 \( -name 'link*' -o -name pipe.jpg -o -name x.jpg.part -o -name .an.jpg -o -name trống \) | wc -l)" 6
equal "hidden files left" "$(hidden)" 0
rm -rf "$in"/* "$in"/.an.jpg

# The same name again and again, other content; and the same paper once more.
cp "$good" "$in/scan0001.jpg"; once >/dev/null; equal "first" $? 0
cp "$other" "$in/scan0001.jpg"; once >/dev/null; equal "second" $? 0
before=$(stat -c %Y%i "$out/scan0001.pdf" "$out/scan0001-2.pdf")
cp "$other" "$in/scan0001.jpg"; again=$(once); equal "the same once more" $? 0
contains "is known" "$again" "made before"
equal "nothing written over" "$(stat -c %Y%i "$out/scan0001.pdf" "$out/scan0001-2.pdf")" "$before"
check "no third" test ! -e "$out/scan0001-3.pdf"
equal "all originals are kept" "$(find "$in/done" -name 'scan0001*.jpg' | wc -l)" 3
mkdir "$in/hs"; cp "$good" "$in/hs/1.jpg"; once >/dev/null; mkdir "$in/hs"; cp "$other" "$in/hs/1.jpg"; once >/dev/null
check "another dossier of the same name" test -s "$out/hs-2/1.pdf"
: > "$in/empty.jpg"; failed_once=$("$SOHOA" watch "$in" -o "$out" --once --poll-seconds 0.1 --still-seconds 0.1); equal "--once with a failure" $? 1
contains "the empty one" "$failed_once" "failed/empty.jpg"
"$SOHOA" watch "$in" -o "$in" --once >/dev/null 2>&1; equal "output into the folder itself" $? 2
"$SOHOA" watch "$work/none" -o "$out" --once >/dev/null 2>&1; equal "no such folder" $? 2
rm -rf "$in"/* "$out"

# Pages that are lost: what could be read stays, the paper goes to failed/.
"$SOHOA" digitize "$good" "$other" "$third" -o "$work/made" --join -q 2>/dev/null; joined=$(find "$work/made" -name '*.pdf')
mkdir "$in/nửa"; cp "$good" "$in/nửa/1.jpg"; head -c 300 "$good" > "$in/nửa/2.jpg"
half=$(once); equal "half a dossier" $? 1
check "went to failed/" test -d "$in/failed/nửa"
contains "and says what there is" "$(cat "$in/failed/nửa.reason.txt")" "$out/nửa/1.pdf"
head -c "$(($(stat -c %s "$good") / 3))" "$good" > "$in/cụt.jpg"; once >/dev/null; equal "half a picture" $? 1
contains "is sent back with the reason" "$(cat "$in/failed/cụt.jpg.reason.txt")" "Ảnh bị cụt"
check "and what is left of it stands" test -s "$out/cụt.pdf"
contains "the list says which failed" "$(cat "$out/nửa/dossier.json")" '"failed"'
rm -rf "$in"/* "$out"

# Not the paper's fault: OUT, the folder, the catalogue. Told once, waited for, told when it is over.
mkdir -p "$work/o"; : > "$work/o/file"; real_out=$out; out="$work/o/file/x"
start
cp "$good" "$in/chờ.jpg"
until_true "OUT cannot be written: told" said '⚠'
sleep 1; check "the paper waits" test ! -e "$in/failed"
rm "$work/o/file"
until_true "OUT is back: told" said 'can be written again'
until_true "and goes on by itself" done_with chờ.jpg
equal "told once" "$(grep -c '⚠' "$log")" 1
rm -rf "$work/o"; : > "$work/o"
cp "$other" "$in/chờ nữa.jpg"
until_true "OUT was exchanged under it: told" troubles 2
rm "$work/o"
until_true "goes on" done_with 'chờ nữa.jpg'
mv "$in" "$work/away"
until_true "the folder is gone: told" said 'is gone'
mkdir "$in"; sleep 0.5; equal "an empty mount point is not ours" "$(find "$in" | wc -l)" 1
rmdir "$in"; mv "$work/away" "$in"; cp "$third" "$in/sau.jpg"
until_true "the folder is back" said 'is back'
until_true "and is watched" done_with sau.jpg
stop TERM
out=$real_out; rm -rf "$in"/*
cp "$good" "$in/kho.jpg"; "$SOHOA" find --catalog "$work/kho.sqlite" >/dev/null 2>&1
"$SOHOA" digitize "$other" -o "$work/made2" --catalog "$work/kho.sqlite" -q
python3 - "$work/kho.sqlite" "$work/locked" <<'P' & locker=$!
import sqlite3, sys, time
db = sqlite3.connect(sys.argv[1], isolation_level=None); db.execute("BEGIN EXCLUSIVE"); open(sys.argv[2], "w").close()
time.sleep(12); db.execute("COMMIT")
P
until_true "the catalogue is locked" test -e "$work/locked"
start --catalog "$work/kho.sqlite"
until_true "a busy catalogue: told" said '⚠'
check "the paper waits for it" test ! -e "$in/done"
until_true "the catalogue is free" said 'catalogue can be used again'
until_true "and the paper is done" done_with kho.jpg
stop; wait "$locker"
equal "it is in the catalogue" "$("$SOHOA" find --catalog "$work/kho.sqlite" --json | grep -c '"added_at":')" 2
rm -rf "$in"/* "$out"

# Written to while it is read: half of it is never taken for the whole.
cp "$joined" "$in/dài.pdf"
start
taken() { find "$in/.sohoa-watch" -path '*/paper/dài.pdf' 2>/dev/null | grep .; }
until_true "it is taken" taken
printf '\n%% more\n' >> "$(taken)"
until_true "seen" said 'read anew'
until_true "read anew" done_with dài.pdf
stop
check "one output" test "$(pdfs)" = 1
contains "of the whole file" "$(cat "$out/dài.json")" "$(sha256sum < "$(find "$in/done" -name dài.pdf)" | cut -d' ' -f1)"
rm -rf "$in"/* "$out"

# A disk that is full, and has room again. Needs the right to mount.
mkdir -p "$work/small"
if mount -t tmpfs -o size=16m none "$work/small" 2>/dev/null; then
  head -c 16500000 /dev/zero > "$work/small/ballast"
  real_out=$out; out="$work/small/out"
  cp "$joined" "$in/dài.pdf"
  start --sign demo
  until_true "a full disk: told" said '⚠'
  sleep 1; check "no failure of the paper" test ! -e "$in/failed"
  rm "$work/small/ballast"
  until_true "room again: goes on by itself" done_with dài.pdf
  stop
  check "whole" "$SOHOA" verify "$out/dài.pdf"
  equal "hidden files left" "$(hidden)" 0
  umount "$work/small"; out=$real_out; rm -rf "$in"/*
else
  echo "no right to mount: the full disk is not tried"
fi

# Killed at random instants: every paper is done once and signed once.
"$SOHOA_SOURCE/tests/e2e/watch_kills.py" "$SOHOA" "$work/kills" "${SOHOA_KILLS:-5}" "$good" "$other" "$third" "$joined" || bad "killed"
ok
finish
