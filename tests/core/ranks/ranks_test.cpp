// Processes, here as threads with a group each: sums, texts and agreements are the same on all, and nobody waits for
// one that is gone.
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <QElapsedTimer>
#include <QtTest>

#include <ATen/core/Tensor.h>
#include <ATen/ops/add.h>
#include <ATen/ops/allclose.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/rand.h>

#include "core/base/say.h"
#include "core/ranks/agreement.h"
#include "core/ranks/rank_place.h"
#include "tests/core/ranks/free_port.h"

using namespace lift;

class RanksTest : public QObject {
  Q_OBJECT

  static void together(std::int64_t size, const std::function<void(Ranks&)>& work, std::int64_t timeout = 20) {
    const std::int64_t port = test::free_port();
    std::vector<std::string> faults(static_cast<std::size_t>(size));
    std::vector<std::thread> threads;
    for (std::int64_t rank = 0; rank < size; ++rank)
      threads.emplace_back([&, rank] {
        auto ranks =
            join_ranks({.rank = rank, .size = size, .local_size = size, .port = port}, {.timeout_seconds = timeout});
        if (ranks.ok()) work(**ranks);
        else faults[static_cast<std::size_t>(rank)] = ranks.error().sentence();
      });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& fault : faults) QCOMPARE(fault, std::string());
  }

 private Q_SLOTS:
  void sums_are_the_same_bits_on_all() {
    std::vector<at::Tensor> parts, results(3);
    for (int i = 0; i < 3; ++i) parts.push_back(at::rand({100003}));
    at::Tensor sum_of_two;
    together(3, [&](Ranks& ranks) {
      const auto own = static_cast<std::size_t>(ranks.rank());
      results[own] = parts[own].clone();
      const std::vector<at::Tensor> one{results[own]};
      const Status summed = ranks.sum(one);
      if (!summed.ok()) results[own] = at::Tensor();
    });
    for (const at::Tensor& result : results) {
      QVERIFY(result.defined());
      QVERIFY(at::equal(result, results.front()));
      QVERIFY(at::allclose(result, parts[0].add(parts[1]).add(parts[2]), 1e-6));
    }
    std::vector<at::Tensor> pair(2);
    together(2, [&](Ranks& ranks) {
      const auto own = static_cast<std::size_t>(ranks.rank());
      pair[own] = parts[own].clone();
      const std::vector<at::Tensor> one{pair[own]};
      if (!ranks.sum(one).ok()) pair[own] = at::Tensor();
    });
    QVERIFY(at::equal(pair[0], parts[0].add(parts[1])));
    QVERIFY(at::equal(pair[1], pair[0]));
  }

  void texts_of_any_length_reach_all() {
    std::vector<std::vector<std::string>> found(3);
    together(3, [&](Ranks& ranks) {
      const auto own = static_cast<std::size_t>(ranks.rank());
      const std::vector<std::string> texts{"", "short", std::string(5000, 'x')};
      auto all = ranks.gather(texts[own], RankWait::Step);
      if (all.ok()) found[own] = *all;
    });
    for (const auto& texts : found) {
      QCOMPARE(texts.size(), std::size_t{3});
      QCOMPARE(texts[1], std::string("short"));
      QCOMPARE(texts[2].size(), std::size_t{5000});
    }
  }

  void an_error_of_one_is_told_by_all_and_what_the_first_decides_holds() {
    std::vector<std::string> agreed(2), decided(2), equal(2);
    together(2, [&](Ranks& ranks) {
      const auto own = static_cast<std::size_t>(ranks.rank());
      const Status mine = own == 1
                              ? Status(make_error(ErrorCode::Io, std::string("disk"), say("expected room, found none")))
                              : Status();
      const Status all = agree(ranks, mine);
      agreed[own] = all.ok() ? "" : all.error().sentence();
      auto value = from_first(ranks, [] { return Result<std::string>(std::string("seven")); });
      decided[own] = value.ok() ? *value : value.error().sentence();
      const Status same = expect_equal(ranks, own == 0 ? "abc" : "abd", say("the hash"));
      equal[own] = same.ok() ? "" : same.error().sentence();
    });
    QVERIFY2(agreed[0] == "process 2 of 2: disk: expected room, found none.", agreed[0].c_str());
    QCOMPARE(agreed[1], std::string("disk: expected room, found none."));
    QCOMPARE(decided[0], std::string("seven"));
    QCOMPARE(decided[1], std::string("seven"));
    for (const std::string& sentence : equal)
      QVERIFY2(sentence.find("process 2 of 2: expected the hash of the first process, abc..., found abd...") == 0,
               sentence.c_str());
  }

  void one_that_leaves_ends_the_others_at_once() {
    std::string fault;
    qint64 waited = 0;
    together(
        2,
        [&](Ranks& ranks) {
          if (!ranks.is_first()) return;   // its group ends with its thread
          QElapsedTimer clock;
          clock.start();
          auto all = ranks.gather("still here", RankWait::Unit);
          waited = clock.elapsed();
          fault = all.ok() ? "" : all.error().sentence();
        },
        60);
    QVERIFY2(fault.find("process 1 of 2: expected every other process at work, found one gone or silent") == 0,
             fault.c_str());
    QVERIFY2(waited < 10000, qPrintable(QString::number(waited)));
  }

  void a_meeting_place_that_nobody_keeps_is_a_sentence_within_the_timeout() {
    QElapsedTimer clock;
    clock.start();
    const auto ranks =
        join_ranks({.rank = 1, .size = 2, .local_size = 2, .port = test::free_port()}, {.timeout_seconds = 2});
    QVERIFY(!ranks.ok());
    QVERIFY2(ranks.error().sentence().find("process 2 of 2: expected all processes to meet at 127.0.0.1:") == 0,
             ranks.error().sentence().c_str());
    QVERIFY(clock.elapsed() < 15000);
  }

  void a_backend_that_is_not_built_in_is_refused() {
    const auto ranks = join_ranks({.rank = 0, .size = 2}, {.backend = "nccl"});
    QVERIFY(!ranks.ok());
    QVERIFY(ranks.error().sentence().find("backend: expected gloo, the one that this build has, found nccl") == 0);
  }
};

QTEST_GUILESS_MAIN(RanksTest)
#include "ranks_test.moc"
