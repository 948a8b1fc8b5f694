#pragma once
// What a Session holds, shared by its source files (session_*.cpp, one per stage). Private to core/session.
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "core/checkpoint/delta.h"
#include "core/data/prompt_template.h"
#include "core/evaluate/choice_scoring.h"
#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "core/selection/selector.h"
#include "core/session/session.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct OpenModel {
  std::filesystem::path path;
  DType dtype = DType::BF16;
  Device device;
  LoadedModel loaded;
  std::shared_ptr<const Tokenizer> tokenizer;
  std::optional<std::string> chat_template;

  CausalLm& lm() { return *loaded.model; }
  const CausalLm& lm() const { return *loaded.model; }
  const ModelConfig& config() const { return loaded.summary.config; }
};

// A delta in the open model, and the way back.
struct AttachedDelta {
  Delta delta;
  UndoRecord base;
  UndoRecord base_of_matrices;   // the same by the matrices that train
  double strength = 1;

  static AttachedDelta of(Delta delta, UndoRecord base, const ModelConfig& config);
};

// Chosen matrices of the last settings, the most recently used first, within a bound on their W_r.
class SelectionCache {
 public:
  // Forgets everything when `key` is another one.
  void use(const std::string& key);
  void clear();
  MatrixChoice* find(MatrixId id);   // nullptr: not here
  MatrixChoice& put(MatrixId id, MatrixChoice choice, std::int64_t most_bytes);

 private:
  std::string key_;
  std::list<std::pair<MatrixId, MatrixChoice>> choices_;
};

struct OpenData;
class Trainer;

struct Session::Impl {
  explicit Impl(SessionOptions session_options);
  ~Impl();

  SessionOptions options;
  std::filesystem::path runs_directory;
  std::optional<OpenModel> model;
  std::unique_ptr<OpenData> data;
  std::optional<AttachedDelta> attached;
  const Trainer* training = nullptr;   // while a run goes on: whoever asks then, asks between two of its steps
  SelectionCache selections;
  SelectionCache base_selections;   // of the base's weights, while the open ones may differ

  Status need_model() const;               // InvalidArgument when none is open
  Status need_matrix(MatrixId id) const;   // and when it has no such matrix
  // The open model's matrix under these settings; the reference holds until the next call.
  Result<MatrixChoice*> choice(MatrixId id, const SelectionConfig& config, std::uint64_t seed);
  struct MapEntries {
    SparsePattern pattern;
    at::Tensor score_MN;
  };
  Result<MapEntries> map_entries(const MapQuery& query);
  // Of `choice`, what the base's selection lacks.
  Result<SparsePattern> newly_selected(MatrixId id, const SelectionConfig& config, std::uint64_t seed);
  // How a question is put to the open model: as the open data is, else as the model itself says.
  Result<PromptTemplate> chat_prompt() const;
  // Mismatch when one of the tokens has no embedding in the open model.
  Status check_tokens(std::span<const TokenId> ids, const Sentence& place) const;
  Status check_tokens(const EncodedChoices& choices, const std::filesystem::path& file) const;
  Result<TaskScore> score(const std::string& name, std::int64_t limit, std::optional<AnswerRule> rule,
                          const TaskContext& task);
  Status need_held_out() const;
  Result<TaskScore> score_held_out(std::int64_t limit, const TaskContext& task);
  Result<TaskScore> score_choice_file(const std::filesystem::path& file, std::int64_t limit, const TaskContext& task);
  Result<TaskScore> score_held_out_answers(std::int64_t limit, std::optional<AnswerRule> rule, const TaskContext& task);
  Result<TaskScore> score_written_file(const std::filesystem::path& file, std::int64_t limit,
                                       std::optional<AnswerRule> rule, const TaskContext& task);
  // `prompt` null: the text as it stands.
  Result<GeneratedText> answer(const std::string& question, const PromptTemplate* prompt,
                               const SamplingConfig& sampling, const std::function<void(std::string_view)>& on_text,
                               const TaskContext& task);
  // Where the open model may differ from its base, and the base's values there; nullptr: nowhere.
  struct BaseEntries {
    const MatrixMask* mask = nullptr;
    at::Tensor values;
  };
  BaseEntries base_entries(MatrixId id) const;
  // As the model's file has it. A copy where it may differ, the open weight itself elsewhere: one matrix's memory.
  at::Tensor base_weight(MatrixId id) const;
  SparsePattern changed_pattern(MatrixId id) const;   // the entries that differ from the base
  // Makes the open model its base again and forgets the delta. Exact.
  void drop_delta();
};

}   // namespace lift
