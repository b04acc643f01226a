#pragma once
#include <nlohmann/json.hpp>
#include <string>

namespace sohoa::run {

/// Walks over a JSON file of any length in constant memory: whoever derives from it takes the strings and truths that
/// it wants as they pass. A file that is nested more than 64 deep, or is no JSON, ends the walk.
class JsonStrings : public nlohmann::json_sax<nlohmann::json> {
public:
    bool key(string_t& name) final;
    bool start_object(std::size_t) final;
    bool end_object() final;
    bool start_array(std::size_t) final;
    bool end_array() final;
    bool string(string_t& value) final;
    bool boolean(bool value) final;
    bool null() final { return true; }
    bool number_integer(number_integer_t) final { return true; }
    bool number_unsigned(number_unsigned_t) final { return true; }
    bool number_float(number_float_t, const string_t&) final { return true; }
    bool binary(binary_t&) final { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) final { return false; }

protected:
    /// How many objects and arrays are open; 1 inside the outermost.
    int depth() const { return depth_; }
    /// The member of the outermost object that is being read.
    const std::string& top() const { return top_; }
    /// The name read last.
    const std::string& name() const { return name_; }

    virtual void take_string(const std::string& value) = 0;
    virtual void take_truth(bool) {}
    virtual void object_begins() {}
    /// Called while depth() still counts the object.
    virtual void object_ends() {}
    /// False ends the walk before the member top() is read.
    virtual bool wants_member() const { return true; }

private:
    int depth_ = 0;
    std::string top_;
    std::string name_;
};

}  // namespace sohoa::run
