#include "ui/pages/settings_page.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/dialogs/questions.h"
#include "ui/item_models/words.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kFieldWidth = 240, kWidestCard = 760;

}   // namespace

// Text columns don't grow with the window.
void SettingsPage::place(QWidget* card) {
  card->setMaximumWidth(kWidestCard);
  column()->addWidget(card);
}

SettingsPage::SettingsPage(Settings& settings, const QString& runs_directory, QWidget* parent)
    : PageFrame(tr("Settings"), tr("How the program looks and where it keeps things."), parent), settings_(settings) {
  setObjectName(u"settingsPage"_s);
  makeLooks();
  makeFolders(runs_directory);
  auto* card = new Card(tr("Help"), this);
  auto* keys = new Button(tr("Keyboard shortcuts"), Button::Kind::Normal, card);
  auto* about = new Button(tr("About LIFT Studio"), Button::Kind::Normal, card);
  connect(keys, &Button::clicked, this, &SettingsPage::shortcutsRequested);
  connect(about, &Button::clicked, this, &SettingsPage::aboutRequested);
  auto* line = new QHBoxLayout;
  line->addWidget(keys);
  line->addWidget(about);
  line->addStretch();
  card->body()->addLayout(line);
  place(card);
  column()->addStretch(1);
}

void SettingsPage::makeLooks() {
  auto* card = new Card(tr("Looks"), this);
  auto* form = new QFormLayout;
  auto* theme = new SegmentedSwitch(tr("Theme"), {tr("as the system"), tr("light"), tr("dark")}, card);
  theme->setObjectName(u"theme"_s);
  theme->setCurrent(static_cast<int>(settings_.theme()));
  connect(theme, &SegmentedSwitch::currentChanged, this,
          [this](int index) { settings_.setTheme(static_cast<Theme::Mode>(index)); });
  form->addRow(tr("Theme"), theme);
  auto* language = new ComboBox(card);
  for (const auto& [code, name] :
       {std::pair{"", tr("as the system")}, {"en", u"English"_s}, {"de", u"Deutsch"_s}, {"zh_CN", u"简体中文"_s}})
    language->addItem(name, QString::fromLatin1(code));
  language->setCurrentIndex(std::max(0, language->findData(settings_.language())));
  connect(language, &QComboBox::activated, this, [this, language] {
    settings_.setLanguage(language->currentData().toString());
    banner().say(Banner::Kind::Info, tr("The language changes when the program starts again."));
    auto* again = banner().addAction(tr("Start again now"));
    again->setObjectName(u"startAgain"_s);
    connect(again, &WordButton::clicked, this, &SettingsPage::restartRequested);
  });
  form->addRow(tr("Language"), language);
  auto* motion = new QCheckBox(tr("Reduce motion"), card);
  motion->setChecked(settings_.reduceMotion());
  connect(motion, &QCheckBox::toggled, this, [this](bool on) { settings_.setReduceMotion(on); });
  form->addRow(QString(), motion);
  language->setFixedWidth(kFieldWidth);
  for (QWidget* field : std::initializer_list<QWidget*>{theme, language})
    form->labelForField(field)->setMinimumHeight(field->sizeHint().height());   // in line with its field
  form->setHorizontalSpacing(measure::kPageMargin);
  form->setVerticalSpacing(measure::kGap);
  form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
  card->body()->addLayout(form);
  place(card);
}

void SettingsPage::makeFolders(const QString& runs_directory) {
  auto* card = new Card(tr("Folders"), this);
  auto* runs = new KeyValueRow(tr("Runs"), pathWords(runs_directory), card, true);
  card->body()->addWidget(runs);
  for (const QString& folder : settings_.recent(u"folders"_s))
    card->body()->addWidget(new KeyValueRow(tr("Models"), pathWords(folder), card, true));
  auto* line = new QHBoxLayout;
  auto* open = new Button(tr("Open the runs' folder"), Button::Kind::Normal, card);
  connect(open, &Button::clicked, this,
          [runs_directory] { QDesktopServices::openUrl(QUrl::fromLocalFile(runs_directory)); });
  auto* add = new Button(tr("Add a folder with models…"), Button::Kind::Normal, card);
  connect(add, &Button::clicked, this, [this, card] {
    askForFolder(this, tr("A folder with models"), [this, card](const QString& folder) {
      settings_.addRecent(u"folders"_s, folder);
      card->body()->insertWidget(1, new KeyValueRow(tr("Models"), pathWords(folder), card, true));
      Q_EMIT modelFolderAdded(folder);
    });
  });
  line->addWidget(open);
  line->addWidget(add);
  line->addStretch();
  card->body()->addLayout(line);
  place(card);
}

}   // namespace ui
