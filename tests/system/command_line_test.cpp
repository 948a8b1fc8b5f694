// The command line from end to end on the tiny model: every verb, Ctrl-C and resume, and what it says to bad input.
#include <fstream>
#include <numeric>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/session/tiny_session.h"
#include "tests/support/paths.h"
#include "tests/system/lift_program.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) { return bytes_of(file); }

void write(const fs::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

}   // namespace

class CommandLineTest : public QObject {
  Q_OBJECT

  TinyFolder folder_{DType::BF16};
  QStringList runs_;

  fs::path recipe_file() {
    const fs::path file = folder_ / "recipe.json";
    if (!fs::exists(file)) (void)write_recipe(file, folder_.recipe()).ok();
    return file;
  }
  QString model() { return path_text(folder_.model()); }
  Ran lift(QStringList arguments) { return run_lift(arguments + runs_); }
  // Trains once; later tests use its delta.
  fs::path trained() {
    const fs::path delta = folder_.runs() / "tiny" / "delta.safetensors";
    if (!fs::exists(delta))
      (void)lift(
          {QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()), QStringLiteral("--json")});
    return delta;
  }

 private Q_SLOTS:
  void initTestCase() { runs_ = {QStringLiteral("--runs-directory"), path_text(folder_.runs())}; }

  void help_names_every_verb_and_the_exit_codes() {
    const Ran ran = run_lift({QStringLiteral("--help")});
    QCOMPARE(ran.code, 0);
    for (const char* verb : {"inspect", "spectra", "select", "tokens", "plan", "train", "evaluate", "generate", "delta",
                             "export", "runs", "cache", "self-check"}) {
      QVERIFY2(ran.out.contains(QLatin1String(verb)), verb);
      const Ran help = run_lift({QString::fromLatin1(verb), QStringLiteral("--help")});
      QCOMPARE(help.code, 0);
      QVERIFY2(help.out.size() > 200, verb);
    }
    QVERIFY(ran.out.contains(QStringLiteral("Exit codes")));
    QCOMPARE(run_lift({QStringLiteral("--version")}).code, 0);
    QCOMPARE(run_lift({QStringLiteral("fly")}).code, 2);
    QCOMPARE(run_lift({}).code, 2);
  }

  void inspect_spectra_and_select_speak_json() {
    const auto inspected = lift({QStringLiteral("inspect"), model(), QStringLiteral("--json")}).json();
    QCOMPARE(inspected["layers"].get<int>(), 2);
    QCOMPARE(inspected["family"].get<std::string>(), std::string("llama"));
    const auto spectra = lift({QStringLiteral("spectra"), model(), QStringLiteral("--layers"), QStringLiteral("1"),
                               QStringLiteral("--projections"), QStringLiteral("q,down"), QStringLiteral("--json")})
                             .json();
    QCOMPARE(spectra["matrices"].size(), std::size_t(2));
    const auto selected = lift({QStringLiteral("select"), model(), QStringLiteral("--rank"), QStringLiteral("4"),
                                QStringLiteral("--density"), QStringLiteral("0.1"), QStringLiteral("--json")})
                              .json();
    QCOMPARE(selected["matrices"].size(), std::size_t(14));
    QVERIFY(selected["entries"].get<int>() > 0);
    QVERIFY(lift({QStringLiteral("select"), model(), QStringLiteral("--rank"), QStringLiteral("4")})
                .out.contains(QStringLiteral("weights would train")));
  }

  void tokens_of_any_text() {
    const QString text = QStringLiteral("Hi<|im_end|>\n");
    const QString demo = path_text(demo_model());
    const auto ids_of = [&](const QStringList& more) {
      const Ran ran = run_lift(QStringList{"tokens", "--text", text, "--model", demo, "--json"} + more);
      std::vector<int> ids;
      if (ran.code == 0)
        for (const nlohmann::json json = ran.json(); const auto& token : json["tokens"]) ids.push_back(token["id"]);
      return ids;
    };
    const auto parsed = ids_of({}), plain = ids_of({"--special", "no"});
    QCOMPARE(parsed.size(), std::size_t{3});
    QCOMPARE(parsed[1], 2);
    QVERIFY(plain.size() > parsed.size());
    QVERIFY(std::ranges::find(plain, 2) == plain.end());
    const Ran shown = run_lift({"tokens", "--text", text, "--model", demo, "--ids"});
    QCOMPARE(shown.code, 0);
    QVERIFY2(shown.out.contains("special") && shown.out.contains("<|im_end|>"), qPrintable(shown.out));
    QCOMPARE(run_lift({"tokens", "--text", "", "--model", demo}).code, 0);
    QVERIFY(run_lift({"tokens", "--text", "x", "--model", "/no/such/place"}).code != 0);
  }
  void tokens_shows_which_tokens_train() {
    const Ran ran = lift({QStringLiteral("tokens"), path_text(folder_ / "train.jsonl"), QStringLiteral("--model"),
                          model(), QStringLiteral("--row"), QStringLiteral("3")});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains(QStringLiteral("[[it is 6")), qPrintable(ran.out));
    const auto json = lift({QStringLiteral("tokens"), path_text(folder_ / "train.jsonl"), QStringLiteral("--model"),
                            model(), QStringLiteral("--json")})
                          .json();
    QCOMPARE(json["kept"].get<int>(), 40);
    QVERIFY(json["shown"][0]["tokens"].back()["trained"].get<bool>());   // the end token
  }

  void self_check_passes_on_this_machine_and_says_what_became_of_the_gpu() {
    const Ran ran = run_lift({QStringLiteral("self-check"), QStringLiteral("--json")});
    QCOMPARE(ran.code, 0);
    const auto report = ran.json();
    QVERIFY(report["passed"].get<bool>());
    QVERIFY(report["rows"].size() > 20);
    for (const auto& row : report["rows"]) QVERIFY(row["difference"].get<double>() <= row["bound"].get<double>());
    QVERIFY(!report["gpu"].get<std::string>().empty());
    const Ran table = run_lift({QStringLiteral("self-check")});
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains(QStringLiteral("ten training steps, bf16")));
    QVERIFY(table.out.contains(QString::fromStdString(report["gpu"].get<std::string>())));
  }

  void no_more_threads_compute_than_the_environment_lets_start() {
    qputenv("OMP_THREAD_LIMIT", "1");
    const Ran ran = run_lift({QStringLiteral("self-check")});
    qunsetenv("OMP_THREAD_LIMIT");
    QVERIFY2(ran.code == 0, qPrintable(ran.out));
  }

  void waiting_threads_sleep_soon_unless_the_user_says_otherwise() {
    const QByteArray policy = qgetenv("OMP_WAIT_POLICY");
    qunsetenv("OMP_WAIT_POLICY");
    qputenv("OMP_DISPLAY_ENV", "verbose");
    const QString ours = run_lift({QStringLiteral("--version")}).err;
    qputenv("GOMP_SPINCOUNT", "77");
    const QString theirs = run_lift({QStringLiteral("--version")}).err;
    qunsetenv("GOMP_SPINCOUNT");
    qunsetenv("OMP_DISPLAY_ENV");
    qputenv("OMP_WAIT_POLICY", policy);
    QVERIFY2(ours.contains(QStringLiteral("GOMP_SPINCOUNT = '10000'")), qPrintable(ours));
    QVERIFY2(theirs.contains(QStringLiteral("GOMP_SPINCOUNT = '77'")), qPrintable(theirs));
  }

  void a_limit_of_the_instruction_set_is_kept_and_told_and_a_wrong_one_refused() {
    const QByteArray before = qgetenv("LIFT_CPU");
    qputenv("LIFT_CPU", "portable");
    const Ran portable = run_lift({QStringLiteral("--version")});
    qputenv("LIFT_CPU", "sse9");
    const Ran wrong = run_lift({QStringLiteral("--version")});
    if (before.isEmpty()) qunsetenv("LIFT_CPU");
    else qputenv("LIFT_CPU", before);
    QVERIFY2(portable.out.contains(QStringLiteral("kernels: portable (of portable")), qPrintable(portable.out));
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains(QStringLiteral("sse9")) && wrong.err.contains(QStringLiteral("avx512bf16")),
             qPrintable(wrong.err));
  }

  void plan_needs_nothing_loaded() {
    const auto plan = lift({QStringLiteral("plan"), path_text(recipe_file()), QStringLiteral("--json")}).json();
    QVERIFY(plan["peak_bytes"].get<std::int64_t>() > 0);
    QCOMPARE(plan["verdict"].get<std::string>(), std::string("fits"));
  }

  void plan_says_memory_in_the_units_of_the_window() {
    const Ran ran = lift({QStringLiteral("plan"), path_text(recipe_file())});
    const QRegularExpression peak(QStringLiteral("peak [0-9.]+ [MG]iB \\([^)]+\\) of [0-9.]+ [MG]iB free"));
    QVERIFY2(peak.match(ran.out).hasMatch(), qPrintable(ran.out));
  }

  void train_writes_a_delta_that_verifies_and_says_what_is_next() {
    const Ran ran = lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()),
                          QStringLiteral("--name"), QStringLiteral("first")});
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains(QStringLiteral("verified")) && ran.out.contains(QStringLiteral("Next:")),
             qPrintable(ran.out));
    QVERIFY(ran.err.contains(QStringLiteral("step 8/8")));
    const fs::path run = folder_.runs() / "first";
    for (const char* file : {"recipe.json", "metrics.jsonl", "delta.safetensors"})
      QVERIFY2(fs::exists(run / file), file);
    QCOMPARE(lift({QStringLiteral("delta"), QStringLiteral("verify"), path_text(run)}).code, 0);
    QVERIFY(lift({QStringLiteral("delta"), QStringLiteral("info"), path_text(run)})
                .out.contains(QStringLiteral("bytes per changed weight")));
    // Nothing is overwritten: the same name becomes another folder.
    QCOMPARE(lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()),
                   QStringLiteral("--name"), QStringLiteral("first")})
                 .code,
             0);
    QVERIFY(fs::exists(folder_.runs() / "first-2"));
    QCOMPARE(content(run / "delta.safetensors"), content(folder_.runs() / "first-2" / "delta.safetensors"));
  }

  void json_lines_of_train_are_the_log() {
    const Ran ran = lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()),
                          QStringLiteral("--name"), QStringLiteral("json"), QStringLiteral("--json")});
    QCOMPARE(ran.code, 0);
    int steps = 0;
    for (const QString& line : ran.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
      const auto value = nlohmann::json::parse(line.toStdString(), nullptr, false);
      QVERIFY2(value.is_object(), qPrintable(line));
      steps += value.value("event", "") == "step";
    }
    QCOMPARE(steps, 8);
    QCOMPARE(ran.last_json()["event"].get<std::string>(), std::string("verified"));
  }

  void interrupted_it_saves_says_how_to_go_on_and_ends_in_the_same_bytes() {
    const fs::path whole = trained();
    Recipe recipe = folder_.recipe();
    recipe.train.steps = 4000;
    const fs::path file = folder_ / "long.json";
    QVERIFY(write_recipe(file, recipe).ok());
    QProcess process;
    process.start(lift_program(),
                  QStringList{QStringLiteral("train"), QStringLiteral("--recipe"), path_text(file),
                              QStringLiteral("--name"), QStringLiteral("stopped"), QStringLiteral("--json")} +
                      runs_);
    QByteArray seen;
    QTRY_VERIFY_WITH_TIMEOUT((seen += process.readAllStandardOutput()).contains("\"event\":\"step\"") ||
                                 seen.contains("\"event\": \"step\""),
                             60000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 130);
    const Ran listed = lift({QStringLiteral("runs"), QStringLiteral("stopped")});
    QVERIFY2(
        listed.out.contains(QStringLiteral("stopped")) && listed.out.contains(QStringLiteral("lift train --resume")),
        qPrintable(listed.out));
    const auto json = lift({QStringLiteral("runs"), QStringLiteral("stopped"), QStringLiteral("--json")}).json();
    QVERIFY(json["can_resume"].get<bool>());
  }

  void apply_and_undo_give_a_folder_back_byte_for_byte() {
    const fs::path delta = trained(), copy = folder_ / "copy";
    fs::copy(folder_.model(), copy, fs::copy_options::recursive);
    const std::string before = content(copy / "model.safetensors");
    QCOMPARE(lift({QStringLiteral("delta"), QStringLiteral("apply"), path_text(delta), path_text(copy)}).code, 0);
    QVERIFY(content(copy / "model.safetensors") != before);
    QVERIFY(fs::exists(copy / "lift-undo.safetensors"));
    // Applied twice is applied once.
    QCOMPARE(lift({QStringLiteral("delta"), QStringLiteral("apply"), path_text(delta), path_text(copy)}).code, 0);
    QCOMPARE(lift({QStringLiteral("delta"), QStringLiteral("undo"), path_text(delta), path_text(copy)}).code, 0);
    QCOMPARE(content(copy / "model.safetensors"), before);
    QVERIFY(!fs::exists(copy / "lift-undo.safetensors"));
    fs::remove_all(copy);
  }

  void a_wrong_base_is_refused_with_the_first_tensor_that_differs() {
    const fs::path delta = trained(), other = folder_ / "other";
    write_tiny_folder(other, tiny_model(tiny_config(), DType::BF16, 99));
    const Ran ran = lift({QStringLiteral("delta"), QStringLiteral("verify"), path_text(delta),
                          QStringLiteral("--model"), path_text(other)});
    QCOMPARE(ran.code, 3);
    QVERIFY2(
        ran.err.contains(QStringLiteral("model.embed_tokens.weight")) || ran.err.contains(QStringLiteral("layers.0")),
        qPrintable(ran.err));
    const std::string before = content(other / "model.safetensors");
    QCOMPARE(lift({QStringLiteral("delta"), QStringLiteral("apply"), path_text(delta), path_text(other)}).code, 3);
    QCOMPARE(content(other / "model.safetensors"), before);
  }

  void merge_is_read_back_and_equal() {
    const fs::path delta = trained(), target = folder_ / "merged";
    const auto report =
        lift({QStringLiteral("delta"), QStringLiteral("merge"), path_text(delta), QStringLiteral("--model"), model(),
              QStringLiteral("--to"), path_text(target), QStringLiteral("--json")})
            .json();
    QVERIFY(report.is_object());
    QVERIFY(report["exact"].get<bool>());
    QCOMPARE(lift({QStringLiteral("inspect"), path_text(target)}).code, 0);
  }

  void generate_and_evaluate_take_a_delta() {
    const fs::path delta = trained();
    const Ran ran = lift({QStringLiteral("generate"), QStringLiteral("1 plus 2?"), QStringLiteral("--model"), model(),
                          QStringLiteral("--delta"), path_text(delta), QStringLiteral("--compare"),
                          QStringLiteral("--max-tokens"), QStringLiteral("8")});
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains(QStringLiteral("--- base")) && ran.out.contains(QStringLiteral("--- tuned")));
    const Ran scored = lift({QStringLiteral("evaluate"), model(), QStringLiteral("--delta"), path_text(delta),
                             QStringLiteral("--compare"), QStringLiteral("--data"), path_text(folder_ / "held.jsonl"),
                             QStringLiteral("--choices"), path_text(folder_ / "probe.json"), QStringLiteral("--json")});
    QCOMPARE(scored.code, 0);
    const QStringList lines = scored.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    const auto base = nlohmann::json::parse(lines[0].toStdString()),
               tuned = nlohmann::json::parse(lines[1].toStdString()),
               pairs = nlohmann::json::parse(lines[2].toStdString());
    QVERIFY(tuned["tasks"][0]["score"].get<double>() < base["tasks"][0]["score"].get<double>());
    const auto& questions = pairs["tasks"].back();
    const auto right = [](const nlohmann::json& scores) {
      const auto outcomes = scores["tasks"].back()["outcomes"].get<std::vector<int>>();
      return std::accumulate(outcomes.begin(), outcomes.end(), 0);
    };
    QCOMPARE(questions["items"], tuned["tasks"].back()["items"]);
    QCOMPARE(questions["gained"].get<int>() - questions["lost"].get<int>(), right(tuned) - right(base));
  }

  void runs_lists_shows_and_compares() {
    trained();
    QVERIFY(lift({QStringLiteral("runs")}).out.contains(QStringLiteral("tiny")));
    (void)lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()), QStringLiteral("--name"),
                QStringLiteral("faster"), QStringLiteral("--lr"), QStringLiteral("0.05"), QStringLiteral("--steps"),
                QStringLiteral("2")});
    const Ran compared = lift({QStringLiteral("runs"), QStringLiteral("tiny"), QStringLiteral("faster")});
    QVERIFY2(compared.out.contains(QStringLiteral("optimizer.learning_rate")), qPrintable(compared.out));
  }

  // Bad input: a sentence that names file, item, expected and found; the right exit code; nothing written.
  void bad_input_gets_a_sentence_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* name, const char* change, int code, QStringList words) {
      QTest::newRow(name) << QString::fromLatin1(change) << code << words;
    };
    row("a rank above the matrix", "selection.rank=999", 2, {QStringLiteral("rank"), QStringLiteral("999")});
    row("a density of 0", "selection.density=0", 2, {QStringLiteral("density"), QStringLiteral("0")});
    row("a density of 1.5", "selection.density=1.5", 2, {QStringLiteral("density"), QStringLiteral("1.5")});
    row("an unknown field", "selection.rnak=4", 2,
        {QStringLiteral("selection.rnak"), QStringLiteral("selection.rank")});
    row("a layer beyond the model", "selection.layers=7", 2, {QStringLiteral("layer"), QStringLiteral("7")});
    row("an unknown criterion", "selection.criterion=magic", 2, {QStringLiteral("magic"), QStringLiteral("lift")});
    row("a data file that is not there", "data.files=[\"/nowhere/rows.jsonl\"]", 3,
        {QStringLiteral("/nowhere/rows.jsonl")});
    row("a model that is not there", "model=/nowhere/model.gguf", 3, {QStringLiteral("/nowhere/model.gguf")});
    row("a probe that is not there", "evaluate.probe_file=/nowhere/probe.json", 3,
        {QStringLiteral("/nowhere/probe.json")});
  }
  void bad_input_gets_a_sentence() {
    QFETCH(QString, change);
    QFETCH(int, code);
    QFETCH(QStringList, words);
    const Ran ran = lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()),
                          QStringLiteral("--name"), QStringLiteral("bad"), QStringLiteral("--set"), change});
    QCOMPARE(ran.code, code);
    for (const QString& word : words) QVERIFY2(ran.err.contains(word), qPrintable(ran.err));
    QVERIFY(!fs::exists(folder_.runs() / "bad" / "delta.safetensors"));
  }

  void bad_rows_are_named_data() {
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QStringList>("words");
    QByteArray many;
    for (int i = 1; i < 3017; ++i) many += "{\"question\": \"1 plus 1?\", \"answer\": \"it is 2\"}\n";
    QTest::newRow("a broken line 3,017") << many + "{\"question\": \"broken\n" << QStringList{QStringLiteral("3017")};
    QTest::newRow("no answers at all") << QByteArray("{\"question\": \"1 plus 1?\", \"answer\": \"\"}\n")
                                       << QStringList{QStringLiteral("answer")};
    QTest::newRow("an empty data set") << QByteArray() << QStringList{QStringLiteral("rows.jsonl")};
    QTest::newRow("columns nobody knows") << QByteArray("{\"frage\": \"1 plus 1?\", \"antwort\": \"2\"}\n")
                                          << QStringList{QStringLiteral("frage"), QStringLiteral("antwort")};
  }
  void bad_rows_are_named() {
    QFETCH(QByteArray, rows);
    QFETCH(QStringList, words);
    const fs::path file = folder_ / "rows.jsonl";
    write(file, rows.toStdString());
    const Ran ran = lift({QStringLiteral("tokens"), path_text(file), QStringLiteral("--model"), model()});
    QVERIFY2(ran.code == 3 || ran.code == 2, qPrintable(ran.out + ran.err));
    QVERIFY(ran.err.contains(QStringLiteral("rows.jsonl")));
    for (const QString& word : words) QVERIFY2(ran.err.contains(word), qPrintable(ran.err));
  }

  void a_row_without_an_answer_is_named_and_left_out() {
    const fs::path file = folder_ / "one-missing.jsonl";
    write(file, "{\"question\": \"1 plus 1?\", \"answer\": \"it is 2\"}\n{\"question\": \"2 plus 1?\"}\n");
    const Ran ran = lift({QStringLiteral("tokens"), path_text(file), QStringLiteral("--model"), model()});
    QCOMPARE(ran.code, 0);
    QVERIFY2(
        ran.out.contains(QStringLiteral("1 dropped")) && ran.out.contains(QStringLiteral("one-missing.jsonl, line 2")),
        qPrintable(ran.out));
  }

  void columns_can_be_mapped_by_hand() {
    const fs::path file = folder_ / "german.jsonl";
    write(file, "{\"frage\": \"1 plus 1?\", \"antwort\": \"it is 2\"}\n");
    const Ran ran = lift({QStringLiteral("tokens"), path_text(file), QStringLiteral("--model"), model(),
                          QStringLiteral("--map"), QStringLiteral("prompt=frage"), QStringLiteral("response=antwort")});
    QVERIFY2(ran.code == 0, qPrintable(ran.err));
    QVERIFY(ran.out.contains(QStringLiteral("[[it is 2")));
  }

  void broken_models_are_named_data() {
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("a truncated GGUF") << QStringLiteral("gguf") << QStringList{QStringLiteral("cut.gguf")};
    QTest::newRow("safetensors with overlapping ranges")
        << QStringLiteral("overlap") << QStringList{QStringLiteral("model.safetensors")};
    QTest::newRow("a shard that is missing") << QStringLiteral("shard") << QStringList{QStringLiteral("model-0000")};
    QTest::newRow("a tokenizer.json of another kind")
        << QStringLiteral("tokenizer") << QStringList{QStringLiteral("tokenizer.json"), QStringLiteral("WordPiece")};
    QTest::newRow("a family that is not supported")
        << QStringLiteral("family")
        << QStringList{QStringLiteral("config.json"), QStringLiteral("gpt_bigcode"), QStringLiteral("llama")};
  }
  void broken_models_are_named() {
    QFETCH(QString, kind);
    QFETCH(QStringList, words);
    fs::path broken = folder_ / ("broken-" + kind.toStdString());
    if (kind == QLatin1String("gguf")) {
      broken = folder_ / "cut.gguf";
      std::ifstream in(demo_model(), std::ios::binary);
      std::string head(5 << 20, '\0');
      in.read(head.data(), static_cast<std::streamsize>(head.size()));
      write(broken, head);
    } else {
      write_tiny_folder(broken, tiny_model(tiny_config(), DType::BF16), kind == QLatin1String("shard") ? 2 : 1);
      break_folder(broken, kind);
    }
    const Ran ran = lift(
        {QStringLiteral("tokens"), path_text(folder_ / "train.jsonl"), QStringLiteral("--model"), path_text(broken)});
    QCOMPARE(ran.code, 3);
    for (const QString& word : words) QVERIFY2(ran.err.contains(word), qPrintable(ran.err));
  }

  void an_unwritable_folder_is_named() {
    if (::geteuid() == 0) {
      // Root may write anywhere; a path below a file can be made by nobody.
      const fs::path file = folder_ / "not-a-folder";
      write(file, "x");
      const Ran ran = run_lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()),
                                QStringLiteral("--runs-directory"), path_text(file / "runs")});
      QVERIFY2(ran.code == 4 || ran.code == 3, qPrintable(ran.err));
      QVERIFY2(ran.err.contains(QStringLiteral("not-a-folder")), qPrintable(ran.err));
      return;
    }
    const fs::path locked = folder_ / "locked";
    fs::create_directory(locked);
    fs::permissions(locked, fs::perms::owner_read | fs::perms::owner_exec);
    const Ran ran = run_lift({QStringLiteral("train"), QStringLiteral("--recipe"), path_text(recipe_file()),
                              QStringLiteral("--runs-directory"), path_text(locked / "runs")});
    QCOMPARE(ran.code, 4);
    QVERIFY2(ran.err.contains(QStringLiteral("locked")), qPrintable(ran.err));
  }

 private:
  static void break_folder(const fs::path& folder, const QString& kind) {
    if (kind == QLatin1String("overlap")) {
      std::string bytes = content(folder / "model.safetensors");
      // The first tensor's range is made to begin where it began and end one element later than it should.
      const std::size_t at = bytes.find("data_offsets\":[0,");
      const std::size_t digit = bytes.find(']', at) - 1;
      bytes[digit] = bytes[digit] == '9' ? '7' : static_cast<char>(bytes[digit] + 1);
      write(folder / "model.safetensors", bytes);
    } else if (kind == QLatin1String("shard")) {
      for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with("model-00002")) fs::remove(entry.path());
    } else if (kind == QLatin1String("tokenizer")) {
      write(folder / "tokenizer.json",
            R"({"version": "1.0", "added_tokens": [], "model": {"type": "WordPiece", "vocab": {"a": 0}}})");
    } else {
      std::string config = content(folder / "config.json");
      const std::size_t at = config.find("\"llama\"");
      config.replace(at, 7, "\"gpt_bigcode\"");
      write(folder / "config.json", config);
    }
  }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
