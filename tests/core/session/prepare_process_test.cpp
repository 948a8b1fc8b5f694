// What main sets for the whole program, and that the user's own choice stands.
#include "core/session/prepare_process.h"

#include <QtTest>

#include <ATen/ops/full.h>

#include "core/memory/memory_usage.h"

using namespace lift;

class PrepareProcessTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_caches_of_products_are_short_unless_the_user_says_otherwise() {
    qunsetenv("LRU_CACHE_CAPACITY");
    qputenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "77");
    QVERIFY(prepare_process().ok());
    QCOMPARE(qgetenv("LRU_CACHE_CAPACITY"), QByteArray("16"));
    QCOMPARE(qgetenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY"), QByteArray("77"));
  }

  void a_limit_of_the_instruction_set_is_passed_on_and_a_wrong_one_refused() {
    const QByteArray limit = qgetenv("LIFT_CPU");
    const QByteArray aten = qgetenv("ATEN_CPU_CAPABILITY");
    qunsetenv("ATEN_CPU_CAPABILITY");
    qputenv("LIFT_CPU", "avx2");
    QVERIFY(prepare_process().ok());
    QCOMPARE(qgetenv("ATEN_CPU_CAPABILITY"), QByteArray("avx2"));
    qputenv("LIFT_CPU", "fast");
    QVERIFY(!prepare_process().ok());
    for (const auto& [name, value] : {std::pair("LIFT_CPU", limit), std::pair("ATEN_CPU_CAPABILITY", aten)}) {
      if (value.isEmpty()) qunsetenv(name);
      else qputenv(name, value);
    }
  }

  void pages_of_a_freed_tensor_stay_until_asked_back() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizers watch every block themselves");
#endif
    QVERIFY(prepare_process().ok());
    constexpr std::int64_t kMiB = 1 << 20;
    const std::int64_t before = memory_usage().resident_bytes;
    at::full({64 * kMiB}, 1, at::kByte);
    QVERIFY(memory_usage().resident_bytes - before > 56 * kMiB);
    release_freed_memory();
    QVERIFY(memory_usage().resident_bytes - before < 16 * kMiB);
  }
};

QTEST_GUILESS_MAIN(PrepareProcessTest)
#include "prepare_process_test.moc"
