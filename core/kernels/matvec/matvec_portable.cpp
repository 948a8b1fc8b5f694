#include "core/kernels/matvec/matvec_lanes.h"

namespace lift {

template <class T>
MatvecRows<T> matvec_portable() {
  return matvec_rows_of<T, 16>();
}
template MatvecRows<Bf16> matvec_portable();
template MatvecRows<float> matvec_portable();
template MatvecRows<double> matvec_portable();

}   // namespace lift
