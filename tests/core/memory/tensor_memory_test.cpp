// Large tensors on the CPU, as the whole program gets them: seen through LibTorch alone.
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>

#include <QtTest>

#include "core/memory/memory_usage.h"

using namespace lift;

namespace {

constexpr std::int64_t kMiB = 1 << 20;

std::int64_t resident() { return memory_usage().resident_bytes; }

at::Tensor bytes_of(std::int64_t mib) { return at::full({mib * kMiB}, 1, at::kByte); }

}   // namespace

class TensorMemoryTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizers watch every block themselves");
#endif
    keep_freed_memory();
  }

  void a_large_tensor_takes_the_pages_of_the_one_before() {
    const void* first = bytes_of(48).data_ptr();
    const std::int64_t held = resident();
    for (int layer = 0; layer < 8; ++layer) QCOMPARE(bytes_of(layer % 2 ? 48 : 24).data_ptr(), first);
    QVERIFY(resident() < held + 8 * kMiB);
  }

  void what_no_tensor_lies_in_goes_back_when_asked_for() {
    release_freed_memory();
    const at::Tensor kept = bytes_of(4);
    const std::int64_t before = resident();
    {
      const at::Tensor gone = bytes_of(200);
      QVERIFY(resident() - before > 190 * kMiB);
    }
    QVERIFY(resident() - before > 190 * kMiB);
    release_freed_memory();
    QVERIFY(resident() - before < 8 * kMiB);
    QCOMPARE(kept.min().item<int>(), 1);
  }

  void a_tensor_that_grows_past_the_heap_keeps_its_contents() {
    at::Tensor tensor = at::full({kMiB / 16}, 3, at::kByte);
    tensor.resize_({3 * kMiB});
    tensor.narrow(0, kMiB / 16, 47 * kMiB / 16).fill_(4);
    QCOMPARE(tensor[0].item<int>(), 3);
    QCOMPARE(tensor[3 * kMiB - 1].item<int>(), 4);
    QCOMPARE(tensor.clone().sum(at::kLong).item<std::int64_t>(), 3 * kMiB / 16 + 4 * (47 * kMiB / 16));
  }

  void nothing_and_a_single_number_are_tensors_too() {
    QCOMPARE(at::empty({0}).numel(), std::int64_t(0));
    QCOMPARE(at::full({}, 2.5).item<double>(), 2.5);
  }
};

QTEST_GUILESS_MAIN(TensorMemoryTest)
#include "tensor_memory_test.moc"
