#pragma once
#include <mutex>
#include <string>
#include <vector>

#include "pipeline/store/catalogue.h"

namespace sohoa::service {

/// Open catalogues for threads that need one for a moment.
class CataloguePool {
public:
    explicit CataloguePool(std::string path) : path_(std::move(path)) {}

    class Lease {
    public:
        Lease(CataloguePool& pool, store::Catalogue catalogue) : pool_(&pool), catalogue_(std::move(catalogue)) {}
        ~Lease() {
            if (pool_ != nullptr) pool_->give_back(std::move(catalogue_));
        }
        Lease(Lease&& other) noexcept
            : pool_(std::exchange(other.pool_, nullptr)), catalogue_(std::move(other.catalogue_)) {}
        Lease& operator=(Lease&&) = delete;
        store::Catalogue& operator*() { return catalogue_; }
        store::Catalogue* operator->() { return &catalogue_; }

    private:
        CataloguePool* pool_;
        store::Catalogue catalogue_;
    };

    Result<Lease> lend() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                Lease lease(*this, std::move(idle_.back()));
                idle_.pop_back();
                return lease;
            }
        }
        auto opened = open();
        if (!opened) return fail(opened.error());
        return Lease(*this, *std::move(opened));
    }

    /// One for a thread's own use.
    Result<store::Catalogue> open() const {
        return store::Catalogue::open(path_, {.check_whole = false, .wait = std::chrono::milliseconds{10'000}});
    }

private:
    void give_back(store::Catalogue catalogue) {
        constexpr std::size_t most_idle = 6;  // each keeps some megabytes of pages
        const std::lock_guard lock(mutex_);
        if (idle_.size() < most_idle) idle_.push_back(std::move(catalogue));
    }

    std::string path_;
    std::mutex mutex_;
    std::vector<store::Catalogue> idle_;
};

}  // namespace sohoa::service
