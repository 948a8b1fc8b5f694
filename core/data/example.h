#pragma once
// One row of a data set as a conversation, or as a text to go on from, whatever layout its file has. Made by
// example_reader, used by prompt_template and sft_dataset. Tensor-free.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/tokenizer/chat_template.h"

namespace lift {

struct Example {
  std::vector<ChatMessage> messages;     // system first if any, then user and assistant; ends with an assistant message
  std::string input;                     // instruction layout: what the last instruction is about; empty: nothing
  ChatFields variables = nullptr;        // the row's own: tools, documents, the entries of chat_template_kwargs
  std::vector<std::uint8_t> silent;      // by message, 1: its author gave it weight 0. Empty: none
  std::optional<std::string> text;       // a text to go on from; then there are no messages
  std::int64_t behind_last_answer = 0;   // messages of the row that were left out: nothing would be learned from them

  // A field of a message that no template can get as it is written (a number over 64 bits, NaN, half a surrogate): its
  // text stands in its place. A row whose template writes it is left out.
  struct OddField {
    std::string name;
    Sentence reason;
  };
  std::vector<OddField> odd;

  bool trains(std::size_t message) const { return silent.empty() || silent[message] == 0; }
};

// Where a row stands in its file.
struct RowPlace {
  std::int32_t file = 0;              // of the list of files
  std::int64_t line = 1;              // where the row begins, from 1
  std::uint64_t begin = 0, end = 0;   // bytes of the plain text
};

}   // namespace lift
