#include <iostream>

#include "pipeline/run/version.h"

int main() {
    std::cout << "sohoa " << sohoa::run::version() << "\n";
    return 0;
}
