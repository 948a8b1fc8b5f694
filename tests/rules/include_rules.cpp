#include "tests/rules/include_rules.h"

#include <optional>
#include <regex>
#include <set>

namespace lift::rules {

namespace {

// The ladder, lowest first: core/README.md says what each room is.
const std::vector<std::vector<std::string>> kLevels = {
    {"base"},
    {"io", "kernels", "memory"},
    {"hub", "jinja", "metrics", "ranks", "spectra"},
    {"tokenizer"},
    {"data"},
    {"model"},
    {"generate", "selection"},
    {"optim", "evaluate"},
    {"checkpoint"},
    {"exchange", "train"},
    {"session"},
    {"duel"},
};

std::optional<int> level_of(const std::string& room) {
  for (std::size_t level = 0; level < kLevels.size(); ++level)
    for (const std::string& name : kLevels[level])
      if (name == room) return static_cast<int>(level);
  return std::nullopt;
}

std::string at(const SourceFile& file, const Include& include) {
  return file.path + ":" + std::to_string(include.line) + ": ";
}

bool is_ours(const std::string& target) {
  return target.starts_with("core/") || target.starts_with("ui/") || target.starts_with("app/") ||
         target.starts_with("tests/");
}

bool is_tensor_header(const std::string& target) {
  static const std::regex libtorch("^(torch|ATen|c10|caffe2|torchgen)/.*");
  return std::regex_match(target, libtorch);
}

std::string opening(const SourceFile& file) { return file.text.substr(0, 1200); }

bool is_private(const SourceFile& file) { return opening(file).find("Private to core/") != std::string::npos; }

std::string upward(const SourceFile& file, const Include& include) {
  const SourceFile target = make_file(include.target, "");
  const std::string from = file.top(), to = target.top();
  if (to == "tests") return "the product includes a test's header";
  if (from == "ui" && to == "app") return "ui includes app";
  if (from != "core") return {};
  if (to != "core") return "core includes " + to;
  if (file.room() == target.room()) return {};
  const auto own = level_of(file.room()), other = level_of(target.room());
  if (own && other && *other >= *own)
    return file.room() + " (level " + std::to_string(*own) + ") includes " + target.room() + " (level " +
           std::to_string(*other) + ")";
  return {};
}

// The first chain of includes from `path` to a header of LibTorch; empty where there is none.
std::string chain_to_tensors(const SourceTree& tree, const std::string& path, std::set<std::string>& seen) {
  const auto file = tree.find(path);
  if (file == tree.end() || !seen.insert(path).second) return {};
  for (const Include& include : file->second.includes) {
    if (is_tensor_header(include.target)) return path + " -> " + include.target;
    if (const std::string rest = chain_to_tensors(tree, include.target, seen); !rest.empty())
      return path + " -> " + rest;
  }
  return {};
}

bool must_be_free_of_tensors(const SourceFile& file) {
  if (file.top() == "ui" || file.top() == "app") return true;
  if (file.top() != "core" || !file.is_header()) return false;
  return (file.room() == "session" && !is_private(file)) || opening(file).find("ensor-free") != std::string::npos;
}

}   // namespace

Violations upward_includes(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree) {
    if (file.top() != "core" && file.top() != "ui" && file.top() != "app") continue;
    for (const Include& include : file.includes) {
      if (!is_ours(include.target)) continue;
      if (const std::string what = upward(file, include); !what.empty()) found.push_back(at(file, include) + what);
    }
  }
  return found;
}

Violations private_headers_from_outside(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree)
    for (const Include& include : file.includes) {
      const auto target = tree.find(include.target);
      if (target != tree.end() && is_private(target->second) && file.top() != "tests" &&
          target->second.room() != file.room())
        found.push_back(at(file, include) + include.target + " is private to its room");
    }
  return found;
}

Violations unknown_places(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree) {
    if (file.top() == "core" && file.is_source() && !level_of(file.room()))
      found.push_back(path + ": the ladder knows no room \"" + file.room() + "\"");
    for (const Include& include : file.includes)
      if (include.quoted && (!is_ours(include.target) || !tree.contains(include.target)) &&
          !include.target.ends_with(".moc"))
        found.push_back(at(file, include) + "\"" + include.target + "\" is no file of ours, named from the root");
  }
  return found;
}

Violations qt_in_core(const SourceTree& tree) {
  static const std::regex qt("^(Q[A-Z]|Qt|q[a-z]+custom).*");
  Violations found;
  for (const auto& [path, file] : tree) {
    if (file.top() != "core") continue;
    for (const Include& include : file.includes)
      if (std::regex_match(include.target, qt)) found.push_back(at(file, include) + "core includes " + include.target);
  }
  return found;
}

Violations tensors_outside_core(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree) {
    if (!must_be_free_of_tensors(file)) continue;
    std::set<std::string> seen;
    if (const std::string chain = chain_to_tensors(tree, path, seen); !chain.empty()) found.push_back(chain);
  }
  return found;
}

Violations umbrella_headers(const SourceTree& tree) {
  Violations found;
  for (const auto& [path, file] : tree)
    for (const Include& include : file.includes)
      if (include.target == "torch/torch.h" || include.target == "torch/all.h" || include.target == "ATen/ATen.h" ||
          include.target == "ATen/Functions.h" || include.target == "ATen/NativeFunctions.h")
        found.push_back(at(file, include) + include.target + ": include the one operation that is used");
  return found;
}

}   // namespace lift::rules
