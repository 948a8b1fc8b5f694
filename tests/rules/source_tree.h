#pragma once
// The checkout's files as the rules see them. Read from the folder, not from git: a fresh root may have none.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace lift::rules {

struct Include {
  int line = 0;         // from 1
  std::string target;   // what stands between the brackets or quotes
  bool quoted = false;
};

struct SourceFile {
  std::string path;   // from the root, with "/"
  std::string text;
  std::string code;   // text with comments and the contents of literals blanked; lines stay where they are
  std::vector<Include> includes;

  std::string top() const;    // "core" of "core/io/json.h"
  std::string room() const;   // "io" of "core/io/json.h"; empty where there is none
  std::string extension() const;
  bool is_source() const;   // .h .cpp .cu .cuh
  bool is_header() const;   // .h .cuh
  int lines() const;
};

SourceFile make_file(std::string path, std::string text);

using SourceTree = std::map<std::string, SourceFile>;   // by path

// Everything below the folders that git tracks; binary files are left out.
SourceTree read_tree(const std::filesystem::path& root);
SourceTree make_tree(const std::vector<std::pair<std::string, std::string>>& files);

}   // namespace lift::rules
