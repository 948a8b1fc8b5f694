#include "ui/engine/spectra_survey.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

// Between looks at what a training matrix has become; where a look costs much, at most one part in twenty of the run.
constexpr qint64 kLookAgainMs = 4000, kCostShare = 20;

}   // namespace

SpectraSurvey::SpectraSurvey(Studio& studio, QObject* parent) : QObject(parent), studio_(studio) {
  connect(&studio_, &Studio::modelChanged, this, &SpectraSurvey::restart);
  connect(&studio_, &Studio::deltaChanged, this, [this] {
    now_.reset();
    askNow();
  });
  connect(&studio_.run(), &RunMonitor::changed, this, &SpectraSurvey::lookAgain);
  connect(&studio_.run(), &RunMonitor::finished, this, &SpectraSurvey::askBase);
}

void SpectraSurvey::restart() {
  ++survey_;
  bases_.clear();
  now_.reset();
  Q_EMIT restarted();
  askBase();
}

void SpectraSurvey::setWatched(bool watched) {
  watched_ = watched;
  askNow();
  askBase();
}

void SpectraSurvey::setCurrent(lift::MatrixId id, std::function<bool(lift::MatrixId)> shown) {
  current_ = id;
  shown_ = std::move(shown);
  askNow();
  askBase();
}

bool SpectraSurvey::complete() const {
  return studio_.model() && std::ssize(bases_) == studio_.model()->config.matrix_count();
}

const lift::Spectrum* SpectraSurvey::now() const { return now_ && now_->first == current_ ? &now_->second : nullptr; }

bool SpectraSurvey::inRun() const { return studio_.run().active(); }

bool SpectraSurvey::differsFromBase() const {
  return inRun() ? studio_.run().step() > 0 && studio_.runsOpenModel() : studio_.differsFromBase();
}

// What is looked at, what is shown beside it, its layer, the rest. Beside a run the last two wait for their time.
std::optional<lift::MatrixId> SpectraSurvey::next() const {
  std::array<std::optional<lift::MatrixId>, 4> first;
  const std::vector<lift::Projection> of_layer = studio_.model()->config.layer.matrices();
  for (std::int32_t layer = 0; layer < studio_.model()->config.layer_count; ++layer)
    for (const lift::Projection projection : of_layer) {
      const lift::MatrixId id{layer, projection};
      if (bases_.contains(id) || !studio_.model()->config.has(id)) continue;
      const std::size_t rank = id == current_ ? 0 : isShown(id) ? 1 : layer == current_.layer ? 2 : 3;
      if (!first[rank]) first[rank] = id;
    }
  const bool rests = inRun() && rested_.isValid() && !rested_.hasExpired(rest_ms_);
  for (std::size_t rank = 0; rank < (rests ? 2 : first.size()); ++rank)
    if (first[rank]) return first[rank];
  return {};
}

void SpectraSurvey::askBase() {
  if (asking_base_ || !watched_ || !studio_.model() || (inRun() && !studio_.runsOpenModel())) return;
  const auto id = next();
  if (!id) return;
  asking_base_ = true;
  studio_.engine().submit(
      {tr("Computing singular values"), {}, true, true}, this,
      [id = *id](lift::Session& session, const lift::TaskContext& task) {
        return session.base_spectra(std::span(&id, 1), task);
      },
      [this, id = *id, survey = survey_,
       cost_ms = studio_.engine().betweenStepsMs()](lift::Result<std::vector<lift::Spectrum>> spectra) {
        asking_base_ = false;
        rest_ms_ = kCostShare * (studio_.engine().betweenStepsMs() - cost_ms);
        rested_.start();
        if (survey == survey_) {
          if (!spectra.ok()) return;
          bases_[id] = std::move(spectra->front());
          Q_EMIT baseTaken(id);
        }
        askBase();
      });
}

void SpectraSurvey::askNow() {
  if (!studio_.model() || !differsFromBase()) {
    now_.reset();
    Q_EMIT nowChanged();
    return;
  }
  if (!watched_ || asking_now_) return;
  asking_now_ = true;
  studio_.engine().submit(
      {tr("Computing the spectrum of now"), {}, true}, this,
      [id = current_](lift::Session& session, const lift::TaskContext& task) {
        return session.spectra(std::span(&id, 1), task);
      },
      [this, id = current_, survey = survey_](lift::Result<std::vector<lift::Spectrum>> spectra) {
        asking_now_ = false;
        if (spectra.ok() && survey == survey_) now_.emplace(id, std::move(spectra->front()));
        if (id != current_) askNow();
        Q_EMIT nowChanged();
      });
}

void SpectraSurvey::lookAgain() {
  if (!watched_ || !inRun() || !studio_.runsOpenModel()) return;
  askBase();
  const std::int64_t step = studio_.run().step(), cost_ms = studio_.engine().betweenStepsMs();
  if (step == 0 || step == looked_step_) return;
  if (looked_.isValid() && !looked_.hasExpired(std::max(kLookAgainMs, kCostShare * (cost_ms - looked_cost_ms_))))
    return;
  looked_.start();
  looked_step_ = step;
  looked_cost_ms_ = cost_ms;
  askNow();
  Q_EMIT looksAgain();
}

}   // namespace ui
