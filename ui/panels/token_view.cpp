#include "ui/panels/token_view.h"

#include <QTextCursor>

#include "ui/look/fonts.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

TokenView::TokenView(QWidget* parent) : QTextEdit(parent) {
  setObjectName(u"tokenView"_s);
  setReadOnly(true);
  setAccessibleName(tr("Row as tokens"));
  setFrameShape(QFrame::NoFrame);
  setFont(fontOf(TextRole::Mono));
  setTabChangesFocus(true);
  connect(&Theme::instance(), &Theme::changed, this, &TokenView::render);
}

void TokenView::setRow(const lift::RowView& row) {
  row_ = row;
  render();
}

void TokenView::clearRow() {
  row_ = {};
  clear();
}

void TokenView::render() {
  clear();
  QTextCursor cursor = textCursor();
  std::int64_t trained = 0;
  bool alternate = false;
  for (const lift::TokenView& token : row_.tokens) {
    QTextCharFormat format;
    format.setForeground(token.kept ? (token.trained ? colours().accent_text : colours().text) : colours().faint);
    format.setFontStrikeOut(!token.kept);
    format.setBackground(token.trained ? colours().accent_wash : alternate ? colours().raised : colours().panel);
    format.setToolTip(tr("token %1, bytes %2 to %3%4")
                          .arg(token.id)
                          .arg(token.begin)
                          .arg(token.end)
                          .arg(token.trained ? tr(", trains") : QString()));
    cursor.insertText(token.text.empty() ? u"·"_s : QString::fromStdString(token.text), format);
    alternate = !alternate;
    trained += token.trained;
  }
  setAccessibleDescription(
      tr("%n token(s), %1 of them train", nullptr, static_cast<int>(row_.tokens.size())).arg(trained));
  moveCursor(QTextCursor::Start);
}

}   // namespace ui
