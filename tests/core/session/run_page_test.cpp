// A run as files for others: what happened is in them, and nothing of the machine.
#include "core/session/run_page.h"

#include <limits>

#include <QtTest>

#include "core/io/html_page.h"
#include "tests/core/session/tiny_session.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string plot_of(std::vector<double> x, std::vector<double> y) {
  HtmlCurve curve;
  curve.name = "c";
  curve.x = std::move(x);
  curve.y = std::move(y);
  return html_plot("t", "x", {curve});
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + words.size())) ++found;
  return found;
}

}   // namespace

class RunPageTest : public QObject {
  Q_OBJECT

  TinyFolder folder_;
  RunHistory history_;

 private Q_SLOTS:
  void initTestCase() {
    Session session(folder_.options());
    RunControl control;
    TrainObserver observer;
    const auto outcome = session.train(folder_.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    history_ = session.history(outcome->summary.folder).value();
  }

  void a_page_tells_what_was_learned_and_kept() {
    const std::string page = html_of(history_);
    for (const char* words :
         {"loss on held-out rows", "held-out rows exactly right", "12 questions of another field", "<h2>Loss</h2>",
          "<h2>Kept of the old knowledge</h2>", "Held-out questions", "Answers along the way", "1 plus 2?",
          "The weights that trained", "What happened", "The recipe", "refresh_every"})
      QVERIFY2(has(page, words), words);
    QVERIFY(has(page, fmt::format("{:.4f}", *history_.summary.held_out_after)));
    QCOMPARE(count(page, "<svg"), std::size_t{2});
    QCOMPARE(count(page, "<table"), count(page, "</table>"));
  }

  void it_needs_no_network_and_names_no_place() {
    const std::string page = html_of(history_);
    QVERIFY(!has(page, "http") && !has(page, "<script") && !has(page, "src="));
    QVERIFY2(!has(page, folder_.runs().parent_path().string()), "a place of this machine");
  }

  void texts_of_the_user_stay_texts() {
    RunHistory history = history_;
    history.summary.title = "<b>bold</b> & \"quoted\"";
    history.summary.remark = "<script>alert(1)</script>";
    history.samples.push_back({8, "<img src=x>", "</table>"});
    history.answers[0].question = "</td><td>";
    const std::string page = html_of(history);
    QVERIFY(!has(page, "<b>") && !has(page, "<script") && !has(page, "<img"));
    QVERIFY(has(page, "&lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot;"));
    QCOMPARE(count(page, "<table"), count(page, "</table>"));
  }

  void a_run_that_measured_nothing_has_a_page_too() {
    RunHistory history;
    history.summary.id = "nothing";
    const std::string page = html_of(history);
    QVERIFY(has(page, "<h1>nothing</h1>") && !has(page, "<svg"));
  }

  void numbers_that_are_none_leave_a_gap() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::string plot = plot_of({1, 2, 3, 4, 5}, {1, 2, nan, 3, 4});
    QCOMPARE(count(plot, "M"), std::size_t{2});
    QVERIFY(!has(plot, "nan") && plot_of({1}, {nan}).empty());
    QVERIFY(has(plot_of({3}, {7}), "<path"));   // one point
  }

  void each_form_is_written_where_it_was_asked_for() {
    const fs::path page = folder_ / "run.html", table = folder_ / "run.csv", events = folder_ / "events";
    QCOMPARE(write_run_file(history_, RunFile::Page, page).value(), page);
    QCOMPARE(bytes_of(page), html_of(history_));
    QCOMPARE(write_run_file(history_, RunFile::Table, table).value(), table);
    QVERIFY(has(bytes_of(table), "held_out"));
    const auto event = write_run_file(history_, RunFile::Events, events);
    QVERIFY(event.ok() && event->parent_path() == events && fs::file_size(*event) > 0);
    QVERIFY(has(event->filename().string(), "tfevents"));
    const auto nowhere = write_run_file(history_, RunFile::Page, folder_ / "run.html" / "below");
    QVERIFY(!nowhere.ok() && has(nowhere.error().sentence(), "run.html"));
  }
};

QTEST_GUILESS_MAIN(RunPageTest)
#include "run_page_test.moc"
