#pragma once
// tanh(x) / x as a series in x^2 (Taylor, highest power first): up to kTanhSeriesEnd the first term left out is 1.0e-7
// of the sum. For row functions; internal linkage (see bf16.h). Private to core/kernels.

namespace lift {
namespace {

[[maybe_unused]] constexpr float kTanhSeriesEnd = 0.5f;
[[maybe_unused]] constexpr float kTanhSeries[] = {21844.0f / 6081075, -1382.0f / 155925, 62.0f / 2835, -17.0f / 315,
                                                  2.0f / 15,          -1.0f / 3,         1.0f};

}   // namespace
}   // namespace lift
