#include "core/checkpoint/index_code.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

#include "core/base/check.h"
#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::size_t kBlockGaps = 128;
constexpr int kParameters = 32;   // Rice parameters 0 .. 31
constexpr int kParameterBits = 5;
constexpr int kLongestQuotient = 24;   // this many ones: the gap follows as it is
constexpr int kGapBits = 40;

// Bits, the first one in the lowest place of the first byte.
class BitWriter {
 public:
  // bits < 64 - 7.
  void put(std::uint64_t value, int bits) {
    pending_ |= value << filled_;
    filled_ += bits;
    for (; filled_ >= 8; filled_ -= 8, pending_ >>= 8) bytes_.push_back(static_cast<std::byte>(pending_ & 0xff));
  }
  std::vector<std::byte> finish() {
    if (filled_ > 0) bytes_.push_back(static_cast<std::byte>(pending_ & 0xff));
    return std::move(bytes_);
  }

 private:
  std::vector<std::byte> bytes_;
  std::uint64_t pending_ = 0;
  int filled_ = 0;
};

// Beyond the end come zeros; `overrun` tells whether any was taken.
class BitReader {
 public:
  explicit BitReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::uint64_t take(int bits) {   // bits <= 56
    refill();
    const std::uint64_t value = pending_ & ((std::uint64_t{1} << bits) - 1);
    drop(bits);
    return value;
  }
  // Ones before the next zero, at most `limit` <= 56; takes the zero too when it comes before the limit.
  int take_ones(int limit) {
    refill();
    const int ones = std::min(std::countr_one(pending_), limit);
    drop(ones < limit ? ones + 1 : ones);
    return ones;
  }
  bool overrun() const { return taken_bits_ > 8 * static_cast<std::uint64_t>(bytes_.size()); }
  // Every byte was used, and what is left of the last one is zero.
  bool at_end() const {
    const std::uint64_t total = 8 * static_cast<std::uint64_t>(bytes_.size());
    return taken_bits_ <= total && total - taken_bits_ < 8 && pending_ == 0;
  }

 private:
  void refill() {
    for (; filled_ <= 56 && next_ < bytes_.size(); filled_ += 8)
      pending_ |= std::to_integer<std::uint64_t>(bytes_[next_++]) << filled_;
  }
  void drop(int bits) {
    pending_ >>= bits;
    filled_ = std::max(0, filled_ - bits);
    taken_bits_ += static_cast<std::uint64_t>(bits);
  }

  std::span<const std::byte> bytes_;
  std::size_t next_ = 0;
  std::uint64_t pending_ = 0, taken_bits_ = 0;
  int filled_ = 0;
};

std::uint64_t code_length(std::uint64_t gap, int parameter) {
  const std::uint64_t quotient = gap >> parameter;
  if (quotient >= kLongestQuotient) return kLongestQuotient + kGapBits;
  return quotient + 1 + static_cast<std::uint64_t>(parameter);
}

std::uint64_t block_length(std::span<const std::uint64_t> gaps, int parameter) {
  std::uint64_t bits = 0;
  for (const std::uint64_t gap : gaps) bits += code_length(gap, parameter);
  return bits;
}

// The parameter of the shortest code; the smaller one of equals. The length is a convex enough function of the
// parameter around log2 of the mean gap that the neighbours decide; clustered gaps pull it down.
int best_parameter(std::span<const std::uint64_t> gaps) {
  std::uint64_t sum = 0;
  for (const std::uint64_t gap : gaps) sum += gap;
  const int middle = std::min(kParameters - 1, static_cast<int>(std::bit_width(sum / gaps.size())));
  int best = 0;
  std::uint64_t shortest = std::numeric_limits<std::uint64_t>::max();
  for (int parameter = std::max(0, middle - 5); parameter <= std::min(kParameters - 1, middle + 1); ++parameter)
    if (const std::uint64_t bits = block_length(gaps, parameter); bits < shortest) {
      shortest = bits;
      best = parameter;
    }
  return best;
}

void put_gap(BitWriter& out, std::uint64_t gap, int parameter) {
  const std::uint64_t quotient = gap >> parameter;
  if (quotient >= kLongestQuotient) {
    out.put((std::uint64_t{1} << kLongestQuotient) - 1, kLongestQuotient);
    out.put(gap, kGapBits);
    return;
  }
  out.put((std::uint64_t{1} << quotient) - 1, static_cast<int>(quotient) + 1);
  out.put(gap & ((std::uint64_t{1} << parameter) - 1), parameter);
}

std::uint64_t take_gap(BitReader& in, int parameter) {
  const int quotient = in.take_ones(kLongestQuotient);
  if (quotient == kLongestQuotient) return in.take(kGapBits);
  return (static_cast<std::uint64_t>(quotient) << parameter) | in.take(parameter);
}

}   // namespace

std::vector<std::byte> encode_positions(std::span<const std::int64_t> positions) {
  BitWriter out;
  std::array<std::uint64_t, kBlockGaps> gaps;
  std::int64_t next = 0;   // the lowest position that may come
  for (std::size_t begin = 0; begin < positions.size(); begin += kBlockGaps) {
    const std::size_t count = std::min(kBlockGaps, positions.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t position = positions[begin + i];
      LIFT_CHECK(position >= next && position < (std::int64_t{1} << kGapBits), "positions ascend");
      gaps[i] = static_cast<std::uint64_t>(position - next);
      next = position + 1;
    }
    const std::span<const std::uint64_t> block(gaps.data(), count);
    const int parameter = best_parameter(block);
    out.put(static_cast<std::uint64_t>(parameter), kParameterBits);
    for (const std::uint64_t gap : block) put_gap(out, gap, parameter);
  }
  return out.finish();
}

Result<std::vector<std::int64_t>> decode_positions(std::span<const std::byte> bytes, std::int64_t count,
                                                   std::int64_t limit, const Sentence& subject) {
  const auto malformed = [&](Sentence message) {
    return make_error(ErrorCode::Malformed, subject, std::move(message));
  };
  // Every position takes a bit at least: a small file cannot ask for a large memory.
  if (count < 0 || static_cast<std::uint64_t>(count) > 8 * static_cast<std::uint64_t>(bytes.size()))
    return malformed(say("expected {} positions, found {} bytes, which cannot hold them", count, bytes.size()));
  std::vector<std::int64_t> positions;
  positions.reserve(static_cast<std::size_t>(count));
  BitReader in(bytes);
  std::int64_t next = 0;
  int parameter = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    if (i % static_cast<std::int64_t>(kBlockGaps) == 0) parameter = static_cast<int>(in.take(kParameterBits));
    const std::int64_t position = next + static_cast<std::int64_t>(take_gap(in, parameter));
    if (in.overrun()) return malformed(say("expected {} positions, found only {}", count, i));
    if (position >= limit) return malformed(say("position {}: expected one below {}, found {}", i, limit, position));
    positions.push_back(position);
    next = position + 1;
  }
  if (!in.at_end()) return malformed(say("expected nothing after {} positions, found more bytes", count));
  return positions;
}

}   // namespace lift
