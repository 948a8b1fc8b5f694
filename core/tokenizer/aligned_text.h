#pragma once
// A stretch of the input on its way to tokens: its present bytes, the pieces it is cut into, and the bytes of the
// input that each present byte stands for. Used by the normalizer, the pre-tokeniser and the models. Tensor-free.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace lift {

class AlignedText {
 public:
  // Unchanged bytes of the input; `origin` is the place of the first one. The input must outlive this object.
  AlignedText(std::string_view text, std::uint32_t origin) : input_(text), origin_(origin) {}

  std::string_view view() const { return rewritten_ ? std::string_view(storage_) : input_; }
  // The input bytes that [begin, end) of view() stands for.
  ByteSpan source_of(std::uint32_t begin, std::uint32_t end) const {
    if (!rewritten_) return {origin_ + begin, origin_ + end};
    if (begin == end) return begin < source_.size() ? ByteSpan{source_[begin].begin, source_[begin].begin} : end_;
    return {source_[begin].begin, source_[end - 1].end};
  }

  // The stretch [span.begin, span.end) of view() as a text of its own.
  AlignedText part(ByteSpan span) const {
    if (!rewritten_) return {input_.substr(span.begin, span.end - span.begin), origin_ + span.begin};
    AlignedText cut({}, 0);
    cut.storage_ = storage_.substr(span.begin, span.end - span.begin);
    cut.source_.assign(source_.begin() + span.begin, source_.begin() + span.end);
    cut.end_ = source_of(span.end, span.end);
    cut.rewritten_ = true;
    return cut;
  }

  // A new text of the same stretch, built from left to right out of old and new bytes.
  class Rewrite {
   public:
    explicit Rewrite(const AlignedText& from) : from_(from) {}
    void keep(std::uint32_t begin, std::uint32_t end) {
      text_.append(from_.view(), begin, end - begin);
      for (std::uint32_t at = begin; at < end; ++at) source_.push_back(from_.source_of(at, at + 1));
    }
    // New bytes that stand for [begin, end) of the old text (an empty range: for nothing, at that place).
    void put(std::string_view bytes, std::uint32_t begin, std::uint32_t end) {
      text_ += bytes;
      source_.insert(source_.end(), bytes.size(), from_.source_of(begin, end));
    }
    std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

   private:
    friend class AlignedText;
    const AlignedText& from_;
    std::string text_;
    std::vector<ByteSpan> source_;
  };

  void replace_with(Rewrite&& rewrite) {
    const auto old_size = static_cast<std::uint32_t>(view().size());
    end_ = source_of(old_size, old_size);
    storage_ = std::move(rewrite.text_);
    source_ = std::move(rewrite.source_);
    rewritten_ = true;
  }

 private:
  std::string_view input_;
  std::uint32_t origin_;
  bool rewritten_ = false;
  std::string storage_;
  std::vector<ByteSpan> source_;   // by byte of storage_
  ByteSpan end_{};                 // the empty place behind the last byte
};

}   // namespace lift
