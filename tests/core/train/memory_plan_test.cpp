#include "core/train/memory_plan.h"

#include <QtTest>

#include "core/checkpoint/resume_state.h"
#include "core/kernels/isa/cpu_features.h"
#include "core/kernels/thread_count.h"
#include "core/selection/selector.h"

using namespace lift;

namespace {

// SmolLM2-135M.
PlanRequest request() {
  PlanRequest request;
  request.model = {.family = "llama",
                   .name = "SmolLM2",
                   .hidden_size = 576,
                   .intermediate_size = 1536,
                   .layer_count = 30,
                   .head_count = 9,
                   .kv_head_count = 3,
                   .head_dim = 64,
                   .vocabulary_size = 49152,
                   .max_positions = 8192,
                   .tied_head = true};
  request.train.steps = 100;
  request.longest_row = 512;
  return request;
}

std::int64_t bytes_of(const MemoryPlan& plan, const std::string& name) {
  for (const MemoryItem& item : plan.items)
    if (item.name.text() == name) return item.bytes;
  return -1;
}

// Llama 3.1 8B on a GPU with `gib` GiB free, which this machine need not have.
PlanRequest eight_billion(std::int64_t gib) {
  PlanRequest request;
  request.model = {.family = "llama",
                   .name = "Llama 3.1 8B",
                   .hidden_size = 4096,
                   .intermediate_size = 14336,
                   .layer_count = 32,
                   .head_count = 32,
                   .kv_head_count = 8,
                   .head_dim = 128,
                   .vocabulary_size = 128256,
                   .max_positions = 8192,
                   .tied_head = false};
  request.train.device = {Device::Kind::Cuda, 0};
  request.train.steps = 100;
  request.train.microbatch_tokens = 512;
  request.longest_row = 512;
  request.assumed_free_bytes = gib << 30;
  return request;
}

}   // namespace

class MemoryPlanTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void items_have_the_sizes_of_the_engine_s_tensors() {
    PlanRequest r = request();
    r.selection.refresh_every = 0;
    const MemoryPlan plan = plan_memory(r);
    QCOMPARE(plan.total_weights, std::int64_t{134515008});
    QCOMPARE(bytes_of(plan, "weights"), std::int64_t{2 * 134515008});
    QCOMPARE(plan.trainable, std::int64_t{5308470});
    QCOMPARE(bytes_of(plan, "masters and moments"), 14 * plan.trainable);
    QCOMPARE(bytes_of(plan, "gradients"), 4 * plan.trainable);
    // 4,096 tokens of 30 layers: twice D, two of the heads' width, keys, values, gate and up in bf16; sums in fp32.
    QCOMPARE(bytes_of(plan, "activations"),
             std::int64_t{4096} * 30 * ((2 * 576 + 2 * 576 + 2 * 192 + 2 * 1536) * 2 + 4 * (2 + 9)));
    for (const MemoryItem& item : plan.items) QVERIFY(!item.reason.empty() && item.bytes >= 0);
  }

  void the_peak_is_what_lasts_and_the_worst_phase() {
    const MemoryPlan plan = plan_memory(request());
    std::int64_t lasting = 0, all = 0;
    for (const MemoryItem& item : plan.items) (item.lasting ? lasting : all) += item.bytes;
    QCOMPARE(plan.peak_phase, std::string("training step"));
    QVERIFY(plan.peak_bytes > lasting && plan.peak_bytes < lasting + all);
    QVERIFY(plan.free_bytes > 0 && plan.disk_bytes > 0);
  }

  void a_refresh_on_the_cpu_takes_a_workspace_for_every_thread_while_matrices_are_small() {
    for (const std::int64_t threads : {1, 2}) {
      PlanRequest r = request();
      r.train.threads = threads;
      QCOMPARE(bytes_of(plan_memory(r), "refresh workspace"),
               usable_threads(threads) * selection_workspace_bytes(576 * 1536));
    }
  }

  void without_avx512_bf16_factors_are_widened_and_fp32_ones_are_not() {
    const CpuIsaLimit limit(CpuIsa::Portable);
    PlanRequest r = request();
    QVERIFY(bytes_of(plan_memory(r), "widened factors") > std::int64_t{4} * 2048 * (576 + 1536));
    r.train.dtype = DType::F32;
    QCOMPARE(bytes_of(plan_memory(r), "widened factors"), std::int64_t{-1});
  }

  void a_gpu_s_run_keeps_the_record_of_changes_with_the_host() {
    const MemoryPlan cpu = plan_memory(request());
    PlanRequest r = request();
    r.train.device = {Device::Kind::Cuda, 0};
    const MemoryPlan gpu = plan_memory(r);
    for (const char* same : {"weights", "gradients", "masters and moments", "indices"})
      QCOMPARE(bytes_of(gpu, same), bytes_of(cpu, same));
    QCOMPARE(bytes_of(gpu, "refresh workspace"), selection_workspace_bytes(576 * 1536));
    QCOMPARE(bytes_of(gpu, "record of changes"), std::int64_t{-1});
    QVERIFY(bytes_of(gpu, "attention") > 0 && bytes_of(gpu, "CUDA and libraries") > 0);
    QVERIFY(cpu.host_items.empty() && gpu.host_items.size() >= 2);
    QCOMPARE(gpu.host_items.front().name.text(), std::string("program and libraries"));
    // This program has no CUDA, or the machine no GPU.
    QVERIFY(gpu.free_bytes == 0 && gpu.verdict == MemoryPlan::Verdict::DoesNotFit);
  }

  void recomputation_fewer_tokens_and_fewer_weights_each_take_less() {
    const auto peak = [](auto change) {
      PlanRequest r = request();
      r.train.checkpointing = "off";
      change(r);
      return plan_memory(r).peak_bytes;
    };
    const std::int64_t whole = peak([](PlanRequest&) {});
    QVERIFY(peak([](PlanRequest& r) { r.train.checkpointing = "full"; }) < whole);
    QVERIFY(peak([](PlanRequest& r) { r.train.microbatch_tokens = 512; }) < whole);
    QVERIFY(peak([](PlanRequest& r) { r.selection.density = 0.01; }) < whole);
    QVERIFY(peak([](PlanRequest& r) { r.selection.layers = {28, 29}; }) < whole);
    QVERIFY(peak([](PlanRequest& r) { r.train.dtype = DType::F32; }) > whole);
  }

  void a_run_that_cannot_fit_is_told_what_helps_cheapest_first() {
    PlanRequest r = request();
    r.longest_row = 8192;
    r.train.batch_rows = 64;
    r.train.microbatch_tokens = std::int64_t{1} << 30;
    r.model.hidden_size *= 16;
    r.model.intermediate_size *= 16;
    r.model.head_count *= 16;
    r.model.kv_head_count *= 16;
    r.train.checkpointing = "off";
    const MemoryPlan plan = plan_memory(r);
    QCOMPARE(plan.verdict, MemoryPlan::Verdict::DoesNotFit);
    QVERIFY(plan.remedies.size() >= 2);
    QVERIFY(plan.remedies[0].text.text().find("Smaller passes") != std::string::npos);
    QVERIFY(plan.remedies[1].text.text().find("Recompute") != std::string::npos);
    for (const MemoryRemedy& remedy : plan.remedies) QVERIFY(remedy.saved_bytes > 0 && !remedy.assignments.empty());
  }

  void auto_recomputes_no_more_than_is_needed() {
    PlanRequest r = request();
    QCOMPARE(plan_memory(r).checkpointed_layers, std::int64_t{0});
    const double room = 0.75 * static_cast<double>(plan_memory(r).free_bytes);
    // As many tokens as would fill the memory twice over.
    r.train.batch_rows = 65536;
    r.train.microbatch_tokens = static_cast<std::int64_t>(2 * room / (30 * 11564));
    const MemoryPlan plan = plan_memory(r);
    QVERIFY(plan.checkpointed_layers > 0 && plan.checkpointed_layers < 30);
    QVERIFY(static_cast<double>(plan.peak_bytes) <= 1.02 * room);
  }

  // The figures of docs/gpu-8b.md.
  void an_8b_model_is_planned_for_a_gpu_that_is_not_there() {
    const MemoryPlan plan = plan_memory(eight_billion(24));
    QCOMPARE(plan.free_bytes, std::int64_t{24} << 30);
    QCOMPARE(bytes_of(plan, "weights"), std::int64_t{2} * 8030261248);
    QCOMPARE(plan.trainable, std::int64_t{348966112});
    std::int64_t step = 0;
    for (const MemoryItem& item : plan.items)
      if (item.lasting) step += item.bytes;
    for (const char* name : {"activations", "layer workspace", "attention"}) step += bytes_of(plan, name);
    QVERIFY(step < plan.free_bytes);   // a step has room on 24 GiB, choosing the next weights has not
    QCOMPARE(plan.peak_phase, std::string("mask refresh"));
    QVERIFY(plan.peak_bytes > 32'900'000'000 && plan.peak_bytes < 33'000'000'000);
    QCOMPARE(plan.verdict, MemoryPlan::Verdict::DoesNotFit);
    QCOMPARE(plan.checkpointed_layers, std::int64_t{32});
  }

  void weights_in_the_gpu_alone_do_not_bring_8b_to_16_gib() {
    PlanRequest r = eight_billion(16);
    r.selection.density = 0.01;
    const MemoryPlan plan = plan_memory(r);
    QCOMPARE(plan.verdict, MemoryPlan::Verdict::DoesNotFit);
    const std::int64_t rest = plan.free_bytes - bytes_of(plan, "weights") - bytes_of(plan, "CUDA and libraries");
    QVERIFY(rest < 22 * plan.trainable);   // what each trained weight takes
  }
};

QTEST_GUILESS_MAIN(MemoryPlanTest)
#include "memory_plan_test.moc"
