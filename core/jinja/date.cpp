// strftime_now: a date in a template's own form, in English whatever the user's language.
#include <array>
#include <charconv>
#include <clocale>
#include <ctime>
#include <string_view>

#include "core/base/say.h"
#include "core/jinja/evaluator.h"

namespace lift::jinja {

namespace {

bool read_number(std::string_view text, std::size_t at, std::size_t size, int& out) {
  if (at + size > text.size()) return false;
  const auto [end, problem] = std::from_chars(text.data() + at, text.data() + at + size, out);
  return problem == std::errc() && end == text.data() + at + size;
}

// "2026-11-30" or "2026-11-30T14:05:00".
bool read_date(std::string_view text, std::tm& out) {
  const bool shape = (text.size() == 10 || text.size() == 19) && text[4] == '-' && text[7] == '-';
  if (!shape || !read_number(text, 0, 4, out.tm_year) || !read_number(text, 5, 2, out.tm_mon) ||
      !read_number(text, 8, 2, out.tm_mday))
    return false;
  if (text.size() == 19 && (!read_number(text, 11, 2, out.tm_hour) || !read_number(text, 14, 2, out.tm_min) ||
                            !read_number(text, 17, 2, out.tm_sec)))
    return false;
  out.tm_year -= 1900;
  out.tm_mon -= 1;
  const std::tm asked = out;
  out.tm_isdst = -1;
  std::tm filled = out;
  if (std::mktime(&filled) == -1) return false;   // finds the day of the week and of the year
  out = filled;
  return filled.tm_mday == asked.tm_mday && filled.tm_mon == asked.tm_mon;   // not 30 February
}

// The C locale for as long as it lives.
class EnglishDates {
 public:
  EnglishDates() : locale_(newlocale(LC_ALL_MASK, "C", nullptr)) {}
  ~EnglishDates() { freelocale(locale_); }
  EnglishDates(const EnglishDates&) = delete;
  EnglishDates& operator=(const EnglishDates&) = delete;
  locale_t get() const { return locale_; }

 private:
  locale_t locale_;
};

}   // namespace

Result<std::string> formatted_date(const std::string& date, const std::string& format) {
  std::tm when{};
  const std::time_t now = std::time(nullptr);
  if (date.empty()) localtime_r(&now, &when);
  else if (!read_date(date, when))
    return refuse(say("expected a date as 2026-11-30 or 2026-11-30T14:05:00, found {}", date));
  if (format.empty()) return std::string();
  const EnglishDates english;
  std::array<char, 4096> text{};
  const std::size_t size = strftime_l(text.data(), text.size(), format.c_str(), &when, english.get());
  if (size == 0) return refuse(say("strftime_now: expected a short format, found one that gives nothing"));
  return std::string(text.data(), size);
}

}   // namespace lift::jinja
