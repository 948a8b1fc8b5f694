#include "core/evaluate/task_file.h"

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

struct TaskFile {
  fs::path data;
  std::optional<AnswerRule> rule;
  std::string prompt;   // with {question} in it; empty: the question alone
  std::int64_t items = 0, tokens = 0;
};

Error wrong(const fs::path& file, const std::string& field, Sentence expected, const json& found) {
  return make_error(ErrorCode::Malformed, say("{}, field \"{}\"", file.string(), field),
                    say("expected {}, found {}", std::move(expected),
                        quote_name(found.dump(-1, ' ', true, json::error_handler_t::replace), 80)));
}

constexpr std::string_view kQuestion = "{question}";

Status read_field(const fs::path& file, const std::string& name, const json& value, TaskFile& task) {
  if (name == "data") {
    if (!value.is_string()) return wrong(file, name, say("the name of a file"), value);
    task.data = file.parent_path() / value.get<std::string>();
  } else if (name == "rule") {
    if (value.is_string()) task.rule = parse_answer_rule(value.get<std::string>());
    if (!task.rule) return wrong(file, name, say("text, json, number or letter"), value);
  } else if (name == "prompt") {
    if (!value.is_string() || value.get_ref<const std::string&>().find(kQuestion) == std::string::npos)
      return wrong(file, name, say("a text with {} in it", kQuestion), value);
    task.prompt = value.get<std::string>();
  } else if (name == "items" || name == "tokens") {
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0)
      return wrong(file, name, say("a whole number of 0 or more"), value);
    (name == "items" ? task.items : task.tokens) = value.get<std::int64_t>();
  } else {
    return make_error(ErrorCode::InvalidArgument, say("{}, field \"{}\"", file.string(), name),
                      say("a task has no such field"), say("It has data, rule, prompt, items and tokens"));
  }
  return {};
}

// Nothing when the file is no task: rows of questions.
Result<std::optional<TaskFile>> read_task_file(const fs::path& file) {
  constexpr std::size_t kLargest = 1u << 20;
  std::error_code ignored;
  if (file.extension() != ".json" || fs::file_size(file, ignored) > kLargest || ignored)
    return std::optional<TaskFile>();
  const auto value = read_json_file(file);
  if (!value.ok() || !value->is_object() || !value->contains("data")) return std::optional<TaskFile>();
  TaskFile task;
  for (const auto& [name, field] : value->items()) LIFT_RETURN_IF_ERROR(read_field(file, name, field, task));
  return std::optional(std::move(task));
}

void put_into(const std::string& prompt, std::vector<WrittenItem>& items) {
  if (prompt.empty()) return;
  for (WrittenItem& item : items) {
    std::string text = prompt;
    item.question = text.replace(text.find(kQuestion), kQuestion.size(), item.question);
  }
}

}   // namespace

Result<WrittenTask> read_written_task(const fs::path& file, std::optional<AnswerRule> rule, std::int64_t limit) {
  LIFT_ASSIGN(const std::optional<TaskFile> named, read_task_file(file));
  const TaskFile given = named.value_or(TaskFile{.data = file});
  WrittenTask task;
  LIFT_ASSIGN(task.items, read_written_items(given.data, limit > 0 ? limit : given.items));
  put_into(given.prompt, task.items);
  task.longest_answer = given.tokens;
  if (!rule) rule = given.rule;
  std::vector<std::string> expected;
  for (const WrittenItem& item : task.items) expected.push_back(item.expected);
  task.rule_guessed = !rule;
  task.rule = rule.value_or(guess_answer_rule(expected));
  for (std::size_t i = 0; i < expected.size(); ++i)
    if (!suits(task.rule, expected[i]))
      return make_error(ErrorCode::Malformed, say("{}, question {}", given.data.string(), i + 1),
                        say("field \"answer\": expected one that can be compared {}, found {}", words_of(task.rule),
                            quote_name(expected[i], 80)));
  return task;
}

}   // namespace lift
