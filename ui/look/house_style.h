#pragma once
// The window's style, based on Fusion and drawn with the values of tokens.h: flat surfaces, 1 px lines, 6 px radii, a
// ring around the widget with keyboard focus. Thread: the window's.
#include <QProxyStyle>

namespace ui {

// The kind of a button is the property "kind" = "primary" | "quiet" | "danger".
inline constexpr char kButtonKind[] = "kind";
// A field with an invalid value has the property "wrong" = true, and a red line.
inline constexpr char kFieldWrong[] = "wrong";

class HouseStyle : public QProxyStyle {
  Q_OBJECT
 public:
  HouseStyle();

  void polish(QWidget* widget) override;
  using QProxyStyle::polish;
  int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* answer) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                         const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                       const QWidget* widget) const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                          const QWidget* widget) const override;
};

}   // namespace ui
