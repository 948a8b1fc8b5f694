// Every string of the window in every language that ships, with the same places for values.
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "tests/support/paths.h"

using namespace Qt::StringLiterals;

namespace {

struct Message {
  QString source;
  QStringList translations;      // one, or the plural's forms
  bool finished = true;
};

std::vector<Message> messagesOf(const QString& path) {
  QFile file(path);
  std::vector<Message> messages;
  if (!file.open(QIODevice::ReadOnly)) return messages;
  QXmlStreamReader xml(&file);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == u"message"_s) messages.emplace_back();
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

}  // namespace

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
    QProcess lupdate;
    lupdate.setWorkingDirectory(source_);
    QStringList arguments{u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s};
    if (name.contains(u"_en"_s)) arguments << u"-pluralonly"_s;   // English words are the source; only its plurals are not
    lupdate.start(QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s,
                  arguments + QStringList{u"-I"_s, u"."_s, u"ui"_s, u"app"_s, u"-ts"_s, file});
    QVERIFY2(lupdate.waitForFinished(60000) && lupdate.exitCode() == 0, qPrintable(lupdate.errorString()));
    const auto messages = messagesOf(file);
    QVERIFY(messages.size() > (name.contains(u"_en"_s) ? 5u : 500u));
    for (const Message& message : messages) {
      QVERIFY2(message.finished && !message.translations.join(QString()).trimmed().isEmpty(), qPrintable(u"not translated: "_s + message.source));
      for (const QString& translation : message.translations)
        QVERIFY2(places(translation) == places(message.source), qPrintable(u"other places than in: "_s + message.source));
    }
  }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
