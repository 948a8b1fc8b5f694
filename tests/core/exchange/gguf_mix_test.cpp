// Which matrix gets how many bits, as llama.cpp's quantiser decides it.
#include "core/exchange/gguf_mix.h"

#include <QtTest>

using namespace lift;

namespace {

GgufTensor matrix(const std::string& name, std::int64_t columns = 2048) {
  return {name, GgmlType::BF16, {64, columns}, {}};
}

// A llama's tensors; `tied`: no head of its own.
std::vector<GgufTensor> tensors(int layers, bool tied, std::int64_t columns = 2048) {
  std::vector<GgufTensor> all{matrix("token_embd.weight", columns), {"output_norm.weight", GgmlType::F32, {64}, {}}};
  if (!tied) all.push_back(matrix("output.weight", columns));
  for (int layer = 0; layer < layers; ++layer)
    for (const char* name : {"attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"})
      all.push_back(matrix("blk." + std::to_string(layer) + "." + name + ".weight", columns));
  return all;
}

// Layers whose tensor of this name has the type.
std::vector<int> layers_with(const MixedTypes& types, const std::string& name, int layers, GgmlType type) {
  std::vector<int> found;
  for (int layer = 0; layer < layers; ++layer)
    if (types.of(matrix("blk." + std::to_string(layer) + "." + name + ".weight")) == type) found.push_back(layer);
  return found;
}

}   // namespace

class GgufMixTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void q4_k_m_gives_more_bits_to_the_first_last_and_every_third_layer() {
    // A model of 32 layers, as llama-quantize prints it.
    const auto all = tensors(32, false);
    const MixedTypes types(*mix_named("q4_k_m"), all, false);
    const std::vector<int> more{0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24, 27, 28, 29, 30, 31};
    QCOMPARE(layers_with(types, "attn_v", 32, GgmlType::Q6_K), more);
    QCOMPARE(layers_with(types, "ffn_down", 32, GgmlType::Q6_K), more);
    for (const char* name : {"attn_q", "attn_k", "attn_output", "ffn_gate", "ffn_up"})
      QCOMPARE(layers_with(types, name, 32, GgmlType::Q4_K).size(), std::size_t{32});
    QCOMPARE(types.of(matrix("output.weight")), GgmlType::Q6_K);
    QCOMPARE(types.of(matrix("token_embd.weight")), GgmlType::Q4_K);
    QCOMPARE(types.of({"output_norm.weight", GgmlType::F32, {64}, {}}), GgmlType::F32);
  }

  void an_embedding_that_is_the_head_too_gets_the_heads_bits() {
    for (const char* mix : {"q4_k_m", "q4_0"})
      QCOMPARE(MixedTypes(*mix_named(mix), tensors(4, true), false).of(matrix("token_embd.weight")), GgmlType::Q6_K);
    QCOMPARE(MixedTypes(*mix_named("q8_0"), tensors(4, true), false).of(matrix("token_embd.weight")), GgmlType::Q8_0);
  }

  void value_projections_count_where_they_are() {
    // A hybrid: every fourth layer has attention. The places among those 8 decide: 0, 3, 6 (every third) and 7 (last).
    std::vector<GgufTensor> all{matrix("token_embd.weight")};
    for (int layer = 3; layer < 32; layer += 4)
      all.push_back(matrix("blk." + std::to_string(layer) + ".attn_v.weight"));
    const MixedTypes types(*mix_named("q4_k_m"), all, false);
    std::vector<int> more;
    for (int layer = 3; layer < 32; layer += 4)
      if (types.of(matrix("blk." + std::to_string(layer) + ".attn_v.weight")) == GgmlType::Q6_K) more.push_back(layer);
    QCOMPARE(more, (std::vector<int>{3, 15, 27, 31}));
  }

  void eighty_layers_with_grouped_heads_get_more_for_values() {
    const MixedTypes types(*mix_named("q4_k_m"), tensors(80, false), true);
    QCOMPARE(types.of(matrix("blk.10.attn_v.weight")), GgmlType::Q5_K);
    QCOMPARE(types.of(matrix("blk.0.attn_v.weight")), GgmlType::Q6_K);
    QCOMPARE(types.of(matrix("blk.11.ffn_down.weight")), GgmlType::Q4_K);
  }

  void rows_that_are_no_whole_block_get_smaller_blocks() {
    // The demo model's rows have 576 columns: 32 fits, 256 does not.
    const MixedTypes types(*mix_named("q4_k_m"), tensors(30, true, 576), false);
    QCOMPARE(types.of(matrix("blk.4.attn_q.weight", 576)), GgmlType::Q5_0);
    QCOMPARE(types.of(matrix("blk.0.attn_v.weight", 576)), GgmlType::Q8_0);
    QCOMPARE(types.of(matrix("blk.4.ffn_down.weight", 1536)), GgmlType::Q4_K);
    QCOMPARE(types.of(matrix("token_embd.weight", 576)), GgmlType::Q8_0);
    QCOMPARE(types.of(matrix("blk.4.attn_q.weight", 40)), GgmlType::F16);
    const MixedTypes simple(*mix_named("q4_0"), tensors(30, true, 576), false);
    QCOMPARE(simple.of(matrix("blk.4.attn_q.weight", 576)), GgmlType::Q4_0);
    QCOMPARE(simple.of(matrix("token_embd.weight", 576)), GgmlType::Q8_0);
    QCOMPARE(simple.of(matrix("blk.4.attn_q.weight", 40)), GgmlType::F16);
  }

  void plain_types_are_no_mix() {
    const MixedTypes types(*mix_named("fp16"), tensors(4, true), false);
    QCOMPARE(types.of(matrix("blk.0.attn_v.weight", 40)), GgmlType::F16);
    QCOMPARE(mix_named("q3_k"), nullptr);
  }
};

QTEST_GUILESS_MAIN(GgufMixTest)
#include "gguf_mix_test.moc"
