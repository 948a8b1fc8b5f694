#pragma once
// Notices a person should see although nothing failed ("weights were dequantised from Q4_1").
// The library never prints: whoever calls core decides where notices go. Thread: any; the sink must be thread-safe.
#include <functional>

#include "core/base/sentence.h"

namespace lift {

enum class Severity { Info, Warning };

struct Notice {
  Severity severity = Severity::Info;
  Sentence text;
};

using NoticeSink = std::function<void(const Notice&)>;

}   // namespace lift
