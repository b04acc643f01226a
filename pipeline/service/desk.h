#pragma once
#include "pipeline/service/callback_url.h"
#include "pipeline/service/catalogue_pool.h"
#include "pipeline/service/job_runner.h"
#include "pipeline/service/picture_maker.h"
#include "pipeline/service/uploads.h"

namespace sohoa::service {

/// What the handlers of requests work with. Lives as long as the server; everything in it may be used by any thread.
struct Desk {
    const DataFolder& data;
    CataloguePool& catalogues;
    JobRunner& runner;
    PagesUnderWay& under_way;
    PictureMaker& pictures;
    UploadSlots& slots;
    Metrics& metrics;
    const WebhookHosts& webhook_hosts;
    UploadLimits uploads;
    scanners::Limits page_limits;
    long long queue_length = 1000;
    std::uint64_t room_to_keep = std::uint64_t{500} << 20;  ///< bytes that uploads leave free on the disk
    std::atomic<bool>& stopping;
};

}  // namespace sohoa::service
