// GGUF vocabularies as converters wrote them, or got them wrong: the ids are those of llama.cpp
// (tests/golden/tokenizer/make_gguf_golden.py), and what a file does not say is told.
#include <QtTest>

#include "core/io/gguf_reader.h"
#include "core/tokenizer/tokenizer_json.h"
#include "tests/core/tokenizer/golden_lines.h"
#include "tests/support/gguf_file.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;

namespace {

const json& golden_files() {
  static const json all = json::parse(golden_bytes("gguf.json"));
  return all;
}

struct Vocabulary {
  std::vector<std::string> pieces;
  std::vector<std::int32_t> types;
  std::vector<float> scores;
};

Vocabulary sp_bpe() {
  const auto file = GgufReader::open(golden("tokenizer/sp_bpe.gguf"));
  Vocabulary vocabulary;
  vocabulary.pieces = std::get<std::vector<std::string>>(*file->key("tokenizer.ggml.tokens"));
  for (const auto type : std::get<std::vector<std::int64_t>>(*file->key("tokenizer.ggml.token_type")))
    vocabulary.types.push_back(static_cast<std::int32_t>(type));
  for (const double score : std::get<std::vector<double>>(*file->key("tokenizer.ggml.scores")))
    vocabulary.scores.push_back(static_cast<float>(score));
  return vocabulary;
}

// The base with what the golden file says of this variant.
std::string variant_bytes(const json& variant) {
  Vocabulary vocabulary = sp_bpe();
  const json added = variant.value("add", json::array()), types = variant.value("types", json::object()),
             pieces = variant.value("pieces", json::object()), flags = variant.value("flags", json::object());
  for (const json& token : added) {
    vocabulary.pieces.push_back(token[0]);
    vocabulary.types.push_back(token[1]);
    vocabulary.scores.push_back(-1000);
  }
  for (const auto& [id, type] : types.items()) vocabulary.types[std::stoul(id)] = type;
  for (const auto& [id, text] : pieces.items()) vocabulary.pieces[std::stoul(id)] = text;
  GgufFile file;
  file.text("general.architecture", "llama").text("general.name", variant.value("general_name", "variant"));
  file.text("tokenizer.ggml.model", "llama").texts("tokenizer.ggml.tokens", vocabulary.pieces);
  if (!variant.contains("no_scores")) file.numbers("tokenizer.ggml.scores", vocabulary.scores);
  if (!variant.contains("no_types")) file.whole_numbers("tokenizer.ggml.token_type", vocabulary.types);
  if (!variant.contains("no_ids"))
    file.number("tokenizer.ggml.unknown_token_id", 0)
        .number("tokenizer.ggml.bos_token_id", 1)
        .number("tokenizer.ggml.eos_token_id", 2);
  for (const auto& [key, value] : flags.items()) file.flag(key, value);
  return file.bytes();
}

// A small byte-level vocabulary; `pre` empty: the key is missing.
GgufFile byte_level(const std::string& pre, std::vector<std::string> more = {}, std::vector<std::int32_t> types = {}) {
  std::vector<std::string> pieces{"<|endoftext|>", "1", "2", "3", "12", "123", "a", "b", "ab", "Ġ", "Ċ", ".", "'", "s"};
  pieces.insert(pieces.end(), more.begin(), more.end());
  std::vector<std::int32_t> all(pieces.size() - types.size(), 1);
  all[0] = 3;
  all.insert(all.end(), types.begin(), types.end());
  GgufFile file;
  file.text("general.architecture", "llama")
      .text("tokenizer.ggml.model", "gpt2")
      .texts("tokenizer.ggml.tokens", pieces);
  file.whole_numbers("tokenizer.ggml.token_type", all).texts("tokenizer.ggml.merges", {"1 2", "12 3", "a b"});
  if (!pre.empty()) file.text("tokenizer.ggml.pre", pre);
  return file;
}

class Loaded {
 public:
  explicit Loaded(const std::string& bytes) {
    if (!write_file_atomically(folder_ / "model.gguf", bytes).ok()) throw std::runtime_error("not written");
    tokenizer_ = std::make_unique<Result<std::unique_ptr<Tokenizer>>>(load_tokenizer(folder_ / "model.gguf"));
  }
  bool ok() const { return tokenizer_->ok(); }
  std::string sentence() const { return ok() ? "" : tokenizer_->error().sentence(); }
  const Tokenizer& operator*() const { return **tokenizer_->operator->(); }
  const Tokenizer* operator->() const { return &**this; }
  std::filesystem::path path() const { return folder_ / "model.gguf"; }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Result<std::unique_ptr<Tokenizer>>> tokenizer_;
};

std::string notices(const Tokenizer& tokenizer) {
  std::string text;
  for (const Sentence& notice : tokenizer.notices()) text += notice.text() + "\n";
  return text;
}

void add_variants() {
  QTest::addColumn<int>("index");
  for (std::size_t i = 0; i < golden_files()["files"].size(); ++i)
    QTest::newRow(golden_files()["files"][i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
}

}   // namespace

class GgufTokenizerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_vocabulary_gives_the_ids_of_llama_cpp_data() { add_variants(); }
  void a_vocabulary_gives_the_ids_of_llama_cpp() {
    QFETCH(int, index);
    const json& variant = golden_files()["files"][static_cast<std::size_t>(index)];
    const Loaded tokenizer(variant_bytes(variant));
    QVERIFY2(tokenizer.ok(), tokenizer.sentence().c_str());
    for (std::size_t i = 0; i < golden_files()["texts"].size(); ++i) {
      const std::string text = golden_files()["texts"][i];
      const json parsed = ids_of(tokenizer->encode(text, {.add_special = true}));
      const json plain = ids_of(tokenizer->encode(text, {.add_special = true, .parse_special = false}));
      QVERIFY2(parsed == variant["ids"][i],
               (json(text).dump() + ": " + parsed.dump() + ", not " + variant["ids"][i].dump()).c_str());
      QVERIFY2(plain == variant["plain"][i],
               (json(text).dump() + ": " + plain.dump() + ", not " + variant["plain"][i].dump()).c_str());
    }
  }

  // The exported folder is read by transformers' rules (folder_tokenizer_test), so that its ids are transformers' own.
  void an_exported_vocabulary_gives_the_same_ids_by_transformers_rules_data() { add_variants(); }
  void an_exported_vocabulary_gives_the_same_ids_by_transformers_rules() {
    QFETCH(int, index);
    const json& variant = golden_files()["files"][static_cast<std::size_t>(index)];
    if (variant["name"] == "tokens inside each other" || variant.contains("no_scores"))
      QSKIP("llama.cpp's order of such tokens or merges cannot be said in tokenizer.json; the export says so");
    const Loaded ours(variant_bytes(variant));
    const auto file = GgufReader::open(ours.path());
    const auto files = hf_tokenizer_from_gguf(*file);
    QVERIFY2(files.ok(), files.ok() ? "" : files.error().sentence().c_str());
    TemporaryFolder folder;
    QVERIFY(write_file_atomically(folder / "tokenizer.json", files->tokenizer.dump()).ok());
    QVERIFY(write_file_atomically(folder / "tokenizer_config.json", files->tokenizer_config.dump()).ok());
    const auto theirs = load_tokenizer(folder.path());
    QVERIFY2(theirs.ok(), theirs.ok() ? "" : theirs.error().sentence().c_str());
    // Tokens that a configuration names are found in every text there, in llama.cpp by their type alone.
    const bool types_lie = variant.contains("no_types") || variant["name"] == "no unknown token";
    for (const json& text : golden_files()["texts"])
      if (!types_lie || text.get<std::string>().find_first_of("<") == std::string::npos)
        QCOMPARE(json(ids_of((*theirs)->encode(text.get<std::string>(), {.add_special = true}))).dump(),
                 json(ids_of(ours->encode(text.get<std::string>(), {.add_special = true}))).dump());
  }

  void a_file_without_its_pre_tokeniser_is_cut_by_default_and_says_so() {
    const Loaded without(byte_level("").bytes()), with(byte_level("default").bytes());
    QVERIFY2(without.ok(), without.sentence().c_str());
    QVERIFY(notices(*without).find("tokenizer.ggml.pre") != std::string::npos);
    QVERIFY(notices(*with).empty());
    QCOMPARE(ids_of(without->encode("ab.123 1231")), ids_of(with->encode("ab.123 1231")));
    QVERIFY(notices(*Loaded(byte_level("qwen2").bytes())).empty());
  }
  void a_pattern_that_llama_cpp_approximates_is_told() {
    const Loaded tokenizer(byte_level("tekken").bytes());
    QVERIFY(notices(*tokenizer).find("llama.cpp") != std::string::npos);
  }
  void digits_are_cut_as_each_pre_tokeniser_says_data() {
    QTest::addColumn<QString>("pre");
    QTest::addColumn<QString>("words");
    QTest::newRow("qwen2") << "qwen2"
                           << "1|2|3|1|2|3|1";
    QTest::newRow("llama-bpe") << "llama-bpe"
                               << "123|123|1";
    QTest::newRow("falcon") << "falcon"
                            << "123|123|1";
    QTest::newRow("gpt-2") << "gpt-2"
                           << "123|123|1";   // one word; the merges make it these
    QTest::newRow("afmoe") << "afmoe"
                           << "1|2|3|1|2|3|1";   // "1", "231", "231"
    QTest::newRow("superbpe") << "superbpe"
                              << "1|2|3|1|2|3|1";
    QTest::newRow("viking") << "viking"
                            << "1|2|3|1|2|3|1";
    QTest::newRow("glm4") << "glm4"
                          << "123|123|1";
    QTest::newRow("seed-coder") << "seed-coder"
                                << "1|2|3|1|2|3|1";
    QTest::newRow("mellum") << "mellum"
                            << "123|123|1";
    QTest::newRow("mellum2") << "mellum2"
                             << "1|2|3|1|2|3|1";
  }
  void digits_are_cut_as_each_pre_tokeniser_says() {
    QFETCH(QString, pre);
    QFETCH(QString, words);
    const Loaded tokenizer(byte_level(pre.toStdString()).bytes());
    QVERIFY2(tokenizer.ok(), tokenizer.sentence().c_str());
    QString spelled;
    for (const Token& token : tokenizer->encode("1231231"))
      spelled += (spelled.isEmpty() ? "" : "|") + QString::fromStdString(tokenizer->piece_bytes(token.id));
    QCOMPARE(spelled, words);
  }

  void an_end_token_counts_whatever_its_type_data() {
    QTest::addColumn<int>("type");
    for (const int type : {1, 3, 4}) QTest::addRow("type %d", type) << type;
  }
  void an_end_token_counts_whatever_its_type() {
    QFETCH(int, type);
    const Loaded tokenizer(byte_level("gpt-2", {"<|im_end|>", "<end_of_turn>"}, {type, type}).bytes());
    QVERIFY2(tokenizer.ok(), tokenizer.sentence().c_str());
    for (const char* text : {"<|im_end|>", "<end_of_turn>", "<|endoftext|>"}) {
      const auto& ends = tokenizer->special_tokens().end_of_generation;
      QVERIFY(std::ranges::find(ends, *tokenizer->id_of(text)) != ends.end());
      QCOMPARE(tokenizer->encode(text).size(), std::size_t{1});
    }
  }
  void the_keys_of_end_tokens_count_and_none_stands_behind_a_prompt() {
    const Loaded tokenizer(byte_level("gpt-2")
                               .number("tokenizer.ggml.eos_token_id", 8)
                               .number("tokenizer.ggml.eot_token_id", 6)
                               .number("tokenizer.ggml.eom_token_id", 7)
                               .number("tokenizer.ggml.bos_token_id", 0)
                               .flag("tokenizer.ggml.add_bos_token", true)
                               .flag("tokenizer.ggml.add_eos_token", true)
                               .bytes());
    QCOMPARE(tokenizer->special_tokens().end_of_generation, (std::vector<TokenId>{8, 6, 7, 0}));
    QCOMPARE(ids_of(tokenizer->encode("a", {.add_special = true})), (std::vector<TokenId>{0, 6, 8}));
    QCOMPARE(prompt_ids(*tokenizer, "a", {.add_special = true}), (std::vector<TokenId>{0, 6}));
  }

  void a_fault_is_named_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const GgufFile& file, const char* word) {
      QTest::newRow(name) << QByteArray::fromStdString(file.bytes()) << word;
    };
    row("another model", GgufFile().text("tokenizer.ggml.model", "bert"), "bert");
    row("no tokens", GgufFile().text("tokenizer.ggml.model", "llama"), "tokenizer.ggml.tokens");
    row("tokens of another kind",
        GgufFile().text("tokenizer.ggml.model", "llama").numbers("tokenizer.ggml.tokens", {1}),
        "tokenizer.ggml.tokens");
    row("an unknown pre-tokeniser", byte_level("nobody"), "nobody");
    row("too few types",
        GgufFile()
            .text("tokenizer.ggml.model", "llama")
            .texts("tokenizer.ggml.tokens", {"a", "b"})
            .whole_numbers("tokenizer.ggml.token_type", {1}),
        "tokenizer.ggml.token_type");
    row("too few scores",
        GgufFile()
            .text("tokenizer.ggml.model", "llama")
            .texts("tokenizer.ggml.tokens", {"a", "b"})
            .numbers("tokenizer.ggml.scores", {1}),
        "tokenizer.ggml.scores");
    row("no merges",
        GgufFile()
            .text("tokenizer.ggml.model", "gpt2")
            .text("tokenizer.ggml.pre", "gpt-2")
            .texts("tokenizer.ggml.tokens", {"a"}),
        "tokenizer.ggml.merges");
  }
  void a_fault_is_named() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, word);
    const std::string sentence = Loaded(bytes.toStdString()).sentence();
    for (const std::string& part : {std::string("model.gguf"), word.toStdString(), std::string("expected")})
      QVERIFY2(sentence.find(part) != std::string::npos, (sentence + " | lacks: " + part).c_str());
  }
};

QTEST_GUILESS_MAIN(GgufTokenizerTest)
#include "gguf_tokenizer_test.moc"
