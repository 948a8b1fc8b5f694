#include "core/data/summary_json.h"

#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/sentence_json.h"

namespace lift {

using nlohmann::json;

namespace {

Sentence sentence_at(const json& value) {
  const auto parts = value.find("parts");
  return sentence_of_parts(parts == value.end() ? nullptr : &*parts, value.at("text").get<std::string>());
}

json json_of(const FileView& file) {
  return {{"path", file.path}, {"layout", file.layout}, {"columns", file.columns}, {"column_map", file.column_map}};
}
json json_of(const FieldUse& use) {
  return {{"file", use.file},
          {"where", static_cast<int>(use.where)},
          {"name", use.name},
          {"role", use.role},
          {"count", use.count}};
}
json json_of(const LeftOutRows& out) {
  return {{"reason", to_json(out.reason)}, {"rows", out.rows}, {"first", to_json(out.first)}};
}
json json_of(const RowNotice& notice) {
  return {{"row", notice.row},
          {"place", to_json(notice.place)},
          {"fate", static_cast<int>(notice.fate)},
          {"reason", to_json(notice.reason)}};
}
json json_of(const Sentence& sentence) { return to_json(sentence); }

template <typename T>
json list_of(const std::vector<T>& items) {
  json list = json::array();
  for (const T& item : items) list.push_back(json_of(item));
  return list;
}

// The numbers that are read and written as they are.
template <typename Summary, typename Visit>
void visit_numbers(Summary& s, const Visit& visit) {
  visit("rows", s.rows), visit("kept", s.kept), visit("truncated", s.truncated), visit("dropped", s.dropped);
  visit("train_rows", s.train_rows), visit("held_out_rows", s.held_out_rows), visit("tokens", s.tokens);
  visit("trained_tokens", s.trained_tokens), visit("train_tokens", s.train_tokens);
  visit("train_labels", s.train_labels), visit("train_truncated", s.train_truncated), visit("longest", s.longest);
  visit("bucket_tokens", s.bucket_tokens);
}

DataSummary read(const json& value) {
  DataSummary s;
  value.at("files").get_to(s.files);
  value.at("layout").get_to(s.layout);
  value.at("columns").get_to(s.columns);
  value.at("column_map").get_to(s.column_map);
  for (const json& file : value.at("read_as"))
    s.read_as.push_back({file.at("path"), file.at("layout"), file.at("columns"), file.at("column_map")});
  for (const json& use : value.at("fields"))
    s.fields.push_back({use.at("file"), static_cast<FieldUse::Where>(use.at("where").get<int>()), use.at("name"),
                        use.at("role"), use.at("count")});
  for (const json& out : value.at("left_out"))
    s.left_out.push_back({sentence_at(out.at("reason")), out.at("rows"), sentence_at(out.at("first"))});
  for (const json& remark : value.at("remarks")) s.remarks.push_back(sentence_at(remark));
  value.at("prompt_format").get_to(s.prompt_format);
  // Any bytes, as a token may have them.
  for (const int byte : value.at("end_token")) s.end_token += static_cast<char>(byte);
  visit_numbers(s, [&](const char* name, std::int64_t& number) { value.at(name).get_to(number); });
  value.at("length_histogram").get_to(s.length_histogram);
  for (const json& notice : value.at("notices"))
    s.notices.push_back({notice.at("row"), sentence_at(notice.at("place")),
                         static_cast<RowFate>(notice.at("fate").get<int>()), sentence_at(notice.at("reason"))});
  return s;
}

}   // namespace

json to_json(const Sentence& sentence) {
  json value{{"text", sentence.text()}};
  if (auto parts = parts_of(sentence)) value["parts"] = std::move(*parts);
  return value;
}

Result<Sentence> sentence_from_json(const json& value) {
  return catch_exceptions(say("kept rows"), [&]() -> Result<Sentence> { return sentence_at(value); });
}

json to_json(const DataSummary& s) {
  json value{{"files", s.files},
             {"layout", s.layout},
             {"columns", s.columns},
             {"column_map", s.column_map},
             {"read_as", list_of(s.read_as)},
             {"fields", list_of(s.fields)},
             {"left_out", list_of(s.left_out)},
             {"remarks", list_of(s.remarks)},
             {"prompt_format", s.prompt_format},
             {"length_histogram", s.length_histogram},
             {"notices", list_of(s.notices)},
             {"fingerprint", s.fingerprint.hex()}};
  value["end_token"] = json::array();
  for (const char byte : s.end_token) value["end_token"].push_back(static_cast<int>(static_cast<unsigned char>(byte)));
  visit_numbers(s, [&](const char* name, std::int64_t number) { value[name] = number; });
  return value;
}

Result<DataSummary> summary_from_json(const json& value) {
  return catch_exceptions(say("kept rows"), [&]() -> Result<DataSummary> {
    DataSummary summary = read(value);
    LIFT_ASSIGN(summary.fingerprint, parse_fingerprint(value.at("fingerprint").get<std::string>()));
    return summary;
  });
}

}   // namespace lift
