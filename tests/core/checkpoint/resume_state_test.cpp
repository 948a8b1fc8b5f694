#include "core/checkpoint/resume_state.h"

#include <QtTest>

#include <ATen/ops/arange.h>
#include <ATen/ops/full.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "core/io/atomic_file.h"
#include "core/io/safetensors_reader.h"
#include "core/io/safetensors_writer.h"
#include "tests/core/checkpoint/random_run.h"
#include "tests/support/paths.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

ResumeState example(const RandomRun& run, std::int64_t step = 20) {
  ResumeState state;
  state.step = step;
  state.threads = 2;
  state.masks = run.masks;
  const std::int64_t k = run.masks.total();
  state.optimizer = {{"master", at::arange(k, at::kFloat)},
                     {"exp_avg", at::full({k}, 0.125, at::kFloat)},
                     {"exp_avg_sq", at::full({k}, 1e-12, at::kFloat)},
                     {"generation", at::full({k}, 3, at::kShort)},
                     {"generation_start", at::arange(4, at::kLong)},
                     {"steps", at::full({1}, step, at::kLong)}};
  state.changed = run.changed;
  state.weights = gather_weights(run.model, run.changed.entries());
  state.base = run.base;
  state.recipe = fingerprint_of("recipe");
  state.data = fingerprint_of("data");
  state.parts_json = {{"data", R"({"epoch":1,"row":17})"}, {"trainer", "{\"peak\":0.1}"}};
  return state;
}

std::string bytes_of_file(const fs::path& file) { return read_whole_file(file, 1u << 30).value(); }

void put(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

struct Forgery {
  const char* what;
  std::function<void(nlohmann::json& state, std::vector<TensorView>& tensors)> edit;
};

TensorView& named(std::vector<TensorView>& tensors, std::string_view name) {
  for (TensorView& tensor : tensors)
    if (tensor.name == name) return tensor;
  throw std::runtime_error("no such tensor");
}

const std::vector<Forgery>& forgeries() {
  using nlohmann::json;
  using Tensors = std::vector<TensorView>;
  static const std::vector<Forgery> all{
      {"a later version", [](json& s, Tensors&) { s["version"] = 3; }},
      {"no step", [](json& s, Tensors&) { s.erase("step"); }},
      {"a negative step", [](json& s, Tensors&) { s["step"] = -4; }},
      {"a step beyond 64 bits", [](json& s, Tensors&) { s["step"] = 18446744073709551615ull; }},
      {"threads a text", [](json& s, Tensors&) { s["threads"] = "two"; }},
      {"a recipe that is no fingerprint", [](json& s, Tensors&) { s["recipe"] = "abc"; }},
      {"streams a list", [](json& s, Tensors&) { s["random_streams"] = json::array(); }},
      {"a random stream", [](json& s, Tensors&) { s["random_streams"]["order"] = 1; }},
      {"a part a number", [](json& s, Tensors&) { s["parts"]["data"] = 1; }},
      {"base a number", [](json& s, Tensors&) { s["base"] = 1; }},
      {"no table of masks", [](json& s, Tensors&) { s.erase("masks"); }},
      {"a row too short",
       [](json& s, Tensors&) {
         s["masks"][0] = {0, "q"};
       }},
      {"a projection that does not exist", [](json& s, Tensors&) { s["masks"][0][1] = "z"; }},
      {"a layer beyond 31 bits", [](json& s, Tensors&) { s["masks"][0][0] = 4294967296; }},
      {"a matrix twice", [](json& s, Tensors&) { s["masks"][1] = s["masks"][0]; }},
      {"more entries than cells", [](json& s, Tensors&) { s["masks"][0][4] = 1'000'000'000; }},
      {"a huge matrix", [](json& s, Tensors&) { s["masks"][0][2] = 1'000'000'000'000; }},
      {"more bytes than there are", [](json& s, Tensors&) { s["masks"][0][5] = 1'000'000'000; }},
      {"a matrix left out", [](json& s, Tensors&) { s["masks"].erase(s["masks"].size() - 1); }},
      {"masks outside the changed entries",
       [](json& s, Tensors& t) {
         std::swap(s["masks"], s["changed"]);
         std::swap(named(t, "masks").bytes, named(t, "changed").bytes);
         std::swap(named(t, "masks").shape, named(t, "changed").shape);
       }},
      {"no weights", [](json&, Tensors& t) { named(t, "weights").name = "wights"; }},
      {"base values of another type", [](json&, Tensors& t) { named(t, "base_values").dtype = DType::F16; }},
      {"an optimizer tensor without a sign",
       [](json&, Tensors& t) { named(t, "optimizer.generation").dtype = DType::U16; }},
  };
  return all;
}

}   // namespace

class ResumeStateTest : public QObject {
  Q_OBJECT

  RandomRun run_ = random_run();

 private Q_SLOTS:
  void a_state_comes_back_whole() {
    TemporaryFolder folder;
    const ResumeState state = example(run_);
    QVERIFY(write_resume_state(folder.path(), state).ok());
    const ResumeState read = read_resume_state(resume_file(folder.path(), 20)).value();
    QCOMPARE(read.step, state.step);
    QCOMPARE(read.threads, state.threads);
    QVERIFY(same_masks(read.masks, state.masks));
    QVERIFY(same_masks(read.changed.entries(), state.changed.entries()));
    QVERIFY(same_bytes(read.changed.base_values(), state.changed.base_values()));
    QVERIFY(same_bytes(read.weights, state.weights));
    QVERIFY(read.base == state.base);
    QVERIFY(read.recipe == state.recipe && read.data == state.data);
    QVERIFY(read.parts_json == state.parts_json);
    QCOMPARE(read.optimizer.size(), state.optimizer.size());
    for (const auto& [name, tensor] : state.optimizer) {
      const auto found = std::find_if(read.optimizer.begin(), read.optimizer.end(),
                                      [&, &name = name](const auto& entry) { return entry.first == name; });
      QVERIFY2(found != read.optimizer.end() && same_bytes(found->second, tensor), name.c_str());
    }
  }

  void the_weights_of_a_resumed_model_are_those_of_the_run() {
    TemporaryFolder folder;
    QVERIFY(write_resume_state(folder.path(), example(run_)).ok());
    const ResumeState read = read_newest_resume_state(folder.path(), {}).value();
    CausalLm model = run_.fresh_base();
    scatter_weights(model, read.changed.entries(), read.weights);
    QVERIFY(same_weights(model, run_.model));
    const Delta before = run_.make().delta;
    const Delta after = make_delta(read.changed, model, run_.passport()).value().delta;
    QVERIFY(same_bytes(before.values, after.values));
    QVERIFY(before.manifest == after.manifest);
  }

  void equal_states_give_equal_bytes() {
    TemporaryFolder one, two;
    QVERIFY(write_resume_state(one.path(), example(run_)).ok());
    QVERIFY(write_resume_state(two.path(), example(random_run())).ok());
    QVERIFY(bytes_of_file(resume_file(one.path(), 20)) == bytes_of_file(resume_file(two.path(), 20)));
  }

  void the_newest_two_are_kept_and_other_files_left_alone() {
    TemporaryFolder folder;
    put(folder / "state-old.safetensors", "not ours");
    put(folder / "state-007.safetensors", "not ours");
    put(folder / "metrics.jsonl", "");
    for (const std::int64_t step : {9, 10, 100}) QVERIFY(write_resume_state(folder.path(), example(run_, step)).ok());
    QCOMPARE(resume_steps(folder.path()), (std::vector<std::int64_t>{100, 10}));
    QVERIFY(fs::exists(folder / "state-old.safetensors"));
    QVERIFY(fs::exists(folder / "state-007.safetensors"));
    QVERIFY(fs::exists(folder / "metrics.jsonl"));
  }

  void a_newest_state_that_is_broken_is_passed_over_with_a_notice() {
    TemporaryFolder folder;
    QVERIFY(write_resume_state(folder.path(), example(run_, 10)).ok());
    QVERIFY(write_resume_state(folder.path(), example(run_, 20)).ok());
    const std::string whole = bytes_of_file(resume_file(folder.path(), 20));
    put(resume_file(folder.path(), 20), whole.substr(0, whole.size() / 2));
    std::vector<Notice> notices;
    const ResumeState state =
        read_newest_resume_state(folder.path(), [&](const Notice& notice) { notices.push_back(notice); }).value();
    QCOMPARE(state.step, std::int64_t(10));
    QCOMPARE(notices.size(), std::size_t(1));
    QVERIFY(notices[0].severity == Severity::Warning);
    QVERIFY(notices[0].text.text().find("state-20.safetensors") != std::string::npos);
  }

  void without_a_state_that_can_be_read_the_newest_ones_error_counts() {
    TemporaryFolder folder;
    QVERIFY(read_newest_resume_state(folder.path(), {}).error().code == ErrorCode::NotFound);
    put(folder / "state-3.safetensors", "x");
    put(folder / "state-5.safetensors", "x");
    const auto result = read_newest_resume_state(folder.path(), {});
    QVERIFY(result.error().code == ErrorCode::Malformed);
    QVERIFY(result.error().sentence().find("state-5.safetensors") != std::string::npos);
  }

  void a_full_disk_keeps_the_earlier_states() {
    TemporaryFolder folder;
    for (const std::int64_t step : {1, 2}) QVERIFY(write_resume_state(folder.path(), example(run_, step)).ok());
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit tight = before;
    tight.rlim_cur = 4096;
    setrlimit(RLIMIT_FSIZE, &tight);
    const Status full = write_resume_state(folder.path(), example(run_, 3));
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(full.error().code == ErrorCode::Io);
    QCOMPARE(resume_steps(folder.path()), (std::vector<std::int64_t>{2, 1}));
    QVERIFY(read_newest_resume_state(folder.path(), {}).ok());
  }

  void a_file_that_ends_anywhere_is_refused() {
    TemporaryFolder folder;
    QVERIFY(write_resume_state(folder.path(), example(run_)).ok());
    const std::string whole = bytes_of_file(resume_file(folder.path(), 20));
    const fs::path cut = folder / "cut.safetensors";
    for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 61) {
      put(cut, whole.substr(0, length));
      const auto result = read_resume_state(cut);
      QVERIFY(!result.ok());
      QVERIFY2(result.error().sentence().starts_with(cut.string()), result.error().sentence().c_str());
    }
  }

  void a_forged_state_is_refused_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(forgeries().size()); ++i) QTest::newRow(forgeries()[i].what) << i;
  }
  void a_forged_state_is_refused() {
    QFETCH(int, index);
    TemporaryFolder folder;
    QVERIFY(write_resume_state(folder.path(), example(run_)).ok());
    const SafetensorsReader reader = SafetensorsReader::open(resume_file(folder.path(), 20)).value();
    std::vector<TensorView> tensors = reader.tensors();
    auto metadata = reader.metadata();
    nlohmann::json state = nlohmann::json::parse(metadata.at("state"));
    forgeries()[index].edit(state, tensors);
    metadata["state"] = state.dump();
    const fs::path file = folder / "forged.safetensors";
    QVERIFY(write_safetensors(file, tensors, metadata).ok());
    const auto result = read_resume_state(file);
    QVERIFY(!result.ok());
    QVERIFY(result.error().code == ErrorCode::Malformed || result.error().code == ErrorCode::Unsupported);
    QVERIFY(!result.error().sentence().empty());
  }

  void a_state_of_the_first_version_goes_on() {
    TemporaryFolder folder;
    QVERIFY(write_resume_state(folder.path(), example(run_)).ok());
    const SafetensorsReader reader = SafetensorsReader::open(resume_file(folder.path(), 20)).value();
    auto metadata = reader.metadata();
    nlohmann::json state = nlohmann::json::parse(metadata.at("state"));
    state["version"] = 1;
    state["random_streams"] = nlohmann::json::object();
    metadata["state"] = state.dump();
    QVERIFY(write_safetensors(folder / "state-30.safetensors", reader.tensors(), metadata).ok());
    const ResumeState read = read_newest_resume_state(folder.path(), {}).value();
    QVERIFY(same_masks(read.masks, run_.masks));
    QVERIFY(read.parts_json == example(run_).parts_json);
  }

  void a_delta_is_not_a_state() {
    TemporaryFolder folder;
    QVERIFY(write_safetensors(folder / "other.safetensors", {}, {{"format", "lift-delta"}}).ok());
    const auto result = read_resume_state(folder / "other.safetensors");
    QVERIFY(result.error().sentence().find("expected the state of a run") != std::string::npos);
  }

  void the_size_told_before_a_run_is_no_less_than_the_file() {
    TemporaryFolder folder;
    QVERIFY(write_resume_state(folder.path(), example(run_)).ok());
    const auto bytes = static_cast<std::int64_t>(fs::file_size(resume_file(folder.path(), 20)));
    const std::int64_t told = resume_state_bytes(run_.masks.total(), run_.changed.total(), DType::BF16);
    QVERIFY(told >= bytes);
    QVERIFY(told < bytes + (1 << 19));
  }
};

QTEST_GUILESS_MAIN(ResumeStateTest)
#include "resume_state_test.moc"
