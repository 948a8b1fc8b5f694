#include "ui/pages/save_run.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QMenu>
#include <QPointer>

#include "core/session/run_page.h"
#include "ui/dialogs/questions.h"
#include "ui/engine/studio.h"
#include "ui/item_models/words.h"
#include "ui/look/sentence_words.h"
#include "ui/widgets/banner.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct SaveRun {
  Q_DECLARE_TR_FUNCTIONS(SaveRun)
};

void write(Studio& studio, const std::filesystem::path& folder, lift::RunFile form, const QString& target,
           QPointer<Banner> banner) {
  studio.engine().submit(
      {SaveRun::tr("Saving the run"), {}, true}, &studio,
      [=, path = std::filesystem::path(target.toStdString())](
          lift::Session& session, const lift::TaskContext&) -> lift::Result<std::filesystem::path> {
        LIFT_ASSIGN(const lift::RunHistory history, session.history(folder));
        return lift::write_run_file(history, form, path);
      },
      [banner](lift::Result<std::filesystem::path> written) {
        if (!banner) return;
        if (written.ok())
          banner->say(Banner::Kind::Done,
                      SaveRun::tr("Wrote %1").arg(pathWords(QString::fromStdString(written->string()))));
        else banner->say(Banner::Kind::Error, words(written.error()));
      });
}

}   // namespace

void saveRun(QAbstractButton& button, Studio& studio, const std::filesystem::path& folder, const QString& name,
             Banner& banner) {
  auto* menu = new QMenu(&button);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setObjectName(u"saveRunMenu"_s);
  const auto add = [&](const QString& label, lift::RunFile form, const QString& ending, const QString& kinds) {
    QObject::connect(
        menu->addAction(label), &QAction::triggered, &button, [=, &button, &studio, banner = QPointer(&banner)] {
          askWhereToSave(&button, label, name + ending, kinds,
                         [=, &studio](const QString& target) { write(studio, folder, form, target, banner); });
        });
  };
  add(SaveRun::tr("Page to share (HTML)…"), lift::RunFile::Page, u".html"_s, SaveRun::tr("Web pages (*.html)"));
  add(SaveRun::tr("Table of its numbers (CSV)…"), lift::RunFile::Table, u".csv"_s, SaveRun::tr("Tables (*.csv)"));
  add(SaveRun::tr("Folder for TensorBoard…"), lift::RunFile::Events, u"-tensorboard"_s, {});
  menu->popup(button.mapToGlobal(QPoint(0, button.height())));
}

}   // namespace ui
