#pragma once
// Numbers as text in the user's locale. Used by pages and tables.
#include <cstdint>
#include <optional>

#include <QStringList>

namespace lift {
struct RunSummary;
}

namespace ui {

QString countWords(std::int64_t count);                 // "134,515,008"
QString shortCountWords(std::int64_t count);            // "135 M"
QString bytesWords(double bytes);                       // "98.4 MB"
QString mebibytesWords(double bytes);                   // "270 MiB", "1.6 GiB": for memory
QString secondsWords(double seconds);                   // "13 min 40 s"
QString percentWords(double share, int decimals = 1);   // "97.6 %"
QString numberWords(double value, int decimals);
QString rateWords(double rate);                        // "0.0005", "4.17e-5": three significant digits
QString modelWords(const QString& path);               // of its file or folder: "SmolLM2-135M-Instruct.Q4_1"
QString sentenceWords(const QStringList& sentences);   // joined to a paragraph
QString pathWords(const QString& path);                // with ~ for the home folder
// "53 → 54 of 100": right answers to the probe before and after; shares if the number of questions is unknown.
QString probeWords(double before, double after, std::int64_t items);
// What these say about retained knowledge. `high`: upper end of retention's 95 % interval; std::nullopt: unknown.
QString keptWords(double before, double after, std::optional<double> high);
QString gainWords(
    const lift::RunSummary& run);   // what a run improved, as far as it was measured: "Held-out loss 1.413 → 0.804."

}   // namespace ui
