#include "pipeline/service/json_members.h"

#include <istream>
#include <ostream>
#include <streambuf>

namespace sohoa::service {

namespace {

/// Walks over the text once. Keeps nothing but the name of the member it is in.
class MemberCopier {
public:
    MemberCopier(std::istream& in, std::ostream& out, std::map<std::string, std::string>& members)
        : from_(*in.rdbuf()), out_(out), members_(members) {}

    bool run() {
        for (int c = from_.sbumpc(); c != std::streambuf::traits_type::eof(); c = from_.sbumpc()) {
            if (!take(static_cast<char>(c))) return false;
            if (ended_) return true;
        }
        return false;
    }

private:
    bool take(char c) {
        if (in_string_) return take_in_string(c);
        switch (c) {
            case '"':
                in_string_ = true;
                text_.clear();
                break;
            case '{':
            case '[':
                ++depth_;
                break;
            case '}':
            case ']':
                if (--depth_ < 0) return false;
                if (depth_ == 0) return end(c);
                break;
            case ':':
                if (depth_ == 1) return begin_value();
                break;
            case ',':
                if (depth_ == 1) skipping_ = false;
                break;
            default:
                if (depth_ == 0 && c != ' ' && c != '\n' && c != '\r' && c != '\t') return false;
        }
        put(c);
        return true;
    }

    bool take_in_string(char c) {
        if (escaped_) {
            escaped_ = false;
        } else if (c == '\\') {
            escaped_ = true;
        } else if (c == '"') {
            in_string_ = false;
        }
        constexpr std::size_t longest_name = 256;
        if (in_string_ && depth_ == 1 && text_.size() < longest_name) text_.push_back(c);
        put(c);
        return true;
    }

    /// After the colon of a member: its new value takes the place of the old.
    bool begin_value() {
        put(':');
        has_members_ = true;
        const auto at = members_.find(text_);
        if (at == members_.end() || skipping_) return true;
        out_ << ' ' << at->second;
        members_.erase(at);
        skipping_ = true;
        return true;
    }

    bool end(char c) {
        if (c != '}') return false;
        skipping_ = false;
        bool first = !has_members_;
        for (const auto& [name, value] : members_) {
            out_ << (first ? "" : ",") << "\n  \"" << name << "\": " << value;
            first = false;
        }
        out_ << (members_.empty() ? "" : "\n") << "}\n";
        ended_ = true;
        return true;
    }

    void put(char c) {
        if (!skipping_) out_.put(c);
    }

    std::streambuf& from_;
    std::ostream& out_;
    std::map<std::string, std::string>& members_;
    int depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
    bool skipping_ = false;  ///< within a value that was exchanged
    bool has_members_ = false;
    bool ended_ = false;
    std::string text_;  ///< of the string begun last at depth 1
};

}  // namespace

bool copy_with_members(std::istream& in, std::ostream& out, std::map<std::string, std::string> members) {
    return MemberCopier(in, out, members).run();
}

}  // namespace sohoa::service
