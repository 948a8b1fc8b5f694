#include "core/tokenizer/end_of_generation.h"

#include <algorithm>
#include <array>

namespace lift {

namespace {

// Our own and those of llama.cpp (src/llama-vocab.cpp, special_eog_ids), but for its code-completion tokens, which
// files of source text are full of.
constexpr std::array<std::string_view, 23> kKnownEnds{"<|im_end|>",
                                                      "<|eot_id|>",
                                                      "<|eom_id|>",
                                                      "<|eot|>",
                                                      "<|end|>",
                                                      "<|end_of_text|>",
                                                      "</s>",
                                                      "<|endoftext|>",
                                                      "<EOT>",
                                                      "<end_of_turn>",
                                                      "_<EOT>",
                                                      "[EOT]",
                                                      "[EOS]",
                                                      "<|return|>",
                                                      "<|call|>",
                                                      "<|flush|>",
                                                      "<|calls|>",
                                                      "<eos>",
                                                      "<turn|>",
                                                      "<|tool_response>",
                                                      "<end_of_utterance>",
                                                      "[e~[",
                                                      "<｜end▁of▁sentence｜>"};

}   // namespace

void add_end_of_generation(SpecialTokens& special, TokenId id) {
  auto& ends = special.end_of_generation;
  if (std::ranges::find(ends, id) == ends.end()) ends.push_back(id);
}

bool is_known_end(std::string_view text) { return std::ranges::find(kKnownEnds, text) != kKnownEnds.end(); }

void add_known_ends(SpecialTokens& special, const std::vector<AddedToken>& added) {
  const auto has = [&](std::string_view text) {
    return std::ranges::find(added, text, &AddedToken::content) != added.end();
  };
  // Where a message has several channels, <|end|> closes one of them and <|return|> or <|call|> the turn (gpt-oss).
  const bool channels =
      has("<|end|>") && ((has("<|return|>") && has("<|call|>")) || (has("<|flush|>") && has("<|calls|>")));
  const bool plain_s = has("<|tool_response>");   // Gemma 4: </s> is a tag of HTML
  for (const AddedToken& token : added) {
    if (!is_known_end(token.content)) continue;
    if ((channels && token.content == "<|end|>") || (plain_s && token.content == "</s>")) continue;
    add_end_of_generation(special, token.id);
  }
}

}   // namespace lift
