// The engine, measured: one JSON line per call, for tests/bench/compare and for people.
//   engine_bench train      model=DIR data=FILE [batch=8] [steps=6] [checkpoint=0|1] [length=N: made-up rows]
//   [passes=0] engine_bench gemm-limit model=DIR data=FILE [batch=8] [steps=6]   the matrix products of those steps and
//   nothing else engine_bench decode     model=DIR data=FILE [batch=1] [new=64] engine_bench refresh    model=DIR
//   [peer=1: exact SVD + topk beside it] [oracle=1: the overlap, in fp64] engine_bench load       model=DIR
//   engine_bench delta      model=DIR folder=DIR
// All take dtype=bf16|fp32, threads=N and isa=portable|avx2|avx512.
#include <cstdio>
#include <functional>
#include <optional>

#include <ATen/Parallel.h>
#include <fmt/core.h>

#include "core/kernels/isa/cpu_features.h"
#include "core/memory/memory_usage.h"
#include "core/model/model_loader.h"
#include "core/session/prepare_process.h"
#include "tests/bench/measurement.h"

namespace lift::bench {

Settings::Settings(int argc, char** argv, int first) {
  for (int i = first; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::size_t equals = argument.find('=');
    if (equals != std::string::npos) values_[argument.substr(0, equals)] = argument.substr(equals + 1);
  }
}

std::string Settings::text(const std::string& name, const std::string& fallback) const {
  const auto found = values_.find(name);
  return found == values_.end() ? fallback : found->second;
}

std::int64_t Settings::number(const std::string& name, std::int64_t fallback) const {
  return std::stoll(text(name, std::to_string(fallback)));
}

double Settings::real(const std::string& name, double fallback) const {
  return std::stod(text(name, std::to_string(fallback)));
}

std::shared_ptr<CausalLm> load(const Settings& settings) {
  const DType dtype = parse_dtype(settings.text("dtype", "bf16")).value();
  return load_model(settings.text("model"), {.dtype = dtype}).value().model;
}

}   // namespace lift::bench

int main(int argc, char** argv) {
  using namespace lift;
  if (!prepare_process().ok()) return 2;
  const std::map<std::string, std::function<nlohmann::json(const bench::Settings&)>> works = {
      {"train", bench::train},     {"gemm-limit", bench::gemm_limit}, {"decode", bench::decode},
      {"refresh", bench::refresh}, {"load", bench::load_time},        {"delta", bench::delta}};
  const auto work = works.find(argc > 1 ? argv[1] : "");
  if (work == works.end()) {
    fmt::print(stderr, "engine_bench train|gemm-limit|decode|refresh|load|delta NAME=VALUE...\n");
    return 2;
  }
  const bench::Settings settings(argc, argv, 2);
  at::set_num_threads(static_cast<int>(settings.number("threads", at::get_num_threads())));
  const std::map<std::string, CpuIsa> levels = {
      {"portable", CpuIsa::Portable}, {"avx2", CpuIsa::Avx2}, {"avx512", CpuIsa::Avx512}};
  std::optional<CpuIsaLimit> limit;
  if (const auto level = levels.find(settings.text("isa")); level != levels.end()) limit.emplace(level->second);

  nlohmann::json line{{"side", "ours"},
                      {"work", argv[1]},
                      {"dtype", settings.text("dtype", "bf16")},
                      {"isa", name_of(active_cpu_isa())},
                      {"threads", at::get_num_threads()},
                      {"clock", bench::Stopwatch::by_processor() ? "processor" : "wall"}};
  line.update(work->second(settings));
  line["peak_mib"] = memory_usage().peak_resident_bytes >> 20;
  release_freed_memory();
  line["held_after_mib"] = memory_usage().resident_bytes >> 20;   // libraries, and what the heap does not give back
  fmt::print("{}\n", line.dump());
}
