// Another program's adapter becomes a delta like any other: made, attached, scaled, shown, exported, taken off.
#include <QtTest>

#include "tests/core/session/tiny_session.h"
#include "tests/support/lora_adapter.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

class SessionImportTest : public QObject {
  Q_OBJECT
  TinyFolder folder_;
  TemporaryFolder out_;

 private Q_SLOTS:
  void nothing_is_left_of_an_export_that_ollama_did_not_take() {
    const fs::path bin = out_ / "bin", cache = out_ / "cache";
    write_text(bin / "ollama", "#!/bin/sh\necho no room >&2\nexit 1\n");
    fs::permissions(bin / "ollama", fs::perms::owner_all);
    qputenv("PATH", QByteArray::fromStdString(bin.string() + ":/usr/bin:/bin"));
    qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(cache.string()));
    Session session(folder_.options());
    QVERIFY(session.open_model(folder_.model(), DType::BF16, {}).ok());
    const auto refused = session.export_model("ollama", "mine");
    QVERIFY(!refused.ok() && refused.error().sentence().find("no room") != std::string::npos);
    QVERIFY(fs::is_empty(cache / "lift-studio" / "ollama"));
    std::stop_source stop;   // while the files are compared
    const auto stopped =
        session.export_model("ollama", "mine", {.stop = stop.get_token(), .progress = [&](const Progress& progress) {
                                                  if (progress.phase.text().starts_with("comparing"))
                                                    stop.request_stop();
                                                }});
    QVERIFY(!stopped.ok() && stopped.error().code == ErrorCode::Cancelled);
    QVERIFY(fs::is_empty(cache / "lift-studio" / "ollama"));
  }

  void what_was_attached_stays_when_another_can_t_be() {
    Session session(folder_.options());
    QVERIFY(session.open_model(folder_.model(), DType::BF16, {}).ok());
    const fs::path adapter = write_lora_adapter(out_ / "first"), broken = write_lora_adapter(out_ / "broken");
    QVERIFY(session.attach_delta(adapter).ok());
    QVERIFY(session.set_delta_strength(0.5).ok());
    const double change = session.changes().matrices.at(0).mean_change;
    fs::resize_file(broken / "adapter_model.safetensors", 40);
    const fs::path no_delta = out_ / "no-delta.safetensors";
    write_text(no_delta, "nothing");
    for (const fs::path& source : {broken, no_delta, out_ / "nowhere"}) {
      QVERIFY(!session.attach_delta(source).ok());
      QVERIFY(session.has_delta());
      QCOMPARE(session.delta_strength(), 0.5);
      QCOMPARE(session.changes().matrices.at(0).mean_change, change);
    }
    QVERIFY(session.detach_delta().ok());   // which proves that the base is the base's, bit for bit
  }

  void an_adapter_becomes_a_delta_like_any_other() {
    Session session(folder_.options());
    QVERIFY(session.open_model(folder_.model(), DType::BF16, {}).ok());
    const fs::path delta = out_ / "imported.safetensors";
    const auto report = session.import_delta(write_lora_adapter(out_ / "adapter"), delta);
    QVERIFY2(report.ok(), sentence_of(report).c_str());
    QCOMPARE(report->tensors, std::int64_t{1});
    QCOMPARE(report->changed, std::int64_t{32 * 24});
    QCOMPARE(report->bytes, static_cast<std::int64_t>(fs::file_size(delta)));
    QVERIFY(!session.has_delta());

    QVERIFY(!session.delta_info(out_ / "adapter").ok());
    QVERIFY(session.attach_delta(out_ / "adapter").ok());   // without a file
    QCOMPARE(session.changes().changed, std::int64_t{32 * 24});
    QCOMPARE(session.delta_info(out_ / "adapter").value().manifest.changed(), std::int64_t{32 * 24});
    QVERIFY(session.attach_delta(delta).ok());
    QCOMPARE(session.changes().changed, std::int64_t{32 * 24});
    QVERIFY(std::abs(session.changes().matrices.at(0).mean_change - 2) < 0.01);
    QVERIFY(session.set_delta_strength(0.5).ok());
    QVERIFY(std::abs(session.changes().matrices.at(0).mean_change - 1) < 0.01);
    QVERIFY(session.set_delta_strength(1).ok());
    const auto again = session.import_delta(out_ / "adapter", out_ / "second.safetensors");
    QVERIFY(!again.ok() && again.error().sentence().find("Detach the delta first") != std::string::npos);
    QVERIFY(session.export_model("hf_folder", out_ / "merged").ok());
    QVERIFY(fs::exists(out_ / "merged" / "README.md"));
    QVERIFY(session.detach_delta().ok());

    // The merged folder is the same delta.
    const auto whole = session.import_delta(out_ / "merged", out_ / "whole.safetensors");
    QVERIFY2(whole.ok(), sentence_of(whole).c_str());
    QCOMPARE(whole->changed, report->changed);
    const auto proof = session.verify_delta(folder_.model(), out_ / "whole.safetensors");
    QVERIFY2(proof.ok(), sentence_of(proof).c_str());
    const auto taken = session.import_delta(out_ / "merged", delta);
    QVERIFY(!taken.ok() && taken.error().sentence().find("nothing is overwritten") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(SessionImportTest)
#include "session_import_test.moc"
