// Model folders: the ids are those of transformers 5.24, whatever stands beside the vocabulary
// (tests/golden/tokenizer/make_folder_golden.py), and every token that ends an answer is known.
#include <QtTest>

#include "core/io/json.h"
#include "core/tokenizer/rule_tokenizer.h"
#include "tests/core/tokenizer/golden_lines.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;

namespace {

const json& folders() {
  static const json all = json::parse(golden_bytes("folders.json"));
  return all;
}

std::string ids_text(const std::vector<TokenId>& ids) { return json(ids).dump(); }

// A folder with a vocabulary from the golden files, and JSON files beside it.
class FolderWith {
 public:
  FolderWith(const std::string& vocabulary, const json& beside)
      : folder_(vocabulary, "tokenizer" + std::filesystem::path(vocabulary).extension().string()) {
    for (const auto& [name, content] : beside.items())
      if (!write_file_atomically(folder_.path() / name, content.dump()).ok()) throw std::runtime_error(name);
  }
  std::unique_ptr<Tokenizer> load() const { return folder_.load(); }
  const std::filesystem::path& path() const { return folder_.path(); }

 private:
  GoldenFolder folder_;
};

std::string all_notices(const Tokenizer& tokenizer) {
  std::string text;
  for (const Sentence& notice : tokenizer.notices()) text += notice.text() + "\n";
  return text;
}

json named(const char* eos) { return {{"tokenizer_class", "PreTrainedTokenizerFast"}, {"eos_token", eos}}; }

}   // namespace

class FolderTokenizerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_folder_gives_the_ids_of_transformers_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < folders()["folders"].size(); ++i)
      QTest::newRow(folders()["folders"][i]["name"].get<std::string>().c_str()) << static_cast<int>(i);
  }
  void a_folder_gives_the_ids_of_transformers() {
    QFETCH(int, index);
    const json& wanted = folders()["folders"][static_cast<std::size_t>(index)];
    const auto tokenizer = FolderWith(wanted["vocabulary"], wanted["beside"]).load();
    for (std::size_t i = 0; i < folders()["texts"].size(); ++i) {
      const auto ids = ids_of(tokenizer->encode(folders()["texts"][i].get<std::string>(), {.add_special = true}));
      QVERIFY2(json(ids) == wanted["ids"][i],
               (folders()["texts"][i].dump() + ": " + ids_text(ids) + ", not " + wanted["ids"][i].dump()).c_str());
    }
  }

  void an_end_token_counts_wherever_it_is_named_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("count");
    QTest::newRow("config.json, a number") << "config.json"
                                           << R"({"eos_token_id": 7})" << 2;
    QTest::newRow("config.json, a list") << "config.json"
                                         << R"({"eos_token_id": [7, 9]})" << 3;
    QTest::newRow("its text part") << "config.json"
                                   << R"({"text_config": {"eos_token_id": [7]}})" << 2;
    QTest::newRow("generation_config.json") << "generation_config.json"
                                            << R"({"eos_token_id": [2, 7]})" << 2;
    QTest::newRow("none") << "generation_config.json"
                          << R"({"eos_token_id": null})" << 1;
    QTest::newRow("no token") << "config.json"
                              << R"({"eos_token_id": [7, "</s>", -1, 99999]})" << 2;
  }
  void an_end_token_counts_wherever_it_is_named() {
    QFETCH(QString, file);
    QFETCH(QString, value);
    QFETCH(int, count);
    const FolderWith folder("llama2_style.json", {{"tokenizer_config.json", named("</s>")},
                                                  {file.toStdString(), json::parse(value.toStdString())}});
    const auto tokenizer = folder.load();
    const auto& ends = tokenizer->special_tokens().end_of_generation;
    QCOMPARE(static_cast<int>(ends.size()), count);
    QCOMPARE(ends.front(), 2);
    if (count > 1) QCOMPARE(ends[1], 7);
  }
  void files_that_name_other_end_tokens_are_both_heard_and_it_is_said() {
    const FolderWith folder("llama2_style.json", {{"tokenizer_config.json", named("</s>")},
                                                  {"config.json", {{"eos_token_id", 9}}},
                                                  {"generation_config.json", {{"eos_token_id", {7, 2}}}}});
    const auto tokenizer = folder.load();
    QCOMPARE(tokenizer->special_tokens().end_of_generation, (std::vector<TokenId>{2, 7, 9}));
    QVERIFY2(all_notices(*tokenizer).find("generation_config.json names 7, 2, config.json 9") != std::string::npos,
             all_notices(*tokenizer).c_str());
  }
  void an_end_token_that_the_vocabulary_lacks_is_named() {
    const FolderWith folder("llama2_style.json", {{"config.json", {{"eos_token_id", {2, 123456}}}}});
    const auto tokenizer = folder.load();
    QCOMPARE(tokenizer->special_tokens().end_of_generation, (std::vector<TokenId>{2}));
    QVERIFY(all_notices(*tokenizer).find("123456") != std::string::npos);
  }
  void a_known_end_token_counts_by_its_text_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"<|im_end|>", "<|eot_id|>", "<end_of_turn>", "<|end|>", "<turn|>", "<|return|>", "[EOS]",
                             "<｜end▁of▁sentence｜>", "<|endoftext|>", "<end_of_utterance>"})
      QTest::newRow(text) << text;
  }
  void a_known_end_token_counts_by_its_text() {
    QFETCH(QString, text);
    for (const bool special : {true, false}) {
      const json config{{"tokenizer_class", "PreTrainedTokenizerFast"},
                        {"added_tokens_decoder",
                         {{"1400", {{"content", text.toStdString()}, {"special", special}, {"normalized", false}}}}}};
      const auto tokenizer = FolderWith("llama3_style.json", {{"tokenizer_config.json", config}}).load();
      const auto id = tokenizer->id_of(text.toStdString());
      QVERIFY(id);
      const auto& ends = tokenizer->special_tokens().end_of_generation;
      QVERIFY(std::ranges::find(ends, *id) != ends.end());
    }
  }
  void where_a_message_has_channels_their_end_is_not_the_turns() {
    json decoder;
    for (const char* text : {"<|end|>", "<|return|>", "<|call|>"})
      decoder[std::to_string(2700 + decoder.size())] = {{"content", text}, {"special", true}, {"normalized", false}};
    const auto tokenizer =
        FolderWith("llama3_style.json",
                   {{"tokenizer_config.json",
                     {{"tokenizer_class", "PreTrainedTokenizerFast"}, {"added_tokens_decoder", decoder}}}})
            .load();
    const auto& ends = tokenizer->special_tokens().end_of_generation;
    QVERIFY(std::ranges::find(ends, *tokenizer->id_of("<|end|>")) == ends.end());
    QVERIFY(std::ranges::find(ends, *tokenizer->id_of("<|return|>")) != ends.end());
  }

  void what_a_file_puts_behind_a_text_never_stands_behind_a_prompt_data() {
    QTest::addColumn<QString>("vocabulary");
    QTest::newRow("tokenizer.json") << "llama2_style.json";
    QTest::newRow("tokenizer.model") << "sp_bpe.model";
  }
  void what_a_file_puts_behind_a_text_never_stands_behind_a_prompt() {
    QFETCH(QString, vocabulary);
    json beside{{"tokenizer_config.json",
                 {{"tokenizer_class", "LlamaTokenizer"}, {"add_bos_token", true}, {"add_eos_token", true}}}};
    const FolderWith folder(vocabulary.toStdString(), beside);
    if (vocabulary.endsWith("json")) {   // its own post-processor
      json file = json::parse(golden_bytes("llama2_style.json"));
      file["post_processor"]["single"].push_back({{"SpecialToken", {{"id", "</s>"}, {"type_id", 0}}}});
      file["post_processor"]["special_tokens"]["</s>"] = {{"id", "</s>"}, {"ids", {2}}, {"tokens", {"</s>"}}};
      QVERIFY(write_file_atomically(folder.path() / "tokenizer.json", file.dump()).ok());
    }
    const auto tokenizer = folder.load();
    const auto whole = ids_of(tokenizer->encode("Natalia sold", {.add_special = true}));
    QCOMPARE(whole.front(), 1);
    QCOMPARE(whole.back(), 2);
    const auto prompt = prompt_ids(*tokenizer, "Natalia sold", {.add_special = true});
    QCOMPARE(prompt, std::vector<TokenId>(whole.begin(), whole.end() - 1));
  }
  void a_setting_that_tokenizer_json_overrules_is_named() {
    const json config{{"tokenizer_class", "PreTrainedTokenizerFast"}, {"eos_token", "</s>"}, {"add_eos_token", true}};
    const auto tokenizer = FolderWith("llama2_style.json", {{"tokenizer_config.json", config}}).load();
    QVERIFY2(all_notices(*tokenizer).find("add_eos_token") != std::string::npos, all_notices(*tokenizer).c_str());
  }
};

QTEST_GUILESS_MAIN(FolderTokenizerTest)
#include "folder_tokenizer_test.moc"
