#pragma once
// What an export is: one value. The list of them is what `lift export --help`, the session and the window's dialog
// show. Adding one: a file NAME_export.cpp with a function that returns its Exporter, and one line in exporters.cpp.
// Thread: the engine's.
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/checkpoint/delta.h"
#include "core/exchange/export_check.h"
#include "core/model/causal_lm.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

struct ExportRequest {
  const CausalLm& model;                     // tuned
  std::filesystem::path origin;              // its base: a folder or a GGUF file
  std::filesystem::path target;              // a folder that does not exist or is empty; or a file's name
  std::string type;                          // of the weights, one of the exporter's types
  std::string card = {};                     // README.md of a folder that is written; empty: none of ours
  const LowRankChange* low_rank = nullptr;   // the change as factors, where the delta has them
  const Delta* delta = nullptr;              // that is attached; its values are those of strength 1
};

struct WrittenExport {
  std::filesystem::path path;
  std::int64_t bytes = 0;          // of all files
  std::vector<Sentence> notices;   // what was left behind, rounded or made up, in words
};

// Name: of the model in another program on this machine, which keeps its files where it wants.
enum class ExportTarget : std::uint8_t { Folder, File, Name };

struct Exporter {
  std::string_view name;   // "hf_folder", as the command line spells it
  Sentence title;          // for people
  ExportTarget target = ExportTarget::Folder;
  std::string_view extension = {};            // of a file: ".gguf"
  std::vector<std::string_view> types = {};   // that the weights may be written in, the usual one first
  // What will be written and what will not be as it is in memory, in words, before anything is. Quick.
  Result<std::vector<Sentence>> (*plan)(const ExportRequest& request) = nullptr;
  // Writes all of it or nothing. Errors: InvalidArgument (the target is taken), Unsupported, Io, Cancelled.
  Result<WrittenExport> (*write)(const ExportRequest& request, const TaskContext& task) = nullptr;
  // Reads back what write() made and compares it with the model in memory and with the base's files.
  Result<ExportCheck> (*check)(const ExportRequest& request, const Tokenizer& tokenizer,
                               const ExportCheckOptions& options, const TaskContext& task) = nullptr;
  // Of a target that is a name: where write() puts the files. Quick. Errors: InvalidArgument (not a name, or taken),
  // NotFound (the other program is not on this machine).
  Result<std::filesystem::path> (*place)(const std::string& name) = nullptr;
  // Gives the checked files to the other program, which copies them: the caller removes them then, and when anything
  // before it failed; nullptr: it reads them where they are. The result is where the model is now, for people.
  Result<std::filesystem::path> (*hand_over)(const ExportRequest& request, const std::string& name,
                                             const TaskContext& task) = nullptr;
};

std::vector<Exporter> exporter_list();   // in the order a person sees them

// One more, for as long as the object lives. For tests; not while another thread asks for the list.
class AddedExporter {
 public:
  explicit AddedExporter(Exporter exporter);
  ~AddedExporter();
  AddedExporter(const AddedExporter&) = delete;
  AddedExporter& operator=(const AddedExporter&) = delete;

 private:
  std::string_view name_;
};

}   // namespace lift
