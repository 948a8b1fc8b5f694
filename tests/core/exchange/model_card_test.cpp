// A model card says what is known and nothing of the machine that trained.
#include "core/exchange/model_card.h"

#include <QtTest>

#include "tests/support/paths.h"
#include "tests/support/raw_safetensors.h"

using namespace lift;
using namespace lift::test;

namespace {

Manifest manifest() {
  Manifest made;
  made.program = "LIFT Studio 0.1.0";
  made.model_name = "Tiny";
  made.steps = 12;
  made.tensors = {{"model.layers.0.mlp.up_proj.weight", {10, 20}, {}, 20, {}}};
  made.metrics = {.held_out_loss_before = 2.5, .held_out_loss_after = 1.25};
  made.recipe_json = R"({"model": "/srv/somebody/models/tiny", "train": {"steps": 12},
    "data": {"files": ["/srv/somebody/rows.jsonl"], "held_out_files": []}})";
  return made;
}

bool has(const std::string& text, const char* words) { return text.find(words) != std::string::npos; }

}   // namespace

class ModelCardTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void it_says_what_was_changed_measured_and_asked_for() {
    const std::string card = model_card(manifest(), "/nowhere");
    for (const char* words :
         {"20 of 200 weights (10.00 %) of Tiny", "12 steps", "| loss on held-out rows | 2.5000 | 1.2500 |",
          "Trained on: rows.jsonl", "\"steps\": 12", "name no licence"})
      QVERIFY2(has(card, words), (card + "\nlacks " + words).c_str());
    QVERIFY2(!has(card, "somebody"), card.c_str());
    QVERIFY(!has(card, "base_model") && !has(card, "Measured on"));
    Manifest bare = manifest();
    bare.metrics = {};
    bare.recipe_json = "{";
    QVERIFY(has(model_card(bare, "/nowhere"), "Nothing was measured"));
  }

  void what_was_made_of_other_deltas_has_no_data() {
    Manifest made = manifest();
    made.recipe_json = R"({"combined": {"by": "sum", "of": [{"file": "a/delta.safetensors", "weight": 1}]}})";
    const std::string card = model_card(made, "/nowhere");
    QVERIFY2(!has(card, "## Data") && has(card, "a/delta.safetensors"), card.c_str());
  }

  void licence_and_name_are_the_base_s() {
    const TemporaryFolder folder;
    const auto base = folder / "models--org--a-model" / "snapshots" / "0123";
    write_text(base / "README.md", "---\nlanguage: en\nlicense: apache-2.0\n---\n# A model\nlicense: mine\n");
    const std::string card = model_card(manifest(), base);
    QVERIFY2(has(card, "license: \"apache-2.0\"") && has(card, "base_model: \"org/a-model\""), card.c_str());
    QVERIFY(has(card, "The base says: apache-2.0"));
    write_text(base / "README.md", "# A model\nlicense: mine\n");
    QVERIFY(!license_of(base));
    QVERIFY(!license_of(folder / "no.gguf"));
    QVERIFY(!hub_name_of(folder.path()));
  }
};

QTEST_GUILESS_MAIN(ModelCardTest)
#include "model_card_test.moc"
