#include "core/io/json.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/atomic_file.h"
#include "core/io/quote_name.h"

namespace lift {

namespace {

using nlohmann::json;

// Walks the text and tells how far the parser has come, which the parser's events do not say.
class CountingIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
  bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  const char** reached_;
};

// The library's sentence without its own prefix and position: "syntax error while parsing value - ...".
std::string plain_reason(std::string_view what) {
  for (const std::string_view cut : {std::string_view("] "), std::string_view("column ")})
    if (const auto at = what.find(cut); at != std::string_view::npos) what.remove_prefix(at + cut.size());
  if (const auto colon = what.find(": "); colon < 12) what.remove_prefix(colon + 2);
  std::string reason = quote_name(what, 240);
  return reason.substr(1, reason.size() - 2);
}

// Builds the value from the parser's events and stops at the first broken bound.
class BoundedBuilder : public nlohmann::json_sax<json> {
 public:
  explicit BoundedBuilder(const JsonLimits& limits) : limits_(limits) {}

  bool null() override { return add(json()); }
  bool boolean(bool value) override { return add(json(value)); }
  bool number_integer(number_integer_t value) override { return add(json(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(json(value)); }
  bool number_float(number_float_t value, const string_t&) override { return add(json(value)); }
  bool string(string_t& value) override { return add(json(std::move(value))); }
  bool binary(binary_t&) override { return stop(say("expected text, found binary data")); }
  bool start_object(std::size_t) override { return enter(json::object()); }
  bool start_array(std::size_t) override { return enter(json::array()); }
  bool end_object() override { return leave(); }
  bool end_array() override { return leave(); }

  bool key(string_t& name) override {
    const auto [place, fresh] = open_.back()->get_ref<json::object_t&>().try_emplace(name);
    if (!fresh && limits_.refuse_duplicate_keys)
      return stop(say("expected every name once, found {} twice in one object", quote_name(name)));
    slot_ = &place->second;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& problem) override {
    return stop(say("not valid JSON: {}", plain_reason(problem.what())));
  }

  json take() { return std::move(root_); }
  const Sentence& problem() const { return problem_; }

 private:
  bool stop(Sentence problem) {
    if (problem_.empty()) problem_ = std::move(problem);
    return false;
  }
  json* place(json value) {
    if (open_.empty()) return &(root_ = std::move(value));
    if (open_.back()->is_array()) return &open_.back()->get_ref<json::array_t&>().emplace_back(std::move(value));
    return &(*slot_ = std::move(value));
  }
  bool add(json value) {
    if (++values_ > limits_.values) return stop(say("expected at most {} values, found more", limits_.values));
    place(std::move(value));
    return true;
  }
  bool enter(json container) {
    if (static_cast<int>(open_.size()) >= limits_.depth)
      return stop(say("expected at most {} arrays and objects inside each other, found more", limits_.depth));
    if (++values_ > limits_.values) return stop(say("expected at most {} values, found more", limits_.values));
    open_.push_back(place(std::move(container)));
    return true;
  }
  bool leave() {
    open_.pop_back();
    return true;
  }

  const JsonLimits& limits_;
  json root_;
  std::vector<json*> open_;   // stable: while a container is open, nothing is added to those around it
  json* slot_ = nullptr;
  std::size_t values_ = 0;
  Sentence problem_;
};

Result<json> parse_bounded(std::string_view text, const Sentence& subject, const JsonLimits& limits) {
  const char* reached = text.data();
  BoundedBuilder builder(limits);
  const bool good = json::sax_parse(CountingIterator(text.data(), &reached),
                                    CountingIterator(text.data() + text.size(), &reached), &builder);
  if (good) return builder.take();
  const std::string_view before = text.substr(0, static_cast<std::size_t>(reached - text.data()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto last_break = before.rfind('\n');
  const auto column = before.size() - (last_break == std::string_view::npos ? 0 : last_break + 1);
  return make_error(ErrorCode::Malformed, subject,
                    say("line {}, column {}: {}", line, std::max<std::size_t>(column, 1), builder.problem()));
}

}   // namespace

Result<json> parse_json(std::string_view text, const std::string& subject, const JsonLimits& limits) {
  return parse_json(text, Sentence::verbatim(subject), limits);
}

Result<json> parse_json(std::string_view text, const Sentence& subject, const JsonLimits& limits) {
  if (text.size() > limits.bytes)
    return make_error(ErrorCode::Malformed, subject,
                      say("expected at most {} bytes of JSON, found {}", limits.bytes, text.size()));
  if (text.empty()) return make_error(ErrorCode::Malformed, subject, say("expected JSON, found nothing"));
  return catch_exceptions(subject, [&] { return parse_bounded(text, subject, limits); });
}

Result<json> read_json_file(const std::filesystem::path& path, const JsonLimits& limits) {
  LIFT_ASSIGN(const std::string text, read_whole_file(path, limits.bytes));
  return parse_json(text, path.string(), limits);
}

Sentence json_kind(const json& value) {
  if (value.is_null()) return Sentence::verbatim("null");
  if (value.is_object()) return say("an object");
  if (value.is_array()) return say("a list");
  if (value.is_string()) return say("a text");
  return value.is_boolean() ? say("true or false") : say("a number");
}

Status write_json_file(const std::filesystem::path& path, const json& value, BrokenText broken) {
  const auto handler = broken == BrokenText::Replace ? json::error_handler_t::replace : json::error_handler_t::strict;
  return catch_exceptions(path.string(),
                          [&] { return write_file_atomically(path, value.dump(2, ' ', false, handler) + '\n'); });
}

}   // namespace lift
