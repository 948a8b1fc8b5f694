#include "core/data/token_check.h"

#include "core/base/result.h"
#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

Error token_beyond(TokenId id, const Tokenizer& tokenizer, std::int64_t embedding_rows, const Sentence& place) {
  return make_error(
      ErrorCode::Mismatch, place,
      say("expected tokens from 0 to {}, the rows of the model's embedding, found token {} ({})", embedding_rows - 1,
          id, quote_name(tokenizer.piece_bytes(id), 60)),
      say("The tokenizer's files know more tokens than the model: take the text out of the row, or the files that "
          "belong to the model"));
}

}   // namespace lift
