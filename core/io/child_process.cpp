#include "core/io/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <sstream>

#include "core/base/say.h"
#include "core/io/descriptor.h"
#include "core/io/system_error.h"

extern char** environ;

namespace lift {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostOutput = 64 * 1024;
constexpr int kPollMilliseconds = 100;
constexpr auto kGrace = std::chrono::seconds(2);

class Child {
 public:
  Child(pid_t pid, Descriptor output) : pid_(pid), output_(std::move(output)) {}

  Result<ChildEnd> wait(const fs::path& program, const TaskContext& task) {
    while (read_some())
      if (task.stop_requested()) {
        end();
        return make_error(ErrorCode::Cancelled, program.string(), say("ended on request"));
      }
    return ChildEnd{reap(), std::move(text_)};
  }

 private:
  // False: it closed its output, which a program does when it ends.
  bool read_some() {
    pollfd ready{output_.get(), POLLIN, 0};
    if (::poll(&ready, 1, kPollMilliseconds) <= 0) return true;
    std::array<char, 4096> block;
    const ssize_t count = ::read(output_.get(), block.data(), block.size());
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    if (count == 0) return false;
    text_.append(block.data(), static_cast<std::size_t>(count));
    if (text_.size() > kMostOutput) text_.erase(0, text_.size() - kMostOutput);
    return true;
  }

  int reap() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }

  void end() {
    ::kill(pid_, SIGTERM);
    const auto patience = std::chrono::steady_clock::now() + kGrace;
    while (read_some())
      if (std::chrono::steady_clock::now() > patience) {
        ::kill(pid_, SIGKILL);
        break;
      }
    reap();
  }

  pid_t pid_;
  Descriptor output_;
  std::string text_;
};

}   // namespace

std::optional<fs::path> program_in_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    fs::path program = fs::path(folder.empty() ? "." : folder) / name;
    std::error_code ignored;
    if (fs::is_regular_file(program, ignored) && ::access(program.c_str(), X_OK) == 0) return program;
  }
  return std::nullopt;
}

Result<ChildEnd> run_program(const fs::path& program, const std::vector<std::string>& arguments,
                             const TaskContext& task) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return system_error(program, say("could not open a pipe"), errno);
  Descriptor reading(ends[0]), writing(ends[1]);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, writing.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, writing.get(), STDERR_FILENO);
  std::string name = program.string();
  std::vector<std::string> texts = arguments;
  std::vector<char*> words{name.data()};
  for (std::string& text : texts) words.push_back(text.data());
  words.push_back(nullptr);
  pid_t pid = 0;
  const int failure = ::posix_spawn(&pid, name.c_str(), &actions, nullptr, words.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  if (failure != 0) return system_error(program, say("could not start the program"), failure);
  { const Descriptor ours = std::move(writing); }   // else the pipe would never end
  return Child(pid, std::move(reading)).wait(program, task);
}

}   // namespace lift
