#pragma once
// A tuned model whose base is a Hugging Face folder as one GGUF file, as llama.cpp's convert_hf_to_gguf.py makes it:
// shape and tokenizer as keys, tensors under GGUF's names, q and k reordered and norms raised where the family has it
// so, vectors in fp32. What the format cannot say of a model is refused. Private to core/exchange. Thread: the
// engine's.
#include "core/exchange/exporter.h"

namespace lift {

// As the functions of an Exporter.
Result<std::vector<Sentence>> plan_folder_as_gguf(const ExportRequest& request);
Result<WrittenExport> write_folder_as_gguf(const ExportRequest& request, const TaskContext& task);
Result<ExportCheck> check_folder_as_gguf(const ExportRequest& request, const Tokenizer& tokenizer,
                                         const ExportCheckOptions& options, const TaskContext& task);

}   // namespace lift
