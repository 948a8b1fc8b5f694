#include "tests/rules/manner_rules.h"

#include <algorithm>
#include <filesystem>
#include <regex>
#include <sstream>

namespace lift::rules {

namespace {

constexpr int kLongFile = 500;
constexpr std::size_t kWidestLine = 120;

// Adds "path:line: what (the line)" for each line of `text` that `pattern` matches.
void find_lines(const SourceFile& file, const std::string& text, const std::regex& pattern, const std::string& what,
                Violations& found) {
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::smatch match;
    if (line.size() < 2000 && std::regex_search(line, match, pattern))
      found.push_back(file.path + ":" + std::to_string(number) + ": " + what + " (" + match.str() + ")");
  }
}

bool is_a_rule(const SourceFile& file) { return file.path.starts_with("tests/rules/"); }

}   // namespace

Violations printing_in_core(const SourceTree& tree) {
  static const std::regex printing(
      R"(\b(printf|fprintf|puts|fputs|putchar|perror)\s*\(|\bstd\s*::\s*(cout|cerr|clog)\b|)"
      R"(\bfmt\s*::\s*print(ln)?\b|<iostream>)");
  static const std::regex ending(R"(\b(std\s*::\s*)?(exit|abort|terminate|quick_exit|_exit)\s*\()");
  Violations found;
  for (const auto& [path, file] : tree) {
    if (file.top() != "core" || !file.is_source()) continue;
    find_lines(file, file.code, printing, "core prints", found);
    find_lines(file, file.code, ending, "core ends the process", found);
  }
  return found;
}

Violations naked_tensor_pointers(const SourceTree& tree) {
  static const std::regex naked(R"(\b(const_|mutable_)?data_ptr\b|\baccessor\s*<)");
  Violations found;
  for (const auto& [path, file] : tree)
    if (file.top() == "core" && file.is_source() && !path.starts_with("core/kernels/"))
      find_lines(file, file.code, naked, "a tensor's values without core/kernels/host_data.h", found);
  return found;
}

Violations headers_without_guard(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree)
    if (file.is_header() && !file.code.starts_with("#pragma once"))
      found.push_back(path + ": does not open with #pragma once");
  return found;
}

Violations names_not_snake_case(const SourceTree& tree) {
  static const std::regex snake("[a-z][a-z0-9_]*");
  Violations found;
  for (const auto& [path, file] : tree) {
    if (!file.is_source() && file.extension() != ".py") continue;
    const std::filesystem::path place(path);
    bool good = std::regex_match(place.stem().string(), snake);
    for (const auto& folder : place.parent_path()) good = good && std::regex_match(folder.string(), snake);
    if (!good) found.push_back(path + ": names are snake_case");
  }
  return found;
}

Violations long_files(const SourceTree& tree, const std::map<std::string, std::string>& listed) {
  Violations found;
  for (const auto& [path, file] : tree)
    if (file.is_source() && file.lines() > kLongFile && !listed.contains(path))
      found.push_back(path + ": " + std::to_string(file.lines()) + " lines; split it, or list it with a reason");
  for (const auto& [path, reason] : listed) {
    const auto file = tree.find(path);
    if (file == tree.end() || file->second.lines() <= kLongFile) found.push_back(path + ": listed as long, but is not");
    else if (reason.empty()) found.push_back(path + ": listed without a reason");
  }
  return found;
}

Violations wide_lines(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree) {
    if (!file.is_source()) continue;
    std::istringstream lines(file.text);
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
      const auto continues = [](char byte) { return (byte & 0xC0) == 0x80; };   // inside a character of UTF-8
      const auto columns = line.size() - static_cast<std::size_t>(std::ranges::count_if(line, continues));
      if (columns > kWidestLine)
        found.push_back(path + ":" + std::to_string(number) + ": " + std::to_string(columns) + " columns, at most 120");
    }
  }
  return found;
}

Violations other_spellings(const SourceTree& tree) {
  static const std::regex constant(R"(^(inline |static )*constexpr [\w:<>, ]+ (?!k[A-Z])[a-z]\w*(\[[^\]]*\])? ?[={])");
  static const std::regex literal(R"(\bQStringLiteral\b)");
  static const std::regex cast(
      R"((^|[^\w:<>.])(std::)?)"
      R"((int|double|float|qreal|char|size_t|ptrdiff_t|u?int(8|16|32|64)_t|qsizetype|qint64)\([^)*&])");
  Violations found;
  for (const auto& [path, file] : tree) {
    if (!file.is_source() || (file.top() != "core" && file.top() != "ui" && file.top() != "app")) continue;
    find_lines(file, file.code, constant, "a constant is named kLikeThis", found);
    find_lines(file, file.code, literal, "a QString literal is u\"...\"_s", found);
    find_lines(file, file.code, cast, "a cast is static_cast<T>(...)", found);
  }
  return found;
}

Violations static_initialisers_that_act(const SourceTree& tree) {
  static const std::regex flag(R"(^(\[\[maybe_unused\]\] )?(static |inline )?const (bool|int) \w+ = (\[|\w+\())");
  static const std::regex attribute(R"(\b(gnu::constructor|__attribute__\(\(constructor))");
  Violations found;
  for (const auto& [path, file] : tree) {
    if (file.top() != "core" || !file.is_source()) continue;
    find_lines(file, file.code, flag, "a static that acts before main", found);
    find_lines(file, file.code, attribute, "a function that acts before main", found);
  }
  return found;
}

Violations programs_that_do_not_prepare(const SourceTree& tree) {
  static const std::regex main(R"(\bint main\(int argc, char\*\* argv\) \{)");
  Violations found;
  for (const auto& [path, file] : tree)
    if (file.top() == "app" && std::regex_search(file.code, main) &&
        file.code.find("prepare_process();") == std::string::npos)
      found.push_back(path + ": main does not call prepare_process()");
  return found;
}

Violations versions_that_differ(const SourceTree& tree) {
  const auto first_match = [&](const std::string& path, const std::regex& pattern) {
    const auto file = tree.find(path);
    std::smatch match;
    return file != tree.end() && std::regex_search(file->second.text, match, pattern) ? match[1].str() : std::string();
  };
  const std::string cmake = first_match("CMakeLists.txt", std::regex(R"(project\([^)]*VERSION ([0-9.]+))"));
  const std::string engine = first_match("core/base/version.h", std::regex("kVersion = \"([^\"]*)\""));
  Violations found;
  if (cmake.empty()) found.push_back("CMakeLists.txt: names no version");
  if (engine != cmake)
    found.push_back("core/base/version.h: \"" + engine + "\", but CMakeLists.txt has \"" + cmake + "\"");
  for (const auto& [path, file] : tree) {
    if (!path.ends_with(".metainfo.xml")) continue;
    const std::string released = first_match(path, std::regex("<release [^>]*version=\"([^\"]*)\""));
    if (released != cmake)
      found.push_back(path + ": newest release \"" + released + "\", but CMakeLists.txt has \"" + cmake + "\"");
  }
  return found;
}

Violations machine_places(const SourceTree& tree) {
  static const std::regex folder(
      R"((^|[^A-Za-z0-9_.}\])/-])/(work|home|Users|root|opt/pypi|opt/wheels)/[A-Za-z0-9_.])");
  static const std::regex host(
      R"((^|[^0-9.=])(192\.168|172\.(1[6-9]|2[0-9]|3[01])|10\.[0-9]{1,3})\.[0-9]{1,3}\.[0-9]{1,3}\b|)"
      R"(\b[a-z0-9-]+\.(internal|corp|lan)\b)");
  Violations found;
  for (const auto& [path, file] : tree) {
    if (is_a_rule(file)) continue;   // they name what they look for
    find_lines(file, file.text, folder, "a folder of one machine", found);
    find_lines(file, file.text, host, "a host of one network", found);
  }
  return found;
}

std::map<std::string, std::string> read_list(const std::string& text) {
  std::map<std::string, std::string> list;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string key, rest;
    words >> key >> std::ws;
    std::getline(words, rest);
    list[key] = rest;
  }
  return list;
}

}   // namespace lift::rules
