// A model folder of every family as a GGUF file: the file read again is the same model, with the same tokens, or the
// export is refused with what GGUF cannot say.
#include <fstream>

#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/exchange/gguf_export.h"
#include "core/io/gguf_reader.h"
#include "core/io/json.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"

using namespace lift;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr int kVocabulary = 96;   // of the families' models

// Single bytes of the byte-level alphabet, cut as GPT-2 cuts.
json byte_level_tokenizer() {
  json vocabulary = json::object();
  for (int id = 0; id < kVocabulary - 2; ++id) vocabulary[std::string(1, static_cast<char>('!' + id))] = id;
  vocabulary["in"] = kVocabulary - 2;
  return {{"version", "1.0"},
          {"added_tokens", json::array({{{"id", kVocabulary - 1},
                                         {"content", "<end>"},
                                         {"special", true},
                                         {"normalized", false},
                                         {"single_word", false},
                                         {"lstrip", false},
                                         {"rstrip", false}}})},
          {"normalizer", nullptr},
          {"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", true}}},
          {"post_processor", nullptr},
          {"decoder", {{"type", "ByteLevel"}}},
          {"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", json::array({"i n"})}}}};
}

// SentencePiece's merging as a tokenizer.json: bytes, marks for blanks, one in front.
json marked_tokenizer() {
  json vocabulary = {{"<unk>", 0}, {"<s>", 1}, {"</s>", 2}};
  for (const char* piece :
       {"\xE2\x96\x81", "h", "e", "l", "o", "he", "ll", "\xE2\x96\x81he", "llo", "\xE2\x96\x81hello"})
    vocabulary.emplace(piece, vocabulary.size());
  for (int byte = 0; vocabulary.size() < kVocabulary; ++byte)
    vocabulary.emplace(QString::asprintf("<0x%02X>", byte).toStdString(), vocabulary.size());
  const auto added = [](int id, const char* content) {
    return json{
        {"id", id},        {"content", content}, {"special", true}, {"normalized", false}, {"single_word", false},
        {"lstrip", false}, {"rstrip", false}};
  };
  return {{"version", "1.0"},
          {"added_tokens", json::array({added(0, "<unk>"), added(1, "<s>"), added(2, "</s>")})},
          {"normalizer",
           {{"type", "Sequence"},
            {"normalizers",
             {{{"type", "Prepend"}, {"prepend", "\xE2\x96\x81"}},
              {{"type", "Replace"}, {"pattern", {{"String", " "}}}, {"content", "\xE2\x96\x81"}}}}}},
          {"pre_tokenizer", nullptr},
          {"post_processor", nullptr},
          {"decoder", nullptr},
          {"model",
           {{"type", "BPE"},
            {"unk_token", "<unk>"},
            {"fuse_unk", true},
            {"byte_fallback", true},
            {"vocab", vocabulary},
            {"merges", json::array({"h e", "l l", "\xE2\x96\x81 he", "ll o", "\xE2\x96\x81he llo"})}}}};
}

// The family's golden folder with a tokenizer.
class Folder {
 public:
  explicit Folder(const std::string& family, const json& tokenizer = byte_level_tokenizer(),
                  const char* end = "<end>") {
    fs::copy(test::golden("model/families/" + family), path(), fs::copy_options::recursive);
    if (!write_json_file(path() / "tokenizer.json", tokenizer).ok() ||
        !write_json_file(path() / "tokenizer_config.json",
                         {{"tokenizer_class", "PreTrainedTokenizerFast"},
                          {"eos_token", end},
                          {"chat_template", "{% for m in messages %}{{ m['content'] }}{% endfor %}"}})
             .ok())
      throw std::runtime_error("the tokenizer's files could not be written");
  }
  fs::path path() const { return fs::path(folder_.path().toStdString()) / "model"; }
  fs::path target() const { return fs::path(folder_.path().toStdString()) / "model.gguf"; }

 private:
  QTemporaryDir folder_;
};

struct Exported {
  Result<WrittenExport> written;
  std::optional<ExportCheck> check;
};

Exported run(const Folder& folder, const std::string& type, DType dtype = DType::F32) {
  const auto loaded = load_model(folder.path(), {.dtype = dtype});
  if (!loaded.ok()) throw std::runtime_error(loaded.error().sentence());
  const auto tokenizer = load_tokenizer(folder.path());
  if (!tokenizer.ok()) throw std::runtime_error(tokenizer.error().sentence());
  const ExportRequest request{*loaded->model, folder.path(), folder.target(), type};
  const Exporter exporter = gguf_exporter();
  if (const auto plan = exporter.plan(request); !plan.ok()) return {plan.error(), {}};
  Exported exported{exporter.write(request, {}), {}};
  if (!exported.written.ok()) return exported;
  auto check = exporter.check(request, **tokenizer, {.prompts = {"in hello", "1 + 1 ="}, .new_tokens = 8}, {});
  if (!check.ok()) throw std::runtime_error(check.error().sentence());
  exported.check = std::move(*check);
  return exported;
}

bool says(const ExportCheck& check, const char* words) {
  return std::ranges::any_of(check.statements,
                             [&](const Sentence& s) { return s.text().find(words) != std::string::npos; });
}

}   // namespace

class GgufConversionTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_family_comes_back_as_the_same_model_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("refused");   // a part of the reason; empty: it is exported
    for (const char* family : {"llama_bias", "qwen2", "qwen2_yarn", "qwen3", "gemma", "gemma2", "gemma3_gguf",
                               "granite", "smollm3", "olmo2", "olmo3", "phi3", "phi3_long", "glm4", "ministral3",
                               "llama_linear", "llama_dynamic", "llama_llama3", "qwen3_5_gguf"})
      QTest::newRow(family) << family << "";
    QTest::newRow("qwen2_window") << "qwen2_window"
                                  << "windows of its layers";
    QTest::newRow("gemma3") << "gemma3"
                            << "query_pre_attn_scalar";
    QTest::newRow("smollm3_window") << "smollm3_window"
                                    << "can not say it";
    QTest::newRow("qwen3_5") << "qwen3_5"
                             << "linear_value_head_dim";
    QTest::newRow("qwen3_bias") << "qwen3_bias"
                                << "bias of the attention's output";
    QTest::newRow("llama_proportional") << "llama_proportional"
                                        << "proportional";
  }
  void every_family_comes_back_as_the_same_model() {
    QFETCH(QString, family);
    QFETCH(QString, refused);
    const Folder folder(family.toStdString());
    const Exported exported = run(folder, "base");
    if (!refused.isEmpty()) {
      QVERIFY(!exported.written.ok());
      const std::string reason = exported.written.error().sentence();
      QVERIFY2(reason.find(refused.toStdString()) != std::string::npos, reason.c_str());
      QVERIFY(!fs::exists(folder.target()));
      return;
    }
    QVERIFY2(exported.written.ok(), exported.written.ok() ? "" : exported.written.error().sentence().c_str());
    QVERIFY2(exported.check->first_difference.empty(), exported.check->first_difference.c_str());
    QVERIFY2(exported.check->largest_logit_difference < 1e-5,
             qPrintable(QString::number(exported.check->largest_logit_difference)));
    QCOMPARE(exported.check->same_text, exported.check->prompts);
    QVERIFY(says(*exported.check, "gives the tokens of the folder's"));
    const auto file = GgufReader::open(folder.target());
    QVERIFY(file.ok());
    QVERIFY(file->string_key("tokenizer.chat_template").ok());
    QCOMPARE(file->string_key("tokenizer.ggml.pre").value(), std::string("gpt-2"));
  }

  // Tried in llama.cpp: beyond the window it gives other tokens than transformers.
  void a_window_of_all_layers_is_told_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("told");
    const QString mistral = QStringLiteral(
        "{\"model_type\": \"mistral\", \"sliding_window\": %1, \"rope_scaling\": null, \"rope_parameters\": null}");
    QTest::newRow("phi3") << "phi3_long"
                          << "{}" << true;
    QTest::newRow("mistral") << "llama_linear" << mistral.arg(8) << true;
    QTest::newRow("mistral, longer than any text") << "llama_linear" << mistral.arg(100000) << false;
    QTest::newRow("mistral without") << "llama_linear" << mistral.arg("null") << false;
    QTest::newRow("olmo3, some layers") << "olmo3"
                                        << "{}" << false;
    QTest::newRow("gemma3, some layers") << "gemma3_gguf"
                                         << "{}" << false;
  }
  void a_window_of_all_layers_is_told() {
    QFETCH(QString, family);
    QFETCH(QString, change);
    QFETCH(bool, told);
    const Folder folder(family.toStdString());
    json config = read_json_file(folder.path() / "config.json").value();
    config.merge_patch(json::parse(change.toStdString()));
    QVERIFY(write_json_file(folder.path() / "config.json", config).ok());
    const auto loaded = load_model(folder.path(), {.dtype = DType::F32});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    const auto plan = gguf_exporter().plan({*loaded->model, folder.path(), folder.target(), "base"});
    const bool found = std::ranges::any_of(*plan, [](const Sentence& sentence) {
      return sentence.text().find("does not keep to this model's window") != std::string::npos;
    });
    QCOMPARE(found, told);
  }

  void matrices_may_be_rounded_as_llama_cpp_does_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<double>("bound");
    QTest::newRow("bf16") << "bf16" << 0.05;
    QTest::newRow("fp16") << "fp16" << 0.01;
    QTest::newRow("q8_0") << "q8_0" << 0.1;
  }
  void matrices_may_be_rounded_as_llama_cpp_does() {
    QFETCH(QString, type);
    QFETCH(double, bound);
    const Folder folder("llama_bias");
    const Exported exported = run(folder, type.toStdString());
    QVERIFY2(exported.written.ok(), exported.written.ok() ? "" : exported.written.error().sentence().c_str());
    QVERIFY(exported.check->first_difference.empty());
    QVERIFY(exported.check->largest_logit_difference < bound);
  }

  void pieces_with_marks_get_scores_from_their_merges() {
    const Folder folder("llama_bias", marked_tokenizer(), "</s>");
    const Exported exported = run(folder, "base");
    QVERIFY2(exported.written.ok(), exported.written.ok() ? "" : exported.written.error().sentence().c_str());
    const auto file = GgufReader::open(folder.target());
    QCOMPARE(file->string_key("tokenizer.ggml.model").value(), std::string("llama"));
    const auto before = load_tokenizer(folder.path()), after = load_tokenizer(folder.target());
    QVERIFY(before.ok() && after.ok());
    for (const char* text : {"hello", "hello hello", "llhe o", "\x01\x02", " he"}) {
      std::vector<TokenId> left, right;
      for (const Token& token : (*before)->encode(text)) left.push_back(token.id);
      for (const Token& token : (*after)->encode(text)) right.push_back(token.id);
      QCOMPARE(right, left);
    }
  }

  void what_gguf_has_no_words_for_is_refused_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("words");
    QTest::newRow("pattern") << R"({"pre_tokenizer": {"type": "Sequence", "pretokenizers": [
               {"type": "Split", "pattern": {"Regex": "[xyz]+"}, "behavior": "Isolated", "invert": false},
               {"type": "ByteLevel", "add_prefix_space": false, "use_regex": false}]}})"
                             << "a name for";
    QTest::newRow("unigram") << R"({"model": {"type": "Unigram", "unk_id": 0, "vocab": [["<unk>", 0], ["a", -1]]}})"
                             << "unigram";
    QTest::newRow("more tokens than rows")
        << R"({"added_tokens": [{"id": 200, "content": "<far>", "special": true, "normalized": false,
               "single_word": false, "lstrip": false, "rstrip": false}]})"
        << "a row of the embedding for each of 97 tokens, found 96";
  }
  void what_gguf_has_no_words_for_is_refused() {
    QFETCH(QString, change);
    QFETCH(QString, words);
    json tokenizer = byte_level_tokenizer();
    tokenizer.merge_patch(json::parse(change.toStdString()));
    const Folder folder("qwen2", tokenizer);
    const Exported exported = run(folder, "base");
    QVERIFY(!exported.written.ok());
    QVERIFY2(exported.written.error().sentence().find(words.toStdString()) != std::string::npos,
             exported.written.error().sentence().c_str());
    QVERIFY(!fs::exists(folder.target()));
  }
};

QTEST_GUILESS_MAIN(GgufConversionTest)
#include "gguf_conversion_test.moc"
