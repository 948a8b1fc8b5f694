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
    row("the answer is unknown; 6 or 7", "7");
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
    // A sum gives its result: the last number of what is stated, not the first.
    row("The answer is 3*4 = 12.", "12");
    row("Answer: 2 + 4 = 6", "6");
    row("The answer is 3 x 5 = 15.", "15");
    row("#### 5 + 6 = 11", "11");
    row("The answer is 20 dollars - 5 dollars = 15 dollars.", "15");
    row("The answer is $4 \xC3\x97 $3 = $12 in all", "12");
    row("the answer is x = 7", "7");
    row("The answer is that in 5 hours she makes 40 dollars.", "40");
    row("The answer is 20/4 = 5", "5");
    row("The answer is 12 \xC3\xB7 4 = 3.", "3");
    // What is said behind the answer is none.
    row("The answer is 7. This was checked in 2 ways.", "7");
    row("The answer is 7 apples\n\nThat took 3 steps", "7");
    row("the answer is not 5 but 6", "6");
    row("The answer to question 3 is 12.", "12");
    row("**Answer:** 12", "12");
    row("**Final Answer**: 1,250 units", "1250");
    row("Final answer = 9", "9");
    row("The answers are 3 and 4", "3");
    row("The answer is about 3.14", "3.14");
    row("Answer:\n\n42\n", "42");
    row("The answer is negative 5", "-5");
    // #### used twice, and as Markdown's headings.
    row("#### Step 2: total\nThe sum is 11.", "11");
    row("#### Step 1\n2 + 2 = 4\n#### Step 2\n4 + 7 = 11\n#### 11", "11");
    row("#### 11\n#### Checked twice, in 2 ways", "11");
    row("#### 12 ####\nThat took 3 steps.", "12");
    row("#### 1. Find the total\n3 + 9 is 12", "12");
    row("#### Answer: 12", "12");
    row("#### **18**", "18");
    // Boxes and LaTeX.
    row("The total is \\boxed{9{,}500}.", "9500");
    row("\\boxed{7}\n\nThis was checked in 2 ways.", "7");
    row("$\\boxed{\\frac{11}{6}}$", "1.833333333333");
    row("\\boxed{\\dfrac{3}{4}}", "0.75");
    row("\\boxed{\\frac12}", "0.5");
    row("\\boxed{-\\frac{1}{2}}", "-0.5");
    row("\\boxed{2\\frac{1}{2}}", "2.5");
    row("\\boxed{12\\text{ cm}}", "12");
    row("\\boxed{\\text{12 apples}}", "12");
    row("\\boxed{\\$1{,}200}", "1200");
    row("\\boxed{45^\\circ}", "45");
    row("\\boxed{x = 3 \\times 4 = 12}", "12");
    row("\\boxed{25\\%}", "25");
    row("\\boxed{3} is wrong, so \\boxed{4}", "4");
    row("The answer is 3.\n\\boxed{4}", "4");
    row("$9{,}500$ in all", "9500");
    row("10\\,000", "10000");
    row("\\boxed{8", "8");
    // Scientific notation and powers of ten.
    row("2e-05", "0.00002");
    row("#### 1.5E+3", "1500");
    row("3 \\times 10^{4}", "30000");
    row("The answer is 6.02 * 10^3", "6020");
    row("10^6", "1000000");
    row("2.5 \xC3\x97 10^-2", "0.025");
    row("3 x 10^2 m", "300");
    row("5e is no number, 7e3x neither: 4", "4");
    // Unicode.
    row("\xC2\xBD", "0.5");
    row("She ate 2\xC2\xBD pies", "2.5");
    row("\xE2\x85\x9A of it", "0.833333333333");
    row("3\xE2\x81\x84"
        "4",
        "0.75");
    row("1\xC2\xA0"
        "234\xC2\xA0"
        "567 in all",
        "1234567");
    row("\xE2\x80\x93"
        "3",
        "-3");
    row("1'000'000 francs", "1000000");
    // Units and percent.
    row("So 20% of them.", "20");
    row("The answer is 60 km/h.", "60");
    row("The answer is $18.00.", "18");
    row("The answer is **5**.", "5");
    row("12\xC2\xB0", "12");
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
    QVERIFY(!same_number("0.1", "0.11"));
    // Within 0.001, as LLM-Adapters' evaluation has it.
    QVERIFY(same_number("1.8333333333333335", "11/6"));
    QVERIFY(same_number("1.8333333333333335", "1.8333"));
    QVERIFY(same_number("11/6", "1.833"));
    QVERIFY(!same_number("11/6", "1.83"));
    QVERIFY(same_number("\\frac{11}{6}", "11/6"));
    QVERIFY(same_number("1/3", "0.333"));
    QVERIFY(same_number("0.5", "\xC2\xBD"));
    // A small expected number takes no neighbour for itself.
    QVERIFY(same_number("2e-05", "0.00002"));
    QVERIFY(same_number("2e-05", "2 * 10^-5"));
    QVERIFY(!same_number("2e-05", "0"));
    QVERIFY(!same_number("2e-05", "3e-05"));
    QVERIFY(!same_number("0", "0.0005"));
    QVERIFY(!same_number("12345678901234567890", "12345678901234567"));
  }

  void the_letter_of_an_answer_is_found_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("letter");   // empty: none
    const auto row = [](const char* text, const char* letter) {
      QTest::newRow(text) << std::string(text) << std::string(letter);
    };
    row("B", "B");
    row("b", "B");
    row("(B)", "B");
    row("(b) 12 km", "B");
    row("B) 12", "B");
    row("C. 21.5", "C");
    row("The answer is B.", "B");
    row("The answer is (D) 12", "D");
    row("the answer is: **E**", "E");
    row("The correct answer is option C", "C");
    row("Answer: A", "A");
    row("Answer: a", "A");
    row("#### B", "B");
    row("\\boxed{B}", "B");
    row("\\boxed{\\text{C}}", "C");
    row("$\\boxed{(D)}$ as Ann said", "D");
    row("A farmer has 3 sheep. The answer is C.", "C");
    row("A farmer has 3 sheep, so it is (E)", "E");
    row("We compute: 3 + 4. Hence E", "E");
    row("The answer is A. B is wrong.", "A");
    row("A train needs 5 hours", "");
    row("Everybody can choose", "");
    row("12", "");
    row("", "");
  }
  void the_letter_of_an_answer_is_found() {
    QFETCH(std::string, text);
    QFETCH(std::string, letter);
    const auto found = extract_letter(text);
    QCOMPARE(found ? std::string(1, *found) : std::string(), letter);
  }
};

QTEST_GUILESS_MAIN(AnswerExtractionTest)
#include "answer_extraction_test.moc"
