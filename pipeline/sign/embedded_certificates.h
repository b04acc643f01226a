#pragma once
#include "pipeline/sign/openssl_owned.h"

class QPDF;

namespace sohoa::sign {

/// Certificates of the document security store (/DSS), as far as they can be read. Never null. Throws what qpdf throws.
OwnedCertificates embedded_certificates(QPDF& pdf);

}  // namespace sohoa::sign
