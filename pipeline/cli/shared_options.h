#pragma once
#include <memory>
#include <string>

#include "pipeline/run/settings.h"
#include "pipeline/sign/signer.h"

namespace CLI {
class App;
}

namespace sohoa::cli {

/// --sign and --passphrase-file, alike in every command that writes PDFs.
struct SigningWords {
    std::string sign;
    std::string passphrase_file;

    void add_to(CLI::App& command);

    /// Opens the key and enters it into the settings; null where nothing is to be signed. Fails as signing_identity
    /// does.
    Result<std::unique_ptr<sign::SigningKey>> open(run::Settings& settings) const;
};

/// -j, --jobs.
void add_jobs(CLI::App& command, int& jobs);

/// --catalog of the commands that fill a catalogue.
void add_catalogue(CLI::App& command, std::string& path);

/// --worker-program, not shown: for tests, a program that reads pages in the place of this one and fails where it is
/// told to.
void add_worker_program(CLI::App& command, std::string& path);

}  // namespace sohoa::cli
