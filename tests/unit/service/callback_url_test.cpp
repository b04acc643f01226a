#include "pipeline/service/callback_url.h"

#include <gmock/gmock.h>

#include "pipeline/service/webhook_sender.h"

namespace sohoa::service {

WebhookHosts hosts(const std::vector<std::string>& entries) {
    std::string wrong;
    auto read = WebhookHosts::from(entries, wrong);
    EXPECT_TRUE(read) << wrong;
    return read.value_or(WebhookHosts());
}

CallbackUrl url(const char* text) {
    const auto parsed = parse_callback_url(text);
    EXPECT_TRUE(parsed) << text;
    return parsed.value_or(CallbackUrl());
}

TEST(CallbackUrl, IsTakenApart) {
    const auto parsed = url("https://MotCua.gov.vn:8443/news?x=1");
    EXPECT_TRUE(parsed.tls);
    EXPECT_EQ(parsed.host, "motcua.gov.vn");
    EXPECT_EQ(parsed.port, 8443);
    EXPECT_EQ(parsed.path, "/news?x=1");
    EXPECT_EQ(url("http://a.vn").path, "/");
    EXPECT_EQ(url("http://a.vn?x").path, "/?x");
    EXPECT_EQ(url("http://[2001:db8::1]:81/").host, "2001:db8::1");
}

TEST(CallbackUrl, WhatCouldMeanAnotherHostIsRefused) {
    for (const char* bad :
         {"", "ftp://a.vn/", "//a.vn/", "http://", "http://user@a.vn/", "http://a.vn:0/", "http://a.vn:99999/",
          "http://a.vn:80@evil.vn/", "http://a.vn\\@evil.vn/", "http://a.vn/#x", "http://a.vn/\r\nX: y", "http://a vn/",
          "http://[::1", "http://[x]/", "http://a.vn:", "HTTP://a.vn/"}) {
        EXPECT_FALSE(parse_callback_url(bad)) << bad;
    }
}

TEST(WebhookHosts, OnlyThoseListedAreCalled) {
    const auto listed = hosts({"a.vn", "b.vn:8080"});
    EXPECT_TRUE(listed.allows(url("https://a.vn/x")));
    EXPECT_TRUE(listed.allows(url("http://b.vn:8080/")));
    EXPECT_FALSE(listed.allows(url("http://a.vn:8080/")));
    EXPECT_FALSE(listed.allows(url("http://b.vn/")));
    EXPECT_FALSE(listed.allows(url("http://x.a.vn/")));
    EXPECT_FALSE(WebhookHosts().allows(url("http://a.vn/")));
}

TEST(WebhookHosts, PrivateAddressesAreReachedOnlyWhereWrittenDown) {
    EXPECT_EQ(hosts({"127.0.0.1:9"}).address_of(url("http://127.0.0.1:9/")), "127.0.0.1");
    EXPECT_EQ(hosts({"erp.local:80=10.1.2.3"}).address_of(url("http://erp.local/")), "10.1.2.3");
    std::string wrong;
    EXPECT_FALSE(WebhookHosts::from({"a.vn=not-an-address"}, wrong));
    EXPECT_EQ(wrong, "a.vn=not-an-address");
}

TEST(PublicAddress, LeavesOutEverythingSpecial) {
    for (const char* special :
         {"127.0.0.1",   "10.0.0.1",     "172.16.0.1",     "172.31.255.255",  "192.168.1.1", "169.254.169.254",
          "100.64.0.1",  "0.0.0.0",      "224.0.0.1",      "255.255.255.255", "192.0.2.1",   "198.18.0.1",
          "::1",         "::",           "fe80::1",        "fc00::1",         "ff02::1",     "::ffff:10.0.0.1",
          "2001:db8::1", "2002:a00:1::", "64:ff9b::a00:1", "no address"}) {
        EXPECT_FALSE(is_public_address(special)) << special;
    }
    for (const char* open : {"8.8.8.8", "172.32.0.1", "11.0.0.1", "2606:4700::1", "2404:6800:4005::1"}) {
        EXPECT_TRUE(is_public_address(open)) << open;
    }
}

TEST(Webhook, SignatureIsTheOneThatReceiversCompute) {
    // printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
    EXPECT_THAT(webhook_signature("secret", 1700000000, "{}"), testing::MatchesRegex("t=1700000000,v1=[0-9a-f]+"));
    EXPECT_NE(webhook_signature("secret", 1700000000, "{}"), webhook_signature("secret", 1700000001, "{}"));
    EXPECT_NE(webhook_signature("secret", 1700000000, "{}"), webhook_signature("other", 1700000000, "{}"));
}

TEST(Webhook, IsTriedForMoreThanADay) {
    EXPECT_EQ(retry_after(1), 10);
    EXPECT_EQ(retry_after(7), 86'400);
    EXPECT_FALSE(retry_after(8));
    EXPECT_FALSE(retry_after(0));
}

}  // namespace sohoa::service
