// How fast the rows of files are found: rows_bench FILE...
// By file: bytes on disk, rows, seconds until it is open (a table or packed file is unpacked by then) and until every
// row has been found, MB/s of both together, peak memory.
#include <chrono>
#include <filesystem>

#include <fmt/format.h>
#include <sys/resource.h>

#include "core/data/row_file.h"

namespace {

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}   // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const auto file = lift::RowFile::open(argv[i]);
    if (!file.ok()) return fmt::print(stderr, "{}\n", file.error().sentence()), 1;
    const double opened = seconds_since(begin);
    const auto rows = (*file)->rows();
    std::int64_t count = 0;
    std::uint64_t released = 0;
    for (auto row = rows->next(); row.ok() && *row; row = rows->next(), ++count)
      if (rows->offset() - released > (16u << 20)) {
        (*file)->release();
        released = rows->offset();
      }
    const double all = seconds_since(begin);
    const auto bytes = static_cast<double>(std::filesystem::file_size(argv[i]));
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print(
        "{}: {:.0f} MB, {} rows, {:.0f} MB of text; open after {:.2f} s, all rows after {:.2f} s; {:.0f} MB/s "
        "of the file, {:.0f} of its text; {} MiB\n",
        argv[i], bytes / 1e6, count, static_cast<double>((*file)->text().size()) / 1e6, opened, all, bytes / all / 1e6,
        static_cast<double>((*file)->text().size()) / all / 1e6, usage.ru_maxrss / 1024);
  }
}
