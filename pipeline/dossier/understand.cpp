#include "pipeline/dossier/document.h"

namespace sohoa::dossier {

Understanding understand(int, const PageSource&) {
    return {};
}

}  // namespace sohoa::dossier
