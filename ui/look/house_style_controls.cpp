// The larger parts of the style: button labels, headers, menus, tabs, and the controls of several parts.
#include <QApplication>
#include <QPainter>
#include <QStyleOption>
#include <QWidget>

#include "ui/look/fonts.h"
#include "ui/look/house_style.h"
#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool is(const QStyleOption* option, QStyle::StateFlag flag) { return option->state & flag; }

QColor button_letters(const QStyleOption* option, const QWidget* widget) {
  const Colours& c = colours();
  if (!is(option, QStyle::State_Enabled)) return c.faint;
  const QString kind = widget ? widget->property(kButtonKind).toString() : QString();
  if (kind == "primary"_L1) return c.on_accent;
  if (kind == "danger"_L1) return c.alarm_text;
  return c.text;
}

void paint_button_label(QPainter& painter, const QStyleOptionButton& button, const QWidget* widget) {
  painter.save();
  if (widget) painter.setFont(widget->font());
  const int icon_side = button.icon.isNull() ? 0 : button.iconSize.width();
  const int gap = icon_side && !button.text.isEmpty() ? 8 : 0;
  const QFontMetrics metrics = painter.fontMetrics();
  const int room = button.rect.width() - 16 - icon_side - gap;
  const QString text = metrics.elidedText(button.text, Qt::ElideRight, room, Qt::TextShowMnemonic);
  const int width = icon_side + gap + metrics.size(Qt::TextShowMnemonic, text).width();
  int left = button.rect.left() + (button.rect.width() - width) / 2;
  const QColor ink = button_letters(&button, widget);
  if (icon_side) {
    const QRect place(left, button.rect.center().y() - icon_side / 2 + 1, icon_side, icon_side);
    button.icon.paint(&painter, place, Qt::AlignCenter,
                      is(&button, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    left += icon_side + gap;
  }
  painter.setPen(ink);
  painter.drawText(QRect(left, button.rect.top(), room + 8, button.rect.height()),
                   Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text);
  painter.restore();
}

void paint_menu_item(QPainter& painter, const QStyleOptionMenuItem& item) {
  const Colours& c = colours();
  if (item.menuItemType == QStyleOptionMenuItem::Separator) {
    painter.fillRect(QRect(item.rect.left() + 8, item.rect.center().y(), item.rect.width() - 16, 1), c.line);
    return;
  }
  const bool enabled = is(&item, QStyle::State_Enabled);
  if (is(&item, QStyle::State_Selected) && enabled) paintPanel(painter, item.rect.adjusted(4, 0, -4, 0), 4, c.hover);
  const QRect inside = item.rect.adjusted(12, 0, -12, 0);
  const QRect mark(inside.left(), item.rect.center().y() - 8, 16, 16);
  if (item.checkType != QStyleOptionMenuItem::NotCheckable) {
    if (item.checked) paintIcon(painter, mark, u"check"_s, c.accent);
  } else if (!item.icon.isNull()) {
    item.icon.paint(&painter, mark, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
  }
  const QStringList parts = item.text.split(u'\t');
  painter.setFont(item.font);
  painter.setPen(enabled ? c.text : c.faint);
  const QRect words = inside.adjusted(26, 0, 0, 0);
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, parts.value(0));
  painter.setPen(c.muted);
  if (parts.size() > 1) painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, parts.at(1));
  if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
    paintIcon(painter, QRect(inside.right() - 14, mark.top(), 16, 16), u"chevron-right"_s, c.muted);
}

void paint_header(QPainter& painter, const QStyleOptionHeader& header) {
  const Colours& c = colours();
  painter.fillRect(header.rect, c.panel);
  painter.fillRect(QRect(header.rect.left(), header.rect.bottom(), header.rect.width(), 1), c.line);
}

void paint_header_label(QPainter& painter, const QStyleOptionHeader& header) {
  painter.save();
  painter.setFont(fontOf(TextRole::Small));
  const bool sorted = header.sortIndicator != QStyleOptionHeader::None;
  painter.setPen(sorted ? colours().text : colours().muted);
  const QRect words = header.rect.adjusted(0, 0, sorted ? -18 : 0, 0);
  const QString text = painter.fontMetrics().elidedText(header.text, Qt::ElideRight, words.width());
  painter.drawText(words, static_cast<int>(header.textAlignment) | Qt::AlignVCenter, text);
  painter.restore();
}

void paint_tab(QPainter& painter, const QStyleOptionTab& tab) {
  const Colours& c = colours();
  const bool selected = is(&tab, QStyle::State_Selected);
  if (selected) painter.fillRect(QRect(tab.rect.left() + 8, tab.rect.bottom() - 1, tab.rect.width() - 16, 2), c.accent);
  if (is(&tab, QStyle::State_HasFocus) && is(&tab, QStyle::State_KeyboardFocusChange))
    paintFocusRing(painter, tab.rect.adjusted(2, 4, -2, -4), measure::kControlRadius);
  painter.setFont(fontOf(selected ? TextRole::Strong : TextRole::Body));
  painter.setPen(selected || is(&tab, QStyle::State_MouseOver) ? c.text : c.muted);
  painter.drawText(tab.rect, Qt::AlignCenter | Qt::TextHideMnemonic, tab.text);
}

void paint_slider(QPainter& painter, const QStyleOptionSlider& slider, const QRect& handle) {
  const Colours& c = colours();
  const bool enabled = is(&slider, QStyle::State_Enabled), lying = slider.orientation == Qt::Horizontal;
  QRectF groove = slider.rect;
  if (lying) groove = QRectF(groove.left() + 2, groove.center().y() - 2, groove.width() - 4, 4);
  else groove = QRectF(groove.center().x() - 2, groove.top() + 2, 4, groove.height() - 4);
  paintPanel(painter, groove, 2, c.dark ? c.line : c.line);
  QRectF done = groove;
  const QPointF at = QRectF(handle).center();
  if (lying) done.setRight(at.x());
  else done.setTop(at.y());
  paintPanel(painter, done, 2, enabled ? c.accent : c.faint);
  QRectF knob(0, 0, 16, 16);
  knob.moveCenter(at);
  if (is(&slider, QStyle::State_HasFocus)) {
    QColor halo = c.accent;
    halo.setAlpha(70);
    paintPanel(painter, knob.adjusted(-4, -4, 4, 4), 12, halo);
  }
  paintPanel(painter, knob, 8, enabled ? c.accent : c.faint);
  paintPanel(painter, knob.adjusted(3, 3, -3, -3), 5, c.dark ? QColor(0xe8ebf0) : QColor(Qt::white));
}

void paint_scroll_bar(QPainter& painter, const QStyleOptionSlider& bar, QRectF handle) {
  const Colours& c = colours();
  if (bar.minimum == bar.maximum) return;
  const bool held = is(&bar, QStyle::State_Sunken), over = is(&bar, QStyle::State_MouseOver);
  handle = bar.orientation == Qt::Vertical ? handle.adjusted(2, 1, -2, -1) : handle.adjusted(1, 2, -1, -2);
  paintPanel(painter, handle, 3, held || over ? c.faint : c.dark ? QColor(0x3b4250) : QColor(0xcdd2db));
}

void paint_boxed(QPainter& painter, const QStyleOptionComplex& box, bool pressed, const QWidget* widget) {
  const Colours& c = colours();
  const bool enabled = is(&box, QStyle::State_Enabled), focused = is(&box, QStyle::State_HasFocus);
  const QColor line = is(&box, QStyle::State_MouseOver) && enabled ? c.faint : c.line;
  paintPanel(painter, box.rect, measure::kControlRadius, !enabled ? c.panel : pressed ? c.hover : c.raised, line);
  if (focused) paintFocusRing(painter, box.rect, measure::kControlRadius);
  if (widget && widget->property(kFieldWrong).toBool())
    paintPanel(painter, box.rect, measure::kControlRadius, {}, c.alarm);
}

}   // namespace

void HouseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                             const QWidget* widget) const {
  switch (element) {
    case CE_PushButton: {
      const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      drawPrimitive(PE_PanelButtonCommand, button, painter, widget);
      if (button) paint_button_label(*painter, *button, widget);
      if (button && (button->features & QStyleOptionButton::HasMenu))
        paintIcon(*painter, QRectF(button->rect.right() - 22, button->rect.center().y() - 7, 14, 14), u"chevron-down"_s,
                  button_letters(option, widget));
      return;
    }
    case CE_MenuItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        painter->fillRect(item->rect, colours().raised);
        paint_menu_item(*painter, *item);
      }
      return;
    case CE_MenuEmptyArea: return painter->fillRect(option->rect, colours().raised);
    case CE_HeaderSection:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) paint_header(*painter, *header);
      return;
    case CE_HeaderEmptyArea: {
      painter->fillRect(option->rect, colours().panel);
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colours().line);
      return;
    }
    case CE_HeaderLabel:
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
        paint_header_label(*painter, *header);
      return;
    case CE_TabBarTab:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) paint_tab(*painter, *tab);
      return;
    case CE_ComboBoxLabel:
      if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && !combo->editable) {
        painter->setPen(is(option, State_Enabled) ? colours().text : colours().faint);
        const QRect words = combo->rect.adjusted(10, 0, -30, 0);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(combo->currentText, Qt::ElideRight, words.width()));
      }
      return;
    case CE_Splitter: {
      const QRect r = option->rect;
      const QColor line = is(option, State_MouseOver) ? colours().accent : colours().line;
      if (r.width() < r.height()) painter->fillRect(QRect(r.center().x(), r.top(), 1, r.height()), line);
      else painter->fillRect(QRect(r.left(), r.center().y(), r.width(), 1), line);
      return;
    }
    case CE_ShapedFrame:
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option)) {
        if (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine) {
          painter->fillRect(frame->frameShape == QFrame::HLine
                                ? QRect(frame->rect.left(), frame->rect.center().y(), frame->rect.width(), 1)
                                : QRect(frame->rect.center().x(), frame->rect.top(), 1, frame->rect.height()),
                            colours().line);
          return;
        }
      }
      break;
    default: break;
  }
  QProxyStyle::drawControl(element, option, painter, widget);
}

void HouseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const {
  switch (control) {
    case CC_Slider:
      if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
        paint_slider(*painter, *slider, subControlRect(CC_Slider, slider, SC_SliderHandle, widget));
      return;
    case CC_ScrollBar:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
        paint_scroll_bar(*painter, *bar, subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, widget));
      return;
    case CC_ComboBox: {
      paint_boxed(*painter, *option, is(option, State_On), widget);
      paintIcon(*painter, QRectF(option->rect.right() - 25, option->rect.center().y() - 7, 15, 15), u"chevron-down"_s,
                is(option, State_Enabled) ? colours().muted : colours().faint);
      return;
    }
    case CC_ToolButton:
      // No arrow at a button that opens a menu: its icon says so.
      if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
        QStyleOptionToolButton plain = *button;
        plain.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
      }
      return;
    case CC_SpinBox: {
      paint_boxed(*painter, *option, false, widget);
      const QColor ink = is(option, State_Enabled) ? colours().muted : colours().faint;
      const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
      if (spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
      paintIcon(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget).adjusted(2, 3, -3, 0),
                u"chevron-up"_s, ink);
      paintIcon(*painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget).adjusted(2, 0, -3, -3),
                u"chevron-down"_s, ink);
      return;
    }
    default: QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

QRect HouseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                 const QWidget* widget) const {
  const QRect r = option->rect;
  if (control == CC_SpinBox) {
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 22;
    switch (part) {
      case SC_SpinBoxUp: return {r.right() - buttons, r.top(), buttons, r.height() / 2};
      case SC_SpinBoxDown: return {r.right() - buttons, r.top() + r.height() / 2, buttons, r.height() - r.height() / 2};
      case SC_SpinBoxEditField: return r.adjusted(8, 1, -buttons - 2, -1);
      case SC_SpinBoxFrame: return r;
      default: break;
    }
  }
  if (control == CC_ComboBox && part == SC_ComboBoxEditField) return r.adjusted(8, 1, -28, -1);
  if (control == CC_ScrollBar) {
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!bar) return r;
    const bool upright = bar->orientation == Qt::Vertical;
    const int room = upright ? r.height() : r.width();
    const qint64 span = static_cast<qint64>(bar->maximum) - bar->minimum;
    const int length =
        span ? std::clamp(static_cast<int>(static_cast<qint64>(bar->pageStep) * room / (span + bar->pageStep)),
                          std::min(32, room), room)
             : room;
    const int start =
        sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, room - length, bar->upsideDown);
    const auto part_of = [&](int from, int size) {
      return upright ? QRect(r.left(), r.top() + from, r.width(), size)
                     : QRect(r.left() + from, r.top(), size, r.height());
    };
    switch (part) {
      case SC_ScrollBarSlider: return part_of(start, length);
      case SC_ScrollBarSubPage: return part_of(0, start);
      case SC_ScrollBarAddPage: return part_of(start + length, room - start - length);
      case SC_ScrollBarGroove: return r;
      default: return {};
    }
  }
  return QProxyStyle::subControlRect(control, option, part, widget);
}

}   // namespace ui
