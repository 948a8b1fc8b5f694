#include "ui/look/fonts.h"

#include <QFontDatabase>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace ui {

bool loadFonts() {
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

}  // namespace

QFont fontOf(TextRole role) {
  switch (role) {
    case TextRole::Body: return text_font(13, QFont::Normal);
    case TextRole::Strong:
    case TextRole::CardTitle: return text_font(13, QFont::DemiBold);
    case TextRole::Small: return text_font(12, QFont::Normal);
    case TextRole::PageTitle: return text_font(20, QFont::DemiBold);
    case TextRole::Value: return text_font(18, QFont::DemiBold);
    case TextRole::BigValue: return text_font(26, QFont::DemiBold);
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
      return mono;
    }
  }
  return text_font(13, QFont::Normal);
}

}  // namespace ui
