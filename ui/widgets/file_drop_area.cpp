#include "ui/widgets/file_drop_area.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include "ui/look/fonts.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"
#include "ui/widgets/buttons.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int kAir = 10;   // pixels between the words and the button

QStringList local_paths(const QMimeData& data) {
  QStringList paths;
  for (const QUrl& url : data.urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  return paths;
}

}   // namespace

FileDropArea::FileDropArea(const QString& title, const QString& note, QWidget* parent)
    : QWidget(parent), browse_(new Button(tr("Browse…"), Button::Kind::Normal, this)) {
  setAcceptDrops(true);
  browse_->setObjectName(u"browse"_s);
  browse_->setFocusPolicy(Qt::NoFocus);   // the area itself is what the keyboard presses
  connect(browse_, &Button::clicked, this, &FileDropArea::pickRequested);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setCompact(false);
  setWords(title, note);
}

void FileDropArea::setWords(const QString& title, const QString& note) {
  title_ = title;
  note_ = note;
  setAccessibleName(title);
  setAccessibleDescription(note);
  update();
}

void FileDropArea::setCompact(bool compact) {
  compact_ = compact;
  setMinimumHeight(compact ? 48 : 140);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  updateGeometry();
  placeButton();
  update();
}

int FileDropArea::noteHeight() const {
  return QFontMetrics(fontOf(TextRole::Small))
      .boundingRect(QRect(16, 0, width() - 32, height()), Qt::AlignHCenter | Qt::TextWordWrap, note_)
      .height();
}

// At the right of the one line; else under the note, the block of all in the middle.
void FileDropArea::placeButton() {
  const QSize size = browse_->sizeHint();
  browse_->resize(size);
  if (compact_) return browse_->move(width() - size.width() - kAir, (height() - size.height()) / 2);
  const int block = 22 + 6 + 20 + 2 + noteHeight() + kAir + size.height();
  browse_->move((width() - size.width()) / 2, (height() + block) / 2 - size.height());
}

void FileDropArea::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placeButton();
}

void FileDropArea::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const Colours& c = colours();
  painter.setBrush(over_ ? c.accent_wash : underMouse() ? c.raised : QColor(Qt::transparent));
  const bool ring = showsFocus(*this);
  QPen dashes(over_ || ring ? c.accent : c.faint, ring ? 2 : 1.2);
  dashes.setDashPattern({4, 4});
  painter.setPen(dashes);
  painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), measure::kCardRadius, measure::kCardRadius);
  const int middle = height() / 2;
  if (compact_) {
    painter.setPen(c.muted);
    painter.setFont(fontOf(TextRole::Body));
    const int room = browse_->x() - 2 * kAir;
    const QString words = painter.fontMetrics().elidedText(title_, Qt::ElideRight, room - 46);
    const int left = kAir + (room - painter.fontMetrics().horizontalAdvance(words) - 26) / 2;
    paintIcon(painter, QRectF(left, middle - 9, 18, 18), u"import"_s, over_ ? c.accent : c.muted);
    painter.drawText(QRect(left + 26, middle - 10, width(), 20), Qt::AlignVCenter, words);
    return;
  }
  // Icon, title and note as one block in the middle.
  const int noted = noteHeight();
  const int top = middle - (22 + 6 + 20 + 2 + noted + kAir + browse_->height()) / 2;
  paintIcon(painter, QRectF(width() / 2.0 - 11, top, 22, 22), u"import"_s, over_ ? c.accent : c.muted);
  painter.setPen(c.text);
  painter.setFont(fontOf(TextRole::Strong));
  const QRect line(16, top + 28, width() - 32, 20);
  painter.drawText(line, Qt::AlignCenter, painter.fontMetrics().elidedText(title_, Qt::ElideRight, line.width()));
  painter.setPen(c.muted);
  painter.setFont(fontOf(TextRole::Small));
  const QRect below(16, top + 50, width() - 32, noted);
  painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, note_);
}

void FileDropArea::dragEnterEvent(QDragEnterEvent* event) {
  if (local_paths(*event->mimeData()).isEmpty()) return;
  event->acceptProposedAction();
  over_ = true;
  update();
}

void FileDropArea::dragLeaveEvent(QDragLeaveEvent*) {
  over_ = false;
  update();
}

void FileDropArea::dropEvent(QDropEvent* event) {
  over_ = false;
  update();
  event->acceptProposedAction();
  Q_EMIT dropped(local_paths(*event->mimeData()));
}

void FileDropArea::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) Q_EMIT pickRequested();
}

void FileDropArea::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    Q_EMIT pickRequested();
  else QWidget::keyPressEvent(event);
}

void FileDropArea::enterEvent(QEnterEvent*) { update(); }
void FileDropArea::leaveEvent(QEvent*) { update(); }

}   // namespace ui
