// Arrays in memory and in files hold the same values, and say what is wrong with a disk.
#include "core/data/stored_array.h"

#include <numeric>

#include <QtTest>

#include "tests/core/data/data_files.h"

using namespace lift;
using namespace lift::test;

class StoredArrayTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void values_in_a_file_are_those_in_memory() {
    const TemporaryFolder folder;
    auto stored = StoredArray<std::int64_t>::in_file(folder / "numbers");
    StoredArray<std::int64_t> plain;
    std::vector<std::int64_t> part(1000);
    for (int round = 0; round < 500; ++round) {   // more than is written at once
      std::iota(part.begin(), part.end(), round * 1000);
      stored.append(part);
      plain.append(part);
    }
    stored.append(7);
    plain.append(7);
    QVERIFY(stored.finish().ok() && plain.finish().ok());
    QCOMPARE(stored.size(), std::int64_t{500'001});
    for (std::int64_t i = 0; i < stored.size(); ++i) QCOMPARE(stored[i], plain[i]);
    stored.release();
    const auto moved = std::move(stored);
    QVERIFY(std::ranges::equal(moved.part(123'456, 1000), plain.part(123'456, 1000)));
    const auto again = require(StoredArray<std::int64_t>::open(folder / "numbers", 500'001));
    QCOMPARE(again[500'000], std::int64_t{7});
    QCOMPARE(StoredArray<std::int64_t>::open(folder / "numbers", 500'000).error().code, ErrorCode::Mismatch);
    QCOMPARE(StoredArray<std::int64_t>::open(folder / "other", 1).error().code, ErrorCode::NotFound);
  }

  void an_empty_array_is_an_empty_file() {
    const TemporaryFolder folder;
    auto none = StoredArray<std::int64_t>::in_file(folder / "none");
    QVERIFY(none.finish().ok());
    QCOMPARE(none.size(), std::int64_t{0});
    QCOMPARE(require(StoredArray<std::int64_t>::open(folder / "none", 0)).size(), std::int64_t{0});
  }

  void a_full_disk_is_told_with_what_to_do() {
    auto full = StoredArray<std::uint8_t>::in_file("/dev/full");
    QVERIFY(!full.failed());
    const std::vector<std::uint8_t> part(3u << 20, 1);
    full.append(part);
    QVERIFY(full.failed());   // whoever writes can stop here
    const Status finished = full.finish();
    QVERIFY(!finished.ok());
    QCOMPARE(finished.error().code, ErrorCode::Io);
    QVERIFY(finished.error().sentence().find("No space left") != std::string::npos);
    QVERIFY(finished.error().sentence().find("XDG_CACHE_HOME") != std::string::npos);
  }

  void a_folder_that_is_not_there_is_told_too() {
    auto nowhere = StoredArray<std::uint8_t>::in_file("/no/such/folder/ids");
    QVERIFY(nowhere.failed());
    nowhere.append(1);
    QVERIFY(!nowhere.finish().ok());
  }
};

QTEST_GUILESS_MAIN(StoredArrayTest)
#include "stored_array_test.moc"
