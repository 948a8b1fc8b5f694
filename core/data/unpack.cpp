#include "core/data/unpack.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <zlib.h>
#include <zstd.h>

#include "core/base/say.h"
#include "core/base/utf8.h"

namespace lift {

namespace {

constexpr std::size_t kBlock = 1u << 18;

Status go_on(std::string_view packed, std::size_t at, const std::string& path, const TaskContext& task) {
  if (task.stop_requested()) return make_error(ErrorCode::Cancelled, path, say("unpacking was cancelled"));
  task.report(say("unpacking"), static_cast<std::int64_t>(at), static_cast<std::int64_t>(packed.size()));
  return {};
}

Error damaged(const std::string& path, std::string_view format, std::size_t at, std::string_view reason) {
  return make_error(ErrorCode::Malformed, path,
                    say("expected a whole {} file, found damage at byte {}: {}", format, at, reason),
                    say("Get the file again"));
}

// Several members one behind the other are one text, as gunzip has it.
Status unpack_gzip(std::string_view packed, const std::string& path, const ByteSink& take, const TaskContext& task) {
  constexpr int gzip_only = 15 + 16;
  z_stream stream{};
  if (inflateInit2(&stream, gzip_only) != Z_OK) return damaged(path, "gzip", 0, "no memory");
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> closing(&stream, inflateEnd);
  std::vector<char> out(kBlock);
  std::size_t at = 0;
  int state = Z_OK;
  while (at < packed.size() || state == Z_OK) {
    LIFT_RETURN_IF_ERROR(go_on(packed, at, path, task));
    const std::size_t given = std::min(kBlock, packed.size() - at);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + at));
    stream.avail_in = static_cast<uInt>(given);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    state = inflate(&stream, Z_NO_FLUSH);
    at += given - stream.avail_in;
    const std::size_t made = out.size() - stream.avail_out;
    if (state != Z_OK && state != Z_STREAM_END)
      return damaged(path, "gzip", at, state == Z_BUF_ERROR ? "it ends too early" : stream.msg ? stream.msg : "");
    LIFT_RETURN_IF_ERROR(take({out.data(), made}));
    if (state == Z_STREAM_END && at < packed.size()) inflateReset(&stream);
  }
  return {};
}

Status unpack_zstd(std::string_view packed, const std::string& path, const ByteSink& take, const TaskContext& task) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(), ZSTD_freeDStream);
  std::vector<char> out(kBlock);
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  std::size_t state = 1;
  while (in.pos < in.size || state != 0) {
    LIFT_RETURN_IF_ERROR(go_on(packed, in.pos, path, task));
    const std::size_t before = in.pos;
    ZSTD_outBuffer made{out.data(), out.size(), 0};
    state = ZSTD_decompressStream(stream.get(), &made, &in);
    if (ZSTD_isError(state)) return damaged(path, "zstd", in.pos, ZSTD_getErrorName(state));
    if (made.pos == 0 && in.pos == before && state != 0) return damaged(path, "zstd", in.pos, "it ends too early");
    LIFT_RETURN_IF_ERROR(take({out.data(), made.pos}));
  }
  return {};
}

Status recode_utf16(std::string_view bytes, const std::string& path, const ByteSink& take, const TaskContext& task) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const bool mark = bytes.size() > 1 && (byte(0) ^ byte(1)) == (0xFF ^ 0xFE) && byte(0) >= 0xFE;
  const bool big = mark ? byte(0) == 0xFE : byte(0) == 0;
  const auto unit = [&](std::size_t i) {
    return static_cast<char32_t>(big ? byte(i) << 8 | byte(i + 1) : byte(i + 1) << 8 | byte(i));
  };
  std::string out;
  for (std::size_t at = mark ? 2 : 0; at < bytes.size();) {
    const std::size_t begin = at;
    char32_t code = at + 1 < bytes.size() ? unit(at) : 0xDC00;
    at += 2;
    const bool pair =
        code >= 0xD800 && code < 0xDC00 && at + 1 < bytes.size() && unit(at) >= 0xDC00 && unit(at) < 0xE000;
    if (pair) {
      code = 0x10000 + ((code - 0xD800) << 10) + (unit(at) - 0xDC00);
      at += 2;
    }
    if (code >= 0xD800 && code < 0xE000) return damaged(path, "UTF-16", begin, "half a character");
    append_utf8(out, code);
    if (out.size() < kBlock && at < bytes.size()) continue;
    LIFT_RETURN_IF_ERROR(go_on(bytes, at, path, task));
    LIFT_RETURN_IF_ERROR(take(out));
    out.clear();
  }
  return {};
}

}   // namespace

Status unpack(std::string_view packed, Wrapping wrapping, const std::string& path, const ByteSink& take,
              const TaskContext& task) {
  switch (wrapping) {
    case Wrapping::Gzip: return unpack_gzip(packed, path, take, task);
    case Wrapping::Zstd: return unpack_zstd(packed, path, take, task);
    case Wrapping::Utf16: return recode_utf16(packed, path, take, task);
    default: break;
  }
  return take(packed);
}

}   // namespace lift
