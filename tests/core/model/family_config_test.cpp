// config.json of every family with a key that is missing, null, of another type or against another key: a sentence that
// names file and key, or a model; never a crash.
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include <nlohmann/json.hpp>

#include "core/model/model_loader.h"
#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr const char* kFamilies[] = {"llama_bias", "llama_llama3",   "llama_proportional",
                                     "qwen2",      "qwen2_window",   "qwen2_yarn",
                                     "qwen3",      "gemma",          "gemma2",
                                     "gemma3",     "gemma3_yarn",    "granite",
                                     "smollm3",    "smollm3_window", "olmo2",
                                     "olmo3",      "phi3",           "phi3_long",
                                     "glm4",       "ministral3",     "qwen3_5"};

// The family's golden folder with another config.json.
class Edited {
 public:
  explicit Edited(const std::string& family) : folder_(fs::path(temporary_.path().toStdString())) {
    const fs::path golden = test::golden("model/families/" + family);
    fs::copy_file(golden / "model.safetensors", folder_ / "model.safetensors");
    std::ifstream(golden / "config.json") >> config;
  }
  Result<ModelSummary> inspected() const {
    std::ofstream(folder_ / "config.json") << config.dump();
    return inspect_model(folder_);
  }
  Json config;

 private:
  QTemporaryDir temporary_;
  fs::path folder_;
};

bool mentions(const Error& error, const char* word) { return error.whole().text().find(word) != std::string::npos; }

}   // namespace

class FamilyConfigTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void no_value_of_any_key_breaks_the_reader_data() { families(); }
  void no_value_of_any_key_breaks_the_reader() {
    QFETCH(QString, family);
    Edited edited(family.toStdString());
    const Json original = edited.config;
    const Json values[] = {nullptr,
                           true,
                           "text",
                           0,
                           -1,
                           3,
                           1e300,
                           4503599627370497,
                           Json::array(),
                           Json::array({1, "a"}),
                           Json::object(),
                           Json{{"full_attention", 3}}};
    for (const auto& [key, value] : original.items()) {
      edited.config = original;
      edited.config.erase(key);
      (void)edited.inspected().ok();
      for (const Json& other : values) {
        edited.config = original;
        edited.config[key] = other;
        const auto result = edited.inspected();
        if (!result.ok())
          QVERIFY2(mentions(result.error(), "config.json") || mentions(result.error(), "tensor"),
                   qPrintable(QString::fromStdString(key)));
      }
    }
  }

  void what_contradicts_itself_is_refused_by_name_data() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* family, const char* key, const char* value, const char* word) {
      QTest::addRow("%s, %s %s", family, key, value)
          << QString(family) << QString(key) << QString(value) << QString(word);
    };
    row("qwen2", "layer_types", R"(["full_attention"])", "layer_types");
    row("qwen2", "layer_types", R"(["full_attention", "sliding_attention"])", "use_sliding_window");
    row("qwen2", "layer_types", R"(["full_attention", "linear_attention"])", "linear_attention");
    row("qwen2_window", "sliding_window", "-4", "sliding_window");
    row("qwen2_window", "max_window_layers", "\"all\"", "max_window_layers");
    row("qwen2_yarn", "rope_parameters", R"({"rope_type": "yarn", "factor": -2})", "factor");
    row("qwen2_yarn", "rope_parameters", R"({"rope_type": "longrope"})", "short_factor");
    row("qwen2_yarn", "rope_parameters", R"({"rope_type": "spiral"})", "spiral");
    row("qwen2_yarn", "rope_parameters", R"({"rope_type": "yarn", "partial_rotary_factor": 0.5})", "partial_rotary");
    row("phi3", "rope_parameters", R"({"rope_type": "longrope", "short_factor": [1, 1], "long_factor": [1, 1, 1, 1]})",
        "expected 4 rope frequency factors, found 2");
    row("phi3", "rope_parameters",
        R"({"rope_type": "longrope", "short_factor": [1, "a", 1, 1], "long_factor": [1, 1, 1, 1]})", "short_factor");
    row("phi3", "rope_parameters", R"({"rope_type": "su", "short_factor": [1, 0, 1, 1], "long_factor": [1, 1, 1, 1]})",
        "positive");
    row("phi3", "rope_parameters", R"({"rope_type": "default", "partial_rotary_factor": 0.4})", "even number");
    row("phi3", "rope_parameters", R"({"rope_type": "default", "partial_rotary_factor": 1.5})",
        "partial_rotary_factor");
    row("phi3", "original_max_position_embeddings", "0", "original_max_position_embeddings");
    row("phi3", "attention_bias", "true", "attention_bias");
    row("phi3", "num_key_value_heads", "3", "heads");
    row("qwen3", "head_dim", "0", "head width");
    row("qwen3", "hidden_act", "\"gelu\"", "hidden_act");
    row("gemma3", "query_pre_attn_scalar", "0", "query_pre_attn_scalar");
    row("gemma", "hidden_act", "\"silu\"", "hidden_act");
    row("gemma", "hidden_activation", "\"silu\"", "hidden_activation");
    row("gemma", "num_key_value_heads", "3", "heads");
    row("gemma3", "final_logit_softcapping", "-1", "final_logit_softcapping");
    row("gemma2", "attn_logit_softcapping", "0", "attn_logit_softcapping");
    row("gemma2", "final_logit_softcapping", "\"soft\"", "final_logit_softcapping");
    row("gemma2", "layer_types", R"(["full_attention"])", "layer_types");
    row("gemma2", "sliding_window", "-2", "sliding_window");
    row("qwen3", "attn_logit_softcapping", "30.0", "attn_logit_softcapping");
    row("gemma3", "use_bidirectional_attention", "true", "use_bidirectional_attention");
    row("gemma3", "hidden_activation", "\"silu\"", "hidden_activation");
    row("granite", "logits_scaling", "0", "logits_scaling");
    row("granite", "embedding_multiplier", "-1", "scale");
    row("smollm3", "no_rope_layers", "[1, 0]", "no_rope_layers");
    row("smollm3", "no_rope_layers", "[1, 1, 1, 2]", "no_rope_layers");
    row("smollm3_window", "sliding_window", "0", "sliding_window");
    row("olmo2", "num_attention_heads", "3", "heads");
    row("glm4", "partial_rotary_factor", "\"half\"", "partial_rotary_factor");
    row("glm4", "rope_parameters", R"({"rope_type": "default", "partial_rotary_factor": 0})", "partial_rotary_factor");
    row("glm4", "head_dim", "6", "even number");
    row("glm4", "attention_bias", "false", "bias");
    row("olmo3", "sliding_window", "null", "sliding_window");
    row("olmo3", "sliding_window", "0", "sliding_window");
    row("olmo3", "layer_types", R"(["full_attention"])", "layer_types");
    row("ministral3", "rope_parameters", R"({"rope_type": "yarn", "factor": 4, "llama_4_scaling_beta": 0.1})",
        "original_max_position_embeddings");
    row("ministral3", "rope_parameters",
        R"({"rope_type": "default", "original_max_position_embeddings": 16, "llama_4_scaling_beta": -1})", "position");
    row("qwen3_5", "layer_types", R"(["full_attention"])", "layer_types");
    row("qwen3_5", "layer_types", R"(["full_attention", "conv", "conv", "conv"])", "conv");
    row("qwen3_5", "linear_num_value_heads", "3", "value heads");
    row("qwen3_5", "linear_key_head_dim", "0", "delta net");
    row("qwen3_5", "linear_conv_kernel_dim", "0", "convolution");
    row("qwen3_5", "attention_bias", "true", "attention_bias");
    row("qwen3_5", "attn_output_gate", "false", "attn_output_gate");
    row("ministral3", "sliding_window", "-1", "sliding window");
    row("llama_proportional", "rope_parameters", R"({"rope_type": "proportional", "partial_rotary_factor": 0.1})",
        "partial_rotary_factor");
    row("llama_llama3", "rope_parameters", R"({"rope_type": "llama3", "factor": 8})", "low_freq_factor");
    row("llama_llama3", "rope_parameters", R"({"rope_type": ["llama3"]})", "rope_type");
    row("qwen3", "model_type", "\"qwen3_moe\"", "mixture of experts");
    row("qwen3", "model_type", "\"qwen3_5\"", "The nearest is qwen3");
    row("llama_bias", "model_type", "\"cohere\"", "The nearest is llama");
    row("llama_bias", "attention_bias", "false", "bias");
  }
  void what_contradicts_itself_is_refused_by_name() {
    QFETCH(QString, family);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, word);
    Edited edited(family.toStdString());
    edited.config[key.toStdString()] = Json::parse(value.toStdString());
    const auto result = edited.inspected();
    QVERIFY(!result.ok());
    QVERIFY2(mentions(result.error(), word.toUtf8().constData()), result.error().whole().text().c_str());
  }

  // Both spellings of the same model, and the text of a model that sees.
  void old_and_nested_spellings_are_read_alike() {
    Edited edited("gemma3");
    const auto expected = edited.inspected();
    QVERIFY2(expected.ok(), expected.ok() ? "" : expected.error().sentence().c_str());
    edited.config.erase("rope_parameters");
    edited.config["rope_theta"] = 1000000.0;
    edited.config["rope_local_base_freq"] = 10000.0;
    edited.config.erase("layer_types");
    const auto old = edited.inspected();
    QVERIFY2(old.ok(), old.ok() ? "" : old.error().sentence().c_str());
    edited.config = Json{{"model_type", "gemma3"}, {"text_config", edited.config}, {"vision_config", Json::object()}};
    const auto nested = edited.inspected();
    QVERIFY2(nested.ok(), nested.ok() ? "" : nested.error().sentence().c_str());
    for (const ModelConfig* config : {&old->config, &nested->config}) {
      QVERIFY(config->layer_kinds == expected->config.layer_kinds);
      QCOMPARE(config->rope.base, expected->config.rope.base);
      QCOMPARE(config->other_attention.front().rope.base, expected->config.other_attention.front().rope.base);
      QCOMPARE(config->other_attention.front().sliding_window, std::int64_t{8});
    }
  }

 private:
  static void families() {
    QTest::addColumn<QString>("family");
    for (const char* family : kFamilies) QTest::newRow(family) << QString(family);
  }
};

QTEST_GUILESS_MAIN(FamilyConfigTest)
#include "family_config_test.moc"
