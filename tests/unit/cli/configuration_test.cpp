#include "pipeline/cli/configuration.h"

#include <gmock/gmock.h>
#include <set>

#include "pipeline/cli/command_tree.h"
#include "pipeline/cli/configured_words.h"
#include "pipeline/cli/example_configuration.h"
#include "tests/unit/scanners/test_folder.h"

namespace sohoa::cli {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using Words = std::vector<std::string>;

/// The value a file gives to an option; "" where it gives none.
std::string value_in(const std::string& text, std::string_view command, std::string_view option) {
    const auto settings = settings_of_file("sohoa.toml", text);
    if (!settings) return "failed: " + settings.error().message.en;
    for (const Setting& each : *settings) {
        if (each.option == configurable(command, option)) return each.values.empty() ? "" : each.values.front();
    }
    return "";
}

std::string told_of(const std::string& text) {
    const auto settings = settings_of_file("sohoa.toml", text);
    return settings ? "nothing" : describe(settings.error(), Language::english);
}

}  // namespace

TEST(Configurable, EveryOptionOfTheseCommandsMayBeConfiguredOrWasLeftOutOnPurpose) {
    const std::set<std::string> by_hand_only{"force", "join",    "verbose", "once",   "worker-program",
                                             "help",  "owner",   "number",  "kind",   "from",
                                             "to",    "dossier", "state",   "offset", "json"};
    CommandTree tree;
    for (const char* command : {"digitize", "watch", "serve", "find"}) {
        for (const CLI::Option* option : tree.app.get_subcommand(command)->get_options()) {
            for (const std::string& name : option->get_lnames()) {
                EXPECT_NE(configurable(command, name) != nullptr, by_hand_only.contains(name))
                    << command << " --" << name;
            }
        }
    }
    for (const Configurable& each : configurables()) {
        EXPECT_NE(tree.option(std::string(each.command), std::string(each.option)), nullptr)
            << each.command << " " << each.option;
    }
}

TEST(Configuration, TheExampleGivesTheDefaults) {
    const auto settings = settings_of_file("example", example_configuration());
    ASSERT_TRUE(settings) << describe(settings.error());
    EXPECT_GT(settings->size(), 20U);
    CommandTree tree;
    for (const Setting& each : *settings) {
        const CLI::Option* own = tree.option(std::string(each.option->command), std::string(each.option->option));
        std::string standard = own->get_default_str();
        if (each.option->type == Configurable::Type::truth && standard.empty()) standard = "false";
        EXPECT_THAT(each.values, ElementsAre(standard)) << each.source;
    }
    for (const Configurable& each : configurables()) {
        EXPECT_THAT(example_configuration(), HasSubstr(std::string(each.option) + " = "));
    }
}

TEST(Configuration, TheExampleWithEveryLineSwitchedOnIsReadToo) {
    std::string text;
    std::istringstream lines(example_configuration());
    for (std::string line; std::getline(lines, line); text += line + "\n") {
        const auto equals = line.find(" = ");
        if (line.starts_with("# ") && equals != std::string::npos && line.find(' ', 2) == equals) line.erase(0, 2);
    }
    const auto settings = settings_of_file("example", text);
    ASSERT_TRUE(settings) << describe(settings.error());
    EXPECT_EQ(settings->size(), configurables().size());
}

TEST(Configuration, ValuesStandUnderTheNamesOfTheOptions) {
    const std::string text =
        "lang = 'vi'\n[serve]\nport = 9000\nsign = \"demo\"\n[digitize]\nalto = true\n[watch]\nstill-seconds = 1.5\n";
    EXPECT_EQ(value_in(text, "", "lang"), "vi");
    EXPECT_EQ(value_in(text, "serve", "port"), "9000");
    EXPECT_EQ(value_in(text, "serve", "sign"), "demo");
    EXPECT_EQ(value_in(text, "digitize", "alto"), "true");
    EXPECT_EQ(value_in(text, "watch", "still-seconds"), "1.5");
    EXPECT_EQ(value_in("", "serve", "port"), "");
}

TEST(Configuration, WhatIsWrongIsToldWithItsLine) {
    EXPECT_THAT(told_of("[serve]\nprot = 9000\n"), HasSubstr("line 2: there is no key serve.prot"));
    EXPECT_THAT(told_of("\n[server]\nport = 1\n"), HasSubstr("line 2: there is no section [server]"));
    EXPECT_THAT(told_of("[serve]\n\nport = '9000'\n"), HasSubstr("line 3: port must be a number"));
    EXPECT_THAT(told_of("[serve]\nport = 70000\n"), HasSubstr("line 2: \"70000\" is no value for serve.port"));
    EXPECT_THAT(told_of("[digitize]\nalto = 1\n"), HasSubstr("must be true or false"));
    EXPECT_THAT(told_of("[serve]\nwebhook-host = [1]\n"), HasSubstr("must be a list of strings"));
    EXPECT_THAT(told_of("[serve]\nport = \n"), HasSubstr("line 2: this is no TOML"));
    EXPECT_THAT(told_of("a = 1\nb\n"), HasSubstr("line 2"));
    EXPECT_THAT(told_of("serve = 5\n"), HasSubstr("there is no key serve"));
    EXPECT_THAT(told_of("lang = 'fr'\n"), HasSubstr("is no value for lang"));
    EXPECT_THAT(told_of(std::string("\0\xff", 2)), HasSubstr("sohoa.toml"));
}

TEST(Configuration, WhatCouldDestroySomethingIsGivenByHandAlone) {
    EXPECT_THAT(told_of("[digitize]\nforce = true\n"), HasSubstr("on the command line alone"));
    EXPECT_THAT(told_of("[watch]\nonce = true\n"), HasSubstr("on the command line alone"));
    EXPECT_THAT(told_of("[digitize]\nworker-program = 'x'\n"), HasSubstr("on the command line alone"));
    EXPECT_THAT(told_of("[serve]\napi-key = 'x'\n"), HasSubstr("secrets have no place"));
    EXPECT_THAT(told_of("passphrase = 'x'\n"), HasSubstr("secrets have no place"));
}

class ConfiguredWords : public FolderTest {
protected:
    void SetUp() override {
        FolderTest::SetUp();
        ::unsetenv("SOHOA_DIGITIZE_JOBS");
        ::unsetenv("SOHOA_CATALOG");
        ::setenv("SOHOA_CONFIG", write("c.toml", "lang = 'en'\n[digitize]\njobs = 3\nalto = true\n").c_str(), 1);
    }
    void TearDown() override {
        ::unsetenv("SOHOA_CONFIG");
        ::unsetenv("SOHOA_DIGITIZE_JOBS");
        FolderTest::TearDown();
    }
    static Words of(const Words& words) {
        const auto whole = configured_words(words);
        return whole ? *whole : Words{"failed", whole.error().message.en};
    }
};

TEST_F(ConfiguredWords, AFileGivesWhatWasNotTyped) {
    const Words words = of({"digitize", "a.jpg", "-o", "x"});
    EXPECT_THAT(words,
                testing::UnorderedElementsAre("--lang=en", "digitize", "--jobs=3", "--alto=true", "a.jpg", "-o", "x"));
    EXPECT_EQ(words.back(), "x");
}

TEST_F(ConfiguredWords, TheEnvironmentWinsOverTheFileAndTheCommandLineOverBoth) {
    ::setenv("SOHOA_DIGITIZE_JOBS", "5", 1);
    EXPECT_THAT(of({"digitize", "a.jpg", "-o", "x"}), testing::Contains("--jobs=5"));
    EXPECT_THAT(of({"digitize", "-j7", "a.jpg", "-o", "x"}),
                testing::Not(testing::Contains(testing::StartsWith("--jobs"))));
    EXPECT_THAT(of({"--lang", "vi", "digitize", "a"}), testing::Not(testing::Contains("--lang=en")));
    ::setenv("SOHOA_DIGITIZE_JOBS", "many", 1);
    EXPECT_THAT(of({"find", "x"}), ElementsAre("failed", HasSubstr("is no value for digitize.jobs")));
    ::setenv("SOHOA_DIGITIZE_JOBS", "", 1);
    EXPECT_THAT(of({"digitize", "a"}), testing::Contains("--jobs=3")) << "an empty variable is none";
}

TEST_F(ConfiguredWords, HelpAndWrongWordsAreLeftToTheParser) {
    ::setenv("SOHOA_CONFIG", path("none.toml").c_str(), 1);
    EXPECT_EQ(of({"--help"}), Words{"--help"});
    EXPECT_EQ(of({"digitize", "--no-such"}), (Words{"digitize", "--no-such"}));
    EXPECT_THAT(of({"digitize", "a"}), ElementsAre("failed", HasSubstr("there is no such configuration file")));
}

TEST_F(ConfiguredWords, AFileAskedForIsReadAlone) {
    const std::string other = write("other.toml", "[digitize]\njobs = 9\n");
    EXPECT_THAT(of({"digitize", "a", "--config", other}), testing::Contains("--jobs=9"));
    EXPECT_THAT(of({"digitize", "a", "--config", other}), testing::Not(testing::Contains("--alto=true")));
}

}  // namespace sohoa::cli
