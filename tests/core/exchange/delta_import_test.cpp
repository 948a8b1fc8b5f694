// What other programs made of a base comes in as a delta: as they merge it, exactly undoable, and checked before it is
// believed.
#include "core/exchange/delta_import.h"

#include <QtTest>

#include <ATen/core/Tensor.h>
#include <ATen/ops/full.h>
#include <ATen/ops/tensor.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/exporter.h"
#include "core/io/gguf_writer.h"
#include "core/io/json.h"
#include "core/io/safetensors_writer.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/raw_safetensors.h"
#include "tests/support/tensors/tiny_gguf.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

at::Tensor numbers(const std::vector<std::int64_t>& shape, int seed) {
  std::int64_t count = 1;
  for (const std::int64_t extent : shape) count *= extent;
  at::Tensor values = at::full({count}, 0, at::kFloat);
  for (std::int64_t i = 0; i < count; ++i) values[i] = 0.01 * static_cast<double>((i * 37 + seed * 11) % 23 - 11);
  return values.view(shape);
}

using Named = std::vector<std::pair<std::string, at::Tensor>>;

void write_tensors(const fs::path& file, const Named& named) {
  std::vector<TensorView> views;
  for (const auto& [name, tensor] : named) views.push_back(view_of(name, tensor));
  if (!write_safetensors(file, std::move(views), {{"format", "pt"}}).ok()) throw std::runtime_error("not written");
}

const std::string kModule = "model.layers.1.self_attn.q_proj";
const std::string kPeft = "base_model.model." + kModule;

json lora_config() {
  return {{"peft_type", "LORA"}, {"r", 3}, {"lora_alpha", 6}, {"bias", "none"}, {"target_modules", {"q_proj"}}};
}

std::string text_of(const std::vector<Sentence>& sentences) {
  std::string text;
  for (const Sentence& sentence : sentences) text += sentence.text() + "; ";
  return text;
}

at::Tensor tensor_named(const CausalLm& model, const std::string& name) {
  for (auto& [found, tensor] : model.named_tensors())
    if (found == name) return tensor;
  throw std::runtime_error("no tensor " + name);
}

}   // namespace

class DeltaImportTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  int count_ = 0;

  fs::path fresh() { return folder_ / ("out" + std::to_string(++count_)); }
  fs::path base_folder(DType dtype = DType::BF16) {
    const fs::path folder = fresh();
    write_tiny_folder(folder, tiny_model(tiny_config(), dtype));
    return folder;
  }
  fs::path adapter(const json& config, const Named& tensors) {
    const fs::path folder = fresh();
    fs::create_directories(folder);
    if (!write_json_file(folder / "adapter_config.json", config).ok()) throw std::runtime_error("not written");
    write_tensors(folder / "adapter_model.safetensors", tensors);
    return folder;
  }
  static Result<ImportedDelta> imported(const fs::path& base, const fs::path& source) {
    const LoadedModel loaded = load_model(base, {.dtype = DType::BF16}).value();
    Manifest passport;
    passport.tensors = record_base(*loaded.model).value();
    return import_delta(*loaded.model, base, source, std::move(passport));
  }
  // The base with the delta, which has been on the disk; and back, bit for bit.
  LoadedModel applied(const fs::path& base, const Delta& delta) {
    const fs::path file = fresh();
    if (!write_delta(file, delta).ok()) throw std::runtime_error("not written");
    const Delta read = read_delta(file).value();
    LoadedModel loaded = load_model(base, {.dtype = DType::BF16}).value();
    const auto proof = verify_delta(*loaded.model, read);
    if (!proof.ok()) throw std::runtime_error(proof.error().sentence());
    const UndoRecord undo = apply_delta(*loaded.model, read, {.check_tuned = true}).value();
    set_strength(*loaded.model, read, undo, 0.5);
    set_strength(*loaded.model, read, undo, 1);
    return loaded;
  }
  std::string problem(const json& config, const Named& tensors) {
    const auto result = imported(base_folder(), adapter(config, tensors));
    return result.ok() ? std::string("read") : result.error().sentence();
  }

 private Q_SLOTS:
  void a_lora_adapter_is_merged_as_peft_does() {
    const fs::path base = base_folder();
    const at::Tensor a = numbers({3, 24}, 1), b = numbers({32, 3}, 2);
    const LoadedModel before = load_model(base, {.dtype = DType::BF16}).value();
    const at::Tensor old = tensor_named(*before.model, kModule + ".weight");
    for (const bool by_root : {false, true}) {
      json config = lora_config();
      config["use_rslora"] = by_root;
      const auto result =
          imported(base, adapter(config, {{kPeft + ".lora_A.weight", a}, {kPeft + ".lora_B.weight", b}}));
      QVERIFY2(result.ok(), result.ok() ? "" : result.error().sentence().c_str());
      QVERIFY(result->title.text().find("LORA adapter of PEFT for 1 tensors") != std::string::npos);
      const LoadedModel tuned = applied(base, result->delta);
      const double scale = by_root ? 6 / std::sqrt(3.0) : 2;
      const at::Tensor expected = old.to(at::kFloat).add(b.matmul(a).mul(scale)).to(at::kBFloat16);
      QVERIFY(tensor_named(*tuned.model, kModule + ".weight").equal(expected));
      QVERIFY(!expected.equal(old));
      QCOMPARE(result->delta.entries.matrices().size(), std::size_t{1});
    }
  }

  void alpha_may_differ_by_module_and_whole_tensors_come_along() {
    const fs::path base = base_folder();
    const at::Tensor a = numbers({3, 24}, 1), b = numbers({32, 3}, 2), norm = numbers({24}, 3).to(at::kBFloat16);
    json config = lora_config();
    config["alpha_pattern"] = {{"layers.1.self_attn.q_proj", 12}, {"k_proj", 1}};
    const auto result = imported(base, adapter(config, {{kPeft + ".lora_A.weight", a},
                                                        {kPeft + ".lora_B.weight", b},
                                                        {"base_model.model.model.norm.weight", norm}}));
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().sentence().c_str());
    const LoadedModel tuned = applied(base, result->delta), before = load_model(base, {.dtype = DType::BF16}).value();
    const at::Tensor old = tensor_named(*before.model, kModule + ".weight");
    QVERIFY(tensor_named(*tuned.model, kModule + ".weight")
                .equal(old.to(at::kFloat).add(b.matmul(a).mul(4)).to(at::kBFloat16)));
    QVERIFY(tensor_named(*tuned.model, "model.norm.weight").equal(norm));
    QVERIFY2(text_of(result->told).find("embeddings, norms or biases") != std::string::npos,
             text_of(result->told).c_str());
  }

  void our_own_shira_adapter_comes_back_as_the_same_delta() {
    const fs::path base = base_folder();
    LoadedModel model = load_model(base, {.dtype = DType::BF16}).value();
    at::Tensor flat = model.model->weight({1, Projection::Up}).view(-1);
    for (std::int64_t i = 3; i < flat.numel(); i += 17) flat[i].add_(0.5);
    const fs::path target = fresh();
    for (const Exporter& exporter : exporter_list())
      if (exporter.name == "peft") QVERIFY(exporter.write({*model.model, base, target, ""}, {}).ok());
    const auto result = imported(base, target);
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().sentence().c_str());
    const LoadedModel tuned = applied(base, result->delta);
    for (auto& [name, tensor] : model.model->named_tensors())
      QVERIFY2(tensor_named(*tuned.model, name).equal(tensor), name.c_str());
  }

  void a_fully_tuned_model_is_its_difference() {
    const fs::path base = base_folder(), tuned_folder = fresh();
    write_tiny_folder(tuned_folder, tiny_model(tiny_config(), DType::BF16, 2));
    const auto result = imported(base, tuned_folder);
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().sentence().c_str());
    const LoadedModel tuned = applied(base, result->delta);
    const LoadedModel other = load_model(tuned_folder, {.dtype = DType::BF16}).value();
    for (auto& [name, tensor] : other.model->named_tensors())
      QVERIFY2(tensor_named(*tuned.model, name).equal(tensor), name.c_str());
    QVERIFY(result->delta.whole.size() > 1);   // the embedding and the norms

    const auto same = imported(base, base);
    QVERIFY(!same.ok() && same.error().sentence().find("every weight is the base's") != std::string::npos);
    ModelConfig wide = tiny_config();
    wide.intermediate_size = 48;
    wide.layer_count = 3;
    const fs::path foreign = fresh();
    write_tiny_folder(foreign, tiny_model(wide, DType::BF16));
    const auto refused = imported(base, foreign);
    QVERIFY(!refused.ok() && refused.error().sentence().find("3 layers") != std::string::npos);
  }

  void a_lora_of_llama_cpp_has_rotary_pairs() {
    const fs::path base = fresh().replace_extension(".gguf");
    write_tiny_gguf(base, tiny_model(tiny_config(), DType::F32));
    const at::Tensor a = numbers({3, 24}, 1), b = numbers({32, 3}, 2);
    // Rows of a head [2, half] as llama.cpp has them, [half, 2].
    const at::Tensor pairs = b.view({4, 2, 4, 3}).transpose(1, 2).reshape({32, 3}).contiguous();
    const at::Tensor up_a = numbers({3, 24}, 3), up_b = numbers({40, 3}, 4);
    const fs::path file = fresh();
    const auto tensor = [](const char* name, const at::Tensor& values) {
      return GgufOutTensor{name, GgmlType::F32, values.sizes().vec(), bytes_of(values)};
    };
    QVERIFY(write_gguf(file,
                       {{"general.type", std::string("adapter")},
                        {"general.architecture", std::string("llama")},
                        {"adapter.type", std::string("lora")},
                        {"adapter.lora.alpha", 6.0f}},
                       {tensor("blk.1.attn_q.weight.lora_a", a), tensor("blk.1.attn_q.weight.lora_b", pairs),
                        tensor("blk.0.ffn_up.weight.lora_a", up_a), tensor("blk.0.ffn_up.weight.lora_b", up_b)})
                .ok());
    const auto result = imported(base, file);
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().sentence().c_str());
    const LoadedModel tuned = applied(base, result->delta), before = load_model(base, {.dtype = DType::BF16}).value();
    const auto expected = [&](const std::string& name, const at::Tensor& low, const at::Tensor& high) {
      return tensor_named(*before.model, name).to(at::kFloat).add(low.matmul(high).mul(2)).to(at::kBFloat16);
    };
    QVERIFY(tensor_named(*tuned.model, kModule + ".weight").equal(expected(kModule + ".weight", b, a)));
    const std::string up = "model.layers.0.mlp.up_proj.weight";
    QVERIFY(tensor_named(*tuned.model, up).equal(expected(up, up_b, up_a)));
  }

  void what_is_not_computed_here_is_refused_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("words");
    QTest::newRow("DoRA") << R"({"use_dora": true})"
                          << "\"use_dora\" is true|merge_and_unload";
    QTest::newRow("PiSSA") << R"({"init_lora_weights": "pissa"})"
                           << "a base that was changed before training";
    QTest::newRow("another kind") << R"({"peft_type": "IA3"})"
                                  << "found \"IA3\"";
    QTest::newRow("a regular expression") << R"({"alpha_pattern": {".*q_proj": 2}})"
                                          << "a regular expression";
    QTest::newRow("no alpha") << R"({"lora_alpha": "six"})"
                              << "expected a number \"lora_alpha\"";
    QTest::newRow("transposed") << R"({"fan_in_fan_out": true})"
                                << "\"fan_in_fan_out\"";
    QTest::newRow("repeated layers") << R"({"layer_replication": [[0, 1]]})"
                                     << "\"layer_replication\"";
  }
  void what_is_not_computed_here_is_refused() {
    QFETCH(QString, change);
    QFETCH(QString, words);
    json config = lora_config();
    config.update(json::parse(change.toStdString()));
    const std::string said = problem(
        config, {{kPeft + ".lora_A.weight", numbers({3, 24}, 1)}, {kPeft + ".lora_B.weight", numbers({32, 3}, 2)}});
    for (const QString& word : words.split('|'))
      QVERIFY2(said.find(word.toStdString()) != std::string::npos, said.c_str());
  }

  void a_broken_adapter_is_named() {
    const at::Tensor a = numbers({3, 24}, 1), b = numbers({32, 3}, 2);
    const auto says = [&](const json& config, const Named& tensors, const char* words) {
      const std::string said = problem(config, tensors);
      QVERIFY2(said.find(words) != std::string::npos, said.c_str());
    };
    says(lora_config(), {{kPeft + ".lora_A.weight", a}}, "both matrices");
    says(lora_config(), {{kPeft + ".lora_A.weight", a}, {kPeft + ".lora_B.weight", numbers({24, 3}, 2)}},
         "expected [32, 3]");
    says(lora_config(),
         {{"base_model.model.model.layers.7.mlp.up_proj.lora_A.weight", a},
          {"base_model.model.model.layers.7.mlp.up_proj.lora_B.weight", b}},
         "one that it does not have");
    says(lora_config(), {{kPeft + ".lora_C.weight", a}}, "expected a part of a LoRA or SHiRA adapter");
    says(lora_config(), {{"transformer.lora_A.weight", a}}, "begins with base_model.model.");
    const json shira{{"peft_type", "SHIRA"}, {"r", 1}};
    const Named outside{{kPeft + ".shira_weight", numbers({2}, 1)},
                        {kPeft + ".shira_indices", at::tensor({0, 32, 1, 2}, at::kInt).view({2, 2})}};
    says(shira, outside, "expected places inside 32 x 24");
    const Named negative{{kPeft + ".shira_weight", numbers({2}, 1)},
                         {kPeft + ".shira_indices", at::tensor({0, -1, 1, 2}, at::kInt).view({2, 2})}};
    says(shira, negative, "expected places inside 32 x 24");
    const Named few{{kPeft + ".shira_weight", numbers({1}, 1)},
                    {kPeft + ".shira_indices", at::tensor({0, 1, 1, 2}, at::kInt).view({2, 2})}};
    says(shira, few, "expected [2]");

    const fs::path pickled = fresh();
    write_text(pickled / "adapter_config.json", lora_config().dump());
    write_text(pickled / "adapter_model.bin", "PK");
    const auto refused = imported(base_folder(), pickled);
    QVERIFY(!refused.ok() && refused.error().sentence().find("pickle") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(DeltaImportTest)
#include "delta_import_test.moc"
