#include "tests/rules/package_rules.h"

#include "tests/rules/manner_rules.h"
#include "tests/rules/violations.h"
#include "tests/support/paths.h"

using namespace lift::rules;

class PackageRulesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void packages_txt_holds_everything_that_cmake_asks_for() {
    const SourceTree tree = read_tree(lift::test::source_dir());
    VERIFY_HOLDS(packages_not_listed(tree, read_list(tree.at("tests/rules/cmake_packages.txt").text)));
  }
  void a_package_without_a_line_and_one_that_is_not_listed_are_found() {
    const SourceTree tree =
        make_tree({{"packaging/packages.txt", "build libfmt-dev|fmt-dev why\n# build libpng-dev\n"},
                   {"core/CMakeLists.txt",
                    "find_package(fmt 9 REQUIRED)\nfind_package(PNG REQUIRED)\n"
                    "# find_package(Boost)\npkg_check_modules(Z REQUIRED IMPORTED_TARGET zlib>=1.2)\n"
                    "find_package(Qt6 6.4 REQUIRED\n  COMPONENTS Core Sql)\n"}});
    const Violations found = packages_not_listed(
        tree, {{"fmt", "libfmt-dev"}, {"PNG", "libpng-dev"}, {"zlib", "zlib1g-dev"}, {"Qt6::Core", "-"}});
    QCOMPARE(found.size(), std::size_t{3});
    QVERIFY(found[2].find("Qt6::Sql has no line") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(PackageRulesTest)
#include "package_rules_test.moc"
