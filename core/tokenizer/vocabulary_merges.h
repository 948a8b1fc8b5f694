#pragma once
// The merges that a vocabulary implies: every way to join two of its pieces to a third. Used by sentencepiece_rules
// and tokenizer_json. Tensor-free. Private to core/tokenizer.
#include <functional>
#include <string>
#include <vector>

#include "core/tokenizer/bpe_model.h"

namespace lift {

// Ordered by the score of the resulting piece, highest first, then by its id, lowest first, then by the length of the
// left part, shortest first. `may_merge`: which ids take part (empty: all). Of equal pieces only the last one does.
std::vector<BpeMerge> merges_by_score(const std::vector<std::string>& pieces, const std::vector<double>& scores,
                                      const std::function<bool(std::size_t)>& may_merge = {});

}   // namespace lift
