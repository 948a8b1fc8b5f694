// A model of every family, exported as a folder, is the same model when it is read again; stock transformers is asked
// by tests/golden/model/check_family_exports.py about the folders that this leaves under LIFT_KEEP_EXPORTS.
#include <QTemporaryDir>
#include <QtTest>

#include <ATen/core/Tensor.h>
#include <nlohmann/json.hpp>

#include "core/exchange/hf_config.h"
#include "core/exchange/hf_folder_export.h"
#include "core/io/json.h"
#include "core/model/causal_lm.h"
#include "core/model/model_loader.h"
#include "tests/support/paths.h"

using namespace lift;
namespace fs = std::filesystem;

class FamilyExportTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void a_folder_comes_back_with_the_same_tensors_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"llama_bias",     "qwen2",       "qwen2_window", "qwen2_yarn",    "qwen3",        "qwen3_bias",
          "qwen3_5",        "gemma",       "gemma2",       "gemma3",        "granite",      "smollm3",
          "smollm3_window", "olmo2",       "phi3",         "phi3_long",     "glm4",         "olmo3",
          "ministral3",     "gemma3_yarn", "llama_linear", "llama_dynamic", "llama_llama3", "llama_proportional"})
      QTest::newRow(name) << name;
  }
  void a_folder_comes_back_with_the_same_tensors() {
    QFETCH(QString, name);
    const fs::path origin = test::golden("model/families/" + name.toStdString());
    const auto loaded = load_model(origin, {.dtype = DType::F32});
    QVERIFY2(loaded.ok(), loaded.ok() ? "" : loaded.error().sentence().c_str());
    const QTemporaryDir folder;
    const QString kept = qEnvironmentVariable("LIFT_KEEP_EXPORTS", folder.path());
    const fs::path target = fs::path(kept.toStdString()) / name.toStdString();
    const auto exported = export_hf_folder({*loaded->model, origin, target, "base"});
    QVERIFY2(exported.ok(), exported.ok() ? "" : exported.error().sentence().c_str());
    // Made of the configuration alone, as for a base in GGUF, instead of the origin's own keys.
    const auto ours = hf_config_json(loaded->model->config(), DType::F32, {});
    QVERIFY(ours.ok() && write_json_file(target / "config.json", *ours).ok());
    const auto again = load_model(target, {.dtype = DType::F32});
    QVERIFY2(again.ok(), again.ok() ? "" : again.error().sentence().c_str());
    const auto before = loaded->model->named_tensors(), after = again->model->named_tensors();
    QCOMPARE(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
      QCOMPARE(after[i].first, before[i].first);
      QVERIFY(after[i].second.equal(before[i].second));
    }
    PackedBatch batch;
    for (std::int32_t i = 0; i < 30; ++i) {
      batch.ids.push_back(i * 7 % 96);
      batch.positions.push_back(i);
    }
    batch.row_offsets = {0, 30};
    batch.source_rows = {0};
    const std::vector<std::int32_t> read{3, 17, 29};
    QVERIFY(again->model->logits(batch, read).equal(loaded->model->logits(batch, read)));
  }
};

QTEST_GUILESS_MAIN(FamilyExportTest)
#include "family_export_test.moc"
