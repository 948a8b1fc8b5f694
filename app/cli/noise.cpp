// lift noise: the same noise on what each criterion chooses, and how much worse the model becomes.
#include <cmath>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/cli/matrix_choice.h"
#include "app/cli/model_options.h"
#include "app/cli/recipe_options.h"

namespace lift::cli {

namespace {

struct NoiseOptions {
  ModelOptions model;
  MatrixChoiceOptions matrices;
  NoiseTest test;
  std::vector<std::string> data, map;
  std::string probe;
};

nlohmann::json json_of(const NoiseMeasure& measure) {
  return {{"loss", std::isfinite(measure.loss) ? nlohmann::json(measure.loss) : nlohmann::json()},
          {"probe", measure.probe ? nlohmann::json(*measure.probe) : nlohmann::json()}};
}

struct Mean {
  double loss = 0, low = INFINITY, high = -INFINITY, probe = 0;
  std::int64_t count = 0;
};

void print(const NoiseReport& report, const NoiseTest& test) {
  const auto probe = [&](double value) {
    return report.base.probe ? fmt::format("{:>10.1f} %", 100 * value) : std::string();
  };
  fmt::print("{:<14}{:>10}{:>12}{:>24}{}\n", "noise on", "deviation", "loss", "of the seeds",
             report.base.probe ? fmt::format("{:>12}", "probe") : "");
  fmt::print("{:<14}{:>10}{:>12.4f}{:>24}{}\n", "nothing", "", report.base.loss, "",
             probe(report.base.probe.value_or(0)));
  for (const std::string& criterion : test.criteria)
    for (const double scale : test.scales) {
      Mean mean;
      for (const NoisePoint& point : report.points)
        if (point.criterion == criterion && point.scale == scale) {
          mean.loss += point.measure.loss, ++mean.count, mean.probe += point.measure.probe.value_or(0);
          mean.low = std::min(mean.low, point.measure.loss), mean.high = std::max(mean.high, point.measure.loss);
        }
      const auto count = static_cast<double>(std::max<std::int64_t>(1, mean.count));
      fmt::print("{:<14}{:>10g}{:>12.4f}{:>24}{}\n", criterion, scale, mean.loss / count,
                 fmt::format("{:.4f} to {:.4f}", mean.low, mean.high), probe(mean.probe / count));
    }
  fmt::print("\n{} weights got noise each time; {} seeds.\n", human_count(report.entries), test.seeds);
}

int run(NoiseOptions given, const Options& options) {
  ConsoleTask console(options);
  InterruptGuard guard(nullptr);
  Session session(session_options(options, console, given.model.threads));
  if (Status status = apply(given.matrices, given.test.selection); !status.ok()) return fail(options, status.error());
  if (Status status = open(session, given.model, console.context()); !status.ok()) return fail(options, status.error());
  DataConfig data;
  data.files = data.held_out_files = given.data;
  if (Status status = apply_map(given.map, data.column_map); !status.ok()) return fail(options, status.error());
  if (const auto opened = session.open_data(data, console.context()); !opened.ok())
    return fail(options, opened.error());
  if (!given.probe.empty()) given.test.probe_file = resolve_probe(given.probe);
  const auto report = session.test_noise(given.test, console.context());
  if (!report.ok()) return fail(options, report.error());
  if (!options.json) {
    print(*report, given.test);
    return kSuccess;
  }
  nlohmann::json points = nlohmann::json::array();
  for (const NoisePoint& point : report->points) {
    nlohmann::json one = json_of(point.measure);
    one["criterion"] = point.criterion, one["deviation"] = point.scale, one["seed"] = point.seed;
    points.push_back(std::move(one));
  }
  print_json({{"entries", report->entries}, {"base", json_of(report->base)}, {"points", std::move(points)}});
  return kSuccess;
}

void add(CLI::App& parent, Options& options, std::vector<std::pair<CLI::App*, Body>>& bodies) {
  auto* app = parent.add_subcommand("noise", "Why these weights: the same noise on what each criterion chooses");
  auto given = std::make_shared<NoiseOptions>();
  add_model_options(*app, given->model, true, true);
  app->add_option("--data", given->data, "Rows whose responses' loss is measured")->required();
  app->add_option("--map", given->map, "Columns by hand: role=column");
  app->add_option("--rows", given->test.held_out_rows, "So many of them; 0: all")->capture_default_str();
  app->add_option("--probe", given->probe, "Choice questions that are asked too, or \"shipped\"");
  add_matrix_choice(*app, given->matrices);
  app->add_option("-r,--rank", given->test.selection.rank, "Rank R of the approximation W_r")->capture_default_str();
  app->add_option("--density", given->test.selection.density, "Share of every matrix that gets noise")
      ->capture_default_str();
  app->add_option("--criteria", given->test.criteria, "Those that look at weights alone")
      ->delimiter(',')
      ->capture_default_str();
  app->add_option("--deviations", given->test.scales, "Standard deviations of the noise")
      ->delimiter(',')
      ->capture_default_str();
  app->add_option("--seeds", given->test.seeds, "Times that each is tried")->capture_default_str();
  bodies.emplace_back(app, [given, &options] { return run(*given, options); });
}

}   // namespace

extern const Verb kNoise;
const Verb kNoise{add};

}   // namespace lift::cli
