// Ranks over c10d's Gloo process group. LibTorch's wheel has the library in it, but not the headers that
// ProcessGroupGloo.hpp includes: those come from the distribution (libgloo-dev). They are older than the library, which
// does no harm: here Gloo's own types are only named, and every object of them is made and used inside LibTorch.
#include <algorithm>
#include <chrono>
#include <cstring>

#include <ATen/ops/cat.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Logging.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

#include "core/base/say.h"
#include "core/kernels/host_data.h"
#include "core/ranks/rank_place.h"

namespace lift {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t kBlock = 1024;   // bytes: texts up to here need one exchange
constexpr auto kNoLimit = std::chrono::hours(24 * 30);

Sentence first_line(const std::exception& fault) {
  const std::string_view text(fault.what());
  return Sentence::verbatim(std::string(text.substr(0, std::min<std::size_t>(text.find('\n'), 300))));
}

// c10d writes stack traces to stderr where a sentence is enough.
class QuietC10d {
 public:
  QuietC10d() : before_(FLAGS_caffe2_log_level) { FLAGS_caffe2_log_level = kFatal; }
  ~QuietC10d() { FLAGS_caffe2_log_level = before_; }
  QuietC10d(const QuietC10d&) = delete;

 private:
  static constexpr int kFatal = 3;
  int before_;
};

class GlooRanks final : public Ranks {
 public:
  GlooRanks(c10::intrusive_ptr<c10d::ProcessGroupGloo> group, std::int64_t timeout_seconds)
      : group_(std::move(group)), timeout_(seconds(timeout_seconds)) {}

  std::int64_t rank() const override { return group_->getRank(); }
  std::int64_t size() const override { return group_->getSize(); }
  std::int64_t bytes_sent() const override { return bytes_sent_; }

  Status sum(std::span<const at::Tensor> tensors) override {
    return guarded([&] {
      for (const at::Tensor& tensor : tensors) {
        if (tensor.numel() == 0) continue;
        LIFT_CHECK(tensor.is_contiguous(), "a flat tensor");
        std::vector<at::Tensor> one{on_host(tensor)};
        c10d::AllreduceOptions options;
        options.timeout = timeout_;
        bytes_sent_ += static_cast<std::int64_t>(tensor.nbytes());
        group_->allreduce(one, options)->wait();
        if (!tensor.is_cpu()) tensor.copy_(one.front());
      }
    });
  }

  Result<std::vector<std::string>> gather(const std::string& text, RankWait wait) override {
    std::vector<std::string> texts;
    LIFT_RETURN_IF_ERROR(guarded([&] {
      const auto length = static_cast<std::int64_t>(text.size());
      const std::vector<at::Tensor> heads = exchange(block_of(length, text), wait);
      std::int64_t longest = 0;
      for (const at::Tensor& head : heads) longest = std::max(longest, length_of(head));
      const std::vector<at::Tensor> all =
          longest <= kBlock - 8 ? heads : exchange(block_of(length, text, longest + 8), RankWait::Step);
      for (const at::Tensor& block : all)
        texts.emplace_back(reinterpret_cast<const char*>(host_data<std::uint8_t>(block)) + 8,
                           static_cast<std::size_t>(length_of(block)));
    }));
    return texts;
  }

 private:
  static at::Tensor block_of(std::int64_t length, const std::string& text, std::int64_t bytes = kBlock) {
    at::Tensor block = at::zeros({bytes}, at::kByte);
    auto* to = mutable_host_data<std::uint8_t>(block);
    std::memcpy(to, &length, 8);
    std::ranges::copy_n(text.begin(), std::min(std::ssize(text), bytes - 8), to + 8);
    return block;
  }

  static std::int64_t length_of(const at::Tensor& block) {
    std::int64_t length = 0;
    std::memcpy(&length, host_data<std::uint8_t>(block), 8);
    return length;
  }

  std::vector<at::Tensor> exchange(const at::Tensor& own, RankWait wait) {
    std::vector<std::vector<at::Tensor>> all(1);
    for (std::int64_t rank = 0; rank < size(); ++rank) all.front().push_back(at::empty_like(own));
    std::vector<at::Tensor> mine{own};
    c10d::AllgatherOptions options;
    options.timeout = wait == RankWait::Step ? milliseconds(timeout_) : milliseconds(kNoLimit);
    bytes_sent_ += own.numel();
    group_->allgather(all, mine, options)->wait();
    return std::move(all.front());
  }

  template <typename Body>
  Status guarded(Body&& body) {
    if (lost_) return *lost_;   // what comes later would wait for the whole time again
    try {
      body();
      return {};
    } catch (const std::exception& fault) {
      lost_ = make_error(ErrorCode::Io, say("process {} of {}", rank() + 1, size()),
                         say("expected every other process at work, found one gone or silent ({})", first_line(fault)),
                         say("Its own output says why it ended; the run goes on with lift train --resume"));
      return *lost_;
    }
  }

  c10::intrusive_ptr<c10d::ProcessGroupGloo> group_;
  milliseconds timeout_;
  std::int64_t bytes_sent_ = 0;
  std::optional<Error> lost_;   // since a process was gone or silent
};

}   // namespace

Result<std::unique_ptr<Ranks>> join_ranks(const RankPlace& place, const RankOptions& options) {
  if (options.backend != "gloo")
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("backend"),
                      say("expected gloo, the one that this build has, found {}", options.backend),
                      options.backend == "nccl" ? say("gloo sums a GPU's gradients by the host's memory") : Sentence());
  if (options.timeout_seconds < 1)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("timeout"),
                      say("expected 1 second or more, found {}", options.timeout_seconds));
  const QuietC10d quiet;
  try {
    c10d::TCPStoreOptions meeting;
    meeting.port = static_cast<std::uint16_t>(place.port);
    meeting.isServer = place.rank == 0 && !place.served_elsewhere;
    meeting.numWorkers = static_cast<std::size_t>(place.size);
    meeting.waitWorkers = false;
    meeting.timeout = seconds(options.timeout_seconds);
    c10::intrusive_ptr<c10d::Store> store = c10::make_intrusive<c10d::TCPStore>(place.host, meeting);
    store = c10::make_intrusive<c10d::PrefixStore>(place.prefix + "/lift", store);
    // Whose first machine's name leads nowhere binds to the loopback address, as torch.distributed does.
    auto settings = c10d::ProcessGroupGloo::Options::create(seconds(options.timeout_seconds));
    const bool alone = place.local_size == place.size;
    settings->devices.push_back(alone ? c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1")
                                      : c10d::ProcessGroupGloo::createDefaultDevice());
    auto group = c10::make_intrusive<c10d::ProcessGroupGloo>(store, static_cast<int>(place.rank),
                                                             static_cast<int>(place.size), settings);
    return std::unique_ptr<Ranks>(std::make_unique<GlooRanks>(std::move(group), options.timeout_seconds));
  } catch (const std::exception& fault) {
    return make_error(
        ErrorCode::Io, say("process {} of {}", place.rank + 1, place.size),
        say("expected all processes to meet at {}:{} within {} s, found not all of them ({})", place.host, place.port,
            options.timeout_seconds, first_line(fault)),
        say("Check MASTER_ADDR and MASTER_PORT, that the port is free and open, and that every process was started"));
  }
}

}   // namespace lift
