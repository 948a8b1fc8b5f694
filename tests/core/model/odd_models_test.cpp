// Models as people's programs left them: read with what is odd told, or refused by name. Nothing is passed over.
#include <cmath>
#include <fstream>

#include <QtTest>

#include <ATen/core/Tensor.h>
#include <nlohmann/json.hpp>

#include "core/io/json.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/model/causal_lm.h"
#include "core/model/inspection.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/tensors/tiny_gguf.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

std::string read_bytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void edit_config(const fs::path& folder, const std::function<void(Json&)>& edit) {
  Json config = read_json_file(folder / "config.json").value();
  edit(config);
  QVERIFY(write_json_file(folder / "config.json", config).ok());
}

void edit_tensors(const fs::path& folder, const std::function<void(std::vector<TensorView>&)>& edit) {
  const std::string bytes = read_bytes(folder / "model.safetensors");
  const auto copy = MappedFile::from_memory("copy", std::as_bytes(std::span(bytes)));
  std::vector<TensorView> tensors = SafetensorsReader::read(copy).value().tensors();
  edit(tensors);
  QVERIFY(write_safetensors(folder / "model.safetensors", tensors, {}).ok());
}

bool told(const std::vector<Sentence>& sentences, const char* word) {
  for (const Sentence& sentence : sentences)
    if (sentence.text().find(word) != std::string::npos) return true;
  return false;
}

std::string refusal(const Result<ModelSummary>& summary) { return summary.ok() ? "" : summary.error().sentence(); }

std::vector<Sentence> unused(const fs::path& model) { return not_used_of(model).value(); }

bool same_tensors(const CausalLm& a, const CausalLm& b) {
  const auto left = a.named_tensors(), right = b.named_tensors();
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i].first != right[i].first || !left[i].second.equal(right[i].second)) return false;
  return true;
}

const std::string kModel = "model.", kHead = "lm_head.weight", kEmbedding = "model.embed_tokens.weight";

}   // namespace

class OddModelsTest : public QObject {
  Q_OBJECT

  std::optional<TemporaryFolder> folder_;
  std::optional<CausalLm> tiny_;

  LoadedModel load() { return load_model(folder_->path(), {.dtype = DType::F32}).value(); }
  Result<ModelSummary> inspect() { return inspect_model(folder_->path()); }
  void rename_all(const std::string& body, const std::string& head) {
    edit_tensors(folder_->path(), [&](std::vector<TensorView>& tensors) {
      for (TensorView& tensor : tensors)
        tensor.name = tensor.name == kHead ? head : body + tensor.name.substr(kModel.size());
    });
  }
  void write(bool tied) {
    ModelConfig config = tiny_config();
    config.tied_head = tied;
    tiny_.emplace(tiny_model(config, DType::F32));
    write_tiny_folder(folder_->path(), *tiny_);
  }

 private Q_SLOTS:
  void init() {
    folder_.emplace();
    write(true);
  }

  // --- Names
  void names_without_their_usual_beginning_are_read_data() {
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("head");
    for (const auto& [body, head] :
         {std::pair("", "lm_head.weight"), std::pair("language_model.model.", "language_model.lm_head.weight"),
          std::pair("model.language_model.", "lm_head.weight"),
          std::pair("_orig_mod.model.", "_orig_mod.lm_head.weight"),
          std::pair("transformer.", "transformer.lm_head.weight"),
          std::pair("base_model.model.model.", "base_model.model.lm_head.weight")})
      QTest::newRow(body) << QString(body) << QString(head);
  }
  void names_without_their_usual_beginning_are_read() {
    QFETCH(QString, body);
    QFETCH(QString, head);
    for (const bool tied : {true, false}) {
      write(tied);
      rename_all(body.toStdString(), head.toStdString());
      const auto summary = inspect();
      QVERIFY2(summary.ok(), refusal(summary).c_str());
      QVERIFY(told(summary->notices, "names begin with"));
      QVERIFY(unused(folder_->path()).empty());
      QVERIFY(same_tensors(*load().model, *tiny_));
    }
  }

  void a_vision_tower_beside_the_text_model_is_named_and_left_alone() {
    rename_all("language_model.model.", "");
    const std::vector<float> pixels(4, 1.0f);
    edit_tensors(folder_->path(), [&](std::vector<TensorView>& tensors) {
      for (const char* name : {"vision_tower.layers.0.self_attn.o_proj.weight",
                               "vision_tower.layers.1.self_attn.o_proj.weight", "multi_modal_projector.linear.bias"})
        tensors.push_back({name, DType::F32, {4}, std::as_bytes(std::span(pixels))});
    });
    edit_config(folder_->path(), [](Json& config) {
      const Json text = config;
      config = Json{{"model_type", "llava"}, {"text_config", text}, {"vision_config", {{"hidden_size", 4}}}};
    });
    const auto summary = inspect();
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QVERIFY(told(unused(folder_->path()), "\"vision_tower.layers.N.self_attn.o_proj.weight\": 2"));
    QVERIFY(told(unused(folder_->path()), "multi_modal_projector"));
    QVERIFY(told(unused(folder_->path()), "vision_config"));
    QVERIFY(same_tensors(*load().model, *tiny_));
  }

  // --- The head
  void a_head_of_other_values_overrules_a_tie() {
    write(false);
    edit_config(folder_->path(), [](Json& config) { config["tie_word_embeddings"] = true; });
    const LoadedModel loaded = load();
    QVERIFY(!loaded.summary.config.tied_head);
    QVERIFY(told(loaded.summary.notices, "ties the head to the embedding"));
    QVERIFY(same_tensors(*loaded.model, *tiny_));
  }
  void a_head_that_is_the_embedding_again_is_a_tie() {
    edit_tensors(folder_->path(), [](std::vector<TensorView>& tensors) {
      for (const TensorView& tensor : std::vector(tensors))
        if (tensor.name == kEmbedding) tensors.push_back({kHead, tensor.dtype, tensor.shape, tensor.bytes});
    });
    const LoadedModel loaded = load();
    QVERIFY(loaded.summary.config.tied_head && loaded.summary.notices.empty());
  }
  void a_tied_head_without_its_embedding_serves_as_both() {
    edit_tensors(folder_->path(), [](std::vector<TensorView>& tensors) {
      for (TensorView& tensor : tensors)
        if (tensor.name == kEmbedding) tensor.name = kHead;
    });
    QVERIFY(told(load().summary.notices, "serves as both"));
    QVERIFY(same_tensors(*load().model, *tiny_));
  }

  // --- Tensors and keys that are left over
  void a_tensor_of_a_layer_that_nothing_computes_with_is_refused_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"model.layers.0.self_attn.q_norm.weight", "model.layers.1.mlp.gate_proj.bias",
                             "model.layers.1.post_feedforward_layernorm.weight", "model.norm.bias", "lm_head.bias",
                             "model.embed_positions.weight"})
      QTest::newRow(name) << QString(name);
  }
  void a_tensor_of_a_layer_that_nothing_computes_with_is_refused() {
    QFETCH(QString, name);
    const std::vector<float> values(8, 1.0f);
    edit_tensors(folder_->path(), [&](std::vector<TensorView>& tensors) {
      tensors.push_back({name.toStdString(), DType::F32, {8}, std::as_bytes(std::span(values))});
    });
    QVERIFY2(refusal(inspect()).find(name.toStdString()) != std::string::npos, refusal(inspect()).c_str());
    QVERIFY(!load_model(folder_->path(), {.dtype = DType::F32}).ok());
  }
  void what_every_reader_computes_anew_and_layers_beyond_the_last_are_named() {
    const std::vector<float> values(8, 1.0f);
    edit_tensors(folder_->path(), [&](std::vector<TensorView>& tensors) {
      for (const char* name :
           {"model.layers.0.self_attn.rotary_emb.inv_freq", "model.layers.2.self_attn.o_proj.weight"})
        tensors.push_back({name, DType::F32, {8}, std::as_bytes(std::span(values))});
    });
    const auto summary = inspect();
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QVERIFY(told(unused(folder_->path()), "inv_freq"));
    QVERIFY(told(unused(folder_->path()), "model.layers.N.self_attn.o_proj.weight"));
  }

  void keys_that_change_the_arithmetic_are_refused_by_name_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    for (const auto& [key, value] :
         {std::pair("attn_logit_softcapping", "50.0"), std::pair("final_logit_softcapping", "30"),
          std::pair("sliding_window", "4"), std::pair("layer_types", "[\"full_attention\",\"sliding_attention\"]"),
          std::pair("query_pre_attn_scalar", "256"), std::pair("logits_scaling", "8"),
          std::pair("residual_multiplier", "0.22"), std::pair("num_local_experts", "8"),
          std::pair("use_qk_norm", "true"), std::pair("no_rope_layers", "[1,0]"), std::pair("mlp_bias", "true"),
          std::pair("partial_rotary_factor", "0.5"), std::pair("position_embedding_type", "\"alibi\""),
          std::pair("rope_parameters", "{\"rope_type\":\"default\",\"partial_rotary_factor\":0.5}"),
          std::pair("rope_scaling", "{\"rope_type\":\"longrope\",\"factor\":2}"),
          std::pair("quantization_config", "{\"quant_method\":\"gptq\"}")})
      QTest::newRow(key) << QString(key) << QString(value);
  }
  void keys_that_change_the_arithmetic_are_refused_by_name() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    edit_config(folder_->path(), [&](Json& config) { config[key.toStdString()] = Json::parse(value.toStdString()); });
    const std::string sentence = refusal(inspect());
    const std::string named = key.startsWith("rope_") ? "factor" : key.toStdString();
    QVERIFY2(sentence.find(named) != std::string::npos || sentence.find("rope_type") != std::string::npos,
             sentence.c_str());
  }
  void keys_at_their_neutral_value_and_harmless_ones_are_read_past() {
    edit_config(folder_->path(), [](Json& config) {
      config.update(Json{{"attn_logit_softcapping", nullptr},
                         {"sliding_window", nullptr},
                         {"layer_types", {"full_attention", "full_attention"}},
                         {"query_pre_attn_scalar", 8},
                         {"logits_scaling", 1.0},
                         {"num_local_experts", 0},
                         {"attention_dropout", 0.0},
                         {"transformers_version", "5.0"},
                         {"use_cache", true},
                         {"torch_dtype", "float32"},
                         {"pretraining_tp", 1},
                         {"quantization_config", nullptr}});
    });
    const auto summary = inspect();
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QVERIFY2(unused(folder_->path()).empty(),
             unused(folder_->path()).empty() ? "" : unused(folder_->path())[0].text().c_str());
  }
  void keys_that_nobody_knows_are_named() {
    edit_config(folder_->path(), [](Json& config) {
      config["my_secret"] = 5;
      config["attention_dropout"] = 0.1;
      config["rope_scaling"] = Json{{"rope_type", "linear"}, {"factor", 2.0}, {"attention_factor", 1.0}};
    });
    const auto summary = inspect();
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    for (const char* key : {"my_secret", "attention_dropout", "rope_scaling.attention_factor"})
      QVERIFY2(told(unused(folder_->path()), key), key);
  }

  // transformers 5: the length that the model says is taken for the one it does not say.
  void llama3_scaling_without_its_original_length_takes_the_models() {
    edit_config(folder_->path(), [](Json& config) {
      config["rope_scaling"] =
          Json{{"rope_type", "llama3"}, {"factor", 8.0}, {"low_freq_factor", 1.0}, {"high_freq_factor", 4.0}};
    });
    const auto summary = inspect();
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QCOMPARE(summary->config.rope.original_max_position_embeddings, tiny_config().max_positions);
    QVERIFY(told(summary->notices, "original_max_position_embeddings"));
  }

  // --- GGUF
  void a_split_gguf_is_one_model_from_any_of_its_parts() {
    write_tiny_gguf(*folder_ / "m-00001-of-00003.gguf", *tiny_, {}, {}, 3);
    for (const char* part : {"m-00001-of-00003.gguf", "m-00003-of-00003.gguf"}) {
      const auto loaded = load_model(*folder_ / part, {.dtype = DType::F32});
      QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
      QVERIFY(same_tensors(*loaded->model, *tiny_));
      QVERIFY(told(loaded->summary.notices, "split over 3 files"));
    }
    fs::remove(*folder_ / "m-00002-of-00003.gguf");
    QVERIFY(refusal(inspect_model(*folder_ / "m-00001-of-00003.gguf")).find("m-00002-of-00003.gguf") !=
            std::string::npos);
  }

  void rope_scaling_of_a_gguf_file_is_read_in_every_spelling_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("factor");
    QTest::newRow("factor without a type") << "llama.rope.scaling.factor" << 2.0 << 2.0;
    QTest::newRow("old name") << "llama.rope.scale_linear" << 4.0 << 4.0;
    QTest::newRow("none") << "llama.rope.scaling.factor" << 0.0 << 1.0;
  }
  void rope_scaling_of_a_gguf_file_is_read_in_every_spelling() {
    QFETCH(QString, key);
    QFETCH(double, value);
    QFETCH(double, factor);
    const fs::path file = *folder_ / "m.gguf";
    write_tiny_gguf(file, *tiny_, {{key.toStdString(), static_cast<float>(value)}});
    const auto summary = inspect_model(file);
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QCOMPARE(summary->config.rope.factor, factor);
    QVERIFY(summary->config.rope.scaling == (factor == 1 ? RopeConfig::Scaling::None : RopeConfig::Scaling::Linear));
    QCOMPARE(scaling_in_words(summary->config.rope).text().find("linear") != std::string::npos, factor != 1);
  }
  void divisors_of_the_angles_come_on_top_of_a_factor() {
    const std::vector<float> divisors{1, 2, 3, 4};
    const fs::path file = *folder_ / "m.gguf";
    write_tiny_gguf(file, *tiny_, {{"llama.rope.scaling.factor", 2.0f}},
                    {{"rope_freqs.weight", GgmlType::F32, {4}, std::as_bytes(std::span(divisors))}});
    const auto summary = inspect_model(file);
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QVERIFY((summary->config.rope.frequency_factors == std::vector<float>{2, 4, 6, 8}));
  }
  void a_scaling_type_of_none_turns_the_factor_off_and_an_unknown_one_is_refused() {
    const fs::path file = *folder_ / "m.gguf";
    write_tiny_gguf(file, *tiny_,
                    {{"llama.rope.scaling.factor", 2.0f}, {"llama.rope.scaling.type", std::string("none")}});
    QVERIFY(inspect_model(file)->config.rope.scaling == RopeConfig::Scaling::None);
    write_tiny_gguf(file, *tiny_,
                    {{"llama.rope.scaling.factor", 2.0f}, {"llama.rope.scaling.type", std::string("spiral")}});
    QVERIFY(refusal(inspect_model(file)).find("spiral") != std::string::npos);
  }
  void yarn_of_a_gguf_file_has_the_keys_that_are_there_and_the_usual_ones() {
    const fs::path file = *folder_ / "m.gguf";
    write_tiny_gguf(file, *tiny_,
                    {{"llama.rope.scaling.factor", 4.0f},
                     {"llama.rope.scaling.type", std::string("yarn")},
                     {"llama.rope.scaling.original_context_length", 64u},
                     {"llama.rope.scaling.yarn_beta_fast", 16.0f}});
    const auto summary = inspect_model(file);
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    const RopeConfig& rope = summary->config.rope;
    QVERIFY(rope.scaling == RopeConfig::Scaling::Yarn && rope.factor == 4 && rope.beta_fast == 16 &&
            rope.beta_slow == 1);
    QCOMPARE(rope.original_max_position_embeddings, std::int64_t{64});
    QVERIFY(std::abs(rope.attention_factor - (1 + 0.1 * std::log(4.0))) < 1e-12);
    QVERIFY(unused(file).empty());
  }
  void gguf_keys_are_refused_or_named() {
    const fs::path file = *folder_ / "m.gguf";
    for (const auto& [key, value] :
         {std::pair("llama.attn_logit_softcapping", 50.0f), std::pair("llama.logit_scale", 0.5f),
          std::pair("llama.attention.scale", 0.7f), std::pair("llama.rope.scaling.attn_factor", 1.2f)}) {
      write_tiny_gguf(file, *tiny_, {{key, value}});
      QVERIFY2(refusal(inspect_model(file)).find(key) != std::string::npos, key);
    }
    write_tiny_gguf(file, *tiny_,
                    {{"llama.logit_scale", 1.0f},
                     {"llama.made_up", 3u},
                     {"other.thing", 3u},
                     {"general.author", std::string("x")}});
    const auto summary = inspect_model(file);
    QVERIFY2(summary.ok(), refusal(summary).c_str());
    QVERIFY(told(unused(file), "llama.made_up") && told(unused(file), "other.thing"));
    QCOMPARE(unused(file).size(), std::size_t(2));
  }
};

QTEST_GUILESS_MAIN(OddModelsTest)
#include "odd_models_test.moc"
