#include "core/base/result.h"

#include <QtTest>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"

using namespace lift;

namespace {

Result<int> half(int value) {
  if (value % 2)
    return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("value"),
                      say("expected an even number, found {}", value), say("Use {}", 4));
  return value / 2;
}

Result<int> quarter(int value) {
  LIFT_ASSIGN(int first, half(value));
  LIFT_ASSIGN(int second, half(first));
  return second;
}

}   // namespace

class ResultTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void errors_go_to_the_caller() {
    QCOMPARE(quarter(8).value(), 2);
    QVERIFY(!quarter(6).ok());
  }
  void a_sentence_has_subject_message_and_advice() {
    QCOMPARE(half(3).error().sentence(), std::string("value: expected an even number, found 3. Use 4."));
  }
  void reading_a_value_that_is_not_there_is_a_broken_invariant() {
    QVERIFY_EXCEPTION_THROWN((void)half(3).value(), InvariantError);
  }
  void an_exception_becomes_an_error_about_the_subject() {
    const Status status = catch_exceptions(say("loading"), []() -> Status { throw std::bad_alloc(); });
    QCOMPARE(status.error().code, ErrorCode::OutOfMemory);
    QVERIFY(status.error().sentence().starts_with("loading: "));
  }
};

QTEST_GUILESS_MAIN(ResultTest)
#include "result_test.moc"
