# A PDF of 10 000 pages is read whole, in bounded memory.
. "$(dirname "$0")/common.sh"
work="$SOHOA_WORK/many-pages"; fresh "$work"
python3 - "$work/nhieu.pdf" <<'P'
import sys, zlib
PAGES = 10000
# Small one-bit pages, each with one black bar.
row, bar = b"\xff" * 25, b"\xff" * 8 + b"\0" * 8 + b"\xff" * 9
image = zlib.compress(row * 140 + bar * 6 + row * 134)
objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None,
           b"<< /Type /XObject /Subtype /Image /Width 200 /Height 280 /BitsPerComponent 1 /ColorSpace /DeviceGray "
           b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(image), image),
           b"<< /Length 29 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream"]
objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (PAGES, b" ".join(b"%d 0 R" % (5 + k) for k in range(PAGES)))
objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 3 0 R >> >> >>"] * PAGES
out, places = bytearray(b"%PDF-1.5\n"), []
for number, each in enumerate(objects, 1):
    places.append(len(out)); out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
start = len(out)
out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for at in places)
out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
open(sys.argv[1], "wb").write(out)
P
check "the paper is sound" qpdf --check "$work/nhieu.pdf"
said=$("$SOHOA" digitize "$work/nhieu.pdf" -o "$work/out" --verbose --lang en 2>&1); equal "exit code" $? 0
equal "pages" "$(qpdf --show-npages "$work/out/nhieu.pdf")" 10000
parent=$(sed -n 's/.*of the main process: \([0-9]*\) MB.*/\1/p' <<< "$said")
[ "${parent:-999}" -lt 250 ] && ok || bad "the parent took ${parent:-?} MB"
said=$("$SOHOA" digitize "$work/nhieu.pdf" -o "$work/few" --max-pages 9999 --lang vi 2>&1); equal "exit code over the limit" $? 1
contains "the limit is named" "$said" "--max-pages"
rm -rf "$work"
finish
