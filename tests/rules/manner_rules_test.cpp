#include "tests/rules/manner_rules.h"

#include "tests/rules/violations.h"
#include "tests/support/paths.h"

using namespace lift::rules;

class MannerRulesTest : public QObject {
  Q_OBJECT
  SourceTree tree_;

 private Q_SLOTS:
  void initTestCase() {
    tree_ = read_tree(lift::test::source_dir());
    QVERIFY(tree_.contains("core/base/result.h"));
    QVERIFY(tree_.contains("packaging/setup"));
  }

  void core_never_prints_and_never_ends_the_process() { VERIFY_HOLDS(printing_in_core(tree_)); }
  void the_engine_never_follows_a_pointer_that_may_be_a_gpu_s() { VERIFY_HOLDS(naked_tensor_pointers(tree_)); }
  void every_header_opens_with_its_guard() { VERIFY_HOLDS(headers_without_guard(tree_)); }
  void every_source_file_has_a_snake_case_name() { VERIFY_HOLDS(names_not_snake_case(tree_)); }
  void a_file_over_500_lines_has_a_reason() {
    VERIFY_HOLDS(long_files(tree_, read_list(tree_.at("tests/rules/long_files.txt").text)));
  }
  void no_line_of_source_is_wider_than_120_columns() { VERIFY_HOLDS(wide_lines(tree_)); }
  void constants_literals_and_casts_are_written_in_one_way() { VERIFY_HOLDS(other_spellings(tree_)); }
  void no_static_of_the_engine_acts_before_main() { VERIFY_HOLDS(static_initialisers_that_act(tree_)); }
  void every_program_prepares_its_process() { VERIFY_HOLDS(programs_that_do_not_prepare(tree_)); }
  void there_is_one_version() { VERIFY_HOLDS(versions_that_differ(tree_)); }
  void no_file_names_a_place_that_only_one_machine_has() { VERIFY_HOLDS(machine_places(tree_)); }

  // A wheel that pip left behind has been committed once.
  void git_keeps_nothing_at_the_top_but_the_house() {
    QProcess git;
    git.setWorkingDirectory(QString::fromStdString(lift::test::source_dir().string()));
    git.start(QStringLiteral("git"),
              {QStringLiteral("ls-tree"), QStringLiteral("--name-only"), QStringLiteral("HEAD")});
    if (!git.waitForFinished() || git.exitCode() != 0) QSKIP("this is no checkout of git");
    const QSet<QByteArray> house{
        ".ci",       ".clang-format", ".clang-tidy", ".gitignore", "CMakeLists.txt", "CMakePresets.json",
        "LICENSE",   "README.md",     "app",         "core",       "docs",           "packaging",
        "resources", "tests",         "ui"};
    for (const QByteArray& entry : git.readAllStandardOutput().split('\n'))
      QVERIFY2(entry.isEmpty() || house.contains(entry), entry.constData());
  }

  void printing_is_found_and_formatting_is_not() {
    const SourceTree tree = make_tree({{"core/io/a.cpp",
                                        "fmt::print(\"x\");\nstd::snprintf(b, 2, \"printf(\");\n// printf(\"\")\n"
                                        "std :: cerr << 1;\nlog(fmt::format(\"{}\", 1));\n"},
                                       {"core/io/b.cpp", "std::abort();\n"},
                                       {"app/a.cpp", "std::printf(\"fine\");\n"}});
    QCOMPARE(printing_in_core(tree).size(), std::size_t{3});
  }
  void a_tensor_s_naked_pointer_is_found() {
    const SourceTree tree =
        make_tree({{"core/optim/a.cpp", "auto* p = t.data_ptr<float>();\nhost_data<float>(t);\n// data_ptr\n"},
                   {"core/kernels/a.cpp", "t.data_ptr();\n"}});
    QCOMPARE(naked_tensor_pointers(tree).size(), std::size_t{1});
  }
  void a_static_that_acts_is_found_and_a_plain_one_is_not() {
    const SourceTree tree = make_tree({{"core/io/a.cpp",
                                        "const bool kSet = [] { return setenv(\"A\", \"1\", 0) == 0; }();\n"
                                        "[[maybe_unused]] const bool kTold = tell();\nconstexpr bool kOn = true;\n"
                                        "  const bool here = [&] { return true; }();\nconst int kMost = 3;\n"},
                                       {"core/io/b.cpp", "[[gnu::constructor]] void begin() {}\n"},
                                       {"app/a.cpp", "const bool kFree = tell();\n"}});
    QCOMPARE(static_initialisers_that_act(tree).size(), std::size_t{3});
  }
  void a_program_that_does_not_prepare_is_found() {
    const SourceTree tree =
        make_tree({{"app/a.cpp", "int main(int argc, char** argv) {\n}\n"},
                   {"app/b.cpp", "int main(int argc, char** argv) {\n  lift::prepare_process();\n}\n"},
                   {"core/a.cpp", "int main(int argc, char** argv) {\n}\n"}});
    QCOMPARE(programs_that_do_not_prepare(tree).size(), std::size_t{1});
  }
  void a_header_without_guard_is_found() {
    QCOMPARE(headers_without_guard(make_tree({{"ui/a.h", "// #pragma once\n"}, {"ui/b.h", "#pragma once\n"}})).size(),
             std::size_t{1});
  }
  void a_name_in_camel_case_is_found() {
    QCOMPARE(names_not_snake_case(make_tree({{"ui/MainWindow.cpp", ""}, {"core/ioX/a.h", ""}, {"core/io/a2_b.cu", ""}}))
                 .size(),
             std::size_t{2});
  }
  void a_long_file_is_found_until_it_is_listed_and_a_stale_entry_is_found() {
    const SourceTree tree =
        make_tree({{"core/io/a.cpp", std::string(501, '\n')}, {"core/io/b.cpp", std::string(500, '\n')}});
    QCOMPARE(long_files(tree, {}).size(), std::size_t{1});
    QVERIFY(long_files(tree, {{"core/io/a.cpp", "one table"}}).empty());
    QCOMPARE(long_files(tree, {{"core/io/a.cpp", ""}, {"core/io/b.cpp", "one table"}}).size(), std::size_t{2});
  }
  void a_wide_line_is_found_and_a_letter_of_two_bytes_is_one_column() {
    const SourceTree tree = make_tree({{"core/io/a.cpp", "\n" + std::string(121, 'x') + "\n"},
                                       {"core/io/b.cpp", std::string(118, 'x') + "\u00e4\u4e2d\n"}});
    QCOMPARE(wide_lines(tree).size(), std::size_t{1});
  }
  void another_way_to_write_constants_literals_and_casts_is_found() {
    const SourceTree tree =
        make_tree({{"core/io/a.cpp",
                    "constexpr int largest = 3;\nconstexpr int kLargest = 3;\nint x = int(y);\nF<int(int)> f;\n"},
                   {"core/io/b.cpp", "constexpr int sum(int a) { return a; }\nvoid f(std::size_t (*g)(int));\n"},
                   {"ui/look/a.cpp", "auto a = QStringLiteral(\"b\");\n"}});
    QCOMPARE(other_spellings(tree).size(), std::size_t{3});
  }
  void another_version_is_found() {
    const SourceTree tree = make_tree({{"CMakeLists.txt", "project(lift VERSION 1.2.0 LANGUAGES CXX)\n"},
                                       {"core/base/version.h", "constexpr const char* kVersion = \"1.1.9\";\n"},
                                       {"packaging/linux/a.metainfo.xml", "<release date=\"\" version=\"1.2.0\"/>"}});
    QCOMPARE(versions_that_differ(tree).size(), std::size_t{1});
  }
  void a_machine_s_folder_and_a_private_host_are_found() {
    const SourceTree tree = make_tree({{"README.md", "see /work/notes\ncd /home/someone/x\nhttp://192.168.0.7/\n"},
                                       {"core/a.md", "tests/work/x, $HOME/work, cudnn==10.4.0.35, a/home/page\n"}});
    QCOMPARE(machine_places(tree).size(), std::size_t{3});
  }
};

QTEST_GUILESS_MAIN(MannerRulesTest)
#include "manner_rules_test.moc"
