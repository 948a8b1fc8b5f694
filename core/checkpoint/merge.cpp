#include "core/checkpoint/merge.h"

#include "core/base/say.h"
#include "core/checkpoint/delta_file.h"
#include "core/io/fingerprint.h"
#include "core/model/model_loader.h"
#include "core/tokenizer/tokenizer.h"

namespace lift {

namespace {

struct TextIdentity {
  Fingerprint tokenizer;
  std::optional<Fingerprint> chat_template;
};

Result<TextIdentity> text_identity(const std::filesystem::path& base) {
  TextIdentity identity;
  LIFT_ASSIGN(const auto tokenizer, load_tokenizer(base));
  identity.tokenizer = tokenizer->fingerprint();
  LIFT_ASSIGN(const auto chat_template, load_chat_template(base));
  if (chat_template) identity.chat_template = fingerprint_of(*chat_template);
  return identity;
}

Sentence text_of(const std::optional<Fingerprint>& fingerprint) {
  return fingerprint ? Sentence::verbatim("SHA-256 " + fingerprint->hex()) : say("none");
}

Error other_text(const std::filesystem::path& base, const Sentence& item, const std::optional<Fingerprint>& expected,
                 const std::optional<Fingerprint>& found) {
  return make_error(ErrorCode::Mismatch, say("{}, {}", base.string(), item),
                    say("expected {}, found {}", text_of(expected), text_of(found)),
                    say("This delta was trained with another one and would answer wrongly"));
}

}   // namespace

Result<DeltaVerification> verify_delta_file(const std::filesystem::path& base, const std::filesystem::path& delta,
                                            const TaskContext& task) {
  // The delta comes first: it is small, and says in which type the base has to be.
  LIFT_ASSIGN(const Delta read, read_delta(delta, task));
  LIFT_RETURN_IF_ERROR(check_tokenizer(base, read.manifest));
  LIFT_ASSIGN(const LoadedModel loaded, load_model(base, {.dtype = read.manifest.dtype}, task));
  return verify_delta(*loaded.model, read, task);
}

Status check_tokenizer(const std::filesystem::path& base, const Manifest& manifest) {
  if (!manifest.tokenizer) return {};   // a delta made without text
  LIFT_ASSIGN(const TextIdentity found, text_identity(base));
  if (found.tokenizer != *manifest.tokenizer)
    return other_text(base, say("tokenizer"), manifest.tokenizer, found.tokenizer);
  if (found.chat_template != manifest.chat_template)
    return other_text(base, say("chat template"), manifest.chat_template, found.chat_template);
  return {};
}

Status record_tokenizer(const std::filesystem::path& base, Manifest& manifest) {
  LIFT_ASSIGN(const TextIdentity found, text_identity(base));
  manifest.tokenizer = found.tokenizer;
  manifest.chat_template = found.chat_template;
  return {};
}

}   // namespace lift
