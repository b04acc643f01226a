#pragma once
#include <SQLiteCpp/SQLiteCpp.h>
#include <chrono>
#include <exception>
#include <new>
#include <string>

#include "base/result.h"

namespace sohoa::store {

/// The open file, and where SQLite's exceptions end.
class Connection {
public:
    /// Opens the file, creates it where asked, and sets what every connection of ours has. Throws SQLite::Exception:
    /// call inside `guarded`.
    Connection(std::string path, int flags, std::chrono::milliseconds wait);

    SQLite::Database& database() { return database_; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
    SQLite::Database database_;
};

/// What SQLite said, in words for people: damaged, busy, full, not to be written.
Problem problem_of(const SQLite::Exception& error, const std::string& path);

/// Runs `step`, which gives a Result, and turns whatever it throws into a Problem.
template <class Step>
auto guarded(const std::string& path, Step step) -> decltype(step()) {
    try {
        return step();
    } catch (const SQLite::Exception& error) {
        return fail(problem_of(error, path));
    } catch (const std::bad_alloc&) {
        return fail(problem(code::out_of_memory, {"Hết bộ nhớ", "out of memory"}).in_file(path));
    } catch (const std::exception& error) {
        return fail(problem(code::internal_error, {std::string("Lỗi nội bộ: ") + error.what(),
                                                   std::string("internal error: ") + error.what()})
                        .in_file(path));
    }
}

Problem damaged(const std::string& path);
Problem no_catalogue(const std::string& path);

}  // namespace sohoa::store
