#pragma once
// Names inside a run's state file, shared by resume_state's writer and reader.
// Private to core/checkpoint.
#include <cstdint>
#include <string_view>

namespace lift {

inline constexpr const char* kResumeFormat = "lift-resume-state";   // metadata "format"
inline constexpr const char* kStateKey = "state";                   // metadata: the JSON part
inline constexpr std::int64_t kResumeVersion = 2;                   // 1 also had random streams, always none
inline constexpr std::string_view kOptimizerPrefix = "optimizer.";
inline constexpr const char* kMasks = "masks";
inline constexpr const char* kChanged = "changed";
inline constexpr const char* kBaseValues = "base_values";
inline constexpr const char* kWeights = "weights";

}   // namespace lift
