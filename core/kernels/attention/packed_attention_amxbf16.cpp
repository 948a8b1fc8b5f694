#include "core/kernels/attention/packed_attention_rows.h"

#ifdef LIFT_KERNELS_AMXBF16
#include "core/kernels/isa/vector_avx512.h"

#include "core/kernels/attention/attention_operands_bf16.h"
#include "core/kernels/attention/packed_attention_vector.h"
#include "core/kernels/isa/amx_tiles.h"

namespace lift {
namespace {

// Products of whole 16 x 16 blocks on matrix tiles; what is left over on vectors.
struct AmxOperands : Bf16Operands {
  using Session = AmxSession;

  static void add_product(Left<Word> a, std::int64_t rows, const Word* b, std::int64_t b_step_stride,
                          std::int64_t steps, float* c, std::int64_t c_row_stride, std::int64_t columns) {
    const std::int64_t whole_rows = rows / kTileRows * kTileRows, whole_steps = steps / kTileRows * kTileRows;
    if (whole_rows > 0 && whole_steps > 0)
      add_tile_product(a.words, a.row_stride, whole_rows, b, b_step_stride, whole_steps, c, c_row_stride, columns);
    if (whole_steps < steps)
      Bf16Operands::add_product(a.from(0, whole_steps), whole_rows, b + whole_steps * b_step_stride, b_step_stride,
                                steps - whole_steps, c, c_row_stride, columns);
    if (whole_rows < rows)
      Bf16Operands::add_product(a.from(whole_rows, 0), rows - whole_rows, b, b_step_stride, steps,
                                c + whole_rows * c_row_stride, c_row_stride, columns);
  }

  // Scores rounded to bf16, the keys of a query side by side, as a tile's rows want them.
  static Left<Word> along(const float* scores, std::int64_t keys, Word* room) {
    constexpr std::int64_t kPairs = kAttentionTile / 2;
    for (std::int64_t q = 0; q < kAttentionTile; q += kLanes) {
      for (std::int64_t pair_of_keys = 0; pair_of_keys < kPairs; pair_of_keys += kLanes) {
        __m512i words[kLanes];
        for (int i = 0; i < kLanes; ++i) {
          const std::int64_t key = 2 * (pair_of_keys + i);
          const float* at = scores + key * kAttentionTile + q;
          const __m256i first = key < keys ? round(at) : _mm256_setzero_si256();
          const __m256i second = key + 1 < keys ? round(at + kAttentionTile) : _mm256_setzero_si256();
          words[i] = pair(first, second);
        }
        transpose_16x16(words);
        for (int i = 0; i < kLanes; ++i) _mm512_storeu_si512(room + (q + i) * kPairs + pair_of_keys, words[i]);
      }
    }
    return {room, kPairs, 1};
  }
};

}   // namespace

AttentionRows<Bf16> packed_attention_amxbf16() { return attention_rows<AmxOperands, Bf16>(); }

}   // namespace lift
#endif
