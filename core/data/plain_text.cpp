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

bool is_table(Wrapping wrapping) {
  return wrapping == Wrapping::Parquet || wrapping == Wrapping::ArrowFile || wrapping == Wrapping::ArrowStream;
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

Result<PlainText> open_plain_text(const std::filesystem::path& path, const TaskContext& task) {
  PlainText plain;
  LIFT_ASSIGN(plain.text, MappedFile::open(path));
  for (int layer = 0; layer < kMostLayers; ++layer) {
    const std::string_view bytes = text_in(*plain.text);
    const Wrapping wrapping = wrapping_of(bytes);
    if (wrapping == Wrapping::None) break;
    LIFT_ASSIGN(ScratchFile scratch, ScratchFile::create());
    plain.told.push_back(told_of(wrapping));
    const auto write = [&](std::string_view part) { return scratch.write(part); };
    if (is_table(wrapping)) {
      LIFT_RETURN_IF_ERROR(unpack_table(bytes, wrapping, path.string(), write, plain.told, task));
    } else {
      LIFT_RETURN_IF_ERROR(unpack(bytes, wrapping, path.string(), write, task));
    }
    LIFT_ASSIGN(plain.text, std::move(scratch).map());
    plain.copied = true;
  }
  return plain;
}

}   // namespace lift
