#include "core/checkpoint/resume_state.h"

#include <ATen/ops/empty.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/checkpoint/pattern_code.h"
#include "core/checkpoint/resume_format.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/io/safetensors_writer.h"

namespace lift {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t kKeptStates = 2;
struct CodedMasks {
  std::vector<std::byte> bytes;
  json table = json::array();   // [layer, projection, rows, columns, entries, bytes]
};

CodedMasks encode_masks(const MaskSet& masks) {
  const auto& matrices = masks.matrices();
  std::vector<std::vector<std::byte>> coded(matrices.size());
  for_each_in_parallel(matrices.size(), masks.total(),
                       [&](std::size_t i) { coded[i] = encode_pattern(matrices[i].pattern); });
  CodedMasks all;
  for (std::size_t i = 0; i < matrices.size(); ++i) {
    const MatrixMask& matrix = matrices[i];
    all.table.push_back({matrix.id.layer, name_of(matrix.id.projection), matrix.pattern.rows,
                         matrix.pattern.columns_count, matrix.entries(), coded[i].size()});
    all.bytes.insert(all.bytes.end(), coded[i].begin(), coded[i].end());
  }
  return all;
}

json state_json(const ResumeState& state, json masks, json changed) {
  return {{"version", kResumeVersion},    {"step", state.step},        {"threads", state.threads},
          {"recipe", state.recipe.hex()}, {"data", state.data.hex()},  {"parts", state.parts_json},
          {"base", to_json(state.base)},  {"masks", std::move(masks)}, {"changed", std::move(changed)}};
}

void remove_older_states(const fs::path& folder, std::optional<std::int64_t> keep) {
  const auto steps = resume_steps(folder);
  for (std::size_t i = kKeptStates; i < steps.size(); ++i) {
    if (steps[i] == keep) continue;
    std::error_code left_behind;   // one state too many does no harm
    fs::remove(resume_file(folder, steps[i]), left_behind);
  }
}

std::optional<std::int64_t> step_of_file(const std::string& name) {
  constexpr std::string_view kBefore = "state-", kAfter = ".safetensors";
  if (!name.starts_with(kBefore) || !name.ends_with(kAfter)) return std::nullopt;
  std::string_view digits = name;
  digits.remove_prefix(kBefore.size());
  digits.remove_suffix(kAfter.size());
  std::int64_t step = 0;
  const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), step);
  if (status != std::errc{} || end != digits.data() + digits.size() || step < 0) return std::nullopt;
  return step;
}

}   // namespace

fs::path resume_file(const fs::path& folder, std::int64_t step) {
  return folder / fmt::format("state-{}.safetensors", step);
}

std::vector<std::int64_t> resume_steps(const fs::path& folder) {
  std::vector<std::int64_t> steps;
  std::error_code status;
  for (fs::directory_iterator entry(folder, status), end; !status && entry != end; entry.increment(status))
    if (const auto step = step_of_file(entry->path().filename().string()))
      if (resume_file(folder, *step) == entry->path()) steps.push_back(*step);   // not "state-007"
  std::sort(steps.rbegin(), steps.rend());
  return steps;
}

Status write_resume_state(const fs::path& folder, const ResumeState& state, const TaskContext& task) {
  const fs::path file = resume_file(folder, state.step);
  return catch_exceptions(file.string(), [&]() -> Status {
    CodedMasks masks = encode_masks(state.masks), changed = encode_masks(state.changed.entries());
    std::vector<at::Tensor> kept;   // on the CPU, alive until written
    std::vector<TensorView> tensors;
    const auto add = [&](std::string name, const at::Tensor& tensor) {
      kept.push_back(tensor.cpu().contiguous());
      tensors.push_back(view_of(std::move(name), kept.back()));
    };
    for (const auto& [name, tensor] : state.optimizer) add(std::string(kOptimizerPrefix) + name, tensor);
    const at::Tensor nothing = at::empty({0}, at::kFloat);
    add(kBaseValues, state.changed.total() > 0 ? state.changed.base_values() : nothing);
    add(kWeights, state.changed.total() > 0 ? state.weights : nothing);
    tensors.push_back({kMasks, DType::U8, {static_cast<std::int64_t>(masks.bytes.size())}, masks.bytes});
    tensors.push_back({kChanged, DType::U8, {static_cast<std::int64_t>(changed.bytes.size())}, changed.bytes});
    const std::string text = state_json(state, std::move(masks.table), std::move(changed.table)).dump();
    LIFT_RETURN_IF_ERROR(
        write_safetensors(file, std::move(tensors), {{"format", kResumeFormat}, {kStateKey, text}}, task));
    remove_older_states(folder, state.keep);
    return {};
  });
}

Result<ResumeState> read_newest_resume_state(const fs::path& folder, const NoticeSink& notices,
                                             const TaskContext& task) {
  const auto steps = resume_steps(folder);
  if (steps.empty())
    return make_error(ErrorCode::NotFound, folder.string(), say("expected a saved state to go on from, found none"),
                      say("The run stopped before its first save; start it anew"));
  std::optional<Error> newest;
  for (const std::int64_t step : steps) {
    auto state = read_resume_state(resume_file(folder, step), task);
    if (state.ok()) return state;
    if (notices)
      notices({Severity::Warning, say("A saved state cannot be read and is passed over. {}", state.error().whole())});
    if (!newest) newest = std::move(state).error();
  }
  return std::move(*newest);
}

std::int64_t resume_state_bytes(std::int64_t entries, std::int64_t union_entries, DType dtype) {
  const std::int64_t wide = dtype == DType::F64 ? 8 : 4;
  constexpr std::int64_t kGeneration = 2, kIndex = 1, kHeader = 1 << 18;
  return entries * (3 * wide + kGeneration + kIndex) + union_entries * (2 * byte_size(dtype) + kIndex) + kHeader;
}

}   // namespace lift
