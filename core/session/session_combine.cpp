// Several deltas of the open base as one.
#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/delta_algebra.h"
#include "core/checkpoint/delta_file.h"
#include "core/exchange/delta_import.h"
#include "core/io/new_file.h"
#include "core/session/session_impl.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

struct OpenDeltas {
  std::vector<Delta> deltas;
  std::vector<NamedDelta> named;
  std::vector<Sentence> told;
};

Result<OpenDeltas> open_deltas(const OpenModel& model, const std::vector<fs::path>& files, const Manifest& passport,
                               const TaskContext& task) {
  OpenDeltas open;
  for (const fs::path& file : files) {
    if (is_importable(file)) {
      LIFT_ASSIGN(ImportedDelta imported, import_delta(model.lm(), model.path, file, passport, task));
      open.deltas.push_back(std::move(imported.delta));
      std::ranges::move(imported.told, std::back_inserter(open.told));
    } else {
      LIFT_ASSIGN(Delta delta, read_delta(file, task));
      open.deltas.push_back(std::move(delta));
    }
  }
  for (std::size_t i = 0; i < files.size(); ++i) open.named.push_back({files[i].string(), &open.deltas[i]});
  return open;
}

// What it was made of, where a run's delta has its recipe. Names of files, no places.
std::string origin_json(const std::vector<fs::path>& files, const Combination& how, const OpenDeltas& open) {
  nlohmann::json sources = nlohmann::json::array();
  for (std::size_t i = 0; i < files.size(); ++i)
    sources.push_back({{"file", files[i].parent_path().filename().string() + "/" + files[i].filename().string()},
                       {"weight", how.weights.empty() ? 1.0 : how.weights[i]},
                       {"changed", open.deltas[i].manifest.changed()}});
  nlohmann::json combined{{"by", std::string(name_of(how.by))}, {"of", std::move(sources)}};
  if (how.keep < 1) combined["keep"] = how.keep;
  if (how.by == CombineBy::DareLinear || how.by == CombineBy::DareTies) combined["seed"] = how.seed;
  return nlohmann::json{{"combined", std::move(combined)}}.dump();
}

}   // namespace

Result<ImportReport> Session::combine_deltas(const std::vector<fs::path>& deltas, const Combination& how,
                                             const fs::path& target, const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_base_alone(target));
  LIFT_RETURN_IF_ERROR(check_new_file(target));
  return catch_exceptions(target.string(), [&]() -> Result<ImportReport> {
    LIFT_ASSIGN(Manifest passport, passport_of(*impl_->model, task));
    LIFT_ASSIGN(OpenDeltas open, open_deltas(*impl_->model, deltas, passport, task));
    passport.recipe_json = origin_json(deltas, how, open);
    LIFT_ASSIGN(Delta made, lift::combine_deltas(impl_->model->lm(), open.named, how, std::move(passport), task));
    Sentence title = say("{} of {} deltas", std::string(name_of(how.by)), deltas.size());
    return write_new_delta(target, {std::move(made), std::move(title), std::move(open.told)}, task);
  });
}

Result<std::vector<TensorCollision>> Session::delta_collisions(const std::vector<fs::path>& deltas,
                                                               const TaskContext& task) {
  LIFT_RETURN_IF_ERROR(impl_->need_base_alone(deltas.empty() ? fs::path() : deltas.front()));
  return catch_exceptions(say("deltas"), [&]() -> Result<std::vector<TensorCollision>> {
    LIFT_ASSIGN(const Manifest passport, passport_of(*impl_->model, task));
    LIFT_ASSIGN(const OpenDeltas open, open_deltas(*impl_->model, deltas, passport, task));
    return collisions_of(impl_->model->lm(), open.named, passport, task);
  });
}

}   // namespace lift
