#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "pipeline/run/output_lock.h"

namespace sohoa::service {

/// Where a server keeps everything, held by one server at a time:
///
///     catalogue.sqlite   documents, jobs, deliveries
///     api-key, webhook-secret
///     inbox/<id>/        the files as received; inbox/.<id>.new while they come in
///     documents/<id>/    what was made of them: document.pdf, .json, .txt, pictures/
class DataFolder {
public:
    /// Makes what is missing. Fails with output_in_use when another server holds it, with output_unwritable or
    /// disk_full.
    static Result<DataFolder> take(const std::string& path);

    const std::string& path() const { return path_; }
    std::string catalogue() const { return path_ + "/catalogue.sqlite"; }
    std::string api_key() const { return path_ + "/api-key"; }
    std::string webhook_secret() const { return path_ + "/webhook-secret"; }
    std::string inbox() const { return path_ + "/inbox"; }
    std::string inbox(const std::string& id) const { return inbox() + "/" + id; }
    std::string documents() const { return path_ + "/documents"; }
    std::string document_folder(const std::string& id) const { return documents() + "/" + id; }
    /// "document" + suffix in the folder of the document.
    std::string output(const std::string& id, const char* suffix) const {
        return document_folder(id) + "/document" + suffix;
    }
    /// The n-th upload (from 0): a folder of its own keeps equal names apart and every name as it was.
    std::string upload_folder(const std::string& id, std::size_t file) const;

    /// Everything of a document.
    void remove(const std::string& id) const;
    /// What was made of a document, without what was received.
    void remove_outputs(const std::string& id) const;

    /// What a server that was killed left: uploads that were never accepted, folders of documents that were removed,
    /// temporary files. `known`: ids of all jobs. Call it before anything writes.
    void sweep(const std::set<std::string>& known) const;

    /// Bytes that may still be written; 0 when nobody knows.
    std::uint64_t free_bytes() const;

private:
    DataFolder(std::string path, run::OutputLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}

    std::string path_;
    run::OutputLock lock_;
};

}  // namespace sohoa::service
