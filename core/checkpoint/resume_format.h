#pragma once
// Names inside a run's state file, shared by its writer (resume_state) and its reader. Used in this room alone.
// Private to core/checkpoint.
#include <cstdint>
#include <string_view>

namespace lift {

inline constexpr const char* kResumeFormat = "lift-resume-state";   // metadata "format"
inline constexpr const char* kStateKey = "state";                   // metadata: the JSON part
inline constexpr std::int64_t kResumeVersion = 2;                   // 1 had random streams beside: always none
inline constexpr std::string_view kOptimizerPrefix = "optimizer.";
inline constexpr const char* kMasks = "masks";
inline constexpr const char* kChanged = "changed";
inline constexpr const char* kBaseValues = "base_values";
inline constexpr const char* kWeights = "weights";

}   // namespace lift
