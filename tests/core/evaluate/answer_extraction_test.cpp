#include "core/evaluate/answer_extraction.h"

#include <QtTest>

using namespace lift;

class AnswerExtractionTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void the_number_of_an_answer_is_found_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("number");   // empty: none
    const auto row = [](const char* text, const char* number) {
      QTest::newRow(text) << std::string(text) << std::string(number);
    };
    // Anchored by ####.
    row("16 - 3 - 4 = 9\n#### 18", "18");
    row("#### 1,234", "1234");
    row("#### $70,000.", "70000");
    row("#### -5", "-5");
    row("####18 and then 20", "18");
    row("#### 4\nQuestion: what is 3 + 3?\n#### 6", "6");
    row("The answer is 7.\n#### 8", "8");
    row("#### none at all, but the answer is 9", "9");
    // Anchored by words.
    row("The answer is 42.", "42");
    row("the correct answer is: $3.50, not 4", "3.5");
    row("ANSWER IS 12 because 20-8=12 and 9 is wrong", "12");
    row("Answer: 5 apples", "5");
    row("The answer is 3. Wait, the answer is 4.", "4");
    row("the answer is unknown; 6 or 7", "6");
    // Else the last one.
    row("9 * 2 = 18 every day", "18");
    row("She has 3 apples and 4 pears", "4");
    row("no number here", "");
    row("", "");
    // How numbers are written.
    row("1,234,567.890", "1234567.89");
    row("12,34", "34");
    row("1,2345", "2345");
    row("3,500 and 12", "12");
    row("0.50", "0.5");
    row(".5", "0.5");
    row("5.", "5");
    row("5.0", "5");
    row("007", "7");
    row("-0", "0");
    row("0", "0");
    row("100", "100");
    row("50%", "50");
    row("£12", "12");
    row("€1,000.00", "1000");
    row("-$15", "-15");
    row("$-15", "-15");
    row("\xE2\x88\x92"
        "3",
        "-3");
    row("20-5", "5");
    row("20 - 5", "5");
    row("x = -5", "-5");
    row("the answer is -5", "-5");
    row("the total is -2.5", "-2.5");
    row("(3)-4", "4");
    row("3kg", "3");
    row("x2 is not a number, H2O neither", "");
    row("1.2.3", "3");
    row("12345678901234567890", "12345678901234567890");
    row("between 3 and 4...", "4");
    row("+5", "5");
    row("-.5", "-0.5");
    row("18 dollars.", "18");
    row("#### 2,000,000 dollars", "2000000");
    row("#### -1,234.50.", "-1234.5");
    row("#### \xE2\x82\xAC"
        "1,000.00",
        "1000");
    row("####\n18\n", "18");
    row("That makes 18.\n####", "18");
    row("The answer is **$1,234.56**.", "1234.56");
    row("the answer is: **-5**", "-5");
    row("#### 10%", "10");
    row("#### 5 apples and 3 pears", "5");
    row("#### 1,000,00", "1000");
    row("<<20-8=12>>12 km/h", "12");
    // Fractions.
    row("#### 3/4", "0.75");
    row("#### -3/4", "-0.75");
    row("#### $1/2", "0.5");
    row("she ate 2 1/2 pies", "2.5");
    row("#### -2 1/4", "-2.25");
    row("#### 20/4", "5");
    row("#### 1/3", "0.333333333333");
    row("#### 1/0", "1");
    row("born on 10/12/2020", "2020");
    row("2020/10/12", "12");
    row("3 7/2", "3.5");
    row("60 miles/2 hours", "2");
    row("1234567890123456/2", "2");
    row("1/2.5", "2.5");
    row("1/2.", "0.5");
  }
  void the_number_of_an_answer_is_found() {
    QFETCH(std::string, text);
    QFETCH(std::string, number);
    QCOMPARE(extract_number(text).value_or(""), number);
  }

  void numbers_are_equal_as_numbers() {
    QVERIFY(same_number("1,000", "1000.00"));
    QVERIFY(same_number("$5", "5"));
    QVERIFY(!same_number("5", "-5"));
    QVERIFY(!same_number("5", "50"));
    QVERIFY(!same_number("five", "five"));
    QVERIFY(!same_number("0.1", "0.10001"));
  }
};

QTEST_GUILESS_MAIN(AnswerExtractionTest)
#include "answer_extraction_test.moc"
