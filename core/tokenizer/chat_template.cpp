#include "core/tokenizer/chat_template.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/jinja/dict.h"
#include "core/jinja/program.h"
#include "core/tokenizer/chat_template_answers.h"

namespace lift {

namespace {
constexpr std::size_t kLargestTemplate = 1 << 20;
}

struct ChatTemplate::Program {
  std::string source;
  std::string subject;
  jinja::Program program;

  bool mentions(std::string_view name) const {
    return std::ranges::find(program.mentions.words, name) != program.mentions.words.end();
  }
};

Result<ChatTemplate> ChatTemplate::parse(const std::string& source, const std::string& subject) {
  if (source.size() > kLargestTemplate)
    return make_error(ErrorCode::Malformed, subject,
                      say("expected a template of at most {} bytes, found {}", kLargestTemplate, source.size()));
  return catch_exceptions(subject, [&]() -> Result<ChatTemplate> {
    auto program = std::make_shared<Program>();
    program->source = source;
    program->subject = subject;
    LIFT_ASSIGN(program->program, jinja::parse_program(source, program->subject));
    ChatTemplate made;
    made.program_ = std::move(program);
    return made;
  });
}

Result<RenderedChat> ChatTemplate::render(const std::vector<ChatMessage>& messages,
                                          const ChatRenderOptions& options) const {
  return catch_exceptions(program_->subject, [&]() -> Result<RenderedChat> {
    const TemplateContext context = template_context(messages, options);
    const auto run = [&](std::size_t count, bool prompt) {
      return jinja::run_program(program_->program, context.globals(count, prompt, options.date), program_->subject);
    };
    LIFT_ASSIGN(jinja::Text text, run(messages.size(), options.add_generation_prompt));
    const RenderedTurns turns{text, messages, context.texts, options, run};
    RenderedChat chat;
    if (!text.marks.generation.empty()) {
      chat.assistant = generation_spans(turns);
      chat.marked_by_template = true;
    } else if (!options.add_generation_prompt) {
      LIFT_ASSIGN(chat.assistant, find_answers(turns, program_->subject));
    }
    chat.unused = unused_texts(turns, [&](const std::string& name) { return program_->mentions(name); });
    chat.text = std::move(text.bytes);
    return chat;
  });
}

Result<std::string> ChatTemplate::render_json(const nlohmann::ordered_json& context) const {
  return catch_exceptions(program_->subject, [&]() -> Result<std::string> {
    jinja::Globals globals;
    for (const auto& [name, value] : context.items()) globals.variables.emplace_back(name, jinja::Value::of(value));
    LIFT_ASSIGN(jinja::Text text, jinja::run_program(program_->program, std::move(globals), program_->subject));
    return std::move(text.bytes);
  });
}

const std::string& ChatTemplate::source() const { return program_->source; }
bool ChatTemplate::mentions(std::string_view name) const { return program_->mentions(name); }

}   // namespace lift
