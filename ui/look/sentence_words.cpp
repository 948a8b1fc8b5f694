#include "ui/look/sentence_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

std::string translated(std::string_view pattern) {
  const QByteArray source(pattern.data(), static_cast<qsizetype>(pattern.size()));
  const std::string found = QCoreApplication::translate("core", source.constData()).toStdString();
  return lift::gaps_of(found) == lift::gaps_of(pattern) ? found : std::string(pattern);
}

// Core groups whole numbers as English does: "49,152".
std::string in_locale(std::string text) {
  static const QRegularExpression grouped(u"^-?\\d{1,3}(,\\d{3})+$"_s);
  const QString number = QString::fromStdString(text);
  return grouped.match(number).hasMatch() ? QString(number).replace(u',', QLocale().groupSeparator()).toStdString()
                                          : text;
}

std::string in_words(const lift::Sentence& sentence) {
  std::vector<std::string> values;
  values.reserve(sentence.values().size());
  for (const lift::Sentence& value : sentence.values()) values.push_back(in_words(value));
  if (!sentence.pattern().empty()) return lift::fill(translated(sentence.pattern()), values).value_or(sentence.text());
  std::string text = in_locale(sentence.as_it_is());
  for (const std::string& value : values) text += value;
  return text;
}

}   // namespace

QString words(const lift::Sentence& sentence) { return QString::fromStdString(in_words(sentence)); }
QString words(const lift::Error& error) { return words(error.whole()); }

}   // namespace ui
