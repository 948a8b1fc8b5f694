#include "core/data/delimited_row.h"

#include <algorithm>

#include <csv.h>

#include "core/base/say.h"
#include "core/data/row_file.h"

namespace lift {

namespace {

// Cells keep their blanks: libcsv would cut them off.
int nothing_is_blank(unsigned char) { return 0; }

}   // namespace

bool has_quoted_cells(std::string_view line, char separator) {
  for (std::size_t at = line.find('"'); at != line.npos; at = line.find('"', at + 1))
    if (at == 0 || line[at - 1] == separator) return true;
  return false;
}

struct DelimitedRows::Parser {
  csv_parser csv{};
  char separator;
  Row row;
  bool ended = false;

  static void on_cell(void* cell, std::size_t size, void* self) {
    static_cast<Parser*>(self)->row.cells.emplace_back(static_cast<const char*>(cell), size);
  }
  static void on_row(int, void* self) { static_cast<Parser*>(self)->ended = true; }

  void begin(unsigned char options) {
    csv_init(&csv, options);
    csv_set_delim(&csv, static_cast<unsigned char>(separator));
    csv_set_space_func(&csv, nothing_is_blank);
    row = {};
    ended = false;
  }
  bool take(std::string_view part) {
    row.bytes += part.size();
    return csv_parse(&csv, part.data(), part.size(), on_cell, on_row, this) == part.size();
  }
  bool finish() { return csv_fini(&csv, on_cell, on_row, this) == 0; }
};

DelimitedRows::DelimitedRows(char separator) : parser_(std::make_unique<Parser>()) { parser_->separator = separator; }
DelimitedRows::~DelimitedRows() = default;

Result<DelimitedRows::Row> DelimitedRows::read(std::string_view text) {
  Parser& parser = *parser_;
  const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
  const bool quoted = has_quoted_cells(first, parser.separator);
  parser.begin(quoted ? CSV_STRICT | CSV_STRICT_FINI : 0);
  const std::unique_ptr<csv_parser, decltype(&csv_free)> freeing(&parser.csv, csv_free);
  bool good = true;
  while (good && !parser.ended && parser.row.bytes < text.size()) {
    const std::string_view rest = text.substr(parser.row.bytes);
    // "\r\n" ends a line once.
    std::size_t end = rest.find_first_of("\r\n");
    end = end == rest.npos ? rest.size() : end + (rest.substr(end).starts_with("\r\n") ? 2 : 1);
    if (parser.row.bytes + end > kLargestRow)
      return make_error(
          ErrorCode::Malformed, Sentence(),
          say("expected a row of at most {} bytes, found a cell whose quotes are not closed before", kLargestRow));
    good = parser.take(rest.substr(0, end));
  }
  if (good && !parser.ended) good = parser.finish();
  if (!good)
    return make_error(ErrorCode::Malformed, Sentence(),
                      say("expected quotes around a whole cell and doubled (\"\") inside it, found others"),
                      say("Write the table again with a program that quotes its cells"));
  return std::move(parser.row);
}

}   // namespace lift
