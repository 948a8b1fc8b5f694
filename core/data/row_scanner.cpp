#include "core/data/row_scanner.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
}

RowScanner::RowScanner(std::shared_ptr<const MappedFile> file) : file_(std::move(file)) {
  const auto bytes = file_->bytes();
  text_ = {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
  if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  skip_blanks();
  list_ = at_ < text_.size() && text_[at_] == '[';
  if (list_) ++at_;
}

Result<RowScanner> RowScanner::open(const std::filesystem::path& path) {
  LIFT_ASSIGN(auto file, MappedFile::open(path));
  RowScanner scanner(std::move(file));
  if (scanner.at_ == scanner.text_.size() && !scanner.list_)
    return make_error(ErrorCode::Malformed, path.string(), say("expected rows, found an empty file"));
  return scanner;
}

RowScanner RowScanner::of(std::shared_ptr<const MappedFile> file) { return RowScanner(std::move(file)); }

Error RowScanner::problem(const Sentence& message) const {
  return make_error(ErrorCode::Malformed, say("{}, line {}", file_->path().string(), line_), message);
}

void RowScanner::skip_blanks() {
  for (; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\n') ++line_;
    else if (c != ' ' && c != '\t' && c != '\r') break;
  }
}

Result<std::optional<RawRow>> RowScanner::next() {
  LIFT_ASSIGN(const std::optional<RawRow> row, list_ ? next_item() : next_line());
  if (row && row->text.size() > largest_row)
    return make_error(ErrorCode::Malformed, say("{}, line {}", file_->path().string(), row->line),
                      say("expected a row of at most {} bytes, found {}", largest_row, row->text.size()),
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
