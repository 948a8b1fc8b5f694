#include "core/exchange/ollama_export.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

#include "core/base/exception_bridge.h"
#include "core/base/say.h"
#include "core/data/cache_folder.h"
#include "core/exchange/gguf_export.h"
#include "core/exchange/model_card.h"
#include "core/exchange/name_of_model.h"
#include "core/exchange/staged_folder.h"
#include "core/exchange/turn_format.h"
#include "core/io/atomic_file.h"
#include "core/io/child_process.h"
#include "core/tokenizer/named_templates.h"
#include "core/tokenizer/named_tokens.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

constexpr const char* kModel = "model.gguf";
constexpr const char* kModelfile = "Modelfile";
constexpr std::size_t kLongestModelfile = 1 << 20;

ExportRequest as_gguf(const ExportRequest& request, const fs::path& folder) {
  ExportRequest file = request;
  file.target = folder / kModel;
  return file;
}

Result<PromptTemplate> prompt_of(const fs::path& origin, const Tokenizer& tokenizer) {
  PromptFormat format;
  format.special_tokens = named_special_tokens(origin);
  LIFT_ASSIGN(format.tool_template, load_tool_template(origin));
  LIFT_ASSIGN(const auto source, load_chat_template(origin));
  return PromptTemplate::make(format, tokenizer, source, origin.string());
}

// What llama.cpp, and so Ollama, puts in front of every prompt by itself.
std::string own_opening(const Tokenizer& tokenizer) {
  std::string text;
  for (const Token& token : tokenizer.encode("", {.add_special = true, .continued = true}))
    text += tokenizer.piece_bytes(token.id);
  return text;
}

struct Modelfile {
  std::string text;
  Sentence verdict;   // on its template
};

struct OllamaTemplate {
  std::string text;
  std::string form;   // "chat": the model's own; else what training uses without one
};

Result<std::optional<OllamaTemplate>> template_for(const fs::path& origin, const Tokenizer& tokenizer) {
  LIFT_ASSIGN(const PromptTemplate prompt, prompt_of(origin, tokenizer));
  LIFT_ASSIGN(const TurnFormat format, TurnFormat::of(prompt));
  auto text = go_template(format, own_opening(tokenizer));
  if (!text) return std::optional<OllamaTemplate>();
  return std::optional(OllamaTemplate{std::move(*text), prompt.name()});
}

Sentence words_on(const OllamaTemplate& ollama) {
  if (ollama.form == "chat")
    return say(
        "The Modelfile's template writes conversations as the model's chat template does; tools and the thinking of "
        "earlier turns are not in it");
  return say("The model has no chat template: the Modelfile's writes conversations in the form {}, as training does",
             ollama.form);
}

Modelfile modelfile_of(const ExportRequest& request, const Tokenizer& tokenizer) {
  Modelfile file;
  file.text = "# ollama create NAME -f Modelfile\nFROM ./" + std::string(kModel) + "\n";
  if (const auto ollama = template_for(request.origin, tokenizer); ollama.ok() && *ollama) {
    file.text += "TEMPLATE \"\"\"" + (*ollama)->text + "\"\"\"\n";
    file.verdict = words_on(**ollama);
  } else {
    file.verdict = say(
        "The Modelfile has no template: the model's can't be written as Ollama's. Ollama looks for one that it knows "
        "and that is like it; see with \"ollama show NAME --template\" whether it is right");
  }
  for (const TokenId id : tokenizer.special_tokens().end_of_generation)
    if (const std::string end = tokenizer.piece_bytes(id); end.find_first_of("\"\n") == end.npos && !end.empty())
      file.text += "PARAMETER stop \"" + end + "\"\n";
  if (const auto license = license_of(request.origin); license && license->find("\"\"\"") == license->npos)
    file.text += "LICENSE \"\"\"" + *license + "\"\"\"\n";
  return file;
}

Result<Modelfile> modelfile_for(const ExportRequest& request) {
  LIFT_ASSIGN(const auto tokenizer, load_tokenizer(request.origin));
  return modelfile_of(request, *tokenizer);
}

Result<std::vector<Sentence>> plan_folder(const ExportRequest& request) {
  LIFT_ASSIGN(Modelfile modelfile, modelfile_for(request));
  LIFT_ASSIGN(std::vector<Sentence> told, gguf_exporter().plan(as_gguf(request, request.target)));
  told.push_back(std::move(modelfile.verdict));
  return told;
}

Result<WrittenExport> write_folder(const ExportRequest& request, const TaskContext& task) {
  return catch_exceptions(request.target.string(), [&]() -> Result<WrittenExport> {
    LIFT_ASSIGN(StagedFolder folder, StagedFolder::beside(request.target));
    LIFT_ASSIGN(WrittenExport written, gguf_exporter().write(as_gguf(request, folder.path()), task));
    LIFT_ASSIGN(const Modelfile modelfile, modelfile_for(request));
    LIFT_RETURN_IF_ERROR(write_file_atomically(folder / kModelfile, modelfile.text));
    written.bytes = folder.bytes();
    LIFT_RETURN_IF_ERROR(folder.commit());
    written.path = request.target;
    return written;
  });
}

Result<ExportCheck> check_folder(const ExportRequest& request, const Tokenizer& tokenizer,
                                 const ExportCheckOptions& options, const TaskContext& task) {
  LIFT_ASSIGN(ExportCheck check, gguf_exporter().check(as_gguf(request, request.target), tokenizer, options, task));
  LIFT_ASSIGN(const Modelfile wanted, modelfile_for(request));
  LIFT_ASSIGN(const std::string found, read_whole_file(request.target / kModelfile, kLongestModelfile));
  if (found != wanted.text) {
    check.exact = false;
    check.first_difference = kModelfile;
  }
  return check;
}

// What a program that was killed left there.
void remove_left_overs(const fs::path& folder) {
  std::error_code failure;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failure)) {
    const std::string name = entry.path().filename().string();
    pid_t pid = 0;
    std::from_chars(name.data(), name.data() + name.size(), pid);
    std::error_code ignored;
    if (pid > 0 && (pid == ::getpid() || (::kill(pid, 0) != 0 && errno == ESRCH)))
      fs::remove_all(entry.path(), ignored);
  }
}

// Where the files lie until Ollama has copied them; the folder for temporary files is memory on many systems.
Result<fs::path> place(const std::string& name) {
  LIFT_RETURN_IF_ERROR(check_model_name(name));
  if (!program_in_path("ollama"))
    return make_error(ErrorCode::NotFound, Sentence::verbatim("ollama"),
                      say("expected the program in PATH, found none"),
                      say("Install Ollama, or write a folder for it with the format \"modelfile\""));
  const fs::path folder = cache_folder("ollama");
  remove_left_overs(folder);
  return folder / std::to_string(::getpid());
}

Result<fs::path> hand_over(const ExportRequest& request, const std::string& name, const TaskContext& task) {
  const auto program = program_in_path("ollama");
  task.report(say("handing over to Ollama"), 0, 1);
  const auto end =
      program
          ? run_program(*program, {"create", name, "-f", (fs::absolute(request.target) / kModelfile).string()}, task)
          : Result<ChildEnd>(Error{.code = ErrorCode::NotFound, .subject = Sentence::verbatim("ollama")});
  if (!end.ok()) return end.error();
  if (end->status != 0)
    return make_error(ErrorCode::Io, Sentence::verbatim("ollama create " + name),
                      say("expected it to succeed, it ended with {} and said: {}", end->status, end->output),
                      say("Is \"ollama serve\" running?"));
  return fs::path(name);
}

}   // namespace

Exporter modelfile_exporter() {
  return {.name = "modelfile",
          .title = say("Folder for Ollama: GGUF file and Modelfile"),
          .target = ExportTarget::Folder,
          .types = gguf_exporter().types,
          .plan = plan_folder,
          .write = write_folder,
          .check = check_folder};
}

Exporter ollama_exporter() {
  Exporter exporter = modelfile_exporter();
  exporter.name = "ollama";
  exporter.title = say("Into Ollama on this machine");
  exporter.target = ExportTarget::Name;
  exporter.place = place;
  exporter.hand_over = hand_over;
  return exporter;
}

}   // namespace lift
