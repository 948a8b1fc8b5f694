#pragma once
// The state of a Session, shared by its source files (session_*.cpp, one per stage). Private to core/session.
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

// A delta applied to the open model, with the base's values to undo it.
struct AttachedDelta {
  Delta delta;
  UndoRecord base;
  UndoRecord base_of_matrices;   // the same by the matrices that train
  double strength = 1;

  static AttachedDelta of(Delta delta, UndoRecord base, const ModelConfig& config);
};

// The matrix choices of the last settings, most recently used first, with a bound on the bytes of their W_r.
class SelectionCache {
 public:
  // Empties the cache if `key` differs from the last one.
  void use(const std::string& key);
  void clear();
  MatrixChoice* find(MatrixId id);   // nullptr: not in the cache
  MatrixChoice& put(MatrixId id, MatrixChoice choice, std::int64_t most_bytes);

 private:
  std::string key_;
  std::list<std::pair<MatrixId, MatrixChoice>> choices_;
};

// The passport of a delta that was not trained here: program, model, tokenizer and the base's fingerprints.
Result<Manifest> passport_of(const OpenModel& model, const TaskContext& task);
struct ImportedDelta;
// Writes it and reports it. Errors: those of write_delta.
Result<ImportReport> write_new_delta(const std::filesystem::path& target, ImportedDelta made, const TaskContext& task);

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
  const Trainer* training = nullptr;   // set during a run; calls then come between two of its steps
  SelectionCache selections;
  SelectionCache base_selections;   // of the base's weights, if they may differ from the open ones

  Status need_model() const;   // Errors: InvalidArgument when no model is open
  // The same, and when a delta is attached; `subject` is what was asked for.
  Status need_base_alone(const std::filesystem::path& subject) const;
  Status need_matrix(MatrixId id) const;   // the same, and when it has no such matrix
  // The open model's matrix under these settings; the pointer is valid until the next call.
  Result<MatrixChoice*> choice(MatrixId id, const SelectionConfig& config, std::uint64_t seed);
  struct MapEntries {
    SparsePattern pattern;
    at::Tensor score_MN;
  };
  Result<MapEntries> map_entries(const MapQuery& query);
  // The entries of choice(id, config, seed) that the base's selection lacks.
  Result<SparsePattern> newly_selected(MatrixId id, const SelectionConfig& config, std::uint64_t seed);
  // The prompt format for the open model: that of the open data, else the model's own.
  Result<PromptTemplate> chat_prompt() const;
  // Errors: Mismatch when a token has no embedding in the open model.
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
  Result<std::vector<TokenId>> checked_prompt(std::string_view text, const EncodeOptions& encoding) const;
  Result<GeneratedText> complete(const std::vector<TokenId>& prompt, const SamplingConfig& sampling,
                                 const std::function<void(std::string_view)>& on_text, const TaskContext& task);
  Result<GeneratedText> answer(const std::string& question, const PromptTemplate& prompt,
                               const SamplingConfig& sampling, const std::function<void(std::string_view)>& on_text,
                               const TaskContext& task);
  // Entries in which the open model may differ from its base, and the base's values there.
  BaseValues base_values(MatrixId id) const;
  // The weight as in the model's file: a copy of the matrix if it may differ, else the open weight itself.
  at::Tensor base_weight(MatrixId id) const;
  SparsePattern changed_pattern(MatrixId id) const;   // the entries that differ from the base
  // Restores the open model's base exactly and discards the delta.
  void drop_delta();
};

}   // namespace lift
