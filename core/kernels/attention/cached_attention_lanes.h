#pragma once
// `attend` of matvec_rows.h for vectors of kBytes bytes. Internal linkage (see bf16.h).
// Private to core/kernels.
#include <cmath>
#include <cstdint>

#include "core/kernels/isa/tanh_series.h"
#include "core/kernels/isa/vector_lanes.h"
#include "core/kernels/matvec/matvec_rows.h"

namespace lift {
namespace {

// e^x for x <= 0 in fp32 lanes: x = n ln 2 + r and a polynomial in r. Below -87, near the end of fp32, e^-87.
template <int kBytes, class Vector>
Vector exponential(Vector x) {
  using Word = typename Lanes<float, kBytes>::Word;
  constexpr float kInteger = 12582912.0f;   // 1.5 * 2^23: adding it rounds to an integer, which is then in the low bits
  x = x < -87.0f ? Vector{} - 87.0f : x;
  const Vector shifted = x * 1.44269504f + kInteger, n = shifted - kInteger;
  const Vector r = x - n * 0.693359375f + n * 2.12194440e-4f;
  Vector p = r * (1.0f / 720) + 1.0f / 120;
  p = p * r + 1.0f / 24;
  p = p * r + 1.0f / 6;
  p = p * r + 0.5f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  Word power, bits;
  __builtin_memcpy(&power, &shifted, sizeof power);
  __builtin_memcpy(&bits, &p, sizeof bits);
  bits += power << 23;
  __builtin_memcpy(&p, &bits, sizeof p);
  return p;
}

// Each score x becomes cap tanh(x / cap), as hyperbolic_tangent of vector_math.h computes it.
template <int kBytes>
void bend(float* scores, std::int64_t count, float cap) {
  using L = Lanes<float, kBytes>;
  std::int64_t t = 0;
  for (; t + L::kCount <= count; t += L::kCount) {
    const typename L::Vector x = L::load(scores + t) * (1 / cap), size = x < 0.0f ? -x : x, square = x * x;
    const typename L::Vector less = exponential<kBytes>(size * -2.0f), far = (1.0f - less) / (1.0f + less);
    typename L::Vector series = {};
    for (const float coefficient : kTanhSeries) series = series * square + coefficient;
    const typename L::Vector bent = (size < kTanhSeriesEnd ? series * x : x < 0.0f ? -far : far) * cap;
    __builtin_memcpy(scores + t, &bent, sizeof bent);
  }
  for (; t < count; ++t) scores[t] = cap * std::tanh(scores[t] / cap);
}

template <int kBytes>
void bend(double* scores, std::int64_t count, double cap) {
  for (std::int64_t t = 0; t < count; ++t) scores[t] = cap * std::tanh(scores[t] / cap);
}

// Replaces the scores of one query head by e^(score - largest) and returns their sum.
template <int kBytes>
float exponentials(float* scores, std::int64_t count, float largest) {
  using L = Lanes<float, kBytes>;
  typename L::Vector sums = {};
  std::int64_t t = 0;
  for (; t + L::kCount <= count; t += L::kCount) {
    const typename L::Vector e = exponential<kBytes>(L::load(scores + t) - largest);
    __builtin_memcpy(scores + t, &e, sizeof e);
    sums += e;
  }
  float sum = L::sum(sums);
  for (; t < count; ++t) sum += scores[t] = std::exp(scores[t] - largest);
  return sum;
}

template <int kBytes>
double exponentials(double* scores, std::int64_t count, double largest) {
  double sum = 0;
  for (std::int64_t t = 0; t < count; ++t) sum += scores[t] = std::exp(scores[t] - largest);
  return sum;
}

template <class C, int kBytes>
void soft_max(C* scores, std::int64_t count) {
  C largest = scores[0];
  for (std::int64_t t = 1; t < count; ++t) largest = scores[t] > largest ? scores[t] : largest;
  const C share = 1 / exponentials<kBytes>(scores, count, largest);
  for (std::int64_t t = 0; t < count; ++t) scores[t] *= share;
}

// Lane i of the result is the sum over all lanes of sums[i], added pairwise. The order of additions is the same for
// every i, so a sum does not depend on its lane.
template <class L, int kStride = 1>
typename L::Vector sums_of_lanes(const typename L::Vector* sums) {
  if constexpr (kStride == L::kCount) {
    return *sums;
  } else {
    typename L::Vector halves[L::kCount / 2 / kStride];
    for (int i = 0; i < L::kCount / 2 / kStride; ++i)
      halves[i] = L::template sum_in_turns<kStride>(sums[2 * i], sums[2 * i + 1]);
    return sums_of_lanes<L, 2 * kStride>(halves);
  }
}

// scores[head * count + t] = scale * q[head] . keys[t]. Each key is read once for all heads.
template <class T, int kBytes, int kHeads>
void scores_of(const Compute<T>* q, std::int64_t head_dim, const T* keys, std::int64_t count, Compute<T> scale,
               Compute<T>* scores) {
  using L = Lanes<Compute<T>, kBytes>;
  for (std::int64_t first = 0; first < count; first += L::kCount) {
    const std::int64_t tokens = count - first < L::kCount ? count - first : L::kCount;
    typename L::Vector sums[kHeads][L::kCount] = {};
    for (std::int64_t t = 0; t < tokens; ++t) {
      const T* key = keys + (first + t) * head_dim;
      typename L::Vector of_token[kHeads] = {};
      std::int64_t i = 0;
      for (; i + L::kCount <= head_dim; i += L::kCount) {
        const typename L::Vector k = L::load(key + i);
        for (int head = 0; head < kHeads; ++head) of_token[head] += L::load(q + head * head_dim + i) * k;
      }
      for (; i < head_dim; ++i)
        for (int head = 0; head < kHeads; ++head) of_token[head][0] += q[head * head_dim + i] * lift::load(key + i);
      for (int head = 0; head < kHeads; ++head) sums[head][t] = of_token[head];
    }
    for (int head = 0; head < kHeads; ++head) {
      const typename L::Vector of_tokens = sums_of_lanes<L>(sums[head]) * scale;
      __builtin_memcpy(scores + head * count + first, &of_tokens,
                       static_cast<std::size_t>(tokens) * sizeof(Compute<T>));
    }
  }
}

// out[head] = sum over t of weights[head * count + t] * values[t]. The sums of a block of head_dim stay in registers
// for all tokens.
template <class T, int kBytes, int kHeads>
void weighted_values(const Compute<T>* weights, std::int64_t count, const T* values, std::int64_t head_dim, T* out) {
  using C = Compute<T>;
  using L = Lanes<C, kBytes>;
  constexpr int kBlock = kBytes == 64 || kHeads == 1 ? 4 : 2;   // vectors per head that are summed at the same time
  std::int64_t i = 0;
  for (; i + kBlock * L::kCount <= head_dim; i += kBlock * L::kCount) {
    typename L::Vector sums[kHeads][kBlock] = {};
    for (std::int64_t t = 0; t < count; ++t)
      for (int b = 0; b < kBlock; ++b) {
        const typename L::Vector v = L::load(values + t * head_dim + i + b * L::kCount);
        for (int head = 0; head < kHeads; ++head) sums[head][b] += weights[head * count + t] * v;
      }
    for (int head = 0; head < kHeads; ++head)
      for (int b = 0; b < kBlock; ++b)
        for (int lane = 0; lane < L::kCount; ++lane)
          store(out + head * head_dim + i + b * L::kCount + lane, sums[head][b][lane]);
  }
  for (; i < head_dim; ++i)
    for (int head = 0; head < kHeads; ++head) {
      C sum = 0;
      for (std::int64_t t = 0; t < count; ++t) sum += weights[head * count + t] * lift::load(values + t * head_dim + i);
      store(out + head * head_dim + i, sum);
    }
}

template <class T, int kBytes, int kHeads>
void attend_heads(const Compute<T>* q, std::int64_t head_dim, const T* keys, const T* values, std::int64_t count,
                  Compute<T> scale, Compute<T> soft_cap, Compute<T>* scores, T* out) {
  scores_of<T, kBytes, kHeads>(q, head_dim, keys, count, scale, scores);
  if (soft_cap > 0) bend<kBytes>(scores, kHeads * count, soft_cap);
  for (int head = 0; head < kHeads; ++head) soft_max<Compute<T>, kBytes>(scores + head * count, count);
  weighted_values<T, kBytes, kHeads>(scores, count, values, head_dim, out);
}

template <class T, int kBytes>
void attend(const T* q, std::int64_t group, std::int64_t head_dim, const T* keys, const T* values, std::int64_t count,
            Compute<T> scale, Compute<T> soft_cap, Compute<T>* scratch, T* out) {
  Compute<T>*wide = scratch, *scores = scratch + group * head_dim;
  for (std::int64_t i = 0; i < group * head_dim; ++i) wide[i] = lift::load(q + i);
  std::int64_t head = 0;
  const auto take = [&]<int kHeads>() {
    for (; group - head >= kHeads; head += kHeads)
      attend_heads<T, kBytes, kHeads>(wide + head * head_dim, head_dim, keys, values, count, scale, soft_cap, scores,
                                      out + head * head_dim);
  };
  take.template operator()<4>();
  take.template operator()<3>();
  take.template operator()<2>();
  take.template operator()<1>();
}

}   // namespace
}   // namespace lift
