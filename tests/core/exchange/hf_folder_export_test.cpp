#include "core/exchange/hf_folder_export.h"

#include <QtTest>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/exchange/export_check.h"
#include "core/exchange/exporter.h"
#include "core/exchange/hf_config.h"
#include "core/io/json.h"
#include "core/io/safetensors_reader.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> kPrompts{"How many apples", "Zwölf Boxkämpfer", "x"};

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Result<WrittenExport> export_model(const LoadedModel& model, const fs::path& origin, const fs::path& target,
                                   const TaskContext& task = {}, const std::string& type = "base") {
  return export_hf_folder({*model.model, origin, target, type}, task);
}

ExportCheck checked(const LoadedModel& model, const fs::path& origin, const fs::path& target,
                    const std::vector<std::string>& prompts = kPrompts) {
  return check_hf_folder({*model.model, origin, target, "base"}, *load_tokenizer(target).value(), {prompts, 8}).value();
}

}   // namespace

class HfFolderExportTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  fs::path base_ = folder_ / "base";

  LoadedModel load(const fs::path& path, DType dtype = DType::BF16) {
    return load_model(path, {.dtype = dtype}).value();
  }

 private Q_SLOTS:
  void initTestCase() {
    fs::create_directories(base_);
    write_tiny_folder(base_, tiny_model(tiny_config(), DType::F32));
  }

  void a_tuned_model_comes_back_bit_for_bit() {
    const LoadedModel tuned = load(base_);
    tuned.model->weight({1, Projection::Up}).mul_(1.5);
    const fs::path target = folder_ / "merged";
    const WrittenExport exported = export_model(tuned, base_, target).value();
    QCOMPARE(exported.path, target);
    QVERIFY(exported.notices.empty());
    const ExportCheck check = checked(tuned, base_, target);
    QVERIFY(check.exact);
    QCOMPARE(check.prompts, std::int64_t(3));
    QCOMPARE(check.same_text, std::int64_t(3));
    QCOMPARE(check.largest_logit_difference, 0.0);
    std::uintmax_t bytes = 0;
    for (const auto& entry : fs::directory_iterator(target)) bytes += entry.file_size();
    QCOMPARE(exported.bytes, static_cast<std::int64_t>(bytes));
  }

  void the_weights_are_marked_as_torch_does_and_config_json_says_their_type() {
    for (const auto& [type, dtype, name] :
         {std::tuple("base", DType::F32, "float32"), std::tuple("bf16", DType::BF16, "bfloat16"),
          std::tuple("fp16", DType::F16, "float16")}) {
      const fs::path target = folder_ / (std::string("typed_") + type);
      QVERIFY(export_model(load(base_), base_, target, {}, type).ok());
      const SafetensorsReader reader = SafetensorsReader::open(target / "model.safetensors").value();
      QCOMPARE(reader.metadata().at("format"), std::string("pt"));
      for (const TensorView& tensor : reader.tensors()) QVERIFY(tensor.dtype == dtype);
      QCOMPARE(read_json_file(target / "config.json").value()["torch_dtype"], name);
    }
  }

  void the_tokenizer_is_the_bases() {
    const fs::path target = folder_ / "text";
    QVERIFY(export_model(load(base_), base_, target).ok());
    QVERIFY(load_tokenizer(target).value()->fingerprint() == load_tokenizer(base_).value()->fingerprint());
    QVERIFY(load_chat_template(target).value() == load_chat_template(base_).value());
  }

  void a_folder_with_files_is_refused_and_left_alone() {
    const fs::path target = folder_ / "full";
    fs::create_directories(target);
    std::ofstream(target / "mine.txt") << "x";
    const auto result = export_model(load(base_), base_, target);
    QVERIFY(result.error().code == ErrorCode::InvalidArgument);
    QCOMPARE(names_in(target), (std::vector<std::string>{"mine.txt"}));
  }

  void an_empty_folder_is_taken() {
    fs::create_directories(folder_ / "empty");
    QVERIFY(export_model(load(base_), base_, folder_ / "empty").ok());
    QVERIFY(fs::exists(folder_ / "empty/config.json"));
  }

  void cancelling_leaves_nothing_behind() {
    std::stop_source stop;
    stop.request_stop();
    const auto before = names_in(folder_.path());
    const auto result = export_model(load(base_), base_, folder_ / "never", {.stop = stop.get_token()});
    QVERIFY(result.error().code == ErrorCode::Cancelled);
    QCOMPARE(names_in(folder_.path()), before);
  }

  void a_place_that_can_not_be_written_is_told() {
    const fs::path file = folder_ / "file";
    std::ofstream(file) << "x";
    const auto result = export_model(load(base_), base_, file / "sub");
    QVERIFY(!result.ok());
    QVERIFY(result.error().sentence().find("sub") != std::string::npos);
  }

  void a_difference_is_found_and_named() {
    const fs::path target = folder_ / "other";
    const LoadedModel model = load(base_);
    QVERIFY(export_model(model, base_, target).ok());
    model.model->weight({0, Projection::V}).mul_(2);
    const ExportCheck check = checked(model, base_, target);
    QVERIFY(!check.exact);
    QCOMPARE(check.first_difference, std::string("model.layers.0.self_attn.v_proj.weight"));
    QVERIFY(check.largest_logit_difference > 0);
  }

  void config_json_says_what_the_loader_reads() {
    ModelConfig config = tiny_config();
    for (const auto scaling : {RopeConfig::Scaling::None, RopeConfig::Scaling::Linear, RopeConfig::Scaling::Llama3}) {
      config.rope.scaling = scaling;
      config.rope.factor = scaling == RopeConfig::Scaling::None ? 1 : 8;
      const fs::path folder = folder_ / ("rope" + std::to_string(static_cast<int>(scaling)));
      fs::create_directories(folder);
      QVERIFY(write_json_file(folder / "config.json", hf_config_json(config, DType::BF16, {}).value()).ok());
      const CausalLm model = tiny_model(config, DType::BF16);
      fs::copy_file(base_ / "tokenizer.json", folder / "tokenizer.json");
      QVERIFY(export_hf_folder({model, folder, folder_ / ("out" + folder.filename().string()), "base"}).ok());
      const ModelConfig read = load(folder_ / ("out" + folder.filename().string())).summary.config;
      QCOMPARE(read.hidden_size, config.hidden_size);
      QCOMPARE(read.head_dim, config.head_dim);
      QCOMPARE(read.kv_head_count, config.kv_head_count);
      QCOMPARE(read.rms_norm_eps, config.rms_norm_eps);
      QCOMPARE(read.rope.base, config.rope.base);
      QVERIFY(read.rope.scaling == config.rope.scaling);
      QCOMPARE(read.rope.factor, config.rope.factor);
      QCOMPARE(read.tied_head, config.tied_head);
    }
    config.rope.scaling = RopeConfig::Scaling::Factors;
    QVERIFY(hf_config_json(config, DType::BF16, {}).error().code == ErrorCode::Unsupported);
  }

  // The demo model is a GGUF file: config and tokenizer are made from its keys.
  void a_gguf_base_becomes_a_folder_with_the_same_tokens_and_logits() {
    const LoadedModel model = load(demo_model());
    const fs::path target = folder_ / "demo";
    const WrittenExport exported = export_model(model, demo_model(), target).value();
    QCOMPARE(exported.notices.size(), std::size_t(1));
    const auto ours = load_tokenizer(demo_model()).value(), theirs = load_tokenizer(target).value();
    for (const char* text : {"How much is 1234 + 5678?", "Zwölf Boxkämpfer — 漢字 😀", "  blanks\t\n\n and code(x[0]);",
                             "<|im_start|>user\nHi<|im_end|>\n"}) {
      std::vector<TokenId> a, b;
      for (const Token& token : ours->encode(text, {.add_special = true})) a.push_back(token.id);
      for (const Token& token : theirs->encode(text, {.add_special = true})) b.push_back(token.id);
      QCOMPARE(b, a);
      QCOMPARE(theirs->decode(a), ours->decode(a));
    }
    QVERIFY(theirs->special_tokens().eos == ours->special_tokens().eos);
    QVERIFY(theirs->special_tokens().bos == ours->special_tokens().bos);
    QVERIFY(load_chat_template(target).value() == load_chat_template(demo_model()).value());
    const ExportCheck check = checked(model, demo_model(), target, {"The capital of France is"});
    QVERIFY(check.exact);
    QCOMPARE(check.same_text, std::int64_t(1));
    QCOMPARE(check.largest_logit_difference, 0.0);
  }
};

QTEST_GUILESS_MAIN(HfFolderExportTest)
#include "hf_folder_export_test.moc"
