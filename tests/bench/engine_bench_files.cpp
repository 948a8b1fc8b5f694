// Loading, deltas, decoding and the renewal of the choice, measured.

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <ATen/Parallel.h>
#include <ATen/ops/linalg_svd.h>
#include <ATen/ops/mm.h>
#include <ATen/ops/topk.h>

#include "core/base/check.h"
#include "core/checkpoint/delta_file.h"
#include "core/data/prompt_template.h"
#include "core/memory/memory_usage.h"
#include "core/model/kv_cache.h"
#include "core/model/model_loader.h"
#include "core/selection/selector.h"
#include "core/selection/sparse_mask.h"
#include "tests/bench/measurement.h"

namespace lift::bench {

namespace {

double best_of(int turns, const std::function<void()>& body) {
  double best = 1e9;
  for (int turn = 0; turn < turns; ++turn) {
    const Stopwatch watch;
    body();
    best = std::min(best, watch.seconds());
  }
  return best;
}

std::vector<std::vector<TokenId>> prompts_of(const Settings& settings, std::int64_t count) {
  const std::string model = settings.text("model");
  const auto tokenizer = load_tokenizer(model).value();
  const PromptTemplate prompt = PromptTemplate::make({.name = "alpaca"}, *tokenizer, {}, model).value();
  std::vector<std::vector<TokenId>> prompts;
  std::ifstream rows(settings.text("data"));
  for (std::string row; std::ssize(prompts) < count && std::getline(rows, row);) {
    const std::string question = nlohmann::json::parse(row).at("question");
    std::vector<TokenId> ids;
    for (const Token& token : tokenizer->encode(prompt.render_prompt({{.role = "user", .content = question}}).value(),
                                                prompt.encode_options()))
      ids.push_back(token.id);
    prompts.push_back(std::move(ids));
  }
  return prompts;
}

TokenId largest(const at::Tensor& logits_BV, std::int64_t row) {
  return static_cast<TokenId>(logits_BV[row].argmax().item<std::int64_t>());
}

// Every sequence gets exactly `count` new tokens: end tokens do not end it, on the peer's side neither.
void continue_greedily(const CausalLm& model, const std::vector<std::vector<TokenId>>& prompts, std::int64_t count,
                       DType dtype) {
  std::int64_t longest = 0;
  for (const auto& prompt : prompts) longest = std::max<std::int64_t>(longest, std::ssize(prompt));
  KvCache cache(model.config(), std::ssize(prompts), longest + count, dtype, {});
  std::vector<std::int64_t> sequences;
  std::vector<TokenId> ids;
  for (std::size_t i = 0; i < prompts.size(); ++i) sequences.push_back(static_cast<std::int64_t>(i));
  const std::vector<std::span<const TokenId>> together(prompts.begin(), prompts.end());
  const at::Tensor first = model.prefill(cache, sequences, together);
  for (std::size_t i = 0; i < prompts.size(); ++i) ids.push_back(largest(first, static_cast<std::int64_t>(i)));
  for (std::int64_t token = 1; token < count; ++token) {
    const at::Tensor logits = model.decode_step(cache, sequences, ids);
    for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = largest(logits, static_cast<std::int64_t>(i));
  }
}

}   // namespace

nlohmann::json decode(const Settings& settings) {
  const auto model = load(settings);
  const std::int64_t batch = settings.number("batch", 1), count = settings.number("new", 64);
  const auto prompts = prompts_of(settings, batch);
  const DType dtype = parse_dtype(settings.text("dtype", "bf16")).value();
  const double seconds = best_of(3, [&] { continue_greedily(*model, prompts, count, dtype); });
  return {{"batch", batch}, {"seconds", seconds}, {"tokens_per_s", static_cast<double>(batch * count) / seconds}};
}

nlohmann::json load_time(const Settings& settings) {
  std::int64_t bytes = 0;
  const double seconds = best_of(4, [&] { bytes = load(settings)->weight_bytes(); });
  return {{"seconds", seconds}, {"weight_mb", static_cast<double>(bytes) / 1e6}};
}

nlohmann::json refresh(const Settings& settings) {
  const auto model = load(settings);
  SelectionConfig config, exact_config;
  exact_config.method = "exact";
  SelectionReport report;
  select(*model, config, 1).value();   // page cache and library warm, as at any later refresh
  // What the first call left free, each thread its own, would hide what the second one takes.
  at::parallel_for(0, at::get_num_threads(), 1, [](std::int64_t, std::int64_t) { release_freed_memory(); });
  reset_peak_memory();
  const std::int64_t before = memory_usage().resident_bytes;
  const Stopwatch watch;
  const MaskSet masks = select(*model, config, 1, {}, &report).value();
  const double ours = watch.seconds();
  const std::int64_t extra = memory_usage().peak_resident_bytes - before;
  nlohmann::json line{
      {"seconds", ours},
      {"overlap_bound", report.overlap_bound},
      {"overlap_expected", report.overlap_expected},
      {"extra_mib", static_cast<double>(extra) / (1 << 20)},
      {"masks_mib", static_cast<double>(masks.total() * std::int64_t{sizeof(std::int32_t)}) / (1 << 20)}};
  if (!settings.number("peer", 1)) return line;

  double peer_svd = 0, peer_topk = 0;
  std::int64_t shared = 0;
  double lowest = 1;
  for (const MatrixMask& mask : masks.matrices()) {
    const at::Tensor weight = model->weight(mask.id).to(at::kFloat);
    const Stopwatch svd;
    const auto [u, s, v] = at::linalg_svd(weight, false);
    const at::Tensor low_rank =
        at::mm(u.narrow(1, 0, config.rank).mul(s.narrow(0, 0, config.rank)), v.narrow(0, 0, config.rank));
    peer_svd += svd.seconds();
    const Stopwatch top;
    at::topk(low_rank.abs().flatten(), mask.entries());
    peer_topk += top.seconds();
    if (!settings.number("oracle", 1)) continue;
    const auto exact = select_matrix(weight.to(at::kDouble), mask.id, exact_config, 1, false).value();
    const std::int64_t same = shared_entries(exact.pattern, mask.pattern);
    shared += same;
    lowest = std::min(lowest, static_cast<double>(same) / static_cast<double>(mask.entries()));
  }
  line.update({{"peer_svd_s", peer_svd},
               {"peer_topk_s", peer_topk},
               {"ratio", (peer_svd + peer_topk) / ours},
               {"overlap", static_cast<double>(shared) / static_cast<double>(masks.total())},
               {"lowest_overlap", lowest}});
  return line;
}

nlohmann::json delta(const Settings& settings) {
  const auto model = load(settings);
  const std::filesystem::path file = std::filesystem::path(settings.text("folder", ".")) / "bench.delta.safetensors";
  Manifest passport;
  passport.tensors = record_base(*model).value();
  const MaskSet masks = select(*model, {}, 1).value();
  ChangedEntries changed;
  changed.join(masks, *model);
  scatter_weights(*model, masks, gather_weights(*model, masks).to(at::kFloat).mul(1.02).to(model->scalar_type()));
  MadeDelta made;
  const double make = best_of(1, [&] { made = make_delta(changed, *model, passport).value(); });
  const double save = best_of(3, [&] { LIFT_CHECK(write_delta(file, made.delta).ok(), "the delta is written"); });
  undo_delta(*model, made.base);
  Delta read;
  const double open = best_of(3, [&] { read = read_delta(file).value(); });
  double apply = 1e9, undo = 1e9;
  for (int turn = 0; turn < 3; ++turn) {
    UndoRecord record;
    apply = std::min(apply, best_of(1, [&] { record = apply_delta(*model, read).value(); }));
    undo = std::min(undo, best_of(1, [&] { undo_delta(*model, record); }));
  }
  const auto bytes = std::filesystem::file_size(file);
  std::filesystem::remove(file);
  return {{"entries", masks.total()},
          {"file_mb", static_cast<double>(bytes) / 1e6},
          {"make_s", make},
          {"save_s", save},
          {"read_s", open},
          {"apply_s", apply},
          {"undo_s", undo}};
}

}   // namespace lift::bench
