// Downloads into the cache: its layout, what is asked for again after which trouble, what never gets a name.
#include "core/hub/download.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include <QtTest>

#include "core/hub/file_choice.h"
#include "tests/core/hub/web_server.h"

using namespace lift;
using nlohmann::json;
using test::WebServer;
namespace fs = std::filesystem;

namespace {

const std::string kCommit = "0123456789abcdef0123456789abcdef01234567";
const std::string kWeights = "model.safetensors";

std::string content(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<char>((i * 7 + i / 251) % 256);
  return bytes;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

void write(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

// No file of the process can grow beyond `bytes` while it lives, as on a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : former_handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &former_);
    const rlimit limit{bytes, former_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &former_);
    std::signal(SIGXFSZ, former_handler_);
  }

 private:
  rlimit former_{};
  void (*former_handler_)(int);
};

}   // namespace

class DownloadTest : public QObject {
  Q_OBJECT
  // Each test has a server of its own, whose faults count from the beginning.
  std::unique_ptr<WebServer> server_;
  std::unique_ptr<test::TemporaryFolder> folder_;
  std::vector<std::string> notices_;

  HubCache cache() const { return HubCache(folder_->path() / "hub"); }
  HubClient client(const std::string& token = {}) const {
    HubEndpoint endpoint{.url = server_->url(), .token = token, .token_from = "HF_TOKEN"};
    return HubClient(endpoint, {.stall = std::chrono::seconds(3)},
                     {.tries = 3, .first_wait = std::chrono::milliseconds(1)});
  }
  HubRepository repository(const std::string& name, HubKind kind = HubKind::Model) const {
    HubClient hub = client();
    auto found = ask_repository(hub, {.kind = kind, .id = "org/" + name}, {});
    if (!found.ok()) qFatal("%s", found.error().sentence().c_str());
    (void)server_->log();
    return std::move(found).value();
  }
  std::vector<HubFile> chosen(const HubRepository& repository) const {
    auto files = choose_files(repository, {.is_row_file = [](const std::string& file) {
                                return file.ends_with(".jsonl") || file.ends_with(".parquet");
                              }});
    if (!files.ok()) qFatal("%s", files.error().sentence().c_str());
    return files->files;
  }
  Result<HubDownload> get(const HubRepository& repository, const TaskContext& task = {},
                          const std::string& token = {}) {
    HubClient hub = client(token);
    return download(hub, cache(), repository, chosen(repository), task,
                    [this](const Notice& notice) { notices_.push_back(notice.text.text()); });
  }
  Result<HubDownload> get(const std::string& name) { return get(repository(name)); }

  const HubFile& weights(const HubRepository& repository) const {
    return *std::ranges::find(repository.files, kWeights, &HubFile::path);
  }
  fs::path part_of_weights(const HubRepository& repository) const {
    return cache().blob(repository.name, weights(repository).digest + ".incomplete");
  }
  // The Range headers with which the weights were asked for at the endpoint; "" where there was none.
  QStringList ranges() const {
    QStringList list;
    for (const json& request : server_->log())
      if (request.at(2).get<std::string>().find("/resolve/") != std::string::npos &&
          request.at(2).get<std::string>().ends_with(kWeights))
        list << QString::fromStdString(request.at(3).value("Range", ""));
    return list;
  }
  void expect_whole(const Result<HubDownload>& got) const {
    QVERIFY2(got.ok(), got.ok() ? "" : got.error().sentence().c_str());
    QVERIFY(read(got->snapshot / kWeights) == content(100000));
  }

 private Q_SLOTS:
  void init() {
    server_ = std::make_unique<WebServer>("hub_server.py");
    folder_ = std::make_unique<test::TemporaryFolder>();
    notices_.clear();
  }

  void the_cache_is_laid_out_as_other_programs_know_it() {
    const HubRepository plain = repository("plain");
    const auto got = get(plain);
    expect_whole(got);
    const fs::path root = cache().root() / "models--org--plain";
    QCOMPARE(got->snapshot.string(), (root / "snapshots" / kCommit).string());
    QCOMPARE(read(root / "refs" / "main"), kCommit);
    QVERIFY(read(cache().root() / "CACHEDIR.TAG").starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
    QCOMPARE(read(got->snapshot / "config.json"), std::string("{\"model_type\": \"llama\"}\n"));
    const fs::path link = fs::read_symlink(got->snapshot / kWeights);
    QCOMPARE(link.string(), "../../blobs/" + weights(plain).digest);
    std::size_t names = 0;
    for (const auto& entry : fs::directory_iterator(got->snapshot)) {
      ++names;
      QVERIFY(entry.is_symlink());
    }
    QCOMPARE(names, std::size_t{4});   // no pickle, no ONNX, no .gitattributes
    QVERIFY(!fs::exists(part_of_weights(plain)));
    QCOMPARE(got->received_bytes, bytes_of(chosen(plain)));
    QCOMPARE(got->kept_bytes, std::int64_t{0});
  }

  void files_in_folders_lead_to_their_blobs_too() {
    const auto got = get(repository("data", HubKind::DataSet));
    QVERIFY2(got.ok(), got.ok() ? "" : got.error().sentence().c_str());
    QVERIFY(got->snapshot.string().find("datasets--org--data") != std::string::npos);
    QVERIFY(fs::read_symlink(got->snapshot / "data" / "train.jsonl").string().starts_with("../../../blobs/"));
    QVERIFY(read(got->snapshot / "data" / "test.parquet") == content(3000));
    QVERIFY(!fs::exists(got->snapshot / "script.py"));
  }

  void what_is_there_is_not_asked_for_again() {
    const HubRepository plain = repository("plain");
    expect_whole(get(plain));
    (void)server_->log();
    const auto again = get(plain);
    expect_whole(again);
    QCOMPARE(again->received_bytes, std::int64_t{0});
    QCOMPARE(again->kept_bytes, bytes_of(chosen(plain)));
    QCOMPARE(missing_bytes(cache(), plain, chosen(plain)), std::int64_t{0});
    QCOMPARE(server_->log().size(), std::size_t{0});
  }

  void a_connection_that_drops_is_gone_on_with() {
    const HubRepository flaky = repository("flaky");
    expect_whole(get(flaky));
    QCOMPARE(ranges(), (QStringList{"", "bytes=40000-", "bytes=80000-"}));
  }

  void a_part_of_an_earlier_start_is_gone_on_with() {
    const HubRepository plain = repository("plain");
    write(part_of_weights(plain), content(60000));
    QCOMPARE(missing_bytes(cache(), plain, {weights(plain)}), std::int64_t{40000});
    const auto got = get(plain);
    expect_whole(got);
    QCOMPARE(ranges(), QStringList{"bytes=60000-"});
    QCOMPARE(got->kept_bytes, std::int64_t{60000});
  }

  void a_whole_part_is_checked_and_named_without_asking() {
    const HubRepository plain = repository("plain");
    write(part_of_weights(plain), content(100000));
    expect_whole(get(plain));
    QCOMPARE(ranges(), QStringList());
  }

  void a_part_that_is_wrong_is_told_and_got_anew() {
    const HubRepository plain = repository("plain");
    write(part_of_weights(plain), std::string(60000, 'x'));
    expect_whole(get(plain));
    QCOMPARE(ranges(), (QStringList{"bytes=60000-", ""}));
    QCOMPARE(notices_.size(), std::size_t{1});
    QVERIFY(notices_.front().find(kWeights) != std::string::npos);
  }

  void a_part_longer_than_the_file_is_begun_anew() {
    const HubRepository plain = repository("plain");
    write(part_of_weights(plain), content(100001));
    expect_whole(get(plain));
    QCOMPARE(ranges(), QStringList{""});
  }

  void a_blob_of_another_length_is_replaced() {
    const HubRepository plain = repository("plain");
    write(cache().blob(plain.name, weights(plain).digest), "half");
    expect_whole(get(plain));
  }

  void a_host_without_ranges_sends_all_again() {
    expect_whole(get("no-ranges"));
    QCOMPARE(ranges(), (QStringList{"", "bytes=40000-"}));
  }

  void a_range_answered_with_another_one_is_not_taken() {
    expect_whole(get("shifted"));
    QCOMPARE(ranges(), (QStringList{"", "bytes=40000-", ""}));
  }

  void a_part_beyond_the_end_of_the_file_is_begun_anew() {
    const HubRepository stale = repository("stale");
    write(part_of_weights(stale), content(60000));
    expect_whole(get(stale));
    QCOMPARE(ranges(), (QStringList{"bytes=60000-", ""}));
  }

  void wrong_content_never_gets_a_name_data() {
    QTest::addColumn<QString>("word");
    QTest::newRow("too-long") << "the host announces 100004";
    QTest::newRow("too-short") << "expected 100000 bytes";
    QTest::newRow("wrong-hash") << "another checksum";
  }
  void wrong_content_never_gets_a_name() {
    QFETCH(QString, word);
    const HubRepository wrong = repository(QTest::currentDataTag());
    const auto got = get(wrong);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().code, ErrorCode::Mismatch);
    const QString sentence = QString::fromStdString(got.error().sentence());
    QVERIFY2(sentence.contains(word) && sentence.contains("model.safetensors"), qPrintable(sentence));
    QVERIFY(!fs::exists(cache().blob(wrong.name, weights(wrong).digest)));
    QVERIFY(!fs::exists(part_of_weights(wrong)));
    QVERIFY(!fs::exists(cache().snapshot(wrong.name, kCommit) / kWeights));
    QVERIFY(!cache().find(wrong.name));   // no ref leads to a snapshot that isn't whole
  }

  void the_token_stays_at_the_endpoint() {
    expect_whole(get(repository("plain"), {}, "hf_good"));
    int at_other_host = 0;
    for (const json& request : server_->log()) {
      const bool at_endpoint = request.at(0).get<int>() == server_->port();
      QCOMPARE(request.at(3).contains("Authorization"), at_endpoint);
      at_other_host += !at_endpoint;
    }
    QCOMPARE(at_other_host, 1);
  }

  void a_gated_model_is_refused_at_its_weights_with_the_way_to_its_terms() {
    const HubRepository terms = repository("terms");
    QCOMPARE(terms.gated, std::string("manual"));
    for (const char* token : {"", "hf_good"}) {
      const auto got = get(terms, {}, token);
      QVERIFY(!got.ok());
      QCOMPARE(got.error().code, ErrorCode::Io);
      const std::string sentence = got.error().sentence();
      QVERIFY2(sentence.find("Accept the terms at " + server_->url("/org/terms")) != std::string::npos,
               sentence.c_str());
    }
    QVERIFY(!cache().find(terms.name));
  }

  void a_full_disk_is_said_in_words_and_what_came_is_kept() {
    const HubRepository plain = repository("plain");
    {
      const FullDisk disk(50000);
      const auto got = get(plain);
      QVERIFY(!got.ok());
      QCOMPARE(got.error().code, ErrorCode::Io);
      const QString sentence = QString::fromStdString(got.error().sentence());
      QVERIFY2(sentence.contains("The disk is full") && sentence.contains("byte 50000 of 100000"),
               qPrintable(sentence));
    }
    QVERIFY(read(part_of_weights(plain)) == content(50000));
    (void)ranges();
    expect_whole(get(plain));
    QCOMPARE(ranges(), QStringList{"bytes=50000-"});
  }

  void a_disk_too_small_is_told_before_anything_is_asked_for() {
    HubRepository plain = repository("plain");
    for (HubFile& file : plain.files) file.bytes = std::int64_t{1} << 60;
    const auto got = get(plain);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().code, ErrorCode::Io);
    QVERIFY(got.error().sentence().find("free bytes on the disk") != std::string::npos);
    QCOMPARE(server_->log().size(), std::size_t{0});
  }

  void a_stop_keeps_what_came() {
    const HubRepository slow = repository("slow");
    std::stop_source stop;
    const TaskContext task{.stop = stop.get_token(), .progress = [&](const Progress& progress) {
                             if (progress.done > 60000) stop.request_stop();
                           }};
    const auto got = get(slow, task);
    QVERIFY(!got.ok());
    QCOMPARE(got.error().code, ErrorCode::Cancelled);
    QVERIFY(read(part_of_weights(slow)) == content(60000));
    (void)ranges();
    expect_whole(get(slow));
    QCOMPARE(ranges(), QStringList{"bytes=60000-"});
  }

  void a_host_that_falls_silent_is_asked_again() {
    expect_whole(get("slow"));
    QCOMPARE(ranges(), (QStringList{"", "bytes=60000-"}));
  }

  void two_programs_bring_a_file_once() {
    const HubRepository plain = repository("plain");
    const fs::path lock = cache().lock(plain.name, weights(plain).digest);
    fs::create_directories(lock.parent_path());
    const int other = ::open(lock.c_str(), O_RDWR | O_CREAT, 0644);
    QCOMPARE(::flock(other, LOCK_EX), 0);
    std::jthread other_program([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(400));
      write(cache().blob(plain.name, weights(plain).digest), content(100000));
      ::close(other);
    });
    bool waited = false;
    const TaskContext task{.stop = {}, .progress = [&](const Progress& progress) {
                             waited |= progress.phase.text().starts_with("waiting for another program");
                           }};
    expect_whole(get(plain, task));
    QVERIFY(waited);
    QCOMPARE(ranges(), QStringList());
  }

  void the_list_and_the_search_by_name_see_what_is_there() {
    const HubRepository plain = repository("plain");
    QVERIFY(!cache().find(plain.name));
    QVERIFY(cache().list().empty());
    expect_whole(get(plain));
    write(cache().blob(plain.name, std::string(64, 'a') + ".incomplete"), "part");
    write(cache().blob(plain.name, std::string(64, 'b') + ".1a2b3c4d.incomplete"), "of Python's client");
    fs::create_directories(cache().root() / "something else");
    QCOMPARE(cache().find(plain.name)->string(), cache().snapshot(plain.name, kCommit).string());
    QVERIFY(cache().find({.id = "org/plain", .revision = kCommit}));
    QVERIFY(!cache().find({.id = "org/plain", .revision = "other"}));
    QVERIFY(!cache().find({.kind = HubKind::DataSet, .id = "org/plain"}));
    QVERIFY(!cache().find({.id = "../../etc"}));
    const auto list = cache().list();
    QCOMPARE(list.size(), std::size_t{1});
    QCOMPARE(list.front().id, std::string("org/plain"));
    QCOMPARE(list.front().bytes, bytes_of(chosen(plain)));
    QCOMPARE(list.front().incomplete_bytes, std::int64_t{4});
    QCOMPARE(list.front().snapshots.size(), std::size_t{1});
    QCOMPARE(list.front().snapshots.front().files, std::int64_t{4});
    QCOMPARE(list.front().snapshots.front().revisions, std::vector<std::string>{"main"});
  }
};

QTEST_GUILESS_MAIN(DownloadTest)
#include "download_test.moc"
