// lift-studio: the window. What a terminal is answered, then looks, language, settings, window, pages.
#include <cstdio>
#include <cstdlib>

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include "core/session/prepare_process.h"
#include "ui/look/application_look.h"
#include "ui/look/translation.h"
#include "ui/pages/studio_window.h"
#include "ui/settings/settings.h"

using namespace Qt::StringLiterals;

namespace {

// As in the README: a wrong option, and what the system refused.
constexpr int kWrongOption = 2, kRefused = 4;

class CommandLine {
 public:
  CommandLine() {
    parser_.setApplicationDescription(
        u"LIFT Studio: fine-tune a language model by its principal weights, in a window.\n"
        "`lift` does the same in the terminal and opens the same runs."_s);
    parser_.addPositionalArgument(u"files"_s, u"A model, training rows, a recipe, a delta or a run's folder to open"_s,
                                  u"[files...]"_s);
    parser_.addOptions({help_, version_});
    parser_.setSingleDashWordOptionMode(
        QCommandLineParser::ParseAsLongOptions);   // -platform, -style: Qt's, no letters in a row
  }

  // Help and version. Before there is a QApplication, which needs a screen.
  bool answered(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    parser_.parse(QCoreApplication::arguments());
    if (parser_.isSet(help_)) std::printf("%s", qPrintable(parser_.helpText()));
    else if (parser_.isSet(version_)) std::printf("lift-studio %s\n", LIFT_VERSION);
    else return false;
    return true;
  }

  // Once the QApplication has taken Qt's own options away.
  bool understood() { return parser_.parse(QCoreApplication::arguments()); }
  QString trouble() const { return parser_.errorText(); }
  QStringList files() const { return parser_.positionalArguments(); }

 private:
  QCommandLineParser parser_;
  const QCommandLineOption help_{{u"h"_s, u"help"_s}, u"Say this and end"_s};
  const QCommandLineOption version_{u"version"_s, u"Say the version and end"_s};
};

// Qt ends the process where it finds no screen, with a sentence about its plug-ins.
void sayThatThereIsNoScreen(QtMsgType type, const QMessageLogContext&, const QString& message) {
  if (type != QtFatalMsg) return;
  std::fprintf(
      stderr,
      "lift-studio: there is no screen to open a window on. Start it from a desktop; in the terminal `lift` does "
      "the same (lift --help).\nQt says: %s\n",
      qPrintable(message.section(u'\n', 0, 0)));
  std::_Exit(kRefused);
}

}   // namespace

int main(int argc, char** argv) {
  if (const lift::Status prepared = lift::prepare_process(); !prepared.ok()) {
    std::fprintf(stderr, "lift-studio: %s\n", prepared.error().sentence().c_str());
    return kWrongOption;
  }
  CommandLine command_line;
  if (command_line.answered(argc, argv)) return 0;
  const QtMessageHandler usual = qInstallMessageHandler(sayThatThereIsNoScreen);
  QApplication application(argc, argv);
  qInstallMessageHandler(usual);
  if (!command_line.understood()) {
    std::fprintf(stderr, "lift-studio: %s (see --help)\n", qPrintable(command_line.trouble()));
    return kWrongOption;
  }
  QCoreApplication::setApplicationVersion(QString::fromLatin1(LIFT_VERSION));
  ui::prepareApplication(application);
  ui::Settings settings;
  ui::installTranslation(application, settings.language());
  settings.setTheme(settings.theme());
  settings.setReduceMotion(settings.reduceMotion());
  ui::StudioWindow window(settings, {});
  window.show();
  for (const QString& file : command_line.files())
    window.openPath(QFileInfo(file).absoluteFilePath());   // recipes keep it
  return QApplication::exec();
}
