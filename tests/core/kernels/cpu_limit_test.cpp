#include "core/kernels/isa/cpu_limit.h"

#include <QtTest>

using namespace lift;

class CpuLimitTest : public QObject {
  Q_OBJECT
  QByteArray before_;

 private Q_SLOTS:
  void initTestCase() { before_ = qgetenv(kCpuLimitVariable); }
  void cleanup() {
    if (before_.isEmpty()) qunsetenv(kCpuLimitVariable);
    else qputenv(kCpuLimitVariable, before_);
  }

  void every_level_of_this_machine_has_a_word_that_leads_back_to_it() {
    for (const CpuIsa isa : cpu_isas_of_this_machine()) {
      const auto back = cpu_isa_of_word(word_of(isa));
      QVERIFY(back && *back == isa);
    }
  }

  void a_word_that_is_no_level_is_refused_with_the_words_that_are() {
    for (const char* word : {"sse2", "AVX2", "avx-512", "1", " "}) {
      qputenv(kCpuLimitVariable, word);
      const auto limit = cpu_limit_of_environment();
      QVERIFY2(!limit.ok(), word);
      const std::string sentence = limit.error().sentence();
      for (const char* part : {"LIFT_CPU", word, "portable", "avx512bf16", "amx"})
        QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    }
  }

  void unset_and_empty_limit_nothing() {
    qunsetenv(kCpuLimitVariable);
    QVERIFY(cpu_limit_of_environment().ok() && !*cpu_limit_of_environment());
    qputenv(kCpuLimitVariable, "");
    QVERIFY(cpu_limit_of_environment().ok() && !*cpu_limit_of_environment());
  }

  void what_the_user_told_a_library_stays() {
    const QByteArray known = qgetenv("ONEDNN_MAX_CPU_ISA");
    qputenv("ONEDNN_MAX_CPU_ISA", "AVX");
    qputenv(kCpuLimitVariable, "avx2");
    QVERIFY(pass_cpu_limit_to_libraries().ok());
    QCOMPARE(qgetenv("ONEDNN_MAX_CPU_ISA"), QByteArray("AVX"));
    if (known.isEmpty()) qunsetenv("ONEDNN_MAX_CPU_ISA");
    else qputenv("ONEDNN_MAX_CPU_ISA", known);
  }
};

QTEST_GUILESS_MAIN(CpuLimitTest)
#include "cpu_limit_test.moc"
