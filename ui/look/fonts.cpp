#include "ui/look/fonts.h"

#include <QFontDatabase>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

// Where Inter has no glyph. Left to itself Qt may take a Japanese font for Chinese: same characters, other shapes.
void nameFallbacks() {
  QStringList text, mono;
  for (const auto& name : {"Noto Sans CJK SC"_L1, "Noto Sans SC"_L1, "Source Han Sans SC"_L1, "Source Han Sans CN"_L1,
                           "WenQuanYi Micro Hei"_L1})
    if (QFontDatabase::hasFamily(name)) text << name;
  for (const auto& name : {"Noto Sans Mono CJK SC"_L1, "WenQuanYi Micro Hei Mono"_L1})
    if (QFontDatabase::hasFamily(name)) mono << name;
  QFont::insertSubstitutions(u"Inter Tabular"_s, text);
  QFont::insertSubstitutions(u"JetBrains Mono"_s, mono + text);
}

// Chinese fonts come in regular and bold: a half-bold title would stand half in bold Latin, half in regular Chinese.
QFont::Weight strongWeight() { return QLocale().language() == QLocale::Chinese ? QFont::Bold : QFont::DemiBold; }

}   // namespace

bool loadFonts() {
  nameFallbacks();
  bool all = true;
  for (const auto& name : {"InterTabular-Regular.otf"_L1, "InterTabular-Medium.otf"_L1, "InterTabular-SemiBold.otf"_L1,
                           "InterTabular-Bold.otf"_L1, "JetBrainsMono-Regular.ttf"_L1, "JetBrainsMono-Medium.ttf"_L1})
    all &= QFontDatabase::addApplicationFont(":/fonts/"_L1 + name) >= 0;
  return all;
}

namespace {

QFont text_font(int pixels, QFont::Weight weight) {
  QFont font(u"Inter Tabular"_s);
  font.setPixelSize(pixels);
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

}   // namespace

QFont fontOf(TextRole role) {
  switch (role) {
    case TextRole::Body: return text_font(13, QFont::Normal);
    case TextRole::Strong:
    case TextRole::CardTitle: return text_font(13, strongWeight());
    case TextRole::Small: return text_font(12, QFont::Normal);
    case TextRole::PageTitle: return text_font(20, strongWeight());
    case TextRole::Value: return text_font(18, strongWeight());
    case TextRole::BigValue: return text_font(26, strongWeight());
    case TextRole::Axis: return text_font(11, QFont::Normal);
    case TextRole::Caption: {
      QFont caption = text_font(11, QFont::Medium);
      caption.setCapitalization(QFont::AllUppercase);
      caption.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
      return caption;
    }
    case TextRole::Mono: {
      QFont mono(u"JetBrains Mono"_s);
      mono.setPixelSize(12);
      mono.setHintingPreference(QFont::PreferNoHinting);
      mono.setStyleStrategy(
          QFont::PreferNoShaping);   // a token is shown as it is spelled: no ligature makes a sign of "<|"
      return mono;
    }
  }
  return text_font(13, QFont::Normal);
}

}   // namespace ui
