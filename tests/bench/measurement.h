#pragma once
// Shared by the parts of engine_bench: settings from the command line, a stopwatch, and the result as a line of JSON.
#include <ctime>
#include <map>
#include <memory>
#include <string>

#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>

#include "core/model/causal_lm.h"

namespace lift::bench {

// name=value arguments. The getters return `fallback` for names that were not given.
class Settings {
 public:
  Settings(int argc, char** argv, int first);
  std::string text(const std::string& name, const std::string& fallback = {}) const;
  std::int64_t number(const std::string& name, std::int64_t fallback) const;
  double real(const std::string& name, double fallback) const;

 private:
  std::map<std::string, std::string> values_;
};

// Measures wall time, or with one thread the process's CPU time, which a busy machine disturbs little.
class Stopwatch {
 public:
  double seconds() const { return now() - begin_; }
  static bool by_processor() { return at::get_num_threads() == 1; }

 private:
  static double now() {
    timespec time{};
    clock_gettime(by_processor() ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }
  double begin_ = now();
};

std::shared_ptr<CausalLm> load(const Settings& settings);   // model=FOLDER dtype=bf16|fp32

nlohmann::json train(const Settings& settings);
nlohmann::json gemm_limit(const Settings& settings);
nlohmann::json decode(const Settings& settings);
nlohmann::json refresh(const Settings& settings);
nlohmann::json load_time(const Settings& settings);
nlohmann::json delta(const Settings& settings);

}   // namespace lift::bench
