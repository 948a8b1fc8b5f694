#include "core/data/delimited_file.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/base/check.h"
#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/data/delimited_row.h"
#include "core/io/quote_name.h"

namespace lift {

namespace fs = std::filesystem;

namespace {

struct Header {
  std::vector<std::string> names;
  char separator = ',';
  std::size_t end = 0;      // bytes of the text in front of the first row
  std::int64_t lines = 0;   // in them
};

std::int64_t lines_in(std::string_view text) {
  std::int64_t lines = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with('\n'))) ++lines;
  return lines;
}

std::size_t blank_lines(std::string_view text) { return std::min(text.find_first_not_of("\r\n"), text.size()); }

// The separator that the first line has most of, outside of quotes.
char separator_of(std::string_view line, const fs::path& path) {
  const std::string name = path.filename().string();
  char best = name.find(".tsv") != name.npos || name.find(".tab") != name.npos ? '\t' : ',';
  std::int64_t most = 0;
  for (const char candidate : {best, ',', '\t', ';', '|'}) {
    bool quoted = false;
    const auto count = std::ranges::count_if(line, [&](char c) {
      if (c == '"') quoted = !quoted;
      return !quoted && c == candidate;
    });
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

Result<std::vector<std::string>> names_from(std::vector<std::string> cells, const Sentence& place) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) cells[i] = fmt::format("column {}", i + 1);
    if (std::find(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(i), cells[i]) !=
        cells.begin() + static_cast<std::ptrdiff_t>(i))
      return make_error(ErrorCode::Malformed, place,
                        say("expected every column once, found {} twice", quote_name(cells[i])));
  }
  return cells;
}

Result<Header> read_header(std::string_view text, const fs::path& path) {
  Header header;
  header.end = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  header.end += blank_lines(text.substr(header.end));
  std::string_view line = text.substr(header.end, text.find_first_of("\r\n", header.end) - header.end);
  header.separator = separator_of(line, path);
  if (line.starts_with("sep=") && line.size() == 5) {   // Excel's own note
    header.separator = line[4];
    header.end += line.size();
    header.end += blank_lines(text.substr(header.end));
  }
  const Sentence place = say("{}, line {}", path.string(), lines_in(text.substr(0, header.end)) + 1);
  auto row = DelimitedRows(header.separator).read(text.substr(header.end));
  if (!row.ok()) {
    Error error = std::move(row).error();
    error.subject = place;
    return error;
  }
  LIFT_ASSIGN(header.names, names_from(std::move(row->cells), place));
  header.end += row->bytes;
  header.lines = lines_in(text.substr(0, header.end));
  return header;
}

// Rows by their line ends and quotes alone: what is in them is parsed once, where their fields are asked for.
class DelimitedCursor final : public RowCursor {
 public:
  DelimitedCursor(std::string_view text, const Header& header, fs::path path)
      : separator_(header.separator), text_(text), at_(header.end), line_(header.lines + 1), path_(std::move(path)) {}

  Result<std::optional<RawRow>> next() override {
    while (at_ < text_.size() && (text_[at_] == '\r' || text_[at_] == '\n')) {
      at_ = behind(at_);
      ++line_;
    }
    if (at_ == text_.size()) return std::optional<RawRow>();
    const std::int64_t line = line_++;
    std::size_t end = line_end(at_);
    bool open = has_quoted_cells(text_.substr(at_, end - at_), separator_) && odd_quotes(at_, end);
    while (open && end < text_.size() && end - at_ <= kLargestRow) {
      const std::size_t begin = behind(end);
      end = line_end(begin);
      open = odd_quotes(begin, end) != open;
      ++line_;
    }
    if (open || end - at_ > kLargestRow) return broken(line);
    const RawRow found{text_.substr(at_, end - at_), line, at_};
    at_ = end == text_.size() ? end : behind(end);
    return std::optional(found);
  }
  std::uint64_t offset() const override { return at_; }

 private:
  // Of the line that has `from` in it, its "\r" or "\n". A "\n" is looked for once, however many "\r" lie before it.
  std::size_t line_end(std::size_t from) {
    if (newline_ < from || !looked_) newline_ = std::min(text_.find('\n', from), text_.size());
    looked_ = true;
    return std::min(text_.substr(from, newline_ - from).find('\r'), newline_ - from) + from;
  }
  std::size_t behind(std::size_t end) const { return end + (text_.substr(end, 2) == "\r\n" ? 2 : 1); }
  bool odd_quotes(std::size_t begin, std::size_t end) const {
    return std::ranges::count(text_.substr(begin, end - begin), '"') % 2 == 1;
  }
  // What the parser says of quotes that are not closed.
  Error broken(std::int64_t line) {
    auto row = DelimitedRows(separator_).read(text_.substr(at_));
    LIFT_CHECK(!row.ok());
    Error error = std::move(row).error();
    error.subject = say("{}, line {}", path_.string(), line);
    return error;
  }

  char separator_;
  std::string_view text_;
  std::size_t at_, newline_ = 0;
  bool looked_ = false;
  std::int64_t line_;
  fs::path path_;
};

class DelimitedFile final : public RowFile {
 public:
  explicit DelimitedFile(Header header) : header_(std::move(header)) {
    const std::string separator = header_.separator == '\t' ? "tab" : std::string(1, header_.separator);
    told_.push_back(say("a table whose columns are separated by \"{}\"", separator));
  }

  std::unique_ptr<RowCursor> rows() const override { return std::make_unique<DelimitedCursor>(text(), header_, path_); }

  Result<RowFields> fields(std::string_view raw) const override {
    LIFT_ASSIGN(DelimitedRows::Row row, DelimitedRows(header_.separator).read(raw));
    if (row.cells.size() != header_.names.size())
      return make_error(
          ErrorCode::Malformed, Sentence(),
          say("expected {} cells, as the first line has names, found {}", header_.names.size(), row.cells.size()));
    RowFields fields;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (valid_utf8_prefix(row.cells[i]) != row.cells[i].size())
        return make_error(
            ErrorCode::Malformed, Sentence(),
            say("field \"{}\": expected UTF-8, found other bytes (Latin-1 or Windows-1252?)", header_.names[i]),
            say("Save the file as UTF-8"));
      fields.push_back({.name = header_.names[i], .value = std::move(row.cells[i]), .is_json = false});
    }
    return fields;
  }

 private:
  Header header_;
};

}   // namespace

Result<std::shared_ptr<RowFile>> make_delimited_file(std::string_view text, const fs::path& path) {
  LIFT_ASSIGN(Header header, read_header(text, path));
  return std::shared_ptr<RowFile>(std::make_shared<DelimitedFile>(std::move(header)));
}

}   // namespace lift
