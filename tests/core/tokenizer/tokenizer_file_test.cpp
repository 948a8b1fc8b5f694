// Damaged, foreign and hostile tokenizer files end in one sentence that names the file, the entry and the reason.
#include "core/tokenizer/tokenizer_file.h"

#include <QtTest>

#include <random>

#include "core/base/exception_bridge.h"
#include "core/tokenizer/named_templates.h"
#include "core/tokenizer/pretokenizer.h"
#include "core/tokenizer/rule_tokenizer.h"
#include "tests/core/tokenizer/golden_lines.h"
#include "tests/support/gguf_file.h"
#include "tests/support/slowdown.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;

namespace {

json small_file() {
  return json::parse(R"({"version": "1.0", "added_tokens": [{"id": 3, "content": "<s>", "special": true}],
    "normalizer": null, "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "use_regex": true},
    "post_processor": null, "decoder": {"type": "ByteLevel"},
    "model": {"type": "BPE", "vocab": {"a": 0, "b": 1, "ab": 2}, "merges": [["a", "b"]]}})");
}

json split_by(const char* regex, const char* behaviour) {
  return {{"type", "Split"}, {"pattern", {{"Regex", regex}}}, {"behavior", behaviour}};
}

std::string sentence_of(const json& file) {
  const auto rules = tokenizer_rules_from_json(file, "tokenizer.json");
  return rules.ok() ? "" : rules.error().sentence();
}

std::string load_sentence(const std::string& name, std::string_view content) {
  const TemporaryFolder folder;
  if (!write_file_atomically(folder / name, content).ok()) return "not written";
  const auto tokenizer = load_tokenizer(folder.path());
  return tokenizer.ok() ? "" : tokenizer.error().sentence();
}

void expect_words(const std::string& sentence, std::initializer_list<const char*> words) {
  for (const char* word : words)
    QVERIFY2(sentence.find(word) != std::string::npos, (sentence + " | lacks: " + word).c_str());
}

}   // namespace

class TokenizerFileTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_small_file_is_good() {
    const auto rules = tokenizer_rules_from_json(small_file(), "tokenizer.json");
    QVERIFY2(rules.ok(), rules.ok() ? "" : rules.error().sentence().c_str());
    const RuleTokenizer tokenizer(*rules);
    QCOMPARE(ids_of(tokenizer.encode("abba<s>", {})), (std::vector<TokenId>{2, 1, 0, 3}));
  }
  void merges_may_be_written_in_both_ways() {
    json file = small_file();
    file["model"]["merges"] = {"a b"};
    QCOMPARE(sentence_of(file), std::string());
  }

  void a_fault_is_named_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const char* pointer, const char* value, const char* word) {
      QTest::newRow(name) << pointer << value << word;
    };
    row("WordPiece", "/model/type", "\"WordPiece\"", "WordPiece");
    row("Unigram without a list", "/model/type", "\"Unigram\"", "vocab");
    row("dropout", "/model/dropout", "0.1", "dropout");
    row("WordLevel", "/model/type", "\"WordLevel\"", "WordLevel");
    row("no model", "/model", "null", "model");
    row("vocabulary is a list", "/model/vocab", "[]", "vocab");
    row("id is a text", "/model/vocab/a", "\"0\"", "vocab");
    row("negative id", "/model/vocab/a", "-1", "-1");
    row("huge id", "/model/vocab/a", "4000000000", "4000000000");
    row("id twice", "/model/vocab/a", "1", "every id once");
    row("merge of three", "/model/merges/0", "[\"a\", \"b\", \"c\"]", "merges[0]");
    row("merge of a number", "/model/merges/0", "7", "merges");
    row("merge out of the vocabulary", "/model/merges/0", "[\"b\", \"a\"]", "ba");
    row("merges are no list", "/model/merges", "{}", "merges");
    row("unknown token is not there", "/model/unk_token", "\"<unk>\"", "<unk>");
    row("flag is a number", "/model/ignore_merges", "1", "ignore_merges");
    row("normalizer", "/normalizer", R"({"type": "BertNormalizer"})", "BertNormalizer");
    row("pre-tokeniser", "/pre_tokenizer", R"({"type": "BertPreTokenizer"})", "BertPreTokenizer");
    row("broken regex", "/pre_tokenizer", split_by("[a", "Isolated").dump().c_str(), "[a");
    row("behaviour", "/pre_tokenizer", split_by("a", "Sideways").dump().c_str(), "Sideways");
    row("no pattern", "/pre_tokenizer", R"({"type": "Split", "behavior": "Isolated"})", "pattern");
    row("decoder", "/decoder", R"({"type": "WordPiece"})", "WordPiece");
    row("post-processor", "/post_processor", R"({"type": "Whisper"})", "Whisper");
    row("post-processor of a pair that is none", "/post_processor", R"({"type": "BertProcessing", "cls": "<s>"})",
        "cls");
    row("charsmap", "/normalizer", R"({"type": "Precompiled", "precompiled_charsmap": "AAAA"})",
        "precompiled_charsmap");
    row("template without ids", "/post_processor",
        R"({"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<s>"}}], "special_tokens": {}})", "<s>");
    row("added token without content", "/added_tokens/0/content", "null", "added_tokens[0]");
    row("added token far away", "/added_tokens/0/id", "4000000000", "added_tokens[0]");
  }
  void a_fault_is_named() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, word);
    json file = small_file();
    file[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
    expect_words(sentence_of(file), {"tokenizer.json", word.toStdString().c_str(), "expected", "found"});
  }
  void sequences_inside_each_other_end_somewhere() {
    json step = {{"type", "NFC"}};
    for (int i = 0; i < 30; ++i) step = {{"type", "Sequence"}, {"normalizers", {step}}};
    json file = small_file();
    file["normalizer"] = step;
    expect_words(sentence_of(file), {"normalizer", "8"});
  }
  void files_that_are_none_are_named() {
    expect_words(load_sentence("tokenizer.json", "{"), {"tokenizer.json", "line 1"});
    expect_words(load_sentence("tokenizer.json", ""), {"tokenizer.json", "nothing"});
    expect_words(load_sentence("tokenizer.json", "[1]"), {"tokenizer.json", "an object"});
    expect_words(load_sentence("tokenizer.json", std::string(100000, '[')), {"tokenizer.json", "inside each other"});
    expect_words(load_sentence("tokenizer.model", "not a model"), {"tokenizer.model", "SentencePiece"});
    expect_words(load_sentence("tokenizer.model", ""), {"tokenizer.model", "SentencePiece"});
    expect_words(load_sentence("readme.txt", "x"), {"tokenizer.json or tokenizer.model", "neither"});
    const auto nothing = load_tokenizer("/no/such/place");
    QCOMPARE(nothing.error().code, ErrorCode::NotFound);
  }
  void side_files_that_are_broken_are_named() {
    const GoldenFolder folder("llama2_style.json", "tokenizer.json");
    QVERIFY(write_file_atomically(folder.path() / "tokenizer_config.json", "{\"a\": }").ok());
    const auto tokenizer = load_tokenizer(folder.path());
    expect_words(tokenizer.error().sentence(), {"tokenizer_config.json", "line 1"});
  }
  void an_unknown_gguf_pre_tokeniser_is_refused_with_those_we_know() {
    const auto unknown = gguf_pretokenizer("nobody", "model.gguf");
    expect_words(unknown.error().sentence(), {"model.gguf", "tokenizer.ggml.pre", "nobody", "llama-bpe", "smollm"});
  }
  // Every name in llama.cpp's src/llama-vocab.cpp (sdist llama-cpp-python 0.3.36) but "whitespace", of an embedding
  // model.
  void every_gguf_pre_tokeniser_of_llama_cpp_is_known() {
    for (const char* name : {"default",
                             "minicpm5",
                             "llama3",
                             "llama-v3",
                             "llama-bpe",
                             "falcon3",
                             "falcon-h1",
                             "pixtral",
                             "midm-2.0",
                             "lfm2",
                             "jina-v5-nano",
                             "deepseek-llm",
                             "deepseek-coder",
                             "deepseek-v3",
                             "spark2_5",
                             "youtu",
                             "falcon",
                             "mpt",
                             "starcoder",
                             "gpt-2",
                             "phi-2",
                             "jina-es",
                             "jina-de",
                             "gigachat",
                             "jina-v2-es",
                             "jina-v2-de",
                             "a.x-4.0",
                             "mellum",
                             "modern-bert",
                             "jais-2",
                             "gemma4",
                             "granite-embed-multi-311m",
                             "sarvam-moe",
                             "jina-v1-en",
                             "jina-v2-code",
                             "roberta-bpe",
                             "refact",
                             "command-r",
                             "qwen2",
                             "deepseek-r1-qwen",
                             "kormo",
                             "f2llmv2",
                             "qwen35",
                             "stablelm2",
                             "olmo",
                             "dbrx",
                             "smaug-bpe",
                             "poro-chat",
                             "chatglm-bpe",
                             "glm4",
                             "glm5",
                             "viking",
                             "jais",
                             "tekken",
                             "smollm",
                             "codeshell",
                             "bloom",
                             "gpt3-finnish",
                             "exaone",
                             "exaone4",
                             "exaone-moe",
                             "chameleon",
                             "minerva-7b",
                             "megrez",
                             "gpt-4o",
                             "llama4",
                             "kanana2",
                             "talkie",
                             "granite-embed-multi-97m",
                             "tiny_aya",
                             "cohere2moe",
                             "superbpe",
                             "trillion",
                             "granite-docling",
                             "bailingmoe",
                             "bailingmoe2",
                             "llada-moe",
                             "seed-coder",
                             "hunyuan",
                             "hunyuan-dense",
                             "hy_v4",
                             "joyai-llm",
                             "kimi-k2",
                             "ufakzeka",
                             "grok-2",
                             "afmoe",
                             "laguna",
                             "minimax-m2",
                             "solar-open",
                             "mellum2"})
      QVERIFY2(gguf_pretokenizer(name, "model.gguf").ok(), name);
  }
  void deepseek_llm_cuts_words_as_its_own_tokenizer() {
    const auto family = gguf_pretokenizer("deepseek-llm", "model.gguf");
    QVERIFY(family.ok());
    const std::string written = "Hello world's,  it's 1234\n\n  中文。 “ok” ԵՐ և  𝐀b\tx  ";
    std::string words;
    AlignedText text(written, 0);
    for (const ByteSpan word : family->pretokenizer.split(text)) {
      const ByteSpan source = text.source_of(word.begin, word.end);
      words += written.substr(source.begin, source.end - source.begin) + "|";
    }
    // As Hugging Face tokenizers cuts it: Split by each of the model's patterns, Isolated.
    QCOMPARE(words, std::string("Hello| world|'|s|,| | it|'|s| |1234|\n|\n|  |中文|。| |“|ok|”| ԵՐ| և  𝐀|b|\tx|  |"));
  }
  void truncated_and_changed_files_never_crash() {
    const std::string good = golden_bytes("llama2_style.json");
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
      std::string bad = good.substr(0, round % 2 ? good.size() : random() % good.size());
      for (int change = 0; change < 3 && round % 2; ++change) bad[random() % bad.size()] = static_cast<char>(random());
      const auto parsed = json::parse(bad, nullptr, false);
      if (parsed.is_discarded()) continue;
      const auto rules = tokenizer_rules_from_json(parsed, "tokenizer.json");
      if (rules.ok()) (void)RuleTokenizer(*rules).encode("Natalia sold 48 clips", {});
    }
    const std::string model = golden_bytes("sp_bpe.model");
    for (int round = 0; round < 200; ++round) {
      std::string bad = model.substr(0, round % 2 ? model.size() : random() % model.size());
      for (int change = 0; change < 3 && round % 2; ++change) bad[random() % bad.size()] = static_cast<char>(random());
      (void)load_sentence("tokenizer.model", bad);
    }
  }
  void a_pattern_that_would_search_for_hours_is_an_error_and_no_other_ids() {
    json file = small_file();
    file["pre_tokenizer"] = split_by("(a+)+$", "Isolated");
    const auto rules = tokenizer_rules_from_json(file, "tokenizer.json");
    QVERIFY(rules.ok());
    const RuleTokenizer tokenizer(*rules);
    const auto encode = [&](const std::string& text) {
      return catch_exceptions(std::string("rows.jsonl"),
                              [&]() -> Result<std::size_t> { return tokenizer.encode(text, {}).size(); });
    };
    QVERIFY(encode("ab aa").ok());
    QElapsedTimer timer;
    timer.start();
    const auto endless = encode(std::string(5000, 'a') + "b");
    QVERIFY(timer.elapsed() < 10'000 * kSlowdown);
    QVERIFY(!endless.ok());
    QCOMPARE(endless.error().code, ErrorCode::Unsupported);
    expect_words(endless.error().sentence(), {"rows.jsonl", "pattern", "aaaa"});
  }
  void templates_with_a_name_are_found_where_they_are_stored() {
    const auto names = [](const std::filesystem::path& model) {
      std::string all;
      const std::vector<NamedTemplate> named = load_named_templates(model).value();
      for (const auto& [name, source] : named) all += name + "=" + source + " ";
      return all;
    };
    const TemporaryFolder folder;
    const std::filesystem::path configuration = folder / "tokenizer_config.json";
    QCOMPARE(names(folder.path()), std::string());
    QVERIFY(write_file_atomically(configuration, R"({"chat_template": "one"})").ok());
    QCOMPARE(names(folder.path()), std::string());
    QVERIFY(write_file_atomically(configuration, R"({"chat_template": [{"name": "tool_use", "template": "x"},
                {"name": "default", "template": "two"}, {"name": "rag", "template": "y"}]})")
                .ok());
    QCOMPARE(names(folder.path()), std::string("rag=y tool_use=x "));
    QCOMPARE(**load_tool_template(folder.path()), std::string("x"));
    QVERIFY(write_file_atomically(folder / "chat_template.jinja", "three").ok());
    QCOMPARE(names(folder.path()), std::string());   // files take the place of the list, as in transformers
    std::filesystem::create_directory(folder / "additional_chat_templates");
    QVERIFY(write_file_atomically(folder / "additional_chat_templates" / "tool_use.jinja", "z").ok());
    QVERIFY(write_file_atomically(folder / "additional_chat_templates" / "notes.txt", "no template").ok());
    QCOMPARE(names(folder.path()), std::string("tool_use=z "));
    std::filesystem::remove_all(folder / "additional_chat_templates");
    std::filesystem::remove(folder / "chat_template.jinja");
    QVERIFY(write_file_atomically(configuration, R"({"chat_template": [{"name": "tool_use"}]})").ok());
    expect_words(load_tool_template(folder.path()).error().sentence(), {"tokenizer_config.json", "name and template"});
    QVERIFY(write_file_atomically(folder / "named.gguf", GgufFile()
                                                             .text("general.architecture", "llama")
                                                             .text("tokenizer.chat_template", "usual")
                                                             .text("tokenizer.chat_template.tool_use", "for tools")
                                                             .bytes())
                .ok());
    QCOMPARE(names(folder / "named.gguf"), std::string("tool_use=for tools "));
  }
  void the_chat_template_is_found_where_it_is_stored() {
    const TemporaryFolder folder;
    QCOMPARE(*load_chat_template(folder.path()), std::nullopt);
    QVERIFY(write_file_atomically(folder / "tokenizer_config.json", R"({"chat_template": "one"})").ok());
    QCOMPARE(**load_chat_template(folder.path()), std::string("one"));
    QVERIFY(write_file_atomically(
                folder / "tokenizer_config.json",
                R"({"chat_template": [{"name": "tool", "template": "x"}, {"name": "default", "template": "two"}]})")
                .ok());
    QCOMPARE(**load_chat_template(folder.path()), std::string("two"));
    QVERIFY(write_file_atomically(folder / "chat_template.jinja", "three").ok());
    QCOMPARE(**load_chat_template(folder.path()), std::string("three"));
    QVERIFY((*load_chat_template(demo_model()))->find("SmolLM") != std::string::npos);
    QVERIFY(write_file_atomically(folder / "tokenizer_config.json", R"({"chat_template": 7})").ok());
    std::filesystem::remove(folder / "chat_template.jinja");
    expect_words(load_chat_template(folder.path()).error().sentence(), {"tokenizer_config.json", "chat_template", "7"});
  }
};

QTEST_GUILESS_MAIN(TokenizerFileTest)
#include "tokenizer_file_test.moc"
