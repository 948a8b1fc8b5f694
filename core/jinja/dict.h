#pragma once
// A mapping of the template language: keys are any values that Python can hash, in insertion order. Used by this room
// and by chat_template. Tensor-free.
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/jinja/value.h"

namespace lift::jinja {

class Dict {
 public:
  using Entries = std::vector<std::pair<Value, Value>>;

  const Value* find(const Value& key) const;
  const Value* find(std::string_view key) const;
  // Sets or replaces a value. Returns false if the key can't be hashed (hash_of).
  bool put(const Value& key, Value value);
  void put(std::string_view key, Value value);

  const Entries& entries() const { return entries_; }
  std::size_t size() const { return entries_.size(); }
  bool empty() const { return entries_.empty(); }

 private:
  const std::size_t* place_of(std::size_t hash, const Value& key) const;

  Entries entries_;
  std::unordered_multimap<std::size_t, std::size_t> places_;   // hash -> index into entries_
};

}   // namespace lift::jinja
