// The k largest magnitudes by histograms of their bit patterns, eight bits a pass from the top; the host never reads a
// count. Keys, ties and order as in top_k.cpp.
#include "core/kernels/cuda/device_values.cuh"

namespace lift::cuda {
namespace {

using Key = unsigned long long;

__device__ Key key_of(float value) {
  const unsigned bits = __float_as_uint(value) & 0x7fffffffu;
  return bits > 0x7f800000u ? 0 : Key{bits} + 1;
}
__device__ Key key_of(double value) {
  const Key bits = static_cast<Key>(__double_as_longlong(value)) & 0x7fffffffffffffffull;
  return bits > 0x7ff0000000000000ull ? 0 : bits + 1;
}

__device__ bool same_above(Key a, Key b, int shift) {
  return shift + 8 >= 64 || (a >> (shift + 8)) == (b >> (shift + 8));
}

__global__ void begin(std::int32_t* histogram, std::int64_t* found, std::int64_t k) {
  histogram[threadIdx.x] = 0;
  if (threadIdx.x == 0) {
    found[0] = 0;
    found[1] = k;
  }
}

// Counts the bits shift .. shift + 7 of the keys that share the bits above with the threshold.
template <class T>
__global__ void count(const T* score, std::int64_t size, int shift, const std::int64_t* found,
                      std::int32_t* histogram) {
  __shared__ std::int32_t own[kTopKBuckets];
  own[threadIdx.x] = 0;
  __syncthreads();
  const auto threshold = static_cast<Key>(found[0]);
  const std::int64_t step = static_cast<std::int64_t>(gridDim.x) * kThreads;
  for (std::int64_t i = static_cast<std::int64_t>(blockIdx.x) * kThreads + threadIdx.x; i < size; i += step) {
    const Key key = key_of(score[i]);
    if (same_above(key, threshold, shift)) atomicAdd(own + ((key >> shift) & 0xffu), 1);
  }
  __syncthreads();
  if (own[threadIdx.x] != 0) atomicAdd(histogram + threadIdx.x, own[threadIdx.x]);
}

// The bucket that holds the wanted-th largest key becomes part of the threshold.
__global__ void narrow(int shift, std::int32_t* histogram, std::int64_t* found) {
  if (threadIdx.x == 0) {
    std::int64_t wanted = found[1];
    int bucket = kTopKBuckets - 1;
    for (; bucket > 0 && histogram[bucket] < wanted; --bucket) wanted -= histogram[bucket];
    found[0] |= static_cast<std::int64_t>(static_cast<Key>(bucket) << shift);
    found[1] = wanted;
  }
  __syncthreads();
  histogram[threadIdx.x] = 0;
}

__device__ std::int64_t first_row() { return static_cast<std::int64_t>(blockIdx.x) * kWarps + threadIdx.x / kWarp; }
__device__ std::int64_t row_step() { return static_cast<std::int64_t>(gridDim.x) * kWarps; }

template <class T>
__global__ void count_rows(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                           std::int64_t* above, std::int64_t* equal) {
  const auto threshold = static_cast<Key>(found[0]);
  const int lane = threadIdx.x % kWarp;
  for (std::int64_t row = first_row(); row < rows; row += row_step()) {
    int more = 0, same = 0;
    for (std::int64_t column = lane; column < columns_count; column += kWarp) {
      const Key key = key_of(score[row * columns_count + column]);
      more += key > threshold;
      same += key == threshold;
    }
    for (int step = kWarp / 2; step > 0; step /= 2) {
      more += __shfl_xor_sync(0xffffffffu, more, step);
      same += __shfl_xor_sync(0xffffffffu, same, step);
    }
    if (lane == 0) {
      above[row] = more;
      equal[row] = same;
    }
  }
}

template <class T>
__global__ void write_rows(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                           const std::int64_t* ties, const std::int32_t* row_offsets, std::int32_t* columns) {
  const auto threshold = static_cast<Key>(found[0]);
  const int lane = threadIdx.x % kWarp;
  const unsigned before = (1u << lane) - 1;
  for (std::int64_t row = first_row(); row < rows; row += row_step()) {
    std::int64_t tie = 0;
    std::int32_t to = row_offsets[row];
    for (std::int64_t first = 0; first < columns_count; first += kWarp) {   // the whole warp takes every turn
      const std::int64_t column = first + lane;
      const bool inside = column < columns_count;
      const Key key = inside ? key_of(score[row * columns_count + column]) : 0;
      const unsigned equal = __ballot_sync(0xffffffffu, inside && key == threshold);
      const bool taken = inside && (key > threshold || (key == threshold && tie + __popc(equal & before) < ties[row]));
      const unsigned chosen = __ballot_sync(0xffffffffu, taken);
      if (taken) columns[to + __popc(chosen & before)] = static_cast<std::int32_t>(column);
      tie += __popc(equal);
      to += __popc(chosen);
    }
  }
}

}   // namespace

template <class T>
void find_threshold(const T* score, std::int64_t size, std::int64_t k, std::int32_t* histogram, std::int64_t* found,
                    Stream stream) {
  static_assert(kTopKBuckets == kThreads);   // a thread for every bucket
  constexpr std::int64_t kPerThread = 16;    // fewer blocks, fewer sums of whole histograms
  start(begin, 1, stream, histogram, found, k);
  for (int shift = 8 * static_cast<int>(sizeof(T)) - 8; shift >= 0; shift -= 8) {
    start(count<T>, blocks_for(size, kThreads * kPerThread), stream, score, size, shift, found, histogram);
    start(narrow, 1, stream, shift, histogram, found);
  }
}

template <class T>
void count_above(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                 std::int64_t* above, std::int64_t* equal, Stream stream) {
  start(count_rows<T>, blocks_for(rows, kWarps), stream, score, rows, columns_count, found, above, equal);
}

template <class T>
void write_selected(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                    const std::int64_t* ties, const std::int32_t* row_offsets, std::int32_t* columns, Stream stream) {
  start(write_rows<T>, blocks_for(rows, kWarps), stream, score, rows, columns_count, found, ties, row_offsets, columns);
}

#define LIFT_FOR(T)                                                                                               \
  template void find_threshold<T>(const T*, std::int64_t, std::int64_t, std::int32_t*, std::int64_t*, Stream);    \
  template void count_above<T>(const T*, std::int64_t, std::int64_t, const std::int64_t*, std::int64_t*,          \
                               std::int64_t*, Stream);                                                            \
  template void write_selected<T>(const T*, std::int64_t, std::int64_t, const std::int64_t*, const std::int64_t*, \
                                  const std::int32_t*, std::int32_t*, Stream);
LIFT_FOR(float)
LIFT_FOR(double)
#undef LIFT_FOR

}   // namespace lift::cuda
