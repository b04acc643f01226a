# Cards of the maker, laid, copied and photographed in every way: what is accepted is right, codes and zones are not
# misread, and no fewer are read than tests/ratchet/cards.tsv says.
. "$(dirname "$0")/common.sh"
: "${SOHOA_MAKER:?path of the sohoa-maker program}"
in="$SOHOA_WORK/made-cards"; out="$SOHOA_WORK/made-cards-out"
rm -rf "$in" "$out"
check "cards are made" "$SOHOA_MAKER" pages --out "$in" --count 105 --seed 30 --lays any \
  --kinds cccd,can_cuoc,ho_chieu,cccd_ma_vach,cmnd,giay_phep_lai_xe,the_bhyt --levels office,photocopy,phone
check "cards are digitised" "$SOHOA" digitize "$in" -o "$out"
check "evaluate" "$SOHOA" evaluate "$in" "$out"
held "$SOHOA_SOURCE/tests/ratchet/cards.tsv" "$out/evaluation.json"
finish
