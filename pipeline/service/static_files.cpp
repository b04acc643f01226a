#include "pipeline/service/static_files.h"

#include <algorithm>
#include <array>

namespace sohoa::models {
std::string_view service_page_actions_js();
std::string_view service_page_api_js();
std::string_view service_page_dialogs_js();
std::string_view service_page_document_head_js();
std::string_view service_page_dom_js();
std::string_view service_page_field_list_js();
std::string_view service_page_field_row_js();
std::string_view service_page_geometry_js();
std::string_view service_page_icon_svg();
std::string_view service_page_index_html();
std::string_view service_page_key_js();
std::string_view service_page_keys_js();
std::string_view service_page_labels_js();
std::string_view service_page_main_js();
std::string_view service_page_paper_js();
std::string_view service_page_pictures_js();
std::string_view service_page_queue_js();
std::string_view service_page_receive_js();
std::string_view service_page_review_js();
std::string_view service_page_shapes_js();
std::string_view service_page_snippet_js();
std::string_view service_page_status_js();
std::string_view service_page_style_css();
std::string_view service_page_uploads_js();
std::string_view service_page_words_js();
std::string_view service_openapi();
}  // namespace sohoa::models

namespace sohoa::service {

namespace {

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* script = "text/javascript; charset=utf-8";

struct Entry {
    std::string_view name;
    std::string_view (*content)();
    std::string_view type;
};

constexpr std::array files{
    Entry{"actions.js", models::service_page_actions_js, script},
    Entry{"api.js", models::service_page_api_js, script},
    Entry{"dialogs.js", models::service_page_dialogs_js, script},
    Entry{"document_head.js", models::service_page_document_head_js, script},
    Entry{"dom.js", models::service_page_dom_js, script},
    Entry{"field_list.js", models::service_page_field_list_js, script},
    Entry{"field_row.js", models::service_page_field_row_js, script},
    Entry{"geometry.js", models::service_page_geometry_js, script},
    Entry{"icon.svg", models::service_page_icon_svg, "image/svg+xml"},
    Entry{"index.html", models::service_page_index_html, html},
    Entry{"key.js", models::service_page_key_js, script},
    Entry{"keys.js", models::service_page_keys_js, script},
    Entry{"labels.js", models::service_page_labels_js, script},
    Entry{"main.js", models::service_page_main_js, script},
    Entry{"paper.js", models::service_page_paper_js, script},
    Entry{"pictures.js", models::service_page_pictures_js, script},
    Entry{"queue.js", models::service_page_queue_js, script},
    Entry{"receive.js", models::service_page_receive_js, script},
    Entry{"review.js", models::service_page_review_js, script},
    Entry{"shapes.js", models::service_page_shapes_js, script},
    Entry{"snippet.js", models::service_page_snippet_js, script},
    Entry{"status.js", models::service_page_status_js, script},
    Entry{"style.css", models::service_page_style_css, "text/css; charset=utf-8"},
    Entry{"uploads.js", models::service_page_uploads_js, script},
    Entry{"words.js", models::service_page_words_js, script},
};

}  // namespace

StaticFile static_file(std::string_view name) {
    if (name.empty()) name = "index.html";
    const auto at = std::find_if(files.begin(), files.end(), [&](const Entry& each) { return each.name == name; });
    if (at == files.end()) return {};
    return {at->content(), at->type};
}

std::string_view openapi_text() {
    return models::service_openapi();
}

}  // namespace sohoa::service
