#include "core/exchange/name_of_model.h"

#include <algorithm>
#include <string_view>

#include "core/base/say.h"

namespace lift {

namespace {

constexpr std::size_t kLongestName = 80;   // of Ollama's model names

bool plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}   // namespace

Status check_model_name(const std::string& name) {
  const bool good =
      !name.empty() && name.size() <= kLongestName && plain(name.front()) && std::ranges::all_of(name, [](char c) {
        return plain(c) || std::string_view("._-").find(c) != std::string_view::npos;
      });
  if (good) return {};
  return make_error(
      ErrorCode::InvalidArgument, say("name"),
      say("expected 1 to {} letters, digits, dots, hyphens and underscores, found \"{}\"", kLongestName, name));
}

}   // namespace lift
