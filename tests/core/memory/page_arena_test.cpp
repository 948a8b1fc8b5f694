#include "core/memory/page_arena.h"

#include <QtTest>

#include <cstring>
#include <random>

#include "core/memory/memory_usage.h"

using namespace lift;

namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;
constexpr std::size_t kRegion = 64 * kMiB;

std::byte* filled(PageArena& arena, std::size_t bytes, int value) {
  auto* block = static_cast<std::byte*>(arena.take(bytes));
  if (block) std::memset(block, value, bytes);
  return block;
}

std::int64_t resident() { return memory_usage().resident_bytes; }

}   // namespace

class PageArenaTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void what_is_given_back_serves_the_next_block_that_fits() {
    PageArena arena(kRegion);
    void* first = arena.take(10 * kMiB);
    void* second = arena.take(10 * kMiB);
    QVERIFY(first && second && first != second);
    QVERIFY(arena.give_back(first));
    QCOMPARE(arena.take(6 * kMiB), first);
    QVERIFY(arena.give_back(first));
    QCOMPARE(arena.take(10 * kMiB), first);
    QVERIFY(arena.give_back(first));
    QVERIFY(arena.give_back(second));
    QCOMPARE(arena.taken_bytes(), std::size_t(0));
  }

  void free_neighbours_merge_whatever_the_order() {
    PageArena arena(kRegion);
    std::vector<void*> blocks;
    for (int i = 0; i < 8; ++i) blocks.push_back(arena.take(3 * kMiB + 1));
    for (const int i : {1, 3, 5, 7, 6, 0, 4, 2}) QVERIFY(arena.give_back(blocks[static_cast<std::size_t>(i)]));
    QCOMPARE(arena.free_ranges(), std::size_t(1));
    void* whole = arena.take(kRegion);
    QCOMPARE(whole, blocks[0]);
    QVERIFY(arena.give_back(whole));
  }

  void a_block_begins_at_a_page_and_a_region_at_a_huge_one() {
    PageArena arena(kRegion);
    void* first = arena.take(1);
    void* second = arena.take(5000);
    QCOMPARE(reinterpret_cast<std::uintptr_t>(first) % PageArena::kFrame, std::uintptr_t(0));
    QCOMPARE(reinterpret_cast<std::uintptr_t>(second) % PageArena::kPage, std::uintptr_t(0));
    QCOMPARE(arena.taken_bytes(), 3 * PageArena::kPage);
    QVERIFY(arena.give_back(first));
    QVERIFY(arena.give_back(second));
  }

  void a_block_larger_than_a_region_gets_a_region_of_its_own() {
    PageArena arena(kRegion);
    std::byte* large = filled(arena, kRegion + 1, 7);
    std::byte* other = filled(arena, kMiB, 8);
    QVERIFY(large && other);
    QCOMPARE(large[kRegion], std::byte(7));
    QVERIFY(arena.give_back(large));
    QVERIFY(arena.give_back(other));
  }

  void a_region_without_a_block_leaves_the_address_space_at_a_release() {
    PageArena arena(kRegion);
    void* kept = arena.take(kMiB);
    void* large = arena.take(2 * kRegion);
    QVERIFY(arena.give_back(large));
    QCOMPARE(arena.free_ranges(), std::size_t(2));
    arena.release();
    QCOMPARE(arena.free_ranges(), std::size_t(1));
    QVERIFY(arena.give_back(kept));
    arena.release();
    QCOMPARE(arena.free_ranges(), std::size_t(0));
    void* again = arena.take(kMiB);
    QVERIFY(again);
    QVERIFY(arena.give_back(again));
  }

  void what_it_did_not_hand_out_is_not_its_own() {
    PageArena arena(kRegion);
    int own = 5;
    QVERIFY(!arena.give_back(&own));
    QVERIFY(!arena.give_back(nullptr));
    auto* block = static_cast<std::byte*>(arena.take(kMiB));
    QVERIFY(!arena.give_back(block + PageArena::kPage));
    QVERIFY(arena.give_back(block));
    QVERIFY(!arena.give_back(block));
  }

  void more_than_there_is_address_space_for_is_refused() {
    PageArena arena(kRegion);
    QCOMPARE(arena.take(std::size_t{1} << 56), nullptr);
    void* block = arena.take(kMiB);
    QVERIFY(block);
    QVERIFY(arena.give_back(block));
  }

  void pages_stay_until_they_are_released_and_go_then() {
    PageArena arena(std::size_t{1} << 30);
    const std::int64_t before = resident();
    std::byte* block = filled(arena, 200 * kMiB, 1);
    QVERIFY(resident() - before > static_cast<std::int64_t>(190 * kMiB));
    QVERIFY(arena.give_back(block));
    QVERIFY(resident() - before > static_cast<std::int64_t>(190 * kMiB));
    QCOMPARE(arena.release(), 200 * kMiB);
    QVERIFY(resident() - before < static_cast<std::int64_t>(10 * kMiB));
    QCOMPARE(arena.release(), std::size_t(0));
  }

  void a_release_leaves_what_is_in_use() {
    PageArena arena(kRegion);
    std::byte* below = filled(arena, 3 * kMiB, 1);
    std::byte* between = filled(arena, 9 * kMiB, 2);
    std::byte* above = filled(arena, 3 * kMiB, 3);
    QVERIFY(arena.give_back(between));
    QCOMPARE(arena.release(), 8 * kMiB);   // the frames from 4 to 12 MiB: the blocks' edges share those at 2 and at 12
    for (std::size_t i = 0; i < 3 * kMiB; i += 64) {
      QCOMPARE(below[i], std::byte(1));
      QCOMPARE(above[i], std::byte(3));
    }
    QVERIFY(arena.give_back(below));
    QVERIFY(arena.give_back(above));
  }

  void blocks_never_overlap_in_a_long_random_life() {
    PageArena arena(kRegion);
    std::mt19937 random(7);
    struct Held {
      std::byte* block;
      std::size_t bytes;
      int value;
    };
    std::vector<Held> held;
    std::size_t bytes_held = 0;
    for (int turn = 0; turn < 20'000; ++turn) {
      if (turn % 500 == 499) arena.release();
      if (held.size() < 12 && random() % 2 == 0) {
        const std::size_t bytes = 1 + random() % (4 * kMiB);
        Held next{static_cast<std::byte*>(arena.take(bytes)), bytes, static_cast<int>(random() % 256)};
        QVERIFY(next.block);
        next.block[0] = next.block[bytes / 2] = next.block[bytes - 1] = std::byte(next.value);
        held.push_back(next);
        bytes_held += (bytes + PageArena::kPage - 1) / PageArena::kPage * PageArena::kPage;
      } else if (!held.empty()) {
        const auto at = held.begin() + static_cast<std::ptrdiff_t>(random() % held.size());
        for (const std::size_t i : {std::size_t{0}, at->bytes / 2, at->bytes - 1})
          QCOMPARE(at->block[i], std::byte(at->value));
        QVERIFY(arena.give_back(at->block));
        bytes_held -= (at->bytes + PageArena::kPage - 1) / PageArena::kPage * PageArena::kPage;
        held.erase(at);
      }
      QCOMPARE(arena.taken_bytes(), bytes_held);
    }
    for (const Held& one : held) QVERIFY(arena.give_back(one.block));
    QCOMPARE(arena.free_ranges(), std::size_t(1));
  }
};

QTEST_GUILESS_MAIN(PageArenaTest)
#include "page_arena_test.moc"
