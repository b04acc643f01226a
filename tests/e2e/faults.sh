# Workers that crash, hang, leak or talk nonsense cost a page its text at most: its picture is kept, all else is done.
. "$(dirname "$0")/common.sh"
in="$SOHOA_WORK/faults-in"; out="$SOHOA_WORK/faults-out"
fresh "$in"
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
for k in 1 2 3; do cp "$good" "$in/trang_00$k.jpg"; done
check "three pages in one file" "$SOHOA" digitize "$in"/trang_00*.jpg -o "$in/made" --join
paper=$(find "$in/made" -name '*.pdf'); check "it is there" test -s "$paper"
worker="$SOHOA_SOURCE/tests/e2e/faulty_worker.py"
# faulty FAULT OPTIONS...: digitizes the paper with a worker that fails
faulty() { local fault=$1; shift; rm -rf "$out"; SOHOA_FAULT=$fault "$SOHOA" digitize "$paper" -o "$out" --worker-program "$worker" "$@" 2>&1; }
json_says() { python3 -c "import json,sys; d=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))" "$(find "$out" -name '*.json')" "$1"; }

for kind in segv abort hang leak nonsense; do
  # Long enough for good pages on a busy machine.
  seconds=120; [ $kind = hang ] && seconds=10
  said=$(faulty 2:$kind --page-seconds $seconds --worker-memory 2000); equal "$kind: exit code" $? 1
  contains "$kind: the page is named" "$said" "trang 2"
  equal "$kind: pages" "$(json_says "len(d['pages'])")" 3
  equal "$kind: text of page 2" "$(json_says "sum(len(b['lines']) for b in d['pages'][1]['blocks'])")" 0
  equal "$kind: text of page 3" "$(json_says "len(d['pages'][2]['blocks']) > 0")" True
  equal "$kind: the problem" "$(json_says "[p['page'] for p in d['problems'] if p['severity'] == 'error']")" "[2]"
  equal "$kind: said to be whole" "$(json_says "d['made_by']['complete']")" False
  check "$kind: the PDF is sound" "$SOHOA" verify "$out"
  equal "$kind: pictures in the PDF" "$(pdfimages -list "$(find "$out" -name '*.pdf')" | tail -n +3 | wc -l)" 3
  [ $kind = hang ] && contains "the limit is named" "$said" "--page-seconds"
  equal "$kind: litter" "$(find "$out" -name '.*' | wc -l)" 0
done
said=$(faulty 2:segv:always); equal "no picture either: exit code" $? 1
contains "no picture either: the page is named" "$said" "trang 2"
equal "no picture either: pages" "$(json_says "[p['source_page'] for p in d['pages']]")" "[1, 3]"

for kind in segv nonsense; do
  rm -f "$in/once"
  said=$(faulty 2:$kind:once:"$in/once"); equal "$kind once: exit code" $? 0
  equal "$kind once: the page is read" "$(json_says "len(d['pages'][1]['blocks']) > 0")" True
done

said=$(SOHOA_FAULT=0:segv "$SOHOA" digitize "$good" "$paper" -o "$out" --worker-program /no/such/program 2>&1)
equal "no worker can start: exit code" $? 1
finish
