#include "pipeline/store/find_statements.h"

#include <fmt/format.h>

#include "pipeline/store/number_key.h"
#include "pipeline/store/passages.h"

namespace sohoa::store {

namespace {

struct Conditions {
    std::string sql = "1";
    std::vector<std::string> values;
    bool few = false;  ///< they leave few documents

    void add(std::string_view condition, std::vector<std::string> bound) {
        sql += fmt::format(" AND {}", condition);
        for (std::string& value : bound) values.push_back(std::move(value));
    }
};

Failure says_nothing(Bilingual message) {
    return fail(code::usage, std::move(message), {"Gõ ít nhất một chữ hoặc số", "type at least one letter or digit"});
}

Result<Conditions> conditions_of(const Query& query) {
    Conditions conditions;
    if (!query.owner_id_number.empty()) {
        std::string digits = digits_of(query.owner_id_number);
        if (digits.empty())
            return says_nothing({"Số định danh không có chữ số nào", "the owner's number has no digit"});
        conditions.add("d.id IN (SELECT document FROM owner WHERE id_number = ?)", {std::move(digits)});
        conditions.few = true;
    }
    if (!query.number.empty()) {
        const std::string key = number_key(query.number);
        if (key.empty()) return says_nothing({"Số văn bản không có chữ hay số nào", "the number is empty"});
        // '0' is the character after '/': everything that begins with "key/".
        conditions.add(
            "d.id IN (SELECT document FROM document_number WHERE number_key = ? "
            "UNION SELECT document FROM document_number WHERE number_key > ? AND number_key < ?)",
            {key, key + "/", key + "0"});
        conditions.few = true;
    }
    if (!query.kinds.empty()) {
        std::string marks;
        for (std::size_t k = 0; k < query.kinds.size(); ++k) marks += k == 0 ? "?" : ", ?";
        conditions.add(fmt::format("d.kind_id IN ({})", marks), query.kinds);
    }
    if (!query.date_from.empty()) conditions.add("d.date >= ?", {query.date_from});
    // A month or year as the end takes in all its days.
    if (!query.date_to.empty()) conditions.add("d.date > '' AND d.date < ?", {query.date_to + "~"});
    if (!query.dossier_code.empty()) {
        conditions.add("d.dossier_code = ?", {query.dossier_code});
        conditions.few = true;
    }
    if (query.state) conditions.add("d.state = ?", {std::string(name_of(*query.state))});
    return conditions;
}

}  // namespace

Result<Statement> documents_statement(const Query& query) {
    auto conditions = conditions_of(query);
    if (!conditions) return fail(conditions.error());
    return Statement{fmt::format("SELECT d.id, 0 FROM document d WHERE {} ORDER BY d.id DESC", conditions->sql),
                     std::move(conditions->values)};
}

Result<Statement> words_statement(const Query& query, const std::string& match) {
    auto conditions = conditions_of(query);
    if (!conditions) return fail(conditions.error());
    Statement statement;
    if (conditions->few) {
        statement.sql = fmt::format(
            "SELECT id, passage FROM (SELECT d.id AS id, (SELECT rowid FROM passage_words WHERE passage_words MATCH ? "
            "AND rowid BETWEEN d.id << {0} AND (d.id << {0}) + {1} LIMIT 1) AS passage FROM document d WHERE {2}) "
            "WHERE passage IS NOT NULL ORDER BY id DESC",
            passage_bits, (1 << passage_bits) - 1, conditions->sql);
    } else if (conditions->values.empty()) {
        statement.sql =
            fmt::format("SELECT rowid >> {}, rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid DESC",
                        passage_bits);
    } else {
        statement.sql = fmt::format(
            "SELECT d.id, passage_words.rowid FROM passage_words CROSS JOIN document d "
            "ON d.id = passage_words.rowid >> {} WHERE passage_words MATCH ? AND {} "
            "ORDER BY passage_words.rowid DESC",
            passage_bits, conditions->sql);
    }
    statement.values.push_back(match);
    for (std::string& value : conditions->values) statement.values.push_back(std::move(value));
    return statement;
}

}  // namespace sohoa::store
