#include <algorithm>
#include <limits>
#include <unordered_set>

#include "pipeline/store/catalogue.h"
#include "pipeline/store/connection.h"
#include "pipeline/store/find_statements.h"
#include "pipeline/store/rows.h"
#include "pipeline/store/search_words.h"
#include "pipeline/store/snippet.h"

namespace sohoa::store {

namespace {

/// One way of answering. What answers a better way comes first; within one way the newest comes first. Each way is one
/// walk along the index that ends as soon as enough was found, so the time does not grow with the number of papers that
/// say "Ủy ban nhân dân"; a ranking by word frequencies would look at all of them.
struct Way {
    Column column;
    Ask ask;
    double score;
};

std::vector<Way> ways_for(const SearchWords& words) {
    std::vector<Way> ways;
    const auto add = [&](Ask ask, double with_marks, double without) {
        if (words.with_marks) ways.push_back({Column::exact, ask, with_marks});
        ways.push_back({Column::plain, ask, without});
    };
    if (words.terms.size() > 1) {
        add(Ask::side_by_side, 1.0, 0.9);
        add(Ask::near_by, 0.8, 0.7);
        add(Ask::all_words, 0.6, 0.5);
    } else {
        add(Ask::all_words, 1.0, 0.9);
    }
    if (words.open_end) ways.push_back({Column::plain, Ask::open_end, 0.3});
    return ways;
}

struct Candidate {
    std::int64_t document = 0;
    std::int64_t passage = 0;
    double score = 1;
};

/// Walks the rows of a statement, a step a document.
class Walk {
public:
    Walk(Connection& connection, const Statement& statement) : rows_(connection.database(), statement.sql) {
        int k = 0;
        for (const std::string& value : statement.values) rows_.bind(++k, value);
        more_ = rows_.executeStep();
    }

    /// The next document with the first of its passages.
    std::optional<Candidate> next() {
        if (!more_) return std::nullopt;
        Candidate candidate{rows_.getColumn(0).getInt64(), rows_.getColumn(1).getInt64(), 1};
        while ((more_ = rows_.executeStep()) && rows_.getColumn(0).getInt64() == candidate.document) {
            candidate.passage = rows_.getColumn(1).getInt64();
        }
        return candidate;
    }

private:
    SQLite::Statement rows_;
    bool more_ = false;
};

/// Documents are counted so far; a catalogue has hundreds of thousands with "Việt Nam" in them, and counting 9 000 took
/// 30 ms.
constexpr int most_counted = 1000;

class Search {
public:
    Search(Connection& connection, const Query& query)
        : connection_(connection), query_(query), words_(search_words(query.words)) {}

    Result<Found> run() {
        if (words_.empty() && query_.words.find_first_not_of(" \t\n\r") != std::string::npos) {
            return fail(code::usage, {"Không có chữ hay số nào để tìm", "there is no letter or digit to look for"},
                        {"Gõ ít nhất một từ", "type at least one word"});
        }
        // One view of the catalogue, whatever others write meanwhile.
        SQLite::Transaction view(connection_.database());
        const auto found = words_.empty() ? by_conditions() : by_words();
        if (!found) return fail(found.error());
        Found result;
        result.total = total_;
        result.total_is_exact = total_ < most_counted;
        for (const Candidate& candidate : *found) {
            Hit hit{read_facts(connection_, candidate.document), {}, candidate.score};
            if (!words_.empty()) hit.snippet = snippet_for(candidate);
            result.hits.push_back(std::move(hit));
        }
        return result;
    }

private:
    using Candidates = std::vector<Candidate>;

    std::size_t wanted() const {
        return static_cast<std::size_t>(std::max(0, query_.limit)) +
               static_cast<std::size_t>(std::max(0, query_.offset));
    }

    Candidates page_of(Candidates all) const {
        const auto skipped = std::min(all.size(), static_cast<std::size_t>(std::max(0, query_.offset)));
        all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(skipped));
        return all;
    }

    Result<Candidates> by_conditions() {
        const auto statement = documents_statement(query_);
        if (!statement) return fail(statement.error());
        Candidates found;
        Walk walk(connection_, *statement);
        while (const auto candidate = walk.next()) {
            if (found.size() < wanted()) found.push_back(*candidate);
            if (++total_ >= most_counted && found.size() >= wanted()) break;
        }
        total_ = std::min(total_, most_counted);
        return page_of(std::move(found));
    }

    Result<Candidates> by_words() {
        Candidates found;
        std::unordered_set<std::int64_t> seen;
        std::string widest;
        for (const Way& way : ways_for(words_)) {
            // Beginnings of words are guessed at only where whole words do not fill the page.
            if (way.ask == Ask::open_end && found.size() >= wanted()) break;
            widest = match_expression(words_, way.column, way.ask);
            const auto statement = words_statement(query_, widest);
            if (!statement) return fail(statement.error());
            if (found.size() >= wanted()) continue;
            Walk walk(connection_, *statement);
            while (found.size() < wanted()) {
                auto candidate = walk.next();
                if (!candidate) break;
                if (!seen.insert(candidate->document).second) continue;
                candidate->score = way.score;
                found.push_back(*candidate);
            }
        }
        const auto statement = words_statement(query_, widest);
        if (!statement) return fail(statement.error());
        Walk walk(connection_, *statement);
        while (total_ < most_counted && walk.next()) ++total_;
        return page_of(std::move(found));
    }

    Snippet snippet_for(const Candidate& candidate) {
        Snippet best;
        Fit best_fit;
        const auto consider = [&](const std::string& text, int page) {
            Fit fit;
            Snippet snippet = snippet_of(text, words_, fit);
            if (fit > best_fit) {
                best_fit = fit;
                best = std::move(snippet);
                best.page = page;
            }
        };
        SQLite::Statement pages(connection_.database(),
                                "SELECT page.number, page.text FROM passage JOIN page ON page.document = "
                                "passage.document AND page.number BETWEEN passage.first_page AND passage.last_page "
                                "WHERE passage.id = ? ORDER BY page.number");
        pages.bind(1, candidate.passage);
        while (!best_fit.whole && pages.executeStep()) {
            consider(pages.getColumn(1).getString(), pages.getColumn(0).getInt());
        }
        if (best_fit.terms == static_cast<int>(words_.terms.size())) return best;
        for (const auto& field : read_fields(connection_, candidate.document)) {
            consider(field.normalized, field.evidence.empty() ? 0 : field.evidence.front().page);
        }
        return best;
    }

    Connection& connection_;
    const Query& query_;
    const SearchWords words_;
    int total_ = 0;
};

}  // namespace

Result<Found> Catalogue::find(const Query& query) {
    return guarded(path(), [&] { return Search(*connection_, query).run(); });
}

}  // namespace sohoa::store
