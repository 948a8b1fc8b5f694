#include "tests/support/tensors/tiny_gguf.h"

#include <fmt/format.h>

#include <stdexcept>

#include <ATen/core/Tensor.h>

#include "core/io/shard_names.h"
#include "core/kernels/host_data.h"
#include "core/model/weight_list.h"

namespace lift::test {

namespace {

// llama.cpp, convert_hf_to_gguf: rows of a head as [2, half] become [half, 2].
at::Tensor as_pairs(const at::Tensor& rows, std::int64_t head_dim) {
  return rows.view({-1, 2, head_dim / 2, rows.size(1)}).transpose(1, 2).reshape(rows.sizes()).contiguous();
}

std::vector<std::string> pieces() {
  std::vector<std::string> list;
  for (int byte = 0; byte < 256; ++byte) list.push_back(fmt::format("<byte {}>", byte));
  for (const char* special : {"<|endoftext|>", "<|im_start|>", "<|im_end|>", "<pad>"}) list.emplace_back(special);
  return list;
}

std::vector<GgufOutKey> usual_keys(const ModelConfig& c) {
  const auto number = [](std::int64_t value) { return static_cast<std::uint32_t>(value); };
  return {{"general.architecture", std::string("llama")},
          {"general.name", std::string("tiny")},
          {"llama.context_length", number(c.max_positions)},
          {"llama.embedding_length", number(c.hidden_size)},
          {"llama.block_count", number(c.layer_count)},
          {"llama.feed_forward_length", number(c.intermediate_size)},
          {"llama.attention.head_count", number(c.head_count)},
          {"llama.attention.head_count_kv", number(c.kv_head_count)},
          {"llama.attention.key_length", number(c.head_dim)},
          {"llama.attention.value_length", number(c.head_dim)},
          {"llama.attention.layer_norm_rms_epsilon", static_cast<float>(c.rms_norm_eps)},
          {"llama.rope.freq_base", static_cast<float>(c.rope.base)},
          {"llama.rope.dimension_count", number(c.head_dim)},
          {"tokenizer.ggml.model", std::string("gpt2")},
          {"tokenizer.ggml.pre", std::string("smollm")},
          {"tokenizer.ggml.tokens", pieces()},
          {"tokenizer.ggml.merges", std::vector<std::string>{}},
          {"tokenizer.ggml.eos_token_id", 258u}};
}

void replace_or_add(std::vector<GgufOutKey>& keys, const std::vector<GgufOutKey>& more) {
  for (const GgufOutKey& key : more) {
    std::erase_if(keys, [&](const GgufOutKey& usual) { return usual.name == key.name; });
    keys.push_back(key);
  }
}

}   // namespace

void write_tiny_gguf(const std::filesystem::path& file, const CausalLm& model, const std::vector<GgufOutKey>& more,
                     const std::vector<GgufOutTensor>& more_tensors, int parts) {
  std::vector<GgufOutKey> keys = usual_keys(model.config());
  replace_or_add(keys, more);
  std::vector<at::Tensor> alive;
  std::vector<GgufOutTensor> tensors = more_tensors;
  const auto named = model.named_tensors();
  const auto listed = weights_of(model.config());
  for (std::size_t i = 0; i < named.size(); ++i) {
    at::Tensor values = named[i].second.to(at::kFloat).contiguous();
    if (listed[i].gguf.paired_head_dim > 0) values = as_pairs(values, model.config().head_dim);
    alive.push_back(values);
    tensors.push_back({listed[i].name.gguf, GgmlType::F32, values.sizes().vec(),
                       std::as_bytes(std::span(host_data<float>(values), static_cast<std::size_t>(values.numel())))});
  }
  for (int part = 0; part < parts; ++part) {
    const std::size_t count = tensors.size(),
                      begin = static_cast<std::size_t>(part) * count / static_cast<std::size_t>(parts);
    const std::size_t end = static_cast<std::size_t>(part + 1) * count / static_cast<std::size_t>(parts);
    std::vector<GgufOutKey> own = part == 0 ? keys : std::vector<GgufOutKey>{};
    std::filesystem::path name = file;
    if (parts > 1) {
      own.push_back({"split.no", static_cast<std::uint32_t>(part)});
      own.push_back({"split.count", static_cast<std::uint32_t>(parts)});
      own.push_back({"split.tensors.count", static_cast<std::int32_t>(count)});
      name = file.parent_path() / parse_shard_name(file.filename().string()).value().name_of(part + 1);
    }
    const auto at = [&](std::size_t i) { return tensors.begin() + static_cast<std::ptrdiff_t>(i); };
    if (!write_gguf(name, own, {at(begin), at(end)}).ok()) throw std::runtime_error("not written");
  }
}

}   // namespace lift::test
