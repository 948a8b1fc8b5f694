#include "core/checkpoint/index_code.h"

#include <QtTest>

#include "core/base/check.h"
#include "core/base/seed.h"

using namespace lift;

namespace {

using Positions = std::vector<std::int64_t>;

Positions random_positions(std::int64_t limit, double density, std::uint64_t seed) {
  RandomStream random(seed);
  Positions positions;
  for (std::int64_t i = 0; i < limit; ++i)
    if (random.uniform() < density) positions.push_back(i);
  return positions;
}

// Few rows carry most entries, as principal weights do.
Positions clustered_positions(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  RandomStream random(seed);
  Positions positions;
  for (std::int64_t row = 0; row < rows; ++row) {
    const double density = random.uniform() < 0.1 ? 0.45 : 0.006;
    for (std::int64_t column = 0; column < columns; ++column)
      if (random.uniform() < density) positions.push_back(row * columns + column);
  }
  return positions;
}

double bits_per_index(const Positions& positions) {
  return 8.0 * static_cast<double>(encode_positions(positions).size()) / static_cast<double>(positions.size());
}

Result<Positions> read(const std::vector<std::byte>& bytes, std::size_t count, std::int64_t limit = 1'000'000) {
  return decode_positions(bytes, static_cast<std::int64_t>(count), limit, Sentence::verbatim("file, tensor x"));
}

}   // namespace

class IndexCodeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void any_positions_come_back_data() {
    QTest::addColumn<Positions>("positions");
    constexpr std::int64_t kFar = (std::int64_t{1} << 40) - 1;
    QTest::newRow("none") << Positions{};
    QTest::newRow("the first") << Positions{0};
    QTest::newRow("the farthest") << Positions{kFar};
    QTest::newRow("both ends") << Positions{0, kFar};
    QTest::newRow("a run after a desert") << Positions{500'000'000, 500'000'001, 500'000'002, 999'999'999};
    for (const double density : {0.0001, 0.01, 0.05, 0.5, 0.99, 1.0})
      QTest::addRow("density %g", density) << random_positions(60'000, density, 3);
    QTest::newRow("clustered") << clustered_positions(300, 500, 9);
    for (const int count : {127, 128, 129, 256}) QTest::addRow("%d", count) << random_positions(count, 1, 1);
  }
  void any_positions_come_back() {
    QFETCH(Positions, positions);
    const auto bytes = encode_positions(positions);
    QCOMPARE(read(bytes, positions.size(), std::int64_t{1} << 40).value(), positions);
  }

  void at_five_percent_an_index_takes_less_than_six_bits() {
    const double bits = bits_per_index(random_positions(2'000'000, 0.05, 4));
    QVERIFY2(bits < 5.9, std::to_string(bits).c_str());   // entropy: 5.73
  }
  void at_one_percent_less_than_eight_and_a_half() {
    const double bits = bits_per_index(random_positions(2'000'000, 0.01, 4));
    QVERIFY2(bits < 8.3, std::to_string(bits).c_str());   // entropy: 8.08
  }
  void clustered_entries_take_less_than_spread_ones() {
    const Positions clustered = clustered_positions(2000, 1000, 4);
    QVERIFY(bits_per_index(clustered) < bits_per_index(random_positions(2'000'000, 0.0504, 4)) - 1.5);
  }
  void a_full_matrix_takes_about_a_bit_per_entry() { QVERIFY(bits_per_index(random_positions(100'000, 1, 1)) < 1.05); }

  void equal_positions_give_equal_bytes() {
    const Positions positions = random_positions(10'000, 0.05, 8);
    QCOMPARE(encode_positions(positions), encode_positions(positions));
  }

  void positions_that_do_not_ascend_are_a_fault_of_ours() {
    QVERIFY_EXCEPTION_THROWN((void)encode_positions(Positions{5, 5}), InvariantError);
    QVERIFY_EXCEPTION_THROWN((void)encode_positions(Positions{-1}), InvariantError);
  }

  void a_position_beyond_the_limit_is_refused_with_both_numbers() {
    const auto bytes = encode_positions(Positions{3, 100});
    const auto result = read(bytes, 2, 100);
    QVERIFY(result.error().code == ErrorCode::Malformed);
    QCOMPARE(result.error().sentence(), std::string("file, tensor x: position 1: expected one below 100, found 100."));
  }

  void bytes_that_end_early_are_refused() {
    const Positions positions = random_positions(10'000, 0.05, 8);
    auto bytes = encode_positions(positions);
    for (const std::size_t cut : {1, 2, 40}) {
      const auto shorter = std::vector(bytes.begin(), bytes.end() - static_cast<std::ptrdiff_t>(cut));
      QVERIFY(!read(shorter, positions.size()).ok());
    }
    QVERIFY(!read({}, 1).ok());
  }

  void bytes_after_the_end_are_refused() {
    const Positions positions = random_positions(10'000, 0.05, 8);
    auto bytes = encode_positions(positions);
    bytes.push_back(std::byte{0});
    QVERIFY(!read(bytes, positions.size()).ok());
    QVERIFY(!read({std::byte{0}}, 0).ok());
  }

  void padding_that_is_not_zero_is_refused() {
    auto bytes = encode_positions(Positions{0});   // 5 bits of parameter, 1 bit of gap
    QCOMPARE(bytes.size(), std::size_t(1));
    bytes.back() |= std::byte{0x80};
    QVERIFY(!read(bytes, 1).ok());
  }

  void a_count_that_the_bytes_cannot_hold_takes_no_memory() {
    QVERIFY(!read(std::vector<std::byte>(10), std::size_t{1} << 60).ok());
    QVERIFY(!decode_positions(std::vector<std::byte>(10), -1, 100, Sentence::verbatim("x")).ok());
  }

  void random_bytes_never_give_positions_that_are_not_allowed() {
    RandomStream random(11);
    for (int round = 0; round < 3000; ++round) {
      std::vector<std::byte> bytes(1 + random.below(40));
      for (std::byte& byte : bytes) byte = static_cast<std::byte>(random.next() & 0xff);
      const auto result = read(bytes, random.below(60), 5000);
      if (!result.ok()) continue;
      for (std::size_t i = 0; i < result->size(); ++i) {
        QVERIFY((*result)[i] >= 0 && (*result)[i] < 5000);
        QVERIFY(i == 0 || (*result)[i] > (*result)[i - 1]);
      }
    }
  }
};

QTEST_GUILESS_MAIN(IndexCodeTest)
#include "index_code_test.moc"
