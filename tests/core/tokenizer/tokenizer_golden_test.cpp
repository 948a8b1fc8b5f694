// Ids and texts against Hugging Face tokenizers, transformers and SentencePiece, over 10,000 lines
// (tests/golden/tokenizer/make_tokenizer_golden.py).
#include <QtTest>

#include "core/io/gguf_reader.h"
#include "core/io/json.h"
#include "core/tokenizer/byte_level.h"
#include "tests/core/tokenizer/golden_lines.h"

using namespace lift;
using namespace lift::test;

namespace {

const std::vector<std::string>& lines() {
  static const std::vector<std::string> all = golden_lines();
  return all;
}

constexpr std::uint32_t not_compared = 0;   // why: see the script

struct Difference {
  std::size_t count = 0;
  std::string first;
};

std::string describe(const std::string& line, std::span<const TokenId> ids, const Tokenizer& tokenizer) {
  std::string text = "line " + nlohmann::json(line).dump(-1, ' ', true) + " gave";
  for (const TokenId id : ids)
    text += " " + std::to_string(id) +
            nlohmann::json(tokenizer.piece_bytes(id)).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  return text;
}

Difference compare_ids(const Tokenizer& tokenizer, const std::string& name, const EncodeOptions& options) {
  const auto expected = golden_numbers(name);
  Difference difference;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto ids = ids_of(tokenizer.encode(lines()[i], options));
    if (expected[i] == not_compared || golden_number(ids) == expected[i]) continue;
    if (difference.count++ == 0) difference.first = name + ", " + describe(lines()[i], ids, tokenizer);
  }
  return difference;
}

Difference compare_texts(const Tokenizer& tokenizer, const std::string& name, bool skip_special) {
  const auto expected = golden_numbers(name);
  Difference difference;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (expected[i] == not_compared) continue;
    const auto ids = ids_of(tokenizer.encode(lines()[i]));
    const std::string text = tokenizer.decode(ids, skip_special);
    if (golden_number(text) == expected[i]) continue;
    if (difference.count++ == 0)
      difference.first = name + ", " +
                         nlohmann::json(text).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) + " from " +
                         describe(lines()[i], ids, tokenizer);
  }
  return difference;
}

void expect_equal(const Difference& difference) {
  QVERIFY2(difference.count == 0, (std::to_string(difference.count) + " lines differ; " + difference.first).c_str());
}

void expect_as_hugging_face(const Tokenizer& tokenizer, const std::string& name) {
  QCOMPARE(golden_numbers(name + ".ids").size(), std::size_t{10'000});
  expect_equal(compare_ids(tokenizer, name + ".ids", {}));
  expect_equal(compare_ids(tokenizer, name + ".special.ids", {.add_special = true, .parse_special = true}));
  expect_equal(compare_texts(tokenizer, name + ".text", false));
  expect_equal(compare_texts(tokenizer, name + ".skip.text", true));
}

// tokenizer.json as transformers writes it when it imports the demo model's GGUF file.
void write_imported_json(const std::filesystem::path& path) {
  const auto file = GgufReader::open(demo_model());
  const auto& pieces = std::get<std::vector<std::string>>(*file->key("tokenizer.ggml.tokens"));
  const auto& types = std::get<std::vector<std::int64_t>>(*file->key("tokenizer.ggml.token_type"));
  const auto& merges = std::get<std::vector<std::string>>(*file->key("tokenizer.ggml.merges"));
  nlohmann::json json = nlohmann::json::parse(R"({"version": "1.0", "truncation": null, "padding": null,
    "normalizer": {"type": "Sequence", "normalizers": []},
    "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": false, "use_regex": true},
    "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<|im_start|>", "type_id": 0}},
      {"Sequence": {"id": "A", "type_id": 0}}], "pair": [],
      "special_tokens": {"<|im_start|>": {"id": "<|im_start|>", "ids": [1], "tokens": ["<|im_start|>"]}}},
    "decoder": {"type": "Sequence", "decoders": [{"type": "ByteFallback"}, {"type": "Fuse"},
      {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteLevel"}]},
    "model": {"type": "BPE", "dropout": null, "unk_token": "<|endoftext|>", "fuse_unk": true,
              "byte_fallback": true}})");
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    json["model"]["vocab"][pieces[id]] = id;
    if (types[id] == 3)
      json["added_tokens"].push_back({{"id", id}, {"content", pieces[id]}, {"special", true}, {"normalized", false}});
  }
  json["model"]["merges"] = merges;
  QVERIFY(write_file_atomically(path, json.dump()).ok());
}

}   // namespace

class TokenizerGoldenTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_demo_models_gguf_gives_the_ids_of_its_own_tokenizer() {
    expect_as_hugging_face(*load_demo_tokenizer(), "demo");
  }

  void the_demo_model_as_transformers_imports_it_gives_the_ids_of_transformers() {
    const TemporaryFolder folder;
    write_imported_json(folder / "tokenizer.json");
    const auto tokenizer = load_tokenizer(folder.path());
    QVERIFY2(tokenizer.ok(), tokenizer.ok() ? "" : tokenizer.error().sentence().c_str());
    expect_as_hugging_face(**tokenizer, "demo_imported");
  }

  void tokenizer_json_gives_the_ids_of_hugging_face_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"llama3_style", "tekken_style", "odd_style", "llama2_style", "mistral_style", "metaspace_style"})
      QTest::newRow(name) << name;
  }
  void tokenizer_json_gives_the_ids_of_hugging_face() {
    QFETCH(QString, name);
    const GoldenFolder folder(name.toStdString() + ".json", "tokenizer.json");
    expect_as_hugging_face(*folder.load(), name.toStdString());
  }

  void tokenizer_model_gives_the_ids_of_transformers_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"sp_bpe", "sp_unigram"}) QTest::newRow(name) << name;
  }
  void tokenizer_model_gives_the_ids_of_transformers() {
    QFETCH(QString, name);
    const GoldenFolder folder(name.toStdString() + ".model", "tokenizer.model");
    expect_equal(compare_ids(*folder.load(), name.toStdString() + "_folder.ids", {}));
  }
  void the_pieces_of_a_sentencepiece_model_merge_as_in_sentencepiece() {
    const GoldenFolder folder("sp_bpe.model", "tokenizer.model");
    expect_equal(compare_ids(*folder.load(), "sp_bpe.ids", {.add_special = false, .parse_special = false}));
  }

  void a_sentencepiece_vocabulary_in_gguf_gives_the_ids_of_the_model_it_came_from() {
    const auto tokenizer = load_tokenizer(golden("tokenizer/sp_bpe.gguf"));
    QVERIFY2(tokenizer.ok(), tokenizer.ok() ? "" : tokenizer.error().sentence().c_str());
    expect_equal(compare_ids(**tokenizer, "sp_bpe.ids", {.add_special = false, .parse_special = false}));
  }
};

QTEST_GUILESS_MAIN(TokenizerGoldenTest)
#include "tokenizer_golden_test.moc"
