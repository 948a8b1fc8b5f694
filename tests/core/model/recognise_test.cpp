// Whatever a person names as a model: the sentence says what the thing is, and what opens it.
#include <fstream>

#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/io/gguf_writer.h"
#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"
#include "tests/support/raw_safetensors.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

using Text = std::string;

const float kOne = 1;
const std::vector<GgufOutTensor> kTensor{
    {"blk.0.attn_q.weight.lora_a", GgmlType::F32, {1}, std::as_bytes(std::span(&kOne, 1))}};

Text tensors(const Text& name, const Text& metadata = "") {
  return raw_safetensors("{" + metadata + "\"" + name + "\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                         "abcd");
}

Text zeros(std::size_t count) { return Text(count, '\0'); }

}   // namespace

class RecogniseTest : public QObject {
  Q_OBJECT

  std::optional<TemporaryFolder> folder_;

  void check(const fs::path& path, const QStringList& words) {
    for (const auto& sentence : {inspect_model(path).ok() ? Text() : inspect_model(path).error().whole().text()})
      for (const QString& word : words)
        QVERIFY2(sentence.find(word.toStdString()) != Text::npos,
                 qPrintable(QStringLiteral("no \"%1\" in: %2").arg(word, QString::fromStdString(sentence))));
  }
  void write(const Text& name, const Text& bytes = "x") { write_text(*folder_ / name, bytes); }

 private Q_SLOTS:
  void init() { folder_.emplace(); }

  void a_file_by_itself_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, const Text& bytes, const QStringList& words) {
      QTest::addRow("%s, %s", name, qPrintable(words.first()))
          << QString(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())) << words;
    };
    row("weights.safetensors", tensors("a"), {"safetensors file by itself", "whole folder"});
    row("adapter.safetensors", tensors("base_model.model.q.lora_A.weight"), {"adapter", "base model"});
    row("delta.safetensors", tensors("a.values", R"("__metadata__":{"format":"lift-delta"},)"),
        {"delta of LIFT Studio", "base model"});
    row("model.pt", "PK\x03\x04" + zeros(26) + "archive/data.pkl" + zeros(40), {"PyTorch", "safetensors"});
    row("pytorch_model.bin", Text("\x80\x02}q\x00.", 6) + zeros(20), {"PyTorch", "safetensors"});
    row("model.zip", "PK\x03\x04" + zeros(26) + "model/config.json" + zeros(40), {"zip archive", "Unpack"});
    row("model.onnx", Text("\x08\x08\x12\x07pytorch\x00", 12), {"ONNX", "Hugging Face"});
    row("model.h5", "\x89HDF\r\n\x1a\n" + zeros(8), {"HDF5"});
    row("model.tflite", zeros(4) + "TFL3" + zeros(8), {"TensorFlow Lite"});
    row("weights.npz", "PK\x03\x04" + zeros(26) + "a.npy" + zeros(40), {"NumPy"});
    row("imatrix.dat", Text("\x02\x00\x00\x00\x13\x00\x00\x00", 8) + "blk.0.attn_q.weight" + zeros(20),
        {"importance matrix"});
    row("old.bin", "lmgg" + zeros(20), {"GGML", "GGUF"});
    row("model.tar.gz", "\x1f\x8b\x08" + zeros(20), {"gzip"});
    row("readme.md", "# A model\n", {"text file", "folder"});
    row("config.json", "{\"model_type\": \"llama\"}", {"JSON file", "folder"});
    row("model.gguf", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        {"Git LFS", "git lfs pull"});
    row("model2.gguf", "<!DOCTYPE html><html>", {"web page"});
    row("model3.gguf", "GGUX" + zeros(20), {"not a GGUF file", "again"});
    row("empty.gguf", "", {"empty file"});
    row("tokenizer.model", Text("\n\x0e\n\x05<unk>\x15\x00", 12), {"SentencePiece"});
    row("mystery", zeros(3) + "\x07 abc" + zeros(9), {"unknown kind"});
  }
  void a_file_by_itself() {
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, words);
    write(name.toStdString(), bytes.toStdString());
    check(*folder_ / name.toStdString(), words);
  }
  void a_file_in_its_folder_is_told_which_folder_to_choose() {
    write_tiny_folder(*folder_ / "model", tiny_model(tiny_config(), DType::F32));
    check(*folder_ / "model/model.safetensors", {"Choose its folder", "model"});
  }

  void a_gguf_file_that_is_no_model() {
    const auto gguf = [&](const std::vector<GgufOutKey>& keys) {
      QVERIFY(write_gguf(*folder_ / "x.gguf", keys, kTensor).ok());
    };
    gguf({{"general.architecture", Text("llama")}, {"general.type", Text("adapter")}, {"adapter.type", Text("lora")}});
    check(*folder_ / "x.gguf", {"GGUF adapter", "lora", "llama", "base model"});
    gguf({{"general.type", Text("imatrix")}, {"imatrix.chunk_count", 3u}});
    check(*folder_ / "x.gguf", {"importance matrix"});
    gguf({{"general.architecture", Text("clip")}, {"general.type", Text("mmproj")}});
    check(*folder_ / "x.gguf", {"mmproj", "beside it"});
    gguf({{"general.architecture", Text("bert")}});
    check(*folder_ / "x.gguf", {"bert", "llama"});
  }

  void a_folder_that_is_no_model_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const QStringList& files, const QStringList& words) {
      QTest::addRow("%s", qPrintable(words.first())) << files << words;
    };
    row({}, {"empty folder"});
    row({"adapter_config.json", "adapter_model.safetensors"}, {"PEFT adapter", "LORA", "org/base"});
    row({"model_index.json", "unet/config.json"}, {"Diffusers"});
    row({"params.json", "consolidated.00.pth", "tokenizer.model"}, {"Meta's original format", "convert_llama"});
    row({"params.json", "consolidated.safetensors"}, {"Mistral's original format"});
    row({"saved_model.pb", "variables/x"}, {"TensorFlow SavedModel"});
    row({"model.onnx", "genai_config.json"}, {"ONNX"});
    row({"weights.npz", "tokenizer.json"}, {"NumPy", "MLX"});
    row({"tokenizer.json", "tokenizer_config.json"}, {"tokenizer without a model"});
    row({"model.safetensors", "tokenizer.json"}, {"weights without config.json"});
    row({"a-q4.gguf"}, {"GGUF", "Choose the file", "a-q4.gguf"});
    row({"a-00001-of-00002.gguf", "a-00002-of-00002.gguf"}, {"GGUF", "a-00001-of-00002.gguf"});
    row({"a-q4.gguf", "b-q8.gguf"}, {"2 GGUF files", "Choose one"});
    row({"checkpoint-500/config.json", "checkpoint-900/config.json"}, {"2 model folders", "checkpoint-500"});
    row({"refs/main", "snapshots/abc/config.json"}, {"Hugging Face cache", "abc"});
    row({"__0_0.distcp", ".metadata"}, {"distributed checkpoint"});
    row({"notes.txt"}, {"no config.json"});
  }
  void a_folder_that_is_no_model() {
    QFETCH(QStringList, files);
    QFETCH(QStringList, words);
    const fs::path folder = *folder_ / "thing";
    fs::create_directories(folder);
    for (const QString& file : files)
      write_text(folder / file.toStdString(),
                 file == "adapter_config.json" ? R"({"peft_type":"LORA","base_model_name_or_path":"org/base"})" : "x");
    check(folder, words);
  }

  void a_model_in_a_form_that_is_not_read_data() {
    QTest::addColumn<QString>("config");   // merged into the tiny model's
    QTest::addColumn<QString>("file");     // in place of its weights; empty: they stay
    QTest::addColumn<QStringList>("words");
    QTest::newRow("gptq") << R"({"quantization_config":{"quant_method":"gptq","bits":4}})"
                          << "" << QStringList{"gptq", "original model"};
    QTest::newRow("awq") << R"({"quantization_config":{"quant_method":"awq"}})"
                         << "" << QStringList{"awq", "original"};
    QTest::newRow("bitsandbytes") << R"({"quantization_config":{"quant_method":"bitsandbytes","load_in_4bit":true}})"
                                  << "" << QStringList{"bitsandbytes"};
    QTest::newRow("fp8") << R"({"quantization_config":{"quant_method":"fp8"}})"
                         << "" << QStringList{"fp8"};
    QTest::newRow("mlx") << R"({"quantization":{"group_size":64,"bits":4}})"
                         << "" << QStringList{"MLX", "original"};
    QTest::newRow("pickle") << "{}"
                            << "pytorch_model.bin" << QStringList{"pytorch_model.bin", "safetensors"};
    QTest::newRow("flax") << "{}"
                          << "flax_model.msgpack" << QStringList{"Flax"};
    QTest::newRow("tensorflow") << "{}"
                                << "tf_model.h5" << QStringList{"TensorFlow"};
    QTest::newRow("onnx") << "{}"
                          << "model.onnx" << QStringList{"ONNX"};
    QTest::newRow("gguf") << "{}"
                          << "m-q4.gguf" << QStringList{"GGUF", "m-q4.gguf"};
    QTest::newRow("adapter") << "{}"
                             << "adapter_model.safetensors" << QStringList{"adapter"};
    QTest::newRow("nothing") << "{}"
                             << "notes.md" << QStringList{"model.safetensors", "neither"};
  }
  void a_model_in_a_form_that_is_not_read() {
    QFETCH(QString, config);
    QFETCH(QString, file);
    QFETCH(QStringList, words);
    const fs::path folder = *folder_ / "model";
    write_tiny_folder(folder, tiny_model(tiny_config(), DType::F32));
    std::ifstream stream(folder / "config.json");
    auto json = nlohmann::json::parse(stream);
    json.update(nlohmann::json::parse(config.toStdString()));
    write_text(folder / "config.json", json.dump());
    if (!file.isEmpty()) {
      fs::remove(folder / "model.safetensors");
      write_text(folder / file.toStdString(), "x");
    }
    check(folder, words);
  }
  void a_folder_beside_a_quantiser_s_file_is_quantised() {
    const fs::path folder = *folder_ / "model";
    write_tiny_folder(folder, tiny_model(tiny_config(), DType::F32));
    write_text(folder / "quantize_config.json", "{\"bits\": 4}");
    check(folder, {"GPTQ", "quantize_config.json", "original model"});
  }
  void a_clone_without_its_large_files_is_told_how_to_get_them() {
    const fs::path folder = *folder_ / "model";
    write_tiny_folder(folder, tiny_model(tiny_config(), DType::F32));
    write_text(folder / "model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
    check(folder, {"Git LFS", "git lfs pull"});
  }
};

QTEST_GUILESS_MAIN(RecogniseTest)
#include "recognise_test.moc"
