// LibTorch and sentencepiece each carry a copy of protobuf and are loaded into one process: a symbol that both export
// is taken from whichever comes first. Only code that does the same in both may be shared.
#include <QProcess>
#include <QtTest>

#include <cstdlib>
#include <map>
#include <set>
#include <string>

namespace {

// Exported symbols of a library with nm's letter: W, V and u are weak or unique, all others strong.
std::map<std::string, char> exported(const char* variable) {
  const char* path = std::getenv(variable);
  if (!path) return {};
  QProcess nm;
  nm.start("nm", {"--dynamic", "--defined-only", QString::fromLocal8Bit(path)});
  if (!nm.waitForFinished() || nm.exitCode() != 0) return {};
  std::map<std::string, char> symbols;
  for (const QByteArray& line : nm.readAllStandardOutput().split('\n')) {
    const QList<QByteArray> words = line.simplified().split(' ');
    // A version behind the name, memcpy@@GLIBC, is not part of it.
    if (words.size() == 3) symbols[words[2].split('@').first().toStdString()] = words[1].at(0);
  }
  return symbols;
}

bool is_weak(char letter) { return letter == 'W' || letter == 'V' || letter == 'u'; }

// Instantiated from the C++ library's own headers: one compiler's library for both.
bool is_of_the_standard_library(const std::string& name) {
  for (const char* prefix :
       {"_ZNSt", "_ZNKSt", "_ZSt", "_ZZNSt", "_ZNS", "_ZGVZNSt", "_ZTISt", "_ZTSSt", "_ZTVSt", "_ZN9__gnu_cxx"})
    if (name.starts_with(prefix)) return true;
  return false;
}

// google::protobuf::internal::byteswap<1 | 4 | 8>(void*): turns the bytes of one value, keeps no state, never changed.
// The last one: std::call_once's own lambda, which GCC 13 does not make weak.
const std::set<std::string> kKnown{
    "_ZN6google8protobuf8internal8byteswapILi1EEEvPv", "_ZN6google8protobuf8internal8byteswapILi4EEEvPv",
    "_ZN6google8protobuf8internal8byteswapILi8EEEvPv",
    "_ZZNSt9once_flag18_Prepare_executionC4IZSt9call_onceIRFvvEJEEvRS_OT_DpOT0_EUlvE_EERS6_ENUlvE_4_FUNEv"};

}   // namespace

class SharedSymbolsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void torch_and_sentencepiece_share_only_symbols_that_are_known_to_do_the_same() {
    const auto torch = exported("LIFT_TORCH_LIBRARY"), sentencepiece = exported("LIFT_SENTENCEPIECE_LIBRARY");
    QVERIFY2(torch.size() > 10000, "LIFT_TORCH_LIBRARY, which ctest sets, must name libtorch_cpu.so");
    QVERIFY2(sentencepiece.size() > 100, "LIFT_SENTENCEPIECE_LIBRARY, which ctest sets, must name libsentencepiece.so");
    QStringList strangers;
    std::size_t shared = 0;
    for (const auto& [name, letter] : sentencepiece) {
      const auto other = torch.find(name);
      if (other == torch.end()) continue;
      ++shared;
      const bool instantiated = is_of_the_standard_library(name) && is_weak(letter) && is_weak(other->second);
      if (!instantiated && !kKnown.contains(name)) strangers << QString::fromStdString(name);
    }
    qInfo("%zu symbols are shared", shared);
    QVERIFY2(strangers.isEmpty(), qPrintable("shared, and not known to do the same: " + strangers.join(", ")));
    QVERIFY2(shared < 100, "that many shared symbols want a look");
  }
};

QTEST_GUILESS_MAIN(SharedSymbolsTest)
#include "shared_symbols_test.moc"
