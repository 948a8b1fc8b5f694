#pragma once
// Which rows train and how they become tokens, as settings. Part of a recipe. Tensor-free.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace lift {

struct DataConfig {
  std::vector<std::string> files;   // JSONL, JSON, CSV, TSV, Parquet, Arrow IPC, text; also packed (.gz, .zst); folders
  // auto | question_answer | prompt_completion | instruction | messages | preference | text
  std::string layout = "auto";
  // role -> column: prompt, response, system, input, history, messages, tools, functions, documents,
  // chat_template_kwargs, label, rejected, text
  std::map<std::string, std::string> column_map;
  std::string prompt_format = "auto";        // auto (the model's chat template, else alpaca) | chat | alpaca | plain
  std::string system_prompt;                 // put before every conversation that has none; empty = none
  std::string date;                          // of templates that print the day: 2026-11-30; empty = of the run's start
  std::int64_t max_tokens = 512;             // a longer row is truncated or dropped
  std::string overflow = "truncate";         // truncate (keep the beginning) | drop
  double held_out_share = 0;                 // split off for evaluation when held_out_files is empty; [0, 0.5]
  std::vector<std::string> held_out_files;   // rows that never train
  // General rows that are mixed in against forgetting: as many as make up replay_share of the rows that train, drawn by
  // the run's seed. Layout and columns are guessed for each of their files. replay_share: [0, 0.9]; 0 = off.
  std::vector<std::string> replay_files;
  double replay_share = 0;
  // Share of the rows that would train, set aside and measured in place of the held-out rows, which are not looked at:
  // for choosing settings, such as a learning rate. [0, 0.5]; 0 = off.
  double validation_share = 0;
  std::int64_t limit_rows = 0;   // take only the first N rows; 0 = all

  Status validate() const;
};

}   // namespace lift
