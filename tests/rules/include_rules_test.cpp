#include "tests/rules/include_rules.h"

#include "tests/rules/violations.h"
#include "tests/support/paths.h"

using namespace lift::rules;

class IncludeRulesTest : public QObject {
  Q_OBJECT
  SourceTree tree_;

 private Q_SLOTS:
  void initTestCase() {
    tree_ = read_tree(lift::test::source_dir());
    QVERIFY(tree_.contains("core/base/result.h"));
    QVERIFY(!tree_.at("core/base/result.h").includes.empty());
  }

  void a_room_includes_only_rooms_below_it() { VERIFY_HOLDS(upward_includes(tree_)); }
  void a_private_header_stays_in_its_room() { VERIFY_HOLDS(private_headers_from_outside(tree_)); }
  void every_included_file_of_ours_exists_and_every_room_has_its_level() { VERIFY_HOLDS(unknown_places(tree_)); }
  void core_knows_no_qt() { VERIFY_HOLDS(qt_in_core(tree_)); }
  void no_tensor_header_reaches_the_window_the_command_line_or_a_session_header() {
    VERIFY_HOLDS(tensors_outside_core(tree_));
  }
  void nobody_includes_an_umbrella_header() { VERIFY_HOLDS(umbrella_headers(tree_)); }

  void an_upward_include_is_found() {
    const SourceTree tree = make_tree({{"core/io/json.h", "#include \"core/model/causal_lm.h\"\n"},
                                       {"core/kernels/top_k.h", "\n#include \"core/io/json.h\"\n"},
                                       {"core/train/trainer.h", "#include \"ui/window.h\"\n"},
                                       {"ui/window.h", "#include \"app/cli/command.h\"\n"},
                                       {"core/model/causal_lm.h", "#include \"core/io/json.h\"\n"}});
    const Violations found = upward_includes(tree);
    QCOMPARE(found.size(), std::size_t{4});
    QCOMPARE(found[1], std::string("core/kernels/top_k.h:2: kernels (level 1) includes io (level 1)"));
  }
  void a_private_header_included_from_outside_is_found() {
    const SourceTree tree = make_tree({{"core/model/parts.h", "#pragma once\n// Parts. Private to core/model.\n"},
                                       {"core/train/a.cpp", "#include \"core/model/parts.h\"\n"},
                                       {"core/model/a.cpp", "#include \"core/model/parts.h\"\n"}});
    QCOMPARE(private_headers_from_outside(tree).size(), std::size_t{1});
  }
  void an_include_in_a_comment_is_none() {
    QVERIFY(
        upward_includes(make_tree({{"core/io/a.h", "// #include \"core/train/b.h\"\n/*\n#include \"ui/c.h\"\n*/\n"}}))
            .empty());
  }
  void an_unknown_room_and_a_missing_file_are_found() {
    QCOMPARE(unknown_places(make_tree({{"core/utils/misc.h", ""}, {"app/a.cpp", "#include \"a.h\"\n"}})).size(),
             std::size_t{2});
  }
  void qt_in_core_is_found() {
    QCOMPARE(qt_in_core(make_tree({{"core/io/a.h", "#include <QString>\n#include <QtCore/QFile>\n#include <queue>\n"}}))
                 .size(),
             std::size_t{2});
  }
  void a_tensor_header_is_found_through_two_others() {
    const SourceTree tree =
        make_tree({{"ui/page.cpp", "#include \"core/session/session.h\"\n"},
                   {"core/session/session.h", "#include \"core/model/causal_lm.h\"\n"},
                   {"core/model/causal_lm.h", "#include <ATen/core/Tensor.h>\n"},
                   {"core/model/model_config.h", "// Plain values. Tensor-free.\n#include <c10/core/Device.h>\n"}});
    const Violations found = tensors_outside_core(tree);
    QCOMPARE(found.size(), std::size_t{3});
    QCOMPARE(found[2],
             std::string("ui/page.cpp -> core/session/session.h -> core/model/causal_lm.h -> ATen/core/Tensor.h"));
  }
  void an_umbrella_header_is_found() {
    QCOMPARE(umbrella_headers(make_tree({{"tests/a.cpp", "#include <torch/torch.h>\n"}})).size(), std::size_t{1});
  }
};

QTEST_GUILESS_MAIN(IncludeRulesTest)
#include "include_rules_test.moc"
