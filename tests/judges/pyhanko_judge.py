"""pyhanko_judge.py TRUST FILE...: what pyHanko says of every signature, one line each, tab separated: file, "intact" or
"broken", "trusted" or "untrusted", what was changed after signing. TRUST is a PEM file of trust anchors, or "-" for none.
Files without a signature give "none", files that cannot be read "error". No address is ever asked."""
import logging
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def verdicts(path, anchors):
    with open(path, "rb") as file:
        reader = PdfFileReader(file, strict=False)
        signatures = reader.embedded_regular_signatures
        if not signatures:
            return [("none", "-", "-")]
        lines = []
        for signature in signatures:
            context = ValidationContext(trust_roots=anchors, allow_fetching=False, revocation_mode="soft-fail")
            status = validate_pdf_signature(signature, signer_validation_context=context)
            changes = status.modification_level.name if status.modification_level else "UNKNOWN"
            # Whole means: the bytes are those signed, the signature fits them, and nothing came after that may not.
            whole = status.intact and status.valid and status.docmdp_ok
            lines.append(("intact" if whole else "broken", "trusted" if status.trusted else "untrusted",
                          f"{status.coverage.name}/{changes}"))
        return lines


def main(words):
    logging.basicConfig(level=logging.CRITICAL)
    anchors = [] if words[0] == "-" else list(load_certs_from_pemder([words[0]]))
    for path in words[1:]:
        try:
            lines = verdicts(path, anchors)
        except Exception as trouble:  # whatever a hostile file brings about is a refusal, not the judge's end
            lines = [("error", type(trouble).__name__, " ".join(str(trouble).split()))]
        for line in lines:
            print(path, *line, sep="\t")


main(sys.argv[1:])
