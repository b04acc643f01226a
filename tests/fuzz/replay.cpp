// Feeds a fuzz target every seed of the folders named, then mutants of them made with a fixed seed, so that each run of
// the tests does the same. Coverage-guided fuzzing is libFuzzer's work; this keeps known and near-known bytes harmless.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;

void feed(const Bytes& bytes) {
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

Bytes mutant_of(Bytes bytes, std::mt19937_64& random) {
    const std::size_t changes = 1 + random() % 8;
    for (std::size_t k = 0; k < changes && !bytes.empty(); ++k) {
        const std::size_t at = random() % bytes.size();
        switch (random() % 5) {
            case 0:
                bytes[at] = static_cast<std::uint8_t>(random());
                break;
            case 1:
                bytes[at] ^= static_cast<std::uint8_t>(1U << (random() % 8));
                break;
            case 2:
                bytes.resize(at);
                break;
            case 3:
                bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(at));
                break;
            default: {
                const std::size_t from = random() % bytes.size();
                const std::size_t length = std::min<std::size_t>(bytes.size() - from, random() % 64);
                const Bytes part(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                                 bytes.begin() + static_cast<std::ptrdiff_t>(from + length));
                bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), part.begin(), part.end());
            }
        }
    }
    return bytes;
}

}  // namespace

int main(int count, char** words) {
    const char* asked = std::getenv("SOHOA_MUTANTS");  // for each seed
    const int mutants = asked != nullptr ? std::atoi(asked) : 20;
    std::vector<std::filesystem::path> seeds;
    for (int k = 1; k < count; ++k) {
        std::error_code error;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(words[k], error)) {
            if (entry.is_regular_file()) seeds.push_back(entry.path());
        }
    }
    std::sort(seeds.begin(), seeds.end());
    feed({});
    std::size_t fed = 1;
    std::mt19937_64 random(20260701);
    for (const auto& path : seeds) {
        std::ifstream in(path, std::ios::binary);
        const Bytes bytes{std::istreambuf_iterator<char>(in), {}};
        feed(bytes);
        ++fed;
        for (int k = 0; k < mutants; ++k, ++fed) feed(mutant_of(bytes, random));
    }
    std::cout << fed << " inputs from " << seeds.size() << " seeds\n";
    return 0;
}
