#include "ui/panels/file_list.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/item_models/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

FileList::FileList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {
  column_->setContentsMargins(0, 0, 0, 0);
  column_->setSpacing(2);
  hide();
}

void FileList::setFiles(const std::vector<std::string>& files) {
  if (files == files_) return;
  files_ = files;
  while (QLayoutItem* item = column_->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();   // it may be what was just pressed
    delete item;
  }
  for (const std::string& file : files) addRow(QString::fromStdString(file));
  setVisible(!files.empty());
}

void FileList::addRow(const QString& file) {
  auto* row = new QWidget(this);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  auto* place = new Text({}, TextRole::Mono, Tone::Text, row);
  place->setElide(Qt::ElideMiddle);
  place->setFullText(pathWords(file));
  auto* away = new WordButton(tr("take away"), row);
  away->setObjectName(u"takeAway "_s + QFileInfo(file).fileName());
  away->setAccessibleName(tr("Take away %1").arg(QFileInfo(file).fileName()));
  connect(away, &WordButton::clicked, this, [this, file] { Q_EMIT takenAway(file); });
  line->addWidget(place, 1);
  line->addWidget(away);
  column_->addWidget(row);
}

}   // namespace ui
