#include "ui/plots/plot_view.h"

#include <QAccessible>
#include <QBuffer>
#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImageWriter>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QVBoxLayout>

#include "core/base/say.h"
#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/sentence_words.h"
#include "ui/look/theme.h"
#include "ui/plots/plot_style.h"
#include "ui/settings/settings.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

class HoverBox : public QWidget {
 public:
  explicit HoverBox(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }
  void setLines(std::vector<std::pair<QString, QColor>> lines) {
    lines_ = std::move(lines);
    const QFontMetrics metrics(fontOf(TextRole::Small));
    int wide = 0;
    for (const auto& [words, colour] : lines_)
      wide = std::max(wide, metrics.horizontalAdvance(words) + (colour.isValid() ? 16 : 0));
    resize(wide + 20, static_cast<int>(lines_.size()) * 18 + 12);
    update();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Colours& c = colours();
    paintPanel(painter, rect(), 6, c.raised, c.line);
    painter.setFont(fontOf(TextRole::Small));
    int top = 6;
    for (std::size_t i = 0; i < lines_.size(); ++i, top += 18) {
      const auto& [words, colour] = lines_[i];
      const int indent = colour.isValid() ? 16 : 0;
      if (indent) paintPanel(painter, QRectF(10, top + 6, 8, 8), 2, colour);
      painter.setPen(i == 0 && !indent ? c.muted : c.text);
      painter.drawText(QRect(10 + indent, top, width(), 18), Qt::AlignVCenter, words);
    }
  }

 private:
  std::vector<std::pair<QString, QColor>> lines_;
};

// The ring lies over the canvas, which covers the plot's own ground.
class FocusRing : public QWidget {
 public:
  explicit FocusRing(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    paintFocusRing(painter, rect(), measure::kControlRadius);
  }
};

lift::Error write_error(const QString& path, const QString& found) {
  return lift::make_error(lift::ErrorCode::Io, path.toStdString(),
                          lift::say("the file could not be written: {}", found.toStdString()),
                          lift::say("Choose another folder or free some space"));
}

}   // namespace

PlotView::PlotView(const QString& name, QWidget* parent)
    : QWidget(parent),
      name_(name),
      canvas_(new QCustomPlot(this)),
      empty_(nullptr),
      box_(new HoverBox(this)),
      ring_(new FocusRing(this)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(canvas_);
  setFocusPolicy(Qt::StrongFocus);
  canvas_->setFocusPolicy(Qt::NoFocus);
  canvas_->setInteractions(QCP::Interactions());
  canvas_->setMouseTracking(true);
  canvas_->setNoAntialiasingOnDrag(true);
  canvas_->setPlottingHint(QCP::phCacheLabels);
  canvas_->installEventFilter(this);
  canvas_->setContextMenuPolicy(Qt::NoContextMenu);
  auto* words = new Text({}, TextRole::Body, Tone::Muted, this);
  words->setAlignment(Qt::AlignCenter);
  words->setWordWrap(true);
  words->setAttribute(Qt::WA_TransparentForMouseEvents);
  words->hide();
  empty_ = words;
  setAccessibleName(name);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    applyTheme();
    canvas_->replot(QCustomPlot::rpQueuedReplot);
  });
  style_axes(*canvas_);
}

PlotView::~PlotView() = default;

void PlotView::applyTheme() { style_axes(*canvas_); }

void PlotView::setEmptyWords(const QString& words) {
  static_cast<Text*>(empty_)->setText(words);
  changed();
}

void PlotView::setAxisTitles(const QString& x, const QString& y) {
  x_title_ = x;
  y_title_ = y;
  changed();
}

void PlotView::changed() {
  if (pending_) return;
  pending_ = true;
  QMetaObject::invokeMethod(
      this,
      [this] {
        pending_ = false;
        const bool nothing = isEmpty();
        empty_->setVisible(nothing && !static_cast<Text*>(empty_)->text().isEmpty());
        empty_->raise();
        for (QCPAxis* axis : {canvas_->xAxis, canvas_->yAxis})
          axis->setTickLabels(!nothing);   // no scale without values
        canvas_->yAxis->grid()->setVisible(!nothing);
        canvas_->xAxis->setLabel(nothing ? QString() : x_title_);
        canvas_->yAxis->setLabel(nothing ? QString() : y_title_);
        setAccessibleDescription(nothing ? static_cast<Text*>(empty_)->text() : spoken());
        canvas_->replot(QCustomPlot::rpQueuedReplot);
      },
      Qt::QueuedConnection);
}

lift::Status PlotView::save(const QString& path) {
  const QString ending = path.section(u'.', -1).toLower();
  if (ending == "csv"_L1) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(numbers().toUtf8()) < 0 || !file.flush() || !file.commit())
      return write_error(path, file.errorString());
    return {};
  }
  const int wide = canvas_->width(), high = canvas_->height();
  if (ending == "pdf"_L1) {
    if (!canvas_->savePdf(path, wide, high, QCP::epNoCosmetic, u"LIFT Studio"_s, name_))
      return write_error(path, u"no PDF"_s);
    return {};
  }
  QSaveFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return write_error(path, file.errorString());
  if (ending == "svg"_L1) {
    QBuffer picture;
    QSvgGenerator generator;
    generator.setOutputDevice(&picture);
    generator.setSize(QSize(wide, high));
    generator.setViewBox(QRect(0, 0, wide, high));
    generator.setTitle(name_);
    generator.setDescription(spoken());
    QCPPainter painter;
    painter.begin(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.fillRect(0, 0, wide, high, colours().panel);
    canvas_->toPainter(&painter, wide, high);
    painter.end();
    file.write(picture.data());
  } else if (ending == "png"_L1) {
    QImageWriter writer(&file, "png");
    if (!writer.write(canvas_->toPixmap(wide, high, 2.0).toImage())) return write_error(path, writer.errorString());
  } else {
    return lift::make_error(
        lift::ErrorCode::Unsupported, path.toStdString(),
        lift::say("expected a name ending in .png, .svg, .pdf or .csv, found .{}", ending.toStdString()));
  }
  if (!file.flush() || !file.commit()) return write_error(path, file.errorString());
  return {};
}

void PlotView::copyPicture() {
  QGuiApplication::clipboard()->setPixmap(canvas_->toPixmap(canvas_->width(), canvas_->height(), 2.0));
}

void PlotView::copyNumbers() { QGuiApplication::clipboard()->setText(numbers()); }

void PlotView::saveAs() {
  const QString filters = tr("Picture (*.png);;Drawing (*.svg);;Document (*.pdf);;Numbers (*.csv)");
  Settings* settings = Settings::of(this);
  const QString folder = settings ? settings->folder(u"plots"_s) : QDir::homePath();
  auto* dialog =
      new QFileDialog(window(), tr("Save “%1”").arg(name_), QDir(folder).filePath(name_ + u".png"_s), filters);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  connect(dialog, &QFileDialog::filterSelected, dialog,
          [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.section(u"*."_s, 1).chopped(1)); });
  connect(dialog, &QFileDialog::fileSelected, this, [this, settings = QPointer(settings)](const QString& path) {
    if (settings) settings->setFolder(u"plots"_s, QFileInfo(path).path());
    const lift::Status status = save(path);
    if (status.ok()) return;
    auto* sorry =
        new QMessageBox(QMessageBox::Warning, tr("Not saved"), words(status.error()), QMessageBox::Ok, window());
    sorry->setObjectName(u"plotNotSaved"_s);
    sorry->setAttribute(Qt::WA_DeleteOnClose);
    sorry->open();
  });
  dialog->open();
}

QMenu* PlotView::makeMenu() {
  auto* menu = new QMenu(this);
  menu->addAction(icon(u"copy"_s), tr("Copy picture"), this, &PlotView::copyPicture);
  menu->addAction(icon(u"table"_s), tr("Copy numbers"), this, &PlotView::copyNumbers);
  menu->addAction(icon(u"export"_s), tr("Save as PNG, SVG, PDF or CSV…"), this, &PlotView::saveAs);
  menu->addSeparator();
  menu->addAction(icon(u"reset"_s), tr("Show everything\t0"), this, [this] { resetView(); });
  if (!qobject_cast<QDialog*>(window()))
    menu->addAction(icon(u"expand"_s), tr("Open large\tReturn"), this, &PlotView::openLarge);
  Q_EMIT menuRequested(menu);
  return menu;
}

QWidget* PlotView::makeMenuButton() {
  auto* button = new IconButton(u"menu"_s, tr("Save, copy or enlarge: %1").arg(name_));
  connect(button, &QAbstractButton::clicked, this, [this, button] {
    QMenu* menu = makeMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    button->calmAfter(menu);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
  });
  return button;
}

void PlotView::contextMenuEvent(QContextMenuEvent* event) {
  QMenu* menu = makeMenu();
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->popup(event->globalPos());
}

void PlotView::openLarge() {
  QWidget* home = parentWidget();
  if (!home || !home->layout() || qobject_cast<QDialog*>(window())) return;
  auto* dialog = new QDialog(window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(name_);
  dialog->setObjectName(u"largePlot"_s);
  dialog->resize(window()->size() * 0.92);
  QPalette ground = dialog->palette();
  ground.setColor(QPalette::Window, colours().panel);
  dialog->setPalette(ground);
  QPointer<QWidget> place = new QWidget(home);
  place->setSizePolicy(sizePolicy());
  place->setMinimumSize(minimumSize());
  delete home->layout()->replaceWidget(this, place);   // the item that held it, not the widget
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(measure::kPageMargin, measure::kGapLarge, measure::kPageMargin, measure::kGapLarge);
  column->addWidget(new Text(name_, TextRole::PageTitle));
  column->addWidget(this, 1);
  connect(dialog, &QDialog::finished, this, [this, place] {
    hideHover();
    QWidget* back = place ? place->parentWidget() : nullptr;
    if (!back) return;
    delete back->layout()->replaceWidget(place, this);
    place->deleteLater();
    show();
  });
  dialog->open();
  setFocus();
}

void PlotView::hover(const QPointF*) {}
void PlotView::zoomAt(QPointF, double) {}
void PlotView::panBy(QPointF) {}

void PlotView::showHover(QPointF at, const std::vector<HoverLine>& lines) {
  std::vector<std::pair<QString, QColor>> plain;
  for (const HoverLine& line : lines) plain.emplace_back(line.words, line.colour);
  auto* box = static_cast<HoverBox*>(box_);
  box->setLines(std::move(plain));
  QPointF corner = at + QPointF(14, 14);
  if (corner.x() + box->width() > width()) corner.setX(at.x() - 14 - box->width());
  if (corner.y() + box->height() > height()) corner.setY(std::max(0.0, at.y() - 14 - box->height()));
  box->move(std::max(0, static_cast<int>(corner.x())), std::max(0, static_cast<int>(corner.y())));
  box->show();
  box->raise();
}

void PlotView::hideHover() { box_->hide(); }

bool PlotView::canvasMouse(QEvent* event) {
  auto* mouse = static_cast<QMouseEvent*>(event);
  const QPointF at = mouse->position();
  switch (event->type()) {
    case QEvent::MouseButtonPress:
      if (mouse->button() != Qt::LeftButton) return true;
      setFocus(Qt::MouseFocusReason);
      dragging_ = true;
      handle_ = hasHandleAt(at);
      dragged_from_ = pressed_at_ = at;
      return true;
    case QEvent::MouseMove:
      if (dragging_ && handle_) {
        hideHover();
        dragHandle(at);
      } else if (dragging_ && (at - pressed_at_).manhattanLength() > 3) {
        hideHover();
        panBy(at - dragged_from_);
        dragged_from_ = at;
      } else if (!dragging_) {
        if (hasHandleAt(at)) canvas_->setCursor(Qt::SizeHorCursor);
        else canvas_->unsetCursor();
        hover(&at);
      }
      return true;
    case QEvent::MouseButtonRelease:
      if (dragging_ && !handle_ && (at - pressed_at_).manhattanLength() <= 3) clicked(at);
      dragging_ = handle_ = false;
      return true;
    case QEvent::MouseButtonDblClick:
      dragging_ = handle_ = false;
      openLarge();
      return true;
    default: return false;
  }
}

bool PlotView::eventFilter(QObject* watched, QEvent* event) {
  if (watched != canvas_) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick: return canvasMouse(event);
    case QEvent::Leave:
      hideHover();
      hover(nullptr);
      return false;
    case QEvent::Wheel: {
      auto* wheel = static_cast<QWheelEvent*>(event);
      // Without the focus the wheel scrolls the page: the ignored event goes on to the parents.
      if (!hasFocus() && !zoomsWithoutFocus() && !(wheel->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return true;
      }
      zoomAt(wheel->position(), std::pow(0.999, wheel->angleDelta().y()));
      event->accept();
      return true;
    }
    default: return false;
  }
}

void PlotView::keyPressEvent(QKeyEvent* event) {
  const QPointF middle(canvas_->axisRect()->rect().center());
  int right = 0, down = 0;
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomAt(middle, 0.8);
    case Qt::Key_Minus: return zoomAt(middle, 1.25);
    case Qt::Key_0:
    case Qt::Key_Home: return resetView();
    case Qt::Key_Return:
    case Qt::Key_Enter: return openLarge();
    case Qt::Key_Left: right = -1; break;
    case Qt::Key_Right: right = 1; break;
    case Qt::Key_Up: down = -1; break;
    case Qt::Key_Down: down = 1; break;
    case Qt::Key_Menu: {
      QMenu* menu = makeMenu();
      menu->setAttribute(Qt::WA_DeleteOnClose);
      return menu->popup(mapToGlobal(rect().center()));
    }
    default:
      if (event->matches(QKeySequence::Copy)) return copyPicture();
      if (event->matches(QKeySequence::Save)) return saveAs();
      return QWidget::keyPressEvent(event);
  }
  if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier) {
    if (!moveCursor(right, down)) panBy(QPointF(-right, -down) * 48);
  } else if (event->modifiers() == Qt::ShiftModifier) {
    panBy(QPointF(-right, -down) * 48);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void PlotView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  empty_->setGeometry(rect().adjusted(24, 8, -24, -8));
  ring_->setGeometry(rect());
}

void PlotView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  if (event->reason() == Qt::MouseFocusReason || !showsFocus(*this)) return;
  ring_->show();
  ring_->raise();
}

void PlotView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  ring_->hide();
}

}   // namespace ui
