// llama.cpp's LoRA files, read.
#include <map>
#include <memory>

#include <ATen/ops/empty.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/exchange/adapter_source.h"
#include "core/io/gguf_reader.h"
#include "core/io/quote_name.h"
#include "core/kernels/host_data.h"
#include "core/model/stored_weight_tensor.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kA = ".lora_a", kB = ".lora_b";

struct Pair {
  const GgufTensor *a = nullptr, *b = nullptr;
};

at::Tensor as_tensor(const GgufTensor& tensor) {
  at::Tensor values = at::empty(tensor.shape, at::kFloat);
  dequantise_rows(tensor, 0, tensor.rows(),
                  std::span(mutable_host_data<float>(values), static_cast<std::size_t>(values.numel())));
  return values;
}

// Rows of a head as [half, 2], which is rotary pairs, back to [2, half].
at::Tensor as_halves(const at::Tensor& rows, std::int64_t head_dim) {
  return rows.view({-1, head_dim / 2, 2, rows.size(1)}).transpose(1, 2).reshape(rows.sizes()).contiguous();
}

std::string text_key(const GgufReader& reader, std::string_view name) {
  const GgufValue* value = reader.key(name);
  const auto* text = value ? std::get_if<std::string>(value) : nullptr;
  return text ? *text : std::string();
}

class GgufAdapter {
 public:
  GgufAdapter(fs::path file, GgufReader reader) : file_(file.string()), reader_(std::move(reader)) {}

  Status read(const BaseWeights& base) {
    const std::string type = text_key(reader_, "adapter.type");
    if (type != "lora")
      return make_error(ErrorCode::Unsupported, file_, say("expected a LoRA adapter, found {}", quote_name(type)));
    const auto alpha = reader_.number_key("adapter.lora.alpha");
    if (!alpha.ok()) return alpha.error();
    alpha_ = *alpha;
    std::map<std::string, std::string> names;   // GGUF -> ours
    for (const ListedWeight& listed : weights_of(base.config())) {
      names.emplace(listed.name.gguf, listed.name.hf);
      if (listed.gguf.changes_values()) forms_.emplace(listed.name.hf, listed.gguf);
    }
    for (const GgufTensor& tensor : reader_.tensors()) LIFT_RETURN_IF_ERROR(take(tensor, names, base));
    for (const ForeignGgufTensor& tensor : reader_.foreign())
      return make_error(ErrorCode::Unsupported, say("{}, tensor {}", file_, quote_name(tensor.name)),
                        say("its element type is not read here: {}", tensor.type));
    for (const auto& [name, pair] : pairs_) LIFT_RETURN_IF_ERROR(check(name, pair, base));
    if (pairs_.empty())
      return make_error(ErrorCode::Malformed, file_, say("expected tensors of an adapter, found none"));
    return {};
  }

  AdapterSource source(const std::shared_ptr<GgufAdapter>& self) const {
    AdapterSource source;
    source.title = say("a LoRA adapter of llama.cpp for {} tensors", pairs_.size());
    for (const auto& [name, pair] : pairs_) source.names.insert(name);
    source.tuned = [self](const std::string& name, const at::Tensor& base) { return self->tuned(name, base); };
    return source;
  }

 private:
  Status take(const GgufTensor& tensor, const std::map<std::string, std::string>& names, const BaseWeights& base) {
    const bool is_a = tensor.name.ends_with(kA), is_b = tensor.name.ends_with(kB);
    const auto found = is_a || is_b ? names.find(tensor.name.substr(0, tensor.name.size() - kA.size())) : names.end();
    if (found == names.end())
      return make_error(ErrorCode::Mismatch, say("{}, tensor {}", file_, quote_name(tensor.name)),
                        say("expected a change of a tensor of the base {}, found another", base.config().name),
                        say("Name the model that the adapter was trained on"));
    (is_a ? pairs_[found->second].a : pairs_[found->second].b) = &tensor;
    return {};
  }

  Status check(const std::string& name, const Pair& pair, const BaseWeights& base) const {
    const auto& shape = base.listed(name)->shape;
    const bool fits = pair.a && pair.b && shape.size() == 2 && name != embedding_name().hf &&
                      pair.a->shape.size() == 2 && pair.b->shape.size() == 2 && pair.a->shape[1] == shape[1] &&
                      pair.b->shape[0] == shape[0] && pair.a->shape[0] == pair.b->shape[1];
    if (fits) return {};
    return make_error(ErrorCode::Mismatch, say("{}, tensor {}", file_, quote_name(name)),
                      say("expected two matrices whose product is [{}], found others", fmt::join(shape, ", ")),
                      say("Name the model that the adapter was trained on"));
  }

  Result<std::optional<at::Tensor>> tuned(const std::string& name, const at::Tensor& base) const {
    const auto found = pairs_.find(name);
    if (found == pairs_.end()) return std::optional<at::Tensor>();
    at::Tensor a = as_tensor(*found->second.a), b = as_tensor(*found->second.b);
    if (const auto form = forms_.find(name); form != forms_.end()) {
      if (form->second.paired_head_dim > 0) b = as_halves(b, form->second.paired_head_dim);
      if (const auto& tiling = form->second.tiling)
        (tiling->columns ? a : b) = untiled(tiling->columns ? a : b, *tiling);
    }
    // llama.cpp takes an alpha of 0 for none.
    const double scale = alpha_ != 0 ? alpha_ / static_cast<double>(a.size(0)) : 1;
    return std::optional(with_low_rank(base, b, a, scale));
  }

  std::string file_;
  GgufReader reader_;
  double alpha_ = 0;
  std::map<std::string, GgufForm> forms_;   // of the tensors whose values lie in another form
  std::map<std::string, Pair> pairs_;       // by the base's tensor
};

}   // namespace

bool is_gguf_adapter(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return false;
  const auto reader = GgufReader::open(file);
  return reader.ok() && text_key(*reader, "general.type") == "adapter";
}

Result<AdapterSource> open_gguf_adapter(const fs::path& file, const BaseWeights& base) {
  LIFT_ASSIGN(GgufReader reader, GgufReader::open(file));
  const auto adapter = std::make_shared<GgufAdapter>(file, std::move(reader));
  LIFT_RETURN_IF_ERROR(adapter->read(base));
  return adapter->source(adapter);
}

}   // namespace lift
