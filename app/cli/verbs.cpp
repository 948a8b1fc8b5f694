#include "app/cli/verbs.h"

#include <array>

namespace lift::cli {

extern const Verb kInspect, kSpectra, kSelect, kTokens, kPlan, kTrain, kDuel, kDiagnose, kNoise, kEvaluate, kGenerate,
    kServe, kDelta, kExport, kHub, kRuns, kCache, kSelfCheck;

std::span<const Verb> verbs() {
  static const std::array list{kInspect,  kSpectra,  kSelect, kTokens, kPlan,   kTrain, kDuel, kDiagnose, kNoise,
                               kEvaluate, kGenerate, kServe,  kDelta,  kExport, kHub,   kRuns, kCache,    kSelfCheck};
  return list;
}

}   // namespace lift::cli
