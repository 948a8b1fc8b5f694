#pragma once
// What a duel compares: ways to train, all from one recipe, each at its own best learning rate, each with several
// seeds. Used by duel.h, the command line and the window. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/session/recipe.h"

namespace lift {

// One way to train: "lift", "full" (a method), "magnitude" (a criterion, trained by lift), and fields of the recipe
// behind a colon: "lift:selection.density=0.01", "lora:lora.init=pissa;lora.rank=8".
struct Contestant {
  std::string name;   // as it was given
  Recipe recipe;      // the duel's, with this method, criterion and fields; the learning rate is where the search
                      // begins
  bool names_rate = false;   // its fields name the learning rate: nothing is searched
};

struct DuelConfig {
  Recipe recipe;
  std::vector<std::string> contestants{"lift", "full", "lora", "magnitude", "random"};   // two or more, all different
  std::int64_t seeds = 3;           // final runs of each contestant, from the recipe's seed on; 1 to 31
  std::vector<double> rates;        // learning rates that each contestant tries; empty: searched; one: taken unseen
  std::int64_t search_runs = 4;     // runs of a search, the same number for each contestant; 1 to 20
  std::int64_t search_steps = 0;    // of a run of a search; 0: as many as the recipe says
  double validation_share = 0.05;   // of the training rows, by whose loss a rate is chosen; above 0, at most 0.5
  // Asked after every run that counts, besides the held-out rows and the recipe's probe: "generate:FILE" (questions or
  // a task, evaluate/task.h), "probe:FILE" (choice questions).
  std::vector<std::string> tasks;

  // Without reading files. Errors: InvalidArgument, with the contestant or setting.
  Status validate() const;
};

// "lift,lora:lora.rank=8;lora.alpha=16" to names; blanks around names do not count.
std::vector<std::string> contestant_names(const std::string& list);
// "auto" to none, "1e-4,3e-4" to two. Errors: InvalidArgument.
Result<std::vector<double>> parse_rates(const std::string& list);

// Errors: InvalidArgument (neither a method nor a criterion, with those there are; a field that a recipe does not
// have).
Result<Contestant> make_contestant(const DuelConfig& config, const std::string& name);

nlohmann::json to_json(const DuelConfig& config);
Result<DuelConfig> duel_config_from_json(const nlohmann::json& value, const std::string& subject);

}   // namespace lift
