#pragma once
// Runs the command line as a user does: arguments in, exit code and both outputs out.
#include <csignal>

#include <QByteArray>
#include <QProcess>
#include <QStringList>

#include <nlohmann/json.hpp>

#include "tests/support/paths.h"

namespace lift::test {

struct Ran {
  int code = -1;
  QString out, err;
  nlohmann::json json() const { return nlohmann::json::parse(out.toStdString(), nullptr, false); }
  // The last line of standard output as JSON.
  nlohmann::json last_json() const {
    const QStringList lines = out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    return lines.isEmpty() ? nlohmann::json() : nlohmann::json::parse(lines.last().toStdString(), nullptr, false);
  }
};

inline QString path_text(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

inline QString lift_program() { return path_text(program_dir() / "lift"); }

inline Ran run_lift(const QStringList& arguments, int timeout_ms = 240000) {
  QProcess process;
  process.start(lift_program(), arguments);
  process.closeWriteChannel();
  if (!process.waitForFinished(timeout_ms)) {
    process.kill();
    process.waitForFinished();
    return {-2, QString::fromUtf8(process.readAllStandardOutput()), QStringLiteral("ran past its time")};
  }
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

}   // namespace lift::test
