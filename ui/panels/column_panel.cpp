#include "ui/panels/column_panel.h"

#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVBoxLayout>

#include "ui/widgets/buttons.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString text(const std::string& value) { return QString::fromStdString(value); }

}   // namespace

ColumnPanel::ColumnPanel(Studio& studio, QWidget* parent) : Card(tr("Columns"), parent), studio_(studio) {
  setObjectName(u"columns"_s);
  words_ = new Text(
      tr("Which column is asked, and which is the answer? Filled in by what the columns are called and what is in "
         "them. Change what is wrong."),
      TextRole::Body, Tone::HeldOut, this);
  words_->setWordWrap(true);
  body()->addWidget(words_);
  auto* form = new QFormLayout;
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  layout_ = addChoice(form, tr("Layout"), u"layout"_s);
  for (const auto& [value, words] : {std::pair{"auto", tr("found by column names")},
                                     {"question_answer", tr("question, answer")},
                                     {"prompt_completion", tr("prompt, completion")},
                                     {"instruction", tr("instruction, input, output")},
                                     {"messages", tr("messages")}})
    layout_->addItem(words, QString::fromLatin1(value));
  connect(layout_, &QComboBox::activated, this,
          [this] { Q_EMIT changed(u"data.layout="_s + layout_->currentData().toString()); });
  makeRoles(form);
  makeForms(form);
  body()->addLayout(form);
  use_ = new PrimaryButton(tr("Use these columns"), this);
  use_->setObjectName(u"useColumns"_s);
  connect(use_, &PrimaryButton::clicked, this, [this] { use(shown_); });
  body()->addWidget(use_);
  body()->addStretch();
  connect(&studio_, &Studio::recipeChanged, this, &ColumnPanel::show);
  connect(&studio_, &Studio::dataChanged, this, &ColumnPanel::show);
  show();
}

ComboBox* ColumnPanel::addChoice(QFormLayout* form, const QString& name, const QString& object) {
  auto* box = new ComboBox(this);
  box->setObjectName(object);
  box->setAccessibleName(name);
  box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  form->addRow(name, box);
  form->labelForField(box)->setMinimumHeight(measure::kControlHeight);   // in line with its field
  return box;
}

void ColumnPanel::makeRoles(QFormLayout* form) {
  for (const auto& [role, words] : {std::pair{"prompt", tr("Prompt")},
                                    {"input", tr("Input")},
                                    {"response", tr("Response")},
                                    {"system", tr("System")},
                                    {"messages", tr("Messages")}}) {
    ComboBox* box = addChoice(form, words, u"role_"_s + QString::fromLatin1(role));
    roles_[role] = box;
    connect(box, &QComboBox::activated, this, [this, role = std::string(role), box] {
      choose(role, box->currentIndex() <= 0 ? QString() : box->currentData().toString());
    });
  }
}

void ColumnPanel::makeForms(QFormLayout* form) {
  prompt_format_ = addChoice(form, tr("Prompt form"), u"promptFormat"_s);
  for (const auto& [value, words] : {std::pair{"auto", tr("the model's own")},
                                     {"chat", tr("chat template")},
                                     {"alpaca", tr("Alpaca")},
                                     {"plain", tr("plain text")}})
    prompt_format_->addItem(words, QString::fromLatin1(value));
  connect(prompt_format_, &QComboBox::activated, this,
          [this] { Q_EMIT changed(u"data.prompt_format="_s + prompt_format_->currentData().toString()); });
}

// A conversation has its questions and answers in one column: the others leave with it, and it with them.
void ColumnPanel::choose(const std::string& role, const QString& column) {
  Roles roles = shown_;
  if (column.isEmpty()) roles.erase(role);
  else roles[role] = column.toStdString();
  if (role == "messages" && !column.isEmpty())
    for (const char* other : {"prompt", "input", "response"}) roles.erase(other);
  if (role != "messages" && role != "system" && !column.isEmpty()) roles.erase("messages");
  use(roles);
}

void ColumnPanel::use(const Roles& roles) {
  QJsonObject map;
  for (const auto& [role, column] : roles) map[text(role)] = text(column);
  Q_EMIT changed(u"data.column_map="_s + QString::fromUtf8(QJsonDocument(map).toJson(QJsonDocument::Compact)));
}

void ColumnPanel::show() {
  const lift::DataConfig& config = studio_.recipe().data;
  const auto& data = studio_.data();
  const std::vector<std::string>& columns = data ? data->columns : studio_.columns().columns;
  shown_ = data ? data->column_map : !config.column_map.empty() ? config.column_map : studio_.columns().roles;
  layout_->setCurrentIndex(layout_->findData(text(config.layout)));
  prompt_format_->setCurrentIndex(prompt_format_->findData(text(config.prompt_format)));
  for (auto& [role, box] : roles_) {
    box->clear();
    box->addItem(tr("none"));
    for (const std::string& column : columns) box->addItem(text(column), text(column));
    const auto found = shown_.find(role);
    if (found == shown_.end()) continue;
    if (box->findData(text(found->second)) < 0)
      box->addItem(tr("%1 (not in the files)").arg(text(found->second)), text(found->second));
    box->setCurrentIndex(box->findData(text(found->second)));
  }
  words_->setVisible(!data && !columns.empty());
  use_->setVisible(!data && !shown_.empty() && shown_ != config.column_map);
  setVisible(!config.files.empty() && (data || !columns.empty()));
}

}   // namespace ui
