// One row from the file to the loss, for people to look at.
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/data/encoded_row.h"
#include "core/data/sft_dataset.h"

namespace lift {

namespace {

// The character or byte at `at`: a byte that is part of no character is shown as \xE2.
std::string display_of(std::string_view bytes, std::size_t at, const Utf8Character& character) {
  if (character.valid) return std::string(bytes.substr(at, character.bytes));
  return fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[at]));
}

std::string display_text(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Character character = utf8_at(bytes, at);
    text += display_of(bytes, at, character);
    at += character.bytes;
  }
  return text;
}

}   // namespace

std::vector<TokenView> views_of(std::span<const Token> tokens, const Tokenizer& tokenizer) {
  std::vector<TokenView> views;
  std::string bytes;
  std::vector<std::size_t> token_of_byte;
  for (const Token& token : tokens) {
    const std::string piece = tokenizer.piece_bytes(token.id);
    views.push_back({.id = token.id, .piece = display_text(piece), .begin = token.begin, .end = token.end});
    bytes += piece;
    token_of_byte.resize(bytes.size(), views.size() - 1);
  }
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Character character = utf8_at(bytes, at);
    views[token_of_byte[at]].text += display_of(bytes, at, character);
    at += character.bytes;
  }
  return views;
}

Result<RowView> SftData::row(std::int64_t index, const Tokenizer& tokenizer, const PromptTemplate& prompt) const {
  if (index < 0 || index >= places_.size())
    return make_error(ErrorCode::InvalidArgument, say("row"),
                      say("expected a row from 0 to {}, found {}", places_.size() - 1, index));
  const RowPlace& place = places_[index];
  LIFT_ASSIGN(const std::shared_ptr<const RowFile> rows, source(place.file));
  const DataColumns& columns = sources_[static_cast<std::size_t>(place.file)].columns;
  RowView view;
  view.row = index;
  view.place = say("{}, line {}", rows->path().filename().string(), place.line);
  view.held_out = is_marked(index, HeldOut);
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
  if (is_marked(index, NotDrawn)) {
    view.fate = RowFate::Dropped;
    view.reason = not_drawn_reason();
    return view;
  }
  LIFT_ASSIGN(EncodedRow row, encode_row(*read->example, tokenizer, prompt, config_));
  view.fate = row.fate;
  view.reason = std::move(row.reason);
  view.rendered = std::move(row.rendered);
  view.tokens = views_of(row.tokens, tokenizer);
  for (std::size_t i = 0; i < view.tokens.size(); ++i) {
    view.tokens[i].kept = static_cast<std::int64_t>(i) < row.kept_tokens;
    view.tokens[i].trained = row.trained[i] == 1 && view.tokens[i].kept;
  }
  return view;
}

}   // namespace lift
