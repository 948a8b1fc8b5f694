#pragma once
// Row functions of packed_attention.h, on the vector type of the header that the .cpp file includes first.
// Score tiles are transposed, [keys, queries]: a query's statistics are lanes of a vector, keys and values are read in
// place, and only the queries are repacked, once per tile. P supplies the operands and their product: fp32, or pairs of
// bf16 for dot product instructions or matrix tiles. A P::Session exists while they are in use.
// Private to core/kernels.
#include "core/kernels/attention/packed_attention_rows.h"
#include "core/kernels/isa/vector_math.h"
#include "core/kernels/matvec/small_matmul.h"

namespace lift {
namespace {

constexpr std::int64_t kTile = kAttentionTile;
constexpr std::int64_t kStrip = 16;
constexpr float kHidden = -1e30f;   // score of a masked pair; finite, so that differences are never NaN

inline std::int64_t least(std::int64_t a, std::int64_t b) { return a < b ? a : b; }
inline std::int64_t most(std::int64_t a, std::int64_t b) { return a > b ? a : b; }
inline void clear(float* values, std::int64_t count) {
  for (std::int64_t i = 0; i < count; i += kLanes) Whole{}.store(values + i, all(0));
}

// Hands out pieces of the workspace, each a multiple of 64 bytes.
struct Workspace {
  float* next;
  float* take(std::int64_t values) {
    float* piece = next;
    next += (values + 15) / 16 * 16;
    return piece;
  }
  template <class Word>
  Word* take_words(std::int64_t words) {
    static_assert(sizeof(Word) == sizeof(float));
    return reinterpret_cast<Word*>(take(words));
  }
};

template <class P, class T>
struct Attention {
  using Word = typename P::Word;
  const AttentionSlice<T>& s;
  std::int64_t width = s.head_dim, padded = padded_head_dim(s.head_dim);
  std::int64_t steps = (s.head_dim + P::kPerStep - 1) / P::kPerStep;

  static std::int64_t workspace(const AttentionSlice<T>& s) {
    const std::int64_t padded = padded_head_dim(s.head_dim), tiles = (s.tokens + kTile - 1) / kTile;
    const std::int64_t forward = s.group * kTile * (2 * padded + 2) + 2 * kTile * kTile + 2 * kTile * padded;
    const std::int64_t backward = 6 * kTile * padded + 5 * kTile * kTile + 2 * kTile + tiles * kTile * padded;
    return (forward > backward ? forward : backward) + 2 * kTile * padded + 256;
  }

  // Start of the first key tile that the queries from `first` on attend to.
  std::int64_t first_key_tile(std::int64_t first) const { return most(0, first + 1 - s.window) / kTile * kTile; }

  // Whether any query of the query tile is masked from any key of the key tile.
  bool is_cut(std::int64_t query, std::int64_t queries, std::int64_t key, std::int64_t keys) const {
    return key + keys - 1 > query || query + queries - 1 - key >= s.window;
  }

  // `values` in the lanes of queries [query, query + kLanes) that attend to the key, `hidden` in the others.
  Lanes seen(std::int64_t query, std::int64_t key, Lanes values, float hidden) const {
    const Lanes distance = counting() + all(static_cast<float>(query - key));
    const Lanes late = choose(distance, all(0), values, all(hidden));
    return choose(all(static_cast<float>(least(s.window - 1, 1 << 24))), distance, late, all(hidden));
  }

  // In a diagonal tile, a strip of queries attends to its own strip of keys and earlier ones only: one product each.
  static bool is_diagonal(std::int64_t query, std::int64_t key) { return query == key; }
  static std::int64_t keys_of_strip(bool diagonal, std::int64_t q, std::int64_t keys) {
    return diagonal ? least(keys, q / kStrip * kStrip + kStrip) : keys;
  }

  // scores[key][query] += dot product of the key and the packed query; with v and grad_out in place of k and q, too.
  void add_scores(const T* keys_from, std::int64_t stride, std::int64_t keys, const Word* queries, bool diagonal,
                  Word* room, float* scores) const {
    const Left<Word> left = P::rows(keys_from, stride, keys, width, room);
    if (!diagonal) return P::add_product(left, keys, queries, kTile, steps, scores, kTile, kTile);
    for (std::int64_t at = 0; at < keys; at += kStrip) {
      P::add_product(left.from(at, 0), least(kStrip, keys - at), queries + at, kTile, steps, scores + at * kTile + at,
                     kTile, kTile - at);
    }
  }

  // to[query][d] += sum over keys of scores * packed ("along" operand of the keys or values).
  void sum_over_keys(Left<Word> scores, std::int64_t queries, std::int64_t keys, const Word* packed, bool diagonal,
                     float* to) const {
    const std::int64_t strip = diagonal ? kStrip : kTile;
    for (std::int64_t at = 0; at < queries; at += strip) {
      const std::int64_t seen_keys = keys_of_strip(diagonal, at, keys);
      P::add_product(scores.from(at, 0), least(strip, queries - at), packed, padded,
                     (seen_keys + P::kPerStep - 1) / P::kPerStep, to + at * padded, padded, padded);
    }
  }

  // to[key][d] += sum over queries of scores * packed ("along" operand of the queries or of grad_out).
  void sum_over_queries(Left<Word> scores, std::int64_t keys, const Word* packed, bool diagonal, float* to) const {
    const std::int64_t strip = diagonal ? kStrip : kTile;
    for (std::int64_t at = 0; at < keys; at += strip) {
      const std::int64_t skipped = diagonal ? at / P::kPerStep : 0;
      P::add_product(scores.from(at, skipped), least(strip, keys - at), packed + skipped * padded, padded,
                     kTile / P::kPerStep - skipped, to + at * padded, padded, padded);
    }
  }

  void forward_tile(const AttentionOutput<T>& o, std::int64_t first, std::int64_t last, Workspace space) const {
    const std::int64_t queries = last - first;
    Word* packed_q = space.template take_words<Word>(s.group * padded * kTile);
    float* sums = space.take(s.group * kTile * padded);
    float* largest = space.take(s.group * kTile);
    float* totals = space.take(s.group * kTile);
    float* scores = space.take(kTile * kTile);
    Word* weights = space.template take_words<Word>(kTile * kTile);
    Word* packed_v = space.template take_words<Word>(kTile * padded);
    Word* room = space.template take_words<Word>(kTile * padded);
    clear(sums, s.group * kTile * padded);
    clear(totals, s.group * kTile);
    for (std::int64_t i = 0; i < s.group * kTile; ++i) largest[i] = kHidden;
    for (std::int64_t head = 0; head < s.group; ++head) {
      P::pack_across(s.q + (first - s.first_query) * s.q_stride + head * width, s.q_stride, queries, width,
                     packed_q + head * padded * kTile);
    }
    for (std::int64_t key = first_key_tile(first); key < last; key += kTile) {
      const std::int64_t keys = least(kTile, last - key);
      const bool diagonal = is_diagonal(first, key);
      P::pack_along(s.v + key * s.v_stride, s.v_stride, keys, width, padded, packed_v);
      for (std::int64_t head = 0; head < s.group; ++head) {
        clear(scores, keys * kTile);
        add_scores(s.k + key * s.k_stride, s.k_stride, keys, packed_q + head * padded * kTile, diagonal, room, scores);
        float* sums_of_head = sums + head * kTile * padded;
        weigh(scores, first, queries, key, keys, largest + head * kTile, totals + head * kTile, sums_of_head);
        sum_over_keys(P::along(scores, keys, weights), queries, keys, packed_v, diagonal, sums_of_head);
      }
    }
    for (std::int64_t head = 0; head < s.group; ++head) {
      write_head(o, first - s.first_query, queries, head, sums + head * kTile * padded, largest + head * kTile,
                 totals + head * kTile);
    }
  }

  // Online softmax: scores become e^(score - largest so far); earlier totals and sums are rescaled to the new largest.
  void weigh(float* scores, std::int64_t query, std::int64_t queries, std::int64_t key, std::int64_t keys,
             float* largest, float* totals, float* sums) const {
    const bool cut = is_cut(query, queries, key, keys);
    alignas(64) float shrink[kTile];
    for (std::int64_t q = 0; q < kTile; q += kLanes) {
      const Lanes before = Whole{}.load(largest + q);
      const std::int64_t seen_keys = keys_of_strip(is_diagonal(query, key), q, keys);
      Lanes now = before;
      for (std::int64_t j = 0; j < seen_keys; ++j) {
        Lanes score = Whole{}.load(scores + j * kTile + q) * all(s.scale);
        if (s.soft_cap > 0) score = all(s.soft_cap) * hyperbolic_tangent(score * all(1 / s.soft_cap));
        if (cut) score = seen(query + q, key + j, score, kHidden);
        Whole{}.store(scores + j * kTile + q, score);
        now = larger(score, now);
      }
      const Lanes less = exponential(before - now);
      Lanes total = Whole{}.load(totals + q) * less;
      for (std::int64_t j = 0; j < seen_keys; ++j) {
        Lanes weight = exponential(Whole{}.load(scores + j * kTile + q) - now);
        if (cut) weight = seen(query + q, key + j, weight, 0);
        Whole{}.store(scores + j * kTile + q, weight);
        total = total + weight;
      }
      Whole{}.store(totals + q, total);
      Whole{}.store(largest + q, now);
      Whole{}.store(shrink + q, less);
    }
    for (std::int64_t i = 0; i < queries; ++i) {
      for (std::int64_t d = 0; d < padded; d += kLanes) {
        Whole{}.store(sums + i * padded + d, Whole{}.load(sums + i * padded + d) * all(shrink[i]));
      }
    }
  }

  void write_head(const AttentionOutput<T>& o, std::int64_t first, std::int64_t queries, std::int64_t head,
                  const float* sums, const float* largest, const float* totals) const {
    for (std::int64_t i = 0; i < queries; ++i) {
      T* out = o.out + (first + i) * o.out_stride + head * width;
      const Lanes share = all(1 / totals[i]);
      by_lanes(width,
               [&](std::int64_t d, auto lanes) { lanes.store(out + d, lanes.load(sums + i * padded + d) * share); });
      if (o.log_sum_exp) {
        o.log_sum_exp[(first + i) * o.log_sum_exp_stride + head] = largest[i] + __builtin_logf(totals[i]);
      }
    }
  }

  // A tile of queries of one head and its operands for the products.
  struct QueryTile {
    std::int64_t first, queries;
    Word *q_across, *grad_across, *q_along, *grad_along;
    float *log_sum_exp, *delta, *grad_q;
  };

  void backward_part(const AttentionGradient<T>& g, std::int64_t first, std::int64_t last, Workspace space) const {
    QueryTile t{};
    t.q_across = space.template take_words<Word>(padded * kTile);
    t.grad_across = space.template take_words<Word>(padded * kTile);
    t.q_along = space.template take_words<Word>(padded * kTile);
    t.grad_along = space.template take_words<Word>(padded * kTile);
    t.log_sum_exp = space.take(kTile);
    t.delta = space.take(kTile);
    t.grad_q = space.take(kTile * padded);
    const std::int64_t from = first_key_tile(first);
    Word* keys_along = space.template take_words<Word>((last - from + kTile) * padded);
    for (std::int64_t key = from; key < last; key += kTile) {
      P::pack_along(s.k + key * s.k_stride, s.k_stride, least(kTile, last - key), width, padded,
                    keys_along + (key - from) / P::kPerStep * padded);
    }
    for (t.first = first; t.first < last; t.first += t.queries) {
      t.queries = least(last, end_of_tile(t.first)) - t.first;
      for (std::int64_t head = 0; head < s.group; ++head) {
        load_queries(g, head, t);
        for (std::int64_t key = first_key_tile(t.first); key < t.first + t.queries; key += kTile) {
          backward_tile(g, t, key, least(kTile, t.first + t.queries - key),
                        keys_along + (key - from) / P::kPerStep * padded, space);
        }
        for (std::int64_t i = 0; i < t.queries; ++i) {
          T* grad_q = g.grad_q + (t.first - s.first_query + i) * g.grad_q_stride + head * width;
          by_lanes(width,
                   [&](std::int64_t d, auto lanes) { lanes.store(grad_q + d, lanes.load(t.grad_q + i * padded + d)); });
        }
      }
    }
  }

  void load_queries(const AttentionGradient<T>& g, std::int64_t head, QueryTile& t) const {
    const std::int64_t query = t.first - s.first_query;
    const T* q = s.q + query * s.q_stride + head * width;
    const T* grad = g.grad_out + query * g.grad_out_stride + head * width;
    const T* out = g.out + query * g.out_stride + head * width;
    P::pack_across(q, s.q_stride, t.queries, width, t.q_across);
    P::pack_across(grad, g.grad_out_stride, t.queries, width, t.grad_across);
    P::pack_along(q, s.q_stride, t.queries, width, padded, t.q_along);
    P::pack_along(grad, g.grad_out_stride, t.queries, width, padded, t.grad_along);
    clear(t.grad_q, kTile * padded);
    for (std::int64_t i = 0; i < kTile; ++i) {
      t.log_sum_exp[i] = -kHidden;   // for queries beyond the row: all their weights become 0
      t.delta[i] = 0;
      if (i >= t.queries) continue;
      t.log_sum_exp[i] = g.log_sum_exp[(query + i) * g.log_sum_exp_stride + head];
      Lanes dot = all(0);
      by_lanes(width, [&](std::int64_t d, auto lanes) {
        dot = multiply_add(lanes.load(grad + i * g.grad_out_stride + d), lanes.load(out + i * g.out_stride + d), dot);
      });
      t.delta[i] = sum(dot);
    }
  }

  void backward_tile(const AttentionGradient<T>& g, const QueryTile& t, std::int64_t key, std::int64_t keys,
                     const Word* keys_along, Workspace space) const {
    float* weights = space.take(kTile * kTile);
    float* grads = space.take(kTile * kTile);
    Word* room = space.template take_words<Word>(most(kTile * padded, kTile * kTile));
    clear(weights, keys * kTile);
    clear(grads, keys * kTile);
    const bool diagonal = is_diagonal(t.first, key), cut = is_cut(t.first, t.queries, key, keys);
    add_scores(s.k + key * s.k_stride, s.k_stride, keys, t.q_across, diagonal, room, weights);
    add_scores(s.v + key * s.v_stride, s.v_stride, keys, t.grad_across, diagonal, room, grads);
    for (std::int64_t q = 0; q < kTile; q += kLanes) {
      const Lanes log_sum_exp = Whole{}.load(t.log_sum_exp + q), delta = Whole{}.load(t.delta + q);
      for (std::int64_t j = 0; j < keys_of_strip(diagonal, q, keys); ++j) {
        float *weight_at = weights + j * kTile + q, *grad_at = grads + j * kTile + q;
        Lanes weight, factor = all(s.scale);   // of the gradient
        if (s.soft_cap > 0) {
          const Lanes bent = hyperbolic_tangent(Whole{}.load(weight_at) * all(s.scale / s.soft_cap));
          factor = factor * (all(1) - bent * bent);
          weight = exponential(bent * all(s.soft_cap) - log_sum_exp);
        } else {
          weight = exponential(Whole{}.load(weight_at) * all(s.scale) - log_sum_exp);
        }
        if (cut) weight = seen(t.first + q, key + j, weight, 0);
        Whole{}.store(weight_at, weight);
        Whole{}.store(grad_at, weight * (Whole{}.load(grad_at) - delta) * factor);
      }
    }
    sum_over_queries(P::across(weights, keys, room), keys, t.grad_along, diagonal, g.grad_v + key * padded);
    sum_over_queries(P::across(grads, keys, room), keys, t.q_along, diagonal, g.grad_k + key * padded);
    sum_over_keys(P::along(grads, keys, room), t.queries, keys, keys_along, diagonal, t.grad_q);
  }
};

template <class P, class T>
void attention_forward(const AttentionSlice<T>& slice, const AttentionOutput<T>& output, std::int64_t first,
                       std::int64_t last, float* workspace) {
  [[maybe_unused]] const typename P::Session session{};
  for (std::int64_t tile = first, end; tile < last; tile = end) {
    end = least(last, end_of_tile(tile));
    Attention<P, T>{slice}.forward_tile(output, tile, end, {workspace});
  }
}

template <class P, class T>
void attention_backward(const AttentionSlice<T>& slice, const AttentionGradient<T>& gradient, std::int64_t first,
                        std::int64_t last, float* workspace) {
  [[maybe_unused]] const typename P::Session session{};
  Attention<P, T>{slice}.backward_part(gradient, first, last, {workspace});
}

template <class P, class T>
AttentionRows<T> attention_rows() {
  return {Attention<P, T>::workspace, attention_forward<P, T>, attention_backward<P, T>};
}

}   // namespace
}   // namespace lift
