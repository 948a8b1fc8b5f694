#include "core/duel/duel_pairs.h"

#include <algorithm>
#include <filesystem>
#include <numeric>

#include "core/base/say.h"
#include "core/duel/duel_statistics.h"

namespace lift {

namespace {

constexpr const char* kExact = "exact";

double share_right(std::span<const std::vector<std::uint8_t>> runs, std::size_t item) {
  double right = 0;
  for (const auto& run : runs) right += run[item];
  return right / static_cast<double>(runs.size());
}

SeededOutcomes outcomes_of(const DuelState& state, const std::string& contestant, const std::string& task) {
  std::vector<const FinalRun*> runs;
  for (const FinalRun& run : state.finals)
    if (run.contestant == contestant && run.done()) runs.push_back(&run);
  std::ranges::sort(runs, {}, &FinalRun::seed);
  SeededOutcomes outcomes;
  for (const FinalRun* run : runs)
    if (task == kExact) outcomes.push_back(run->right_after);
    else if (const auto found = std::ranges::find(run->tasks, task, &TaskOutcomes::task); found != run->tasks.end())
      outcomes.push_back(found->right);
  std::erase_if(outcomes, [](const auto& items) { return items.empty(); });
  return outcomes;
}

std::vector<std::string> tasks_of(const DuelState& state) {
  std::vector<std::string> tasks{kExact};
  for (const FinalRun& run : state.finals)
    for (const TaskOutcomes& one : run.tasks)
      if (std::ranges::find(tasks, one.task) == tasks.end()) tasks.push_back(one.task);
  return tasks;
}

void add_count(const std::string& contestant, const std::string& task, const SeededOutcomes& outcomes,
               std::vector<DuelCount>& counts) {
  DuelCount count{contestant, task, 0, 0, {}};
  for (const auto& items : outcomes) {
    count.right += std::ranges::count(items, 1);
    count.asked += std::ssize(items);
  }
  if (count.asked == 0) return;
  count.interval = wilson_interval(count.right, count.asked);
  counts.push_back(std::move(count));
}

Sentence words_of(const DuelPair& pair) {
  const Sentence task = task_words(pair.task);
  if (!pair.visible())
    return say("{}: {} is right more often on {} items, {} on {}: no difference can be seen with {} items (p = {:.2g})",
               task, pair.second, pair.gained, pair.first, pair.lost, pair.items, pair.holm);
  const bool second = pair.gained > pair.lost;
  return say("{}: {} is better than {}: right more often on {} items of {}, less often on {} (p = {:.2g})", task,
             second ? pair.second : pair.first, second ? pair.first : pair.second, std::max(pair.gained, pair.lost),
             pair.items, std::min(pair.gained, pair.lost), pair.holm);
}

}   // namespace

std::optional<PairedOutcome> compare_by_items(std::span<const std::vector<std::uint8_t>> first,
                                              std::span<const std::vector<std::uint8_t>> second) {
  if (first.empty() || second.empty()) return std::nullopt;
  const std::size_t items = first.front().size();
  for (const auto* runs : {&first, &second})
    if (std::ranges::any_of(*runs, [&](const auto& run) { return run.size() != items; })) return std::nullopt;
  std::vector<std::uint8_t> before(items), now(items);
  for (std::size_t item = 0; item < items; ++item) {
    const double a = share_right(first, item), b = share_right(second, item);
    before[item] = a > b;
    now[item] = b > a;
  }
  const auto outcome = compare_paired(before, now);
  return outcome.ok() ? std::optional(*outcome) : std::nullopt;
}

std::vector<double> holm_corrected(std::span<const double> p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return p[i]; });
  std::vector<double> corrected(p.size());
  double floor = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    floor = std::max(floor, std::min(1.0, static_cast<double>(p.size() - rank) * p[order[rank]]));
    corrected[order[rank]] = floor;
  }
  return corrected;
}

std::vector<DuelCount> counts_of(const DuelState& state) {
  std::vector<DuelCount> counts;
  for (const FinalRun& run : state.finals)
    if (!run.right_before.empty()) {
      add_count("", kExact, {run.right_before}, counts);
      break;
    }
  for (const TaskOutcomes& base : state.base) add_count("", base.task, {base.right}, counts);
  for (const std::string& contestant : state.config.contestants)
    for (const std::string& task : tasks_of(state))
      add_count(contestant, task, outcomes_of(state, contestant, task), counts);
  return counts;
}

std::vector<DuelPair> pairs_of(const DuelState& state) {
  std::vector<DuelPair> pairs;
  const std::vector<std::string>& names = state.config.contestants;
  for (const std::string& task : tasks_of(state)) {
    const std::size_t begin = pairs.size();
    for (std::size_t a = 0; a < names.size(); ++a)
      for (std::size_t b = a + 1; b < names.size(); ++b)
        if (const auto outcome =
                compare_by_items(outcomes_of(state, names[a], task), outcomes_of(state, names[b], task)))
          pairs.push_back(
              {task, names[a], names[b], outcome->items, outcome->gained, outcome->lost, outcome->p, 1, {}});
    std::vector<double> p;
    for (std::size_t i = begin; i < pairs.size(); ++i) p.push_back(pairs[i].p);
    const std::vector<double> corrected = holm_corrected(p);
    for (std::size_t i = begin; i < pairs.size(); ++i) {
      pairs[i].holm = corrected[i - begin];
      pairs[i].words = words_of(pairs[i]);
    }
  }
  return pairs;
}

Sentence task_words(const std::string& task) {
  if (task == kExact) return say("Exact answers");
  if (task == "probe") return say("Questions of the probe");
  return Sentence::verbatim(std::filesystem::path(task.substr(task.find(':') + 1)).stem().string());
}

}   // namespace lift
