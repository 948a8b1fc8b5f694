// What every exporter owes: nothing of the base is lost without a word, and what is said of the export is so.
#include "core/exchange/exporter.h"

#include <QtTest>

#include <ATen/core/Tensor.h>
#include <ATen/ops/from_blob.h>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/exchange/hf_folder_export.h"
#include "core/io/gguf_reader.h"
#include "core/io/json.h"
#include "core/io/safetensors_folder.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/raw_safetensors.h"
#include "tests/support/tensors/tiny_gguf.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

bool told(const std::vector<Sentence>& sentences, const std::string& word) {
  for (const Sentence& sentence : sentences)
    if (sentence.text().find(word) != std::string::npos) return true;
  return false;
}

Exporter named(std::string_view name) {
  for (Exporter& exporter : exporter_list())
    if (exporter.name == name) return exporter;
  throw std::runtime_error("no such exporter");
}

// Some entries of two matrices, as a run changes them.
void tune(CausalLm& model) {
  for (const MatrixId id : {MatrixId{0, Projection::Q}, MatrixId{1, Projection::Down}}) {
    at::Tensor flat = model.weight(id).view(-1);
    for (std::int64_t i = 3; i < flat.numel(); i += 17) flat[i].add_(0.5);
  }
}

}   // namespace

class ExportersTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  int count_ = 0;

  fs::path fresh() { return folder_ / ("out" + std::to_string(++count_)); }
  fs::path base_of(DType dtype) {
    const fs::path folder = fresh();
    write_tiny_folder(folder, tiny_model(tiny_config(), dtype));
    return folder;
  }
  LoadedModel tuned(const fs::path& base, DType dtype) {
    LoadedModel loaded = load_model(base, {.dtype = dtype}).value();
    tune(*loaded.model);
    return loaded;
  }
  WrittenExport written(const Exporter& exporter, const ExportRequest& request) {
    const auto result = exporter.write(request, {});
    if (!result.ok()) qWarning("%s", result.error().sentence().c_str());
    return result.value();
  }
  ExportCheck checked(const Exporter& exporter, const ExportRequest& request, const fs::path& base) {
    return exporter.check(request, *load_tokenizer(base).value(), {{"How many apples"}, 4}, {}).value();
  }

 private Q_SLOTS:
  // Row 32 of shared/cases: a base of F16 or F32 is not rounded to bf16 on the way.
  void an_export_has_the_base_s_types_and_what_did_not_change_its_bytes_data() {
    QTest::addColumn<int>("stored");
    QTest::addColumn<int>("memory");
    for (const DType stored : {DType::F16, DType::F32, DType::BF16})
      for (const DType memory : {DType::BF16, DType::F32})
        QTest::addRow("%s in %s", name_of(stored).data(), name_of(memory).data())
            << static_cast<int>(stored) << static_cast<int>(memory);
  }
  void an_export_has_the_base_s_types_and_what_did_not_change_its_bytes() {
    QFETCH(int, stored);
    QFETCH(int, memory);
    const fs::path base = base_of(static_cast<DType>(stored));
    const LoadedModel model = tuned(base, static_cast<DType>(memory));
    const ExportRequest request{*model.model, base, fresh(), "base"};
    const Exporter exporter = named("hf_folder");
    QVERIFY(told(exporter.plan(request).value(), "written as"));
    written(exporter, request);
    const auto before = SafetensorsFolder::open(base).value(), after = SafetensorsFolder::open(request.target).value();
    std::int64_t same = 0;
    for (const std::string& name : before.names()) {
      const TensorView was = before.find(name)->view, is = after.find(name)->view;
      same += was.dtype == is.dtype && std::ranges::equal(was.bytes, is.bytes);
      const bool lossless = was.dtype == is.dtype || is.dtype == DType::F32;
      QVERIFY2(lossless, name.c_str());
    }
    QCOMPARE(same, static_cast<std::int64_t>(before.names().size()) - 2);
    const ExportCheck check = checked(exporter, request, base);
    QVERIFY(check.exact);
    QCOMPARE(check.largest_logit_difference, 0.0);
    QVERIFY(told(check.statements, "bit for bit"));
  }

  void mixed_types_stay_mixed() {
    const fs::path base = base_of(DType::F32);
    const auto files = SafetensorsFolder::open(base).value();
    std::vector<at::Tensor> alive;
    std::string header = "{", data;
    for (const std::string& name : files.names()) {
      const TensorView view = files.find(name)->view;
      const bool half = name.find("layers.1") != std::string::npos;
      at::Tensor values = at::from_blob(const_cast<std::byte*>(view.bytes.data()), view.shape, at::kFloat).clone();
      if (half) values = values.to(at::kHalf);
      const std::string bytes(static_cast<const char*>(values.const_data_ptr()), values.nbytes());
      std::string shape;
      for (const std::int64_t extent : view.shape) shape += (shape.empty() ? "" : ",") + std::to_string(extent);
      header += (header.size() > 1 ? ",\"" : "\"") + name + "\":{\"dtype\":\"" + (half ? "F16" : "F32") +
                "\",\"shape\":[" + shape + "],\"data_offsets\":[" + std::to_string(data.size()) + "," +
                std::to_string(data.size() + bytes.size()) + "]}";
      data += bytes;
    }
    write_text(base / "model.safetensors", raw_safetensors(header + "}", data));
    const LoadedModel model = tuned(base, DType::BF16);
    const ExportRequest request{*model.model, base, fresh(), "base"};
    written(named("hf_folder"), request);
    const auto after = SafetensorsFolder::open(request.target).value();
    QVERIFY(after.find("model.layers.1.mlp.up_proj.weight")->view.dtype == DType::F16);
    QVERIFY(after.find("model.layers.0.mlp.up_proj.weight")->view.dtype == DType::F32);
  }

  void a_type_that_rounds_is_told_before_and_counted_after() {
    const fs::path base = base_of(DType::F32);
    const LoadedModel model = tuned(base, DType::F32);
    const ExportRequest request{*model.model, base, fresh(), "bf16"};
    QVERIFY(told(named("hf_folder").plan(request).value(), "rounded"));
    QVERIFY(told(written(named("hf_folder"), request).notices, "rounded"));
    const ExportCheck check = checked(named("hf_folder"), request, base);
    QVERIFY(!check.exact && !check.first_difference.empty());
  }

  // Row 19: what belongs goes along, the rest is named.
  void files_of_the_base_go_along_or_are_named() {
    const fs::path base = base_of(DType::BF16);
    for (const char* name : {"additional_chat_templates/tool_use.jinja", "generation_config.json", "LICENSE",
                             "NOTICE.md", "USE_POLICY.md", "README.md", "chat_template.jinja", "modeling_tiny.py",
                             "vocab.json", "merges.txt", "preprocessor_config.json"})
      write_text(base / name, "{}");
    for (const char* name :
         {"trainer_state.json", "training_args.bin", "optimizer.pt", "onnx/model.onnx", "pytorch_model.bin"})
      write_text(base / name, "{}");
    const LoadedModel model = tuned(base, DType::BF16);
    const ExportRequest request{*model.model, base, fresh(), "base"};
    const WrittenExport result = written(named("hf_folder"), request);
    for (const char* name :
         {"additional_chat_templates/tool_use.jinja", "generation_config.json", "LICENSE", "NOTICE.md", "USE_POLICY.md",
          "README.md", "chat_template.jinja", "modeling_tiny.py", "vocab.json", "merges.txt",
          "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json"})
      QVERIFY2(fs::exists(request.target / name), name);
    for (const char* name : {"trainer_state.json", "training_args.bin", "optimizer.pt", "onnx/"}) {
      QVERIFY2(!fs::exists(request.target / name), name);
      QVERIFY2(told(result.notices, name), name);
    }
    QVERIFY(!fs::exists(request.target / "pytorch_model.bin"));
  }

  // Row 20: a head that differs though the configuration says tied is in the export, and its config.json says so.
  void a_head_that_is_not_tied_after_all_is_exported_as_what_it_is() {
    ModelConfig config = tiny_config();
    config.tied_head = false;
    const fs::path base = fresh();
    write_tiny_folder(base, tiny_model(config, DType::F32));
    auto json = read_json_file(base / "config.json").value();
    json["tie_word_embeddings"] = true;
    QVERIFY(write_json_file(base / "config.json", json).ok());
    const LoadedModel model = tuned(base, DType::F32);
    const ExportRequest request{*model.model, base, fresh(), "base"};
    written(named("hf_folder"), request);
    QVERIFY(SafetensorsFolder::open(request.target)->has("lm_head.weight"));
    QCOMPARE(read_json_file(request.target / "config.json").value()["tie_word_embeddings"], false);
    QVERIFY(checked(named("hf_folder"), request, base).exact);
  }

  void large_models_are_written_in_shards_with_an_index() {
    const fs::path base = base_of(DType::F32);
    const LoadedModel model = tuned(base, DType::F32);
    const ExportRequest request{*model.model, base, fresh(), "base"};
    QVERIFY(export_hf_folder(request, {}, 20'000).ok());
    QVERIFY(fs::exists(request.target / "model.safetensors.index.json"));
    QVERIFY(!fs::exists(request.target / "model.safetensors"));
    QVERIFY(SafetensorsFolder::open(request.target)->notices().empty());
    QVERIFY(checked(named("hf_folder"), request, base).exact);
  }

  // --- The sparse ones
  void what_changed_alone_gives_the_tuned_model_again_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("stored");
    QTest::addColumn<int>("memory");
    for (const char* format : {"sparse", "peft"})
      for (const auto& [stored, memory] :
           {std::pair(DType::BF16, DType::BF16), std::pair(DType::F32, DType::F32), std::pair(DType::F16, DType::BF16)})
        QTest::addRow("%s, %s in %s", format, std::string(name_of(stored)).c_str(),
                      std::string(name_of(memory)).c_str())
            << QString(format) << static_cast<int>(stored) << static_cast<int>(memory);
  }
  void what_changed_alone_gives_the_tuned_model_again() {
    QFETCH(QString, format);
    QFETCH(int, stored);
    QFETCH(int, memory);
    const fs::path base = base_of(static_cast<DType>(stored));
    const LoadedModel model = tuned(base, static_cast<DType>(memory));
    const Exporter exporter = named(format.toStdString());
    const ExportRequest request{*model.model, base, fresh(), ""};
    QVERIFY(written(exporter, request).bytes > 0);
    const ExportCheck check = checked(exporter, request, base);
    QVERIFY2(check.exact, check.first_difference.c_str());
    QVERIFY(told(check.statements, "20 of 20"));
  }
  void positions_are_int32_and_rise_and_values_are_the_new_ones() {
    const fs::path base = base_of(DType::BF16);
    const LoadedModel model = tuned(base, DType::BF16);
    const ExportRequest request{*model.model, base, fresh(), ""};
    written(named("sparse"), request);
    const SafetensorsReader file = SafetensorsReader::open(request.target).value();
    QCOMPARE(file.tensors().size(), std::size_t(4));
    const TensorView& places = *file.find("model.layers.0.self_attn.q_proj.weight.indices");
    QVERIFY(places.dtype == DType::I32);
    std::vector<std::int32_t> positions(places.bytes.size() / 4);
    std::memcpy(positions.data(), places.bytes.data(), places.bytes.size());
    QVERIFY(std::ranges::is_sorted(positions));
    QCOMPARE(positions.front(), 3);
    QVERIFY(file.find("model.layers.0.self_attn.q_proj.weight.values")->dtype == DType::BF16);
  }
  void an_adapter_has_peft_s_count_in_every_matrix() {
    const fs::path base = base_of(DType::BF16);
    const LoadedModel model = tuned(base, DType::BF16);
    const ExportRequest request{*model.model, base, fresh(), ""};
    written(named("peft"), request);
    const auto config = read_json_file(request.target / "adapter_config.json").value();
    const auto rank = config["r"].get<std::int64_t>();
    const SafetensorsReader file = SafetensorsReader::open(request.target / "adapter_model.safetensors").value();
    const std::string q = "base_model.model.model.layers.0.self_attn.q_proj";
    QCOMPARE(file.find(q + ".shira_weight")->shape, std::vector<std::int64_t>{rank * (24 + 32)});
    QCOMPARE(file.find(q + ".shira_indices")->shape, (std::vector<std::int64_t>{2, rank * (24 + 32)}));
    QCOMPARE(config["target_modules"].size(), std::size_t(2));
  }
  void changes_too_dense_for_an_adapter_and_no_changes_at_all_are_told() {
    const fs::path base = base_of(DType::BF16);
    const LoadedModel model = load_model(base, {.dtype = DType::BF16}).value();
    for (const char* format : {"sparse", "peft"})
      QVERIFY(named(format).write({*model.model, base, fresh(), ""}, {}).error().sentence().find("Attach a delta") !=
              std::string::npos);
    model.model->weight({0, Projection::K}).add_(1);
    QVERIFY(named("peft").write({*model.model, base, fresh(), ""}, {}).error().sentence().find("merged model") !=
            std::string::npos);
  }
  void nothing_is_overwritten() {
    const fs::path base = base_of(DType::BF16);
    const LoadedModel model = tuned(base, DType::BF16);
    for (const Exporter& exporter : exporter_list()) {
      const fs::path target = fresh();
      write_text(target.string() + "/x", "mine");
      const auto result = exporter.write(
          {*model.model, base, exporter.target == ExportTarget::File ? target / "x" : target, "base"}, {});
      QVERIFY2(!result.ok(), exporter.name.data());
      QCOMPARE(fs::file_size(target / "x"), std::uintmax_t(4));
    }
  }

  // --- The registry
  void one_more_exporter_is_in_the_list_for_as_long_as_it_lives() {
    const std::size_t before = exporter_list().size();
    {
      Exporter more = named("sparse");
      more.name = "more";
      more.title = say("One more");
      const AddedExporter added(more);
      QCOMPARE(exporter_list().size(), before + 1);
      QCOMPARE(exporter_list().back().title.text(), std::string("One more"));
    }
    QCOMPARE(exporter_list().size(), before);
    for (const Exporter& exporter : exporter_list()) QVERIFY(exporter.plan && exporter.write && exporter.check);
  }

  void plain_tensors_of_a_quantised_base_keep_their_values() {
    ModelConfig config = tiny_config();
    config.hidden_size = 256;
    config.intermediate_size = 512;
    const fs::path plain = fresh().replace_extension(".gguf"), base = fresh().replace_extension(".gguf");
    CausalLm original = tiny_model(config, DType::F32);
    for (auto& [name, tensor] : original.named_tensors())
      if (tensor.dim() == 1) tensor.mul_(1.0001);   // bf16 does not hold them
    write_tiny_gguf(plain, original);
    const LoadedModel exact = load_model(plain, {.dtype = DType::F32}).value();
    QVERIFY(named("gguf").write({*exact.model, plain, base, "q8_0"}, {}).ok());
    const LoadedModel rounded = load_model(base, {.dtype = DType::BF16}).value();
    const fs::path target = fresh();
    QVERIFY(named("hf_folder").write({*rounded.model, base, target, "base"}, {}).ok());
    const LoadedModel again = load_model(target, {.dtype = DType::F32}).value();
    const auto before = exact.model->named_tensors(), after = again.model->named_tensors();
    for (std::size_t i = 0; i < before.size(); ++i)
      if (before[i].second.dim() == 1) QVERIFY2(after[i].second.equal(before[i].second), before[i].first.c_str());
  }

  void a_gguf_file_is_quantised_as_llama_cpp_does_data() {
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("value");   // the value projection of the second layer
    QTest::addColumn<int>("up");
    QTest::addColumn<int>("file_type");
    const auto row = [](const char* type, GgmlType value, GgmlType up, int file_type) {
      QTest::newRow(type) << type << static_cast<int>(value) << static_cast<int>(up) << file_type;
    };
    row("q4_k_m", GgmlType::Q6_K, GgmlType::Q4_K, 15);
    row("q4_0", GgmlType::Q4_0, GgmlType::Q4_0, 2);
    row("q8_0", GgmlType::Q8_0, GgmlType::Q8_0, 7);
    row("fp16", GgmlType::F16, GgmlType::F16, 1);
  }
  void a_gguf_file_is_quantised_as_llama_cpp_does() {
    QFETCH(QString, type);
    QFETCH(int, value);
    QFETCH(int, up);
    QFETCH(int, file_type);
    ModelConfig config = tiny_config();
    config.hidden_size = 256;
    config.intermediate_size = 512;
    const fs::path base = fresh().replace_extension(".gguf");
    write_tiny_gguf(base, tiny_model(config, DType::F32));
    const LoadedModel model = tuned(base, DType::F32);   // in bf16 the sums' rounding is this processor's, and as large
    const ExportRequest request{*model.model, base, fresh().replace_extension(".gguf"), type.toStdString()};
    const Exporter exporter = named("gguf");
    QVERIFY(told(exporter.plan(request).value(), "written as"));
    const WrittenExport made = written(exporter, request);
    QVERIFY(told(made.notices, "matrices)"));
    const GgufReader file = GgufReader::open(request.target).value();
    QCOMPARE(static_cast<int>(file.find("blk.1.attn_v.weight")->type), value);
    QCOMPARE(static_cast<int>(file.find("blk.1.ffn_up.weight")->type), up);
    QCOMPARE(file.find("output_norm.weight")->type, GgmlType::F32);
    QCOMPARE(static_cast<int>(file.integer_key("general.file_type").value()), file_type);
    PackedBatch rows;
    rows.ids = {72, 101, 108, 108, 111};
    rows.positions = {0, 1, 2, 3, 4};
    rows.row_offsets = {0, 5};
    rows.labelled = {0, 1, 2, 3};
    rows.label_ids = {101, 108, 108, 111};
    rows.source_rows = {0};
    const auto result = exporter.check(request, *load_tokenizer(base).value(), {{"How many apples"}, 4, {rows}}, {});
    QVERIFY2(result.ok(), result.ok() ? "" : result.error().sentence().c_str());
    QCOMPARE(result->first_difference, std::string());
    QVERIFY(told(result->statements, "byte for byte") && told(result->statements, "held-out loss over 4 tokens"));
    QVERIFY(result->held_out.has_value());
    const double cost = std::abs(result->held_out->from_file - result->held_out->in_memory);
    QVERIFY2(cost < (type == "q8_0" || type == "fp16" ? 0.02 : 0.5), std::to_string(cost).c_str());
  }
};

QTEST_GUILESS_MAIN(ExportersTest)
#include "exporters_test.moc"
