#include "core/data/plain_text.h"

#include "core/base/say.h"
#include "core/data/file_kind.h"
#include "core/data/scratch_file.h"
#include "core/data/unpack.h"

namespace lift {

namespace {

constexpr int kMostLayers = 3;   // UTF-16 inside gzip is two

std::string_view text_in(const MappedFile& file) {
  const auto bytes = file.bytes();
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Sentence told_of(Wrapping wrapping) {
  switch (wrapping) {
    case Wrapping::Gzip: return say("packed with {}", "gzip");
    case Wrapping::Zstd: return say("packed with {}", "zstd");
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
    LIFT_RETURN_IF_ERROR(unpack(
        bytes, wrapping, path.string(), [&](std::string_view part) { return scratch.write(part); }, task));
    LIFT_ASSIGN(plain.text, std::move(scratch).map());
    plain.told.push_back(told_of(wrapping));
    plain.copied = true;
  }
  return plain;
}

}   // namespace lift
