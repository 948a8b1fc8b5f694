#include "core/exchange/turn_format.h"

#include <array>

#include "core/base/say.h"

namespace lift {

namespace {

using Conversation = std::vector<ChatMessage>;

ChatMessage system_says(std::string text) { return {"system", std::move(text)}; }
ChatMessage user_says(std::string text) { return {"user", std::move(text)}; }
ChatMessage model_says(std::string text) { return {"assistant", std::move(text)}; }

Error not_turns() {
  return Error{.code = ErrorCode::Unsupported,
               .subject = say("chat template"),
               .message = say("it writes more than texts around the turns of a conversation")};
}

// The texts in front of, between and behind the marks, each of which occurs once, in order.
std::optional<std::vector<std::string>> around(const std::string& text, const std::vector<std::string>& marks) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (const std::string& mark : marks) {
    const std::size_t at = text.find(mark, begin);
    if (at == text.npos) return std::nullopt;
    parts.push_back(text.substr(begin, at - begin));
    begin = at + mark.size();
  }
  parts.push_back(text.substr(begin));
  for (const std::string& part : parts)
    for (const std::string& mark : marks)
      if (part.find(mark) != part.npos) return std::nullopt;
  return parts;
}

// Other texts than those that the format was found with: lengths, lines, characters.
const std::array<Conversation, 5>& trials() {
  static const std::array<Conversation, 5> conversations{
      Conversation{user_says("What is 2 + 2?")},
      Conversation{system_says("Be brief.\nNo lists."), user_says("Wie geht's?")},
      Conversation{user_says("one"), model_says("two\n\nthree"), user_says("4")},
      Conversation{system_says("你好"), user_says("a {b} \"c\""), model_says("{\"d\": 1}"), user_says("e")},
      Conversation{user_says("1"), model_says("2"), user_says("3"), model_says("4"), user_says("5"), model_says("6"),
                   user_says("7")},
  };
  return conversations;
}

bool begins_with_system(const Conversation& messages) { return messages.front().role == "system"; }

bool can_stand(const std::string& text) {
  return text.find("{{") == text.npos && text.find("}}") == text.npos && text.find("\"\"\"") == text.npos;
}

}   // namespace

std::string TurnFormat::prompt_of(const std::vector<ChatMessage>& messages) const {
  std::string text;
  std::size_t first = 0;
  if (system && !messages.empty() && begins_with_system(messages)) {
    text = system->before + messages.front().content + system->after;
    first = 1;
  } else {
    text = opening;
  }
  for (std::size_t i = first; i < messages.size(); ++i) {
    const bool answer = messages[i].role == "assistant";
    if (answer) text += answer_opening;
    text += messages[i].content;
    if (answer) text += between_turns;
  }
  return text + generation;
}

Result<TurnFormat> TurnFormat::of(const PromptTemplate& prompt) {
  if (prompt.asks_for_date()) return not_turns();
  const std::string a = "Quokka1", b = "Numbat2", c = "Bilby3", d = "Dingo4", e = "Echidna5", s = "Platypus6";
  TurnFormat format;
  LIFT_ASSIGN(const std::string one, prompt.render_prompt({user_says(a)}));
  LIFT_ASSIGN(const std::string three,
              prompt.render_prompt({user_says(a), model_says(b), user_says(c), model_says(d), user_says(e)}));
  const auto single = around(one, {a}), turns = around(three, {a, b, c, d, e});
  if (!single || !turns) return not_turns();
  format.opening = (*single)[0];
  format.generation = (*single)[1];
  format.answer_opening = (*turns)[1];
  format.between_turns = (*turns)[2];
  if (const auto with_system = prompt.render_prompt({system_says(s), user_says(a)}); with_system.ok())
    if (const auto parts = around(*with_system, {s, a})) format.system = SystemTurn{(*parts)[0], (*parts)[1]};
  for (const Conversation& conversation : trials()) {
    if (begins_with_system(conversation) && !format.system) continue;
    LIFT_ASSIGN(const std::string expected, prompt.render_prompt(conversation));
    if (format.prompt_of(conversation) != expected) return not_turns();
  }
  return format;
}

std::optional<std::string> go_template(TurnFormat format, const std::string& skipped) {
  const auto skip = [&](std::string& text) {
    if (!skipped.empty() && text.starts_with(skipped)) text.erase(0, skipped.size());
  };
  skip(format.opening);
  if (format.system) skip(format.system->before);
  for (const std::string* text : {&format.opening, &format.answer_opening, &format.between_turns, &format.generation})
    if (!can_stand(*text)) return std::nullopt;
  std::string text = format.opening;
  if (format.system) {
    if (!can_stand(format.system->before) || !can_stand(format.system->after)) return std::nullopt;
    text = "{{ if .System }}" + format.system->before + "{{ .System }}" + format.system->after + "{{ else }}" +
           format.opening + "{{ end }}";
  }
  text += "{{ range .Messages }}{{ if eq .Role \"user\" }}{{ .Content }}{{ else if eq .Role \"assistant\" }}" +
          format.answer_opening + "{{ .Content }}" + format.between_turns + "{{ end }}{{ end }}";
  return text + format.generation;
}

}   // namespace lift
