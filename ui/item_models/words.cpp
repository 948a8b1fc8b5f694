#include "ui/item_models/words.h"

#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

#include "core/session/model_name.h"
#include "core/session/outcome_words.h"
#include "core/session/summaries.h"
#include "ui/look/sentence_words.h"

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString scaled(double value, double base, const std::array<const char*, 5>& units) {
  std::size_t unit = 0;
  while (std::abs(value) >= base && unit + 1 < units.size()) value /= base, ++unit;
  const int decimals = unit == 0 || std::abs(value) >= 100 ? 0 : 1;
  return QLocale().toString(value, 'f', decimals) + QChar(0xA0) + QString::fromLatin1(units[unit]);
}

}   // namespace

QString countWords(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }

QString shortCountWords(std::int64_t count) {
  if (std::llabs(count) < 10000) return countWords(count);
  return scaled(static_cast<double>(count), 1000, {"", "k", "M", "B", "T"});
}

QString bytesWords(double bytes) { return scaled(bytes, 1000, {"B", "kB", "MB", "GB", "TB"}); }
QString mebibytesWords(double bytes) { return scaled(bytes, 1024, {"B", "KiB", "MiB", "GiB", "TiB"}); }

QString secondsWords(double seconds) {
  const auto whole = static_cast<qlonglong>(seconds + 0.5);
  if (seconds < 10) return QCoreApplication::translate("words", "%1 s").arg(QLocale().toString(seconds, 'f', 1));
  if (whole < 60) return QCoreApplication::translate("words", "%1 s").arg(whole);
  if (whole < 3600) return QCoreApplication::translate("words", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
  return QCoreApplication::translate("words", "%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString percentWords(double share, int decimals) {
  return QLocale().toString(100 * share, 'f', decimals) + QChar(0xA0) + QLatin1Char('%');
}

QString numberWords(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }

QString rateWords(double rate) {
  if (rate == 0 || std::abs(rate) >= 1e-4) return QLocale().toString(rate, 'g', 3);
  const int power = static_cast<int>(std::floor(std::log10(std::abs(rate))));
  return QLocale().toString(rate / std::pow(10.0, power), 'g', 3) + QLatin1Char('e') + QString::number(power);
}

QString modelWords(const QString& path) { return QString::fromStdString(lift::model_name_of(path.toStdString())); }

// A Chinese full stop has its own room after it.
QString sentenceWords(const QStringList& sentences) {
  return sentences.join(QLocale().language() == QLocale::Chinese ? QString() : u" "_s);
}

QString pathWords(const QString& path) {
  const QString home = QDir::homePath();
  return path.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + path.mid(home.size()) : path;
}

QString probeWords(double before, double after, std::int64_t items) {
  if (items <= 0) return u"%1 → %2"_s.arg(percentWords(before), percentWords(after));
  const auto right = [items](double share) { return countWords(std::llround(share * static_cast<double>(items))); };
  return QCoreApplication::translate("words", "%1 → %2 of %3").arg(right(before), right(after), countWords(items));
}

// More right answers than before are no more knowledge kept than all of it.
QString keptWords(double before, double after, std::optional<double> high) {
  if (after >= before) return QCoreApplication::translate("words", "no loss can be seen");
  return high.value_or(0) >= 1 ? QCoreApplication::translate("words", "fewer, but within chance")
                               : QCoreApplication::translate("words", "something is forgotten");
}

QString gainWords(const lift::RunSummary& run) {
  QStringList sentences;
  if (run.exact_before && run.exact_after)
    sentences << QCoreApplication::translate("words", "Held-out rows answered exactly: %1 → %2.")
                     .arg(words(lift::exact_sentence(*run.exact_before)),
                          words(lift::exact_sentence(*run.exact_after)));
  if (run.held_out_before && run.held_out_after)
    sentences << QCoreApplication::translate("words", "Held-out loss %1 → %2.")
                     .arg(numberWords(*run.held_out_before, 3), numberWords(*run.held_out_after, 3));
  else if (run.first_loss && run.last_loss)
    sentences << QCoreApplication::translate("words", "Training loss %1 → %2.")
                     .arg(numberWords(*run.first_loss, 3), numberWords(*run.last_loss, 3));
  if (run.probe_before && run.probe_after)
    sentences << QCoreApplication::translate("words", "Probe: %1, %2.")
                     .arg(probeWords(*run.probe_before, *run.probe_after, run.probe_items),
                          keptWords(*run.probe_before, *run.probe_after, run.retention_high));
  return sentenceWords(sentences);
}

}   // namespace ui
