// Patterns, mask sets and tiles, against dense boolean arithmetic.
#include <QtTest>

#include <cmath>
#include <cstdint>
#include <functional>

#include <ATen/ops/arange.h>
#include <ATen/ops/zeros.h>

#include "core/base/check.h"
#include "core/base/seed.h"
#include "core/selection/mask_set.h"
#include "core/selection/mask_tiles.h"
#include "core/selection/sparse_mask.h"

using namespace lift;

namespace {

constexpr std::int64_t kRows = 19, kColumns = 33;

at::Tensor random_mask(std::uint64_t seed, double share = 0.3) {
  at::Tensor mask = at::zeros({kRows, kColumns}, at::TensorOptions().dtype(at::kBool));
  RandomStream random(seed);
  bool* set = mask.mutable_data_ptr<bool>();
  for (std::int64_t i = 0; i < mask.numel(); ++i) set[i] = random.uniform() < share;
  return mask;
}

at::Tensor numbered() { return at::arange(kRows * kColumns, at::kFloat).view({kRows, kColumns}).sub(300); }

std::int64_t count(const at::Tensor& mask) { return mask.sum().item().toLong(); }

MaskSet set_of(std::initializer_list<std::pair<MatrixId, at::Tensor>> masks) {
  MaskSet set;
  for (const auto& [id, mask] : masks) set.add(id, pattern_of_mask(mask));
  return set;
}

constexpr MatrixId kQ{0, Projection::Q}, kV{0, Projection::V}, kDown{2, Projection::Down};

}   // namespace

class MaskTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_pattern_holds_exactly_the_mask() {
    const at::Tensor mask = random_mask(1);
    const SparsePattern pattern = pattern_of_mask(mask);
    QVERIFY(well_formed(pattern));
    QCOMPARE(pattern.entries(), count(mask));
    QVERIFY(mask_of_pattern(pattern).equal(mask));
    QVERIFY(flat_indices(pattern).equal(mask.flatten().nonzero().flatten()));
    QVERIFY(gather_entries(numbered(), pattern).equal(numbered().masked_select(mask)));
    QVERIFY(gather_entries(numbered().t().contiguous().t(), pattern).equal(numbered().masked_select(mask)));
  }
  void empty_and_full_patterns_are_what_they_say() {
    QVERIFY(well_formed(empty_pattern(kRows, kColumns)));
    QCOMPARE(count(mask_of_pattern(empty_pattern(kRows, kColumns))), std::int64_t(0));
    QVERIFY(well_formed(full_pattern(kRows, kColumns)));
    QCOMPARE(count(mask_of_pattern(full_pattern(kRows, kColumns))), kRows * kColumns);
  }
  void set_arithmetic_is_that_of_the_masks() {
    const at::Tensor a = random_mask(1), b = random_mask(2);
    const SparsePattern pa = pattern_of_mask(a), pb = pattern_of_mask(b);
    QCOMPARE(shared_entries(pa, pb), count(a.logical_and(b)));
    QVERIFY(mask_of_pattern(pattern_union(pa, pb)).equal(a.logical_or(b)));
    QVERIFY(mask_of_pattern(pattern_difference(pa, pb)).equal(a.logical_and(b.logical_not())));
    QVERIFY(well_formed(pattern_union(pa, pb)));
    QVERIFY(same_pattern(pa, pattern_of_mask(a)));
    QVERIFY(!same_pattern(pa, pb));
  }
  void patterns_of_two_shapes_are_never_combined() {
    QVERIFY_EXCEPTION_THROWN(shared_entries(empty_pattern(2, 3), empty_pattern(3, 2)), InvariantError);
  }
  void a_damaged_pattern_is_not_well_formed() {
    const SparsePattern good = pattern_of_mask(random_mask(3));
    const auto damaged = [&](const std::function<void(SparsePattern&)>& damage) {
      SparsePattern pattern{good.rows, good.columns_count, good.row_offsets.clone(), good.columns.clone()};
      damage(pattern);
      return well_formed(pattern);
    };
    const auto offset = [](SparsePattern& p, std::int64_t i) -> std::int32_t& {
      return p.row_offsets.data_ptr<std::int32_t>()[i];
    };
    const auto column = [](SparsePattern& p, std::int64_t i) -> std::int32_t& {
      return p.columns.data_ptr<std::int32_t>()[i];
    };
    QVERIFY(damaged([](SparsePattern&) {}));
    QVERIFY(!damaged([&](SparsePattern& p) { offset(p, 0) = 1; }));
    QVERIFY(!damaged([&](SparsePattern& p) { offset(p, 3) = offset(p, 5) + 1; }));
    QVERIFY(!damaged([&](SparsePattern& p) { offset(p, 3) = 1 << 30; }));
    QVERIFY(!damaged([&](SparsePattern& p) { offset(p, kRows) -= 1; }));
    QVERIFY(!damaged([&](SparsePattern& p) { column(p, 1) = column(p, 0); }));
    QVERIFY(!damaged([&](SparsePattern& p) { column(p, 0) = -1; }));
    QVERIFY(!damaged([&](SparsePattern& p) { column(p, p.entries() - 1) = kColumns; }));
    QVERIFY(!damaged([&](SparsePattern& p) { p.columns = p.columns.to(at::kLong); }));
    QVERIFY(!damaged([&](SparsePattern& p) { p.rows += 1; }));
    QVERIFY(!damaged([&](SparsePattern& p) { p.columns = at::Tensor(); }));
  }

  void a_set_finds_its_matrices_and_counts_entries() {
    const at::Tensor a = random_mask(1), b = random_mask(2);
    const MaskSet set = set_of({{kQ, a}, {kDown, b}});
    QCOMPARE(set.total(), count(a) + count(b));
    QCOMPARE(set.find(kDown)->offset, count(a));
    QVERIFY(!set.find(kV));
    MaskSet unordered = set_of({{kDown, a}});
    QVERIFY_EXCEPTION_THROWN(unordered.add(kQ, pattern_of_mask(b)), InvariantError);
  }
  void overlap_counts_entries_that_were_there_before() {
    const at::Tensor a = random_mask(1), b = random_mask(2);
    const MaskOverlap found = overlap(set_of({{kQ, b}, {kV, b}}), set_of({{kQ, a}, {kDown, a}}));
    QCOMPARE(found.entries, 2 * count(b));
    QCOMPARE(found.shared, count(a.logical_and(b)));
    QCOMPARE(found.matrices[1].shared, std::int64_t(0));
    QCOMPARE(found.share(), double(found.shared) / double(found.entries));
    QCOMPARE(overlap({}, {}).share(), 1.0);
  }
  void a_union_has_every_matrix_of_either_set() {
    const at::Tensor a = random_mask(1), b = random_mask(2);
    const MaskSet all = union_of(set_of({{kQ, a}, {kV, a}}), set_of({{kV, b}, {kDown, b}}));
    QVERIFY(same_masks(all, set_of({{kQ, a}, {kV, a.logical_or(b)}, {kDown, b}})));
    QVERIFY(!same_masks(all, set_of({{kQ, a}, {kV, a.logical_or(b)}})));
    QVERIFY(same_masks(union_of({}, all), all));
  }

  void tiles_cover_the_rectangle_and_count_its_entries() {
    const at::Tensor mask = random_mask(4);
    const CellRectangle area{2, 3, 16, 29};
    const TileGrid grid = tile_grid(pattern_of_mask(mask), numbered(), numbered().mul(-2), area, 5, 7).value();
    QCOMPARE(grid.cells.size(), std::size_t(35));
    std::int64_t cells = 0;
    for (std::int64_t r = 0; r < 5; ++r) {
      for (std::int64_t c = 0; c < 7; ++c) {
        const std::int64_t top = 2 + r * 16 / 5, bottom = 2 + (r + 1) * 16 / 5;
        const std::int64_t left = 3 + c * 29 / 7, right = 3 + (c + 1) * 29 / 7;
        const auto part = [&](const at::Tensor& m) { return m.slice(0, top, bottom).slice(1, left, right); };
        const auto tile = static_cast<std::size_t>(r * 7 + c);
        QCOMPARE(std::int64_t(grid.cells[tile]), (bottom - top) * (right - left));
        QCOMPARE(std::int64_t(grid.selected[tile]), count(part(mask)));
        const float mean = part(numbered()).abs().mean().item().toFloat();
        QVERIFY(std::abs(grid.weight_magnitude[tile] - mean) <= 1e-4f * mean);
        QVERIFY(std::abs(grid.low_rank_magnitude[tile] - 2 * mean) <= 2e-4f * mean);
        cells += grid.cells[tile];
      }
    }
    QCOMPARE(cells, std::int64_t(16 * 29));
  }
  void there_is_never_more_than_one_tile_per_cell() {
    const TileGrid grid = tile_grid(pattern_of_mask(random_mask(4)), {}, {}, {0, 0, 3, 4}, 100, 100).value();
    QCOMPARE(grid.tile_rows, std::int64_t(3));
    QCOMPARE(grid.tile_columns, std::int64_t(4));
    QVERIFY(grid.weight_magnitude.empty());
  }
  void cells_show_value_low_rank_value_and_choice() {
    const at::Tensor mask = random_mask(5);
    const CellGrid grid = cell_grid(pattern_of_mask(mask), numbered(), {}, {4, 5, 6, 7}).value();
    QCOMPARE(grid.weight.size(), std::size_t(42));
    QVERIFY(grid.low_rank.empty());
    for (std::int64_t r = 0; r < 6; ++r)
      for (std::int64_t c = 0; c < 7; ++c) {
        QCOMPARE(grid.weight[static_cast<std::size_t>(r * 7 + c)], numbered()[4 + r][5 + c].item().toFloat());
        QCOMPARE(bool(grid.selected[static_cast<std::size_t>(r * 7 + c)]), mask[4 + r][5 + c].item().toBool());
      }
  }
  void rectangles_outside_the_matrix_are_refused() {
    const SparsePattern pattern = pattern_of_mask(random_mask(4));
    const std::int64_t huge = INT64_MAX;
    for (CellRectangle area : {CellRectangle{0, 0, 0, 4},
                               {-1, 0, 3, 3},
                               {0, 0, kRows + 1, 2},
                               {kRows - 1, 0, 2, 2},
                               {0, kColumns, 1, 1},
                               {1, 1, huge, huge},
                               {huge, 0, 1, 1}})
      QCOMPARE(tile_grid(pattern, {}, {}, area, 2, 2).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(tile_grid(pattern, {}, {}, {0, 0, 2, 2}, 0, 2).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(tile_grid(pattern, at::zeros({2, 2}), {}, {0, 0, 2, 2}, 1, 1).error().code, ErrorCode::InvalidArgument);
  }
  void four_million_cells_are_the_most_at_once() {
    const auto grid = cell_grid(empty_pattern(2001, 2000), at::zeros({2001, 2000}), {}, {0, 0, 2001, 2000});
    QCOMPARE(grid.error().code, ErrorCode::InvalidArgument);
  }
  void rows_and_columns_are_counted() {
    const at::Tensor mask = random_mask(6);
    const auto rows = entries_per_row(pattern_of_mask(mask)), columns = entries_per_column(pattern_of_mask(mask));
    for (std::int64_t r = 0; r < kRows; ++r) QCOMPARE(std::int64_t(rows[static_cast<std::size_t>(r)]), count(mask[r]));
    for (std::int64_t c = 0; c < kColumns; ++c)
      QCOMPARE(std::int64_t(columns[static_cast<std::size_t>(c)]), count(mask.select(1, c)));
  }
};

QTEST_GUILESS_MAIN(MaskTest)
#include "mask_test.moc"
