#include "core/memory/memory_usage.h"

#include <QtTest>

#include <fstream>
#include <vector>

#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kMiB = 1 << 20, kGiB = 1 << 30;

void put(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

void put_meminfo(const fs::path& proc) {
  put(proc / "meminfo", "MemTotal:       8388608 kB\nMemFree:  1024 kB\nMemAvailable:   4194304 kB\n");
}

}   // namespace

class MemoryUsageTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void memory_that_is_touched_shows() {
    const MemoryUsage before = memory_usage();
    QVERIFY(before.resident_bytes > 0);
    QVERIFY(before.peak_resident_bytes >= before.resident_bytes / 2);
    std::vector<char> block(128 * kMiB, 1);
    const MemoryUsage with = memory_usage();
    QVERIFY(with.resident_bytes - before.resident_bytes > 100 * kMiB);
    QCOMPARE(block[5], char(1));
    block = {};
    QVERIFY(memory_usage().peak_resident_bytes >= with.resident_bytes - 8 * kMiB);
  }

  void a_reset_peak_begins_at_the_present_size() {
    {
      std::vector<char> block(128 * kMiB, 1);
      QCOMPARE(block[7], char(1));
    }
    const std::int64_t before = memory_usage().peak_resident_bytes;
    if (!reset_peak_memory()) QSKIP("this system does not reset the peak");
    QVERIFY(memory_usage().peak_resident_bytes < before - 64 * kMiB);
  }

  void what_was_freed_goes_back_when_asked_for() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizers bring heaps of their own");
#endif
    const std::int64_t before = memory_usage().resident_bytes;
    {
      std::vector<std::vector<char>> tensors;
      for (int i = 0; i < 160; ++i) tensors.emplace_back(3 * kMiB / 2, char(1));
      QVERIFY(memory_usage().resident_bytes - before > 200 * kMiB);
    }
    release_freed_memory();
    const std::int64_t left = memory_usage().resident_bytes - before;
    constexpr std::int64_t kSegment = 32 * kMiB;   // one, where something lasting lies between
    QVERIFY2(left <= kSegment, qPrintable(QString("%1 MiB").arg(left / kMiB)));
  }

  void this_machine_has_memory() {
    const FreeMemory memory = free_memory();
    QVERIFY(memory.total_bytes > 0);
    QVERIFY(memory.available_bytes > 0);
    QVERIFY(memory.available_bytes <= memory.total_bytes);
  }

  void without_a_control_group_the_machine_counts() {
    test::TemporaryFolder folder;
    put_meminfo(folder / "proc");
    const FreeMemory memory = free_memory(folder / "proc", folder / "cgroup");
    QCOMPARE(memory.total_bytes, 8 * kGiB);
    QCOMPARE(memory.available_bytes, 4 * kGiB);
    QCOMPARE(memory.group_limit_bytes, std::int64_t(0));
  }

  void the_tightest_control_group_of_version_2_counts() {
    test::TemporaryFolder folder;
    put_meminfo(folder / "proc");
    put(folder / "proc/self/cgroup", "0::/outer/inner\n");
    put(folder / "cgroup/outer/memory.max", "2147483648\n");
    put(folder / "cgroup/outer/memory.current", "1610612736\n");
    put(folder / "cgroup/outer/inner/memory.max", "max\n");
    const FreeMemory memory = free_memory(folder / "proc", folder / "cgroup");
    QCOMPARE(memory.group_limit_bytes, 2 * kGiB);
    QCOMPARE(memory.available_bytes, 512 * kMiB);
  }

  void version_1_counts_too_and_its_word_for_no_limit_is_known() {
    test::TemporaryFolder folder;
    put_meminfo(folder / "proc");
    put(folder / "proc/self/cgroup", "12:cpu,cpuacct:/job\n7:memory:/job\n");
    put(folder / "cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    put(folder / "cgroup/memory/memory.usage_in_bytes", "0\n");
    QCOMPARE(free_memory(folder / "proc", folder / "cgroup").group_limit_bytes, std::int64_t(0));
    put(folder / "cgroup/memory/job/memory.limit_in_bytes", "1073741824\n");
    put(folder / "cgroup/memory/job/memory.usage_in_bytes", "536870912\n");
    QCOMPARE(free_memory(folder / "proc", folder / "cgroup").available_bytes, 512 * kMiB);
  }

  void a_group_that_is_over_its_limit_has_nothing_left() {
    test::TemporaryFolder folder;
    put_meminfo(folder / "proc");
    put(folder / "proc/self/cgroup", "0::/\n");
    put(folder / "cgroup/memory.max", "1048576\n");
    put(folder / "cgroup/memory.current", "2097152\n");
    QCOMPARE(free_memory(folder / "proc", folder / "cgroup").available_bytes, std::int64_t(0));
  }
};

QTEST_GUILESS_MAIN(MemoryUsageTest)
#include "memory_usage_test.moc"
