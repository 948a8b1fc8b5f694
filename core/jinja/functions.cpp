#include "core/jinja/functions.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/jinja/print.h"

namespace lift::jinja {

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

const Callable<Value>* find_filter(std::string_view name) {
  for (const Table<Value>* table : {&text_filters(), &list_filters(), &choice_filters(), &number_filters()})
    if (const auto found = table->find(name); found != table->end()) return &found->second;
  return nullptr;
}

}   // namespace

Error refuse(Sentence message) { return make_error(ErrorCode::InvalidArgument, Sentence(), std::move(message)); }
Error lacking(Sentence message) { return make_error(ErrorCode::Unsupported, Sentence(), std::move(message)); }

Error expected(std::string_view function, const Sentence& kind, const Value& found) {
  return refuse(say("{}: expected {}, found {}", function, kind, found.kind()));
}

Result<std::int64_t> whole_of(std::string_view function, const Value& value) {
  if (!value.is_whole()) return expected(function, say("a whole number"), value);
  return value.integer();
}

Result<std::int64_t> whole_or(std::string_view function, const Value* value, std::int64_t otherwise) {
  if (!value || value->is_none()) return otherwise;
  return whole_of(function, *value);
}

const Value* Arguments::named_value(std::string_view name) const {
  const auto found = std::ranges::find(named, name, [](const auto& entry) -> std::string_view { return entry.first; });
  return found == named.end() ? nullptr : &found->second;
}

Result<Bound> bind(std::string_view function, std::string_view parameters, std::size_t required,
                   const Arguments& arguments) {
  const std::vector<std::string_view> names = words_of(parameters);
  if (arguments.positional.size() > names.size())
    return refuse(
        say("{}: expected at most {} arguments, found {}", function, names.size(), arguments.positional.size()));
  Bound bound;
  bound.values_.assign(names.size(), nullptr);
  for (std::size_t i = 0; i < arguments.positional.size(); ++i) bound.values_[i] = &arguments.positional[i];
  for (const auto& [name, value] : arguments.named) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return refuse(say("{}: expected no argument called {}, found one", function, name));
    const Value*& place = bound.values_[static_cast<std::size_t>(found - names.begin())];
    if (place) return refuse(say("{}: expected {} once, found it twice", function, name));
    place = &value;
  }
  for (std::size_t i = 0; i < required; ++i)
    if (!bound.values_[i]) return refuse(say("{}: expected at least {} arguments, found fewer", function, required));
  return bound;
}

bool is_known_filter(std::string_view name) { return find_filter(name) != nullptr; }

Result<Value> apply_filter(std::string_view name, const Value& value, const Arguments& arguments) {
  const Callable<Value>* filter = find_filter(name);
  if (!filter) return lacking(say("the filter {} is not one that this program has", name));
  return filter->call(name, value, arguments);
}

}   // namespace lift::jinja
