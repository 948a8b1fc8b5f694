#include "core/checkpoint/manifest.h"

#include <QtTest>

#include <nlohmann/json.hpp>

using namespace lift;
using nlohmann::json;

namespace {

Manifest example() {
  Manifest manifest;
  manifest.program = "LIFT Studio 0.1.0";
  manifest.model_name = "SmolLM2 135M";
  manifest.family = "llama";
  manifest.dtype = DType::BF16;
  manifest.steps = 60;
  manifest.tensors = {{"model.embed_tokens.weight", {10, 4}, fingerprint_of("a"), 0, std::nullopt},
                      {"model.layers.0.self_attn.q_proj.weight", {4, 4}, fingerprint_of("b"), 3, fingerprint_of("c")}};
  manifest.tokenizer = fingerprint_of("tokenizer");
  manifest.recipe_json = R"({"train":{"steps":60}})";
  manifest.metrics.held_out_loss_before = 0.1;
  manifest.metrics.retention = 1.0 / 3;
  return manifest;
}

}   // namespace

class ManifestTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void every_field_comes_back() {
    const Manifest manifest = example();
    QVERIFY(manifest_from_json(to_json(manifest), Sentence::verbatim("x")).value() == manifest);
    QVERIFY(manifest_from_json(json::parse(to_json(manifest).dump()), Sentence::verbatim("x")).value() == manifest);
  }

  void counts_add_up() {
    QCOMPARE(example().changed(), std::int64_t(3));
    QCOMPARE(example().parameters(), std::int64_t(56));
    QVERIFY(example().find("model.embed_tokens.weight"));
    QVERIFY(!example().find("lm_head.weight"));
  }

  void a_metric_that_is_not_finite_is_left_out() {
    Manifest manifest = example();
    manifest.metrics.retention = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!manifest_from_json(to_json(manifest), Sentence::verbatim("x")).value().metrics.retention);
  }

  void a_later_format_is_refused_with_what_to_do() {
    json value = to_json(example());
    value["format"] = 2;
    const auto result = manifest_from_json(value, Sentence::verbatim("run.lift"));
    QVERIFY(result.error().code == ErrorCode::Unsupported);
    QVERIFY(result.error().sentence().starts_with("run.lift: expected format 1 or earlier, found 2"));
  }

  void a_broken_field_is_refused_by_its_name_data() {
    QTest::addColumn<std::string>("pointer");
    QTest::addColumn<std::string>("value");
    QTest::addColumn<std::string>("named");
    const auto row = [](const char* what, const char* pointer, const char* value, const char* named) {
      QTest::newRow(what) << std::string(pointer) << std::string(value) << std::string(named);
    };
    row("format a text", "/format", "\"1\"", "\"format\"");
    row("format zero", "/format", "0", "\"format\"");
    row("program a number", "/program", "1", "\"program\"");
    row("dtype unknown", "/dtype", "\"int3\"", "\"dtype\"");
    row("steps negative", "/steps", "-1", "\"steps\"");
    row("steps too large", "/steps", "18446744073709551615", "\"steps\"");
    row("tensors an object", "/tensors", "{}", "list of tensors");
    row("a tensor a number", "/tensors/0", "1", "every tensor");
    row("a tensor without a name", "/tensors/0/name", "null", "\"name\"");
    row("a shape with text", "/tensors/0/shape", "[\"4\"]", "\"shape\"");
    row("a negative extent", "/tensors/0/shape", "[-4]", "\"shape\"");
    row("a shape beyond 64 bits", "/tensors/0/shape", "[4294967296,4294967296]", "\"shape\"");
    row("a fingerprint too short", "/tensors/0/base", "\"abc\"", "\"base\"");
    row("more changed than there is", "/tensors/1/changed", "17", "\"changed\"");
    row("changed without a fingerprint", "/tensors/0/changed", "1", "\"tuned\"");
    row("two of one name", "/tensors/0/name", "\"model.layers.0.self_attn.q_proj.weight\"", "twice");
    row("metrics a list", "/metrics", "[]", "\"metrics\"");
    row("a metric a text", "/metrics/retention", "\"good\"", "\"retention\"");
    row("tokenizer a number", "/tokenizer", "7", "\"tokenizer\"");
    row("recipe an object", "/recipe", "{}", "\"recipe\"");
  }
  void a_broken_field_is_refused_by_its_name() {
    QFETCH(std::string, pointer);
    QFETCH(std::string, value);
    QFETCH(std::string, named);
    json broken = to_json(example());
    broken[json::json_pointer(pointer)] = json::parse(value);
    const auto result = manifest_from_json(broken, Sentence::verbatim("run.lift"));
    QVERIFY(!result.ok());
    QVERIFY(result.error().code == ErrorCode::Malformed);
    QVERIFY2(result.error().sentence().find(named) != std::string::npos, result.error().sentence().c_str());
    QVERIFY(result.error().sentence().starts_with("run.lift"));
  }

  void anything_but_an_object_is_refused() {
    for (const char* text : {"null", "[]", "3", "\"x\"", "{}"})
      QVERIFY(!manifest_from_json(json::parse(text), Sentence::verbatim("x")).ok());
  }
};

QTEST_GUILESS_MAIN(ManifestTest)
#include "manifest_test.moc"
