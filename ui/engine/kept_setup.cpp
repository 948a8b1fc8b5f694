#include "ui/engine/kept_setup.h"

#include <nlohmann/json.hpp>

#include "ui/item_models/words.h"
#include "ui/settings/settings.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kAfterMs = 400;

QString recipeKey() { return u"setup/recipe"_s; }
// Set while the restored model is being opened: a window that ends then (too little memory, say) does not try again.
QString openingKey() { return u"setup/opening"_s; }
QString queueKey() { return u"runs/queue"_s; }
QString unfinishedKey() { return u"runs/unfinished"_s; }

QString text(const std::string& value) { return QString::fromStdString(value); }

// What can't be read any more, of another version say, is left out.
std::optional<lift::Recipe> recipeIn(const nlohmann::json& value) {
  auto recipe = lift::recipe_from_json(value, "settings.ini");
  return recipe.ok() ? std::optional(*std::move(recipe)) : std::nullopt;
}

std::vector<lift::Recipe> recipesIn(const QString& kept) {
  std::vector<lift::Recipe> recipes;
  const auto list = nlohmann::json::parse(kept.toStdString(), nullptr, false);
  if (!list.is_array()) return recipes;
  for (const auto& one : list)
    if (auto recipe = recipeIn(one)) recipes.push_back(*std::move(recipe));
  return recipes;
}

bool isThere(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

}   // namespace

KeptSetup::KeptSetup(Studio& studio, Settings& settings, QObject* parent)
    : QObject(parent), studio_(studio), settings_(settings) {
  restoreSetup();
  studio_.queue().restore(recipesIn(settings_.value(queueKey()).toString()));
  later_.setSingleShot(true);
  later_.setInterval(kAfterMs);
  connect(&later_, &QTimer::timeout, this, &KeptSetup::keepSetup);
  connect(&studio_, &Studio::recipeChanged, &later_, QOverload<>::of(&QTimer::start));
  connect(&studio_, &Studio::modelChanged, this, [this] {
    settings_.setValue(openingKey(), false);
    settings_.save();
  });
  connect(&studio_.queue(), &RunQueue::changed, this, &KeptSetup::keepQueue);
  connect(&studio_.run(), &RunMonitor::announced, this, &KeptSetup::followRun);
  connect(&studio_.run(), &RunMonitor::finished, this, &KeptSetup::followRun);
}

KeptSetup::~KeptSetup() {
  settings_.setValue(openingKey(), false);   // whoever closes the window while a model loads has lost nothing
  if (later_.isActive()) keepSetup();
}

void KeptSetup::restoreSetup() {
  const auto value = nlohmann::json::parse(settings_.value(recipeKey()).toString().toStdString(), nullptr, false);
  if (!value.is_object()) return;
  auto recipe = recipeIn(value);
  if (!recipe) return;
  if (!recipe->model.empty() && !isThere(recipe->model)) {
    missing_ = tr("The model of last time is not there any more: %1").arg(pathWords(text(recipe->model)));
    recipe->model.clear();
  } else if (!recipe->model.empty() && settings_.value(openingKey(), false).toBool()) {
    missing_ = tr("The window ended last time while %1 was opened, so it was not opened again by itself.")
                   .arg(modelWords(text(recipe->model)));
    recipe->model.clear();
  }
  settings_.setValue(openingKey(), !recipe->model.empty());
  settings_.save();
  studio_.restoreRecipe(*recipe);
}

void KeptSetup::keepSetup() {
  settings_.setValue(recipeKey(), text(lift::to_json(studio_.recipe()).dump()));
  settings_.save();
}

void KeptSetup::keepQueue() {
  nlohmann::json list = nlohmann::json::array();
  for (const lift::Recipe& recipe : studio_.queue().recipesWaiting()) list.push_back(lift::to_json(recipe));
  settings_.setValue(queueKey(), text(list.dump()));
}

// Written when the run begins: what kills the window asks nobody.
void KeptSetup::followRun() {
  const RunMonitor& run = studio_.run();
  const bool open = run.active() || run.stage() == RunStage::Stopped || run.stage() == RunStage::Failed;
  settings_.setValue(unfinishedKey(), open && run.begin() ? text(run.begin()->folder) : QString());
  settings_.save();
}

std::optional<std::filesystem::path> KeptSetup::unfinishedRun() const {
  const std::string folder = settings_.value(unfinishedKey()).toString().toStdString();
  if (folder.empty() || !isThere(folder)) return std::nullopt;
  return folder;
}

void KeptSetup::letGo() {
  settings_.setValue(unfinishedKey(), QString());
  settings_.save();
}

}   // namespace ui
