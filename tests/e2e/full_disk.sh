# A disk that is full at any stage: a clear line, nothing corrupt, and the same command goes on when there is room.
# Needs a file system of its own size: a tmpfs in a mount namespace. Skipped with a word where the system allows none.
. "$(dirname "$0")/common.sh"
if [ -z "${SOHOA_OWN_MOUNTS:-}" ]; then
  for way in "unshare --mount" "unshare --mount --map-root-user"; do
    if $way sh -c 'mount -t tmpfs tmpfs /mnt' 2>/dev/null; then SOHOA_OWN_MOUNTS=yes exec $way bash "$0"; fi
  done
  echo "skipped: no tmpfs can be mounted here (bỏ qua: không gắn được tmpfs)"
  exit 0
fi
work="$SOHOA_WORK/full-disk"; fresh "$work/in"
disk="$work/disk"; mkdir -p "$disk"
room() { mount -t tmpfs -o "size=$1" tmpfs "$disk"; }
more_room() { mount -o remount,size=200m "$disk"; }
k=0
for page in $(find "$SOHOA_SOURCE/samples/dossiers" -name '*.office.jpg' | sort | head -3); do k=$((k + 1)); cp "$page" "$work/in/to_$k.jpg"; done
export SOURCE_DATE_EPOCH=1700000000
digitize() { local out=$1; shift; "$SOHOA" digitize "$work"/in/to_*.jpg --join --alto -o "$out" --jobs 2 --lang vi "$@" 2>&1; }
rm -rf "$work/whole"  # of a run that was stopped, perhaps with another program
digitize "$work/whole" > /dev/null; equal "an unbroken run" $? 0
whole=$(du -sk "$work/whole" | cut -f1)
full=0
size=0
while [ $size -lt $((3 * whole)) ]; do
  size=$((size + whole / 12 + 4))
  room "${size}k"
  said=$(digitize "$disk/out"); status=$?
  if [ $status != 0 ]; then
    full=$((full + 1))
    equal "$size kB: exit code" $status 1
    contains "$size kB: says why" "$said" "Đĩa đầy"
    for pdf in $(find "$disk/out" -name '*.pdf' -not -path '*/.*' 2>/dev/null); do check "$size kB: $(basename "$pdf")" qpdf --check "$pdf"; done
    for json in $(find "$disk/out" -name '*.json' -not -path '*/.*' 2>/dev/null); do check "$size kB: $(basename "$json")" python3 -m json.tool "$json"; done
  fi
  more_room
  said=$(digitize "$disk/out"); equal "$size kB: exit code when there is room again" $? 0
  check "$size kB: as in an unbroken run" diff -r "$work/whole" "$disk/out"
  umount "$disk"
done
[ $full -ge 6 ] && ok || bad "the disk was full only $full times"

# Signed, and never twice.
for size in $((whole / 2)) $whole $((whole * 3 / 2)) $((whole * 2)); do
  room "${size}k"
  digitize "$disk/out" --sign demo > /dev/null
  more_room
  digitize "$disk/out" --sign demo > /dev/null; equal "$size kB signed: exit code when there is room again" $? 0
  pdf=$(find "$disk/out" -name '*.pdf'); check "$size kB signed: verified" "$SOHOA" verify "$pdf"
  equal "$size kB signed: signatures" "$(grep -ac '/ByteRange' "$pdf")" 1
  umount "$disk"
done

# The service: what was accepted is delivered when there is room; what cannot be kept is refused.
unset SOURCE_DATE_EPOCH
export SOHOA_API_KEY=0123456789abcdef0123456789abcdef
server=
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null' EXIT
call() { curl -sS --max-time 20 -H "Authorization: Bearer $SOHOA_API_KEY" "$@"; }
member() { python3 -c "import json,sys; print(json.load(sys.stdin)['$1'])"; }
page=$(stat -c %s "$work/in/to_1.jpg")
for kilobytes in $((page / 1024 + 100)) $((3 * page / 1024 + 150)) $((3 * page / 1024 + whole / 3 + 200)) $((4 * page / 1024 + 2 * whole)); do
  room "${kilobytes}k"
  : > "$work/said"
  "$SOHOA" serve --data "$disk/data" --port 0 -j 2 --min-free-megabytes 0 > "$work/said" 2> "$work/log" & server=$!
  base=
  for _ in $(seq 100); do base=$(sed -n 's#^sohoa serve: \(http://[^ ]*\)/$#\1#p' "$work/said"); [ -n "$base" ] && break; kill -0 $server 2>/dev/null || break; sleep 0.1; done
  if [ -z "$base" ]; then
    contains "$kilobytes kB: a server that cannot begin says why" "$(cat "$work/log")" "disk"
    umount "$disk"; server=; continue
  fi
  accepted=()
  for k in 1 2 3; do
    code=$(call -o "$work/body" -w '%{http_code}' --data-binary @"$work/in/to_$k.jpg" "$base/v1/documents")
    case $code in
      202) accepted+=("$(member id < "$work/body")"); ok ;;
      503) contains "$kilobytes kB: refused in words" "$(cat "$work/body")" "disk_full" ;;
      *) bad "$kilobytes kB: $code $(cat "$work/body")" ;;
    esac
  done
  sleep 6
  for id in "${accepted[@]}"; do
    status=$(call "$base/v1/documents/$id" | member status); [ "$status" != failed ] && ok || bad "$kilobytes kB: $id failed for want of room"
  done
  more_room
  for id in "${accepted[@]}"; do
    for _ in $(seq 300); do status=$(call "$base/v1/documents/$id" | member status); [ "$status" = done ] && break; sleep 0.2; done
    equal "$kilobytes kB: delivered" "$status" "done"
    check "$kilobytes kB: verified" "$SOHOA" verify "$disk/data/documents/$id/document.pdf"
  done
  equal "$kilobytes kB: posted when there is room" "$(call -o /dev/null -w '%{http_code}' --data-binary @"$work/in/to_2.jpg" "$base/v1/documents")" 202
  kill -TERM $server; wait $server; equal "$kilobytes kB: stops" $? 0; server=
  umount "$disk"
done
finish
