#pragma once
// The functions that the .cu files give to the host code: each launches kernels on a stream and returns at once.
// Pointers are into the GPU's memory; T is Bf16, float or double. Private to core/kernels.
#include <cstdint>
#include <string>
#include <vector>

#include "core/kernels/isa/bf16.h"

namespace lift::cuda {

using Stream = void*;   // a cudaStream_t, whose header in LibTorch's package only nvcc can compile

// LibTorch's current stream on the current GPU.
Stream current_stream();
// Throws LibTorch's error if the last kernel could not be launched.
void check_started();
// The names of the GPUs, by index. If there is none, `why` receives the driver's message.
std::vector<std::string> device_names(std::string& why);
// Loads LibTorch's CUDA library until the program ends. False on failure; then `why` is the loader's message.
bool open_library(std::string& why);
// Bytes that tensors can still use on an initialised GPU; 0 if CUDA does not tell.
std::int64_t free_memory(int index);

// rms_norm.h. residual == nullptr: normalises x; otherwise residual += x comes first. rstd may be nullptr.
template <class T>
void rms_norm_rows(const T* x, T* residual, const T* weight, T* y, Compute<T>* rstd, std::int64_t rows,
                   std::int64_t width, double eps, double weight_offset, Stream stream);
template <class T>
void rms_norm_backward_rows(const T* grad_y, const T* x, const T* weight, const Compute<T>* rstd, T* grad_x,
                            std::int64_t rows, std::int64_t width, double weight_offset, Stream stream);

// rotary.h. A position outside the tables gives NaN for its token, since the host does not check positions on the GPU.
template <class T>
void rotate(T* x, std::int64_t token_stride, const Compute<T>* cos, const Compute<T>* sin, std::int64_t table_rows,
            const std::int32_t* positions, std::int64_t tokens, std::int64_t heads, std::int64_t width,
            std::int64_t half, bool inverse, Stream stream);

// swiglu.h. A matrix by its first value and its row stride in values.
template <class T>
struct Rows {
  T* data = nullptr;
  std::int64_t stride = 0;
};
template <class T>
void swiglu_forward(Rows<const T> gate, Rows<const T> up, Rows<T> hidden, std::int64_t rows, std::int64_t width,
                    Stream stream);
template <class T>
void swiglu_backward(Rows<const T> grad_hidden, Rows<T> gate, Rows<T> up, Rows<T> hidden, std::int64_t rows,
                     std::int64_t width, Stream stream);   // hidden.data may be nullptr

// cross_entropy.h, one chunk. With a gradient, logits become scale * (softmax - onehot). A label outside the vocabulary
// gives a NaN loss.
template <class T>
void cross_entropy_rows(T* logits, const std::int32_t* labels, Compute<T>* losses, std::int64_t rows,
                        std::int64_t vocabulary, bool with_gradient, double scale, Stream stream);

// sampled_gradient.h. dense: [rows, columns_count], the dense gradient of rows [first, first + rows); grad receives +=.
template <class T>
void add_selected(const T* dense, const std::int32_t* row_offsets, const std::int32_t* columns, Compute<T>* grad,
                  std::int64_t first, std::int64_t rows, std::int64_t columns_count, Stream stream);

// sparse_adamw.h. corrections: fp64 [generations, 2], in the GPU's memory.
struct AdamWNumbers {
  double learning_rate, beta1, beta2, eps, weight_decay, gradient_scale;
};
template <class T>
struct AdamWMatrix {
  const Compute<T>* grad;
  const std::int16_t* generation;
  const double* corrections;
  Compute<T>*master, *exp_avg, *exp_avg_sq;
  const std::int32_t *row_offsets, *columns;
  T* weight;
  std::int64_t rows, columns_count;
};
template <class T>
void adamw_entries(const AdamWNumbers& by, const AdamWMatrix<T>& matrix, Stream stream);

// top_k.h for float and double, in three steps; between them the host sums counts on the GPU, without reading them.
// found: {threshold key, number of entries equal to it that are selected}; histogram: scratch of kTopKBuckets counters.
inline constexpr int kTopKBuckets = 256;
template <class T>
void find_threshold(const T* score, std::int64_t size, std::int64_t k, std::int32_t* histogram, std::int64_t* found,
                    Stream stream);
// Per row, the number of keys above the threshold and equal to it.
template <class T>
void count_above(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                 std::int64_t* above, std::int64_t* equal, Stream stream);
// ties: per row, the number of equal entries that are selected, the first ones.
template <class T>
void write_selected(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                    const std::int64_t* ties, const std::int32_t* row_offsets, std::int32_t* columns, Stream stream);

}   // namespace lift::cuda
