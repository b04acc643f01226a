#!/usr/bin/env bash
# selftest.sh SIGNED.pdf: the judges themselves on trial. A good signed file of ours must pass; copies of it that are broken
# in known ways must be refused, each by the judge that is there for it and for the reason that was planted.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# = 1 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
good=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

check() { # WHAT PATTERN TEXT
  if grep -qE -- "$2" <<<"$3"; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAILED: %s: no /%s/ in:\n%s\n' "$@"; fi
}

# line NAME TEXT: what a judge said of the copy NAME
line() { grep -F "/$1.pdf	" <<<"$2"; }

# broken NAME PYTHON: a copy of the good file after PYTHON has changed its bytes `b` (a bytearray)
broken() {
  python3 -c 'import sys
b = bytearray(open(sys.argv[1], "rb").read())
before = bytes(b)
exec(sys.argv[3])
assert bytes(b) != before, "nothing was broken"
open(sys.argv[2], "wb").write(b)' "$good" "$work/$1.pdf" "$2" || { echo "FAILED: cannot break $1"; failed=$((failed + 1)); }
}

broken one-bit 'b[len(b) // 3] ^= 1'
broken appended 'b += b"\n% more\n"'
broken cut 'del b[len(b) * 2 // 3:]'
broken conformance 'b[:] = b.replace(b"pdfaid:conformance>U<", b"pdfaid:conformance>X<").replace(b"pdfaid:conformance=\"U\"", b"pdfaid:conformance=\"X\"")'

cp "$good" "$work/good.pdf"
qpdf --empty "$work/unsigned.pdf"
files=("$work"/{good,one-bit,appended,cut,conformance,unsigned}.pdf)

said=$("$here/judge" structure "${files[@]}"); check "exit code" '^1$' $?
check "structure of a good file" 'PASS' "$(line good "$said")"
check "structure of a cut file" 'FAIL' "$(line cut "$said")"

said=$("$here/judge" pdfa "${files[@]}"); check "exit code" '^1$' $?
check "PDF/A of a good file" 'PASS.2u' "$(line good "$said")"
check "PDF/A with another conformance" 'FAIL.*6\.6\.4' "$(line conformance "$said")"
check "PDF/A of a plain file" 'FAIL' "$(line unsigned "$said")"
check "PDF/A of a cut file" 'FAIL' "$(line cut "$said")"

said=$("$here/judge" signature "${files[@]}"); check "exit code" '^1$' $?
check "signature of a good file" 'PASS.DSS: PAdES-BASELINE-B.*intact.*Signature is Valid$' "$(line good "$said")"
check "signature over a flipped bit" 'FAIL.DSS.*TOTAL_FAILED HASH_FAILURE.*broken.*Digest Mismatch' "$(line one-bit "$said")"
check "bytes after the signed ones" 'FAIL.*not the whole document' "$(line appended "$said")"
check "no signature" 'FAIL.DSS: none.*pyHanko: none.*pdfsig: none' "$(line unsigned "$said")"
check "signature of a cut file" 'FAIL' "$(line cut "$said")"

"$here/judge" structure "$work/none.pdf" 2>/dev/null; check "exit code for a missing file" '^2$' $?
mkdir "$work/Hồ sơ"
"$here/judge" outputs "$work/Hồ sơ" 2>/dev/null; check "exit code for an empty folder" '^2$' $?
cp "$good" "$work/Hồ sơ/Đơn 1.pdf"
cp "$work/one-bit.pdf" "$work/Hồ sơ/Đơn 2.pdf"
said=$(LC_ALL=C "$here/judge" outputs "$work/Hồ sơ"); check "exit code for a folder" '^1$' $?
check "names with marks where the locale has none" '1 passed, 1 failed' "$said"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
