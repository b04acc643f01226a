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

# expect CODE PATTERN COMMAND...: exit code and what the judge must say
expect() {
  local code=$1 pattern=$2 said got
  shift 2
  said=$("$here/judge" "$@" 2>&1)
  got=$?
  if [ "$got" = "$code" ] && grep -qE -- "$pattern" <<<"$said"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED: judge %s\n    exit code %s, wanted %s and /%s/: %s\n' "$*" "$got" "$code" "$pattern" "$said"
  fi
}

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

expect 0 'PASS' structure "$good"
expect 0 'PASS.*2u' pdfa "$good"
expect 0 'PASS.*PAdES-BASELINE-B.*intact.*Signature is Valid' signature "$good"
expect 1 'FAIL' structure "$work/cut.pdf"
expect 1 'FAIL.*6\.6\.4' pdfa "$work/conformance.pdf"
expect 1 'FAIL.*TOTAL_FAILED HASH_FAILURE.*broken.*Digest Mismatch' signature "$work/one-bit.pdf"
expect 1 'FAIL' signature "$work/appended.pdf"
expect 1 'FAIL.*not the whole document' signature "$work/appended.pdf"
qpdf --empty "$work/unsigned.pdf"
expect 1 'FAIL.*DSS: none.*pyHanko: none.*pdfsig: none' signature "$work/unsigned.pdf"
expect 1 'FAIL' pdfa "$work/unsigned.pdf"
expect 2 'cannot read' structure "$work/none.pdf"
expect 2 'no PDF' outputs "$(mktemp -d -p "$work")"
mkdir "$work/Hồ sơ"
cp "$good" "$work/Hồ sơ/Đơn 1.pdf"
LC_ALL=C expect 0 '1 passed, 0 failed' outputs "$work/Hồ sơ"
cp "$work/one-bit.pdf" "$work/Hồ sơ/Đơn 2.pdf"
expect 1 '1 passed, 1 failed' outputs "$work/Hồ sơ"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
