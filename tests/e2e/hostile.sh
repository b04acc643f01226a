# Files made to hurt: each fails alone, in a line that names it and what to do, or is read; nothing hangs or fills memory.
. "$(dirname "$0")/common.sh"
work="$SOHOA_WORK/hostile"; fresh "$work/in"
good=$(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -1)
python3 - "$work/in" "$good" <<'P'
import struct, sys, zlib
folder, good = sys.argv[1:]
def png(name, width, height, rows):
    def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compressobj(9)
    data = b"".join(body.compress(b"\0" + b"\0" * ((width + 7) // 8)) for _ in range(rows)) + body.flush()
    open(f"{folder}/{name}", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b""))
png("bom.png", 60000, 60000, 40000)          # 3 600 megapixels in 300 kB
png("lon.png", 17400, 17400, 17400)          # 303 megapixels
png("noi-doi.png", 2000000000, 2, 1)         # says it is wide
jpeg = bytearray(open(good, "rb").read())
at = jpeg.find(b"JFIF\0")
if at > 0: jpeg[at + 7:at + 12] = b"\1\0\0\0\0"   # 0 dots an inch
open(f"{folder}/khong-dpi.jpg", "wb").write(jpeg)
P
img=$(mktemp -d); cp "$good" "$img/a.jpg"
"$SOHOA" digitize "$img/a.jpg" -o "$img/out" > /dev/null 2>&1
qpdf --encrypt mat-khau chu-so-huu 256 -- "$img/out/a.pdf" "$work/in/co-mat-khau.pdf"
qpdf --encrypt "" chu-so-huu 256 -- "$img/out/a.pdf" "$work/in/cam-sua.pdf"    # opens without a password
mkdir "$work/in/trong"; ln -s .. "$work/in/trong/vong"; ln -s vong2 "$work/in/vong1"; ln -s vong1 "$work/in/vong2"
mkfifo "$work/in/ong"
cp "$good" "$work/in/cam-doc.jpg"; chmod 000 "$work/in/cam-doc.jpg"
cp "$good" "$work/in/hai.jpg"; cp "$good" "$work/in/hai.png"                    # the same stem
cp "$good" "$work/in/$(printf '\377\376')-khong-phai-utf8.jpg"
run() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  # An administrator may read everything: somebody else runs the command.
  chmod 755 "$work" "$work/in"; mkdir -p "$work/out"; chown 65534 "$work/out"
  run() { setpriv --reuid=65534 --regid=65534 --clear-groups env HOME=/nonexistent XDG_CONFIG_HOME="$work/out/.config" "$@"; }
  run test -x "$SOHOA" || { run() { "$@"; }; chmod 644 "$work/in/cam-doc.jpg"; echo "cam-doc.jpg is read as root (thư mục không mở cho người khác)"; }
fi
said=$(run timeout 300 "$SOHOA" digitize "$work/in" -o "$work/out/kq" --lang vi --verbose 2>&1); equal "exit code" $? 1
for name in bom.png lon.png noi-doi.png co-mat-khau.pdf; do contains "$name is named" "$said" "$name"; done
[ -r "$work/in/cam-doc.jpg" ] && [ "$(id -u)" != 0 ] || case $said in *cam-doc.jpg*) ok ;; *) [ -s "$work/out/kq/in/cam-doc.pdf" ] && ok || bad "cam-doc.jpg is lost in silence" ;; esac
contains "the limit of pixels is named" "$said" "--max-megapixels"
contains "the password is asked for" "$said" "mật khẩu"
contains "a loop of links is named" "$said" "vong1"
for name in khong-dpi cam-sua hai hai-2; do check "$name.pdf" test -s "$work/out/kq/in/$name.pdf"; done
equal "papers whose name is no text" "$(find "$work/out/kq" -name '*khong-phai-utf8.pdf' | wc -l)" 1
equal "temporary files left" "$(find "$work/out/kq" -name '.sohoa*' | wc -l)" 0
parent=$(sed -n 's/.*tiến trình chính[^:]*: \([0-9]*\) MB.*/\1/p' <<< "$said")
[ "${parent:-999}" -lt 100 ] && ok || bad "the parent took ${parent:-?} MB"
rm -rf "$work/lon"
said=$("$SOHOA" digitize "$work/in/lon.png" -o "$work/lon" --max-megapixels 400 --lang vi 2>&1); equal "303 megapixels where they are allowed" $? 0
{ cat "$good"; head -c 2000000 /dev/zero; } > "$img/nang.jpg"
said=$("$SOHOA" digitize "$img/nang.jpg" -o "$img/nang" --max-megabytes 1 --lang vi 2>&1); equal "over the limit of bytes" $? 1
contains "the limit of bytes is named" "$said" "--max-megabytes"
qpdf --empty --pages "$img/out/a.pdf" "$img/out/a.pdf" -- "$img/hai-trang.pdf"
said=$("$SOHOA" digitize "$img/hai-trang.pdf" -o "$img/hai" --max-pages 1 --lang vi 2>&1); equal "over the limit of pages" $? 1
contains "the limit of pages is named" "$said" "--max-pages"
rm -rf "$img"; chmod 644 "$work/in/cam-doc.jpg"
finish
