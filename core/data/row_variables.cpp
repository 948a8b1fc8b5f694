#include "core/data/row_variables.h"

#include <nlohmann/json.hpp>

#include "core/base/say.h"

namespace lift {

using nlohmann::ordered_json;

namespace {

using Columns = std::map<std::string, std::string>;

const RowField* field_of(const RowFields& row, const Columns& columns, const char* role) {
  const auto column = columns.find(role);
  const RowField* field = column == columns.end() ? nullptr : find_field(row, column->second);
  const bool nothing = !field || is_null(*field) || field->value.empty() || field->value == "\"\"";
  return nothing ? nullptr : field;
}

// Of a JSON schema, null is no value but here: elsewhere the datasets library filled it in, since another row's tool
// has a parameter of that name.
bool may_be_null(const std::string& name) { return name == "default" || name == "const" || name == "example"; }

void drop_filled_nulls(ordered_json& value) {
  if (value.is_array())
    for (ordered_json& item : value) drop_filled_nulls(item);
  if (!value.is_object()) return;
  for (auto item = value.begin(); item != value.end();) {
    if (item->is_null() && !may_be_null(item.key())) item = value.erase(item);
    else drop_filled_nulls(*item++);
  }
}

Result<ordered_json> list_in(const RowField& field) {
  LIFT_ASSIGN(ordered_json value, json_of(field, field.name));
  if (!value.is_array()) return wrong_field(field.name, say("a list"), kind_of(field));
  return value;
}

// OpenAI's older form: functions without their wrapping.
ordered_json tools_from(ordered_json functions) {
  for (ordered_json& function : functions)
    function = ordered_json{{"type", "function"}, {"function", std::move(function)}};
  return functions;
}

Status add_others(const RowField& field, ordered_json& variables) {
  LIFT_ASSIGN(const ordered_json value, json_of(field, field.name));
  if (!value.is_object()) return wrong_field(field.name, say("an object"), kind_of(field));
  for (const auto& [name, variable] : value.items()) {
    if (name == "messages" || name == "add_generation_prompt")
      return wrong_field(field.name + "." + name, say("a variable of the template's own"), say("one that is ours"));
    if (!variable.is_null()) variables[name] = variable;
  }
  return {};
}

}   // namespace

Result<ChatFields> variables_of(const RowFields& row, const Columns& columns) {
  ordered_json variables = ordered_json::object();
  if (const RowField* field = field_of(row, columns, "chat_template_kwargs"))
    LIFT_RETURN_IF_ERROR(add_others(*field, variables));
  if (const RowField* field = field_of(row, columns, "functions")) {
    LIFT_ASSIGN(ordered_json functions, list_in(*field));
    drop_filled_nulls(functions);
    variables["tools"] = tools_from(std::move(functions));
  }
  if (const RowField* field = field_of(row, columns, "tools")) {
    LIFT_ASSIGN(ordered_json tools, list_in(*field));
    drop_filled_nulls(tools);
    variables["tools"] = std::move(tools);
  }
  if (const RowField* field = field_of(row, columns, "documents")) {
    LIFT_ASSIGN(variables["documents"], list_in(*field));
  }
  if (variables.empty()) return ChatFields();
  return std::make_shared<const ordered_json>(std::move(variables));
}

}   // namespace lift
