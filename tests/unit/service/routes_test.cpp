#include "pipeline/service/routes.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/service/static_files.h"

namespace sohoa::service {

std::string upper_case(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(c));
    return text;
}

TEST(Routes, AreThoseOfTheDescription) {
    const auto description = nlohmann::json::parse(openapi_text());
    std::set<std::string> described;
    std::set<std::string> open;
    for (const auto& [path, item] : description["paths"].items()) {
        for (const auto& [method, operation] : item.items()) {
            if (method == "parameters") continue;
            const std::string name = upper_case(method) + " " + path;
            described.insert(name);
            if (operation.contains("security")) open.insert(name);
        }
    }
    std::set<std::string> served;
    std::set<std::string> served_open;
    for (const Route& route : routes()) {
        const std::string name = std::string(route.method) + " " + std::string(route.path);
        served.insert(name);
        if (route.access == Access::open) served_open.insert(name);
    }
    EXPECT_EQ(served, described);
    EXPECT_EQ(served_open, open);
}

}  // namespace sohoa::service
