#include "tests/rules/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace lift::rules {

namespace fs = std::filesystem;

namespace {

// Replaces comments and what stands in string and character literals by blanks.
std::string blank_comments_and_literals(const std::string& text) {
  enum class State { Code, Line, Block, Text, Character };
  std::string code = text;
  State state = State::Code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    const auto blank = [&] {
      if (c != '\n') code[i] = ' ';
    };
    switch (state) {
      case State::Code:
        if (c == '/' && next == '/') state = State::Line, blank();
        else if (c == '/' && next == '*') state = State::Block, blank();
        else if (c == 'R' && next == '"') {
          const std::size_t open = text.find('(', i);
          const std::string end = ")" + text.substr(i + 2, open - i - 2) + "\"";
          const std::size_t close = std::min(text.find(end, open), text.size());
          for (std::size_t k = open; k < close; ++k)
            if (text[k] != '\n') code[k] = ' ';
          i = std::min(close + end.size(), text.size()) - 1;
        } else if (c == '"') state = State::Text;
        // A digit separator, 1'000, is no literal.
        else if (c == '\'' && !(i > 0 && std::isalnum(static_cast<unsigned char>(text[i - 1]))))
          state = State::Character;
        break;
      case State::Line:
        if (c == '\n') state = State::Code;
        else blank();
        break;
      case State::Block:
        blank();
        if (c == '*' && next == '/') code[++i] = ' ', state = State::Code;
        break;
      case State::Text:
      case State::Character:
        if (c == '\\') {
          blank();
          if (next != '\n') code[i + 1] = ' ';
          ++i;
        } else if (c == (state == State::Text ? '"' : '\'') || c == '\n') state = State::Code;
        else blank();
        break;
    }
  }
  return code;
}

std::vector<Include> find_includes(const std::string& text, const std::string& code) {
  static const std::regex directive(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> found;
  std::istringstream lines(text), bare(code);
  std::string line, blanked;
  for (int number = 1; std::getline(lines, line) && std::getline(bare, blanked); ++number) {
    std::smatch match;
    if (blanked.find('#') != std::string::npos && std::regex_search(line, match, directive))
      found.push_back({number, match[2], match[1] == "\""});
  }
  return found;
}

bool skipped(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "build" || name == ".git" || name == ".venv" || name == ".cache" || name == "__pycache__";
}

}   // namespace

std::string SourceFile::top() const { return path.substr(0, path.find('/')); }

std::string SourceFile::room() const {
  const std::size_t first = path.find('/');
  const std::size_t second = first == std::string::npos ? first : path.find('/', first + 1);
  return second == std::string::npos ? "" : path.substr(first + 1, second - first - 1);
}

std::string SourceFile::extension() const { return fs::path(path).extension().string(); }

bool SourceFile::is_source() const {
  const std::string suffix = extension();
  return suffix == ".h" || suffix == ".cpp" || suffix == ".cu" || suffix == ".cuh";
}

bool SourceFile::is_header() const { return extension() == ".h" || extension() == ".cuh"; }

int SourceFile::lines() const { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

SourceFile make_file(std::string path, std::string text) {
  SourceFile file{std::move(path), std::move(text), {}, {}};
  if (file.is_source()) {
    file.code = blank_comments_and_literals(file.text);
    file.includes = find_includes(file.text, file.code);
  }
  return file;
}

SourceTree read_tree(const fs::path& root) {
  SourceTree tree;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && skipped(entry->path())) entry.disable_recursion_pending();
    if (!entry->is_regular_file() || skipped(entry->path())) continue;   // .git of a second work tree is a file
    std::ifstream stream(entry->path(), std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    if (text.find('\0') != std::string::npos) continue;
    const std::string path = entry->path().lexically_relative(root).generic_string();
    tree.emplace(path, make_file(path, std::move(text)));
  }
  return tree;
}

SourceTree make_tree(const std::vector<std::pair<std::string, std::string>>& files) {
  SourceTree tree;
  for (const auto& [path, text] : files) tree.emplace(path, make_file(path, text));
  return tree;
}

}   // namespace lift::rules
