#include "core/duel/duel_report.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/json.h"

namespace lift {

using nlohmann::json;

namespace {

double share_of(const std::vector<std::uint8_t>& outcomes) {
  return static_cast<double>(std::accumulate(outcomes.begin(), outcomes.end(), std::int64_t{0})) /
         static_cast<double>(outcomes.size());
}

std::optional<double> exact_of(const FinalRun& run) {
  return run.right_after.empty() ? std::nullopt : std::optional(share_of(run.right_after));
}
std::optional<double> loss_of(const FinalRun& run) { return run.held_out_after; }
std::optional<double> kept_of(const FinalRun& run) {
  if (!run.probe_before || !run.probe_after || *run.probe_before == 0) return std::nullopt;
  return *run.probe_after / *run.probe_before;
}

using Figure = std::function<std::optional<double>(const FinalRun&)>;

std::vector<double> values_of(const std::vector<FinalRun>& runs, const Figure& figure) {
  std::vector<double> values;
  for (const FinalRun& run : runs)
    if (const auto value = figure(run)) values.push_back(*value);
  return values;
}

std::optional<Spread> spread(const std::vector<FinalRun>& runs, const Figure& figure) {
  return spread_of(values_of(runs, figure));
}

std::vector<FinalRun> done_runs(const DuelState& state, const std::string& contestant) {
  std::vector<FinalRun> runs;
  for (const FinalRun& run : state.finals)
    if (run.contestant == contestant && run.done()) runs.push_back(run);
  std::ranges::sort(runs, {}, &FinalRun::seed);
  return runs;
}

DuelRow row_of(const DuelState& state, const std::string& contestant) {
  const std::vector<FinalRun> runs = done_runs(state, contestant);
  DuelRow row;
  row.contestant = contestant;
  row.rate = state.chosen_rate(contestant);
  row.done = std::ssize(runs);
  for (const SearchRun& run : state.searches) {
    if (run.contestant != contestant) continue;
    ++row.search_runs;
    if (!run.trouble.empty()) row.troubles.push_back(run.trouble);
  }
  for (const FinalRun& run : state.finals) {
    if (run.contestant != contestant || run.done()) continue;
    ++row.failed;
    row.troubles.push_back(run.trouble);
  }
  row.exact = spread(runs, exact_of);
  if (row.exact && row.exact->interval)   // Student's may leave what a share can be
    row.exact->interval = Interval{std::max(0.0, row.exact->interval->low), std::min(1.0, row.exact->interval->high)};
  row.held_out_loss = spread(runs, loss_of);
  row.kept = spread(runs, kept_of);
  row.tokens_per_second = spread(runs, [](const FinalRun& run) { return run.tokens_per_second; });
  row.seconds = spread(runs, [](const FinalRun& run) { return run.seconds; });
  row.peak_bytes = spread(runs, [](const FinalRun& run) { return static_cast<double>(run.peak_bytes); });
  row.delta_bytes = spread(runs, [](const FinalRun& run) { return static_cast<double>(run.delta_bytes); });
  row.trained = spread(runs, [](const FinalRun& run) { return static_cast<double>(run.trained); });
  return row;
}

// The runs of both, seed by seed.
std::pair<std::vector<FinalRun>, std::vector<FinalRun>> pairs_of(const DuelState& state, const std::string& first,
                                                                 const std::string& other) {
  std::pair<std::vector<FinalRun>, std::vector<FinalRun>> pairs;
  for (const FinalRun& left : done_runs(state, first))
    for (const FinalRun& right : done_runs(state, other))
      if (left.seed == right.seed) pairs.first.push_back(left), pairs.second.push_back(right);
  return pairs;
}

bool visible(const Spread& difference) {
  return difference.interval && (difference.interval->low > 0 || difference.interval->high < 0);
}

Sentence words_of_exact(const std::string& name, const std::string& first, const ShareDifference& d, std::int64_t items,
                        std::int64_t seeds) {
  const double points = 100 * d.difference, low = 100 * d.interval.low, high = 100 * d.interval.high;
  if (!d.visible())
    return say(
        "Exact answers: no difference between {} and {} can be seen with {} questions and {} seeds ({:+.1f} "
        "points, {:+.1f} to {:+.1f})",
        name, first, items, seeds, points, low, high);
  return points > 0 ? say("Exact answers: {} is better than {} by {:.1f} points ({:.1f} to {:.1f})", name, first,
                          points, low, high)
                    : say("Exact answers: {} is worse than {} by {:.1f} points ({:.1f} to {:.1f})", name, first,
                          -points, -high, -low);
}

Sentence words_of_loss(const std::string& name, const std::string& first, const Spread& d) {
  if (!d.interval)
    return say("Held-out loss: {} has {:+.4f} beside {}; one seed can't show whether that is chance", name, d.mean,
               first);
  if (!visible(d))
    return say("Held-out loss: no difference between {} and {} can be seen with {} seeds ({:+.4f}, {:+.4f} to {:+.4f})",
               name, first, d.seeds, d.mean, d.interval->low, d.interval->high);
  return d.mean < 0 ? say("Held-out loss: {} is lower than {} by {:.4f} ({:.4f} to {:.4f})", name, first, -d.mean,
                          -d.interval->high, -d.interval->low)
                    : say("Held-out loss: {} is higher than {} by {:.4f} ({:.4f} to {:.4f})", name, first, d.mean,
                          d.interval->low, d.interval->high);
}

Sentence words_of_kept(const std::string& name, const std::string& first, const Spread& d) {
  const double points = 100 * d.mean;
  if (!d.interval)
    return say("Kept: {} has {:+.1f} points beside {}; one seed can't show whether that is chance", name, points,
               first);
  const double low = 100 * d.interval->low, high = 100 * d.interval->high;
  if (!visible(d))
    return say("Kept: no difference between {} and {} can be seen with {} seeds ({:+.1f} points, {:+.1f} to {:+.1f})",
               name, first, d.seeds, points, low, high);
  return points > 0
             ? say("Kept: {} keeps {:.1f} points more than {} ({:.1f} to {:.1f})", name, points, first, low, high)
             : say("Kept: {} keeps {:.1f} points less than {} ({:.1f} to {:.1f})", name, -points, first, -high, -low);
}

DuelDifference difference_of(const DuelState& state, const std::string& first, const std::string& other) {
  const auto [left, right] = pairs_of(state, first, other);
  DuelDifference difference{other, {}, {}, {}, {}};
  if (left.empty()) return difference;
  const auto outcomes = [](const std::vector<FinalRun>& runs) {
    SeededOutcomes all;
    for (const FinalRun& run : runs) all.push_back(run.right_after);
    return all;
  };
  difference.exact = compare_outcomes(outcomes(left), outcomes(right));
  difference.held_out_loss = spread_of_differences(values_of(left, loss_of), values_of(right, loss_of));
  difference.kept = spread_of_differences(values_of(left, kept_of), values_of(right, kept_of));
  if (difference.exact)
    difference.words.push_back(
        words_of_exact(other, first, *difference.exact, std::ssize(left.front().right_after), std::ssize(left)));
  if (difference.held_out_loss) difference.words.push_back(words_of_loss(other, first, *difference.held_out_loss));
  if (difference.kept) difference.words.push_back(words_of_kept(other, first, *difference.kept));
  return difference;
}

bool searched_to_the_edge(const DuelState& state, const std::string& contestant, double rate) {
  bool lower = false, higher = false, any = false;
  for (const SearchRun& run : state.searches) {
    if (run.contestant != contestant) continue;
    any = true;
    lower |= run.rate < rate;
    higher |= run.rate > rate;
  }
  return any && (!lower || !higher);
}

std::vector<Sentence> remarks_of(const DuelState& state, const DuelReport& report) {
  std::vector<Sentence> remarks;
  const DuelConfig& config = state.config;
  if (report.runs_left > 0)
    remarks.push_back(say("{} runs are left: the figures are of those that are done", report.runs_left));
  if (config.recipe.train.most_seconds > 0)
    remarks.push_back(say("The recipe's limit of {:.0f} s counts for no run: a slower method would make fewer steps",
                          config.recipe.train.most_seconds));
  if (config.recipe.evaluate.forget_action != EvaluateConfig().forget_action)
    remarks.push_back(
        say("evaluate.forget_action counts for no run: a method that forgets more would make fewer steps"));
  if (config.rates.empty())
    remarks.push_back(
        say("Each learning rate was chosen by the loss of {:.0f} % of the training rows, set aside, with "
            "{} runs for everyone",
            100 * config.validation_share, config.search_runs));
  else if (config.rates.size() == 1)
    remarks.push_back(say("Every method ran at the learning rate {}: none was searched, which favours the one it suits",
                          config.rates.front()));
  if (config.seeds == 1)
    remarks.push_back(say("One seed: nothing tells chance from a difference, but for exact answers"));
  if (report.probe_items == 0)
    remarks.push_back(say("No probe was given: what was kept of the old knowledge was not measured"));
  if (report.asked == 0) remarks.push_back(say("No held-out row was answered: the loss alone decides"));
  if (const auto hidden = std::ranges::count_if(report.pairs, [](const DuelPair& pair) { return !pair.visible(); });
      hidden > 0)
    remarks.push_back(
        say("Item by item, {} of {} pairs can't be told apart with these items", hidden, report.pairs.size()));
  for (const DuelRow& row : report.rows)
    if (row.rate && searched_to_the_edge(state, row.contestant, *row.rate))
      remarks.push_back(
          say("{}: the rate that it chose, {:g}, is at the end of those it tried: a better one may lie "
              "beyond",
              row.contestant, *row.rate));
  for (const DuelRow& row : report.rows)
    if (!row.rate && state.search_over(row.contestant))
      remarks.push_back(say("{} has no final run: at no learning rate did a run come to its end", row.contestant));
  return remarks;
}

json json_of(const std::optional<double>& value) { return value ? json(*value) : json(nullptr); }

json json_of(const std::optional<Spread>& spread) {
  if (!spread) return nullptr;
  json value{{"mean", spread->mean}, {"seeds", spread->seeds}};
  if (spread->interval) value["interval"] = {spread->interval->low, spread->interval->high};
  return value;
}

json json_of(const std::optional<ShareDifference>& difference) {
  if (!difference) return nullptr;
  return {{"mean", difference->difference},
          {"interval", {difference->interval.low, difference->interval.high}},
          {"visible", difference->visible()}};
}

}   // namespace

DuelReport report_of(const DuelState& state) {
  DuelReport report;
  report.name = state.name;
  report.created = state.created;
  report.seeds = state.config.seeds;
  report.runs_left = state.runs_left();
  for (const FinalRun& run : state.finals) {
    report.asked = std::max<std::int64_t>(report.asked, std::ssize(run.right_after));
    report.probe_items = std::max(report.probe_items, run.probe_items);
    if (!report.base_loss) report.base_loss = run.held_out_before;
    if (!report.base_probe) report.base_probe = run.probe_before;
    if (!report.base_exact && !run.right_before.empty()) report.base_exact = share_of(run.right_before);
  }
  for (const std::string& contestant : state.config.contestants) report.rows.push_back(row_of(state, contestant));
  for (std::size_t i = 1; i < state.config.contestants.size(); ++i)
    report.differences.push_back(difference_of(state, state.config.contestants.front(), state.config.contestants[i]));
  report.counts = counts_of(state);
  report.pairs = pairs_of(state);
  report.remarks = remarks_of(state, report);
  return report;
}

json to_json(const DuelReport& report) {
  json rows = json::array(), differences = json::array(), remarks = json::array(), counts = json::array(),
       pairs = json::array();
  for (const DuelCount& count : report.counts)
    counts.push_back({{"method", count.contestant.empty() ? "base" : count.contestant},
                      {"task", count.task},
                      {"right", count.right},
                      {"asked", count.asked},
                      {"interval", {count.interval.low, count.interval.high}}});
  for (const DuelPair& pair : report.pairs)
    pairs.push_back({{"task", pair.task},
                     {"first", pair.first},
                     {"second", pair.second},
                     {"items", pair.items},
                     {"second_more_often", pair.gained},
                     {"first_more_often", pair.lost},
                     {"p", pair.p},
                     {"p_holm", pair.holm},
                     {"visible", pair.visible()},
                     {"words", pair.words.text()}});
  for (const DuelRow& row : report.rows)
    rows.push_back({{"method", row.contestant},
                    {"rate", json_of(row.rate)},
                    {"search_runs", row.search_runs},
                    {"done", row.done},
                    {"failed", row.failed},
                    {"exact_match", json_of(row.exact)},
                    {"held_out_loss", json_of(row.held_out_loss)},
                    {"kept", json_of(row.kept)},
                    {"tokens_per_second", json_of(row.tokens_per_second)},
                    {"seconds", json_of(row.seconds)},
                    {"peak_bytes", json_of(row.peak_bytes)},
                    {"delta_bytes", json_of(row.delta_bytes)},
                    {"trained_weights", json_of(row.trained)},
                    {"troubles", row.troubles}});
  for (const DuelDifference& difference : report.differences) {
    json words = json::array();
    for (const Sentence& sentence : difference.words) words.push_back(sentence.text());
    differences.push_back({{"method", difference.contestant},
                           {"exact_match", json_of(difference.exact)},
                           {"held_out_loss", json_of(difference.held_out_loss)},
                           {"kept", json_of(difference.kept)},
                           {"words", std::move(words)}});
  }
  for (const Sentence& remark : report.remarks) remarks.push_back(remark.text());
  return {{"name", report.name},
          {"created", report.created},
          {"seeds", report.seeds},
          {"runs_left", report.runs_left},
          {"asked", report.asked},
          {"probe_items", report.probe_items},
          {"base",
           {{"exact_match", json_of(report.base_exact)},
            {"held_out_loss", json_of(report.base_loss)},
            {"probe_score", json_of(report.base_probe)}}},
          {"methods", std::move(rows)},
          {"beside_the_first", std::move(differences)},
          {"counts", std::move(counts)},
          {"pairs", std::move(pairs)},
          {"remarks", std::move(remarks)}};
}

Status write_duel_report(const std::filesystem::path& folder, const DuelState& state) {
  const DuelReport report = report_of(state);
  LIFT_RETURN_IF_ERROR(write_json_file(folder / "report.json", to_json(report), BrokenText::Replace));
  return write_file_atomically(folder / kDuelReportName, html_of(report, state));
}

}   // namespace lift
