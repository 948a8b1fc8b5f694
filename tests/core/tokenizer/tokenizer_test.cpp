// What every tokenizer promises: round trips, byte places, special tokens, streaming.
#include "core/tokenizer/tokenizer.h"

#include <QtTest>

#include <limits>
#include <random>

#include "core/base/utf8.h"
#include "core/tokenizer/bpe_model.h"
#include "tests/core/tokenizer/golden_lines.h"
#include "tests/support/slowdown.h"

using namespace lift;
using namespace lift::test;

namespace {

std::unique_ptr<Tokenizer> golden_tokenizer(const std::string& name) {
  return GoldenFolder(name + ".json", "tokenizer.json").load();
}

// Byte pair encoding as its definition says: again and again the leftmost pair of the lowest rank.
std::vector<TokenId> slow_bpe(const std::vector<std::string>& pieces, const std::vector<BpeMerge>& merges,
                              std::string_view word) {
  std::vector<TokenId> ids;
  for (const char byte : word)
    ids.push_back(static_cast<TokenId>(std::ranges::find(pieces, std::string(1, byte)) - pieces.begin()));
  while (true) {
    std::size_t best_rank = merges.size(), best_at = 0;
    for (std::size_t at = 0; at + 1 < ids.size(); ++at)
      for (std::size_t rank = 0; rank < best_rank; ++rank)
        if (merges[rank].left == ids[at] && merges[rank].right == ids[at + 1]) best_rank = rank, best_at = at;
    if (best_rank == merges.size()) return ids;
    ids[best_at] = merges[best_rank].result;
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(best_at) + 1);
  }
}

std::string stream(const Tokenizer& tokenizer, std::span<const TokenId> ids, bool& whole) {
  StreamDecoder decoder(tokenizer);
  std::string text;
  for (const TokenId id : ids) {
    const std::string more = decoder.push(id);
    whole = whole && valid_utf8_prefix(more) == more.size();
    text += more;
  }
  return text + decoder.finish();
}

}   // namespace

class TokenizerTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_byte_level_text_comes_back_byte_for_byte() {
    const auto tokenizer = golden_tokenizer("llama3_style");
    for (const std::string& line : golden_lines()) {
      if (line.find("<tool>") != std::string::npos) continue;   // it takes the blanks around it
      const auto ids = ids_of(tokenizer->encode(line));
      QVERIFY2(tokenizer->decode(ids) == line, line.c_str());
    }
  }
  void the_demo_model_loses_only_bytes_that_its_vocabulary_cannot_spell() {
    const auto tokenizer = load_demo_tokenizer();
    std::string unspelled;
    for (int byte = 0; byte < 256; ++byte)
      if (tokenizer->encode(std::string(1, static_cast<char>(byte))).empty()) unspelled += static_cast<char>(byte);
    QCOMPARE(unspelled.size(), std::size_t{21});   // 13 are in no UTF-8 text, the others are control characters
    std::size_t compared = 0;
    for (const std::string& line : golden_lines()) {
      std::string expected = line;
      std::erase_if(expected, [&](char c) { return unspelled.find(c) != std::string::npos; });
      QVERIFY2(tokenizer->decode(ids_of(tokenizer->encode(line))) == expected, line.c_str());
      compared += expected == line;
    }
    QVERIFY(compared > 9'500);
  }
  void every_byte_string_comes_back_even_when_it_is_not_utf8() {
    const auto tokenizer = golden_tokenizer("llama3_style");
    std::mt19937 random(7);
    for (int round = 0; round < 2'000; ++round) {
      std::string text(random() % 40, '\0');
      for (char& byte : text) byte = static_cast<char>(random() % 3 ? random() : " a\xE2\x82"[random() % 4]);
      QCOMPARE(tokenizer->decode(ids_of(tokenizer->encode(text))), text);
    }
  }
  void tokens_cover_the_text_in_order() {
    for (const char* name : {"llama3_style", "llama2_style"}) {
      const auto tokenizer = golden_tokenizer(name);
      for (const std::string& line : golden_lines()) {
        std::uint32_t at = 0;
        for (const Token& token : tokenizer->encode(line)) {
          QVERIFY(token.begin == at || (token.begin < at && token.end >= at));   // parts of one replaced blank
          at = std::max(at, token.end);
        }
        QCOMPARE(at, static_cast<std::uint32_t>(line.size()));
      }
    }
  }
  void a_token_of_a_byte_level_text_stands_for_exactly_its_bytes() {
    const auto tokenizer = golden_tokenizer("llama3_style");
    for (const std::string& line : golden_lines())
      for (const Token& token : tokenizer->encode(line, {.add_special = false, .parse_special = false}))
        if (tokenizer->piece_bytes(token.id) != "<tool>")   // it takes the blanks around it
          QCOMPARE(line.substr(token.begin, token.end - token.begin), tokenizer->piece_bytes(token.id));
  }
  void a_sentencepiece_token_knows_its_place() {
    const GoldenFolder folder("sp_bpe.model", "tokenizer.model");
    const auto tokenizer = folder.load();
    const std::string text = "Natalia sold clips";
    std::string spelled;
    for (const Token& token : tokenizer->encode(text)) spelled += text.substr(token.begin, token.end - token.begin);
    QCOMPARE(spelled, text);
  }
  void normalised_text_keeps_the_places_of_the_original() {
    const auto tokenizer = golden_tokenizer("tekken_style");
    const std::string text = "ae\xCC\x81 naïve";   // e and a combining accent become one character
    const auto tokens = tokenizer->encode(text);
    QCOMPARE(tokens.front().begin, 0u);
    QCOMPARE(tokens.back().end, static_cast<std::uint32_t>(text.size()));
    QCOMPARE(tokens.back().id, *tokenizer->id_of("naïve"));
  }

  void special_tokens_in_a_text_are_found_only_when_asked_for() {
    const auto tokenizer = load_demo_tokenizer();
    const std::string text = "<|im_start|>user\nHi<|im_end|>";
    const auto with = ids_of(tokenizer->encode(text));
    QCOMPARE(with.front(), 1);
    QCOMPARE(with.back(), 2);
    const auto without = ids_of(tokenizer->encode(text, {.add_special = false, .parse_special = false}));
    QVERIFY(std::ranges::none_of(without, [&](TokenId id) { return tokenizer->is_special(id); }));
    QCOMPARE(tokenizer->decode(without), text);
    QCOMPARE(tokenizer->decode(with, true), std::string("user\nHi"));
  }
  void the_demo_model_ends_answers_with_its_end_of_turn() {
    const auto tokenizer = load_demo_tokenizer();
    const SpecialTokens& special = tokenizer->special_tokens();
    QCOMPARE(tokenizer->piece_bytes(*special.eos), std::string("<|im_end|>"));
    QCOMPARE(tokenizer->piece_bytes(*special.bos), std::string("<|im_start|>"));
    QCOMPARE(special.end_of_generation, (std::vector<TokenId>{2, 0}));
    QCOMPARE(tokenizer->vocabulary_size(), 49'152);
    QCOMPARE(tokenizer->description().text(), std::string("byte-level BPE, 49,152 tokens, pre-tokeniser smollm"));
    QVERIFY(tokenizer->encode("", {.add_special = true, .parse_special = true}).empty());
  }
  void a_piece_is_found_by_its_spelling() {
    const auto tokenizer = load_demo_tokenizer();
    QCOMPARE(tokenizer->id_of("<|im_end|>"), std::optional<TokenId>(2));
    QCOMPARE(tokenizer->piece_bytes(*tokenizer->id_of("Ġthe")), std::string(" the"));
    QCOMPARE(tokenizer->id_of("no such piece"), std::nullopt);
    for (const TokenId id : {-1, 49'152, std::numeric_limits<TokenId>::max()}) {
      QCOMPARE(tokenizer->piece_bytes(id), std::string());
      QVERIFY(!tokenizer->is_special(id));
    }
  }
  void side_files_name_the_special_tokens() {
    const GoldenFolder folder("llama3_style.json", "tokenizer.json");
    QVERIFY(write_file_atomically(folder.path() / "tokenizer_config.json",
                                  R"({"bos_token": "<|begin_of_text|>", "eos_token": {"content": "<|end_of_text|>"}})")
                .ok());
    const auto plain = folder.load();
    const TokenId eot = *plain->id_of("<|eot_id|>"), end = *plain->id_of("<|end_of_text|>");
    QVERIFY(write_file_atomically(folder.path() / "generation_config.json",
                                  "{\"eos_token_id\": [" + std::to_string(eot) + "]}")
                .ok());
    const auto tokenizer = folder.load();
    QCOMPARE(*tokenizer->special_tokens().eos, end);
    QCOMPARE(tokenizer->special_tokens().end_of_generation, (std::vector<TokenId>{end, eot}));
    QCOMPARE(*tokenizer->special_tokens().bos, *tokenizer->id_of("<|begin_of_text|>"));
  }

  void streamed_text_is_the_decoded_text_and_never_cuts_a_character_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"llama3_style", "llama2_style", "mistral_style", "metaspace_style"})
      QTest::newRow(name) << name;
  }
  void streamed_text_is_the_decoded_text_and_never_cuts_a_character() {
    QFETCH(QString, name);
    const auto tokenizer = golden_tokenizer(name.toStdString());
    bool whole = true;
    for (const std::string& line : golden_lines()) {
      const auto ids = ids_of(tokenizer->encode(line));
      QVERIFY2(stream(*tokenizer, ids, whole) == tokenizer->decode(ids), line.c_str());
    }
    QVERIFY(whole);
  }
  void a_character_cut_by_the_end_becomes_a_replacement_mark() {
    const auto tokenizer = golden_tokenizer("llama3_style");
    auto ids = ids_of(tokenizer->encode("ab\xF0\xAA\x9A\xB2"));
    bool whole = true;
    ids.pop_back();
    const std::string text = stream(*tokenizer, ids, whole);
    QVERIFY(text.starts_with("ab\xEF\xBF\xBD"));
    QCOMPARE(text.size() % 3, std::size_t{2});   // nothing but marks behind "ab"
    QVERIFY(whole);
  }

  void merging_with_a_queue_equals_merging_by_definition() {
    std::vector<std::string> pieces;
    for (char c = 'a'; c <= 'e'; ++c) pieces.emplace_back(1, c);
    std::vector<BpeMerge> merges;
    std::mt19937 random(3);
    while (merges.size() < 150) {
      const auto left = static_cast<TokenId>(random() % pieces.size()),
                 right = static_cast<TokenId>(random() % pieces.size());
      const std::string joined = pieces[static_cast<std::size_t>(left)] + pieces[static_cast<std::size_t>(right)];
      if (joined.size() > 8 || std::ranges::find(pieces, joined) != pieces.end()) continue;
      merges.push_back({left, right, static_cast<TokenId>(pieces.size())});
      pieces.push_back(joined);
    }
    const BpeModel model(pieces, merges, {}, true);
    for (int round = 0; round < 1'000; ++round) {
      std::string word(1 + random() % 100, 'a');
      for (char& c : word) c = static_cast<char>('a' + random() % 5);
      std::vector<WordToken> tokens;
      model.encode_word(word, tokens);
      std::vector<TokenId> ids;
      for (const WordToken& token : tokens) ids.push_back(token.id);
      QCOMPARE(ids, slow_bpe(pieces, merges, word));
      tokens.clear();
      model.encode_word(word, tokens);   // now from the words seen before
      QCOMPARE(tokens.size(), ids.size());
    }
  }
  void long_texts_take_time_in_proportion_data() {
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("one word") << QByteArray("abcdefgh");
    QTest::newRow("blanks") << QByteArray("        ");
    QTest::newRow("line breaks") << QByteArray("\n\n\n\n\n\n\n\n");
    QTest::newRow("signs") << QByteArray("<|<|<|<|");
    QTest::newRow("broken bytes") << QByteArray("\xFF\xFE\x80\xC3\xFF\xFF\xFF\xFF");
    QTest::newRow("zeros") << QByteArray(8, '\0');
    QTest::newRow("digits") << QByteArray("01234567");
  }
  void long_texts_take_time_in_proportion() {
    QFETCH(QByteArray, unit);
    const auto tokenizer = load_demo_tokenizer();
    const std::string text = unit.repeated(125'000).toStdString();   // 1 MB: quadratic work would take minutes
    QElapsedTimer timer;
    timer.start();
    const auto tokens = tokenizer->encode(text);
    QVERIFY2(timer.elapsed() < 20'000 * kSlowdown, std::to_string(timer.elapsed()).c_str());
    QVERIFY(tokens.size() <= text.size());
  }
  void equal_vocabularies_have_equal_fingerprints() {
    const auto first = golden_tokenizer("llama2_style"), second = golden_tokenizer("llama2_style");
    QCOMPARE(first->fingerprint().hex(), second->fingerprint().hex());
    QVERIFY(first->fingerprint() != golden_tokenizer("mistral_style")->fingerprint());   // other rules only
    QVERIFY(first->fingerprint() != golden_tokenizer("llama3_style")->fingerprint());
  }
};

QTEST_GUILESS_MAIN(TokenizerTest)
#include "tokenizer_test.moc"
