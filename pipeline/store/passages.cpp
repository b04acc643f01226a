#include "pipeline/store/passages.h"

#include "pipeline/store/search_words.h"

namespace sohoa::store {

namespace {

struct Passage {
    int first_page = 0;
    int last_page = 0;
    std::string exact;
    std::string plain;

    void append(const std::string& text) {
        for (const Word& word : search_text(text).words) {
            exact += (exact.empty() ? "" : " ") + word.exact;
            plain += (plain.empty() ? "" : " ") + word.plain;
        }
    }
};

}  // namespace

void remove_passages(Connection& connection, std::int64_t document) {
    SQLite::Statement remove(connection.database(), "DELETE FROM passage WHERE document = ?");
    remove.bind(1, document);
    remove.exec();
}

void write_passages(Connection& connection, std::int64_t document, const std::string& extra) {
    constexpr int most_pages = 32;
    constexpr std::size_t most_bytes = std::size_t{128} << 10;
    remove_passages(connection, document);
    SQLite::Statement insert(connection.database(),
                             "INSERT INTO passage (id, document, first_page, last_page, exact, plain) "
                             "VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t count = 0;
    const auto write = [&](Passage& passage) {
        insert.bind(1, (document << passage_bits) | count++);
        insert.bind(2, document);
        insert.bind(3, passage.first_page);
        insert.bind(4, passage.last_page);
        insert.bindNoCopy(5, passage.exact);
        insert.bindNoCopy(6, passage.plain);
        insert.exec();
        insert.reset();
        passage = {};
    };
    Passage passage;
    SQLite::Statement pages(connection.database(), "SELECT number, text FROM page WHERE document = ? ORDER BY number");
    pages.bind(1, document);
    while (pages.executeStep()) {
        const int number = pages.getColumn(0).getInt();
        if (passage.first_page == 0) passage.first_page = number;
        passage.last_page = number;
        passage.append(pages.getColumn(1).getString());
        if (count == 0 && number == passage.first_page) passage.append(extra);
        if (passage.last_page - passage.first_page + 1 >= most_pages || passage.plain.size() >= most_bytes)
            write(passage);
    }
    if (count == 0 && passage.first_page == 0) passage.append(extra);
    if (passage.first_page != 0 || count == 0) write(passage);
}

}  // namespace sohoa::store
