// One row from the file to the loss, for people to look at.
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/data/encoded_row.h"
#include "core/data/sft_dataset.h"

namespace lift {

namespace {

// Bytes that are not UTF-8 by themselves (a part of a character) are shown as \xE2.
std::string display_text(const std::string& bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Character character = utf8_at(bytes, at);
    if (character.valid) text.append(bytes, at, character.bytes);
    else text += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[at]));
    at += character.bytes;
  }
  return text;
}

}   // namespace

TokenView view_of(const Token& token, const Tokenizer& tokenizer) {
  return {token.id, display_text(tokenizer.piece_bytes(token.id)), token.begin, token.end};
}

Result<RowView> SftData::row(std::int64_t index, const Tokenizer& tokenizer, const PromptTemplate& prompt) const {
  if (index < 0 || index >= static_cast<std::int64_t>(places_.size()))
    return make_error(
        ErrorCode::InvalidArgument, say("row"),
        say("expected a row from 0 to {}, found {}", static_cast<std::int64_t>(places_.size()) - 1, index));
  const RowPlace& place = places_[static_cast<std::size_t>(index)];
  const auto& [rows, columns, told] = sources_[static_cast<std::size_t>(place.file)];
  RowView view;
  view.row = index;
  view.place = say("{}, line {}", rows->path().filename().string(), place.line);
  view.held_out = is_held_out_[static_cast<std::size_t>(index)];
  LIFT_ASSIGN(view.raw, rows->raw_row(place));
  const auto fields = rows->fields(view.raw);
  const auto read = fields.ok() ? RowParser(columns).parse(*fields) : Result<ReadRow>(fields.error());
  if (!read.ok()) {
    Error error = read.error();
    error.subject = view.place;
    error.context = say("The file has changed since it was read: open the data again");
    return error;
  }
  if (!read->example) {
    view.fate = RowFate::Dropped;
    view.reason = read->reason;
    return view;
  }
  LIFT_ASSIGN(EncodedRow row, encode_row(*read->example, tokenizer, prompt, config_));
  view.fate = row.fate;
  view.reason = std::move(row.reason);
  view.rendered = std::move(row.rendered);
  for (std::size_t i = 0; i < row.tokens.size(); ++i) {
    const Token& token = row.tokens[i];
    const bool kept = static_cast<std::int64_t>(i) < row.kept_tokens;
    TokenView& shown = view.tokens.emplace_back(view_of(token, tokenizer));
    shown.trained = row.trained[i] == 1 && kept;
    shown.kept = kept;
  }
  return view;
}

}   // namespace lift
