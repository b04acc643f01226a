# A run that is stopped leaves whole documents and nothing half-written, and says how to go on; two runs never share a folder.
. "$(dirname "$0")/common.sh"
set -m   # without it a shell starts what runs in the background with Ctrl-C ignored
in="$SOHOA_WORK/stopped-in"; out="$SOHOA_WORK/stopped-out"; log="$SOHOA_WORK/stopped.log"
fresh "$in/ho-so"; rm -rf "$out"
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
for k in $(seq 40); do cp "$good" "$in/ho-so/trang-$k.jpg"; done
# until WHAT COMMAND...: waits for it, a minute at most
until_true() { local what=$1 tries=0; shift; until "$@" 2>/dev/null; do tries=$((tries + 1)); [ $tries -lt 600 ] || { bad "$what"; return 1; }; sleep 0.1; done; }
some_json() { [ -n "$(find "$out" -name '*.json' -not -path '*/.*' -print -quit)" ]; }
count() { find "$out" "$@" | wc -l; }

"$SOHOA" digitize "$in/ho-so" -o "$out" -j 1 > "$log" 2>&1 &
run=$!
until_true "the run takes its folder" test -e "$out/.sohoa-lock"
second=$("$SOHOA" digitize "$good" -o "$out" 2>&1); equal "exit code of a second run" $? 2
contains "the second run says why" "$second" "another sohoa run"
equal "in one line" "$(printf '%s\n' "$second" | wc -l)" 1
until_true "a document is finished" some_json
kill -INT "$run"; wait "$run"; equal "exit code after Ctrl-C" $? 130
said=$(cat "$log")
contains "what is finished is in the table" "$said" "trang-1"
contains "what is not is counted" "$said" "chưa xong"
contains "and how to go on" "$said" "Chạy lại đúng lệnh này"
equal "half-written files" "$(count -name '*.tmp')" 0
equal "lock left" "$(count -name .sohoa-lock)" 0
equal "documents without data" "$(count -name '*.pdf' -not -path '*/.sohoa-spool/*')" "$(count -name '*.json' -not -path '*/.sohoa-spool/*')"
equal "half a dossier.json" "$(count -name dossier.json)" 0
check "the finished ones are whole" "$SOHOA" verify "$out"

# A run that was killed blocks nobody, and its litter goes with the next run.
"$SOHOA" digitize "$in/ho-so" -o "$out" -j 1 > "$log" 2>&1 &
run=$!
until_true "the run takes its folder" test -e "$out/.sohoa-lock"
kill -KILL "$run"; wait "$run" 2>/dev/null
touch "$out/ho-so/.sohoa-1-1.tmp"
rm "$in"/ho-so/trang-[1-3]?.jpg "$in/ho-so/trang-40.jpg"
check "the same command goes on" "$SOHOA" digitize "$in/ho-so" -o "$out"
for k in $(seq 9); do check "trang-$k" test -s "$out/ho-so/trang-$k.json"; done
check "dossier.json" test -s "$out/ho-so/dossier.json"
equal "hidden files left" "$(count -name '.sohoa-lock' -o -name '*.tmp')" 0
finish
