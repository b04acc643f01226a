#pragma once
#include <mutex>
#include <string>
#include <unordered_map>

namespace sohoa::service {

struct PageCount {
    int pages = 0;  ///< 0 until the files were opened
    int done = 0;
};

/// How far running documents are. Told by the thread that runs them, asked by any; nothing of it needs to survive.
class PagesUnderWay {
public:
    void opened(const std::string& id, PageCount count) {
        const std::lock_guard lock(mutex_);
        counts_[id] = count;
    }
    void read(const std::string& id) {
        const std::lock_guard lock(mutex_);
        if (const auto at = counts_.find(id); at != counts_.end()) ++at->second.done;
    }
    void ended(const std::string& id) {
        const std::lock_guard lock(mutex_);
        counts_.erase(id);
    }
    PageCount of(const std::string& id) const {
        const std::lock_guard lock(mutex_);
        const auto at = counts_.find(id);
        return at == counts_.end() ? PageCount{} : at->second;
    }

private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, PageCount> counts_;
};

}  // namespace sohoa::service
