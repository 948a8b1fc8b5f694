#pragma once
// Notices for the user about something unusual that is not a failure ("weights were dequantised from Q4_1").
// Core never prints: the caller supplies the sink. Thread: any thread may call the sink, so it must be thread-safe.
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
