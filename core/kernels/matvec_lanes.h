#pragma once
// The row functions of matvec_rows.h over vectors of kBytes bytes, written once; matvec_portable.cpp, _avx2.cpp and
// _avx512.cpp compile them with their own width and flags. Internal linkage for that reason (see bf16.h).
#include <cmath>
#include <cstdint>

#include "core/kernels/matvec_rows.h"

namespace lift {
namespace {

// The integer types are parameters because GCC forgets a dependent vector_size on a type that is not dependent itself.
template <class C, int kBytes, class U16 = std::uint16_t, class U32 = std::uint32_t>
struct Lanes {
  static constexpr int kCount = kBytes / static_cast<int>(sizeof(C));
  typedef C Vector __attribute__((vector_size(kBytes)));
  typedef U16 Half __attribute__((vector_size(kBytes / 2)));
  typedef U32 Word __attribute__((vector_size(kBytes)));

  static Vector load(const C* from) {
    Vector v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
  }
  static Vector load(const Bf16* from) {
    Half half;
    __builtin_memcpy(&half, from, sizeof half);
    const Word word = __builtin_convertvector(half, Word) << 16;
    Vector v;
    __builtin_memcpy(&v, &word, sizeof v);
    return v;
  }
  static C sum(Vector v) {
    C total = 0;
    for (int i = 0; i < kCount; ++i) total += v[i];
    return total;
  }
};

// kRows dot products of x with rows of a weight at once: x is read once for all of them.
template <class T, int kBytes, int kRows>
void dots(const Compute<T>* x, const T* weight, std::int64_t width, Compute<T>* out) {
  using C = Compute<T>;
  using L = Lanes<C, kBytes>;
  typename L::Vector sums[kRows] = {};
  std::int64_t i = 0;
  for (; i + L::kCount <= width; i += L::kCount) {
    const typename L::Vector xs = L::load(x + i);
    for (int r = 0; r < kRows; ++r) sums[r] += xs * L::load(weight + r * width + i);
  }
  for (int r = 0; r < kRows; ++r) {
    out[r] = L::sum(sums[r]);
    for (std::int64_t rest = i; rest < width; ++rest) out[r] += x[rest] * lift::load(weight + r * width + rest);
  }
}

template <class T, int kBytes>
void linear(const Compute<T>* x, std::int64_t batch, const T* weight, std::int64_t width, std::int64_t first,
            std::int64_t last, T* out, std::int64_t out_stride) {
  constexpr int kRows = 4;
  Compute<T> sums[kRows];
  std::int64_t m = first;
  for (; m + kRows <= last; m += kRows) {
    for (std::int64_t b = 0; b < batch; ++b) {
      dots<T, kBytes, kRows>(x + b * width, weight + m * width, width, sums);
      for (int r = 0; r < kRows; ++r) store(out + b * out_stride + m + r, sums[r]);
    }
  }
  for (; m < last; ++m) {
    for (std::int64_t b = 0; b < batch; ++b) {
      dots<T, kBytes, 1>(x + b * width, weight + m * width, width, sums);
      store(out + b * out_stride + m, sums[0]);
    }
  }
}

// The scores of one query head, turned into weights that sum to one.
template <class C>
void soft_max(C* scores, std::int64_t count) {
  C largest = scores[0], sum = 0;
  for (std::int64_t t = 1; t < count; ++t) largest = scores[t] > largest ? scores[t] : largest;
  for (std::int64_t t = 0; t < count; ++t) {
    scores[t] = std::exp(scores[t] - largest);
    sum += scores[t];
  }
  for (std::int64_t t = 0; t < count; ++t) scores[t] /= sum;
}

// A block of the head stays in registers over all tokens.
template <class T, int kBytes>
void weighted_values(const Compute<T>* weights, std::int64_t count, const T* values, std::int64_t head_dim, T* out) {
  using C = Compute<T>;
  using L = Lanes<C, kBytes>;
  constexpr int kBlock = 4;   // vectors of a head summed together
  std::int64_t i = 0;
  for (; i + kBlock * L::kCount <= head_dim; i += kBlock * L::kCount) {
    typename L::Vector sums[kBlock] = {};
    for (std::int64_t t = 0; t < count; ++t)
      for (int b = 0; b < kBlock; ++b) sums[b] += weights[t] * L::load(values + t * head_dim + i + b * L::kCount);
    for (int b = 0; b < kBlock; ++b)
      for (int lane = 0; lane < L::kCount; ++lane) store(out + i + b * L::kCount + lane, sums[b][lane]);
  }
  for (; i < head_dim; ++i) {
    C sum = 0;
    for (std::int64_t t = 0; t < count; ++t) sum += weights[t] * lift::load(values + t * head_dim + i);
    store(out + i, sum);
  }
}

template <class T, int kBytes>
Compute<T> dot(const T* a, const T* b, std::int64_t width) {
  using L = Lanes<Compute<T>, kBytes>;
  typename L::Vector sums = {};
  std::int64_t i = 0;
  for (; i + L::kCount <= width; i += L::kCount) sums += L::load(a + i) * L::load(b + i);
  Compute<T> sum = L::sum(sums);
  for (; i < width; ++i) sum += lift::load(a + i) * lift::load(b + i);
  return sum;
}

template <class T, int kBytes>
void attend(const T* q, std::int64_t group, std::int64_t head_dim, const T* keys, const T* values, std::int64_t count,
            Compute<T> scale, Compute<T>* scores, T* out) {
  for (std::int64_t t = 0; t < count; ++t)
    for (std::int64_t g = 0; g < group; ++g)
      scores[g * count + t] = scale * dot<T, kBytes>(q + g * head_dim, keys + t * head_dim, head_dim);
  for (std::int64_t g = 0; g < group; ++g) {
    soft_max(scores + g * count, count);
    weighted_values<T, kBytes>(scores + g * count, count, values, head_dim, out + g * head_dim);
  }
}

template <class T, int kBytes>
MatvecRows<T> matvec_rows_of() {
  return {linear<T, kBytes>, attend<T, kBytes>};
}

}  // namespace
}  // namespace lift
