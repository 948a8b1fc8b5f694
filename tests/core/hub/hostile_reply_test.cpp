// Replies damaged at random: whatever is still taken for a list of files can be laid down inside one folder.
#include <set>

#include <nlohmann/json.hpp>

#include <QtTest>

#include "core/base/say.h"
#include "core/hub/file_choice.h"
#include "core/io/json.h"
#include "tests/fuzz/mutations.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

const std::string kReply = R"({"id": "org/name", "sha": "0123456789abcdef0123456789abcdef01234567", "private": false,
"gated": "auto", "downloads": 12, "tags": ["gguf", "license:mit"], "cardData": {"license": ["mit", "other"]},
"siblings": [{"rfilename": "config.json", "size": 24, "blobId": "1123456789abcdef0123456789abcdef01234567"},
{"rfilename": "data/../x", "size": 1, "blobId": "1123456789abcdef0123456789abcdef01234567"},
{"rfilename": "a/b/model-00001-of-00002.safetensors", "size": 5000,
"blobId": "2123456789abcdef0123456789abcdef01234567",
"lfs": {"sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "size": 5000,
"pointerSize": 130}}]})";

const std::string kHits = R"([{"id": "org/name", "downloads": 5, "likes": 2, "gated": false, "tags": ["license:mit"],
"safetensors": {"total": 135000000}, "cardData": {"license": "mit"}}, {"id": "../x"}])";

std::string without_the_bad_entry(std::string reply) {
  const auto at = reply.find("{\"rfilename\": \"data/../x\"");
  return reply.erase(at, reply.find("},", at) + 3 - at);
}

bool stays_inside(const std::string& path) {
  const fs::path folder = "/cache/snapshot";
  const std::string placed = (folder / path).lexically_normal().string();
  return placed.starts_with(folder.string() + "/") && placed == (folder / path).string();
}

}   // namespace

class HostileReplyTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_whole_reply_is_read_and_one_with_a_path_that_leaves_is_not() {
    const auto bad = read_repository(nlohmann::json::parse(kReply), {.id = "org/name"});
    QVERIFY(!bad.ok());
    const auto good = read_repository(nlohmann::json::parse(without_the_bad_entry(kReply)), {.id = "org/name"});
    QVERIFY(good.ok());
    QCOMPARE(good->files.size(), std::size_t{2});
    QCOMPARE(good->licence, std::string("mit, other"));
  }

  void damaged_replies_give_an_error_or_a_list_that_can_be_laid_down() {
    const std::string reply = without_the_bad_entry(kReply);
    test::Mutator mutator(20261201);
    int taken = 0, refused = 0;
    for (int i = 0; i < 30000; ++i) {
      const auto json = parse_json(mutator.mutated(reply), say("a reply"));
      if (!json.ok()) continue;
      const auto found = read_repository(*json, {.id = "org/name"});
      ++(found.ok() ? taken : refused);
      if (!found.ok()) continue;
      QVERIFY(is_commit(found->commit));
      std::set<std::string> paths;
      for (const HubFile& file : found->files) {
        QVERIFY2(stays_inside(file.path), file.path.c_str());
        QVERIFY(paths.insert(file.path).second);
        QVERIFY(file.bytes >= 0 && (file.digest.size() == 40 || file.digest.size() == 64));
        QVERIFY(file.digest.find_first_not_of("0123456789abcdef") == std::string::npos);
      }
      QVERIFY(bytes_of(found->files) >= 0);
      (void)choose_files(*found, {}).ok();
    }
    QVERIFY2(taken > 1000 && refused > 1000, qPrintable(QString::number(taken) + ' ' + QString::number(refused)));
  }

  void damaged_searches_name_only_what_can_be_asked_for() {
    test::Mutator mutator(20261202);
    int taken = 0;
    for (int i = 0; i < 10000; ++i) {
      const auto json = parse_json(mutator.mutated(kHits), say("a reply"));
      if (!json.ok()) continue;
      const auto hits = read_hits(*json, HubKind::Model);
      if (!hits.ok()) continue;
      ++taken;
      for (const HubHit& hit : *hits) QVERIFY(validate({.id = hit.id}).ok());
    }
    QVERIFY(taken > 300);
  }
};

QTEST_GUILESS_MAIN(HostileReplyTest)
#include "hostile_reply_test.moc"
