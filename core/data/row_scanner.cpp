#include "core/data/row_scanner.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/data/json_skip.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
}

RowScanner::RowScanner(std::shared_ptr<const MappedFile> file, std::filesystem::path path)
    : file_(std::move(file)), path_(std::move(path)) {
  const auto bytes = file_->bytes();
  text_ = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  if (text_.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
  skip_blanks();
  form_ = form_of();
  if (form_ == Form::List) ++at_;
}

// Objects may be written over several lines where that can mean nothing else: the first one is closed, not on its
// own line or with another behind it there. A text with a line break in it, or a lost bracket, is a broken line.
RowScanner::Form RowScanner::form_of() const {
  if (at_ == text_.size() || text_[at_] != '{')
    return at_ < text_.size() && text_[at_] == '[' ? Form::List : Form::Lines;
  JsonSkipper skipper(text_.substr(0, std::min(text_.size(), at_ + kLargestRow)), at_);
  if (!skipper.value()) return Form::Lines;
  const std::size_t end = skipper.at();
  if (text_.substr(at_, end - at_).find('\n') != text_.npos) return Form::Objects;
  const std::size_t next = text_.find_first_not_of(" \t\r", end);
  return next != text_.npos && text_[next] == '{' ? Form::Objects : Form::Lines;
}

Error RowScanner::problem(const Sentence& message) const {
  return make_error(ErrorCode::Malformed, say("{}, line {}", path_.string(), line_), message);
}

void RowScanner::skip_blanks() {
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\n') ++line_;
    else if (c != ' ' && c != '\t' && c != '\r') break;
  }
}

Result<std::optional<RawRow>> RowScanner::next() {
  LIFT_ASSIGN(const std::optional<RawRow> row, form_ == Form::List    ? next_item()
                                               : form_ == Form::Lines ? next_line()
                                                                      : next_object());
  if (row && row->text.size() > kLargestRow)
    return make_error(ErrorCode::Malformed, say("{}, line {}", path_.string(), row->line),
                      say("expected a row of at most {} bytes, found {}", kLargestRow, row->text.size()),
                      say("Split the row; a row trains max_tokens tokens at most"));
  return row;
}

Result<std::optional<RawRow>> RowScanner::next_line() {
  skip_blanks();
  if (at_ == text_.size()) return std::optional<RawRow>();
  const std::size_t begin = at_;
  const std::size_t end = std::min(text_.find('\n', begin), text_.size());
  at_ = end;
  return std::optional(row(begin, end, line_));
}

Result<std::optional<RawRow>> RowScanner::next_object() {
  skip_blanks();
  if (at_ == text_.size()) return std::optional<RawRow>();
  if (text_[at_] != '{') return problem(say("expected an object, found {}", quote_name(text_.substr(at_, 20))));
  const std::size_t begin = at_;
  const std::int64_t line = line_;
  JsonSkipper skipper(text_.substr(0, std::min(text_.size(), at_ + kLargestRow)), at_);
  if (!skipper.value()) {
    line_ += std::ranges::count(text_.substr(begin, skipper.at() - begin), '\n');
    return problem(skipper.problem());
  }
  at_ = skipper.at();
  line_ += std::ranges::count(text_.substr(begin, at_ - begin), '\n');
  return std::optional(row(begin, at_, line));
}

// Behind one value of a list: brackets are counted, texts are skipped. Whether it is JSON is the parser's business.
void RowScanner::skip_value() {
  int depth = 0;
  bool in_text = false;
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\n') ++line_;
    if (in_text) {
      if (c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') ++at_;
      else if (c == '"') in_text = false;
      continue;
    }
    if (c == '"') in_text = true;
    else if (c == '{' || c == '[') ++depth;
    else if (c == '}' || c == ']') {
      if (depth == 0) return;
      --depth;
    } else if (c == ',' && depth == 0) {
      return;
    }
  }
}

Result<std::optional<RawRow>> RowScanner::next_item() {
  skip_blanks();
  if (closed_) {
    if (at_ == text_.size()) return std::optional<RawRow>();
    return problem(say("expected nothing behind the list, found {}", quote_name(text_.substr(at_, 20))));
  }
  if (at_ == text_.size()) return problem(say("expected the end of the list, \"]\", found the end of the file"));
  if (text_[at_] == ']') {
    closed_ = true;
    ++at_;
    return next_item();
  }
  if (!first_) {
    if (text_[at_] != ',') return problem(say("expected \",\" or \"]\", found {}", quote_name(text_.substr(at_, 20))));
    ++at_;
    skip_blanks();
  }
  first_ = false;
  const std::size_t begin = at_;
  const std::int64_t line = line_;
  skip_value();
  std::size_t end = at_;
  while (end > begin &&
         (text_[end - 1] == ' ' || text_[end - 1] == '\n' || text_[end - 1] == '\r' || text_[end - 1] == '\t'))
    --end;
  return std::optional(row(begin, end, line));
}

}   // namespace lift
