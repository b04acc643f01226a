# Killed at any instant, parent or worker, the same command goes on: nothing is lost, done twice or left over.
. "$(dirname "$0")/common.sh"
in="$SOHOA_WORK/kills-in"; fresh "$in/ho-so"
k=0
for page in $(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -4); do
  k=$((k + 1)); cp "$page" "$in/ho-so/to-$k.jpg"
done
"$SOHOA" digitize "$in"/ho-so/to-*.jpg -o "$in/made" --join > /dev/null 2>&1
mv "$in"/made/*.pdf "$in/ho-so/nhieu-trang.pdf"; rm -rf "$in/made"
kill_often() { "$SOHOA_SOURCE/tests/e2e/kills.py" "$SOHOA" "$in" "$SOHOA_WORK/kills" "$@" || bad "killed: $*"; ok; }
kill_often 100
kill_often 40 --sign demo
finish
