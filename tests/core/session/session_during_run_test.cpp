// What a session answers while a run trains: the base beside what it has become, and what has changed.
#include <algorithm>
#include <map>
#include <numeric>

#include <QtTest>

#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;

namespace {

constexpr std::int64_t kLayers = 2;

std::vector<MatrixId> matrices_of_the_tiny_model() {
  std::vector<MatrixId> ids;
  for (std::int32_t layer = 0; layer < kLayers; ++layer)
    for (const Projection projection : every_projection()) ids.push_back({layer, projection});
  return ids;
}

CellRectangle whole(const Session& session, MatrixId id) {
  const ModelConfig& config = session.model()->config;
  return {0, 0, config.rows(id.projection), config.columns(id.projection)};
}

template <typename T>
T value(Result<T> result) {
  if (!result.ok()) throw std::runtime_error(result.error().sentence());
  return std::move(result).value();
}

}   // namespace

class SessionDuringRunTest : public QObject {
  Q_OBJECT

  static void dtypes() {
    QTest::addColumn<int>("dtype");
    QTest::newRow("f32") << int(DType::F32);
    QTest::newRow("bf16") << int(DType::BF16);
  }
  // A run with two projections, the others never train; `look` is called at the boundary after `step`.
  static RunOutcome train(TinyFolder& folder, Session& session, std::int64_t step, const std::function<void()>& look) {
    folder.recipe().selection.projections = {Projection::K, Projection::Down};
    RunControl control;
    WatchingObserver observer;
    observer.at_boundary = [&] {
      if (look && std::ssize(observer.steps) == step) look();
    };
    return value(session.train(folder.recipe(), control, observer));
  }

 private Q_SLOTS:
  void the_base_of_every_matrix_is_there_while_a_run_trains_data() { dtypes(); }
  void the_base_of_every_matrix_is_there_while_a_run_trains() {
    QFETCH(int, dtype);
    TinyFolder folder{DType(dtype)};
    Session session(folder.options());
    QVERIFY(session.open_model(folder.model(), DType(dtype), {}).ok());
    QCOMPARE(session.model()->config.layer_count, kLayers);
    const std::vector<MatrixId> ids = matrices_of_the_tiny_model();
    const std::vector<Spectrum> before = value(session.spectra(ids));
    int looks = 0, moved = 0;
    train(folder, session, 5, [&] {   // after the choice was renewed
      ++looks;
      const std::vector<Spectrum> base = value(session.base_spectra(ids)), now = value(session.spectra(ids));
      for (std::size_t i = 0; i < ids.size(); ++i) {
        QVERIFY2(base[i].singular_values == before[i].singular_values, before[i].name.c_str());
        const bool trains = ids[i].projection == Projection::K || ids[i].projection == Projection::Down;
        QCOMPARE(now[i].singular_values != before[i].singular_values, trains);
        moved += trains;
      }
    });
    QVERIFY(looks > 0 && moved > 0);
    for (std::size_t i = 0; i < ids.size(); ++i)   // and after it
      QVERIFY(value(session.base_spectra(std::span(&ids[i], 1))).front().singular_values == before[i].singular_values);
  }

  void changed_is_what_differs_from_the_base_bit_for_bit_while_a_run_trains_data() { dtypes(); }
  void changed_is_what_differs_from_the_base_bit_for_bit_while_a_run_trains() {
    QFETCH(int, dtype);
    TinyFolder folder{DType(dtype)};
    folder.recipe().optimizer.learning_rate = 1e-3;   // in bf16 some of the entries that train have not moved yet
    Session session(folder.options());
    QVERIFY(session.open_model(folder.model(), DType(dtype), {}).ok());
    std::map<MatrixId, std::vector<float>> base;
    for (const MatrixId id : matrices_of_the_tiny_model())
      base[id] = value(session.cells({.of = MapQuery::Of::Changes, .matrix = id, .area = whole(session, id)})).weight;
    std::int64_t changed = 0;
    train(folder, session, 5, [&] {
      changed = 0;
      for (const MatrixId id : matrices_of_the_tiny_model()) {
        const CellGrid cells =
            value(session.cells({.of = MapQuery::Of::Changes, .matrix = id, .area = whole(session, id)}));
        const TileGrid tiles = value(session.tiles({.of = MapQuery::Of::Changes,
                                                    .matrix = id,
                                                    .area = whole(session, id),
                                                    .tile_rows = 2,
                                                    .tile_columns = 2}));
        std::int64_t counted = 0;
        for (std::size_t i = 0; i < cells.weight.size(); ++i) {
          QCOMPARE(bool(cells.selected[i]), cells.weight[i] != base[id][i]);
          counted += cells.selected[i];
        }
        QCOMPARE(std::int64_t{std::accumulate(tiles.selected.begin(), tiles.selected.end(), 0u)}, counted);
        changed += counted;
      }
    });
    QVERIFY(changed > 0);
  }

  void newly_selected_is_told_from_the_base_while_a_run_trains() {
    TinyFolder folder;
    Session session(folder.options());
    QVERIFY(session.open_model(folder.model(), DType::F32, {}).ok());
    const SelectionConfig config = [&] {
      SelectionConfig made = folder.recipe().selection;
      made.projections = {Projection::K, Projection::Down};
      return made;
    }();
    std::map<MatrixId, std::vector<std::uint8_t>> before;
    for (const MatrixId id : matrices_of_the_tiny_model())
      before[id] =
          value(session.cells({.matrix = id, .area = whole(session, id), .selection = config, .seed = 1})).selected;
    std::int64_t newly_selected = 0;
    train(folder, session, 7, [&] {
      newly_selected = 0;
      for (const MatrixId id : matrices_of_the_tiny_model()) {
        const std::vector<std::uint8_t> now =
            value(session.cells({.matrix = id, .area = whole(session, id), .selection = config, .seed = 1})).selected;
        const CellGrid fresh = value(session.cells({.of = MapQuery::Of::NewlySelected,
                                                    .matrix = id,
                                                    .area = whole(session, id),
                                                    .selection = config,
                                                    .seed = 1}));
        for (std::size_t i = 0; i < now.size(); ++i) {
          QCOMPARE(bool(fresh.selected[i]), now[i] && !before[id][i]);
          newly_selected += fresh.selected[i];
        }
      }
    });
    QVERIFY(newly_selected > 0);
  }

  void the_map_is_of_the_weights_as_they_are_at_that_step() {
    TinyFolder folder;
    Session session(folder.options());
    const MatrixId id{0, Projection::Down};
    CellGrid early, last;
    const auto look = [&](CellGrid& at) {
      at = value(
          session.cells({.matrix = id, .area = whole(session, id), .selection = folder.recipe().selection, .seed = 1}));
    };
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 2) look(early);
      if (step == folder.recipe().train.steps) look(last);
    };
    QVERIFY(session.train(folder.recipe(), control, observer).ok());
    CellGrid after;
    look(after);
    QVERIFY(last.low_rank == after.low_rank && last.selected == after.selected);
    QVERIFY(early.low_rank != last.low_rank);
  }

  void looking_changes_nothing_in_the_run() {
    TinyFolder folder(DType::BF16);
    Session watched(folder.options()), alone(folder.options());
    const RunOutcome seen = train(folder, watched, 4, [&] {
      for (const MatrixId id : matrices_of_the_tiny_model()) {
        value(watched.base_spectra(std::span(&id, 1)));
        value(watched.tiles({.of = MapQuery::Of::NewlySelected,
                             .matrix = id,
                             .area = whole(watched, id),
                             .selection = folder.recipe().selection,
                             .seed = 1,
                             .tile_rows = 4,
                             .tile_columns = 4}));
        value(watched.tiles({.of = MapQuery::Of::Changes,
                             .matrix = id,
                             .area = whole(watched, id),
                             .tile_rows = 4,
                             .tile_columns = 4}));
      }
    });
    const RunOutcome unseen = train(folder, alone, 0, {});
    QVERIFY(bytes_of(seen.summary.delta) == bytes_of(unseen.summary.delta));
  }

  void a_paused_run_can_be_looked_at() {
    TinyFolder folder;
    Session session(folder.options());
    RunControl control;
    WatchingObserver observer;
    int looks_while_paused = 0;
    observer.at_step = [&](std::int64_t step) {
      if (step == 2) control.request_pause(true);
    };
    observer.at_boundary = [&] {
      if (!control.pause_requested()) return;
      QCOMPARE(observer.phases.back(), RunPhase::Paused);
      const MatrixId id{1, Projection::K};
      QVERIFY(session.base_spectra(std::span(&id, 1)).ok());
      if (++looks_while_paused == 3) control.request_pause(false);
    };
    QVERIFY(session.train(folder.recipe(), control, observer).ok());
    QCOMPARE(looks_while_paused, 3);
    QCOMPARE(observer.steps.size(), std::size_t(folder.recipe().train.steps));
  }
};

QTEST_GUILESS_MAIN(SessionDuringRunTest)
#include "session_during_run_test.moc"
