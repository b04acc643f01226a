# Real scans: all are digitised, and every judge accepts every output.
. "$(dirname "$0")/common.sh"
if [ ! -d "$REALDATA/scans" ]; then echo "no real scans (SOHOA_REALDATA): skipped"; exit 0; fi
out="$SOHOA_WORK/real-out"; rm -rf "$out"
"$SOHOA" digitize "$REALDATA"/scans/* -o "$out" --sign demo; equal "exit code" $? 0
equal "documents" "$(find "$out" -name '*.json' ! -name dossier.json | wc -l)" "$(find "$REALDATA/scans" -type f | wc -l)"
# How much is read with confidence, and page by page what is read of those that were written out.
pages="$SOHOA_WORK/real-pages"; fresh "$pages"
python3 - "$out" "$pages" > "$SOHOA_WORK/real-words.json" <<'PY'
import json, pathlib, sys
count = {"pages": 0, "words": 0, "sure_words": 0}
for path in pathlib.Path(sys.argv[1]).rglob("*.json"):
    if path.name == "dossier.json":
        continue
    for page in json.load(open(path, encoding="utf-8"))["pages"]:
        text = "\n\n".join("\n".join(line["text"] for line in block["lines"]) for block in page["blocks"])
        name = f"{path.stem}-{page['index']}.real.txt"
        pathlib.Path(sys.argv[2], name).write_text(text, encoding="utf-8")
        words = [word for block in page["blocks"] for line in block["lines"] for word in line["words"]]
        count["pages"] += 1
        count["words"] += len(words)
        count["sure_words"] += sum(word["confidence"] >= 0.9 for word in words)
count["sure_share"] = count["sure_words"] / max(count["words"], 1)
print(json.dumps(count))
PY
held "$SOHOA_SOURCE/tests/ratchet/real_scans.tsv" "$SOHOA_WORK/real-words.json"
truth="$SOHOA_WORK/real-truth"; fresh "$truth"
for page in "$SOHOA_SOURCE"/tests/truth/real_scans/*-*.txt; do
  name=$(basename "$page" .txt)
  cp "$page" "$truth/$name.txt"
  echo '{"kind": "unknown", "fields": {}, "text": "", "codes": [], "mrz": [], "handwritten": []}' > "$truth/$name.truth.json"
done
check "evaluate" "$SOHOA" evaluate "$truth" "$pages" --text-only --level real --json "$SOHOA_WORK/real-text.json"
held "$SOHOA_SOURCE/tests/ratchet/real_text.tsv" "$SOHOA_WORK/real-text.json"
for signed in "$REALDATA"/scans/*signed*.pdf; do
  check "signed input stays byte for byte" cmp "$signed" "$out/$(basename "$signed" .pdf).signed.pdf"
done
find "$out" -name '*.signed.pdf' -delete   # other people's PDFs are not ours to be judged
"$SOHOA_SOURCE/tests/judges/judge" setup && check "judges" "$SOHOA_SOURCE/tests/judges/check_outputs.sh" "$out"
finish
