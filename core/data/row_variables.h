#pragma once
// What a row gives its template beside the messages: tools, functions, documents, chat_template_kwargs. Used by
// example_reader. Tensor-free. Thread: any. Private to core/data.
#include <map>
#include <string>

#include "core/base/result.h"
#include "core/data/row_fields.h"
#include "core/tokenizer/chat_template.h"

namespace lift {

// Null when the row has none. `columns`: role -> column. Lists and objects count inside a text, too.
// Errors: Malformed for a value that is no list (tools, functions, documents) or no object (chat_template_kwargs).
Result<ChatFields> variables_of(const RowFields& row, const std::map<std::string, std::string>& columns);

}   // namespace lift
