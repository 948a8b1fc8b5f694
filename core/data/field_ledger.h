#pragma once
// What becomes of every field that the rows have: counted by file, told once. Used by sft_dataset. Tensor-free.
// Thread: one at a time per object. Private to core/data.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/data/data_summary.h"
#include "core/data/example_reader.h"
#include "core/data/prompt_template.h"

namespace lift {

class FieldLedger {
 public:
  explicit FieldLedger(const PromptTemplate& prompt) : prompt_(prompt) {}

  // `file`: index into the files that uses() names.
  void add_file(const SourceFile& source);
  void add_row(std::int32_t file, const ReadRow& row);
  void add_pieces(std::int32_t file, std::int64_t pieces) { books_[static_cast<std::size_t>(file)].pieces += pieces; }

  std::vector<FieldUse> uses() const;
  // What is worth a sentence: fields that are not used, answers that do not train, how a file was read.
  std::vector<Sentence> remarks() const;

 private:
  // A field that only a template can use: whether it does is tried on the first rows that have it.
  struct Tried {
    std::int64_t count = 0;
    int trials = 0;
    bool used = false;
  };
  struct Book {
    SourceFile source;
    std::map<std::string, std::int64_t> columns;
    std::map<std::string, Tried> message_fields, variables;
    std::int64_t texts = 0, pieces = 0, silent = 0, behind = 0, foreign_training = 0;
  };

  void add_example(Book& book, const Example& example);
  void count_messages(Book& book, const Example& example);
  template <typename Without>
  void count(Tried& tried, std::int64_t count, const Example& example, const Without& without);
  bool template_uses(const Book& book, const std::string& role) const;

  const PromptTemplate& prompt_;
  std::vector<Book> books_;
};

}   // namespace lift
