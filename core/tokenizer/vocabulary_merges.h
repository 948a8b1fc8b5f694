#pragma once
// The merges that a vocabulary implies: every way to make one of its pieces of two others. Used by sentencepiece_rules
// and tokenizer_json. Tensor-free. Private to core/tokenizer.
#include <functional>
#include <string>
#include <vector>

#include "core/tokenizer/bpe_model.h"

namespace lift {

// The piece with the highest score first, then that with the lowest id; of two ways to make one piece the one with the
// shorter left part. `may_merge` (none: all do) says which ids take part; of equal pieces the last one does.
std::vector<BpeMerge> merges_by_score(const std::vector<std::string>& pieces, const std::vector<double>& scores,
                                      const std::function<bool(std::size_t)>& may_merge = {});

}   // namespace lift
