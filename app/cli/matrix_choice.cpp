#include "app/cli/matrix_choice.h"

#include <charconv>

#include <CLI/CLI.hpp>

#include "core/base/say.h"

namespace lift::cli {

namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, comma - begin));
    begin = comma + 1;
  }
  return parts;
}

bool parse_number(std::string_view text, std::int32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

Result<std::vector<std::int32_t>> parse_layers(const std::string& text) {
  std::vector<std::int32_t> layers;
  for (const std::string& part : split(text)) {
    const std::size_t dash = part.find('-');
    std::int32_t first = 0, last = 0;
    const bool ok =
        parse_number(std::string_view(part).substr(0, dash), first) &&
        (dash == part.npos ? (last = first, true) : parse_number(std::string_view(part).substr(dash + 1), last));
    if (!ok || last < first || last - first > 100000)
      return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("--layers"),
                        say("expected numbers and ranges such as 0,3-5, found \"{}\"", part));
    for (std::int32_t layer = first; layer <= last; ++layer) layers.push_back(layer);
  }
  return layers;
}

Result<std::vector<Projection>> parse_projections(const std::string& text) {
  std::vector<Projection> projections;
  for (const std::string& part : split(text)) {
    const auto projection = parse_projection(part);
    if (!projection)
      return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("--projections"),
                        say("expected q, k, v, o, gate, up or down, found \"{}\"", part));
    projections.push_back(*projection);
  }
  return projections;
}

}   // namespace

void add_matrix_choice(CLI::App& app, MatrixChoiceOptions& options) {
  app.add_option("--layers", options.layers, "Only these layers, such as 0,3-5 (default: all)");
  app.add_option("--projections", options.projections, "Only these: q,k,v,o,gate,up,down (default: all)");
}

Status apply(const MatrixChoiceOptions& options, SelectionConfig& selection) {
  if (!options.layers.empty()) {
    LIFT_ASSIGN(selection.layers, parse_layers(options.layers));
  }
  if (!options.projections.empty()) {
    LIFT_ASSIGN(selection.projections, parse_projections(options.projections));
  }
  return {};
}

}   // namespace lift::cli
