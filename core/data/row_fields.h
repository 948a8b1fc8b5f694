#pragma once
// A row of a data set as named fields, whatever file it came from. Used by the readers of this room and by evaluate/.
// Tensor-free. Thread: any.
//
// A field of JSON keeps its text: it is parsed, strictly, by whoever uses it. Of a name that is there twice, the last
// value counts, at the place of the first: as Python's json and with it the datasets library does.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace lift {

struct RowField {
  std::string name;
  std::string value;        // JSON, or the text itself
  bool is_json = true;      // false: from a file whose cells are texts (CSV)
  std::size_t offset = 0;   // of the value in the row's text
};

using RowFields = std::vector<RowField>;

// The fields of an object. Errors: Malformed with line and column in `object` (kJsonPlace); the subject is left empty.
Result<RowFields> fields_of_object(std::string_view object);
// The items of a list, as JSON. Errors: as above.
Result<std::vector<std::string>> items_of_list(std::string_view list);

const RowField* find_field(const RowFields& fields, std::string_view name);

// Reading one field. Errors: Malformed, naming `path`, what was expected and found.

// A text; numbers and truth values as they are written, null as nothing.
Result<std::string> text_of(const RowField& field, const std::string& path);
// Any value, names in the file's order, strictly: at most 64 lists and objects inside each other, and no number that
// would not come back as it was written (beyond 64 bits). A text that holds a list or an object counts as that list.
Result<nlohmann::ordered_json> json_of(const RowField& field, const std::string& path);
// true or false; nothing for null. Texts "true" and "false" count, in any case of letters, and so do 0 and 1.
Result<std::optional<bool>> truth_of(const RowField& field, const std::string& path);

// The field as JSON text of a list or an object, as it stands or inside a text; nothing when it is neither.
std::optional<std::string> container_text(const RowField& field);
bool is_null(const RowField& field);
Sentence kind_of(const RowField& field);   // "a list", "a text", ...
// "field "answer": expected a text, found a list"
Error wrong_field(std::string_view path, const Sentence& expected, const Sentence& found);

}   // namespace lift
