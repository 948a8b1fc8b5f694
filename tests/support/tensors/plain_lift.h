#pragma once
// LIFT written as simply as possible, the reference for selection/ and optim/: exact SVD in fp64, a full sort, dense
// masks, dense AdamW with moments and ages where the mask is set. Slow, and needs the memory of several models.
// Used by the tests of optim/ and train/. Library test_tensor_support.
#include <cstdint>
#include <map>

#include <ATen/core/Tensor.h>

#include "core/model/matrix_id.h"

namespace lift::test {

struct PlainLiftConfig {
  std::int64_t rank = 4;
  std::int64_t (*entries_of)(std::int64_t rows, std::int64_t columns) = nullptr;   // entries to select in a matrix
  double beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 0;
  double clip_norm = 0;   // 0 = off
};

class PlainLift {
 public:
  using Matrices = std::map<MatrixId, at::Tensor>;

  // weights: [rows, columns] of the trained matrices; copied. The first masks are selected from them.
  PlainLift(const PlainLiftConfig& config, const Matrices& weights);

  // Selects again from the current weights: entries that stay keep moments, master value and age; others lose them.
  void refresh();

  // One AdamW step within the masks, from dense gradients of the loss. Returns the norm of the masked gradient.
  double step(double learning_rate, const Matrices& gradients);

  at::Tensor weight(MatrixId id) const { return matrices_.at(id).weight; }
  at::Tensor mask(MatrixId id) const { return matrices_.at(id).mask; }   // bool [rows, columns]

 private:
  // All dense [rows, columns]. master, exp_avg, exp_avg_sq: fp64 for an fp64 weight, else fp32.
  struct Matrix {
    at::Tensor weight, mask, master, exp_avg, exp_avg_sq, age;
  };
  at::Tensor choose(const at::Tensor& weight) const;
  void update(Matrix& matrix, const at::Tensor& gradient, double learning_rate) const;

  PlainLiftConfig config_;
  std::map<MatrixId, Matrix> matrices_;
};

}   // namespace lift::test
