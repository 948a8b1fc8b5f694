// Every string of the window, and every sentence of core that it shows, in every language that ships, with the same
// places for values.
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "core/base/sentence.h"
#include "tests/support/paths.h"

using namespace Qt::StringLiterals;

namespace {

struct Message {
  QString context, source;
  QStringList translations;   // one, or the plural's forms
  bool finished = true;
};

std::vector<Message> messagesOf(const QString& path) {
  QFile file(path);
  std::vector<Message> messages;
  if (!file.open(QIODevice::ReadOnly)) return messages;
  QXmlStreamReader xml(&file);
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"name"_s) context = xml.readElementText();
    if (xml.name() == u"message"_s) messages.push_back({context, {}, {}, true});
    if (xml.name() == u"source"_s) messages.back().source = xml.readElementText();
    if (xml.name() == u"translation"_s) {
      messages.back().finished = !xml.attributes().hasAttribute(u"type"_s);
      QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
      messages.back().translations << text;
    }
  }
  return messages;
}

QSet<QString> places(const QString& text) {
  QSet<QString> found;
  static const QRegularExpression place(u"%(\\d|n)"_s);
  for (auto match = place.globalMatch(text); match.hasNext();) found << match.next().captured();
  return found;
}

const QString kCore = u"core"_s;   // its places are fmt's gaps

bool sameGaps(const QString& translation, const QString& source) {
  const auto gaps = lift::gaps_of(translation.toStdString());
  return gaps && gaps == lift::gaps_of(source.toStdString());
}

// The file as `ninja translations_update` would leave it.
void update(const QString& file, const QString& source_folder, const QString& core) {
  QProcess python;
  python.start(u"python3"_s, {source_folder + u"/resources/translations/core_sentences.py"_s, source_folder, core});
  QVERIFY2(python.waitForFinished(60000) && python.exitCode() == 0, python.readAllStandardError().constData());
  QProcess lupdate;
  lupdate.setWorkingDirectory(source_folder);
  QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
  if (file.contains(u"_en"_s))
    arguments << u"-pluralonly"_s;   // English words are the source; only its plurals are not
  lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s,
                arguments + QStringList{u"-I"_s, u"."_s, u"ui"_s, u"app"_s, core, u"-ts"_s, file});
  QVERIFY2(lupdate.waitForFinished(60000) && lupdate.exitCode() == 0, qPrintable(lupdate.errorString()));
}

}   // namespace

class TranslationTest : public QObject {
  Q_OBJECT
  const QString source_ = QString::fromStdString(lift::test::source_dir().string());
  const QString folder_ = source_ + u"/resources/translations"_s;

 private Q_SLOTS:
  void every_string_of_the_sources_is_translated_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : QDir(folder_).entryList({u"*.ts"_s})) QTest::newRow(qPrintable(name)) << name;
  }

  void every_string_of_the_sources_is_translated() {
    QFETCH(QString, name);
    QTemporaryDir copy;
    const QString file = copy.filePath(name);
    QVERIFY(QFile::copy(folder_ + u'/' + name, file));
    update(file, source_, copy.filePath(u"core_sentences.cpp"_s));
    if (QTest::currentTestFailed()) return;
    const auto messages = messagesOf(file);
    const bool plurals = name.contains(u"_en"_s);
    const auto of_core = std::ranges::count(messages, kCore, &Message::context);
    QVERIFY2(plurals ? of_core == 0 : of_core > 700, qPrintable(QString::number(of_core)));
    QVERIFY(std::ssize(messages) - of_core > (plurals ? 5 : 500));
    QStringList missing, changed;
    for (const Message& message : messages) {
      if (!message.finished || message.translations.join(QString()).trimmed().isEmpty())
        missing << message.context + u": "_s + message.source;
      else
        for (const QString& translation : message.translations)
          if (message.context == kCore ? !sameGaps(translation, message.source)
                                       : places(translation) != places(message.source))
            changed << message.context + u": "_s + message.source + u" -> "_s + translation;
    }
    for (const QString& line : missing + changed) qWarning().noquote() << line;
    QVERIFY2(missing.isEmpty(), qPrintable(u"%1 are not translated: see above"_s.arg(missing.size())));
    QVERIFY2(changed.isEmpty(), qPrintable(u"%1 have other places than their source: see above"_s.arg(changed.size())));
  }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
