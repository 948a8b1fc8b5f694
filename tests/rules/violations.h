#pragma once
// Checks a rule in Qt Test; prints every violation if it does not hold.
#include <QtTest>

#include "tests/rules/include_rules.h"

namespace lift::rules {

inline QString joined(const Violations& violations) {
  QString text;
  for (const std::string& violation : violations) text += "\n  " + QString::fromStdString(violation);
  return text;
}

}   // namespace lift::rules

#define VERIFY_HOLDS(...)                                                      \
  do {                                                                         \
    const lift::rules::Violations violations = __VA_ARGS__;                    \
    QVERIFY2(violations.empty(), qPrintable(lift::rules::joined(violations))); \
  } while (false)
