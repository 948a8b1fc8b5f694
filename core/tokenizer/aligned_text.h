#pragma once
// Part of the input during tokenisation: its bytes after normalisation, and for each of them the range of input bytes
// that it stands for. Used by the normalizer, the pre-tokeniser and the models. Tensor-free.
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_span.h"

namespace lift {

class AlignedText {
 public:
  // Unchanged input; `origin` is the input offset of the first byte. The input must outlive this object.
  AlignedText(std::string_view text, std::uint32_t origin) : input_(text), origin_(origin) {}

  std::string_view view() const { return rewritten_ ? std::string_view(storage_) : input_; }
  // The range of input bytes that bytes [begin, end) of view() stand for.
  ByteSpan source_of(std::uint32_t begin, std::uint32_t end) const {
    if (!rewritten_) return {origin_ + begin, origin_ + end};
    if (begin == end) return begin < source_.size() ? ByteSpan{source_[begin].begin, source_[begin].begin} : end_;
    return {source_[begin].begin, source_[end - 1].end};
  }

  // Bytes [span.begin, span.end) of view() as a separate text.
  AlignedText part(ByteSpan span) const {
    if (!rewritten_) return {input_.substr(span.begin, span.end - span.begin), origin_ + span.begin};
    AlignedText cut({}, 0);
    cut.storage_ = storage_.substr(span.begin, span.end - span.begin);
    cut.source_.assign(source_.begin() + span.begin, source_.begin() + span.end);
    cut.end_ = source_of(span.end, span.end);
    cut.rewritten_ = true;
    return cut;
  }

  // Builds a replacement for this text from left to right, out of old and new bytes.
  class Rewrite {
   public:
    explicit Rewrite(const AlignedText& from) : from_(from) {}
    void keep(std::uint32_t begin, std::uint32_t end) {
      text_.append(from_.view(), begin, end - begin);
      for (std::uint32_t at = begin; at < end; ++at) source_.push_back(from_.source_of(at, at + 1));
    }
    // Appends new bytes that stand for [begin, end) of the old text; an empty range: for nothing, at that position.
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
  std::vector<ByteSpan> source_;   // per byte of storage_
  ByteSpan end_{};                 // the empty range after the last byte
};

}   // namespace lift
