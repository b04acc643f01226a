# What was digitised is found again: by words, owner, number, kind and date; nothing doubled, nothing lost; backed up.
. "$(dirname "$0")/common.sh"
work="$SOHOA_WORK/find"; fresh "$work"
papers="$SOHOA_SOURCE/samples/dossiers"
kho="$work/kho.sqlite"; out="$work/out"
unset SOHOA_CATALOG
find_() { "$SOHOA" find --catalog "$kho" "$@"; }
count() { find_ "$@" --json | python3 -c 'import json,sys; print(json.load(sys.stdin)["total"])'; }

# A few papers, digitised unsigned into a catalogue.
"$SOHOA" digitize "$papers/van-ban-hanh-chinh" "$papers/can-cuoc-cong-dan" "$papers/ho-tich-khai-sinh" -o "$out" --catalog "$kho" -q
equal "exit code" $? 0
made=$(find "$out" -name '*.json' ! -name dossier.json | wc -l)
equal "documents in the catalogue" "$(count)" "$made"

# Words without marks, with marks, as a phrase, misquoted.
name=$(find_ le quynh sen --lang vi); equal "exit code of find" $? 0
contains "the words are found as printed" "$name" "LÊ"
contains "the dossier is named" "$name" "ho-tich-khai-sinh"
contains "the PDF is named" "$name" "$out/"
equal "exact marks find as many" "$(count 'Lê Quỳnh Sen')" "$(count 'le quynh sen')"
first=$(find_ --json 'Lê Quỳnh Sen' | python3 -c 'import json,sys; print(json.load(sys.stdin)["hits"][0]["snippet"]["text"].upper())')
contains "exact marks first" "$first" "LÊ QUỲNH SEN"
for hostile in '"' "'; DROP TABLE document; --" 'NEAR(a b)' 'exact: *' '-- *"('; do
  find_ "$hostile" >/dev/null 2>"$work/err"; status=$?
  check "hostile words end well: $hostile ($status)" test $status = 0 -o $status = 2
done
equal "and nothing was dropped" "$(count)" "$made"

# Owner, number, kind, date, dossier.
owner=$(find_ --owner 014184908748)
contains "papers of an owner" "$owner" "PHAN THU CÚC"
contains "the number is masked" "$owner" "014*****8748"
case $owner in *014184908748*) bad "an identity number stands unmasked on the terminal" ;; *) ok ;; esac
contains "programs get it whole" "$(find_ --owner 014184908748 --json)" '"014184908748"'
number=$(python3 - "$out" <<'P'
import glob, json, sys
for path in sorted(glob.glob(sys.argv[1] + "/van-ban-hanh-chinh/*.json")):
    fields = {f["name"]: f["normalized"] for f in json.load(open(path)).get("fields", []) if "normalized" in f and "confidence" in f}
    if fields.get("number") and fields.get("symbol"):
        print(fields["number"] + "/" + fields["symbol"]); break
P
)
check "a paper with a number was read" test -n "$number"
equal "by number and symbol" "$(count --number "$number")" 1
equal "by number" "$(count --number "${number%%/*}")" 1
equal "by kind without marks" "$(count --kind 'can cuoc cong dan')" 2
equal "by dossier" "$(count --dossier can-cuoc-cong-dan)" 2
check "by date" test "$(count --from 01/2020 --to 2026)" -ge 3
nothing=$(find_ 'zyxw chuyện'); equal "exit code when nothing is found" $? 0
contains "nothing found says how to widen" "$nothing" "no document found"
find_ --kind 'no such kind' >/dev/null 2>&1; equal "an unknown kind is wrong usage" $? 2
find_ --from 99/99 >/dev/null 2>&1; equal "an unreadable date is wrong usage" $? 2
"$SOHOA" find --catalog "$work/none.sqlite" x >/dev/null 2>"$work/err"; equal "no catalogue" $? 1
contains "and how to make one" "$(cat "$work/err")" "--catalog"
equal "looking makes none" "$(ls "$work" | grep -c none)" 0

# Again: nothing doubled. A catalogue that was lost is filled from what stands there.
"$SOHOA" digitize "$papers/can-cuoc-cong-dan" -o "$out" --catalog "$kho" -q; equal "second run" $? 0
equal "nothing doubled" "$(count)" "$made"
SOHOA_CATALOG="$work/second.sqlite" "$SOHOA" digitize "$papers/can-cuoc-cong-dan" -o "$out" -q; equal "by environment" $? 0
equal "what stood there was put in" "$(SOHOA_CATALOG="$work/second.sqlite" "$SOHOA" find --json | grep -c '"added_at":')" 2

# A catalogue that cannot be written: the papers are made, one message, exit 1.
echo 'not a catalogue, but something else that is long enough' > "$work/bad.sqlite"
message=$("$SOHOA" digitize "$papers/can-cuoc-cong-dan" -o "$work/out2" --catalog "$work/bad.sqlite" 2>&1 >/dev/null -q); equal "exit code" $? 1
equal "told once" "$(echo "$message" | grep -c 'bad.sqlite')" 1
equal "papers made all the same" "$(find "$work/out2" -name '*.pdf' | wc -l)" 2

# Backup, and back again.
check "backup" "$SOHOA" backup --catalog "$kho" -o "$work/copy.sqlite"
equal "the backup answers" "$("$SOHOA" find --catalog "$work/copy.sqlite" --json | grep -c '"added_at":')" "$made"
head -c 20000 /dev/urandom > "$kho"; rm -f "$kho-wal" "$kho-shm"
find_ x >/dev/null 2>&1; equal "a broken catalogue" $? 1
check "restore" "$SOHOA" backup --restore "$work/copy.sqlite" --catalog "$kho"
equal "everything is back" "$(count)" "$made"
"$SOHOA" backup --catalog "$kho" >/dev/null 2>&1; equal "backup without a name" $? 2
equal "temporary files left" "$(find "$work" -name '.sohoa*' | wc -l)" 0
finish
