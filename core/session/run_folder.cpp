#include "core/session/run_folder.h"

#include <cctype>
#include <chrono>
#include <ctime>
#include <thread>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/io/json.h"
#include "core/io/sentence_json.h"
#include "core/metrics/run_log.h"

namespace lift {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::int64_t kFormat = 1;
constexpr const char* kNoteName = "run.json";
constexpr const char* kRecipeName = "recipe.json";
constexpr const char* kDeltaName = "delta.safetensors";
constexpr const char* kLabelName = "label.json";
constexpr int kMostNames = 100000;

json to_json(const RunNote& note) {
  json value{{"format", kFormat},           {"created", note.created},
             {"program", note.program},     {"model_name", note.model_name},
             {"data_name", note.data_name}, {"total_steps", note.total_steps},
             {"threads", note.threads}};
  if (note.end) {
    json& end = value["end"];
    end = {{"state", std::string(name_of(note.end->state))}, {"reason", note.end->reason.text()}, {"at", note.end->at}};
    if (auto parts = parts_of(note.end->reason)) end["reason_parts"] = std::move(*parts);
  }
  return value;
}

Result<RunState> parse_end_state(const std::string& text, const std::string& subject) {
  for (RunState state : {RunState::Stopped, RunState::Done, RunState::Failed, RunState::Discarded})
    if (name_of(state) == text) return state;
  return make_error(ErrorCode::Malformed, subject,
                    say("expected an end of stopped, done, failed or discarded, found \"{}\"", text));
}

// A reader that looks at the lock holds it for an instant: that is no other program at work.
Result<FileLock> acquire(const fs::path& folder) {
  for (int attempt = 0;; ++attempt) {
    auto lock = FileLock::acquire(folder);
    if (lock.ok() || attempt == 4) return lock;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

Result<fs::path> make_fresh_folder(const fs::path& runs, const std::string& name) {
  std::error_code error;
  fs::create_directories(runs, error);
  if (error)
    return make_error(ErrorCode::Io, runs.string(), say("the folder for runs could not be made: {}", error.message()),
                      say("Choose a folder that you may write"));
  for (int number = 1; number <= kMostNames; ++number) {
    const fs::path folder = runs / (number == 1 ? name : fmt::format("{}-{}", name, number));
    if (fs::create_directory(folder, error)) return folder;
    if (error)
      return make_error(ErrorCode::Io, folder.string(), say("the run's folder could not be made: {}", error.message()),
                        say("Choose a folder that you may write"));
  }
  return make_error(ErrorCode::Io, (runs / name).string(), say("expected a free name, found {} taken", kMostNames));
}

}   // namespace

std::string folder_name(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
    if (plain || name.empty() || name.back() != '-') name += plain ? c : '-';
  }
  name.erase(0, name.find_first_not_of(".-"));
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "run" : name.substr(0, 100);
}

std::string default_run_name(const std::string& model_name, const std::string& data_name) {
  return folder_name(model_name + "-" + data_name);
}

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min, parts.tm_sec);
}

Result<RunFolder> RunFolder::create(const fs::path& runs, const std::string& name, const Recipe& recipe,
                                    const RunNote& note) {
  LIFT_ASSIGN(fs::path folder, make_fresh_folder(fs::absolute(runs), folder_name(name)));
  LIFT_ASSIGN(FileLock lock, acquire(folder));
  RunFolder run(std::move(folder), std::move(lock), recipe, note);
  LIFT_RETURN_IF_ERROR(write_recipe(run.path_ / kRecipeName, recipe));
  LIFT_RETURN_IF_ERROR(run.write_note(note));
  return run;
}

Result<RunFolder> RunFolder::open(const fs::path& folder) {
  LIFT_ASSIGN(RunNote note, read_run_note(folder));
  LIFT_ASSIGN(Recipe recipe, read_recipe(folder / kRecipeName));
  LIFT_ASSIGN(FileLock lock, acquire(folder));
  return RunFolder(fs::absolute(folder), std::move(lock), std::move(recipe), std::move(note));
}

fs::path RunFolder::log_file() const { return path_ / kRunLogName; }
fs::path RunFolder::delta_file() const { return path_ / kDeltaName; }

Status RunFolder::write_note(RunNote note) {
  LIFT_RETURN_IF_ERROR(write_json_file(path_ / kNoteName, to_json(note), BrokenText::Replace));
  note_ = std::move(note);
  return {};
}

Result<RunNote> read_run_note(const fs::path& folder) {
  const std::string subject = (folder / kNoteName).string();
  LIFT_ASSIGN(const json value, read_json_file(subject, {.bytes = 1 << 20}));
  return catch_exceptions(subject, [&]() -> Result<RunNote> {
    if (!value.is_object() || !value.contains("format"))
      return make_error(ErrorCode::Malformed, subject, say("expected the note of a run, found something else"));
    if (const auto format = value.at("format").get<std::int64_t>(); format > kFormat)
      return make_error(ErrorCode::Unsupported, subject, say("expected format {} at most, found {}", kFormat, format),
                        say("A later version of this program wrote it"));
    RunNote note;
    note.created = value.at("created").get<std::string>();
    note.program = value.value("program", "");
    note.model_name = value.value("model_name", "");
    note.data_name = value.value("data_name", "");
    note.total_steps = value.value("total_steps", std::int64_t{0});
    note.threads = value.value("threads", std::int64_t{0});
    if (value.contains("end")) {
      const json& end = value.at("end");
      LIFT_ASSIGN(const RunState state, parse_end_state(end.at("state").get<std::string>(), subject));
      const auto parts = end.find("reason_parts");
      note.end = RunNote::End{state, sentence_of_parts(parts == end.end() ? nullptr : &*parts, end.value("reason", "")),
                              end.value("at", "")};
    }
    return note;
  });
}

Status write_run_label(const fs::path& folder, const std::string& title, const std::string& remark) {
  LIFT_ASSIGN([[maybe_unused]] const RunNote note, read_run_note(folder));
  if (title.size() > 200 || remark.size() > 10000)
    return make_error(ErrorCode::InvalidArgument, folder.string(),
                      say("expected a name of at most 200 and a note of at most 10,000 bytes, found {} and {}",
                          title.size(), remark.size()));
  const fs::path file = folder / kLabelName;
  if (!title.empty() || !remark.empty())
    return write_json_file(file, json{{"title", title}, {"remark", remark}}, BrokenText::Replace);
  std::error_code error;
  fs::remove(file, error);
  if (error) return make_error(ErrorCode::Io, file.string(), say("could not be removed: {}", error.message()));
  return {};
}

void read_label(const fs::path& folder, std::string& title, std::string& remark) {
  const auto value = read_json_file(folder / kLabelName, {.bytes = 1 << 16});
  if (!value.ok() || !value->is_object()) return;
  const auto text = [&](const char* name) {
    const auto found = value->find(name);
    return found != value->end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  title = text("title");
  remark = text("remark");
}

Status delete_run_folder(const fs::path& folder) {
  LIFT_ASSIGN(const RunNote note, read_run_note(folder));
  LIFT_ASSIGN(const FileLock lock, acquire(folder));
  std::error_code error;
  fs::remove_all(folder, error);
  if (error)
    return make_error(ErrorCode::Io, folder.string(), say("the run could not be removed: {}", error.message()));
  return {};
}

}   // namespace lift
