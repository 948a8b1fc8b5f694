#pragma once
// Products of small matrices in the first-level cache, C += A B, on the vector type of the header that the .cpp file
// includes first. A step of the reduction is a `Word`: one value in fp32, a pair of values in bf16.
// Private to core/kernels.
#include <cstdint>

namespace lift {
namespace {

// fp32 operands, or bf16 ones that were widened when packed.
struct Fp32Product {
  using Word = float;
  using Words = Lanes;
  static constexpr std::int64_t kPerStep = 1;
  static Words load(const Word* from) { return Whole{}.load(from); }
  static Words spread(const Word* from) { return all(*from); }
  static Lanes multiply_add(Words a, Words b, Lanes c) { return lift::multiply_add(a, b, c); }
};

// The left operand: A(row, step) is words[row * row_stride + step * step_stride].
template <class Word>
struct Left {
  const Word* words = nullptr;
  std::int64_t row_stride = 0, step_stride = 0;

  Left from(std::int64_t row, std::int64_t step) const {
    return {words + row * row_stride + step * step_stride, row_stride, step_stride};
  }
};

// B(step, column) is words[step * step_stride + column]; C(row, column) is values[row * row_stride + column].
template <class P, int kRows, int kRegisters>
inline void multiply_block(Left<typename P::Word> a, const typename P::Word* b, std::int64_t b_step_stride,
                           std::int64_t steps, float* c, std::int64_t c_row_stride) {
  Lanes sums[kRows][kRegisters];
#pragma GCC unroll 4
  for (int i = 0; i < kRows; ++i) {
#pragma GCC unroll 4
    for (int j = 0; j < kRegisters; ++j) sums[i][j] = Whole{}.load(c + i * c_row_stride + j * kLanes);
  }
  for (std::int64_t step = 0; step < steps; ++step) {
    typename P::Words columns[kRegisters];
#pragma GCC unroll 4
    for (int j = 0; j < kRegisters; ++j) columns[j] = P::load(b + step * b_step_stride + j * kLanes);
#pragma GCC unroll 4
    for (int i = 0; i < kRows; ++i) {
      const typename P::Words row = P::spread(a.words + i * a.row_stride + step * a.step_stride);
#pragma GCC unroll 4
      for (int j = 0; j < kRegisters; ++j) sums[i][j] = P::multiply_add(row, columns[j], sums[i][j]);
    }
  }
#pragma GCC unroll 4
  for (int i = 0; i < kRows; ++i) {
#pragma GCC unroll 4
    for (int j = 0; j < kRegisters; ++j) Whole{}.store(c + i * c_row_stride + j * kLanes, sums[i][j]);
  }
}

template <class P, int kRegisters>
inline void multiply_strip(Left<typename P::Word> a, std::int64_t rows, const typename P::Word* b,
                           std::int64_t b_step_stride, std::int64_t steps, float* c, std::int64_t c_row_stride) {
  std::int64_t row = 0;
  for (; row + 4 <= rows; row += 4) {
    multiply_block<P, 4, kRegisters>(a.from(row, 0), b, b_step_stride, steps, c + row * c_row_stride, c_row_stride);
  }
  for (; row < rows; ++row) {
    multiply_block<P, 1, kRegisters>(a.from(row, 0), b, b_step_stride, steps, c + row * c_row_stride, c_row_stride);
  }
}

// columns: a multiple of kLanes.
template <class P>
inline void add_product(Left<typename P::Word> a, std::int64_t rows, const typename P::Word* b,
                        std::int64_t b_step_stride, std::int64_t steps, float* c, std::int64_t c_row_stride,
                        std::int64_t columns) {
  constexpr std::int64_t kMost = kLanes == 16 ? 4 : 2;   // registers per row: four rows of sums and the operands fit
  for (std::int64_t column = 0; column < columns;) {
    const std::int64_t registers = (columns - column) / kLanes;
    if constexpr (kMost == 4) {
      if (registers >= 4) {
        multiply_strip<P, 4>(a, rows, b + column, b_step_stride, steps, c + column, c_row_stride);
        column += 4 * kLanes;
        continue;
      }
    }
    if (registers >= 2) {
      multiply_strip<P, 2>(a, rows, b + column, b_step_stride, steps, c + column, c_row_stride);
      column += 2 * kLanes;
    } else {
      multiply_strip<P, 1>(a, rows, b + column, b_step_stride, steps, c + column, c_row_stride);
      column += kLanes;
    }
  }
}

// Products of operands P with vector instructions, which need no setup (P::Session is empty).
template <class P>
struct OnVectors {
  struct Session {};

  template <class Word>
  static void add_product(Left<Word> a, std::int64_t rows, const Word* b, std::int64_t b_step_stride,
                          std::int64_t steps, float* c, std::int64_t c_row_stride, std::int64_t columns) {
    lift::add_product<P>(a, rows, b, b_step_stride, steps, c, c_row_stride, columns);
  }
};

// to[step][token] = word `step` of `token`, in blocks of 4 x 4; the caller handles what is left of either dimension.
template <class Word, class LoadFour>
inline void transpose_words(std::int64_t tokens, std::int64_t steps, Word* to, std::int64_t to_stride,
                            LoadFour&& load) {
  for (std::int64_t step = 0; step + 4 <= steps; step += 4) {
    for (std::int64_t token = 0; token + 4 <= tokens; token += 4) {
      __m128 a = load(token, step), b = load(token + 1, step), c = load(token + 2, step), d = load(token + 3, step);
      _MM_TRANSPOSE4_PS(a, b, c, d);
      const __m128 columns[4] = {a, b, c, d};
      for (std::int64_t i = 0; i < 4; ++i)
        _mm_storeu_ps(reinterpret_cast<float*>(to + (step + i) * to_stride + token), columns[i]);
    }
  }
}

}   // namespace
}   // namespace lift
