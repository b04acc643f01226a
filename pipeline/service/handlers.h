#pragma once
#include "pipeline/service/call.h"
#include "pipeline/service/desk.h"

/// What answers each route (routes.cpp). Every handler gives an answer whatever happens; nothing throws but bad_alloc.
namespace sohoa::service {

// document_upload.cpp
Reply post_document(Desk& desk, const Call& call);

// document_reading.cpp
Reply list_documents(Desk& desk, const Call& call);
Reply get_document(Desk& desk, const Call& call);
Reply get_pdf(Desk& desk, const Call& call);
Reply get_json(Desk& desk, const Call& call);
Reply get_text(Desk& desk, const Call& call);
Reply get_outline(Desk& desk, const Call& call);
Reply get_page(Desk& desk, const Call& call);

// document_changes.cpp
Reply patch_fields(Desk& desk, const Call& call);
Reply delete_document(Desk& desk, const Call& call);

// server_pages.cpp
Reply get_health(Desk& desk, const Call& call);
Reply get_metrics(Desk& desk, const Call& call);
Reply get_openapi(Desk& desk, const Call& call);
Reply get_limits(Desk& desk, const Call& call);
Reply get_static(Desk& desk, const Call& call);

}  // namespace sohoa::service
