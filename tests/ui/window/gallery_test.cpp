// Every widget and plot with realistic data, and the window around two composed pages, light and dark. LIFT_SHOTS names
// a folder for the pictures; without it they are drawn and judged for size and ink only.
#include <QDir>
#include <QFile>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <random>

#include "tests/support/paths.h"
#include "tests/ui/support/banded_matrix.h"
#include "tests/ui/support/ui_test.h"
#include "ui/plots/heat_map_overview.h"
#include "ui/plots/histogram.h"
#include "ui/plots/line_plot.h"
#include "ui/plots/spectrum_plot.h"
#include "ui/plots/tile_heat_map.h"
#include "ui/settings/settings.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/file_drop_area.h"
#include "ui/widgets/metric_card.h"
#include "ui/widgets/page_frame.h"
#include "ui/widgets/reflow_row.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/segmented_switch.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/table_view.h"
#include "ui/widgets/text.h"
#include "ui/window/main_window.h"
#include "ui/window/stage_rail.h"
#include "ui/window/status_strip.h"
#include "ui/window/title_strip.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

QJsonObject real_spectra() {
  QFile file(QString::fromStdString(lift::test::golden("ui/spectra.json").string()));
  if (!file.open(QIODevice::ReadOnly)) return {};
  return QJsonDocument::fromJson(file.readAll()).object();
}

std::vector<float> wave(int count, double base, double swing) {
  std::mt19937 random(7);
  std::normal_distribution<double> noise(0, swing);
  std::vector<float> values;
  for (int i = 0; i < count; ++i) values.push_back(float(base + noise(random)));
  return values;
}

QWidget* side_panel(QWidget* parent) {
  auto* side = new SidePanelFrame(parent);
  side->addSection(u"Run preview"_s);
  for (const auto& [name, value] :
       std::initializer_list<std::pair<QString, QString>>{{u"Method"_s, u"LIFT, R 16, 5 %"_s},
                                                          {u"Trainable"_s, u"5,308,260 weights"_s},
                                                          {u"Rows"_s, u"7,441 kept · 32 truncated"_s},
                                                          {u"Batch"_s, u"8 × 1 = 8"_s},
                                                          {u"Steps"_s, u"930 (1 epoch)"_s},
                                                          {u"Learning rate"_s, u"5e-4, linear"_s},
                                                          {u"Delta on disk"_s, u"≈ 16 MB"_s}})
    side->column()->addWidget(new KeyValueRow(name, value));
  side->addSection(u"Memory plan"_s);
  const Colours& c = colours();
  auto* bar = new StackedBar;
  const std::vector<StackedBar::Part> parts{{u"weights"_s, 270, c.base, u"270 MiB"_s},
                                            {u"masters, moments"_s, 85, c.accent, u"85 MiB"_s},
                                            {u"activations"_s, 980, c.held_out, u"980 MiB"_s},
                                            {u"refresh"_s, 18, c.good, u"18 MiB"_s},
                                            {u"libraries"_s, 310, c.muted, u"310 MiB"_s}};
  bar->setParts(parts, 6000);
  side->column()->addWidget(bar);
  auto* fits = new KeyValueRow(u"peak 1.6 GiB of 21.8 free"_s);
  fits->setValue(u"fits"_s, Tone::Good);
  side->column()->addWidget(fits);
  for (const auto& part : parts) {
    auto* row = new KeyValueRow(part.name, part.words, nullptr, true);
    row->setDot(part.colour);
    side->column()->addWidget(row);
  }
  side->bottom()->addWidget(new KeyValueRow(u"Time, first guess"_s, u"≈ 26 min"_s));
  side->bottom()->addWidget(new KeyValueRow(u"Disk"_s, u"0.3 of 78 GB"_s));
  side->bottom()->addWidget(new PrimaryButton(u"Continue to training"_s));
  auto* keys = new Text(u"Ctrl+Return"_s, TextRole::Small, Tone::Muted);
  keys->setAlignment(Qt::AlignCenter);
  side->bottom()->addWidget(keys);
  return side;
}

QWidget* selection_page(QObject* keeper) {
  const QJsonObject data = real_spectra();
  auto* page = new PageFrame(u"Selection"_s,
                             u"Which weights will learn: the largest entries of each matrix after rank reduction."_s);
  auto* spectra = new Card(u"Singular values"_s);
  auto* plot = new SpectrumPlot(u"Singular values"_s);
  std::vector<SpectrumPlot::Curve> curves;
  std::vector<Legend::Entry> names;
  int index = 0;
  for (const QString& name : data[u"spectra"_s].toObject().keys()) {
    SpectrumPlot::Curve curve{name, {}, 0, false, index};
    for (const auto& value : data[u"spectra"_s].toObject()[name].toArray())
      curve.singular_values.push_back(float(value.toDouble()));
    names.push_back({name, colours().series[std::size_t(index++)]});
    curves.push_back(std::move(curve));
  }
  plot->setCurves(std::move(curves));
  plot->setRank(16);
  spectra->addControl(new WordButton(u"energy"_s));
  spectra->addControl(new SegmentedSwitch(u"Scale"_s, {u"log"_s, u"linear"_s}));
  spectra->addControl(new IconButton(u"expand"_s, u"Open large"_s));
  spectra->body()->addWidget(plot, 1);
  auto* legend = new Legend;
  legend->setEntries(names);
  spectra->body()->addWidget(legend);
  spectra->setMinimumHeight(300);

  auto* settings = new Card(u"What will train"_s);
  auto* rank = new SliderField(u"Rank R of the approximation"_s, {1, 256, true, 1, 2});
  rank->setValue(16);
  auto* density = new SliderField(u"Density"_s, {0.1, 20, true, 0, 2});
  density->setValue(5);
  density->setSuffix(u" %"_s);
  settings->body()->addWidget(rank);
  settings->body()->addWidget(density);
  settings->body()->addWidget(new KeyValueRow(u"Layers, projections"_s, u"all 30, all 7"_s));
  auto* advice = new Inset;
  advice->body()->addWidget(new Text(u"Advice: R = 16, 5 %"_s, TextRole::Strong));
  auto* why = new Text(
      u"The first 16 values hold 14 % of the energy; q and k of layer 0 hold 70 %. More rank changes 9 % of the "
      u"selection."_s,
      TextRole::Body, Tone::Muted);
  why->setWordWrap(true);
  advice->body()->addWidget(why);
  auto* words = new QHBoxLayout;
  words->addWidget(new WordButton(u"Use"_s, nullptr, Tone::Accent));
  words->addWidget(new WordButton(u"Why?"_s, nullptr, Tone::Accent));
  words->addStretch();
  advice->body()->addLayout(words);
  settings->body()->addWidget(advice);
  settings->body()->addStretch();
  settings->setMinimumWidth(290);
  settings->setMaximumWidth(380);
  auto* first = new QHBoxLayout;
  first->setSpacing(measure::kGapLarge);
  first->addWidget(spectra, 3);
  first->addWidget(settings, 2);
  page->column()->addLayout(first);

  auto* overview = new Card(u"Energy in the first 16"_s);
  overview->setNote(u"layer × projection"_s);
  auto* grid = new HeatMapOverview(u"Energy in the first 16"_s);
  std::vector<double> energy;
  for (const auto& value : data[u"energy_in_16"_s].toArray()) energy.push_back(value.toDouble());
  grid->setValues(30, {u"q"_s, u"k"_s, u"v"_s, u"o"_s, u"gate"_s, u"up"_s, u"down"_s}, energy);
  grid->setLimits(0, 0.5);
  grid->setValueWords([](double share) { return QLocale().toString(100 * share, 'f', 0) + u" %"_s; });
  grid->setCurrent(12, 6);
  overview->body()->addWidget(grid, 1);
  overview->setFixedWidth(288);
  overview->setMinimumHeight(400);
  auto* tiles = new Card(u"Layer 12 · down_proj"_s);
  tiles->setNote(u"2,936,013 of 58,720,256 selected"_s);
  tiles->addControl(new SegmentedSwitch(u"Value"_s, {u"selected"_s, u"|W|"_s, u"|Wᵣ|"_s}));
  tiles->addControl(new IconButton(u"expand"_s, u"Open large"_s));
  auto* map = new TileHeatMap(u"Layer 12 · down_proj"_s);
  map->setObjectName(u"tiles"_s);
  map->setMatrix(new test::BandedSource(test::BandedMatrix(4096, 14336), keeper), 4096, 14336);
  tiles->body()->addWidget(map, 1);
  auto* foot = new QHBoxLayout;
  auto* place = new Text({}, TextRole::Body, Tone::Muted);
  QObject::connect(map, &TileHeatMap::placeChanged, place, [place](const QString& text) { place->setFullText(text); });
  place->setElide(Qt::ElideRight);
  foot->addWidget(place, 1);
  foot->addWidget(new Text(u"scroll to zoom to single weights"_s));
  tiles->body()->addLayout(foot);
  auto* second = new QHBoxLayout;
  second->setSpacing(measure::kGapLarge);
  second->addWidget(overview);
  second->addWidget(tiles, 1);
  page->column()->addLayout(second, 1);
  return page;
}

QWidget* train_page() {
  auto* page = new PageFrame(u"Training"_s, u"LIFT on 5,308,260 principal weights of SmolLM2-135M-Instruct."_s);
  auto* loss = new Card(u"Loss"_s);
  loss->setValue(u"loss"_s, u"1.012"_s, Tone::Accent);
  loss->setValue(u"held"_s, u"0.998"_s, Tone::HeldOut, u"held-out"_s);
  loss->addControl(new WordButton(u"EMA 0.93"_s));
  loss->addControl(new WordButton(u"linear"_s));
  loss->addControl(new WordButton(u"all"_s));
  loss->addControl(new IconButton(u"expand"_s, u"Open large"_s));
  auto* plot = new LinePlot(u"Loss"_s);
  plot->setObjectName(u"loss"_s);
  plot->setTotalSteps(930);
  const int curve = plot->addSeries(u"loss"_s, LineKind::Curve, Tone::Accent);
  const int rings = plot->addSeries(u"held-out"_s, LineKind::Rings, Tone::HeldOut);
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0, 0.06);
  for (int step = 1; step <= 420; ++step)
    plot->append(curve, step, 1.0 + 0.55 * std::exp(-step / 70.0) + noise(random));
  for (int step = 0; step <= 400; step += 50) plot->append(rings, step, 1.0 + 0.53 * std::exp(-step / 75.0));
  plot->addEvent({200, u"renewed"_s, Tone::Muted});
  plot->addEvent({400, u"renewed"_s, Tone::Muted});
  loss->body()->addWidget(plot, 1);
  loss->setMinimumHeight(292);
  auto* retention = new Card(u"Retention"_s);
  retention->setValue(u"now"_s, u"97.6 %"_s, Tone::Base);
  retention->setNote(u"ARC-easy, base = 100"_s);
  retention->addControl(new IconButton(u"expand"_s, u"Open large"_s));
  auto* kept = new LinePlot(u"Retention"_s);
  kept->setTotalSteps(930);
  kept->setValueLimits(92, 102);
  kept->setAlarm(95, u"may forget at most 5 %"_s);
  const int dots = kept->addSeries(u"retention"_s, LineKind::Dots, Tone::Base);
  double share = 100;
  for (int step = 0; step <= 400; step += 50, share -= 0.3) kept->append(dots, step, share, share - 0.6, share + 0.6);
  retention->body()->addWidget(kept, 1);
  auto* first = new QHBoxLayout;
  first->setSpacing(measure::kGapLarge);
  first->addWidget(loss, 3);
  first->addWidget(retention, 2);
  page->column()->addLayout(first, 1);
  auto* cards = new QHBoxLayout;
  cards->setSpacing(measure::kGap);
  const auto metric = [&](const QString& name, const QString& value, const QString& unit, Tone tone,
                          std::vector<float> history) {
    auto* card = new MetricCard(name, tone);
    card->setValue(value, unit);
    card->setHistory(std::move(history));
    cards->addWidget(card);
  };
  std::vector<float> rate;
  for (int i = 0; i < 93; ++i) rate.push_back(i < 8 ? float(i) : float(8 - (i - 8) * 0.05));
  metric(u"Tokens / s"_s, u"1,062"_s, {}, Tone::Accent, wave(90, 1062, 20));
  metric(u"Gradient norm"_s, u"0.84"_s, {}, Tone::Muted, wave(90, 1, 0.1));
  metric(u"Learning rate"_s, u"3.1e-4"_s, {}, Tone::Muted, rate);
  metric(u"Kept at renewal"_s, u"96.8"_s, u"%"_s, Tone::HeldOut, {90, 90, 90, 96.8f, 96.8f});
  metric(u"Memory"_s, u"1.52"_s, u"GiB"_s, Tone::Base, {1, 1, 1.5f, 1.5f, 1.52f, 1.52f});
  page->column()->addLayout(cards);
  auto* samples = new Card(u"Same question, as it learns"_s);
  samples->setNote(u"fixed prompts · every 100 steps"_s);
  auto* table = new TableView(u"Samples"_s);
  auto* rows = new QStandardItemModel(table);
  rows->setHorizontalHeaderLabels(
      {u"step"_s, u"A farmer has 17 sheep and buys 8 more, then sells 5. How many sheep are left?"_s});
  for (const auto& [step, answer] : std::initializer_list<std::pair<QString, QString>>{
           {u"base"_s, u"17 + 8 = 25. The farmer sells 5 sheep to … so 17 − 5 = 12.  ✗ 12"_s},
           {u"200"_s, u"17 + 8 = 25 sheep. 25 − 5 = 20. #### 20"_s},
           {u"400"_s, u"He has 17 + 8 = 25 sheep. After selling 5 he has 25 − 5 = 20. #### 20"_s}})
    rows->appendRow({new QStandardItem(step), new QStandardItem(answer)});
  table->setModel(rows);
  table->setStretchColumn(1);
  table->setColumnWidth(0, 70);
  table->setMinimumHeight(140);
  samples->body()->addWidget(table);
  page->column()->addWidget(samples);
  return page;
}

QWidget* widgets_page() {
  auto* page = new PageFrame(u"Widgets"_s, u"Every part once, in the states a person meets."_s);
  auto* error = new Banner;
  error->say(Banner::Kind::Error, u"The folder “runs/gsm8k-3” can no longer be written."_s,
             u"Free some space or choose another folder; the run waits, nothing is lost."_s,
             u"Io: write of 4096 bytes at offset 12288"_s);
  error->addAction(u"Try again"_s);
  auto* warning = new Banner;
  warning->say(Banner::Kind::Warning, u"32 of 7,473 rows are longer than 512 tokens and will be cut."_s);
  auto* done = new Banner;
  done->say(Banner::Kind::Done, u"Exported and checked: all 272 tensors equal, 16 of 16 answers the same."_s);
  for (Banner* banner : {error, warning, done}) page->column()->addWidget(banner);
  auto* row = new ReflowRow(700);
  auto* fields = new Card(u"Fields"_s);
  auto* combo = new ComboBox;
  combo->addItems({u"LIFT, principal weights"_s, u"Full fine-tuning"_s});
  auto* spin = new SpinBox;
  spin->setRange(0, 100000);
  spin->setValue(12500);
  auto* number = new NumberField;
  number->setRange(0, 1);
  number->setValue(5e-4);
  auto* edit = new QLineEdit;
  edit->setPlaceholderText(u"Name of the run"_s);
  auto* off = new QLineEdit(u"not now"_s);
  off->setEnabled(false);
  for (QWidget* field : {static_cast<QWidget*>(combo), static_cast<QWidget*>(spin), static_cast<QWidget*>(number),
                         static_cast<QWidget*>(edit), static_cast<QWidget*>(off)})
    fields->body()->addWidget(field);
  auto* box = new QCheckBox(u"Renew the selection while training"_s);
  box->setChecked(true);
  fields->body()->addWidget(box);
  fields->body()->addWidget(new QCheckBox(u"Keep every state"_s));
  auto* radio = new QRadioButton(u"Budget of weights"_s);
  radio->setChecked(true);
  fields->body()->addWidget(radio);
  fields->body()->addWidget(new QRadioButton(u"Density in percent"_s));
  fields->body()->addStretch();
  row->add(fields, 1);
  auto* buttons = new Card(u"Buttons"_s);
  buttons->addControl(new WordButton(u"reset"_s));
  auto* waiting = new PrimaryButton(u"Start"_s);
  waiting->setMissing(u"Choose a data set first"_s);
  buttons->body()->addWidget(new PrimaryButton(u"Start the run"_s));
  buttons->body()->addWidget(waiting);
  auto* pair = new QHBoxLayout;
  pair->addWidget(new Button(u"Pause"_s));
  pair->addWidget(new Button(u"Stop…"_s, Button::Kind::Danger));
  buttons->body()->addLayout(pair);
  auto* iconed = new Button(u"Open folder…"_s);
  iconed->setIcon(icon(u"folder"_s));
  buttons->body()->addWidget(iconed);
  buttons->body()->addWidget(new SegmentedSwitch(u"Form"_s, {u"Simple"_s, u"Advanced"_s}));
  auto* chips = new QHBoxLayout;
  chips->addWidget(new Chip(u"recipe: gsm8k-5pct"_s));
  chips->addWidget(new Chip(u"3 changed"_s, Tone::Accent));
  chips->addWidget(new Chip(u"failed"_s, Tone::Alarm));
  chips->addStretch();
  buttons->body()->addLayout(chips);
  auto* progress = new ThinProgress;
  progress->setFraction(0.45);
  buttons->body()->addWidget(progress);
  buttons->body()->addStretch();
  row->add(buttons, 1);
  auto* drop = new Card(u"Drop"_s);
  drop->body()->addWidget(
      new FileDropArea(u"Drop a model folder or a GGUF file"_s,
                       u"or press Return to choose. Safetensors folders and GGUF of the Llama and Qwen families."_s));
  auto* empty = new EmptyState(u"chat"_s, u"Nothing to compare yet"_s,
                               u"Train a delta, then chat here with base and tuned side by side."_s);
  empty->addAction(u"Go to training"_s);
  drop->body()->addWidget(empty, 1);
  row->add(drop, 1);
  page->column()->addWidget(row, 1);
  auto* plots = new QHBoxLayout;
  plots->setSpacing(measure::kGapLarge);
  auto* lengths = new Card(u"Lengths"_s);
  auto* histogram = new Histogram(u"Lengths"_s);
  std::mt19937 random(11);
  std::lognormal_distribution<double> length(5.3, 0.36);
  std::vector<double> values;
  for (int i = 0; i < 7473; ++i) values.push_back(std::floor(length(random)));
  histogram->setUnit(u"tokens"_s);
  histogram->setValues(values, true);
  histogram->setLimit(512, u"cut at 512"_s);
  lengths->body()->addWidget(histogram);
  lengths->setMinimumHeight(230);
  plots->addWidget(lengths);
  auto* waiting_card = new Card(u"Retention"_s);
  auto* waiting_plot = new LinePlot(u"Retention"_s);
  waiting_plot->setTotalSteps(930);
  waiting_plot->setEmptyWords(u"Waiting for the first evaluation, at step 50."_s);
  waiting_card->body()->addWidget(waiting_plot);
  plots->addWidget(waiting_card);
  page->column()->addLayout(plots);
  return page;
}

}   // namespace

class GalleryTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_part_is_drawn_in_both_themes_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QSize>("size");
    for (const auto& [name, mode] : {std::pair("dark", Theme::Mode::Dark), std::pair("light", Theme::Mode::Light)})
      for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
        QTest::addRow("%s-%d", name, size.width()) << int(mode) << size;
  }

  void every_part_is_drawn_in_both_themes() {
    QFETCH(int, mode);
    QFETCH(QSize, size);
    Theme::instance().setMode(static_cast<Theme::Mode>(mode));
    lift::test::TemporaryFolder folder;
    Settings settings(QString::fromStdString((folder / "settings.ini").string()));
    MainWindow window(settings);
    window.setPage(PageId::Selection, selection_page(&window), side_panel(nullptr));
    window.setPage(PageId::Train, train_page(), side_panel(nullptr));
    window.setPage(PageId::Settings, widgets_page());
    window.title().setModelAndData(u"SmolLM2-135M-Instruct"_s, u"GSM8K demo"_s);
    window.title().setRecipe(u"gsm8k-5pct"_s);
    window.title().setDevice(u"CPU · 2 threads · bf16"_s);
    window.rail().setDone(PageId::Model, true);
    window.rail().setDone(PageId::Data, true);
    window.status().setWords(u"Selection of 210 matrices up to date"_s);
    window.status().setNote(u"exact, 1.9 s"_s);
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QString suffix = QString::fromLatin1(QTest::currentDataTag());
    for (const auto& [page, name] : {std::pair(PageId::Selection, u"selection"_s), std::pair(PageId::Train, u"train"_s),
                                     std::pair(PageId::Settings, u"widgets"_s)}) {
      window.showPage(page);
      if (page == PageId::Selection) {
        auto* map = window.findChild<TileHeatMap*>(u"tiles"_s);
        QTRY_VERIFY(!map->isWaiting() && !map->placeWords().isEmpty());
      }
      QTest::qWait(150);
      shoot(window, name + u'-' + suffix);
    }
    auto* map = window.findChild<TileHeatMap*>(u"tiles"_s);
    window.showPage(PageId::Selection);
    map->setView(QRectF(572, 208, 60, 30));
    QTest::qWait(200);
    QTRY_VERIFY(!map->isWaiting());
    QTest::qWait(60);
    shoot(window, u"cells-"_s + suffix);
  }

 private:
  void shoot(QWidget& window, const QString& name) {
    const QPixmap picture = window.grab();
    QCOMPARE(picture.size(), window.size() * window.devicePixelRatio());
    const QString folder = qEnvironmentVariable("LIFT_SHOTS");
    if (!folder.isEmpty()) QVERIFY(QDir().mkpath(folder) && picture.save(folder + u'/' + name + u".png"_s));
  }
};

UI_TEST_MAIN(GalleryTest)
#include "gallery_test.moc"
