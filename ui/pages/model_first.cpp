#include "ui/pages/model_first.h"

#include <QCoreApplication>

#include "core/session/demo_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_frame.h"

namespace ui {

namespace {

QString words(const char* text) { return QCoreApplication::translate("ui::ModelFirst", text); }

}   // namespace

std::filesystem::path installedDemoModel() {
  const std::filesystem::path path = lift::demo_model_path();
  std::error_code ignored;
  return std::filesystem::exists(path, ignored) ? path : std::filesystem::path();
}

EmptyState& makeModelFirst(PageFrame& page, Studio& studio, const QString& icon, const QString& sentence) {
  EmptyState& empty = page.makeEmpty(icon, words(QT_TRANSLATE_NOOP("ui::ModelFirst", "Open a model first")), sentence);
  const std::filesystem::path demo = installedDemoModel();
  PrimaryButton* action =
      empty.addAction(demo.empty() ? words(QT_TRANSLATE_NOOP("ui::ModelFirst", "Choose a model"))
                                   : words(QT_TRANSLATE_NOOP("ui::ModelFirst", "Open the demo model")));
  QObject::connect(action, &PrimaryButton::clicked, &page, [&studio, demo] {
    if (demo.empty()) Q_EMIT studio.stageRequested(Stage::Model);
    else studio.openModel(demo);
  });
  const auto follow = [&studio, &page, action] {
    action->setMissing(studio.openingModel() ? words(QT_TRANSLATE_NOOP("ui::ModelFirst", "Loading the model…"))
                                             : QString());
    page.showEmpty(!studio.model() && !studio.run().active());
  };
  for (const auto signal : {&Studio::modelChanged, &Studio::modelOpening})
    QObject::connect(&studio, signal, &page, follow);
  QObject::connect(&studio.run(), &RunMonitor::stageChanged, &page, follow);
  follow();
  return empty;
}

}   // namespace ui
