#include "core/data/file_kind.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "core/base/say.h"
#include "core/base/utf8.h"
#include "core/data/json_skip.h"
#include "core/io/quote_name.h"

namespace lift {

using namespace std::string_view_literals;

namespace {

struct Foreign {
  std::string_view magic;
  std::string_view name;   // what programs call it
  bool table = false;      // rows that other programs can write as JSONL
  std::size_t at = 0;
};

constexpr std::array kForeign{
    Foreign{"PARE"sv, "Parquet (encrypted)", true},
    Foreign{"FEA1"sv, "Feather (version 1)", true},
    Foreign{"Obj\x01"sv, "Avro", true},
    Foreign{"ORC"sv, "ORC", true},
    Foreign{"SQLite format 3\0"sv, "SQLite", true},
    Foreign{"\x89HDF"sv, "HDF5", true},
    Foreign{"\x93NUMPY"sv, "NumPy", true},
    Foreign{"PK\x03\x04"sv, "ZIP (.zip, .xlsx, .docx, .pt, ...)"},
    Foreign{"\xD0\xCF\x11\xE0"sv, "Excel or Word (before 2007)"},
    Foreign{"BZh"sv, "bzip2"},
    Foreign{"\xFD"
            "7zXZ\0"sv,
            "xz"},
    Foreign{"7z\xBC\xAF\x27\x1C"sv, "7-Zip"},
    Foreign{"\x04\x22\x4D\x18"sv, "LZ4"},
    Foreign{"ustar"sv, "tar", false, 257},
    Foreign{"%PDF"sv, "PDF"},
    Foreign{"{\\rtf"sv, "RTF"},
    Foreign{"\x89PNG"sv, "PNG"},
    Foreign{"\xFF\xD8\xFF"sv, "JPEG"},
    Foreign{"GGUF"sv, "GGUF"},
    Foreign{"\x80\x02"sv, "Python pickle"},
    Foreign{"\x80\x03"sv, "Python pickle"},
    Foreign{"\x80\x04"sv, "Python pickle"},
    Foreign{"\x80\x05"sv, "Python pickle"},
    Foreign{"\xFF\xFE\0\0"sv, "UTF-32"},
    Foreign{"\0\0\xFE\xFF"sv, "UTF-32"},
};

Sentence way_out(const Foreign& file) {
  if (file.table)
    return say("Write the rows as JSONL, for example in Python: {}",
               "pandas.read_parquet(FILE).to_json(\"rows.jsonl\", orient=\"records\", lines=True)");
  if (file.name == "GGUF") return say("This is a model: name it with --model");
  if (file.name == "UTF-32") return say("Save the file as UTF-8");
  return say("Unpack it or save the rows as JSONL, JSON or CSV");
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

std::string_view first_line(std::string_view head) { return head.substr(0, head.find_first_of("\r\n")); }

char first_character(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t at = head.find_first_not_of(" \t\r\n");
  return at == head.npos ? '\0' : head[at];
}

std::string ending_of(const std::string& name) {
  std::string all = lower(name);
  for (const std::string_view packed : {".gz", ".zst", ".zstd"})
    if (all.ends_with(packed)) all.resize(all.size() - packed.size());
  const std::size_t dot = all.rfind('.');
  return dot == all.npos ? "" : all.substr(dot + 1);
}

template <std::size_t N>
bool one_of(const std::string& ending, const std::array<std::string_view, N>& known) {
  return std::ranges::find(known, ending) != known.end();
}

bool begins_with_json(std::string_view head) {
  const std::size_t at = head.find_first_of("{[");
  JsonSkipper skipper(head, at);
  // A value that the first bytes do not finish is JSON too as far as one can tell.
  return skipper.value() || skipper.at_end();
}

bool is_web_page(std::string_view head) {
  const std::string begin = lower(head.substr(0, 256));
  return first_character(head) == '<' && (begin.find("<html") != begin.npos || begin.find("<!doctype") != begin.npos);
}

}   // namespace

Wrapping wrapping_of(std::string_view head) {
  if (head.starts_with("PAR1"sv)) return Wrapping::Parquet;
  if (head.starts_with("ARROW1"sv)) return Wrapping::ArrowFile;
  if (head.starts_with("\xFF\xFF\xFF\xFF"sv)) return Wrapping::ArrowStream;
  if (head.starts_with("\x1F\x8B"sv)) return Wrapping::Gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD"sv)) return Wrapping::Zstd;
  const bool utf32 = head.starts_with("\xFF\xFE\0\0"sv);
  if (!utf32 && (head.starts_with("\xFF\xFE"sv) || head.starts_with("\xFE\xFF"sv))) return Wrapping::Utf16;
  const bool every_other_is_zero = head.size() > 3 && (head[0] == '\0') != (head[1] == '\0') &&
                                   (head[0] == '\0') == (head[2] == '\0') && (head[1] == '\0') == (head[3] == '\0');
  return every_other_is_zero ? Wrapping::Utf16 : Wrapping::None;
}

Sentence looks_like(std::string_view head) {
  const std::string_view line = first_line(head);
  if (head.starts_with("---")) return say("This looks like YAML. Write the rows as JSONL");
  for (const char separator : {'\t', ';', ',', '|'})
    if (std::ranges::count(line, separator) > 0 && line.find_first_of("{}[]") == line.npos && line.size() < 400 &&
        line.find(". ") == line.npos)
      return say("If these are the columns of a table, name the file .csv or .tsv; if it is plain text, .txt");
  if (first_character(head) == '\'' || line.starts_with("{'"))
    return say("This looks like Python's way to write objects: JSON wants double quotes. Write it with json.dumps");
  return say("If this is plain text to go on from, name the file .txt");
}

Result<FileKind> kind_of_file(std::string_view head, const std::string& name, const std::string& path) {
  constexpr std::array<std::string_view, 4> tables{"csv", "tsv", "tab", "psv"};
  constexpr std::array<std::string_view, 4> texts{"txt", "text", "md", "markdown"};
  for (const Foreign& file : kForeign)
    if (head.substr(std::min(file.at, head.size())).starts_with(file.magic))
      return make_error(
          ErrorCode::Unsupported, path,
          say("expected rows as JSONL, JSON, CSV, Parquet, Arrow or plain text, found a {} file", file.name),
          way_out(file));
  if (is_web_page(head))
    return make_error(ErrorCode::Unsupported, path, say("expected rows, found a web page"),
                      say("The download went to a page about the file: get the file itself"));
  if (head.starts_with("version https://git-lfs"))
    return make_error(ErrorCode::Unsupported, path, say("expected rows, found a pointer of Git LFS"),
                      say("Get the file itself: git lfs pull"));
  const std::string ending = ending_of(name);
  const char first = first_character(head);
  const bool json = first == '{' || first == '[';
  if (one_of(ending, tables)) return json && begins_with_json(head) ? FileKind::Json : FileKind::Delimited;
  if (one_of(ending, texts)) return json && begins_with_json(head) ? FileKind::Json : FileKind::Text;
  return FileKind::Json;
}

}   // namespace lift
