#include "core/exchange/delta_export.h"

#include "core/base/say.h"
#include "core/checkpoint/delta_file.h"
#include "core/io/new_file.h"

namespace lift {

namespace {

namespace fs = std::filesystem;

Result<const Delta*> delta_of(const ExportRequest& request) {
  if (request.delta) return request.delta;
  return make_error(ErrorCode::InvalidArgument, Sentence::verbatim("delta"),
                    say("expected a delta attached to the model, found none"));
}

Result<std::vector<Sentence>> plan(const ExportRequest& request) {
  LIFT_RETURN_IF_ERROR(delta_of(request));
  return std::vector{say("Only what changed is written, with the passport of its base")};
}

Result<WrittenExport> write(const ExportRequest& request, const TaskContext& task) {
  LIFT_ASSIGN(const Delta* delta, delta_of(request));
  LIFT_RETURN_IF_ERROR(check_new_file(request.target));
  LIFT_RETURN_IF_ERROR(write_delta(request.target, *delta, task));
  return WrittenExport{request.target, static_cast<std::int64_t>(fs::file_size(request.target)), {}};
}

Result<ExportCheck> check(const ExportRequest& request, const Tokenizer&, const ExportCheckOptions&,
                          const TaskContext& task) {
  LIFT_ASSIGN(const Delta* delta, delta_of(request));
  LIFT_ASSIGN(const Delta read, read_delta(request.target, task));
  ExportCheck check;
  bool same = read.manifest == delta->manifest && same_masks(read.entries, delta->entries) &&
              same_bits(read.values, delta->values) && read.whole.size() == delta->whole.size();
  for (std::size_t i = 0; same && i < read.whole.size(); ++i)
    same = read.whole[i].name == delta->whole[i].name && same_bits(read.whole[i].values, delta->whole[i].values);
  check.exact = same;
  check.statements.push_back(
      same ? say("read back from the file: the same {} entries, bit for bit", delta->manifest.changed())
           : say("read back from the file: it is not what is attached"));
  return check;
}

}   // namespace

Exporter delta_exporter() {
  return {.name = "delta",
          .title = say("Delta: only what changed"),
          .target = ExportTarget::File,
          .extension = ".safetensors",
          .types = {},
          .plan = plan,
          .write = write,
          .check = check};
}

}   // namespace lift
