// The "normalizer", "pre_tokenizer" and "decoder" entries of tokenizer.json.
#include <functional>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/tokenizer/json_field.h"
#include "core/tokenizer/tokenizer_file.h"

namespace lift {

using nlohmann::json;

namespace {

constexpr int kDeepestSequence = 8;

std::string type_of(const json& value) {
  const json& type = json_at(value, "type");
  return type.is_string() ? type.get<std::string>() : std::string();
}

Error unsupported(const std::string& subject, const Sentence& known, const Sentence& type) {
  return make_error(ErrorCode::Unsupported, subject, say("expected one of {}; found {}", known, type),
                    say("The tokenizer would give other tokens without it, so the model is not opened"));
}

Error unsupported(const std::string& subject, const char* known, const std::string& type) {
  return unsupported(subject, Sentence::verbatim(known), Sentence::verbatim(quote_name(type)));
}

// {"String": "x"} or {"Regex": "x"}.
struct Pattern {
  std::string text;
  Regex regex;
  bool literal;
};
Result<Pattern> pattern_from(const json& value, const std::string& subject) {
  const json& literal = json_at(value, "String");
  if (literal.is_string() && !literal.get_ref<const std::string&>().empty())
    return Pattern{literal.get<std::string>(), Regex::literal(literal.get<std::string>()), true};
  const json& regex = json_at(value, "Regex");
  if (!regex.is_string())
    return unexpected_json(subject, "pattern", say("{{\"String\": text}} or {{\"Regex\": text}}"), value);
  LIFT_ASSIGN(Regex compiled, Regex::compile(regex.get<std::string>(), subject));
  return Pattern{regex.get<std::string>(), std::move(compiled), false};
}

Status read_sequence(const json& list, const char* name, const std::string& subject, int depth,
                     const std::function<Status(const json&, int)>& read) {
  if (!list.is_array()) return unexpected_json(subject, name, say("a list"), list);
  if (depth >= kDeepestSequence)
    return make_error(ErrorCode::Malformed, subject, say("expected at most 8 sequences inside each other, found more"));
  for (const json& part : list) LIFT_RETURN_IF_ERROR(read(part, depth + 1));
  return {};
}

Status read_normalizer(const json& value, const std::string& subject, int depth, std::vector<NormalizerStep>& steps) {
  using Kind = NormalizerStep::Kind;
  if (value.is_null()) return {};
  const std::string type = type_of(value);
  if (type == "Sequence")
    return read_sequence(json_at(value, "normalizers"), "normalizers", subject, depth,
                         [&](const json& part, int d) { return read_normalizer(part, subject, d, steps); });
  NormalizerStep step;
  if (type == "NFC") step.kind = Kind::Nfc;
  else if (type == "NFD") step.kind = Kind::Nfd;
  else if (type == "NFKC") step.kind = Kind::Nfkc;
  else if (type == "NFKD") step.kind = Kind::Nfkd;
  else if (type == "Lowercase") step.kind = Kind::Lowercase;
  else if (type == "Strip") {
    step.kind = Kind::Strip;
    LIFT_ASSIGN(step.strip_left, json_flag(value, "strip_left", true, subject));
    LIFT_ASSIGN(step.strip_right, json_flag(value, "strip_right", true, subject));
  } else if (type == "Prepend") {
    step.kind = Kind::Prepend;
    LIFT_ASSIGN(step.content, json_string(value, "prepend", subject));
  } else if (type == "Replace") {
    step.kind = Kind::Replace;
    LIFT_ASSIGN(step.content, json_string(value, "content", subject));
    LIFT_ASSIGN(Pattern pattern, pattern_from(json_at(value, "pattern"), subject));
    step.pattern = std::move(pattern.text);
    step.regex = std::move(pattern.regex);
  } else if (type == "StripAccents") {
    step.kind = Kind::StripAccents;
  } else if (type == "Precompiled") {
    step.kind = Kind::Precompiled;
    const json& map = json_at(value, "precompiled_charsmap");
    if (map.is_null() || map == "") return {};
    LIFT_ASSIGN(const std::string base64, json_string(value, "precompiled_charsmap", subject));
    LIFT_ASSIGN(step.charsmap, Charsmap::read_base64(base64, subject));
  } else {
    return unsupported(
        subject, "NFC, NFD, NFKC, NFKD, Prepend, Replace, Strip, StripAccents, Lowercase, Precompiled, Sequence", type);
  }
  steps.push_back(std::move(step));
  return {};
}

Result<PretokenizerStep::Behaviour> behaviour_from(const std::string& name, const std::string& subject) {
  using Behaviour = PretokenizerStep::Behaviour;
  if (name == "Removed") return Behaviour::Removed;
  if (name == "Isolated") return Behaviour::Isolated;
  if (name == "MergedWithPrevious") return Behaviour::MergedWithPrevious;
  if (name == "MergedWithNext") return Behaviour::MergedWithNext;
  if (name == "Contiguous") return Behaviour::Contiguous;
  return unsupported(subject, "Removed, Isolated, MergedWithPrevious, MergedWithNext, Contiguous", name);
}

// Steps that are a pattern with a name.
Result<PretokenizerStep> named_split(const char* pattern, PretokenizerStep::Behaviour behaviour, bool invert,
                                     const std::string& subject) {
  LIFT_ASSIGN(Regex regex, Regex::compile(pattern, subject));
  PretokenizerStep step = split_step(std::move(regex), pattern, behaviour);
  step.invert = invert;
  return step;
}

Result<PretokenizerStep> read_punctuation(const json& value, const std::string& subject) {
  const json& name = json_at(value, "behavior");
  LIFT_ASSIGN(const auto behaviour,
              behaviour_from(name.is_string() ? name.get<std::string>() : std::string("Isolated"), subject));
  return named_split(R"([\p{P}!-/:-@\[-`{-~])", behaviour, false, subject);
}

Result<PretokenizerStep> read_split(const json& value, const std::string& subject) {
  LIFT_ASSIGN(Pattern pattern, pattern_from(json_at(value, "pattern"), subject));
  PretokenizerStep step = split_step(std::move(pattern.regex), std::move(pattern.text));
  LIFT_ASSIGN(step.invert, json_flag(value, "invert", false, subject));
  LIFT_ASSIGN(const std::string behaviour, json_string(value, "behavior", subject));
  LIFT_ASSIGN(step.behaviour, behaviour_from(behaviour, subject));
  return step;
}

// "prepend_scheme", or its older spelling "add_prefix_space".
Result<PretokenizerStep::Prepend> prepend_from(const json& value, const std::string& subject) {
  using Prepend = PretokenizerStep::Prepend;
  const json& scheme = json_at(value, "prepend_scheme");
  if (scheme.is_null()) {
    LIFT_ASSIGN(const bool add, json_flag(value, "add_prefix_space", true, subject));
    return add ? Prepend::Always : Prepend::Never;
  }
  if (scheme == "always") return Prepend::Always;
  if (scheme == "first") return Prepend::First;
  if (scheme == "never") return Prepend::Never;
  return unexpected_json(subject, "prepend_scheme", say("always, first or never"), scheme);
}

Result<PretokenizerStep> read_metaspace(const json& value, const std::string& subject) {
  PretokenizerStep step;
  step.kind = PretokenizerStep::Kind::Metaspace;
  LIFT_ASSIGN(step.replacement, json_string(value, "replacement", subject));
  if (step.replacement.empty())
    return unexpected_json(subject, "replacement", say("a character"), json_at(value, "replacement"));
  LIFT_ASSIGN(step.prepend, prepend_from(value, subject));
  LIFT_ASSIGN(step.split, json_flag(value, "split", true, subject));
  return step;
}

Status read_pretokenizer(const json& value, const std::string& subject, int depth,
                         std::vector<PretokenizerStep>& steps) {
  if (value.is_null()) return {};
  const std::string type = type_of(value);
  if (type == "Sequence")
    return read_sequence(json_at(value, "pretokenizers"), "pretokenizers", subject, depth,
                         [&](const json& part, int d) { return read_pretokenizer(part, subject, d, steps); });
  if (type == "Split") {
    LIFT_ASSIGN(PretokenizerStep step, read_split(value, subject));
    steps.push_back(std::move(step));
  } else if (type == "Digits") {
    LIFT_ASSIGN(const bool individual, json_flag(value, "individual_digits", false, subject));
    LIFT_ASSIGN(PretokenizerStep step, digits_step(individual));
    steps.push_back(std::move(step));
  } else if (type == "ByteLevel") {
    LIFT_ASSIGN(const bool prefix, json_flag(value, "add_prefix_space", true, subject));
    LIFT_ASSIGN(const bool use_regex, json_flag(value, "use_regex", true, subject));
    LIFT_ASSIGN(PretokenizerStep step, byte_level_step(prefix, use_regex));
    steps.push_back(std::move(step));
  } else if (type == "Metaspace") {
    LIFT_ASSIGN(PretokenizerStep step, read_metaspace(value, subject));
    steps.push_back(std::move(step));
  } else if (type == "Punctuation") {
    LIFT_ASSIGN(PretokenizerStep step, read_punctuation(value, subject));
    steps.push_back(std::move(step));
  } else if (type == "Whitespace" || type == "WhitespaceSplit") {
    // A word as Rust's regular expressions have it: with the joiners of emoji and Persian.
    const char* kept = type == "Whitespace" ? R"([\w\x{200C}\x{200D}]+|[^\w\s\x{200C}\x{200D}]+)" : R"(\S+)";
    LIFT_ASSIGN(PretokenizerStep step, named_split(kept, PretokenizerStep::Behaviour::Removed, true, subject));
    steps.push_back(std::move(step));
  } else {
    return unsupported(subject,
                       "ByteLevel, Split, Digits, Metaspace, Punctuation, Whitespace, WhitespaceSplit, Sequence", type);
  }
  return {};
}

Status read_decoder(const json& value, const std::string& subject, int depth, std::vector<DecoderStep>& steps) {
  using Kind = DecoderStep::Kind;
  if (value.is_null()) return {};
  const std::string type = type_of(value);
  if (type == "Sequence")
    return read_sequence(json_at(value, "decoders"), "decoders", subject, depth,
                         [&](const json& part, int d) { return read_decoder(part, subject, d, steps); });
  if (type == "Fuse") return {};   // ours joins as it goes
  DecoderStep step;
  if (type == "ByteLevel") {
    step.kind = Kind::ByteLevel;
  } else if (type == "ByteFallback") {
    step.kind = Kind::ByteFallback;
  } else if (type == "Replace") {
    LIFT_ASSIGN(Pattern pattern, pattern_from(json_at(value, "pattern"), subject));
    if (!pattern.literal) return unsupported(subject, say("Replace with a String pattern"), say("\"a Regex pattern\""));
    step = {Kind::Replace, std::move(pattern.text), {}, 0};
    LIFT_ASSIGN(step.content, json_string(value, "content", subject));
  } else if (type == "Metaspace") {
    LIFT_ASSIGN(const PretokenizerStep form, read_metaspace(value, subject));
    const bool drops_first = form.prepend != PretokenizerStep::Prepend::Never;
    step = {Kind::Metaspace, form.replacement, " ", drops_first ? UINT32_MAX : 0};
  } else if (type == "Strip") {
    LIFT_ASSIGN(const std::string content, json_string(value, "content", subject));
    LIFT_ASSIGN(const std::int64_t start, json_index(value, "start", 1 << 20, subject));
    LIFT_ASSIGN(const std::int64_t stop, json_index(value, "stop", 1 << 20, subject));
    steps.push_back({Kind::StripLast, {}, content, static_cast<std::uint32_t>(stop)});
    step = {Kind::StripFirst, {}, content, static_cast<std::uint32_t>(start)};
  } else {
    return unsupported(subject, "ByteLevel, ByteFallback, Fuse, Replace, Strip, Metaspace, Sequence", type);
  }
  steps.push_back(std::move(step));
  return {};
}

}   // namespace

Result<Normalizer> normalizer_from_json(const json& value, const std::string& subject) {
  std::vector<NormalizerStep> steps;
  LIFT_RETURN_IF_ERROR(read_normalizer(value, subject, 0, steps));
  return Normalizer(std::move(steps));
}

Result<Pretokenizer> pretokenizer_from_json(const json& value, const std::string& subject) {
  std::vector<PretokenizerStep> steps;
  LIFT_RETURN_IF_ERROR(read_pretokenizer(value, subject, 0, steps));
  return Pretokenizer(std::move(steps));
}

Result<std::vector<DecoderStep>> decoder_from_json(const json& value, const std::string& subject) {
  std::vector<DecoderStep> steps;
  LIFT_RETURN_IF_ERROR(read_decoder(value, subject, 0, steps));
  return steps;
}

}   // namespace lift
