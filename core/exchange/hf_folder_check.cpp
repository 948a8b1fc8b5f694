// What lies in an exported folder, read as plain safetensors and compared with memory and with the base's files.
#include <algorithm>
#include <cstring>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/checkpoint/tensor_bytes.h"
#include "core/exchange/export_check.h"
#include "core/exchange/exporter.h"
#include "core/exchange/merged_weights.h"
#include "core/io/safetensors_folder.h"
#include "core/kernels/tensor_types.h"

namespace lift {

namespace {

struct Tally {
  std::int64_t tensors = 0;      // compared
  std::int64_t equal = 0;        // of them equal to memory, in memory's type
  std::int64_t as_in_base = 0;   // of them byte for byte the base's
  std::int64_t with_base = 0;    // of them stored in the base's type, so that entries can be compared
  std::int64_t entries = 0;      // that differ from the base, in those
};

// What lies in another form in GGUF files is compared by its values, not by its bytes.
bool bytes_comparable(const BaseWeights& base, const std::string& name, const StoredWeight& stored) {
  return block_of(stored.tensor.type).elements == 1 && !base.form_in_files(*base.listed(name)).changes_values();
}

Status compare_with_base(const BaseWeights& base, const std::string& name, const at::Tensor& file, Tally& tally) {
  if (!base.listed(name)) return {};
  LIFT_ASSIGN(const StoredWeight stored, base.stored(name));
  const auto bytes = bytes_of(file);
  if (stored.tensor.bytes.size() != bytes.size() || !bytes_comparable(base, name, stored)) return {};
  LIFT_ASSIGN(const at::Tensor exact, base.as(name, DType::F32));
  const at::Tensor in_type = exact.to(file.scalar_type());
  if (!same_bits(in_type.to(at::kFloat), exact)) return {};   // another type of the same width
  ++tally.with_base;
  if (std::ranges::equal(stored.tensor.bytes, bytes)) ++tally.as_in_base;
  else tally.entries += differing_bits(file, in_type).sum().item<std::int64_t>();
  return {};
}

Status compare_tensor(const SafetensorsFolder& files, const std::string& name, const at::Tensor& memory,
                      const BaseWeights* base, ExportCheck& check, Tally& tally) {
  LIFT_ASSIGN(const SafetensorsFolder::Found found, files.find(name));
  if (found.view.shape != memory.sizes().vec())
    return make_error(ErrorCode::Mismatch, files.subject_of(name),
                      say("expected shape [{}], found [{}]", fmt::join(memory.sizes().vec(), ", "),
                          fmt::join(found.view.shape, ", ")));
  const at::Tensor file = tensor_of(found.view);
  ++tally.tensors;
  if (same_bits(file.to(memory.scalar_type()), memory.cpu())) ++tally.equal;
  else if (check.first_difference.empty()) check.first_difference = name;
  return base ? compare_with_base(*base, name, file, tally) : Status();
}

std::vector<Sentence> statements(const Tally& tally, std::int64_t extra, const char* memory) {
  std::vector<Sentence> told{
      say("read back from the files, tensor by tensor: {} of {} hold the values in memory ({}), "
          "bit for bit",
          tally.equal, tally.tensors, memory)};
  if (tally.with_base > 0)
    told.push_back(
        say("{} of {} tensors are byte for byte as the base stores them; in the others {} entries differ "
            "from the base's",
            tally.as_in_base, tally.with_base, tally.entries));
  if (extra > 0) told.push_back(say("{} tensors in the files are none of the model's", extra));
  return told;
}

}   // namespace

bool same_bits(const at::Tensor& a, const at::Tensor& b) {
  const at::Tensor left = a.cpu().contiguous(), right = b.cpu().contiguous();
  const auto x = bytes_of(left), y = bytes_of(right);
  return left.scalar_type() == right.scalar_type() && x.size() == y.size() &&
         std::memcmp(x.data(), y.data(), x.size()) == 0;
}

Result<ExportCheck> check_hf_folder(const ExportRequest& request, const Tokenizer& tokenizer,
                                    const ExportCheckOptions& options, const TaskContext& task) {
  ExportCheck check;
  Tally tally;
  LIFT_ASSIGN(const SafetensorsFolder files, SafetensorsFolder::open(request.target));
  const auto base = BaseWeights::open(request.origin);
  std::set<std::string> in_files = files.names();
  for (const auto& [name, memory] : request.model.named_tensors()) {
    if (task.stop_requested())
      return make_error(ErrorCode::Cancelled, request.target.string(), say("checking the export was cancelled"));
    LIFT_RETURN_IF_ERROR(compare_tensor(files, name, memory, base.ok() ? &*base : nullptr, check, tally));
    in_files.erase(name);
  }
  check.exact = check.first_difference.empty() && in_files.empty();
  check.statements = statements(tally, static_cast<std::int64_t>(in_files.size()),
                                name_of(to_dtype(request.model.scalar_type())).data());
  LIFT_RETURN_IF_ERROR(compare_by_prompts(request.model, tokenizer, request.target, options, task, check));
  return check;
}

}   // namespace lift
