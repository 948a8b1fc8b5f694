// The question of a row, for people who look at answers.
#include "core/base/say.h"
#include "core/data/sft_dataset.h"

namespace lift {

namespace {

std::string asked_last(const Example& example) {
  std::string question;
  for (const ChatMessage& message : example.messages)
    if (message.role != "assistant" && message.role != "system") question = message.content;
  if (!example.input.empty()) question += (question.empty() ? "" : "\n") + example.input;
  return question;
}

}   // namespace

Result<std::string> SftData::question(std::int64_t index) const {
  if (index < 0 || index >= places_.size())
    return make_error(ErrorCode::InvalidArgument, say("row"),
                      say("expected a row from 0 to {}, found {}", places_.size() - 1, index));
  const RowPlace& place = places_[index];
  LIFT_ASSIGN(const std::shared_ptr<const RowFile> rows, source(place.file));
  const DataColumns& columns = sources_[static_cast<std::size_t>(place.file)].columns;
  LIFT_ASSIGN(std::string raw, rows->raw_row(place));
  const auto fields = rows->fields(raw);
  if (!fields.ok()) return raw;
  const auto read = RowParser(columns).parse(*fields);
  if (!read.ok() || !read->example) return raw;
  std::string question = asked_last(*read->example);
  return question.empty() ? std::move(raw) : std::move(question);
}

}   // namespace lift
