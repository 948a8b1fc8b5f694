// A chat template becomes texts around turns only where these write what the template writes.
#include "core/exchange/turn_format.h"

#include <QtTest>

#include "tests/support/paths.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;

namespace {

constexpr const char* kChatMl =
    "{% for m in messages %}{% if loop.first and m['role'] != 'system' %}<|im_start|>system\nYou help.<|im_end|>\n"
    "{% endif %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";
constexpr const char* kSystemInUser =
    "<s>{% if messages[0]['role'] == 'system' %}{% set s = messages[0]['content'] + '\n\n' %}"
    "{% set rest = messages[1:] %}{% else %}{% set s = '' %}{% set rest = messages %}{% endif %}{% for m in rest %}"
    "{% if m['role'] == 'user' %}[INST] {{ (s if loop.first else '') + m['content'] }} [/INST]"
    "{% else %} {{ m['content'] }}<|im_end|>{% endif %}{% endfor %}";
constexpr const char* kNoSystem =
    "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system') }}{% endif %}{% for m in messages %}"
    "<t>{{ m['role'] }}\n{{ m['content'] | trim }}</t>\n"
    "{% endfor %}{% if add_generation_prompt %}<t>model\n{% endif %}";
constexpr const char* kDayPrinted = "{% for m in messages %}{{ strftime_now('%d') }}{{ m['content'] }}{% endfor %}";
constexpr const char* kCounts = "{% for m in messages %}{{ loop.index }}: {{ m['content'] }}\n{% endfor %}";
constexpr const char* kShouts = "{% for m in messages %}<t>{{ m['content'] | upper }}</t>{% endfor %}";

}   // namespace

class TurnFormatTest : public QObject {
  Q_OBJECT

  TemporaryFolder folder_;
  std::unique_ptr<Tokenizer> tokenizer_;

  Result<TurnFormat> format_of(const char* source) const {
    return TurnFormat::of(PromptTemplate::make({}, *tokenizer_, std::string(source), "test").value());
  }

 private Q_SLOTS:
  void initTestCase() {
    write_tiny_tokenizer(folder_.path());
    tokenizer_ = load_tokenizer(folder_.path()).value();
  }

  void a_template_of_turns_becomes_ollama_s() {
    const TurnFormat format = format_of(kChatMl).value();
    QCOMPARE(QString::fromStdString(go_template(format, "").value()),
             QStringLiteral("{{ if .System }}<|im_start|>system\n{{ .System }}<|im_end|>\n<|im_start|>user\n{{ else }}"
                            "<|im_start|>system\nYou help.<|im_end|>\n<|im_start|>user\n{{ end }}{{ range .Messages }}"
                            "{{ if eq .Role \"user\" }}{{ .Content }}{{ else if eq .Role \"assistant\" }}<|im_end|>\n"
                            "<|im_start|>assistant\n{{ .Content }}<|im_end|>\n<|im_start|>user\n{{ end }}{{ end }}"
                            "<|im_end|>\n<|im_start|>assistant\n"));
  }

  void a_system_text_within_the_first_turn_stays_there() {
    const TurnFormat format = format_of(kSystemInUser).value();
    QCOMPARE(format.prompt_of({{"system", "S"}, {"user", "A"}, {"assistant", "B"}, {"user", "C"}}),
             std::string("<s>[INST] S\n\nA [/INST] B<|im_end|>[INST] C [/INST]"));
    const std::string text = go_template(format, "<s>").value();
    QVERIFY2(text.find("<s>") == std::string::npos, text.c_str());   // the reader writes it itself
  }

  void a_template_without_system_messages_has_none() {
    const TurnFormat format = format_of(kNoSystem).value();
    QVERIFY(!format.system);
    QVERIFY(go_template(format, "").value().find(".System") == std::string::npos);
  }

  void a_template_that_does_more_is_refused_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("the day") << kDayPrinted;
    QTest::newRow("counts turns") << kCounts;
    QTest::newRow("changes texts") << kShouts;
  }
  void a_template_that_does_more_is_refused() {
    QFETCH(QString, source);
    const auto format = format_of(source.toUtf8().constData());
    QVERIFY(!format.ok());
    QVERIFY(format.error().code == ErrorCode::Unsupported);
  }

  void what_a_go_template_can_t_hold_is_not_written() {
    TurnFormat format = format_of(kNoSystem).value();
    format.generation = "{{";
    QVERIFY(!go_template(format, ""));
    format.generation = "\"\"\"";
    QVERIFY(!go_template(format, ""));
  }
};

QTEST_GUILESS_MAIN(TurnFormatTest)
#include "turn_format_test.moc"
