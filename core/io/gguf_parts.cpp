// A model split over several GGUF files by llama.cpp's gguf-split: "NAME-00001-of-00003.gguf", the keys in the first,
// the tensors spread over all, each with split.no, split.count and split.tensors.count.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/say.h"
#include "core/io/gguf_reader.h"
#include "core/io/quote_name.h"
#include "core/io/shard_names.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr const char* kCount = "split.count";
constexpr const char* kNumber = "split.no";               // from 0
constexpr const char* kTensors = "split.tensors.count";   // of all parts
constexpr std::int64_t kMostParts = 4096;

Result<std::shared_ptr<const MappedFile>> map(const fs::path& path, GgufReader::Pages pages) {
  return pages == GgufReader::Pages::CopyOnWrite ? MappedFile::open_copy_on_write(path) : MappedFile::open(path);
}

struct SplitKeys {
  std::int64_t number = 0, count = 1;
};

Result<SplitKeys> split_keys(const GgufReader& part) {
  SplitKeys keys;
  if (!part.key(kCount)) return keys;
  LIFT_ASSIGN(keys.count, part.integer_key(kCount));
  if (keys.count < 0 || keys.count > kMostParts)
    return make_error(ErrorCode::Malformed, part.file()->path().string(),
                      say("expected {} from 1 to {}, found {}", kCount, kMostParts, keys.count));
  if (keys.count <= 1) return SplitKeys{};
  LIFT_ASSIGN(keys.number, part.integer_key(kNumber));
  if (keys.number < 0 || keys.number >= keys.count)
    return make_error(ErrorCode::Malformed, part.file()->path().string(),
                      say("expected {} from 0 to {}, found {}", kNumber, keys.count - 1, keys.number));
  return keys;
}

// What the other parts are called.
Result<ShardName> set_of(const fs::path& path, const SplitKeys& keys) {
  const auto name = parse_shard_name(path.filename().string());
  if (name && name->count == keys.count && name->number == keys.number + 1) return *name;
  return make_error(ErrorCode::Malformed, path.string(),
                    say("this is part {} of {} of a split GGUF model: expected a name that ends in "
                        "-{:05}-of-{:05}.gguf, as its other parts have",
                        keys.number + 1, keys.count, keys.number + 1, keys.count),
                    say("Give the parts back their names, or merge them with llama.cpp's gguf-split"));
}

}   // namespace

// Joins the parts into the reader of the first.
class GgufParts {
 public:
  static Result<GgufReader> join(const fs::path& path, const ShardName& set, GgufReader::Pages pages) {
    const fs::path folder = path.parent_path();
    if (const auto missing = missing_parts(folder, set); !missing.empty())
      return make_error(ErrorCode::NotFound, path.string(),
                        say("this is part {} of {} of a split GGUF model, and of its parts {} are missing: {}",
                            set.number, set.count, missing.size(), set.name_of(missing.front())),
                        say("Get the missing parts into the same folder"));
    LIFT_ASSIGN(GgufReader all, open_part(folder, set, 1, pages));
    for (int part = 2; part <= set.count; ++part) {
      LIFT_ASSIGN(GgufReader next, open_part(folder, set, part, pages));
      LIFT_RETURN_IF_ERROR(add(all, std::move(next)));
    }
    LIFT_RETURN_IF_ERROR(check_count(all));
    return all;
  }

 private:
  static Result<GgufReader> open_part(const fs::path& folder, const ShardName& set, int number,
                                      GgufReader::Pages pages) {
    LIFT_ASSIGN(auto file, map(folder / set.name_of(number), pages));
    LIFT_ASSIGN(GgufReader part, GgufReader::read(std::move(file)));
    LIFT_ASSIGN(const SplitKeys keys, split_keys(part));
    if (keys.count != set.count || keys.number + 1 != number)
      return make_error(ErrorCode::Malformed, part.file()->path().string(),
                        say("expected part {} of {} of a split GGUF model, found part {} of {}", number, set.count,
                            keys.number + 1, keys.count));
    return part;
  }

  static Status add(GgufReader& all, GgufReader next) {
    for (GgufTensor& tensor : next.tensors_) {
      if (!all.by_name_.emplace(tensor.name, all.tensors_.size()).second)
        return make_error(ErrorCode::Malformed,
                          say("{}, tensor {}", next.file()->path().string(), quote_name(tensor.name)),
                          say("expected every tensor once, found this one in two parts"));
      tensor.part = all.files_.size();
      all.tensors_.push_back(std::move(tensor));
    }
    std::move(next.foreign_.begin(), next.foreign_.end(), std::back_inserter(all.foreign_));
    for (auto& [key, value] : next.keys_) all.keys_.try_emplace(key, std::move(value));
    all.files_.push_back(next.files_.front());
    return {};
  }

  static Status check_count(const GgufReader& all) {
    if (!all.key(kTensors)) return {};
    LIFT_ASSIGN(const std::int64_t expected, all.integer_key(kTensors));
    const auto found = static_cast<std::int64_t>(all.tensors().size() + all.foreign().size());
    if (expected == found) return {};
    return make_error(ErrorCode::Malformed, say("{}, key {}", all.file()->path().string(), kTensors),
                      say("expected {} tensors in all {} parts, found {}", expected, all.files().size(), found));
  }
};

Result<GgufReader> GgufReader::open(const fs::path& path, Pages pages) {
  LIFT_ASSIGN(auto file, map(path, pages));
  LIFT_ASSIGN(GgufReader reader, read(std::move(file)));
  LIFT_ASSIGN(const SplitKeys keys, split_keys(reader));
  if (keys.count <= 1) return reader;
  LIFT_ASSIGN(const ShardName set, set_of(path, keys));
  return GgufParts::join(path, set, pages);
}

}   // namespace lift
