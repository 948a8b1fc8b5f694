#include "core/checkpoint/delta_folder.h"

#include <QtTest>

#include "core/checkpoint/delta_file.h"
#include "core/io/atomic_file.h"
#include "core/model/model_loader.h"
#include "tests/core/checkpoint/random_run.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> contents(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder))
    files[entry.path().filename().string()] = read_whole_file(entry.path(), 1u << 30).value();
  return files;
}

}   // namespace

class DeltaFolderTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  RandomRun run_ = random_run();
  fs::path delta_ = folder_ / "run.lift", other_delta_ = folder_ / "other.lift";

  fs::path fresh_base(int shards) {
    const fs::path folder = folder_ / "base";
    fs::remove_all(folder);
    fs::create_directories(folder);
    write_tiny_folder(folder, run_.fresh_base(), shards);
    return folder;
  }

 private Q_SLOTS:
  void initTestCase() {
    QVERIFY(write_delta(delta_, run_.make().delta).ok());
    QVERIFY(write_delta(other_delta_, random_run(DType::BF16, 77).make().delta).ok());
  }

  void applied_the_folder_is_the_tuned_model_and_undone_byte_for_byte_the_old_one_data() {
    QTest::addColumn<int>("shards");
    QTest::newRow("one file") << 1;
    QTest::newRow("three shards") << 3;
  }
  void applied_the_folder_is_the_tuned_model_and_undone_byte_for_byte_the_old_one() {
    QFETCH(int, shards);
    const fs::path folder = fresh_base(shards);
    const auto before = contents(folder);
    const DeltaVerification done = apply_to_folder(folder, delta_).value();
    QCOMPARE(done.entries, run_.make().delta.entries.total());
    QVERIFY(same_weights(*load_model(folder, {.dtype = DType::BF16})->model, run_.model));
    QVERIFY(fs::exists(folder / kUndoFileName));
    QVERIFY(undo_in_folder(folder, delta_).ok());
    QVERIFY(contents(folder) == before);
  }

  void applying_twice_is_applying_once() {
    const fs::path folder = fresh_base(1);
    QVERIFY(apply_to_folder(folder, delta_).ok());
    const auto once = contents(folder);
    QCOMPARE(apply_to_folder(folder, delta_)->tensors_changed, std::int64_t(0));
    QVERIFY(contents(folder) == once);
  }

  // A program killed between two shards leaves the first one tuned.
  void an_interrupted_apply_can_go_on_or_back() {
    for (const bool forward : {true, false}) {
      const fs::path folder = fresh_base(3);
      const auto before = contents(folder);
      QVERIFY(apply_to_folder(folder, delta_).ok());
      const auto tuned = contents(folder);
      std::string last;
      for (const auto& [name, bytes] : before)
        if (name.ends_with(".safetensors") && tuned.at(name) != bytes) last = name;
      QVERIFY(!last.empty());
      QVERIFY(write_file_atomically(folder / last, before.at(last)).ok());
      QVERIFY(forward ? apply_to_folder(folder, delta_).ok() : undo_in_folder(folder, delta_).ok());
      QVERIFY(contents(folder) == (forward ? tuned : before));
    }
  }

  void a_second_delta_on_top_is_refused_and_changes_nothing() {
    const fs::path folder = fresh_base(1);
    QVERIFY(apply_to_folder(folder, delta_).ok());
    const auto before = contents(folder);
    const auto result = apply_to_folder(folder, other_delta_);
    QVERIFY(result.error().code == ErrorCode::Mismatch);
    QVERIFY2(result.error().sentence().find("Undo the other delta first") != std::string::npos,
             result.error().sentence().c_str());
    QVERIFY(!undo_in_folder(folder, other_delta_).ok());
    QVERIFY(contents(folder) == before);
  }

  void another_base_is_refused_with_its_tensor_and_left_alone() {
    const fs::path folder = folder_ / "foreign";
    fs::create_directories(folder);
    write_tiny_folder(folder, tiny_model(tiny_config(), DType::BF16, 2));
    const auto before = contents(folder);
    const auto result = apply_to_folder(folder, delta_);
    QVERIFY(result.error().code == ErrorCode::Mismatch);
    QVERIFY(result.error().sentence().find("tensor model.layers.0.") != std::string::npos);
    QVERIFY(contents(folder) == before);
  }

  void what_is_no_folder_of_our_own_is_refused() {
    QVERIFY(apply_to_folder(folder_ / "none", delta_).error().code == ErrorCode::NotFound);
    QVERIFY(apply_to_folder(delta_, delta_).error().code == ErrorCode::Unsupported);
    const fs::path linked = folder_ / "linked";
    fs::create_directories(linked);
    fs::create_symlink(fresh_base(1) / "model.safetensors", linked / "model.safetensors");
    QVERIFY(apply_to_folder(linked, delta_).error().code == ErrorCode::Unsupported);
    QVERIFY(undo_in_folder(fresh_base(1), delta_).error().code == ErrorCode::NotFound);
  }
};

QTEST_GUILESS_MAIN(DeltaFolderTest)
#include "delta_folder_test.moc"
