#include "core/data/plain_text.h"

#include "core/base/say.h"
#include "core/data/file_kind.h"
#include "core/data/scratch_file.h"
#include "core/data/unpack.h"
#include "core/data/unpack_table.h"

namespace lift {

namespace {

constexpr int kMostLayers = 3;   // UTF-16 inside gzip is two, so is Parquet

std::string_view text_in(const MappedFile& file) {
  const auto bytes = file.bytes();
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Sentence told_of(Wrapping wrapping) {
  switch (wrapping) {
    case Wrapping::Gzip: return say("packed with {}", "gzip");
    case Wrapping::Zstd: return say("packed with {}", "zstd");
    case Wrapping::Parquet: return say("a {} file", "Parquet");
    case Wrapping::ArrowFile: return say("an {} file", "Arrow IPC");
    case Wrapping::ArrowStream: return say("an {} stream", "Arrow IPC");
    default: return say("in UTF-16");
  }
}

}   // namespace

Result<PlainText> open_plain_text(const std::filesystem::path& path, const TaskContext& task, std::size_t enough) {
  PlainText plain;
  LIFT_ASSIGN(plain.text, MappedFile::open(path));
  for (int layer = 0; layer < kMostLayers; ++layer) {
    const std::string_view bytes = text_in(*plain.text);
    const Wrapping wrapping = wrapping_of(bytes);
    if (wrapping == Wrapping::None) break;
    if (wrapping == Wrapping::Parquet || wrapping == Wrapping::ArrowFile) {
      plain.told.push_back(told_of(wrapping));
      plain.table = wrapping;
      break;
    }
    LIFT_ASSIGN(ScratchFile scratch, ScratchFile::create());
    plain.told.push_back(told_of(wrapping));
    std::size_t written = 0;
    const auto write = [&](std::string_view part) -> Status {
      LIFT_RETURN_IF_ERROR(scratch.write(part));
      written += part.size();
      plain.whole = enough == 0 || written < enough;
      return plain.whole ? Status() : make_error(ErrorCode::Cancelled, path.string(), say("unpacking was cancelled"));
    };
    Status unpacked = wrapping == Wrapping::ArrowStream
                          ? unpack_table(bytes, wrapping, path.string(), write, plain.told, task)
                          : unpack(bytes, wrapping, path.string(), write, task);
    if (!unpacked.ok() && plain.whole) return std::move(unpacked).error();
    LIFT_ASSIGN(plain.text, std::move(scratch).map());
    plain.copied = true;
    if (plain.whole) continue;
    // What lies packed in a piece cannot be unpacked: that needs all of it.
    if (wrapping_of(text_in(*plain.text)) != Wrapping::None) return open_plain_text(path, task);
    break;
  }
  return plain;
}

}   // namespace lift
