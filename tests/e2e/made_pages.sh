# Papers of the maker at every level of scanning are not read worse than tests/ratchet/pages.tsv says.
. "$(dirname "$0")/common.sh"
: "${SOHOA_MAKER:?path of the sohoa-maker program}"
in="$SOHOA_WORK/made-pages"; out="$SOHOA_WORK/made-pages-out"
rm -rf "$in" "$out"
check "pages are made" "$SOHOA_MAKER" pages --out "$in" --count 6 --seed 20 \
  --kinds quyet_dinh,cong_van,to_khai_khai_sinh,giay_khai_sinh,giay_chung_nhan_ho_kinh_doanh,cccd \
  --levels office,skew,stamp,photocopy,phone
check "pages are digitised" "$SOHOA" digitize "$in" -o "$out"
check "evaluate" "$SOHOA" evaluate "$in" "$out"
held "$SOHOA_SOURCE/tests/ratchet/pages.tsv" "$out/evaluation.json"
finish
