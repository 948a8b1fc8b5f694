#pragma once
// Splits a chat template into literal text and the tokens inside its tags, with Jinja's whitespace rules (trim_blocks
// and lstrip_blocks on, as transformers renders templates). Used by the parser. Tensor-free.
// Private to core/jinja.
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift::jinja {

struct LexToken {
  enum class Kind {
    Data,
    BlockBegin,
    BlockEnd,
    VariableBegin,
    VariableEnd,
    Name,
    String,
    Integer,
    Float,
    Operator,
    End
  };
  Kind kind = Kind::End;
  std::string text;
  int line = 1;
};

// Errors: Malformed, with the line.
Result<std::vector<LexToken>> tokenize(const std::string& source, const std::string& subject);

}   // namespace lift::jinja
