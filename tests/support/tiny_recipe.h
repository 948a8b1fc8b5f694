#pragma once
// Training rows and a recipe of a run that takes little time, for the tiny model of tiny_folder.h. Tensor-free.
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "core/session/recipe.h"

namespace lift::test {

// Sums, at which even a tiny model improves.
inline void write_rows(const std::filesystem::path& file, int begin, int end) {
  std::ofstream out(file);
  for (int i = begin; i < end; ++i)
    out << fmt::format("{{\"question\": \"{} plus {}?\", \"answer\": \"it is {}\"}}\n", i % 7, i % 5, i % 7 + i % 5);
}

inline Recipe tiny_recipe(const std::filesystem::path& model, const std::filesystem::path& rows,
                          DType dtype = DType::F32) {
  Recipe recipe;
  recipe.model = model.string();
  recipe.data.files = {rows.string()};
  recipe.data.max_tokens = 200;
  recipe.data.held_out_share = 0;   // tests count rows; those that need held-out rows set this
  recipe.selection.rank = 4;
  recipe.selection.density = 0.1;
  recipe.train.batch_rows = 4;
  recipe.train.microbatch_tokens = 256;
  recipe.train.threads = 1;
  recipe.train.dtype = dtype;
  return recipe;
}

}   // namespace lift::test
