#include "core/checkpoint/delta_file.h"

#include <QtTest>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/io/atomic_file.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "tests/core/checkpoint/random_run.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

std::string bytes_of_file(const fs::path& file) { return read_whole_file(file, 1u << 30).value(); }

// A delta file with one thing changed: what a hostile file may hold although its container is sound.
struct Forged {
  std::vector<TensorView> tensors;
  std::map<std::string, std::string> metadata;
  std::vector<std::vector<std::byte>> owned;

  explicit Forged(const SafetensorsReader& reader) : tensors(reader.tensors()), metadata(reader.metadata()) {}
  TensorView& named(const std::string& ending) {
    for (TensorView& tensor : tensors)
      if (tensor.name.ends_with(ending)) return tensor;
    throw std::runtime_error("no tensor " + ending);
  }
  void set_bytes(TensorView& tensor, std::vector<std::byte> bytes) {
    owned.push_back(std::move(bytes));
    tensor.bytes = owned.back();
    tensor.shape = {static_cast<std::int64_t>(tensor.bytes.size()) / byte_size(tensor.dtype)};
  }
  void edit_manifest(const std::function<void(nlohmann::json&)>& edit) {
    nlohmann::json value = nlohmann::json::parse(metadata.at("manifest"));
    edit(value);
    metadata["manifest"] = value.dump();
  }
};

struct Forgery {
  const char* what;
  std::function<void(Forged&)> edit;
  const char* named;   // must be in the sentence
};

const std::vector<Forgery>& forgeries() {
  using nlohmann::json;
  static const std::vector<Forgery> all{
      {"another safetensors file", [](Forged& f) { f.metadata["format"] = "pt"; }, "expected a LIFT delta"},
      {"no manifest", [](Forged& f) { f.metadata.erase("manifest"); }, "expected a LIFT delta"},
      {"manifest cut off", [](Forged& f) { f.metadata["manifest"].resize(100); }, "manifest: line 1"},
      {"values missing", [](Forged& f) { f.named("layers.0.mlp.up_proj.weight.values").name = "other"; },
       "layers.0.mlp.up_proj.weight.values"},
      {"one tensor more",
       [](Forged& f) {
         f.tensors.push_back({"more", DType::U8, {0}, {}});
       },
       "as the manifest says"},
      {"values of another type", [](Forged& f) { f.named("layers.0.mlp.up_proj.weight.values").dtype = DType::F16; },
       "up_proj.weight.values\": expected bf16["},
      {"values too few",
       [](Forged& f) {
         TensorView& values = f.named("layers.0.mlp.up_proj.weight.values");
         f.set_bytes(values, std::vector<std::byte>(values.bytes.size() - 2));
       },
       "up_proj.weight.values"},
      {"indices cut off",
       [](Forged& f) {
         TensorView& indices = f.named("layers.1.self_attn.k_proj.weight.indices");
         f.set_bytes(indices, std::vector<std::byte>(indices.bytes.begin(), indices.bytes.end() - 3));
       },
       "k_proj.weight.indices"},
      {"indices all ones",
       [](Forged& f) {
         TensorView& indices = f.named("layers.1.self_attn.k_proj.weight.indices");
         f.set_bytes(indices, std::vector<std::byte>(indices.bytes.size(), std::byte{0xff}));
       },
       "k_proj.weight.indices"},
      {"indices of another type",
       [](Forged& f) { f.named("layers.1.self_attn.k_proj.weight.indices").dtype = DType::I8; },
       "k_proj.weight.indices\": expected uint8"},
      {"values in fp16", [](Forged& f) { f.edit_manifest([](json& m) { m["dtype"] = "fp16"; }); }, "fp16"},
      {"a changed tensor that is no projection",
       [](Forged& f) {
         f.edit_manifest([](json& m) {
           m["tensors"][0]["changed"] = 1;
           m["tensors"][0]["tuned"] = std::string(64, '0');
         });
       },
       "embed_tokens"},
      {"a matrix turned on its side",
       [](Forged& f) {
         f.edit_manifest([](json& m) {
           for (json& tensor : m["tensors"])
             if (tensor["name"] == "model.layers.0.mlp.up_proj.weight") tensor["shape"] = {2, 2};
         });
       },
       "up_proj"},
  };
  return all;
}

}   // namespace

class DeltaFileTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  RandomRun run_ = random_run();
  Delta delta_ = run_.make().delta;
  fs::path file_ = folder_ / "run.lift";

 private Q_SLOTS:
  void initTestCase() { QVERIFY(write_delta(file_, delta_).ok()); }

  void a_delta_comes_back_bit_for_bit() {
    const Delta read = read_delta(file_).value();
    QVERIFY(read.manifest == delta_.manifest);
    QVERIFY(same_masks(read.entries, delta_.entries));
    QVERIFY(same_bytes(read.values, delta_.values));
  }

  void wide_types_come_back_too() {
    for (const DType dtype : {DType::F32, DType::F64}) {
      const Delta delta = random_run(dtype).make().delta;
      const fs::path file = folder_ / "wide.lift";
      QVERIFY(write_delta(file, delta).ok());
      QVERIFY(same_bytes(read_delta(file).value().values, delta.values));
    }
  }

  void a_read_delta_turns_the_base_into_the_tuned_model() {
    CausalLm model = run_.fresh_base();
    QVERIFY(verify_delta(model, read_delta(file_).value()).ok());
    QVERIFY(apply_delta(model, read_delta(file_).value()).ok());
    QVERIFY(same_weights(model, run_.model));
  }

  void equal_content_gives_equal_bytes() {
    const fs::path again = folder_ / "again.lift";
    QVERIFY(write_delta(again, random_run().make().delta).ok());
    QVERIFY(bytes_of_file(again) == bytes_of_file(file_));
    QVERIFY(write_delta(again, read_delta(file_).value()).ok());
    QVERIFY(bytes_of_file(again) == bytes_of_file(file_));
  }

  void the_container_is_plain_safetensors_with_plain_values() {
    const SafetensorsReader reader = SafetensorsReader::open(file_).value();
    const TensorView* values = reader.find("model.layers.0.self_attn.q_proj.weight.values");
    QVERIFY(values);
    const MatrixMask* mask = delta_.entries.find({0, Projection::Q});
    QCOMPARE(values->shape, (std::vector<std::int64_t>{mask->entries()}));
    QVERIFY(values->dtype == DType::BF16);
  }

  void the_header_alone_tells_what_it_is() {
    const DeltaInfo info = read_delta_info(file_).value();
    QVERIFY(info.manifest == delta_.manifest);
    QCOMPARE(info.file_bytes, static_cast<std::int64_t>(fs::file_size(file_)));
    QVERIFY(info.bytes_per_entry() > 2);
  }

  void an_empty_delta_is_a_file_like_any_other() {
    Delta empty = delta_;
    empty.entries = {};
    empty.values = empty.values.narrow(0, 0, 0).clone();
    for (TensorRecord& record : empty.manifest.tensors) {
      record.changed = 0;
      record.tuned.reset();
    }
    const fs::path file = folder_ / "empty.lift";
    QVERIFY(write_delta(file, empty).ok());
    QCOMPARE(read_delta(file).value().entries.total(), std::int64_t(0));
  }

  void a_file_that_ends_anywhere_is_refused() {
    const std::string whole = bytes_of_file(file_);
    const fs::path cut = folder_ / "cut.lift";
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 97) {
      std::ofstream(cut, std::ios::binary) << whole.substr(0, length);
      const auto result = read_delta(cut);
      QVERIFY(!result.ok());
      QVERIFY2(result.error().sentence().starts_with(cut.string()), result.error().sentence().c_str());
    }
  }

  void a_forged_file_is_refused_by_name_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(forgeries().size()); ++i) QTest::newRow(forgeries()[i].what) << i;
  }
  void a_forged_file_is_refused_by_name() {
    QFETCH(int, index);
    const SafetensorsReader reader = SafetensorsReader::open(file_).value();
    Forged forged(reader);
    forgeries()[index].edit(forged);
    const fs::path file = folder_ / "forged.lift";
    QVERIFY(write_safetensors(file, forged.tensors, forged.metadata).ok());
    const auto result = read_delta(file);
    QVERIFY(!result.ok());
    const std::string sentence = result.error().sentence();
    QVERIFY2(sentence.starts_with(file.string()), sentence.c_str());
    QVERIFY2(sentence.find(forgeries()[index].named) != std::string::npos, sentence.c_str());
  }

  void any_flipped_byte_of_the_indices_gives_an_error_or_other_entries_but_never_a_crash() {
    const std::string whole = bytes_of_file(file_);
    RandomStream random(3);
    const fs::path file = folder_ / "flipped.lift";
    for (int round = 0; round < 200; ++round) {
      std::string broken = whole;
      broken[random.below(broken.size())] ^= static_cast<char>(1 + random.below(255));
      std::ofstream(file, std::ios::binary) << broken;
      const auto result = read_delta(file);
      if (result.ok())
        for (const MatrixMask& matrix : result->entries.matrices()) QVERIFY(well_formed(matrix.pattern));
    }
  }

  void a_folder_that_is_not_there_is_told_and_nothing_written() {
    const Status status = write_delta(folder_ / "none/run.lift", delta_);
    QVERIFY(!status.ok());
    QVERIFY(status.error().sentence().find("none") != std::string::npos);
  }

  void cancelling_leaves_the_old_file() {
    std::stop_source stop;
    stop.request_stop();
    const std::string before = bytes_of_file(file_);
    Delta other = delta_;
    other.manifest.steps = 99;
    QVERIFY(write_delta(file_, other, {.stop = stop.get_token()}).error().code == ErrorCode::Cancelled);
    QVERIFY(bytes_of_file(file_) == before);
  }
};

QTEST_GUILESS_MAIN(DeltaFileTest)
#include "delta_file_test.moc"
