# All outputs of a paper say the same words in the same order at the same places: .txt, JSON, ALTO, hOCR and the PDF's text.
# Kinds of page: samples askew, of two sheets and with a stamp; a page with tables, turned; a blank one; a panel of a digital
# signature; a joined document; names that mean something in markup. About half a minute.
. "$(dirname "$0")/common.sh"
in="$SOHOA_WORK/texts-in"; out="$SOHOA_WORK/texts-out"; fresh "$in"; rm -rf "$out"
samples="$SOHOA_SOURCE/samples/dossiers"; here=$(dirname "$0")
cp "$samples/ho-tich-khai-sinh/can-cuoc.office.jpg" "$in/đơn \"xin\" & <1>; bbox 1 1 2 2.jpg"
cp "$samples/ho-tich-khai-sinh/giay-khai-sinh.skew.jpg" "$in/nghiêng
xuống dòng.jpg"
cp "$samples/xay-dung-giay-phep/giay-phep-xay-dung.stamp.jpg" "$in/dấu's.jpg"
python3 "$here/text_outputs.py" make "$samples/van-ban-hanh-chinh/bao-cao.office.pdf" "$in" || exit 1

check "they are digitised" "$SOHOA" digitize "$in"/* -o "$out" --alto --hocr
mkdir -p "$in/ghép"; mv "$in/trắng.png" "$in/ghép/1.png"; cp "$samples/can-cuoc-cong-dan/mat-sau.office.jpg" "$in/ghép/2.jpg"
check "pages are joined" "$SOHOA" digitize "$in/ghép/1.png" "$in/ghép/2.jpg" -o "$out" --join --alto --hocr
equal "documents with ALTO and hOCR" "$(find "$out" -name '*.alto.xml' -printf . | wc -c) $(find "$out" -name '*.hocr' -printf . | wc -c)" "8 8"

schemas="$SOHOA_SOURCE/tests/schemas"
mapfile -d '' altos < <(find "$out" -name '*.alto.xml' -print0)
check "ALTO keeps its schema" env XML_CATALOG_FILES="file://$schemas/catalog.xml" xmllint --nonet --noout --schema "$schemas/alto-4-4.xsd" "${altos[@]}"
check "and that schema refuses what is no ALTO" sh -c '! XML_CATALOG_FILES="file://$1/catalog.xml" xmllint --nonet --noout --schema "$1/alto-4-4.xsd" "$1/catalog.xml"' sh "$schemas"
check "the outputs agree" python3 "$here/text_outputs.py" check "$out" "$SOHOA_WORK/texts.log"
cat "$SOHOA_WORK/texts.log"

# Written on demand: another run without the options is refused, and takes them away where it is told to go on.
some="$in/dấu's.jpg"
told=$("$SOHOA" digitize "$some" -o "$out" 2>&1 >/dev/null); equal "exit code when the options differ" $? 1
contains "ALTO is named" "$told" "--alto: with before, without now"
contains "hOCR is named" "$told" "--hocr: with before, without now"
check "it is made again" "$SOHOA" digitize "$some" -o "$out" --force
check "old files are gone" test ! -e "$out/dấu's.alto.xml" -a ! -e "$out/dấu's.hocr" -a -s "$out/dấu's.txt"
finish
