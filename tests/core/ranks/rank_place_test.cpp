// Which process this one is: what torchrun and srun set, and every mistake that a person can make there.
#include <map>
#include <string>

#include <QtTest>

#include "core/ranks/rank_place.h"

using namespace lift;

using Variables = std::map<std::string, std::string>;

class RankPlaceTest : public QObject {
  Q_OBJECT

  static Result<std::optional<RankPlace>> place(const Variables& set) {
    return rank_place([&](const char* name) -> const char* {
      const auto found = set.find(name);
      return found == set.end() ? nullptr : found->second.c_str();
    });
  }
  static std::string fault(const Variables& set) {
    const auto found = place(set);
    return found.ok() ? "" : found.error().sentence();
  }

 private Q_SLOTS:
  void nothing_set_is_a_run_of_one_process() { QVERIFY(!place({}).value().has_value()); }
  void one_process_of_one_is_alone() { QVERIFY(!place({{"RANK", "0"}, {"WORLD_SIZE", "1"}}).value().has_value()); }
  void torchrun_is_read_with_the_agents_meeting_place() {
    const auto found = place({{"RANK", "3"},
                              {"WORLD_SIZE", "4"},
                              {"LOCAL_RANK", "1"},
                              {"LOCAL_WORLD_SIZE", "2"},
                              {"MASTER_ADDR", "node7"},
                              {"MASTER_PORT", "1234"},
                              {"TORCHELASTIC_USE_AGENT_STORE", "True"},
                              {"TORCHELASTIC_RESTART_COUNT", "2"}});
    const RankPlace place = **found;
    QCOMPARE(place.rank, std::int64_t{3});
    QCOMPARE(place.size, std::int64_t{4});
    QCOMPARE(place.local_rank, std::int64_t{1});
    QCOMPARE(place.local_size, std::int64_t{2});
    QCOMPARE(place.host, std::string("node7"));
    QCOMPARE(place.port, std::int64_t{1234});
    QVERIFY(place.served_elsewhere);
    QCOMPARE(place.prefix, std::string("/worker/attempt_2"));
  }
  void a_step_of_srun_is_read_and_a_batch_script_is_alone() {
    Variables script{{"SLURM_PROCID", "1"}, {"SLURM_NTASKS", "4"}, {"SLURM_LOCALID", "1"}, {"SLURM_NNODES", "2"}};
    QVERIFY(!place(script).value().has_value());
    script["SLURM_STEP_ID"] = "0";
    QVERIFY(fault(script).find("MASTER_ADDR: expected the first machine's name") == 0);
    script["MASTER_ADDR"] = "node1";
    const RankPlace found = **place(script);
    QCOMPARE(found.rank, std::int64_t{1});
    QCOMPARE(found.size, std::int64_t{4});
    QCOMPARE(found.local_size, std::int64_t{2});
  }
  void every_mistake_names_its_variable() {
    QVERIFY(fault({{"RANK", "0"}}).find("WORLD_SIZE: expected it beside RANK, found none") == 0);
    QVERIFY(fault({{"WORLD_SIZE", "2"}}).find("RANK: expected it beside WORLD_SIZE, found none") == 0);
    QVERIFY(fault({{"RANK", "0"}, {"WORLD_SIZE", "two"}})
                .find("WORLD_SIZE: expected a whole number from 0 on, found "
                      "\"two\"") == 0);
    QVERIFY(fault({{"RANK", "-1"}, {"WORLD_SIZE", "2"}}).find("RANK: expected a whole number") == 0);
    QVERIFY(fault({{"RANK", "2"}, {"WORLD_SIZE", "2"}}).find("RANK: expected less than WORLD_SIZE = 2, found 2") == 0);
    QVERIFY(fault({{"RANK", "0"}, {"WORLD_SIZE", "0"}}).find("WORLD_SIZE: expected 1 or more, found 0") == 0);
    QVERIFY(fault({{"RANK", "0"}, {"WORLD_SIZE", "2"}, {"MASTER_PORT", "70000"}})
                .find("MASTER_PORT: expected 1 to "
                      "65535, found 70000") == 0);
  }
};

QTEST_GUILESS_MAIN(RankPlaceTest)
#include "rank_place_test.moc"
