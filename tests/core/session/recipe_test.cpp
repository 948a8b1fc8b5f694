#include "core/session/recipe.h"

#include <fstream>

#include <QtTest>
#include <nlohmann/json.hpp>

#include "tests/support/paths.h"

using namespace lift;

class RecipeTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_recipe_survives_json() {
    Recipe recipe;
    recipe.model = "/models/smol.gguf";
    recipe.data.files = {"/data/a.jsonl", "/data/b.json"};
    recipe.data.column_map = {{"prompt", "frage"}};
    recipe.selection.projections = {Projection::V, Projection::Down};
    recipe.selection.layers = {0, 29};
    recipe.train.dtype = DType::F32;
    recipe.train.seed = 0xffffffffffffffffull;
    recipe.optimizer.learning_rate = 1.0 / 3;
    const auto again = recipe_from_json(to_json(recipe), "recipe");
    QVERIFY(again.ok());
    QVERIFY(difference(recipe, *again).empty());
    QCOMPARE(to_json(*again).dump(), to_json(recipe).dump());
  }

  void every_field_can_be_set_from_its_own_text() {
    const Recipe recipe;
    for (const auto& field : recipe_fields()) {
      Recipe copy;
      const Status status = set_field(copy, field.path + "=" + field_text(recipe, field.path));
      QVERIFY2(status.ok(), field.path.c_str());
      QVERIFY(!field.help.empty());
    }
  }

  void a_bare_list_and_a_bare_word_are_understood() {
    Recipe recipe;
    QVERIFY(set_field(recipe, "selection.layers=0,5,7").ok());
    QCOMPARE(recipe.selection.layers, (std::vector<std::int32_t>{0, 5, 7}));
    QVERIFY(set_field(recipe, "selection.projections=q,down_proj").ok());
    QCOMPARE(recipe.selection.projections, (std::vector<Projection>{Projection::Q, Projection::Down}));
    QVERIFY(set_field(recipe, "name=42").ok());
    QCOMPARE(recipe.name, std::string("42"));
    QVERIFY(set_field(recipe, "data.files=a b.jsonl").ok());
    QCOMPARE(recipe.data.files, (std::vector<std::string>{"a b.jsonl"}));
  }

  void an_unknown_field_is_refused_with_the_nearest_name() {
    Recipe recipe;
    const Status status = set_field(recipe, "train.bach_rows=4");
    QVERIFY(!status.ok());
    QVERIFY(status.error().sentence().find("train.bach_rows") != std::string::npos);
    QVERIFY(status.error().sentence().find("Did you mean train.batch_rows?") != std::string::npos);
  }

  void a_value_of_the_wrong_kind_names_field_expected_and_found() {
    Recipe recipe;
    const Status status = set_field(recipe, "train.batch_rows=many");
    QCOMPARE(status.error().sentence(), std::string("train.batch_rows: expected a whole number, found \"many\"."));
  }

  void paths_in_a_recipe_file_are_relative_to_the_file() {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "r.json") << R"({"model": "m.gguf", "data": {"files": ["../d.jsonl", "/abs.jsonl"]}})";
    const auto recipe = read_recipe(folder / "r.json");
    QVERIFY2(recipe.ok(), recipe.ok() ? "" : recipe.error().sentence().c_str());
    QCOMPARE(recipe->model, (folder / "m.gguf").string());
    QCOMPARE(recipe->data.files[0], (folder.path().parent_path() / "d.jsonl").string());
    QCOMPARE(recipe->data.files[1], std::string("/abs.jsonl"));
  }

  void a_tenth_is_held_out_unless_a_recipe_file_says_otherwise() {
    QCOMPARE(Recipe{}.data.held_out_share, 0.1);
    const auto share = [](const char* text) {
      return recipe_from_json(nlohmann::json::parse(text), "recipe").value().data.held_out_share;
    };
    QCOMPARE(share(R"({"data": {"held_out_share": 0}})"), 0.0);
    QCOMPARE(share(R"({"data": {"held_out_share": 0.2}})"), 0.2);
    QCOMPARE(share("{}"), 0.0);   // a recipe of before there was a default keeps its meaning
    QCOMPARE(share(R"({"data": {"files": ["rows.jsonl"]}})"), 0.0);
    QVERIFY(to_json(Recipe{}).dump().find("\"held_out_share\":0.1") != std::string::npos);
  }

  void what_is_asked_on_the_way_is_no_part_of_a_run_s_identity() {
    Recipe plain, asked;
    asked.evaluate.answer_rule = "json";
    asked.evaluate.answer_rows = 7;
    asked.evaluate.answer_share = 0;
    QCOMPARE(identity_json(asked).dump(), identity_json(plain).dump());
    QVERIFY(identity_json(plain).dump().find("answer_") == std::string::npos);
    QVERIFY(identity_json(plain).dump().find("most_seconds") == std::string::npos);
    asked.train.seed = 7;
    QVERIFY(identity_json(asked) != identity_json(plain));
  }

  void settings_that_cannot_work_are_refused_before_anything_is_read() {
    const auto sentence = [](const char* assignment) {
      Recipe recipe;
      recipe.model = "m";
      recipe.data.files = {"d"};
      if (Status set = set_field(recipe, assignment); !set.ok()) return set.error().sentence();
      const Status status = recipe.validate();
      return status.ok() ? std::string() : status.error().sentence();
    };
    QVERIFY(sentence("train.steps=10").empty());
    for (const char* bad :
         {"train.steps=-1", "train.batch_rows=0", "train.checkpointing=maybe", "train.dtype=int8", "train.device=tpu",
          "train.epochs=0", "evaluate.answer_rule=exact", "evaluate.answer_rows=-1", "evaluate.answer_share=0.9",
          "train.most_seconds=-1", "train.threads=-2"}) {
      const std::string text = sentence(bad);
      QVERIFY2(text.find("expected") != std::string::npos, (std::string(bad) + " -> " + text).c_str());
    }
  }
};

QTEST_GUILESS_MAIN(RecipeTest)
#include "recipe_test.moc"
