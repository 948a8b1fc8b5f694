#include "core/evaluate/task.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/data/row_file.h"
#include "core/evaluate/instruction_choices.h"
#include "core/evaluate/task_file.h"
#include "core/io/json.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

using nlohmann::json;

Sentence choice_forms() {
  return say("Rows need question, choices and answer, or instruction (with \"Answer format: a/b\") and answer");
}

// One row's fields; errors name the row.
class Row {
 public:
  Row(const json& object, const Sentence& subject) : object_(object), subject_(subject) {}

  const std::string* text(const char* name) const {
    const auto place = object_.find(name);
    return place != object_.end() && place->is_string() ? place->get_ptr<const std::string*>() : nullptr;
  }
  const json* find(const char* name) const {
    const auto place = object_.find(name);
    return place == object_.end() ? nullptr : &*place;
  }
  Error malformed(Sentence message, Sentence advice = {}) const {
    return make_error(ErrorCode::Malformed, subject_, std::move(message), std::move(advice));
  }

 private:
  const json& object_;
  const Sentence& subject_;
};

Result<std::int64_t> answer_index(const Row& row, const std::vector<std::string>& choices,
                                  const std::vector<std::string>& labels) {
  const json* answer = row.find("answer");
  if (!answer) return row.malformed(say("field \"answer\": expected the right choice, found nothing"), choice_forms());
  if (answer->is_number_integer()) {
    const auto index = answer->get<std::int64_t>();
    if (index >= 0 && index < static_cast<std::int64_t>(choices.size())) return index;
    return row.malformed(
        say("field \"answer\": expected an index from 0 to {}, found {}", choices.size() - 1, answer->dump()));
  }
  if (const std::string* text = row.text("answer"))
    for (const auto* names : {&labels, &choices}) {
      const auto at = std::find(names->begin(), names->end(), *text);
      if (at != names->end()) return at - names->begin();
    }
  return row.malformed(say("field \"answer\": expected one of the choices or its index, found {}",
                           quote_name(answer->dump(-1, ' ', true, json::error_handler_t::replace), 80)));
}

ChoiceItem text_item(const std::string& question, const std::vector<std::string>& texts, std::int64_t answer) {
  ChoiceItem item{"Question: " + question + "\nAnswer:", {}, answer, question};
  for (const std::string& text : texts) item.choices.push_back(" " + text);
  return item;
}

Result<ChoiceItem> plain_item(const Row& row, const std::string& question) {
  const json* list = row.find("choices");
  std::vector<std::string> choices;
  if (list && list->is_array())
    for (const json& choice : *list)
      if (choice.is_string() && !choice.get_ref<const std::string&>().empty())
        choices.push_back(choice.get<std::string>());
  if (!list || !list->is_array() || choices.size() != list->size() || choices.size() < 2)
    return row.malformed(say("field \"choices\": expected at least two texts, found something else"), choice_forms());
  LIFT_ASSIGN(const std::int64_t answer, answer_index(row, choices, {}));
  const std::string* context = row.text("context");
  ChoiceItem item = text_item(question, choices, answer);
  if (context && !context->empty()) item.prompt = *context + "\n" + item.prompt;
  return item;
}

Result<ChoiceItem> instruction_item(const Row& row, const std::string& instruction, ChoiceForm form) {
  const auto choices = split_instruction(instruction);
  if (!choices)
    return row.malformed(say("field \"instruction\": expected choices and \"Answer format: a/b\", found {}",
                             quote_name(instruction, 80)),
                         choice_forms());
  LIFT_ASSIGN(const std::int64_t answer, answer_index(row, choices->texts, choices->labels));
  if (form == ChoiceForm::Text) return text_item(choices->question, choices->texts, answer);
  ChoiceItem item{instruction, {}, answer, choices->question};
  for (const std::string& label : choices->labels) item.choices.push_back("\nthe correct answer is " + label);
  return item;
}

Result<ChoiceItem> choice_item(const Row& row, ChoiceForm form) {
  if (const std::string* question = row.text("question")) return plain_item(row, *question);
  if (const std::string* instruction = row.text("instruction")) return instruction_item(row, *instruction, form);
  return row.malformed(say("expected a field \"question\" or \"instruction\", found neither"), choice_forms());
}

// A text as it stands; a number, list or object as JSON has it.
Result<WrittenItem> written_item(const Row& row) {
  const std::string* question = row.text("question");
  if (!question) question = row.text("instruction");
  if (!question) return row.malformed(say("expected a field \"question\" or \"instruction\", found neither"));
  const json* answer = row.find("answer");
  if (!answer || answer->is_null())
    return row.malformed(say("field \"answer\": expected what the model should write, found nothing"));
  return WrittenItem{*question, answer->is_string() ? answer->get<std::string>() : answer->dump()};
}

Error about_row(Error error, const Sentence& subject) {
  error.subject = subject;
  return error;
}

// The fields that a question is made of, parsed; whatever else the row has is nobody's business here.
Result<json> used_fields(const RowFields& fields, const Sentence& subject) {
  json object = json::object();
  for (const char* name : {"question", "instruction", "context", "choices", "answer"}) {
    const RowField* field = find_field(fields, name);
    if (!field) continue;
    const bool list_in_cell = !field->is_json && std::string_view(name) == "choices" && field->value.starts_with('[');
    if (field->is_json || list_in_cell) {
      LIFT_ASSIGN(object[name], parse_json(field->value, subject));
    } else {
      object[name] = field->value;
    }
  }
  return object;
}

template <typename Item, typename Read>
Result<std::vector<Item>> read_items(const std::filesystem::path& file, std::int64_t limit, const Read& read) {
  LIFT_ASSIGN(const std::shared_ptr<const RowFile> rows, RowFile::open(file));
  const std::unique_ptr<RowCursor> cursor = rows->rows();
  std::vector<Item> items;
  while (limit <= 0 || static_cast<std::int64_t>(items.size()) < limit) {
    LIFT_ASSIGN(const std::optional<RawRow> raw, cursor->next());
    if (!raw) break;
    const Sentence subject = say("{}, line {}", file.string(), raw->line);
    const auto fields = rows->fields(raw->text);
    if (!fields.ok()) return about_row(fields.error(), subject);
    LIFT_ASSIGN(const json object, used_fields(*fields, subject));
    LIFT_ASSIGN(Item item, read(Row(object, subject)));
    items.push_back(std::move(item));
  }
  if (items.empty())
    return make_error(ErrorCode::InvalidArgument, file.string(), say("expected questions, found none"));
  return items;
}

}   // namespace

Result<std::vector<ChoiceItem>> read_choice_items(const std::filesystem::path& file, ChoiceForm form,
                                                  std::int64_t limit) {
  return read_items<ChoiceItem>(file, limit, [form](const Row& row) { return choice_item(row, form); });
}

Result<std::vector<WrittenItem>> read_written_items(const std::filesystem::path& file, std::int64_t limit) {
  return read_items<WrittenItem>(file, limit, [](const Row& row) { return written_item(row); });
}

}   // namespace lift
