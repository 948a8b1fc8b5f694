// `lift export --help` lists the exporters from their registry: one more is in it without another line of code.
#include <QtTest>

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "core/base/say.h"
#include "core/exchange/exporter.h"

namespace lift::cli {
extern const Verb kExport;
}

using namespace lift;

class ExportHelpTest : public QObject {
  Q_OBJECT

  std::string help() {
    CLI::App app("test", "lift");
    cli::Options options;
    std::vector<std::pair<CLI::App*, cli::Body>> bodies;
    cli::kExport.add(app, options, bodies);
    return bodies.front().first->help();
  }

 private Q_SLOTS:
  void every_exporter_is_listed_by_name_and_title() {
    for (const Exporter& exporter : exporter_list()) {
      QVERIFY2(help().find(std::string(exporter.name)) != std::string::npos, exporter.name.data());
      QVERIFY2(help().find(exporter.title.text()) != std::string::npos, exporter.name.data());
    }
  }
  void one_more_is_listed_too() {
    Exporter more = exporter_list().front();
    more.name = "one_more";
    more.title = say("One more form of the model");
    const AddedExporter added(more);
    QVERIFY(help().find("one_more") != std::string::npos);
    QVERIFY(help().find("One more form of the model") != std::string::npos);
  }
};

QTEST_GUILESS_MAIN(ExportHelpTest)
#include "export_help_test.moc"
