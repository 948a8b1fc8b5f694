#include "core/session/model_name.h"

#include <QtTest>

using namespace lift;

class ModelNameTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_model_is_called_by_its_file_or_folder() {
    QCOMPARE(model_name_of("/models/SmolLM2-135M-Instruct.Q4_1.gguf"), std::string("SmolLM2-135M-Instruct.Q4_1"));
    QCOMPARE(model_name_of("/models/Llama-3.2-1B"), std::string("Llama-3.2-1B"));
    QCOMPARE(model_name_of("/models/Llama-3.2-1B/"), std::string("Llama-3.2-1B"));
  }

  void a_snapshot_of_the_cache_is_called_by_its_repository() {
    const std::filesystem::path snapshot =
        "/cache/hub/models--HuggingFaceTB--SmolLM2-135M-Instruct/snapshots/12fd25f77366fa6b";
    QCOMPARE(model_name_of(snapshot), std::string("SmolLM2-135M-Instruct"));
    QCOMPARE(model_name_of(snapshot / "small.Q8_0.gguf"), std::string("small.Q8_0"));
    QCOMPARE(model_name_of("/cache/hub/models--gpt2/snapshots/607a30d7"), std::string("gpt2"));
    QCOMPARE(model_name_of("/other/snapshots/607a30d7"), std::string("607a30d7"));
  }

  void a_folder_of_the_cache_is_a_repository() {
    QCOMPARE(hub_repository_of("/hub/models--HuggingFaceTB--SmolLM2-135M-Instruct"),
             std::string("HuggingFaceTB/SmolLM2-135M-Instruct"));
    QCOMPARE(hub_repository_of("/hub/datasets--openai--gsm8k"), std::string());
  }
};

QTEST_APPLESS_MAIN(ModelNameTest)
#include "model_name_test.moc"
