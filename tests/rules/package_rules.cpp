#include "tests/rules/package_rules.h"

#include <regex>
#include <set>
#include <sstream>

namespace lift::rules {

namespace {

std::set<std::string> listed_packages(const SourceTree& tree) {
  std::set<std::string> names;
  std::istringstream lines(tree.at("packaging/packages.txt").text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string group, alternatives;
    words >> group >> alternatives;
    std::istringstream each(alternatives);
    for (std::string name; std::getline(each, name, '|');) names.insert(name);
  }
  return names;
}

// What one call asks for: the package with its components ("Qt6::Svg"), the modules, or the program.
std::vector<std::string> asked_for(const std::string& command, const std::string& arguments) {
  std::istringstream stream(arguments);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  if (words.empty()) return {};
  static const std::set<std::string> options{"REQUIRED", "QUIET",  "IMPORTED_TARGET", "GLOBAL",
                                             "CONFIG",   "MODULE", "EXACT",           "NAMES"};
  std::vector<std::string> names;
  if (command == "find_package") {
    bool components = false;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (words[i] == "COMPONENTS" || words[i] == "OPTIONAL_COMPONENTS") components = true;
      else if (components && !options.contains(words[i])) names.push_back(words[0] + "::" + words[i]);
    }
    if (names.empty()) names.push_back(words[0]);
    return names;
  }
  for (std::size_t i = 1; i < words.size(); ++i)
    if (!options.contains(words[i])) {
      names.push_back(words[i].substr(0, words[i].find_first_of("<>=")));
      if (command == "find_program") break;   // what follows are places to look
    }
  return names;
}

}   // namespace

Violations packages_not_listed(const SourceTree& tree, const std::map<std::string, std::string>& providers) {
  static const std::regex call(R"(\b(find_package|pkg_check_modules|find_program)\s*\(([^)]*)\))");
  static const std::regex comment(R"(#[^\n]*)");
  const std::set<std::string> listed = listed_packages(tree);
  Violations found;
  for (const auto& [path, file] : tree) {
    if (!path.ends_with("CMakeLists.txt") && file.extension() != ".cmake") continue;
    const std::string text = std::regex_replace(file.text, comment, "");
    for (std::sregex_iterator match(text.begin(), text.end(), call), end; match != end; ++match)
      for (const std::string& name : asked_for((*match)[1], (*match)[2])) {
        const auto provider = providers.find(name);
        if (provider == providers.end()) {
          found.push_back(path + ": " + name + " has no line in tests/rules/cmake_packages.txt");
          continue;
        }
        std::istringstream packages(provider->second);
        for (std::string package; packages >> package;)
          if (package != "-" && !listed.contains(package))
            found.push_back(path + ": " + name + " needs " + package + ", which packaging/packages.txt does not list");
      }
  }
  return found;
}

}   // namespace lift::rules
