// GGUF files of the families with a key or a tensor that is missing, of another type, or against another: a sentence
// that names what is wrong; never a crash.
#include <QTemporaryDir>
#include <QtTest>

#include <functional>

#include "core/io/gguf_writer.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

// The family's golden file, its keys and tensors free to change.
struct Edited {
  explicit Edited(const std::string& family)
      : reader(GgufReader::open(test::golden("model/families/" + family + ".gguf")).value()) {
    for (const std::string& name : reader.key_order()) keys.push_back({name, reader.raw_key(name)});
    for (const GgufTensor& tensor : reader.tensors())
      tensors.push_back({tensor.name, tensor.type, tensor.shape, tensor.bytes});
  }
  void drop_key(const std::string& name) {
    std::erase_if(keys, [&](const GgufOutKey& key) { return key.name == name; });
  }
  void set_key(const std::string& name, GgufOut value) {
    drop_key(name);
    keys.push_back({name, std::move(value)});
  }
  void drop_tensor(const std::string& name) {
    std::erase_if(tensors, [&](const GgufOutTensor& tensor) { return tensor.name == name; });
  }
  Result<ModelSummary> inspected() const {
    const fs::path file = fs::path(folder.path().toStdString()) / "m.gguf";
    if (!write_gguf(file, keys, tensors).ok()) throw std::runtime_error("not written");
    return inspect_model(file);
  }

  GgufReader reader;
  std::vector<GgufOutKey> keys;
  std::vector<GgufOutTensor> tensors;
  QTemporaryDir folder;
};

struct Case {
  const char *family, *what;
  std::function<void(Edited&)> edit;
  const char* word;   // in the sentence
};

std::function<void(Edited&)> set(const char* name, GgufOut value) {
  return [=](Edited& file) { file.set_key(name, value); };
}

const std::vector<Case>& cases() {
  constexpr const char *kRotated = "phi3.rope.dimension_count", *kLength = "phi3.rope.scaling.original_context_length";
  constexpr const char* kPattern = "olmo2.attention.sliding_window_pattern";
  static const std::vector<Case> kCases{
      {"phi3", "an odd number of channels", set(kRotated, 5u), kRotated},
      {"phi3", "no channel turns", set(kRotated, 0u), kRotated},
      {"phi3", "more channels than a head has", set(kRotated, 64u), kRotated},
      {"phi3", "channels as text", set(kRotated, std::string("all")), kRotated},
      {"phi3", "an original length of 0", set(kLength, 0u), kLength},
      {"phi3", "a negative attention factor", set("phi3.rope.scaling.attn_factor", -1.0f), "attention factor"},
      {"phi3", "no short factors", [](Edited& f) { f.drop_tensor("rope_factors_short.weight"); },
       "rope_factors_short.weight"},
      {"phi3", "as many factors as the head has pairs", set(kRotated, 8u), "rope_factors_short.weight"},
      {"phi3", "longrope without factors",
       [](Edited& f) {
         f.drop_tensor("rope_factors_short.weight");
         f.drop_tensor("rope_factors_long.weight");
         f.set_key("phi3.rope.scaling.type", std::string("longrope"));
       },
       "rope_factors_short.weight"},
      {"phi3", "no matrix of q, k and v", [](Edited& f) { f.drop_tensor("blk.1.attn_qkv.weight"); },
       "blk.1.attn_qkv.weight"},
      {"phi3", "a negative window", set("phi3.attention.sliding_window", std::int32_t{-3}), "sliding window"},
      {"olmo3", "a list of layers that is too short", set(kPattern, std::vector<std::int32_t>{1, 0}), kPattern},
      {"olmo3", "an interval of 0", set(kPattern, 0u), kPattern},
      {"olmo3", "layers as text", set(kPattern, std::string("every fourth")), kPattern},
      {"olmo3", "a rope nobody knows", set("olmo2.rope.scaling.type", std::string("spiral")), "spiral"},
      {"olmo3", "yarn that turns the wrong way", set("olmo2.rope.scaling.yarn_beta_slow", 64.0f), "beta_slow"},
      {"ministral3", "queries that shrink", set("mistral3.attention.temperature_scale", -1.0f), "position"},
      {"ministral3", "yarn from a length of 0", set("mistral3.rope.scaling.original_context_length", 0u),
       "original_context_length"},
      {"glm4", "sections of channels", set("glm4.rope.dimension_sections", std::vector<std::int32_t>{2, 2}),
       "rope.dimension_sections"},
      {"glm4", "a layer more than there is", set("glm4.block_count", 3u), "blk.2."},
      {"glm4", "no biases of k", [](Edited& f) { f.drop_tensor("blk.0.attn_k.bias"); }, "blk.0.attn_k.bias"},
      {"gemma2", "a negative cap", set("gemma2.attn_logit_softcapping", -3.0f), "soft cap"},
      {"gemma2", "a cap as text", set("gemma2.final_logit_softcapping", std::string("soft")),
       "final_logit_softcapping"},
      {"qwen2_yarn", "a negative factor", set("qwen2.rope.scaling.factor", -4.0f), "rope factor"},
      {"qwen2", "capped scores", set("qwen2.attn_logit_softcapping", 50.0f), "qwen2.attn_logit_softcapping"},
      {"llama_linear", "heads that do not divide", set("llama.attention.head_count_kv", 3u), "key-value heads"},
  };
  return kCases;
}

}   // namespace

class FamilyGgufKeysTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void no_value_of_any_key_breaks_the_reader_data() {
    QTest::addColumn<QString>("family");
    for (const char* family : {"phi3", "phi3_long", "olmo3", "ministral3", "glm4", "gemma2", "qwen2_yarn"})
      QTest::newRow(family) << family;
  }
  void no_value_of_any_key_breaks_the_reader() {
    QFETCH(QString, family);
    Edited file(family.toStdString());
    QVERIFY(file.inspected().ok());
    const std::vector<GgufOutKey> keys = file.keys;
    for (const GgufOutKey& key : keys) {   // missing, or of another type: a model or a sentence
      if (key.name.starts_with("general.")) continue;
      file.keys = keys;
      file.drop_key(key.name);
      (void)file.inspected().ok();
      for (const GgufOut& other : {GgufOut(true), GgufOut(0u), GgufOut(std::int32_t{-7}), GgufOut(1e30f),
                                   GgufOut(std::string("x")), GgufOut(std::vector<float>{})}) {
        file.keys = keys;
        file.set_key(key.name, other);
        const auto result = file.inspected();
        if (!result.ok()) QVERIFY2(!result.error().sentence().empty(), key.name.c_str());
      }
    }
  }

  void what_contradicts_itself_is_refused_by_name_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < cases().size(); ++i)
      QTest::addRow("%s, %s", cases()[i].family, cases()[i].what) << static_cast<int>(i);
  }
  void what_contradicts_itself_is_refused_by_name() {
    QFETCH(int, number);
    const Case& wrong = cases()[static_cast<std::size_t>(number)];
    Edited file(wrong.family);
    wrong.edit(file);
    const auto result = file.inspected();
    QVERIFY(!result.ok());
    const std::string told = result.error().whole().text();
    QVERIFY2(told.find(wrong.word) != std::string::npos, told.c_str());
  }
};

QTEST_GUILESS_MAIN(FamilyGgufKeysTest)
#include "family_gguf_keys_test.moc"
