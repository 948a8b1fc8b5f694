// Which files of a repository are got when nobody names them, and when somebody does.
#include "core/hub/file_choice.h"

#include <QtTest>

using namespace lift;

namespace {

HubRepository with(const std::vector<std::string>& paths, HubKind kind = HubKind::Model) {
  HubRepository repository{.name = {.kind = kind, .id = "org/name"}};
  for (const std::string& path : paths) repository.files.push_back({path, 10, std::string(64, 'a')});
  std::ranges::sort(repository.files, {}, &HubFile::path);
  return repository;
}

QString chosen(const HubRepository& repository, const HubFileChoice& choice = {}) {
  const auto result = choose_files(repository, choice);
  if (!result.ok()) return QString::fromStdString(result.error().sentence());
  QStringList names;
  for (const HubFile& file : result->files) names << QString::fromStdString(file.path);
  if (result->files.size() + result->left.size() != repository.files.size()) names << "and some are told nowhere";
  return names.join(' ');
}

}   // namespace

class FileChoiceTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_model_is_its_weights_and_what_is_read_beside_them() {
    QCOMPARE(chosen(with({"config.json",
                          "generation_config.json",
                          "tokenizer.json",
                          "merges.txt",
                          "tokenizer.model",
                          "chat_template.jinja",
                          "additional_chat_templates/tool_use.jinja",
                          "LICENSE",
                          "README.md",
                          "model-00001-of-00002.safetensors",
                          "model-00002-of-00002.safetensors",
                          "model.safetensors.index.json",
                          "consolidated.safetensors",
                          "pytorch_model.bin",
                          "original/consolidated.00.pth",
                          "onnx/model.onnx",
                          "runs/events",
                          ".gitattributes",
                          "figure.png",
                          "tiny.gguf",
                          "training_args.bin"})),
             QString("LICENSE README.md additional_chat_templates/tool_use.jinja chat_template.jinja config.json "
                     "generation_config.json merges.txt model-00001-of-00002.safetensors "
                     "model-00002-of-00002.safetensors model.safetensors.index.json tokenizer.json tokenizer.model"));
  }

  void an_adapter_is_got_as_one() {
    QCOMPARE(chosen(with({"adapter_config.json", "adapter_model.safetensors", "adapter_model.bin",
                          "checkpoint-10/adapter_model.safetensors"})),
             QString("adapter_config.json adapter_model.safetensors"));
  }

  void an_only_gguf_is_got_with_all_its_parts() {
    QCOMPARE(chosen(with({"README.md", "big-00001-of-00002.gguf", "big-00002-of-00002.gguf", "mmproj-big.gguf"})),
             QString("README.md big-00001-of-00002.gguf big-00002-of-00002.gguf"));
  }

  void of_several_ggufs_a_person_chooses() {
    const HubRepository two = with({"a-Q4_K_M.gguf", "a-Q8_0.gguf", "README.md"});
    const QString sentence = chosen(two);
    QVERIFY2(sentence.contains("a-Q4_K_M.gguf, a-Q8_0.gguf") && sentence.contains("--file \"a-Q4_K_M.gguf\""),
             qPrintable(sentence));
    QCOMPARE(chosen(two, {.patterns = {"*Q8_0*"}}), QString("a-Q8_0.gguf"));
  }

  void a_pattern_for_one_part_brings_its_set() {
    QCOMPARE(
        chosen(with({"q/b-00001-of-00002.gguf", "q/b-00002-of-00002.gguf", "q/c.gguf"}), {.patterns = {"q/b-00001-*"}}),
        QString("q/b-00001-of-00002.gguf q/b-00002-of-00002.gguf"));
  }

  void a_pattern_without_a_slash_looks_at_names_and_one_with_it_at_paths() {
    const HubRepository data = with({"data/train.csv", "old/train.csv"}, HubKind::DataSet);
    QCOMPARE(chosen(data, {.patterns = {"train.csv"}}), QString("data/train.csv old/train.csv"));
    QCOMPARE(chosen(data, {.patterns = {"data/*.csv"}}), QString("data/train.csv"));
  }

  void a_pattern_that_names_nothing_is_told() {
    const QString sentence = chosen(with({"config.json"}), {.patterns = {"*.json", "*.gguf"}});
    QVERIFY2(sentence.contains("\"*.gguf\"") && sentence.contains("lift hub show org/name"), qPrintable(sentence));
  }

  void a_repository_with_nothing_to_read_is_told() {
    QVERIFY(chosen(with({"pytorch_model.bin", "config.json"})).contains("expected safetensors or GGUF files"));
    QVERIFY(chosen(with({"train.py"}, HubKind::DataSet)).contains("expected JSONL"));
  }

  void a_data_set_is_its_rows_and_its_card() {
    const HubFileChoice choice{.is_row_file = [](const std::string& name) { return name.ends_with(".jsonl"); }};
    QCOMPARE(
        chosen(with({"data/a.jsonl", "b.jsonl", "README.md", "build.py", "data/README.md"}, HubKind::DataSet), choice),
        QString("README.md b.jsonl data/a.jsonl"));
  }

  void all_is_all() {
    QCOMPARE(chosen(with({"a.bin", ".gitattributes"}), {.all = true}), QString(".gitattributes a.bin"));
  }
};

QTEST_GUILESS_MAIN(FileChoiceTest)
#include "file_choice_test.moc"
