#pragma once
// One row of a data set as a conversation, whatever layout its file has. Made by example_reader, used by
// prompt_template and sft_dataset. Tensor-free.
#include <cstdint>
#include <string>
#include <vector>

#include "core/tokenizer/chat_template.h"

namespace lift {

struct Example {
  std::vector<ChatMessage> messages;   // system first if any, then user and assistant; ends with an assistant message
  std::string input;                   // instruction layout: what the last instruction is about; empty: nothing
};

// Where a row stands in its file.
struct RowPlace {
  std::int32_t file = 0;              // of the list of files
  std::int64_t line = 1;              // where the row begins, from 1
  std::uint64_t begin = 0, end = 0;   // bytes
};

}   // namespace lift
