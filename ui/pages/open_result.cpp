#include "ui/pages/open_result.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include "ui/dialogs/questions.h"
#include "ui/engine/studio.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct OpenResult {
  Q_DECLARE_TR_FUNCTIONS(OpenResult)
};

// A run's delta brings its recipe along, and so its base; everything else is for the model that is open.
void open(Studio& studio, const QString& chosen) {
  const QFileInfo file(chosen);
  if (file.isFile()) {
    auto recipe = lift::read_recipe(file.dir().filePath(u"recipe.json"_s).toStdString());
    if (recipe.ok()) return studio.openDelta(*recipe, chosen.toStdString());
  }
  const bool in_adapter =
      file.fileName() == "adapter_model.safetensors"_L1 || file.fileName() == "adapter_config.json"_L1;
  studio.openDelta(studio.recipe(), (in_adapter ? file.path() : chosen).toStdString());
}

}   // namespace

void openResult(QAbstractButton& button, Studio& studio) {
  auto* menu = new QMenu(&button);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(u"openResultMenu"_s);
  const auto act = [&studio](const QString& chosen) { open(studio, chosen); };
  QObject::connect(menu->addAction(OpenResult::tr("Delta or adapter file…")), &QAction::triggered, &button,
                   [&button, act] {
                     askForFiles(&button, OpenResult::tr("Open a delta or an adapter"),
                                 OpenResult::tr("Deltas and adapters (*.safetensors *.gguf adapter_config.json)"),
                                 false, [act](const QStringList& chosen) { act(chosen.front()); });
                   });
  QObject::connect(menu->addAction(OpenResult::tr("Folder of an adapter or a fine-tuned model…")), &QAction::triggered,
                   &button, [&button, act] {
                     askForFolder(&button, OpenResult::tr("Open an adapter or a fine-tuned model of this base"), act);
                   });
  menu->popup(button.mapToGlobal(QPoint(0, button.height())));
}

}   // namespace ui
