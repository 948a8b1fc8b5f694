#pragma once
// Whether a prompt says what a field of a row says: the row is rendered with it and without. Used by encoded_row and
// field_ledger. Tensor-free. Thread: any. Private to core/data.
#include <string>

#include "core/data/example.h"
#include "core/data/prompt_template.h"

namespace lift {

// The example without one field of its messages, or without one variable of the template.
Example without_message_field(Example example, const std::string& name);
Example without_variable(Example example, const std::string& name);

// Whether both become the same text. One that the template refuses is like no other.
bool renders_alike(const PromptTemplate& prompt, const Example& one, const Example& other);

}   // namespace lift
