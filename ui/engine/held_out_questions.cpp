#include "ui/engine/held_out_questions.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace ui {

namespace {

using nlohmann::json;

constexpr std::int64_t kRowsLookedAt = 400;
constexpr std::size_t kLongestQuestion = 1200;   // bytes: more is no question to read again and again

std::string textAt(const json& row, const std::string& key) {
  const auto found = row.find(key);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string firstOf(const json& message, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    if (std::string text = textAt(message, key); !text.empty()) return text;
  return {};
}

// Of a conversation with one question: more would be asked without what was said before.
std::string questionIn(const json& messages) {
  std::string question;
  for (const json& message : messages) {
    if (!message.is_object()) return {};
    const std::string role = firstOf(message, {"role", "from"});
    if (role != "user" && role != "human") continue;
    if (!question.empty()) return {};
    question = firstOf(message, {"content", "value", "text"});
  }
  return question;
}

}   // namespace

std::string questionOf(const std::string& raw_row, const std::map<std::string, std::string>& column_map) {
  const json row = json::parse(raw_row, nullptr, false);
  if (!row.is_object()) return {};
  const auto column = [&](const char* role) {
    const auto found = column_map.find(role);
    return found == column_map.end() ? std::string() : found->second;
  };
  if (const std::string messages = column("messages"); !messages.empty()) {
    const auto found = row.find(messages);
    return found != row.end() && found->is_array() ? questionIn(*found) : std::string();
  }
  const std::string prompt = textAt(row, column("prompt")), input = textAt(row, column("input"));
  return input.empty() ? prompt : prompt + "\n" + input;
}

std::vector<std::string> heldOutQuestions(const lift::Session& session, const lift::DataSummary& data, int most) {
  std::vector<std::string> questions;
  const std::int64_t last = std::max<std::int64_t>(0, data.rows - kRowsLookedAt);
  for (std::int64_t index = data.rows - 1; index >= last && std::ssize(questions) < most; --index) {
    const auto row = session.row(index);
    if (!row.ok() || !row->held_out || row->fate == lift::RowFate::Dropped) continue;
    std::string question = questionOf(row->raw, data.column_map);
    if (!question.empty() && question.size() <= kLongestQuestion) questions.push_back(std::move(question));
  }
  return questions;
}

}   // namespace ui
