#pragma once
// What the files here give the host code beside them: each function starts kernels on a stream and returns at once.
// Plain pointers to a GPU's memory, T of Bf16, float and double. Private to core/kernels.
#include <cstdint>
#include <string>
#include <vector>

#include "core/kernels/isa/bf16.h"

namespace lift::cuda {

using Stream = void*;   // a cudaStream_t: the wheel's CUDA headers are whole only for nvcc

// The one of LibTorch on the current GPU.
Stream current_stream();
// Throws LibTorch's error if the kernel before could not start.
void check_started();
// The names of the GPUs, by index; if there is none, `why` is the driver's word on it.
std::vector<std::string> device_names(std::string& why);
// LibTorch's CUDA library, for as long as the program runs. False: `why` is the loader's word on it.
bool open_library(std::string& why);
// Bytes that tensors may still take on a GPU that has been opened; 0 if CUDA does not say.
std::int64_t free_memory(int index);

// rms_norm.h. residual nullptr: y from x alone; else residual += x first. rstd may be nullptr.
template <class T>
void rms_norm_rows(const T* x, T* residual, const T* weight, T* y, Compute<T>* rstd, std::int64_t rows,
                   std::int64_t width, double eps, double weight_offset, Stream stream);
template <class T>
void rms_norm_backward_rows(const T* grad_y, const T* x, const T* weight, const Compute<T>* rstd, T* grad_x,
                            std::int64_t rows, std::int64_t width, double weight_offset, Stream stream);

// rotary.h. A position outside the tables makes its token NaN: the host does not look at them.
template <class T>
void rotate(T* x, std::int64_t token_stride, const Compute<T>* cos, const Compute<T>* sin, std::int64_t table_rows,
            const std::int32_t* positions, std::int64_t tokens, std::int64_t heads, std::int64_t width,
            std::int64_t half, bool inverse, Stream stream);

// swiglu.h. A matrix by its first value and the distance of its rows.
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

// cross_entropy.h, one chunk. With a gradient the logits become scale * (softmax - onehot). A label outside the
// vocabulary makes its loss NaN.
template <class T>
void cross_entropy_rows(T* logits, const std::int32_t* labels, Compute<T>* losses, std::int64_t rows,
                        std::int64_t vocabulary, bool with_gradient, double scale, Stream stream);

// sampled_gradient.h. dense: [rows, columns_count], the product of rows `first` and on; grad += its selected entries.
template <class T>
void add_selected(const T* dense, const std::int32_t* row_offsets, const std::int32_t* columns, Compute<T>* grad,
                  std::int64_t first, std::int64_t rows, std::int64_t columns_count, Stream stream);

// sparse_adamw.h. corrections: fp64 [generations, 2], on the GPU.
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

// top_k.h, T of float and double, in three steps between which the host sums counts (without reading them).
// found: {threshold key, how many entries equal to it are wanted}; histogram: scratch of kTopKBuckets.
inline constexpr int kTopKBuckets = 256;
template <class T>
void find_threshold(const T* score, std::int64_t size, std::int64_t k, std::int32_t* histogram, std::int64_t* found,
                    Stream stream);
// Per row, how many keys lie above the threshold and how many equal it.
template <class T>
void count_above(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                 std::int64_t* above, std::int64_t* equal, Stream stream);
// ties: per row, how many of the equal ones are taken, the first ones.
template <class T>
void write_selected(const T* score, std::int64_t rows, std::int64_t columns_count, const std::int64_t* found,
                    const std::int64_t* ties, const std::int32_t* row_offsets, std::int32_t* columns, Stream stream);

}   // namespace lift::cuda
