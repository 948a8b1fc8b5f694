#pragma once
// One example as tokens, and which of them the loss counts. Used by sft_dataset. Tensor-free. Private to core/data.
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/data_config.h"
#include "core/data/data_summary.h"
#include "core/data/example.h"
#include "core/data/prompt_template.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct EncodedRow {
  std::string rendered;
  std::vector<Token> tokens;           // the whole row; what follows the last answer is left out
  std::vector<std::uint8_t> trained;   // by token: 1 when its prediction counts. Never the first token
  std::int64_t kept_tokens = 0;        // from the front
  std::vector<UnusedText> unused;      // of the example's messages: what the template does not write
  RowFate fate = RowFate::Kept;
  Sentence reason;
};

// Errors: those of the template (a conversation that it refuses comes back as a dropped row). A text to go on from
// comes back whole, however long it is: pieces_of() cuts it.
Result<EncodedRow> encode_row(const Example& example, const Tokenizer& tokenizer, const PromptTemplate& prompt,
                              const DataConfig& config);

// Stretches of a long text of at most `longest` tokens. Each begins with the last token of the one before, which it
// goes on from, so that every token but the first trains once. [begin, end)
struct TokenPiece {
  std::size_t begin = 0, end = 0;
};
std::vector<TokenPiece> pieces_of(std::size_t tokens, std::size_t longest);

}   // namespace lift
