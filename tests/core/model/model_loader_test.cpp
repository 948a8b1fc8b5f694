#include "core/model/model_loader.h"

#include <QtTest>

#include <fstream>

#include <ATen/core/Tensor.h>
#include <nlohmann/json.hpp>

#include "core/io/json.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "core/kernels/tensor_types.h"
#include "core/model/causal_lm.h"
#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

std::string read_bytes(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

void edit_config(const fs::path& folder, const std::function<void(nlohmann::json&)>& edit) {
  auto config = nlohmann::json::parse(read_bytes(folder / "config.json"));
  edit(config);
  write_bytes(folder / "config.json", config.dump());
}

// The folder's only weight file again, after `edit` of its tensors.
void edit_tensors(const fs::path& folder, const std::function<void(std::vector<TensorView>&)>& edit) {
  const std::string bytes = read_bytes(folder / "model.safetensors");
  const auto copy = MappedFile::from_memory("copy", std::as_bytes(std::span(bytes)));
  std::vector<TensorView> tensors = SafetensorsReader::read(copy).value().tensors();
  edit(tensors);
  if (!write_safetensors(folder / "model.safetensors", tensors, {}).ok()) throw std::runtime_error("not written");
}

Error refused(const fs::path& path) {
  const auto loaded = load_model(path, {.dtype = DType::F32});
  if (loaded.ok()) throw std::runtime_error("the model was loaded");
  return loaded.error();
}

bool mentions(const Error& error, std::initializer_list<const char*> words) {
  const std::string sentence = error.sentence();
  for (const char* word : words)
    if (sentence.find(word) == std::string::npos) {
      qWarning("no \"%s\" in: %s", word, sentence.c_str());
      return false;
    }
  return true;
}

bool same_tensors(const CausalLm& a, const CausalLm& b) {
  const auto left = a.named_tensors(), right = b.named_tensors();
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i].first != right[i].first || !left[i].second.equal(right[i].second)) return false;
  return true;
}

}   // namespace

class ModelLoaderTest : public QObject {
  Q_OBJECT

  // A fresh tiny folder for every test function.
  std::optional<test::TemporaryFolder> folder_;
  std::optional<CausalLm> tiny_;

 private Q_SLOTS:
  void init() {
    folder_.emplace();
    tiny_.emplace(test::tiny_model(test::tiny_config(), DType::BF16));
    test::write_tiny_folder(folder_->path(), *tiny_);
  }

  void a_folder_gives_back_the_tensors_that_were_written() {
    for (bool tied : {true, false})
      for (int shards : {1, 3}) {
        test::TemporaryFolder folder;
        ModelConfig config = test::tiny_config();
        config.tied_head = tied;
        config.rope = {.scaling = RopeConfig::Scaling::Llama3, .factor = 8, .frequency_factors = {}};
        const CausalLm written = test::tiny_model(config, DType::BF16);
        test::write_tiny_folder(folder.path(), written, shards);
        const auto loaded = load_model(folder.path(), {.dtype = DType::BF16});
        QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
        QVERIFY(same_tensors(*loaded->model, written));
        QCOMPARE(loaded->model->config().rope.scaling, RopeConfig::Scaling::Llama3);
        QCOMPARE(loaded->model->config().head_dim, config.head_dim);
        QVERIFY(!loaded->summary.dequantised && loaded->summary.notices.empty());
        QCOMPARE(loaded->summary.format, std::string("Hugging Face folder"));
      }
  }

  void mapped_weights_may_be_written_and_the_file_stays_as_it_is() {
    const std::string before = read_bytes(*folder_ / "model.safetensors");
    auto loaded = load_model(folder_->path(), {.dtype = DType::BF16});
    loaded->model->weight({0, Projection::Q}).fill_(7);
    QCOMPARE(loaded->model->weight({0, Projection::Q}).flatten()[3].item<float>(), 7.0f);
    QVERIFY(read_bytes(*folder_ / "model.safetensors") == before);
    QVERIFY(same_tensors(*load_model(folder_->path(), {.dtype = DType::BF16})->model, *tiny_));
  }

  void another_dtype_is_converted_exactly_and_rounded_to_nearest_even() {
    const CausalLm wide = test::tiny_model(test::tiny_config(), DType::F32);
    test::TemporaryFolder folder;
    test::write_tiny_folder(folder.path(), wide);
    QVERIFY(same_tensors(*load_model(folder.path(), {.dtype = DType::F32})->model, wide));
    const auto narrow = load_model(folder.path(), {.dtype = DType::BF16});
    const auto fp64 = load_model(folder.path(), {.dtype = DType::F64});
    const auto expected = wide.named_tensors();
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QVERIFY(narrow->model->named_tensors()[i].second.equal(expected[i].second.to(at::kBFloat16)));
      QVERIFY(fp64->model->named_tensors()[i].second.equal(expected[i].second.to(at::kDouble)));
    }
  }

  // Its norms are stored in the dtype that is asked for: lying in the file, they would keep all of it in memory.
  void a_file_whose_matrices_were_converted_is_let_go() {
    const auto loaded = load_model(test::demo_model(), {.dtype = DType::F32});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    QVERIFY(read_bytes("/proc/self/maps").find(test::demo_model().filename()) == std::string::npos);
  }

  void a_gguf_file_is_dequantised_and_says_so() {
    const auto loaded = load_model(test::demo_model(), {.dtype = DType::BF16});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    const ModelSummary& summary = loaded->summary;
    QVERIFY(summary.dequantised);
    QCOMPARE(summary.stored_types.text(), std::string("Q4_1 (210 tensors), F32 (61), Q8_0 (1)"));
    QCOMPARE(summary.notices.size(), std::size_t{1});
    QVERIFY(summary.notices[0].text().find("dequantised to bf16") != std::string::npos);
    QCOMPARE(summary.config.parameter_count(), std::int64_t{134515008});
    QCOMPARE(loaded->model->weight_bytes(), 2 * summary.config.parameter_count());
  }

  void inspecting_reads_the_description_without_weights() {
    const auto summary = inspect_model(test::demo_model());
    QVERIFY2(summary.ok(), summary.ok() ? "" : summary.error().sentence().c_str());
    QCOMPARE(summary->format, std::string("GGUF"));
    QVERIFY(summary->has_chat_template);
    QVERIFY(!summary->tokenizer_description.empty());
    QCOMPARE(summary->config.layer_count, std::int64_t{30});
    QCOMPARE(summary->file_bytes, static_cast<std::int64_t>(fs::file_size(test::demo_model())));
  }

  void a_model_without_a_tokenizer_is_inspected_with_a_notice() {
    fs::remove(*folder_ / "tokenizer.json");
    const auto summary = inspect_model(folder_->path());
    QVERIFY(summary.ok());
    QVERIFY(summary->tokenizer_description.empty());
    QVERIFY(!summary->notices.empty());
  }

  void nothing_at_the_path_is_not_found() {
    QCOMPARE(refused(*folder_ / "none.gguf").code, ErrorCode::NotFound);
    QVERIFY(mentions(refused(*folder_ / "none.gguf"), {"none.gguf", "found nothing"}));
    fs::create_directory(*folder_ / "empty");
    QVERIFY(mentions(refused(*folder_ / "empty"), {"empty", "found an empty folder", "safetensors"}));
  }

  void a_truncated_gguf_is_refused_by_the_tensor_that_is_cut() {
    const std::string whole = read_bytes(test::demo_model());
    for (double share : {0.0, 0.001, 0.5, 0.999}) {
      write_bytes(*folder_ / "cut.gguf",
                  whole.substr(0, static_cast<std::size_t>(share * static_cast<double>(whole.size()))));
      const Error error = refused(*folder_ / "cut.gguf");
      QCOMPARE(error.code, ErrorCode::Malformed);
      QVERIFY(mentions(error, {"cut.gguf", "expected", "found"}));
    }
  }

  void a_missing_shard_is_named() {
    test::TemporaryFolder folder;
    test::write_tiny_folder(folder.path(), *tiny_, 3);
    fs::remove(folder / "model-00002-of-00003.safetensors");
    const Error error = refused(folder.path());
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY(mentions(error, {"model-00002-of-00003.safetensors", "3", "index.json"}));
  }

  void an_index_that_reaches_out_of_its_folder_is_refused() {
    test::TemporaryFolder folder;
    test::write_tiny_folder(folder.path(), *tiny_, 2);
    write_bytes(folder / "model.safetensors.index.json",
                R"({"weight_map": {"model.norm.weight": "../../etc/passwd"}})");
    QVERIFY(mentions(refused(folder.path()), {"index.json", "passwd", "expected"}));
    write_bytes(folder / "model.safetensors.index.json", R"({"weight_map": []})");
    QCOMPARE(refused(folder.path()).code, ErrorCode::Malformed);
  }

  void a_tensor_of_the_wrong_shape_is_named_with_both_shapes() {
    edit_config(folder_->path(), [](auto& config) { config["intermediate_size"] = 41; });
    const Error error = refused(folder_->path());
    QCOMPARE(error.code, ErrorCode::Mismatch);
    QVERIFY(mentions(error, {"model.layers.0.mlp.gate_proj.weight", "[41, 24]", "[40, 24]"}));
  }

  void a_missing_tensor_is_named() {
    edit_tensors(folder_->path(), [](auto& tensors) {
      std::erase_if(tensors,
                    [](const TensorView& view) { return view.name == "model.layers.1.self_attn.o_proj.weight"; });
    });
    const Error error = refused(folder_->path());
    QCOMPARE(error.code, ErrorCode::NotFound);
    QVERIFY(mentions(error, {"model.safetensors", "model.layers.1.self_attn.o_proj.weight"}));
  }

  void a_head_that_is_not_tied_must_be_there() {
    edit_config(folder_->path(), [](auto& config) { config["tie_word_embeddings"] = false; });
    QVERIFY(mentions(refused(folder_->path()), {"lm_head.weight"}));
  }

  void a_bias_that_would_be_ignored_is_refused() {
    const std::vector<float> bias(32, 1.0f);
    edit_tensors(folder_->path(), [&](auto& tensors) {
      tensors.push_back({"model.layers.0.self_attn.q_proj.bias", DType::F32, {32}, std::as_bytes(std::span(bias))});
    });
    const Error error = refused(folder_->path());
    QCOMPARE(error.code, ErrorCode::Unsupported);
    QVERIFY(mentions(error, {"q_proj.bias"}));
  }

  void weights_of_a_type_that_is_no_weight_are_refused() {
    const std::vector<std::int64_t> values(24, 1);
    edit_tensors(folder_->path(), [&](auto& tensors) {
      for (TensorView& view : tensors)
        if (view.name == "model.norm.weight") view = {view.name, DType::I64, {24}, std::as_bytes(std::span(values))};
    });
    QVERIFY(mentions(refused(folder_->path()), {"model.norm.weight", "int64"}));
  }

  void configurations_that_make_no_sense_are_refused_by_key_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("word");
    QTest::newRow("another family") << "model_type"
                                    << "\"gpt2\""
                                    << "llama";
    QTest::newRow("text as size") << "hidden_size"
                                  << "\"many\""
                                  << "hidden_size";
    QTest::newRow("no layers") << "num_hidden_layers"
                               << "0"
                               << "layers";
    QTest::newRow("negative") << "intermediate_size"
                              << "-8"
                              << "intermediate size";
    QTest::newRow("huge") << "vocab_size"
                          << "1e30"
                          << "vocab_size";
    QTest::newRow("heads that do not divide") << "num_key_value_heads"
                                              << "3"
                                              << "key-value heads";
    QTest::newRow("odd head width") << "head_dim"
                                    << "7"
                                    << "head width";
    QTest::newRow("bias of the feed-forward") << "mlp_bias"
                                              << "true"
                                              << "mlp_bias";
    QTest::newRow("bias that is no truth value") << "attention_bias"
                                                 << "\"yes\""
                                                 << "attention_bias";
    QTest::newRow("mixture of experts") << "model_type"
                                        << "\"qwen3_moe\""
                                        << "mixture of experts";
    QTest::newRow("activation") << "hidden_act"
                                << "\"gelu\""
                                << "hidden_act";
    QTest::newRow("rope") << "rope_scaling"
                          << R"({"rope_type": "longrope", "factor": 2})"
                          << "short_factor";
    QTest::newRow("rope of yarn that turns the wrong way")
        << "rope_scaling"
        << R"({"rope_type": "yarn", "factor": 2, "beta_fast": 1, "beta_slow": 32})"
        << "beta_slow";
    QTest::newRow("quantised") << "quantization_config"
                               << R"({"bits": 4})"
                               << "quantization_config";
    QTest::newRow("list") << "rms_norm_eps"
                          << "[1]"
                          << "rms_norm_eps";
  }
  void configurations_that_make_no_sense_are_refused_by_key() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, word);
    edit_config(folder_->path(),
                [&](auto& config) { config[key.toStdString()] = nlohmann::json::parse(value.toStdString()); });
    const Error error = refused(folder_->path());
    QVERIFY(error.code == ErrorCode::Malformed || error.code == ErrorCode::Unsupported);
    QVERIFY(mentions(error, {"config.json", qPrintable(word)}));
  }
  void a_configuration_that_is_no_json_object_is_refused() {
    for (const char* text : {"", "[]", "{\"model_type\"", "{}", "\xff\xfe"}) {
      write_bytes(*folder_ / "config.json", text);
      QVERIFY(mentions(refused(folder_->path()), {"config.json"}));
    }
  }
  void weights_that_run_code_are_refused_in_words() {
    fs::rename(*folder_ / "model.safetensors", *folder_ / "pytorch_model.bin");
    QVERIFY(mentions(refused(folder_->path()), {"pytorch_model.bin", "safetensors"}));
  }
  void loading_can_be_cancelled_and_reports_every_tensor() {
    std::stop_source stop;
    std::int64_t reports = 0;
    const TaskContext task{stop.get_token(), [&](const Progress& progress) {
                             ++reports;
                             if (progress.done == 5) stop.request_stop();
                           }};
    const auto loaded = load_model(folder_->path(), {.dtype = DType::F32}, task);
    QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
    QCOMPARE(reports, std::int64_t{5});
    const TaskContext whole{{}, [&](const Progress& progress) { reports = progress.total - progress.done; }};
    QVERIFY(load_model(folder_->path(), {.dtype = DType::F32}, whole).ok());
    QCOMPARE(reports, std::int64_t{0});
  }
  void a_dtype_to_load_that_is_no_float_is_refused() {
    QCOMPARE(load_model(folder_->path(), {.dtype = DType::I8}).error().code, ErrorCode::InvalidArgument);
  }
};

QTEST_GUILESS_MAIN(ModelLoaderTest)
#include "model_loader_test.moc"
