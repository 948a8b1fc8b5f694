// A question that stands word for word in a row that trains is found, whatever surrounds it; chance is not.
#include "core/data/word_overlap.h"

#include <QtTest>

using namespace lift;

namespace {

const std::string kLong =
    "Natalia sold clips to 48 of her friends in April, and then she sold half as many clips in May. How many in all?";

std::vector<std::size_t> found(const std::vector<std::string>& questions, const std::vector<std::string>& rows) {
  WordOverlap overlap(questions);
  for (std::size_t row = 0; row < rows.size(); ++row) overlap.read(static_cast<std::int64_t>(row), rows[row]);
  std::vector<std::size_t> indices;
  for (const WordOverlap::Found& one : overlap.found()) indices.push_back(one.question);
  std::ranges::sort(indices);
  return indices;
}

}   // namespace

class WordOverlapTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_question_inside_a_row_is_found() {
    QCOMPARE(found({kLong}, {"<|im_start|>user\n" + kLong + "<|im_end|>\n<|im_start|>assistant\n72"}),
             std::vector<std::size_t>{0});
    QCOMPARE(found({"A table for two, please"}, {"user: a TABLE\nfor two -- please! assistant: {}"}),
             std::vector<std::size_t>{0});
    QCOMPARE(found({"Ein Tisch für ÄRZTE bitte"}, {"ein tisch für ärzte, bitte"}), std::vector<std::size_t>{0});
    QCOMPARE(found({"请给我两个人的桌子"}, {"他说：请给我，两个人的桌子。"}), std::vector<std::size_t>{0});
  }
  void thirteen_words_of_a_long_question_are_enough_and_twelve_are_not() {
    const auto words = [](int from, int to) {
      std::string text;
      for (int i = from; i < to; ++i) text += "w" + std::to_string(i) + " ";
      return text;
    };
    QCOMPARE(found({words(0, 40)}, {"x " + words(20, 33) + "y"}), std::vector<std::size_t>{0});
    QVERIFY(found({words(0, 40)}, {"x " + words(20, 32) + "y"}).empty());
    QVERIFY(found({words(0, 8)}, {words(0, 7)}).empty());   // a shorter question counts as a whole only
  }
  void words_in_another_order_or_in_two_rows_are_no_overlap() {
    QVERIFY(found({"a table for two please"}, {"please a table for two"}).empty());
    QVERIFY(found({"a table for two please"}, {"a table for", "two please"}).empty());
    QVERIFY(found({"a table for two please"}, {"a table for twoplease"}).empty());
  }
  void each_question_counts_once_with_its_first_row() {
    const std::vector<std::string> questions{"is it open on sunday", "no", kLong, "is it open on sunday"};
    WordOverlap overlap(questions);
    overlap.read(7, "Is it open on Sunday?");
    overlap.read(9, "Is it open on Sunday? " + kLong);
    QCOMPARE(overlap.compared(), std::int64_t{3});   // "no" stands anywhere
    QCOMPARE(overlap.found().size(), std::size_t{3});
    for (const WordOverlap::Found& one : overlap.found()) QCOMPARE(one.row, one.question == 2 ? 9 : 7);
  }
  void broken_and_empty_texts_are_no_matter() {
    QVERIFY(found({"", "\xff\xfe\xfd", "???"}, {"", "\xff", "a b c d"}).empty());
    QVERIFY(found({}, {"a b c d e"}).empty());
  }
};

QTEST_GUILESS_MAIN(WordOverlapTest)
#include "word_overlap_test.moc"
