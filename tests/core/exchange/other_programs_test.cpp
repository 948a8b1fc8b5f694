// Exports for programs on this machine: Ollama's folder, Ollama itself, LM Studio's folder.
#include <QtTest>

#include "core/exchange/exporter.h"
#include "core/io/atomic_file.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/raw_safetensors.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

Exporter named(std::string_view name) {
  for (Exporter& exporter : exporter_list())
    if (exporter.name == name) return exporter;
  throw std::runtime_error("no such exporter");
}

std::string text_of(const fs::path& file) { return read_whole_file(file, 1 << 20).value(); }
bool has(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

}   // namespace

class OtherProgramsTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  fs::path base_;
  std::shared_ptr<CausalLm> model_;
  int count_ = 0;

  fs::path fresh() { return folder_ / ("out" + std::to_string(++count_)); }
  ExportRequest to(const fs::path& target) const { return {*model_, base_, target, "base"}; }
  ExportCheck checked(const Exporter& exporter, const ExportRequest& request) {
    return exporter.check(request, *load_tokenizer(base_).value(), {{"Hello"}, 4}, {}).value();
  }
  // A program of that name in front of PATH.
  void install(const char* name, const std::string& script) {
    const fs::path bin = fresh();
    write_text(bin / name, "#!/bin/sh\n" + script);
    fs::permissions(bin / name, fs::perms::owner_all);
    qputenv("PATH", QByteArray::fromStdString(bin.string() + ":/usr/bin:/bin"));
  }

 private Q_SLOTS:
  void initTestCase() {
    base_ = folder_ / "base";
    write_tiny_folder(base_, tiny_model(tiny_config(), DType::BF16));
    write_text(base_ / "README.md", "---\nlicense: apache-2.0\n---\n");
    model_ = load_model(base_, {.dtype = DType::BF16}).value().model;
    qputenv("HOME", QByteArray::fromStdString((folder_ / "home").string()));
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString((folder_ / "cache").string()));
    fs::create_directories(folder_ / "home");
  }

  void a_folder_for_ollama_has_the_model_and_the_base_s_conversations() {
    const Exporter exporter = named("modelfile");
    const ExportRequest request = to(fresh());
    bool told = false;
    const std::vector<Sentence> plan = exporter.plan(request).value();
    for (const Sentence& sentence : plan) told |= has(sentence.text(), "template writes");
    QVERIFY(told);
    QVERIFY(exporter.write(request, {}).ok());
    const std::string modelfile = text_of(request.target / "Modelfile");
    for (const char* line : {"FROM ./model.gguf\n", "<|im_start|>user\n", "PARAMETER stop \"<|im_end|>\"",
                             "LICENSE \"\"\"apache-2.0\"\"\""})
      QVERIFY2(has(modelfile, line), modelfile.c_str());
    QVERIFY(checked(exporter, request).exact);
    write_text(request.target / "Modelfile", modelfile + "# more\n");
    QVERIFY(!checked(exporter, request).exact);
    QVERIFY(!exporter.write(request, {}).ok());   // nothing is overwritten
  }

  void ollama_gets_the_checked_files_and_they_go() {
    const fs::path heard = fresh();
    install("ollama", "echo \"$@\" > " + heard.string() + "; ls \"$(dirname \"$4\")\" >> " + heard.string());
    const Exporter exporter = named("ollama");
    const ExportRequest request = to(exporter.place("my-model").value());
    QVERIFY(exporter.write(request, {}).ok());
    QVERIFY(checked(exporter, request).exact);
    QCOMPARE(exporter.hand_over(request, "my-model", {}).value(), fs::path("my-model"));
    QCOMPARE(text_of(heard),
             "create my-model -f " + (request.target / "Modelfile").string() + "\nModelfile\nmodel.gguf\n");
    // What a killed program left is removed by the next one; what belongs to a living one stays.
    const fs::path killed = request.target.parent_path() / "999999999", living = request.target.parent_path() / "1";
    fs::create_directories(killed / "model");
    fs::create_directories(living);
    QVERIFY(exporter.place("m").ok());
    QVERIFY(!fs::exists(killed) && fs::exists(living) && !fs::exists(request.target));
  }

  void what_ollama_says_is_told_when_it_fails() {
    install("ollama", "echo could not connect >&2; exit 1");
    const Exporter exporter = named("ollama");
    const ExportRequest request = to(exporter.place("m").value());
    QVERIFY(exporter.write(request, {}).ok());
    const auto handed = exporter.hand_over(request, "m", {});
    QVERIFY(!handed.ok());
    QVERIFY2(has(handed.error().sentence(), "could not connect"), handed.error().sentence().c_str());
  }

  void without_ollama_it_is_said() {
    qputenv("PATH", "/nowhere");
    const auto place = named("ollama").place("m");
    QVERIFY(!place.ok() && place.error().code == ErrorCode::NotFound);
  }

  void a_name_is_a_name() {
    fs::create_directories(folder_ / "home/.lmstudio");
    for (const char* name : {"", "a/b", "..", "-x", "a b", "ä"}) {
      QVERIFY2(!named("lmstudio").place(name).ok(), name);
      QVERIFY2(named("ollama").place(name).error().code == ErrorCode::InvalidArgument, name);
    }
    fs::remove_all(folder_ / "home/.lmstudio");
  }

  void lm_studio_finds_the_file_where_it_looks() {
    const Exporter exporter = named("lmstudio");
    QVERIFY(exporter.place("tuned").error().code == ErrorCode::NotFound);
    fs::create_directories(folder_ / "home/.lmstudio");
    const ExportRequest request = to(exporter.place("tuned").value());
    QCOMPARE(request.target, folder_ / "home/.lmstudio/models/lift-studio/tuned/tuned.gguf");
    QVERIFY(exporter.write(request, {}).ok());
    QVERIFY(checked(exporter, request).exact);
    QVERIFY(exporter.place("tuned").error().code == ErrorCode::InvalidArgument);   // taken
    fs::create_directories(folder_ / "elsewhere");
    write_text(folder_ / "home/.lmstudio-home-pointer", (folder_ / "elsewhere").string() + "\n");
    QCOMPARE(exporter.place("t").value(), folder_ / "elsewhere/models/lift-studio/t/t.gguf");
  }
};

QTEST_GUILESS_MAIN(OtherProgramsTest)
#include "other_programs_test.moc"
