// Core's sentences in the window's language: by a translator of this test, and by the one that ships.
#include "ui/look/sentence_words.h"

#include <QTranslator>

#include "core/base/say.h"
#include "core/io/gguf_reader.h"
#include "core/metrics/run_log.h"
#include "tests/support/paths.h"
#include "tests/ui/support/ui_test.h"
#include "ui/look/translation.h"

using namespace Qt::StringLiterals;
using lift::say;
using lift::Sentence;

namespace {

class Dictionary : public QTranslator {
 public:
  explicit Dictionary(QHash<QByteArray, QString> words) : words_(std::move(words)) {
    QCoreApplication::installTranslator(this);
  }
  ~Dictionary() override { QCoreApplication::removeTranslator(this); }
  bool isEmpty() const override { return false; }
  QString translate(const char* context, const char* source, const char*, int) const override {
    return QByteArrayView(context) == "core" ? words_.value(source) : QString();
  }

 private:
  QHash<QByteArray, QString> words_;
};

lift::Error errorOfADiary(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (file.open(QIODevice::WriteOnly)) file.write("Dear diary, this is not a model.");
  file.close();
  return lift::GgufReader::open(path).error();
}

}   // namespace

class SentenceWordsTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void without_a_translation_it_is_english() {
    const Sentence sentence = say("{:.1f} % of {}", 12.34, say("the {}", "Größe"));
    QCOMPARE(ui::words(sentence), QString::fromStdString(sentence.text()));
  }

  void values_move_and_sentences_in_gaps_are_translated() {
    const Dictionary german(
        {{"{} of {:.1f} GB are {}", u"{2}: {1} GB, davon {0}"_s}, {"free", u"frei"_s}, {"a file", u"Datei"_s}});
    QCOMPARE(ui::words(say("{} of {:.1f} GB are {}", 3, 7.25, say("free"))), u"frei: 7.2 GB, davon 3"_s);
    QCOMPARE(ui::words(lift::joined({say("a file"), Sentence::verbatim("free")})), u"Datei, free"_s);
  }

  void a_translation_with_other_gaps_is_not_taken() {
    const Dictionary wrong({{"{} of {}", u"{} von"_s}, {"all {}", u"alle {0} {1}"_s}, {"line {}", u"Zeile {"_s}});
    QCOMPARE(ui::words(say("{} of {}", 1, 2)), u"1 of 2"_s);
    QCOMPARE(ui::words(say("all {}", 1)), u"all 1"_s);
    QCOMPARE(ui::words(say("line {}", 1)), u"line 1"_s);
  }

  void whole_numbers_are_grouped_as_the_locale_has_it() {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QString found = ui::words(say("{} of {} in {}", "49,152", "1,234,567", "a,123.gguf"));
    QLocale::setDefault(before);
    QCOMPARE(found, u"49.152 of 1.234.567 in a,123.gguf"_s);
  }

  void an_error_is_told_whole() {
    const Dictionary chinese({{"{}: {}", u"{}：{}"_s},
                              {"{}. {}", u"{}。{}"_s},
                              {"{}.", u"{}。"_s},
                              {"is gone", u"不见了"_s},
                              {"Look elsewhere", u"请另寻"_s}});
    const lift::Error error =
        lift::make_error(lift::ErrorCode::NotFound, std::string("a.gguf"), say("is gone"), say("Look elsewhere"));
    QCOMPARE(ui::words(error), u"a.gguf：不见了。请另寻。"_s);
    QCOMPARE(error.sentence(), std::string("a.gguf: is gone. Look elsewhere."));
  }

  void a_german_window_says_in_german_that_a_file_is_no_model() {
    ui::installTranslation(*QCoreApplication::instance(), u"de"_s);
    const lift::test::TemporaryFolder folder;
    const lift::Error error = errorOfADiary(folder / "notes.gguf");
    QVERIFY2(error.sentence().find("not a GGUF file") != std::string::npos, error.sentence().c_str());
    const QString said = ui::words(error);
    QVERIFY2(said.startsWith(QString::fromStdString((folder / "notes.gguf").string())), qPrintable(said));
    QVERIFY2(!said.contains(u"expected"_s) && !said.contains(u"found"_s) && !said.contains(u"not a"_s),
             qPrintable(said));
    QVERIFY2(said.contains(u"GGUF"_s) && said.contains(u"Datei"_s), qPrintable(said));
  }

  void a_german_window_says_in_german_why_an_old_run_failed() {
    ui::installTranslation(*QCoreApplication::instance(), u"de"_s);
    const lift::test::TemporaryFolder folder;
    const lift::Sentence reason = errorOfADiary(folder / "notes.gguf").whole();
    lift::RunLogWriter log = lift::RunLogWriter::open(folder / "metrics.jsonl").value();
    QVERIFY(log.append(lift::RunEvent{7, lift::RunEvent::Kind::Failed, reason, {}}).ok());
    const auto records = lift::read_run_log(folder / "metrics.jsonl").value();
    const lift::Sentence read = std::get<lift::RunEvent>(records.at(0)).text;
    QCOMPARE(ui::words(read), ui::words(reason));
    QVERIFY(ui::words(read) != QString::fromStdString(reason.text()));
  }
};

UI_TEST_MAIN(SentenceWordsTest)
#include "sentence_words_test.moc"
