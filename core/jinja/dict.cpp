#include "core/jinja/dict.h"

namespace lift::jinja {

const std::size_t* Dict::place_of(std::size_t hash, const Value& key) const {
  const auto [begin, end] = places_.equal_range(hash);
  for (auto at = begin; at != end; ++at)
    if (equal(entries_[at->second].first, key)) return &at->second;
  return nullptr;
}

const Value* Dict::find(const Value& key) const {
  const auto hash = hash_of(key);
  const std::size_t* place = hash ? place_of(*hash, key) : nullptr;
  return place ? &entries_[*place].second : nullptr;
}

const Value* Dict::find(std::string_view key) const { return find(Value::of(std::string(key))); }

bool Dict::put(const Value& key, Value value) {
  const auto hash = hash_of(key);
  if (!hash) return false;
  if (const std::size_t* place = place_of(*hash, key)) {
    entries_[*place].second = std::move(value);
    return true;
  }
  places_.emplace(*hash, entries_.size());
  entries_.emplace_back(key, std::move(value));
  return true;
}

void Dict::put(std::string_view key, Value value) { put(Value::of(std::string(key)), std::move(value)); }

}   // namespace lift::jinja
