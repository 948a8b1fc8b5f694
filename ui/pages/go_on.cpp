#include "ui/pages/go_on.h"

#include <algorithm>
#include <functional>

#include <QCoreApplication>

#include "ui/dialogs/questions.h"
#include "ui/engine/studio.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

namespace fs = std::filesystem;

struct GoOn {
  Q_DECLARE_TR_FUNCTIONS(GoOn)
};

bool isThere(const std::string& path) {
  std::error_code error;
  return path.empty() || fs::exists(path, error);
}

bool dataIsThere(const lift::Recipe& recipe) {
  return std::ranges::all_of(recipe.data.files, isThere) && std::ranges::all_of(recipe.data.held_out_files, isThere) &&
         std::ranges::all_of(recipe.data.replay_files, isThere) && isThere(recipe.evaluate.probe_file);
}

void askForModel(QWidget* parent, const std::string& former, const std::function<void(const QString&)>& act) {
  const QString title =
      GoOn::tr("Where does %1 lie now?").arg(QString::fromStdString(fs::path(former).filename().string()));
  if (fs::path(former).extension() != ".gguf") return askForFolder(parent, title, act);
  askForFiles(parent, title, GoOn::tr("Models (*.gguf)"), false,
              [act](const QStringList& files) { act(files.first()); });
}

}   // namespace

void goOn(QWidget* parent, Studio& studio, const fs::path& folder, const lift::MovedFiles& moved) {
  const auto recipe = lift::read_recipe(folder / "recipe.json");
  if (!recipe.ok()) return studio.resumeRun(folder);   // which says why
  const lift::Recipe now = lift::with_moved(*recipe, moved);
  if (!isThere(now.model))
    return askForModel(parent, now.model, [=, &studio](const QString& chosen) {
      goOn(parent, studio, folder, {chosen.toStdString(), moved.data_folder});
    });
  if (!dataIsThere(now) && moved.data_folder.empty())
    return askForFolder(parent, GoOn::tr("In which folder does the run's data lie now?"),
                        [=, &studio](const QString& chosen) {
                          goOn(parent, studio, folder, {moved.model, chosen.toStdString()});
                        });
  studio.resumeRun(folder, moved);   // what is still missing is said by its name
}

void offerToGoOn(Banner& banner, QWidget* parent, Studio& studio, const fs::path& folder) {
  const auto recipe = lift::read_recipe(folder / "recipe.json");
  if (!recipe.ok()) return;
  const QString word = !isThere(recipe->model) ? GoOn::tr("Choose the model…")
                       : !dataIsThere(*recipe) ? GoOn::tr("Choose the data…")
                                               : GoOn::tr("Try again");
  auto* action = banner.addAction(word);
  action->setObjectName(u"tryAgain"_s);
  QObject::connect(action, &WordButton::clicked, parent, [=, &studio] { goOn(parent, studio, folder); });
}

}   // namespace ui
