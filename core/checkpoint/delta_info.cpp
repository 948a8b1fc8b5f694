#include "core/checkpoint/delta_info.h"

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/checkpoint/delta_format.h"
#include "core/io/json.h"

namespace lift {

Result<Manifest> manifest_of(const SafetensorsReader& reader) {
  const std::string file = reader.file()->path().string();
  const auto format = reader.metadata().find("format"), manifest = reader.metadata().find(kManifestKey);
  if (format == reader.metadata().end() || format->second != kDeltaFormat || manifest == reader.metadata().end())
    return make_error(ErrorCode::Malformed, file, say("expected a LIFT delta, found another safetensors file"),
                      say("A delta is written by a training run"));
  const Sentence subject = say("{}, manifest", file);
  LIFT_ASSIGN(const nlohmann::json value, parse_json(manifest->second, subject));
  return manifest_from_json(value, subject);
}

double DeltaInfo::bytes_per_entry() const {
  const std::int64_t entries = manifest.changed();
  return entries ? static_cast<double>(file_bytes) / static_cast<double>(entries) : 0;
}

Result<DeltaInfo> read_delta_info(const std::filesystem::path& file) {
  LIFT_ASSIGN(const SafetensorsReader reader, SafetensorsReader::open(file));
  DeltaInfo info;
  LIFT_ASSIGN(info.manifest, manifest_of(reader));
  info.file_bytes = static_cast<std::int64_t>(reader.file()->bytes().size());
  return info;
}

}   // namespace lift
