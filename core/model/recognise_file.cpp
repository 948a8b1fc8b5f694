#include <cctype>
#include <cstring>
#include <fstream>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/say.h"
#include "core/io/quote_name.h"
#include "core/io/safetensors_reader.h"
#include "core/model/recognise.h"

namespace lift {

namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::size_t kLooked = 4096;   // bytes of the beginning

Error wrong(const fs::path& path, Sentence what, Sentence advice) {
  return make_error(ErrorCode::Unsupported, path.string(),
                    say("expected a model folder or a GGUF file, found {}", std::move(what)), std::move(advice));
}

Sentence take_safetensors() {
  return say("Choose the same model as a Hugging Face folder with safetensors, or as GGUF");
}

Sentence choose_its_folder(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  std::error_code ignored;
  if (fs::exists(folder / "config.json", ignored)) return say("Choose its folder: {}", folder.string());
  return say("A model is the whole folder: config.json, safetensors and tokenizer files");
}

struct Magic {
  std::string_view bytes;
  std::size_t at;
};

struct MagicRow {
  Magic magic;
  Sentence (*what)();
};

// Beginnings that no text has.
const std::array<MagicRow, 17> kMagics{{
    {{"lmgg"sv, 0}, [] { return say("a model of llama.cpp's first format (GGML), which was replaced by GGUF"); }},
    {{"fmgg"sv, 0}, [] { return say("a model of llama.cpp's first format (GGML), which was replaced by GGUF"); }},
    {{"tjgg"sv, 0}, [] { return say("a model of llama.cpp's first format (GGML), which was replaced by GGUF"); }},
    {{"algg"sv, 0}, [] { return say("a LoRA adapter of llama.cpp's first format"); }},
    {{"\x89HDF\r\n\x1a\n"sv, 0}, [] { return say("a Keras or TensorFlow file (HDF5)"); }},
    {{"TFL3"sv, 4}, [] { return say("a TensorFlow Lite model"); }},
    {{"\x93NUMPY"sv, 0}, [] { return say("a NumPy array"); }},
    {{"PAR1"sv, 0}, [] { return say("a Parquet table, which is data and not a model"); }},
    {{"ARROW1"sv, 0}, [] { return say("an Arrow table, which is data and not a model"); }},
    {{"\x1f\x8b"sv, 0}, [] { return say("a gzip archive"); }},
    {{"\x28\xb5\x2f\xfd"sv, 0}, [] { return say("a zstd archive"); }},
    {{"\xfd"
      "7zXZ"sv,
      0},
     [] { return say("an xz archive"); }},
    {{"7z\xbc\xaf\x27\x1c"sv, 0}, [] { return say("a 7z archive"); }},
    {{"Rar!"sv, 0}, [] { return say("a RAR archive"); }},
    {{"ustar"sv, 257}, [] { return say("a tar archive"); }},
    {{"%PDF"sv, 0}, [] { return say("a PDF document"); }},
    {{"\x89PNG"sv, 0}, [] { return say("a picture"); }},
}};

struct ExtensionRow {
  std::string_view extension;
  Sentence (*what)();
};

const std::array<ExtensionRow, 12> kExtensions{{
    {".onnx", [] { return say("an ONNX model"); }},
    {".engine", [] { return say("a TensorRT engine"); }},
    {".plan", [] { return say("a TensorRT engine"); }},
    {".mlmodel", [] { return say("a Core ML model"); }},
    {".pb", [] { return say("a TensorFlow graph"); }},
    {".tflite", [] { return say("a TensorFlow Lite model"); }},
    {".msgpack", [] { return say("weights for Flax"); }},
    {".pt", [] { return say("a PyTorch file (pickle), which can run code when it is read"); }},
    {".pth", [] { return say("a PyTorch file (pickle), which can run code when it is read"); }},
    {".ckpt", [] { return say("a PyTorch checkpoint (pickle), which can run code when it is read"); }},
    {".bin", [] { return say("a PyTorch file (pickle) or another program's weights"); }},
    {".nemo", [] { return say("a model of NVIDIA NeMo"); }},
}};

bool has(std::string_view head, const Magic& magic) {
  return head.size() >= magic.at + magic.bytes.size() && head.substr(magic.at, magic.bytes.size()) == magic.bytes;
}

std::string lower_extension(const fs::path& file) {
  std::string extension = file.extension().string();
  std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
  return extension;
}

// A zip: what torch.save has written since 2020, or just an archive.
Error zip(const fs::path& file, std::string_view head) {
  if (head.find("data.pkl") != head.npos || head.find("/version") != head.npos)
    return wrong(file, say("a PyTorch file (pickle), which can run code when it is read"), take_safetensors());
  if (head.find(".npy") != head.npos) return wrong(file, say("an archive of NumPy arrays"), take_safetensors());
  return wrong(file, say("a zip archive"), say("Unpack it and choose the folder with config.json"));
}

// Its header says whose tensors these are.
Error safetensors(const fs::path& file) {
  const auto reader = SafetensorsReader::open(file);
  if (!reader.ok()) return reader.error();
  const auto any = [&](std::string_view part) {
    return std::ranges::any_of(reader->tensors(),
                               [&](const TensorView& tensor) { return tensor.name.find(part) != tensor.name.npos; });
  };
  const auto format = reader->metadata().find("format");
  if (format != reader->metadata().end() && format->second == "lift-delta")
    return wrong(file, say("a delta of LIFT Studio, which holds only what a run changed"),
                 say("Open its base model, then the delta: lift generate --model BASE --delta {}", file.string()));
  if (any("lora_A") || any("lora_a") || any("lora_down") || any("shira_"))
    return wrong(file, say("an adapter by itself, not a model"),
                 say("Merge it into its base model first (PEFT: merge_and_unload, then save_pretrained)"));
  return wrong(file, say("a safetensors file by itself, with {} tensors", reader->tensors().size()),
               choose_its_folder(file));
}

bool looks_like_safetensors(std::string_view head) {
  if (head.size() < 10) return false;
  std::uint64_t length = 0;
  std::memcpy(&length, head.data(), sizeof length);
  return length < 100'000'000 && head[8] == '{' && (head[9] == '"' || head[9] == '}' || head[9] == ' ');
}

Error text_file(const fs::path& file, std::string_view head) {
  if (head.starts_with("version https://git-lfs"))
    return wrong(file, say("a Git LFS pointer: the file itself was not fetched"),
                 say("Run git lfs pull in its folder"));
  const auto begin = head.find_first_not_of(" \t\r\n");
  const std::string_view text = begin == head.npos ? std::string_view() : head.substr(begin);
  if (text.starts_with("<!DOCTYPE") || text.starts_with("<!doctype") || text.starts_with("<html"))
    return wrong(file, say("a web page: the download got a page instead of the file"),
                 say("Get the file again, signed in where the model asks for it"));
  if (text.starts_with('{') || text.starts_with('['))
    return wrong(file, say("a JSON file, not a model"), choose_its_folder(file));
  return wrong(file, say("a text file, not a model"), choose_its_folder(file));
}

Error binary_file(const fs::path& file, std::string_view head) {
  for (const MagicRow& row : kMagics)
    if (has(head, row.magic)) return wrong(file, row.what(), take_safetensors());
  if (head.starts_with("PK\x03\x04")) return zip(file, head);
  if (looks_like_safetensors(head)) return safetensors(file);
  if (file.filename() == "tokenizer.model")
    return wrong(file, say("a SentencePiece tokenizer by itself"), choose_its_folder(file));
  if (head.substr(0, 512).find("blk.0.") != head.npos)
    return wrong(file, say("an importance matrix of llama.cpp (imatrix), not a model"),
                 say("Choose the model's own GGUF file"));
  if (head.size() > 1 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5)
    return wrong(file, say("a PyTorch file (pickle), which can run code when it is read"), take_safetensors());
  const std::string extension = lower_extension(file);
  for (const ExtensionRow& row : kExtensions)
    if (row.extension == extension) return wrong(file, row.what(), take_safetensors());
  if (extension == ".gguf")
    return make_error(ErrorCode::Malformed, file.string(),
                      say("expected GGUF in the first four bytes, found {}: not a GGUF file, or a damaged one",
                          quote_name(head.substr(0, 4))),
                      say("Get the file again"));
  return wrong(file, say("a file of an unknown kind that begins with {}", quote_name(head.substr(0, 4))),
               say("GGUF files begin with the four letters GGUF"));
}

}   // namespace

Error what_file_is(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string head(kLooked, '\0');
  if (!stream) return make_error(ErrorCode::Io, file.string(), say("the file can not be opened"));
  stream.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, stream.gcount())));
  if (head.empty())
    return make_error(ErrorCode::Malformed, file.string(),
                      say("expected a model folder or a GGUF file, found an empty file"),
                      say("The download did not begin, or the disk was full: get it again"));
  const bool text = std::ranges::none_of(head, [](unsigned char c) { return c < 9 || (c > 13 && c < 32); });
  return text ? text_file(file, head) : binary_file(file, head);
}

std::optional<Error> not_a_model(const GgufReader& reader) {
  const fs::path file = reader.file()->path();
  const auto text = [&](std::string_view key) {
    const auto value = reader.key(key) ? reader.string_key(key) : Result<std::string>(std::string());
    return value.ok() ? *value : std::string();
  };
  const std::string type = text("general.type"), architecture = text("general.architecture");
  if (type == "adapter" || reader.key("adapter.type")) {
    const std::string base = text("general.base_model.0.name");
    return wrong(file,
                 say("a GGUF adapter ({}) for models of the family {}", quote_name(text("adapter.type")),
                     quote_name(architecture)),
                 base.empty()
                     ? say("Open its base model; llama.cpp's llama-export-lora merges the two")
                     : say("Open its base model, {}; llama.cpp's llama-export-lora merges the two", quote_name(base)));
  }
  if (type == "imatrix" || reader.key("imatrix.chunk_count") || reader.key("imatrix.datasets"))
    return wrong(file, say("an importance matrix of llama.cpp (imatrix), not a model"),
                 say("Choose the model's own GGUF file"));
  if (type == "mmproj" || architecture == "clip")
    return wrong(file, say("the picture or sound encoder of a model (mmproj), not its language model"),
                 say("Choose the model's own GGUF file, which lies beside it"));
  if (type == "vocab" || (reader.tensors().empty() && reader.foreign().empty() && reader.key("tokenizer.ggml.tokens")))
    return wrong(file, say("a vocabulary without weights"), say("Choose the model's own GGUF file"));
  return {};
}

}   // namespace lift
