#ifdef LIFT_KERNELS_AVX512
#include <immintrin.h>

#include "core/kernels/matvec/tile_product.h"

namespace lift {
namespace {

constexpr std::int64_t kPanel = 32;   // columns held in two registers
// Depth summed in registers before it is added to `out`. Short runs keep the rounding error of long sums small (an
// order of magnitude at depth 576), and the right operand's part in the L1 cache.
constexpr std::int64_t kDepth = 96;
constexpr int kRows = 12;   // 24 accumulators, two loads and a broadcast fill the 32 registers

void finish(const TileProduct& by, __m512 sum, float* out, const float* addend, __mmask16 mask) {
  sum = _mm512_mul_ps(sum, _mm512_set1_ps(by.alpha));
  if (addend) sum = _mm512_fmadd_ps(_mm512_set1_ps(by.beta), _mm512_maskz_loadu_ps(mask, addend), sum);
  _mm512_mask_storeu_ps(out, mask, sum);
}

// `Rows` rows of one panel over the whole depth. Every loop over rows has to be unrolled: only then are the sums
// registers.
template <int Rows>
void micro(const TileProduct& by, const float* left, const float* right, float* out, const float* addend, __mmask16 low,
           __mmask16 high) {
  const std::int64_t row_stride = by.left_row_stride, depth_stride = by.left_depth_stride;
  __m512 sum[Rows][2];
#pragma GCC unroll 12
  for (int r = 0; r < Rows; ++r) sum[r][0] = sum[r][1] = _mm512_setzero_ps();
  for (std::int64_t k = 0; k < by.depth; ++k) {
    const __m512 first = _mm512_maskz_loadu_ps(low, right), second = _mm512_maskz_loadu_ps(high, right + 16);
#pragma GCC unroll 12
    for (int r = 0; r < Rows; ++r) {
      const __m512 value = _mm512_set1_ps(left[r * row_stride]);
      sum[r][0] = _mm512_fmadd_ps(value, first, sum[r][0]);
      sum[r][1] = _mm512_fmadd_ps(value, second, sum[r][1]);
    }
    left += depth_stride;
    right += by.right_stride;
  }
#pragma GCC unroll 12
  for (int r = 0; r < Rows; ++r) {
    const std::int64_t at = r * by.out_stride;
    finish(by, sum[r][0], out + at, addend ? addend + at : nullptr, low);
    finish(by, sum[r][1], out + at + 16, addend ? addend + at + 16 : nullptr, high);
  }
}

using Micro = void (*)(const TileProduct&, const float*, const float*, float*, const float*, __mmask16, __mmask16);
constexpr Micro kMicro[kRows + 1] = {nullptr,  micro<1>, micro<2>, micro<3>,  micro<4>,  micro<5>, micro<6>,
                                     micro<7>, micro<8>, micro<9>, micro<10>, micro<11>, micro<12>};

__mmask16 first_lanes(std::int64_t count) {
  if (count >= 16) return 0xffff;
  return count <= 0 ? __mmask16{0} : static_cast<__mmask16>((1u << count) - 1);
}

}   // namespace

void tile_product_avx512(const TileProduct& product) {
  for (std::int64_t column = 0; column < product.columns; column += kPanel) {
    const __mmask16 low = first_lanes(product.columns - column), high = first_lanes(product.columns - column - 16);
    for (std::int64_t first = 0; first < product.depth; first += kDepth) {
      TileProduct part = product;
      part.depth = product.depth - first < kDepth ? product.depth - first : kDepth;
      part.left += first * product.left_depth_stride;
      part.right += first * product.right_stride + column;
      if (first > 0) part.addend = product.out, part.beta = 1;
      for (std::int64_t row = 0; row < product.rows; row += kRows) {
        const std::int64_t at = row * product.out_stride + column;
        const std::int64_t rows = product.rows - row < kRows ? product.rows - row : kRows;
        kMicro[rows](part, part.left + row * product.left_row_stride, part.right, product.out + at,
                     part.addend ? part.addend + at : nullptr, low, high);
      }
    }
  }
}

}   // namespace lift
#endif
