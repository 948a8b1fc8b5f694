// Packing without padding, the seeded order, and going on where a run stopped.
#include "core/data/data_loader.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <set>

#include "core/data/collator.h"

using namespace lift;

namespace {

// Rows of many lengths; row r has ids r*1000, r*1000+1, ...; the later half of each trains.
SftDataset made_data(std::int64_t rows) {
  SftDataset data;
  for (std::int64_t row = 0; row < rows; ++row) {
    std::vector<TokenId> ids(static_cast<std::size_t>(4 + row * 7 % 23));
    std::vector<std::uint8_t> trained(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
      ids[i] = static_cast<TokenId>(row * 1000 + static_cast<std::int64_t>(i));
      trained[i] = i >= ids.size() / 2;
    }
    data.append(100 + row, ids, trained);
  }
  return data;
}

std::vector<std::int64_t> rows_of(const StepBatch& step) {
  std::vector<std::int64_t> rows;
  for (const PackedBatch& pass : step.passes) rows.insert(rows.end(), pass.source_rows.begin(), pass.source_rows.end());
  return rows;
}

std::vector<std::int64_t> sorted(std::vector<std::int64_t> rows) {
  std::ranges::sort(rows);
  return rows;
}

}   // namespace

class DataLoaderTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_batch_has_no_padding_and_its_labels_are_shifted() {
    SftDataset data;
    data.append(7, std::vector<TokenId>{10, 11, 12, 13}, std::vector<std::uint8_t>{0, 0, 1, 1});
    data.append(9, std::vector<TokenId>{20, 21}, std::vector<std::uint8_t>{1, 1});
    const PackedBatch batch = pack_rows(data, std::vector<std::int64_t>{1, 0});
    QCOMPARE(batch.ids, (std::vector<TokenId>{20, 10, 11, 12}));
    QCOMPARE(batch.positions, (std::vector<std::int32_t>{0, 0, 1, 2}));
    QCOMPARE(batch.row_offsets, (std::vector<std::int32_t>{0, 1, 4}));
    QCOMPARE(batch.labelled, (std::vector<std::int32_t>{0, 2, 3}));   // what a row's first token is, nothing predicts
    QCOMPARE(batch.label_ids, (std::vector<TokenId>{21, 12, 13}));
    QCOMPARE(batch.source_rows, (std::vector<std::int64_t>{9, 7}));
    QCOMPARE(batch.row_count(), std::int64_t{2});
  }
  void what_is_behind_the_last_label_is_left_out_and_counted() {
    SftDataset data;
    data.append(7, std::vector<TokenId>{10, 11, 12, 13, 14, 15}, std::vector<std::uint8_t>{0, 1, 0, 1, 0, 0});
    data.append(9, std::vector<TokenId>{20, 21, 22}, std::vector<std::uint8_t>{0, 0, 0});
    const PackedBatch batch = pack_rows(data, std::vector<std::int64_t>{0, 1});
    QCOMPARE(batch.ids, (std::vector<TokenId>{10, 11, 12, 20, 21, 22}));
    QCOMPARE(batch.labelled, (std::vector<std::int32_t>{0, 2}));
    QCOMPARE(batch.label_ids, (std::vector<TokenId>{11, 13}));
    QCOMPARE(batch.source_token_count(), std::int64_t{9});
  }
  void what_all_rows_begin_with_is_packed_once() {
    SftDataset data;
    data.append(7, std::vector<TokenId>{1, 2, 3, 10, 11}, std::vector<std::uint8_t>{0, 0, 0, 0, 1});
    data.append(9, std::vector<TokenId>{1, 2, 3, 20, 21, 22}, std::vector<std::uint8_t>{0, 0, 0, 0, 1, 1});
    const PackedBatch batch = pack_rows(data, std::vector<std::int64_t>{1, 0});
    QCOMPARE(batch.ids, (std::vector<TokenId>{1, 2, 3, 20, 21, 10}));
    QCOMPARE(batch.positions, (std::vector<std::int32_t>{0, 1, 2, 3, 4, 3}));
    QCOMPARE(batch.row_offsets, (std::vector<std::int32_t>{0, 3, 5, 6}));
    QCOMPARE(batch.prefix_rows, (std::vector<std::int32_t>{-1, 0, 0}));
    QCOMPARE(batch.labelled, (std::vector<std::int32_t>{3, 4, 5}));
    QCOMPARE(batch.label_ids, (std::vector<TokenId>{21, 22, 11}));
    QCOMPARE(batch.source_rows, (std::vector<std::int64_t>{PackedBatch::kSharedStart, 9, 7}));
    QCOMPARE(batch.source_row_count(), std::int64_t{2});
    QCOMPARE(batch.source_token_count(), std::int64_t{11});
    QCOMPARE(batch.token_count(), std::int64_t{6});
  }
  void the_token_that_predicts_a_rows_answer_is_the_rows_own() {
    SftDataset data;
    for (const TokenId answer : {5, 6})
      data.append(answer, std::vector<TokenId>{1, 2, 3, 4, answer}, std::vector<std::uint8_t>{0, 0, 0, 0, 1});
    const PackedBatch batch = pack_rows(data, std::vector<std::int64_t>{0, 1});
    QCOMPARE(batch.row_offsets, (std::vector<std::int32_t>{0, 3, 4, 5}));
    QCOMPARE(batch.labelled, (std::vector<std::int32_t>{3, 4}));
  }
  void a_start_that_trains_or_saves_nothing_is_not_shared() {
    SftDataset data;
    data.append(0, std::vector<TokenId>{1, 2, 3, 4}, std::vector<std::uint8_t>{0, 1, 1, 1});
    data.append(1, std::vector<TokenId>{1, 2, 3, 5}, std::vector<std::uint8_t>{0, 0, 0, 1});
    data.append(2, std::vector<TokenId>(200, 1), std::vector<std::uint8_t>(200));
    data.append(3, std::vector<TokenId>{1, 8, 9}, std::vector<std::uint8_t>{0, 0, 1});
    QVERIFY(pack_rows(data, std::vector<std::int64_t>{0, 1}).prefix_rows.empty());
    QVERIFY(pack_rows(data, std::vector<std::int64_t>{2, 3}).prefix_rows.empty());
    QVERIFY(pack_rows(data, std::vector<std::int64_t>{1}).prefix_rows.empty());
  }
  void a_shared_step_has_the_same_rows_in_a_multiple_of_passes_that_fit() {
    const SftDataset data = made_data(40);
    for (const std::int64_t shares : {1, 2, 3, 5}) {
      DataLoader alone(data, {.batch_rows = 16, .microbatch_tokens = 60, .seed = 1});
      DataLoader shared(data, {.batch_rows = 16, .microbatch_tokens = 60, .seed = 1, .shares = shares});
      for (int i = 0; i < 4; ++i) {
        const StepBatch whole = alone.next(), step = shared.next();
        std::vector<std::int64_t> expected = rows_of(whole), found = rows_of(step);
        std::ranges::sort(expected);
        std::ranges::sort(found);
        QCOMPARE(found, expected);
        QCOMPARE(step.label_count(), whole.label_count());
        QVERIFY(std::ssize(step.passes) % shares == 0 || std::ssize(step.passes) == std::ssize(found));
        for (const PackedBatch& pass : step.passes) QVERIFY(pass.source_row_count() == 1 || pass.token_count() <= 60);
        // As many passes already: they are the same ones.
        if (std::ssize(whole.passes) % shares == 0)
          for (std::size_t pass = 0; pass < whole.passes.size(); ++pass)
            QCOMPARE(step.passes[pass].ids, whole.passes[pass].ids);
        QCOMPARE(shared.state(), alone.state());
      }
    }
  }
  void every_label_is_the_token_behind_its_place() {
    const SftDataset data = made_data(40);
    DataLoader loader(data, {.batch_rows = 8, .microbatch_tokens = 50, .seed = 1});
    for (int i = 0; i < 5; ++i) {
      std::int64_t labels = 0;
      const StepBatch step = loader.next();
      for (const PackedBatch& pass : step.passes) {
        QVERIFY(std::ranges::is_sorted(pass.labelled));
        for (std::size_t k = 0; k < pass.labelled.size(); ++k)   // ids rise by one along a row
          QCOMPARE(pass.label_ids[k], pass.ids[static_cast<std::size_t>(pass.labelled[k])] + 1);
        labels += pass.label_count();
      }
      std::int64_t expected = 0;
      for (const std::int64_t row : rows_of(step)) expected += data.label_count(row - 100);
      QCOMPARE(labels, expected);
      QCOMPARE(step.label_count(), expected);
    }
  }
  void an_epoch_has_every_row_once() {
    const SftDataset data = made_data(37);
    DataLoader loader(data, {.batch_rows = 8, .microbatch_tokens = 60, .seed = 3});
    QCOMPARE(loader.steps_per_epoch(), std::int64_t{5});
    std::vector<std::vector<std::int64_t>> orders;
    for (int epoch = 0; epoch < 3; ++epoch) {
      std::vector<std::int64_t> seen;
      for (int i = 0; i < 5; ++i) {
        const StepBatch step = loader.next();
        QCOMPARE(step.epoch, std::int64_t{epoch});
        QCOMPARE(step.row_count(), std::int64_t{i < 4 ? 8 : 5});
        const auto rows = rows_of(step);
        seen.insert(seen.end(), rows.begin(), rows.end());
      }
      QCOMPARE(std::set<std::int64_t>(seen.begin(), seen.end()).size(), std::size_t{37});
      orders.push_back(seen);
    }
    QVERIFY(orders[0] != orders[1] && orders[1] != orders[2]);
  }
  void the_rows_of_a_step_do_not_depend_on_how_it_is_cut_into_passes() {
    const SftDataset data = made_data(50);
    DataLoader small(data, {.batch_rows = 8, .microbatch_tokens = 30, .seed = 9});
    DataLoader large(data, {.batch_rows = 8, .microbatch_tokens = 4096, .seed = 9});
    for (int i = 0; i < 20; ++i) {
      const StepBatch a = small.next(), b = large.next();
      QCOMPARE(sorted(rows_of(a)), sorted(rows_of(b)));
      QCOMPARE(a.token_count(), b.token_count());
      QCOMPARE(b.passes.size(), std::size_t{1});
      for (const PackedBatch& pass : a.passes) QVERIFY(pass.token_count() <= 30);
    }
  }
  void a_row_longer_than_a_pass_goes_alone() {
    SftDataset data;
    for (const std::size_t length : {5u, 100u, 6u})
      data.append(0, std::vector<TokenId>(length), std::vector<std::uint8_t>(length));
    const auto passes = plan_passes(data, {0, 1, 2}, 20);
    QCOMPARE(passes, (std::vector<std::vector<std::int64_t>>{{1}, {2, 0}}));
  }
  void a_seed_gives_one_order() {
    const SftDataset data = made_data(30);
    DataLoader a(data, {.batch_rows = 4, .microbatch_tokens = 64, .seed = 1}),
        b(data, {.batch_rows = 4, .microbatch_tokens = 64, .seed = 1}),
        c(data, {.batch_rows = 4, .microbatch_tokens = 64, .seed = 2});
    bool differs = false;
    for (int i = 0; i < 20; ++i) {
      const auto rows = rows_of(a.next());
      QCOMPARE(rows, rows_of(b.next()));
      differs = differs || rows != rows_of(c.next());
    }
    QVERIFY(differs);
  }
  void each_place_in_the_order_is_equally_likely() {
    const SftDataset data = made_data(5);
    std::map<std::int64_t, int> first;
    DataLoader loader(data, {.batch_rows = 1, .microbatch_tokens = 64, .seed = 11});
    for (int epoch = 0; epoch < 5'000; ++epoch)
      for (int i = 0; i < 5; ++i) {
        const auto rows = rows_of(loader.next());
        if (i == 0) ++first[rows[0]];
      }
    for (const auto& [row, count] : first)
      QVERIFY2(count > 850 && count < 1'150, std::to_string(count).c_str());   // 1,000, deviation 28
  }
  void a_restored_loader_goes_on_with_the_very_next_row() {
    const SftDataset data = made_data(23);
    const LoaderOptions options{.batch_rows = 4, .microbatch_tokens = 40, .seed = 5};
    for (int stop = 0; stop < 20; ++stop) {
      DataLoader whole(data, options);
      for (int i = 0; i < stop; ++i) (void)whole.next();
      const LoaderState state = whole.state();
      DataLoader resumed(data,
                         {.batch_rows = 4, .microbatch_tokens = 40, .seed = 999});   // the state decides, not the seed
      QVERIFY(resumed.restore(state).ok());
      QCOMPARE(resumed.state(), state);
      for (int i = 0; i < 15; ++i) {
        const StepBatch a = whole.next(), b = resumed.next();
        QCOMPARE(a.epoch, b.epoch);
        QCOMPARE(rows_of(a), rows_of(b));
      }
    }
  }
  void a_state_of_another_data_set_is_refused() {
    const SftDataset data = made_data(10);
    DataLoader loader(data, {});
    QCOMPARE(loader.restore({.epoch = 0, .position = 11, .random_state = 1}).error().code, ErrorCode::Mismatch);
    QCOMPARE(loader.restore({.epoch = -1, .position = 1, .random_state = 1}).error().code, ErrorCode::Mismatch);
  }
};

QTEST_GUILESS_MAIN(DataLoaderTest)
#include "data_loader_test.moc"
