// What a person's name for a model stands for: a path first, then what the Hugging Face cache has under it.
#include "core/session/named_model.h"

#include <fstream>

#include <QtTest>

#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

const std::string kCommit(40, 'a');

void touch(const fs::path& file, const std::string& text = "x") {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

}   // namespace

class NamedModelTest : public QObject {
  Q_OBJECT
  std::unique_ptr<test::TemporaryFolder> folder_;

  fs::path repository(const std::string& name) const { return folder_->path() / ("models--" + name); }
  fs::path snapshot(const std::string& name) const { return repository(name) / "snapshots" / kCommit; }
  Result<fs::path> named(const std::string& text) const {
    return named_model(text, [this](const std::string& variable) -> std::optional<std::string> {
      if (variable == "HF_HUB_CACHE") return folder_->path().string();
      return std::nullopt;
    });
  }
  QString shown(const std::string& text) const {
    const auto model = named(text);
    return QString::fromStdString(model.ok() ? model->string() : model.error().sentence());
  }

 private Q_SLOTS:
  void init() { folder_ = std::make_unique<test::TemporaryFolder>(); }

  void a_snapshot_is_found_by_name_and_by_revision() {
    touch(repository("org--name") / "refs" / "main", kCommit);
    touch(repository("org--name") / "refs" / "v1" / "beta", kCommit + "\n");
    touch(snapshot("org--name") / "config.json");
    const QString expected = QString::fromStdString(snapshot("org--name").string());
    for (const char* text : {"org/name", "org/name@main", "org/name@v1/beta"}) QCOMPARE(shown(text), expected);
    QCOMPARE(shown("org/name@" + kCommit), expected);
    QVERIFY(shown("org/name@v2").contains("lift hub get org/name --revision v2"));
  }

  void a_snapshot_of_one_gguf_is_that_file_and_of_several_names_them() {
    touch(repository("org--one") / "refs" / "main", kCommit);
    touch(snapshot("org--one") / "q8" / "a-00001-of-00002.gguf");
    touch(snapshot("org--one") / "q8" / "a-00002-of-00002.gguf");
    QVERIFY(shown("org/one").endsWith("q8/a-00001-of-00002.gguf"));
    touch(snapshot("org--one") / "b.gguf");
    QVERIFY(shown("org/one").contains("several GGUF files"));
    QVERIFY(shown("org/one").contains("b.gguf"));
  }

  void what_exists_here_is_meant_first() {
    const fs::path here = fs::current_path();
    touch(repository("org--name") / "refs" / "main", kCommit);
    touch(snapshot("org--name") / "config.json");
    const test::TemporaryFolder work;
    touch(work / "org/name/config.json");
    fs::current_path(work.path());
    const QString found = shown("org/name");
    fs::current_path(here);
    QCOMPARE(found, QString("org/name"));
  }

  void a_name_that_nobody_has_is_told_with_the_command_that_gets_it() {
    const auto model = named("org/other");
    QVERIFY(!model.ok());
    QCOMPARE(model.error().code, ErrorCode::NotFound);
    QVERIFY(shown("org/other").contains("Get it with: lift hub get org/other"));
    QVERIFY(shown("org/other").contains(QString::fromStdString(folder_->path().string())));
  }

  void a_data_set_is_found_whole_or_in_part() {
    const fs::path data = folder_->path() / "datasets--org--rows";
    touch(data / "refs" / "main", kCommit);
    touch(data / "snapshots" / kCommit / "main" / "train.parquet");
    const auto shown_data = [this](const std::string& text) {
      const auto found = named_data(text, [this](const std::string&) { return folder_->path().string(); });
      return QString::fromStdString(found.ok() ? found->string() : found.error().sentence());
    };
    const QString snapshot = QString::fromStdString((data / "snapshots" / kCommit).string());
    QCOMPARE(shown_data("org/rows"), snapshot);
    QCOMPARE(shown_data("org/rows@main"), snapshot);
    QCOMPARE(shown_data("org/rows/main"), snapshot + "/main");
    QVERIFY(shown_data("org/rows/other").contains("the cache has org/rows, but not other of it"));
    QVERIFY(shown_data("org/none").contains("Get it with: lift hub get --data org/none"));
    for (const char* path : {"org/rows.jsonl", "train.csv", "/nowhere/rows", "rows", "../org/rows"})
      QCOMPARE(shown_data(path), QString(path));
  }

  void paths_stay_paths() {
    for (const char* text :
         {"models/a.gguf", "a/b/c", "./org/name", "/nowhere/model", "name.gguf", "gpt-nobody", "a b/c"})
      QCOMPARE(shown(text), QString(text));
  }
};

QTEST_GUILESS_MAIN(NamedModelTest)
#include "named_model_test.moc"
