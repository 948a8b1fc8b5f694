#include "ui/look/house_style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainterPath>
#include <QScrollBar>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

HouseStyle::HouseStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void HouseStyle::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QSlider*>(widget) ||
      qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget) || qobject_cast<QAbstractSpinBox*>(widget))
    widget->setAttribute(Qt::WA_Hover);
}

int HouseStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_ButtonMargin: return 24;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize: return measure::kIcon;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_DefaultFrameWidth: return qobject_cast<const QLineEdit*>(widget) ? 8 : 1;
    case PM_SliderThickness:
    case PM_SliderLength: return 20;
    case PM_SliderControlThickness: return 20;
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return measure::kGapLarge;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return measure::kGapSmall;
    case PM_MenuPanelWidth:
    case PM_MenuVMargin: return 4;
    case PM_MenuHMargin: return 4;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_TabBarTabHSpace: return 24;
    case PM_TabBarTabVSpace: return 14;
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap: return 0;
    case PM_HeaderMargin: return 8;
    case PM_FocusFrameHMargin: return 7;   // cells begin where heads do
    case PM_SplitterWidth: return 9;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int HouseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                          QStyleHintReturn* answer) const {
  switch (hint) {
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_Menu_MouseTracking: return 1;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ScrollBar_Transient: return 0;
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: return Theme::instance().motion();
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_UnderlineShortcut: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, answer);
  }
}

QSize HouseStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                   const QWidget* widget) const {
  QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
  switch (type) {
    case CT_PushButton: {
      const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      const int icon = button && !button->icon.isNull() && !button->text.isEmpty() ? 4 : 0;
      return {std::max(contents.width() + 28 + icon, measure::kControlHeight), measure::kControlHeight};
    }
    case CT_ToolButton: return {std::max(contents.width() + 12, 28), std::max(contents.height() + 8, 28)};
    case CT_LineEdit: size.setHeight(measure::kControlHeight); return size;
    case CT_ComboBox: return {contents.width() + 8 + 32, measure::kControlHeight};
    case CT_SpinBox: return {contents.width() + 16 + 22, measure::kControlHeight};
    case CT_ItemViewItem:
      size.setHeight(std::max(size.height(), qobject_cast<const QAbstractItemView*>(widget) ? 30 : size.height()));
      return size;
    case CT_HeaderSection: {
      // Room for an arrow, not for one as large as a row is high.
      if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
          header && header->sortIndicator != QStyleOptionHeader::None) {
        QStyleOptionHeader plain = *header;
        plain.sortIndicator = QStyleOptionHeader::None;
        size.setWidth(QProxyStyle::sizeFromContents(type, &plain, contents, widget).width() + 10);
      }
      size.setHeight(measure::kTableRow);
      return size;
    }
    case CT_MenuItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
      if (item && item->menuItemType == QStyleOptionMenuItem::Separator) return {size.width(), 9};
      return {size.width() + 28, 30};
    }
    case CT_TabBarTab: size.setHeight(36); return size;
    default: return size;
  }
}

namespace {

bool is(const QStyleOption* option, QStyle::StateFlag flag) { return option->state & flag; }

// The ring shows for whoever got the focus by keyboard, and for fields always.
bool shows_ring(const QStyleOption* option) {
  return is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange);
}

void paint_field(QPainter& painter, const QStyleOption* option, const QWidget* widget) {
  const Colours& c = colours();
  const bool enabled = is(option, QStyle::State_Enabled);
  const bool focused = is(option, QStyle::State_HasFocus);
  const QColor line = focused ? c.accent : is(option, QStyle::State_MouseOver) && enabled ? c.faint : c.line;
  paintPanel(painter, option->rect, measure::kControlRadius, enabled ? c.raised : c.panel, line);
  if (focused) paintFocusRing(painter, option->rect, measure::kControlRadius);
  if (widget && widget->property(kFieldWrong).toBool())
    paintPanel(painter, option->rect, measure::kControlRadius, {}, c.alarm);
}

void paint_button(QPainter& painter, const QStyleOption* option, const QWidget* widget) {
  const Colours& c = colours();
  const QString kind = widget ? widget->property(kButtonKind).toString() : QString();
  const bool enabled = is(option, QStyle::State_Enabled);
  const bool down = is(option, QStyle::State_Sunken) || is(option, QStyle::State_On);
  const bool over = is(option, QStyle::State_MouseOver);
  QColor fill = down ? c.line : over ? c.hover : c.raised;
  QColor line = c.line;
  if (kind == "primary"_L1) {
    fill = !enabled ? c.raised : down ? c.accent_pressed : over ? c.accent_hover : c.accent;
    line = enabled ? QColor() : c.line;
  } else if (kind == "quiet"_L1) {
    fill = enabled && (down || over) ? c.hover : QColor(Qt::transparent);
    line = QColor();
  } else if (!enabled) {
    fill = c.panel;
  }
  paintPanel(painter, option->rect, measure::kControlRadius, fill, line);
  if (!shows_ring(option)) return;
  if (kind == "primary"_L1) {
    paintPanel(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), 4, {}, c.on_accent);
  } else {
    paintFocusRing(painter, option->rect, measure::kControlRadius);
  }
}

void paint_check_box(QPainter& painter, const QStyleOption* option) {
  const Colours& c = colours();
  const bool enabled = is(option, QStyle::State_Enabled);
  const bool marked = is(option, QStyle::State_On) || is(option, QStyle::State_NoChange);
  const QColor fill = marked ? (enabled ? c.accent : c.faint) : c.raised;
  paintPanel(painter, option->rect, 4, fill,
             marked                                ? QColor()
             : is(option, QStyle::State_MouseOver) ? c.muted
                                                   : c.faint);
  const QRectF inside = QRectF(option->rect).adjusted(1, 1, -1, -1);
  if (is(option, QStyle::State_NoChange)) paintIcon(painter, inside, u"minus"_s, c.on_accent);
  else if (marked) paintIcon(painter, inside, u"check"_s, c.on_accent);
}

void paint_radio(QPainter& painter, const QStyleOption* option) {
  const Colours& c = colours();
  const bool on = is(option, QStyle::State_On), enabled = is(option, QStyle::State_Enabled);
  const QColor strong = enabled ? c.accent : c.faint;
  paintPanel(painter, option->rect, option->rect.width() / 2.0, c.raised, on ? strong : c.faint);
  if (on) paintPanel(painter, QRectF(option->rect).adjusted(4, 4, -4, -4), 4, strong);
}

}   // namespace

void HouseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
  const Colours& c = colours();
  switch (element) {
    case PE_PanelButtonCommand: return paint_button(*painter, option, widget);
    case PE_PanelButtonTool:
      if (is(option, State_Enabled) &&
          (is(option, State_MouseOver) || is(option, State_Sunken) || is(option, State_On)))
        paintPanel(*painter, option->rect, measure::kControlRadius, c.hover);
      if (shows_ring(option)) paintFocusRing(*painter, option->rect, measure::kControlRadius);
      return;
    case PE_PanelLineEdit:
      // A spin or combo box draws its frame itself.
      if (widget &&
          (qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) || qobject_cast<QComboBox*>(widget->parentWidget())))
        return;
      if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
        paint_field(*painter, option, widget);
      return;
    case PE_FrameLineEdit: return;
    case PE_Frame: {
      const bool focused = is(option, State_HasFocus) && widget && widget->inherits("QTextEdit");
      paintPanel(*painter, option->rect, measure::kControlRadius, {}, focused ? c.accent : c.line);
      return;
    }
    case PE_PanelScrollAreaCorner: return painter->fillRect(option->rect, c.ground);
    case PE_FrameMenu:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem: return;
    case PE_PanelMenu: return painter->fillRect(option->rect, c.raised);
    case PE_PanelTipLabel: paintPanel(*painter, option->rect, 0, c.raised, c.faint); return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paint_check_box(*painter, option);
    case PE_IndicatorRadioButton: return paint_radio(*painter, option);
    case PE_FrameFocusRect:
      if (widget && qobject_cast<const QAbstractItemView*>(widget)) return;
      if (is(option, State_KeyboardFocusChange))
        paintFocusRing(*painter, QRectF(option->rect).adjusted(-2, -1, 3, 1), 4);
      return;
    case PE_IndicatorArrowDown: paintIcon(*painter, option->rect, u"chevron-down"_s, c.muted); return;
    case PE_IndicatorArrowUp: paintIcon(*painter, option->rect, u"chevron-up"_s, c.muted); return;
    case PE_IndicatorArrowRight: paintIcon(*painter, option->rect, u"chevron-right"_s, c.muted); return;
    case PE_IndicatorArrowLeft: paintIcon(*painter, option->rect, u"chevron-left"_s, c.muted); return;
    case PE_IndicatorHeaderArrow: {
      const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
      const bool up = header && header->sortIndicator == QStyleOptionHeader::SortUp;
      paintIcon(*painter, option->rect, up ? u"sort-up"_s : u"sort-down"_s, c.text);
      return;
    }
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem: {
      const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
      if (is(option, State_Selected)) painter->fillRect(option->rect, c.accent_wash);
      else if (is(option, State_MouseOver) && is(option, State_Enabled)) painter->fillRect(option->rect, c.raised);
      else if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
      if (widget && widget->inherits("QTableView"))
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
      if (is(option, State_HasFocus) && is(option, State_KeyboardFocusChange))
        paintFocusRing(*painter, option->rect, 4);
      return;
    }
    case PE_IndicatorTabClose: paintIcon(*painter, option->rect, u"cross"_s, c.muted); return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

}   // namespace ui
