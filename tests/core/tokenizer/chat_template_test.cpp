// Chat templates against jinja2 (tests/golden/tokenizer/make_chat_golden.py), and which bytes belong to an answer.
#include "core/tokenizer/chat_template.h"

#include <QtTest>

#include "tests/core/tokenizer/golden_lines.h"

using namespace lift;
using namespace lift::test;
using nlohmann::json;

namespace {

const json& chat_golden() {
  static const json golden = json::parse(golden_bytes("chat.json"));
  return golden;
}

const json& golden_case(const std::string& name) {
  for (const json& entry : chat_golden()["cases"])
    if (entry["name"] == name) return entry;
  throw std::runtime_error("no golden case " + name);
}

ChatTemplate parsed(const std::string& source) {
  auto made = ChatTemplate::parse(source, "template");
  if (!made.ok()) throw std::runtime_error(made.error().sentence());
  return std::move(made).value();
}

std::string template_of(const std::string& model) { return golden_case(model + " 0 False")["template"]; }

std::vector<std::string> answers(const RenderedChat& chat) {
  std::vector<std::string> texts;
  for (const AnswerSpan& span : chat.assistant)
    texts.push_back(chat.text.substr(span.bytes.begin, span.bytes.end - span.bytes.begin));
  return texts;
}

ChatFields fields(const std::string& text) {
  return std::make_shared<const nlohmann::ordered_json>(nlohmann::ordered_json::parse(text));
}

// Chat templates in the form of many: "<|im_start|>ROLE\nCONTENT<|im_end|>\n".
const std::string chatml =
    "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' + m.content + '<|im_end|>\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

const std::vector<ChatMessage> two_turns{
    {"system", "Be brief."}, {"user", "2+2?"}, {"assistant", "4"}, {"user", "3+3?"}, {"assistant", "  6é \n"}};

ChatRenderOptions options_of(const std::string& bos, const std::string& eos) {
  ChatRenderOptions options;
  options.bos_token = bos;
  options.eos_token = eos;
  return options;
}

std::string refusal(const std::string& source, const json& context = json::object()) {
  const auto made = ChatTemplate::parse(source, "template");
  if (!made.ok()) return made.error().sentence();
  const auto text = made->render_json(context);
  return text.ok() ? "" : text.error().sentence();
}

}   // namespace

class ChatTemplateTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_template_renders_as_jinja2_does_data() {
    QTest::addColumn<QString>("name");
    for (const json& entry : chat_golden()["cases"])
      QTest::newRow(entry["name"].get<std::string>().c_str()) << QString::fromStdString(entry["name"]);
  }
  void a_template_renders_as_jinja2_does() {
    QFETCH(QString, name);
    const std::string case_name = name.toStdString();
    const json& entry = golden_case(case_name);
    const auto made = ChatTemplate::parse(entry["template"], "template");
    QVERIFY2(made.ok(), made.ok() ? "" : made.error().sentence().c_str());
    const auto text = made->render_json(entry["context"]);
    QVERIFY2(text.ok(), text.ok() ? "" : text.error().sentence().c_str());
    QCOMPARE(*text, entry["expected"].get<std::string>());
  }

  void what_is_beyond_us_is_refused_in_words_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("message");
    for (const json& entry : chat_golden()["refused"])
      QTest::newRow(entry["name"].get<std::string>().c_str())
          << QString::fromStdString(entry["template"]) << QString::fromStdString(entry["message"]);
  }
  void what_is_beyond_us_is_refused_in_words() {
    QFETCH(QString, source);
    QFETCH(QString, message);
    const std::string sentence = refusal(source.toStdString());
    QVERIFY2(sentence.find(message.toStdString()) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find("line ") != std::string::npos, sentence.c_str());
  }

  void an_answer_is_its_content_and_the_end_token_behind_it() {
    const auto chat = parsed(template_of("smollm2")).render(two_turns, options_of("<|im_start|>", "<|im_end|>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"4<|im_end|>", "  6é \n<|im_end|>"}));
  }
  void an_answer_survives_trimming_and_concatenation() {
    const auto llama3 = parsed(template_of("llama31")).render(two_turns, options_of("<|begin_of_text|>", "<|eot_id|>"));
    QCOMPARE(answers(*llama3), (std::vector<std::string>{"4<|eot_id|>", "6é<|eot_id|>"}));
    const auto llama2 = parsed(template_of("llama2")).render(two_turns, options_of("<s>", "</s>"));
    QCOMPARE(answers(*llama2), (std::vector<std::string>{" 4 </s>", " 6é </s>"}));
    const auto mistral = parsed(template_of("mistral")).render(two_turns, options_of("<s>", "</s>"));
    QCOMPARE(answers(*mistral), (std::vector<std::string>{" 4</s>", " 6é</s>"}));
  }
  void an_answer_survives_a_macro_and_a_split() {
    const std::vector<ChatMessage> messages{{"user", "Why?"}, {"assistant", "<think>\nhm\n</think>\n\nSo."}};
    const auto chat = parsed(template_of("reasoning")).render(messages, options_of("", "<|im_end|>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"So.<|im_end|>"}));
  }
  void the_end_token_may_be_another_than_eos() {
    ChatRenderOptions options = options_of("<|begin_of_text|>", "<|end_of_text|>");
    options.end_tokens = {"<|end_of_text|>", "<|eot_id|>"};
    const auto chat = parsed(template_of("llama3")).render({{"user", "Hi"}, {"assistant", "Ho"}}, options);
    QCOMPARE(answers(*chat), (std::vector<std::string>{"Ho<|eot_id|>"}));
  }
  void an_end_token_of_the_next_turn_is_not_taken_for_the_answers() {
    const auto chat =
        parsed(
            "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% if m.role == 'user' %}<end>{% endif %}{% endfor %}")
            .render({{"user", "a"}, {"assistant", "b"}, {"user", "c"}, {"assistant", "d"}}, options_of("", "<end>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"[assistant]b", "[assistant]d"}));   // no generation prompt
  }
  void content_that_loses_its_mark_is_found_by_difference() {
    const auto chat =
        parsed(
            "{% for m in messages %}[{{ m.role }}]{{ m.content | tojson }}<end>\n{% endfor %}"
            "{% if add_generation_prompt %}[assistant]{% endif %}")
            .render({{"user", "a"}, {"assistant", "b\"c"}, {"user", "d"}, {"assistant", "e"}}, options_of("", "<end>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"\"b\\\"c\"<end>", "\"e\"<end>"}));
  }
  void a_template_that_rewrites_earlier_turns_and_loses_marks_is_refused() {
    const auto chat = parsed(
                          "{{ messages | length }}"
                          "{{ messages | map(attribute='content') | map('length') | join('-') }}")
                          .render({{"user", "a"}, {"assistant", "b"}}, options_of("", "<end>"));
    QVERIFY(!chat.ok());
    QCOMPARE(chat.error().code, ErrorCode::Unsupported);
  }
  void what_the_template_adds_to_an_answer_trains() {
    const auto chat = parsed(
                          "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{% if m.role == 'assistant' %}"
                          "{{ '<|channel|>final<|message|>' }}{% endif %}{{ m.content + '<|im_end|>\n' }}{% endfor %}"
                          "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}")
                          .render(two_turns, options_of("", "<|im_end|>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"<|channel|>final<|message|>4<|im_end|>",
                                                       "<|channel|>final<|message|>  6é \n<|im_end|>"}));
  }
  void a_generation_prompt_that_opens_the_thinking_is_not_learned() {
    const auto thinks = parsed(
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{% if m.role == 'assistant' %}"
        "{{ '<think>\n' + m.reasoning_content | default('') + '\n</think>\n' }}{% endif %}"
        "{{ m.content + '<|im_end|>\n' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n<think>\n' }}{% endif %}");
    const std::vector<ChatMessage> messages{{"user", "Why?"}, {"assistant", "So.", fields(R"({"thinking": "hm"})")}};
    QCOMPARE(answers(*thinks.render(messages, options_of("", "<|im_end|>"))),
             (std::vector<std::string>{"hm\n</think>\nSo.<|im_end|>"}));
  }
  void a_prompt_and_an_answer_part_at_whole_words() {
    const auto chat = parsed(
                          "{% for m in messages %}<{{ m.role }}>{% if m.role == 'assistant' %}<tool>{% endif %}"
                          "{{ m.content }}<end>{% endfor %}{% if add_generation_prompt %}<assistant><think>{% endif %}")
                          .render({{"user", "a"}, {"assistant", "b"}}, options_of("", "<end>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"<tool>b<end>"}));
  }
  void a_marked_generation_is_what_trains() {
    const auto chat = parsed(
                          "{% for m in messages %}[{{ m.role }}]{% if m.role == 'assistant' %}{% generation %}"
                          "{{ m.content }}{% endgeneration %}{% else %}{{ m.content }}{% endif %}<end>{% endfor %}")
                          .render(two_turns, options_of("", "<end>"));
    QVERIFY(chat->marked_by_template);
    QCOMPARE(answers(*chat), (std::vector<std::string>{"4", "  6é \n"}));
    QCOMPARE(chat->assistant[1].message, std::size_t{4});
  }
  void an_answer_in_pieces_is_one_turn() {
    const auto split = parsed(
        "{% for m in messages %}{{ '<|im_start|>' + m.role + '\n' }}{% set parts = m.content.split('</think>') %}"
        "{% if parts | length > 1 %}<think>{{ parts[0].split('<think>')[-1].strip() }}</think>{% endif %}"
        "{{ parts[-1].strip() + '<|im_end|>\n' }}{% endfor %}"
        "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}");
    const auto chat =
        split.render({{"user", "?"}, {"assistant", "<think>\nhm\n</think>\n\n24"}}, options_of("", "<|im_end|>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"<think>hm</think>24<|im_end|>"}));
    QVERIFY(chat->unused.empty());
  }
  void a_tools_answer_inside_a_turn_is_not_learned() {
    const auto chat = parsed(
                          "{% for m in messages %}{% if m.role == 'assistant' %}<a>{{ m.content }}"
                          "{{ messages[loop.index].content if not loop.last }}<end>{% elif m.role == 'user' %}"
                          "{{ m.content }}{% endif %}{% endfor %}{% if add_generation_prompt %}<a>{% endif %}")
                          .render({{"user", "q"}, {"assistant", "look"}, {"tool", "sunny"}}, options_of("", "<end>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"look", "<end>"}));
  }
  void a_loop_over_numbers_knows_its_messages() {
    const auto chat =
        parsed(
            "{% for i in range(messages | length) %}{% set m = messages[i] %}{% if m.role == 'assistant' %}"
            "<a>say: {% endif %}{{ m.content | tojson }}<end>{% endfor %}"
            "{% if add_generation_prompt %}<a>{% endif %}")
            .render({{"user", "q"}, {"assistant", "r"}}, options_of("", "<end>"));
    QCOMPARE(answers(*chat), (std::vector<std::string>{"say: \"r\"<end>"}));
  }

  void a_template_keeps_its_source() {
    QCOMPARE(parsed("{{ 'a' }}{# kept #}").source(), std::string("{{ 'a' }}{# kept #}"));
  }

  void every_field_of_a_message_reaches_the_template() {
    const auto shows = parsed("{{ messages[0] | tojson }}{% for m in messages %}{{ m.get('x') }}{% endfor %}");
    const auto text = [&](ChatMessage message) {
      return shows.render({std::move(message)}, {.add_generation_prompt = true})->text;
    };
    QCOMPARE(text({"developer", "Be kind."}), R"({"role": "developer", "content": "Be kind."}None)");
    QCOMPARE(text({"user", "", fields(R"({"content": [{"type": "text", "text": "a"}], "z": 1, "x": 2.0})")}),
             R"({"role": "user", "content": [{"type": "text", "text": "a"}], "z": 1, "x": 2.0}2.0)");
    QCOMPARE(text({"user", "a", fields(R"({"name": "n", "tool_calls": null, "x": "y"})")}),
             R"({"role": "user", "content": "a", "name": "n", "x": "y"}y)");
    QCOMPARE(text({"assistant", "", fields(R"({"tool_calls": [{"b": 1, "a": 2}]})"), true}),
             R"({"role": "assistant", "tool_calls": [{"b": 1, "a": 2}]}None)");
    QCOMPARE(text({"user", "a", fields(R"({"content": "a", "role": "user"})")}),
             R"({"content": "a", "role": "user"}None)");
    QCOMPARE(
        text({"assistant", "a", fields(R"({"reasoning": "r"})")}),
        R"({"thinking": "r", "role": "assistant", "content": "a", "reasoning": "r", "reasoning_content": "r"}None)");
  }
  void variables_and_special_tokens_are_there_by_name() {
    ChatRenderOptions options = options_of("", "</s>");
    options.special_tokens = {{"pad_token", "<pad>"}, {"image_token", "<img>"}};
    options.add_generation_prompt = true;
    const std::string source =
        "{{ tools is none }}{{ documents is none }}{{ bos_token is defined }}{{ eos_token }}{{ pad_token }}"
        "{{ image_token }}{{ enable_thinking is defined }}{{ tools | tojson }}";
    const std::vector<ChatMessage> messages{{"user", "a"}};
    QCOMPARE(parsed(source).render(messages, options)->text, "TrueTrueFalse</s><pad><img>Falsenull");
    options.variables = fields(R"({"tools": [{"z": 1, "a": 2}], "enable_thinking": false, "bos_token": "<b>"})");
    QCOMPARE(parsed(source).render(messages, options)->text, R"(FalseTrueTrue</s><pad><img>True[{"z": 1, "a": 2}])");
  }
  void what_a_template_does_not_write_is_told() {
    const auto chat = parsed(
                          "{% for m in messages %}[{{ m.role }}]{{ m.content.split('</think>')[-1] | trim }}<end>"
                          "{% endfor %}{% if add_generation_prompt %}[assistant]{% endif %}")
                          .render({{"user", "q"},
                                   {"assistant", "<think>long</think> a", fields(R"({"reasoning_content": "r"})")},
                                   {"user", " b ", fields(R"({"name": "Zoe"})")},
                                   {"assistant", "<b>c</b>"}},
                                  options_of("", "<end>"));
    std::vector<std::string> told;
    for (const UnusedText& text : chat->unused)
      told.push_back(std::to_string(text.message) + " " + text.field + (text.partly ? " partly" : ""));
    QCOMPARE(told, (std::vector<std::string>{"1 content partly", "1 reasoning_content", "2 name"}));
  }
  void a_template_says_which_names_it_knows() {
    const auto made = parsed("{% if m.reasoning is defined and m['tool_calls'] %}{{ enable_thinking }}{% endif %}text");
    for (const char* name : {"reasoning", "tool_calls", "enable_thinking"}) QVERIFY(made.mentions(name));
    for (const char* name : {"text", "weight", "thinking"}) QVERIFY(!made.mentions(name));
  }
  void the_words_of_a_refusal_reach_the_reader() {
    const auto chat = parsed(chatml +
                             "{% if messages[0].role == 'developer' %}{{ raise_exception('No developers!') }}"
                             "{% endif %}")
                          .render({{"developer", "x"}, {"assistant", "y"}}, options_of("", "<|im_end|>"));
    QCOMPARE(chat.error().code, ErrorCode::InvalidArgument);
    QVERIFY(chat.error().sentence().find("No developers!") != std::string::npos);
  }
  void a_template_may_refuse_a_conversation() {
    const auto chat = parsed(template_of("llama2")).render({{"user", "a"}, {"user", "b"}}, options_of("<s>", "</s>"));
    QVERIFY(!chat.ok());
    QCOMPARE(chat.error().code, ErrorCode::InvalidArgument);
    QVERIFY(chat.error().sentence().find("Roles must alternate") != std::string::npos);
  }

  void hostile_templates_end_in_an_error_data() {
    QTest::addColumn<QString>("source");
    QTest::newRow("deep brackets") << "{{ " + QString(50'000, '(') + " }}";
    QTest::newRow("deep lists") << "{{ " + QString(50'000, '[') + " }}";
    QTest::newRow("deep signs") << "{{ " + QString(50'000, '-') + "1 }}";
    QTest::newRow("deep not") << "{{ " + QString("not ").repeated(50'000) + "1 }}";
    QTest::newRow("deep if") << QString("{% if 1 %}").repeated(50'000);
    QTest::newRow("deep elif") << "{% if 0 %}" + QString("{% elif 0 %}").repeated(5'000) + "{% endif %}";
    QTest::newRow("deep conditions") << "{{ " + QString("1 if 0 else ").repeated(20'000) + "1 }}";
    QTest::newRow("endless work") << "{% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}";
    QTest::newRow("endless macro") << "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}";
    QTest::newRow("long text") << "{{ 'a' * 99999999999 }}";
    QTest::newRow("growing text")
        << "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(99) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}";
    QTest::newRow("long range") << "{{ range(99999999) | list }}";
    QTest::newRow("overflow") << "{{ 999999999999999999 * 999999999999999999 }}";
    QTest::newRow("lone brace") << "{%";
    QTest::newRow("huge number") << "{{ 99999999999999999999999 }}";
    QTest::newRow("too long") << QString(3'000'000, 'x');
  }
  void hostile_templates_end_in_an_error() {
    QFETCH(QString, source);
    const std::string sentence = refusal(source.toStdString());
    QVERIFY(!sentence.empty());
  }
};

QTEST_GUILESS_MAIN(ChatTemplateTest)
#include "chat_template_test.moc"
