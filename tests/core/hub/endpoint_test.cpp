// What of the environment decides where the hub is, who asks and where the cache lies: as huggingface_hub has it.
#include "core/hub/endpoint.h"

#include <fstream>
#include <map>

#include <QtTest>

#include "tests/support/paths.h"

using namespace lift;

namespace {

using Variables = std::map<std::string, std::string>;

Environment of(Variables variables) {
  return [variables = std::move(variables)](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    if (found == variables.end()) return std::nullopt;
    return found->second;
  };
}

HubEndpoint endpoint_of(Variables variables) {
  variables.try_emplace("HOME", "/nowhere");
  auto endpoint = hub_endpoint(of(std::move(variables)));
  if (!endpoint.ok()) qFatal("%s", endpoint.error().sentence().c_str());
  return std::move(endpoint).value();
}

void write(const std::filesystem::path& path, const std::string& text) { std::ofstream(path) << text; }

}   // namespace

class EndpointTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void without_variables_it_is_the_hub_and_nobody_asks() {
    const HubEndpoint endpoint = endpoint_of({});
    QCOMPARE(endpoint.url, std::string("https://huggingface.co"));
    QVERIFY(endpoint.token.empty() && !endpoint.offline && endpoint.notices.empty());
    QCOMPARE(endpoint.cache.string(), std::string("/nowhere/.cache/huggingface/hub"));
  }

  void the_cache_is_where_the_first_of_its_variables_says() {
    Variables all{{"HOME", "/people/a"}};
    const auto cache = [&] { return hub_cache_folder(of(all)).string(); };
    all["XDG_CACHE_HOME"] = "/xdg";
    QCOMPARE(cache(), std::string("/xdg/huggingface/hub"));
    all["HF_HOME"] = "~/hf";
    QCOMPARE(cache(), std::string("/people/a/hf/hub"));
    all["HUGGINGFACE_HUB_CACHE"] = "/old";
    QCOMPARE(cache(), std::string("/old"));
    all["HF_HUB_CACHE"] = "/hub";
    QCOMPARE(cache(), std::string("/hub"));
    all["HF_HUB_CACHE"] = "";
    QCOMPARE(cache(), std::string("/old"));
  }

  void the_token_is_that_of_the_first_place_that_has_one() {
    const test::TemporaryFolder folder;
    write(folder / "token", "  hf_home\n");
    write(folder / "named", "hf_named\n");
    Variables all{{"HF_HOME", folder.path().string()}};
    const auto expect = [&](const std::string& token, const std::string& from) {
      const HubEndpoint endpoint = endpoint_of(all);
      QCOMPARE(endpoint.token, token);
      QCOMPARE(endpoint.token_from, from);
    };
    expect("hf_home", folder / "token");
    all["HF_TOKEN_PATH"] = folder / "named";
    expect("hf_named", folder / "named");
    all["HUGGING_FACE_HUB_TOKEN"] = "hf_old";
    expect("hf_old", "HUGGING_FACE_HUB_TOKEN");
    all["HF_TOKEN"] = "hf_new";
    expect("hf_new", "HF_TOKEN");
  }

  void a_named_token_file_that_is_missing_is_told() {
    const HubEndpoint endpoint = endpoint_of({{"HF_TOKEN_PATH", "/nowhere/token"}});
    QVERIFY(endpoint.token.empty());
    QCOMPARE(endpoint.notices.size(), std::size_t{1});
    QVERIFY(endpoint.notices.front().text().find("/nowhere/token") != std::string::npos);
  }

  void a_token_that_would_break_a_header_is_refused_without_showing_it() {
    for (const char* token : {"hf_a\nX-Other: 1", "hf_a b", "hf_\xc3\xa9"}) {
      const auto endpoint = hub_endpoint(of({{"HF_TOKEN", token}, {"HOME", "/nowhere"}}));
      QVERIFY(!endpoint.ok());
      QCOMPARE(endpoint.error().code, ErrorCode::InvalidArgument);
      QVERIFY(endpoint.error().sentence().find("hf_") == std::string::npos);
      QVERIFY(endpoint.error().sentence().find("HF_TOKEN") != std::string::npos);
    }
  }

  void a_mirror_is_taken_without_its_last_slash_and_a_wrong_one_refused() {
    QCOMPARE(endpoint_of({{"HF_ENDPOINT", "https://mirror.example/hub/"}}).url,
             std::string("https://mirror.example/hub"));
    for (const char* wrong : {"mirror.example", "file:///x", "https://"}) {
      const auto endpoint = hub_endpoint(of({{"HF_ENDPOINT", wrong}, {"HOME", "/nowhere"}}));
      QVERIFY2(!endpoint.ok() && endpoint.error().sentence().find(wrong) != std::string::npos, wrong);
    }
  }

  void a_token_is_not_sent_unencrypted_to_another_machine() {
    const HubEndpoint other = endpoint_of({{"HF_ENDPOINT", "http://mirror.example"}, {"HF_TOKEN", "hf_x"}});
    QVERIFY(other.token.empty());
    QCOMPARE(other.notices.size(), std::size_t{1});
    for (const char* here : {"http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"})
      QCOMPARE(endpoint_of({{"HF_ENDPOINT", here}, {"HF_TOKEN", "hf_x"}}).token, std::string("hf_x"));
  }

  void variables_that_forbid_something_are_followed_or_told() {
    const HubEndpoint nobody = endpoint_of({{"HF_HUB_DISABLE_IMPLICIT_TOKEN", "1"}, {"HF_TOKEN", "hf_x"}});
    QVERIFY(nobody.token.empty() && nobody.notices.size() == 1);
    const HubEndpoint links = endpoint_of({{"HF_HUB_DISABLE_SYMLINKS", "1"}});
    QCOMPARE(links.notices.size(), std::size_t{1});
    QVERIFY(links.notices.front().text().find("HF_HUB_DISABLE_SYMLINKS") != std::string::npos);
  }

  void offline_is_what_python_takes_for_true() {
    for (const char* yes : {"1", "ON", "yes", "True"}) QVERIFY(endpoint_of({{"HF_HUB_OFFLINE", yes}}).offline);
    QVERIFY(endpoint_of({{"TRANSFORMERS_OFFLINE", "1"}}).offline);
    QVERIFY(!endpoint_of({{"TRANSFORMERS_OFFLINE", "1"}, {"HF_HUB_OFFLINE", "0"}}).offline);
    for (const char* no : {"", "0", "off", "2"}) QVERIFY(!endpoint_of({{"HF_HUB_OFFLINE", no}}).offline);
  }

  void authorities_come_from_the_usual_variables() {
    QCOMPARE(endpoint_of({{"SSL_CERT_FILE", "/c"}, {"REQUESTS_CA_BUNDLE", "/b"}}).certificates, std::string("/b"));
    QCOMPARE(endpoint_of({{"CURL_CA_BUNDLE", "/a"}, {"REQUESTS_CA_BUNDLE", "/b"}}).certificates, std::string("/a"));
  }
};

QTEST_GUILESS_MAIN(EndpointTest)
#include "endpoint_test.moc"
