// Every file that the program reads, damaged: the reader reads it or says why not, in a sentence, soon. It never
// throws, crashes or hangs; under the sanitizers (preset asan) it touches no byte that is not its own. LIFT_FUZZ_ROUNDS
// sets how often (200), LIFT_FUZZ_SEED where it begins; a failure leaves the file and says where.
#include <functional>

#include <QElapsedTimer>
#include <QtTest>

#include "core/base/say.h"
#include "core/checkpoint/delta_file.h"
#include "core/checkpoint/delta_info.h"
#include "core/checkpoint/resume_state.h"
#include "core/data/example_reader.h"
#include "core/evaluate/task.h"
#include "core/exchange/delta_import.h"
#include "core/io/gguf_reader.h"
#include "core/io/safetensors_reader.h"
#include "core/metrics/run_log.h"
#include "core/model/model_loader.h"
#include "core/session/answers_file.h"
#include "core/session/run_folder.h"
#include "core/tokenizer/chat_template.h"
#include "core/tokenizer/tokenizer.h"
#include "tests/core/session/tiny_session.h"
#include "tests/fuzz/mutations.h"
#include "tests/support/gguf_file.h"
#include "tests/support/packed_bytes.h"
#include "tests/support/raw_safetensors.h"
#include "tests/support/tensors/tiny_gguf.h"
#include "tests/support/tiny_model.h"

using namespace lift;
using namespace lift::test;
namespace fs = std::filesystem;

namespace {

using Reader = std::function<Status(const fs::path&)>;

template <typename T>
Status status_of(const Result<T>& result) {
  return result.ok() ? Status() : Status(result.error());
}

Status read_data(const fs::path& file) {
  const auto sources = open_sources({file}, {});
  if (!sources.ok()) return sources.error();
  return read_rows(*sources, 0, [](const ReadRow&) { return Status(); });
}

Status read_gguf(const fs::path& file) {
  if (const auto tokenizer = load_tokenizer(file); !tokenizer.ok()) return tokenizer.error();
  const auto tokenizer = load_tokenizer(file).value();
  tokenizer->decode(std::vector<TokenId>{0, 1, 2, 300, 1 << 20});
  for (const bool parse : {true, false})
    tokenizer->encode("Once <s> 12 times, \xc3\xa9t\xc3\xa9.</s>\n\n", {.add_special = true, .parse_special = parse});
  return {};
}

Status read_gguf_blocks(const fs::path& file) { return status_of(GgufReader::open(file)); }

Status read_template(const fs::path& file) {
  const auto parsed = ChatTemplate::parse(bytes_of(file), file.string());
  if (!parsed.ok()) return parsed.error();
  return status_of(parsed->render({{"user", "hello"}, {"assistant", "hi"}}, {}));
}

// A log's broken lines are passed over and counted: the rest of the run is still worth seeing.
Status read_log(const fs::path& file) {
  const auto part = RunLogReader(file).read_new();
  if (!part.ok()) return part.error();
  if (part->unreadable_lines > 0)
    return make_error(ErrorCode::Malformed, file.string(), say("{} unreadable lines", part->unreadable_lines));
  return {};
}

std::int64_t number_from(const char* variable, std::int64_t otherwise) {
  bool ok = false;
  const qlonglong number = qEnvironmentVariable(variable).toLongLong(&ok);
  return ok ? number : otherwise;
}

}   // namespace

class DamagedFilesTest : public QObject {
  Q_OBJECT

  TinyFolder folder_;
  fs::path run_;

  // A run that was stopped after its second selection: a log, a note, a recipe, states.
  void stop_a_run() {
    Session session(folder_.options());
    RunControl control;
    WatchingObserver observer;
    observer.at_step = [&](std::int64_t step) {
      if (step == 5) control.request_stop(StopKind::SaveAndStop);
    };
    const auto outcome = session.train(folder_.recipe(), control, observer);
    QVERIFY2(outcome.ok(), sentence_of(outcome).c_str());
    run_ = outcome->summary.folder;
  }

  fs::path finished_delta() {
    Session session(folder_.options());
    RunControl control;
    WatchingObserver observer;
    folder_.recipe().name = "whole";
    const auto outcome = session.train(folder_.recipe(), control, observer);
    return outcome.ok() ? outcome->summary.delta : fs::path();
  }

  // The damaged file stands where the sound one stood, among its neighbours.
  void damage(const fs::path& file, const Reader& reader) {
    const std::string sound = bytes_of(file);
    QVERIFY2(!sound.empty(), file.c_str());
    QVERIFY2(reader(file).ok(), sentence_of(reader(file)).c_str());
    const std::int64_t rounds = number_from("LIFT_FUZZ_ROUNDS", 200);
    Mutator mutator(static_cast<std::uint64_t>(number_from("LIFT_FUZZ_SEED", 1)));
    std::int64_t refused = 0;
    for (std::int64_t round = 0; round < rounds; ++round) {
      const std::string damaged = mutator.mutated(sound);
      QVERIFY(write_bytes(file, damaged));
      QElapsedTimer clock;
      clock.start();
      Status status;
      try {
        status = reader(file);
      } catch (const std::exception& problem) {
        QFAIL(qPrintable(
            QStringLiteral("round %1 threw %2; %3").arg(round).arg(QString::fromUtf8(problem.what()), keep(damaged))));
      }
      if (!status.ok()) {
        ++refused;
        QVERIFY2(status.error().sentence().size() > 20, qPrintable(keep(damaged)));
      }
      QVERIFY2(clock.elapsed() < 5000, qPrintable(keep(damaged)));
    }
    QVERIFY(write_bytes(file, sound));
    QVERIFY2(refused > 0, "no damage was noticed: the reader does not look");
  }

  static bool write_bytes(const fs::path& file, const std::string& bytes) {
    fs::remove(file);   // a file cut to nothing and written anew is flushed to the disk by some file systems
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return static_cast<bool>(out.flush());
  }

  static QString keep(const std::string& damaged) {
    const fs::path kept = fs::temp_directory_path() / "lift-damaged-file";
    write_bytes(kept, damaged);
    return QStringLiteral("the file is kept: ") + QString::fromStdString(kept.string());
  }

 private Q_SLOTS:
  void initTestCase() { stop_a_run(); }

  void gguf_tokenizer() {
    TemporaryFolder folder;
    fs::copy_file(golden("tokenizer/sp_bpe.gguf"), folder / "model.gguf");
    damage(folder / "model.gguf", read_gguf);
  }
  void gguf_tensors() {
    TemporaryFolder folder;
    fs::copy_file(golden("io/blocks.gguf"), folder / "model.gguf");
    damage(folder / "model.gguf", read_gguf_blocks);
  }
  void tables_of_columns() {
    for (const char* name : {"plain.snappy.parquet", "plain.brotli.parquet", "chat.parquet", "plain.stream.arrow",
                             "plain.zstd.feather", "chat.arrow"}) {
      TemporaryFolder folder;
      fs::copy_file(golden(std::string("data/tables/") + name), folder / name);
      const Status sound = read_data(folder / name);
      if (!sound.ok() && sound.error().sentence().find("without Arrow") != std::string::npos)
        QSKIP("this build has no Arrow");
      damage(folder / name, read_data);
    }
  }
  void adapters() {
    const auto read = [&](const fs::path& file) -> Status {
      LIFT_ASSIGN(const LoadedModel base, load_model(folder_.model(), {.dtype = DType::BF16}));
      Manifest passport;
      LIFT_ASSIGN(passport.tensors, record_base(*base.model));
      return status_of(import_delta(*base.model, folder_.model(), file.parent_path(), std::move(passport)));
    };
    TemporaryFolder folder;
    const std::string header =
        R"({"base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight":{"dtype":"F32","shape":[1,24],)"
        R"("data_offsets":[0,96]},"base_model.model.model.layers.0.self_attn.q_proj.lora_B.weight":)"
        R"({"dtype":"F32","shape":[32,1],"data_offsets":[96,224]}})";
    std::string data;
    for (int i = 0; i < 56; ++i) data += std::string("\0\0\x80\x3f", 4);
    QVERIFY(write_bytes(folder / "adapter_model.safetensors", raw_safetensors(header, data)));
    QVERIFY(write_bytes(folder / "adapter_config.json", R"({"peft_type": "LORA", "r": 1, "lora_alpha": 2})"));
    for (const char* file : {"adapter_model.safetensors", "adapter_config.json"}) damage(folder / file, read);
  }
  void safetensors() {
    damage(folder_.model() / "model.safetensors",
           [](const fs::path& file) { return status_of(SafetensorsReader::open(file)); });
  }
  void gguf_model() {
    TemporaryFolder folder;
    write_tiny_gguf(folder / "model.gguf", tiny_model(tiny_config(), DType::F32));
    damage(folder / "model.gguf", [](const fs::path& file) { return status_of(inspect_model(file)); });
  }
  void part_of_a_split_gguf() {
    TemporaryFolder folder;
    const fs::path first = folder / "m-00001-of-00003.gguf";
    write_tiny_gguf(first, tiny_model(tiny_config(), DType::F32), {}, {}, 3);
    for (const char* part : {"m-00001-of-00003.gguf", "m-00002-of-00003.gguf"})
      damage(folder / part, [&](const fs::path&) { return status_of(inspect_model(first)); });
  }
  void shards_and_their_index() {
    TemporaryFolder folder;
    write_tiny_folder(folder.path(), tiny_model(tiny_config(), DType::F32), 3);
    for (const char* file : {"model.safetensors.index.json", "model-00002-of-00003.safetensors"})
      damage(folder / file, [&](const fs::path&) { return status_of(inspect_model(folder.path())); });
  }
  void model_configuration() {
    damage(folder_.model() / "config.json",
           [](const fs::path& file) { return status_of(inspect_model(file.parent_path())); });
  }
  void tokenizer_json() {
    damage(folder_.model() / "tokenizer.json",
           [](const fs::path& file) { return status_of(load_tokenizer(file.parent_path())); });
  }
  void tokenizer_json_of_every_kind() {
    for (const char* name : {"llama2_style.json", "metaspace_style.json", "odd_style.json", "llama3_style.json"}) {
      TemporaryFolder folder;
      fs::copy_file(golden(std::string("tokenizer/") + name), folder / "tokenizer.json");
      damage(folder / "tokenizer.json", [](const fs::path& file) { return read_gguf(file.parent_path()); });
    }
  }
  void gguf_vocabulary_of_merges() {
    TemporaryFolder folder;
    GgufFile file;
    file.text("tokenizer.ggml.model", "gpt2").text("tokenizer.ggml.pre", "qwen2");
    file.texts("tokenizer.ggml.tokens", {"<|im_end|>", "O", "n", "c", "e", "ce", "Ġ", "1", "2", "Ċ", "on"});
    file.whole_numbers("tokenizer.ggml.token_type", {3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4});
    file.texts("tokenizer.ggml.merges", {"c e"}).flag("tokenizer.ggml.add_eos_token", true);
    file.number("tokenizer.ggml.eos_token_id", 0).number("tokenizer.ggml.eot_token_id", 3);
    QVERIFY(write_bytes(folder / "model.gguf", file.bytes()));
    damage(folder / "model.gguf", read_gguf);
  }
  void added_tokens_beside() {
    TemporaryFolder folder;
    fs::copy_file(golden("tokenizer/llama2_style.json"), folder / "tokenizer.json");
    QVERIFY(write_bytes(folder / "tokenizer_config.json",
                        R"({"tokenizer_class": "LlamaTokenizer", "legacy": false, "add_prefix_space": true,
                            "added_tokens_decoder": {"1400": {"content": "<mark>", "lstrip": true, "special": false}},
                            "eos_token": {"content": "</s>"}, "extra_special_tokens": ["<extra>"]})"));
    QVERIFY(write_bytes(folder / "config.json", R"({"model_type": "llama", "eos_token_id": [2, 7]})"));
    for (const char* name : {"tokenizer_config.json", "config.json"})
      damage(folder / name, [](const fs::path& file) { return read_gguf(file.parent_path()); });
  }
  void tokenizer_configuration() {
    damage(folder_.model() / "tokenizer_config.json",
           [](const fs::path& file) { return status_of(load_tokenizer(file.parent_path())); });
  }
  void sentencepiece_model() {
    for (const char* name : {"sp_unigram.model", "sp_bpe.model"}) {
      TemporaryFolder folder;
      fs::copy_file(golden(std::string("tokenizer/") + name), folder / "tokenizer.model");
      damage(folder / "tokenizer.model", [](const fs::path& file) { return read_gguf(file.parent_path()); });
    }
  }
  void chat_template() {
    TemporaryFolder folder;
    QVERIFY(
        write_bytes(folder / "template.jinja",
                    "{% if messages[0]['role'] == 'system' %}{% set system = messages[0].content | trim %}{% endif %}"
                    "{% for m in messages %}{{ '<|im_start|>' + m['role'] + '\\n' + m['content'] + '<|im_end|>\\n' }}"
                    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"));
    damage(folder / "template.jinja", read_template);
    QVERIFY(write_bytes(
        folder / "template.jinja",
        "{%- macro call(f, tags=[]) %}{{ kwargs }}{{ f.name }}{{ varargs }}{{ caller() if caller }}{% endmacro %}"
        "{% set ns = namespace(a={1: 'x', (2,): [none]}, n=0) %}{% raw %}{{ }}{% endraw %}{# c #}"
        "{% for m in messages[::-1] if (m.content is string) recursive %}{% set ns.n = ns.n + loop.revindex %}"
        "{{ '%s-%05.2f' % (m.role, 1.5) }}{{ '{:>8,d}|{0!r}'.format(1234) if 0 }}{{ loop.cycle('a', 'b') }}"
        "{% filter indent(2) | upper %}{% generation %}{{ m.content[1:3] ~ m | tojson(indent=2, sort_keys=true) }}"
        "{% endgeneration %}{% endfilter %}{% if loop.last %}{% break %}{% endif %}{% else %}none{% endfor %}"
        "{% call(x) call({'name': 'n'}, *[1, 2]) %}{{ x }}{% endcall %}{% with a = 1, b = a %}{{ a < 2 <= 3 }}{% "
        "endwith %}"
        "{{ messages | groupby('role') | map(attribute='list') | map('length') | list }}{{ strftime_now('%Y') }}"
        "{{ dict(a=1, **{'b': 2}) | dictsort(reverse=true) }}{{ "
        "[3, 1] | sort | batch(2, 0) | list }}{{ 0x1f + 1e3 }}"));
    damage(folder / "template.jinja", read_template);
  }
  void training_rows() { damage(folder_ / "train.jsonl", read_data); }
  void conversations() {
    TemporaryFolder folder;
    const std::string row =
        R"({"messages": [{"role": "user", "content": [{"type": "text", "text": "u", "image": null}]}, )"
        R"({"role": "assistant", "content": null, "weight": 1, "tool_calls": [{"function": {"name": "f"}}]}, )"
        R"({"role": "tool", "content": "2"}, {"from": "gpt", "value": "a"}], "tools": "[]", "id": 1e400})";
    QVERIFY(write_bytes(folder / "rows.jsonl", row + "\n" + row + "\n"));
    damage(folder / "rows.jsonl", read_data);
  }
  void objects_over_several_lines() {
    TemporaryFolder folder;
    const std::string row = "{\n \"instruction\": \"i\",\n \"output\": \"o\",\n \"history\": [[\"q\", \"a\"]]\n}\n";
    QVERIFY(write_bytes(folder / "rows.json", row + row + row));
    damage(folder / "rows.json", read_data);
  }
  void tables() {
    TemporaryFolder folder;
    QVERIFY(write_bytes(folder / "rows.csv", "question,answer,id\n\"a, \"\"b\"\"\",\"c\nd\",1\ne,f,2\n"));
    damage(folder / "rows.csv", read_data);
  }
  void packed_rows() {
    TemporaryFolder folder;
    const std::string rows = "{\"prompt\": \"p\", \"completion\": \"c\"}\n";
    QVERIFY(write_bytes(folder / "rows.gz", packed_with_gzip(rows + rows)));
    damage(folder / "rows.gz", read_data);
    QVERIFY(write_bytes(folder / "rows.zst", packed_with_zstd(rows + rows)));
    damage(folder / "rows.zst", read_data);
    std::string wide = "\xFF\xFE";
    for (const char c : rows) (wide += c) += '\0';
    QVERIFY(write_bytes(folder / "rows.jsonl", wide));
    damage(folder / "rows.jsonl", read_data);
  }
  void probe() {
    damage(folder_ / "probe.json", [](const fs::path& file) { return status_of(read_choice_items(file)); });
  }
  void recipe() {
    damage(run_ / "recipe.json", [](const fs::path& file) { return status_of(read_recipe(file)); });
  }
  void run_log() {
    for (const auto& entry : fs::directory_iterator(run_))
      if (entry.path().extension() == ".jsonl" && entry.path().filename() != kAnswersName)
        damage(entry.path(), read_log);
  }
  void answers() {
    damage(run_ / kAnswersName, [](const fs::path& file) { return status_of(read_answers(file)); });
  }
  void run_note() {
    damage(run_ / "run.json", [](const fs::path& file) { return status_of(read_run_summary(file.parent_path())); });
  }
  void resume_state() {
    const auto steps = resume_steps(run_);
    QVERIFY(!steps.empty());
    damage(resume_file(run_, steps.front()), [](const fs::path& file) { return status_of(read_resume_state(file)); });
  }
  void delta() {
    const fs::path delta = finished_delta();
    QVERIFY(!delta.empty());
    damage(delta, [](const fs::path& file) {
      const Status info = status_of(read_delta_info(file)), whole = status_of(read_delta(file));
      return info.ok() ? whole : info;
    });
  }
};

QTEST_GUILESS_MAIN(DamagedFilesTest)
#include "damaged_files_test.moc"
