#include "core/checkpoint/tensor_fingerprint.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

std::string shape_text(at::IntArrayRef shape) { return fmt::format("[{}]", fmt::join(shape, ",")); }

Error differs(const std::string& name, const Sentence& expected, const Sentence& found) {
  return make_error(ErrorCode::Mismatch, say("tensor {}", name), say("expected {}, found {}", expected, found),
                    say("This delta belongs to another base model"));
}

}   // namespace

Fingerprint fingerprint_of_tensor(const at::Tensor& tensor) {
  const at::Tensor plain = tensor.cpu().contiguous();
  Fingerprinter fingerprinter;
  fingerprinter.add(fmt::format("{}{}\n", name_of(to_dtype(plain.scalar_type())), shape_text(plain.sizes())));
  fingerprinter.add(bytes_of(plain));
  return fingerprinter.finish();
}

Result<std::vector<Fingerprint>> fingerprints_of(std::span<const at::Tensor> tensors, const TaskContext& task) {
  // Largest first, so that no thread is left alone with the embedding at the end.
  std::vector<std::size_t> order(tensors.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return tensors[a].nbytes() > tensors[b].nbytes(); });
  std::vector<Fingerprint> fingerprints(tensors.size());
  std::int64_t work = 0;
  for (const at::Tensor& tensor : tensors) work += static_cast<std::int64_t>(tensor.nbytes());
  std::atomic<std::int64_t> done{0};
  for_each_in_parallel(order.size(), work, [&](std::size_t i) {
    if (task.stop_requested()) return;
    fingerprints[order[i]] = fingerprint_of_tensor(tensors[order[i]]);
    const std::int64_t finished = ++done;
    if (at::get_thread_num() == 0)   // the caller's own thread: only that one may report
      task.report(say("taking fingerprints"), finished, static_cast<std::int64_t>(order.size()));
  });
  if (task.stop_requested())
    return make_error(ErrorCode::Cancelled, say("fingerprints"), say("taking them was cancelled"));
  return fingerprints;
}

Result<std::vector<TensorRecord>> record_base(const CausalLm& model, const TaskContext& task) {
  std::vector<TensorRecord> records;
  std::vector<at::Tensor> tensors;
  for (const auto& [name, tensor] : model.named_tensors()) {
    records.push_back({.name = name, .shape = tensor.sizes().vec()});
    tensors.push_back(tensor);
  }
  LIFT_ASSIGN(const auto fingerprints, fingerprints_of(tensors, task));
  for (std::size_t i = 0; i < records.size(); ++i) records[i].base = fingerprints[i];
  return records;
}

Status check_tensors(const CausalLm& model, std::span<const TensorRecord> records, CheckedTensors which,
                     ExpectedTensors state, const TaskContext& task) {
  std::unordered_map<std::string, at::Tensor> by_name;
  for (auto& [name, tensor] : model.named_tensors()) by_name.emplace(name, tensor);
  std::vector<const TensorRecord*> checked;
  std::vector<at::Tensor> tensors;
  for (const TensorRecord& record : records) {
    const auto found = by_name.find(record.name);
    if (found == by_name.end()) return differs(record.name, say("the model to have it"), say("no such tensor"));
    if (found->second.sizes() != at::IntArrayRef(record.shape))
      return differs(record.name, say("shape {}", shape_text(record.shape)),
                     Sentence::verbatim(shape_text(found->second.sizes())));
    if (which == CheckedTensors::None || (which == CheckedTensors::Changed && record.changed == 0)) continue;
    checked.push_back(&record);
    tensors.push_back(found->second);
  }
  if (which == CheckedTensors::All && by_name.size() != records.size())
    return make_error(ErrorCode::Mismatch, say("model"),
                      say("expected {} tensors, found {}", records.size(), by_name.size()),
                      say("This delta belongs to another base model"));
  LIFT_ASSIGN(const auto fingerprints, fingerprints_of(tensors, task));
  for (std::size_t i = 0; i < checked.size(); ++i) {
    const Fingerprint expected =
        state == ExpectedTensors::Tuned ? checked[i]->tuned.value_or(checked[i]->base) : checked[i]->base;
    if (fingerprints[i] != expected)
      return differs(checked[i]->name, Sentence::verbatim("SHA-256 " + expected.hex()),
                     Sentence::verbatim(fingerprints[i].hex()));
  }
  return {};
}

}   // namespace lift
