#pragma once
// The checkout's files, as input of the rules. Read from the folder, not from git, which a source archive may lack.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lift::rules {

struct Include {
  int line = 0;         // from 1
  std::string target;   // the text between brackets or quotes
  bool quoted = false;
};

struct SourceFile {
  std::string path;   // relative to the root, with "/"
  std::string text;
  std::string code;   // text with comments and contents of literals replaced by blanks; line numbers don't change
  std::vector<Include> includes;

  std::string top() const;    // "core" for "core/io/json.h"
  std::string room() const;   // "io" for "core/io/json.h"; empty if there is none
  std::string extension() const;
  bool is_source() const;   // .h .cpp .cu .cuh
  bool is_header() const;   // .h .cuh
  int lines() const;
};

SourceFile make_file(std::string path, std::string text);

using SourceTree = std::map<std::string, SourceFile>;   // by path

// All files in the folders that git tracks, except binary files.
SourceTree read_tree(const std::filesystem::path& root);
SourceTree make_tree(const std::vector<std::pair<std::string, std::string>>& files);

}   // namespace lift::rules
