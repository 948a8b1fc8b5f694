#include "core/kernels/rows/rotary.h"

#include <QtTest>

#include <ATen/ops/cat.h>

#include "tests/core/kernels/kernel_cases.h"

using namespace lift;
using namespace lift::test;

namespace {

struct Tables {
  at::Tensor cos_PC, sin_PC;
};

Tables tables(std::int64_t positions, std::int64_t half, at::ScalarType type) {
  const at::Tensor angles = Cases(9).normal({positions, half}, at::kDouble, 2);
  return {angles.cos().to(type), angles.sin().to(type)};
}

// x * cos + rotate_half(x) * sin, as Hugging Face writes it, in fp64.
at::Tensor reference(const at::Tensor& x_THD, const Tables& t, const at::Tensor& positions) {
  const std::int64_t half = x_THD.size(2) / 2;
  const at::Tensor x = x_THD.to(at::kDouble), at = positions.to(at::kLong);
  const at::Tensor cos = t.cos_PC.to(at::kDouble).index_select(0, at),
                   sin = t.sin_PC.to(at::kDouble).index_select(0, at);
  const at::Tensor rotated = at::cat({-x.narrow(2, half, half), x.narrow(2, 0, half)}, 2);
  return x * at::cat({cos, cos}, 1).unsqueeze(1) + rotated * at::cat({sin, sin}, 1).unsqueeze(1);
}

}   // namespace

class RotaryTest : public QObject {
  Q_OBJECT
 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }   // small operands; the thread tests set their own

  void equals_the_hugging_face_formula_and_turns_back_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("isa");
    QTest::addColumn<int>("half");
    for (CpuIsa isa : available_cpu_isas()) {
      for (auto type : {at::kBFloat16, at::kFloat, at::kDouble}) {
        for (int half : {1, 5, 8, 32, 50}) {
          QTest::addRow("%s %s half %d", std::string(name_of(isa)).c_str(), text_of(type), half)
              << int(type) << int(isa) << half;
        }
      }
    }
  }
  void equals_the_hugging_face_formula_and_turns_back() {
    QFETCH(int, type);
    QFETCH(int, isa);
    QFETCH(int, half);
    const CpuIsaLimit limit{CpuIsa(isa)};
    const auto dtype = at::ScalarType(type);
    Cases cases(1);
    const at::Tensor fused = cases.normal({11, 5, 2 * half}, dtype);
    at::Tensor x = fused.clone().narrow(1, 1, 3);   // a slice with a token stride
    const at::Tensor before = x.clone(), positions = cases.below(20, 11);
    const Tables t = tables(20, half, dtype == at::kDouble ? at::kDouble : at::kFloat);
    rotary_(x, t.cos_PC, t.sin_PC, positions, false);
    const double bound = dtype == at::kBFloat16 ? roundoff(dtype) : dtype == at::kFloat ? 1e-6 : 1e-14;
    QVERIFY(relative_error(x, reference(before, t, positions)) < bound);
    rotary_(x, t.cos_PC, t.sin_PC, positions, true);
    QVERIFY(relative_error(x, before) < 2 * bound);
  }

  void touches_only_its_slice() {
    for (CpuIsa isa : available_cpu_isas()) {
      const CpuIsaLimit limit(isa);
      const at::Tensor fused = Cases(2).normal({7, 4, 22}, at::kBFloat16);
      at::Tensor turned = fused.clone(), middle = turned.narrow(1, 1, 2);
      const Tables t = tables(8, 11, at::kFloat);
      rotary_(middle, t.cos_PC, t.sin_PC, Cases(3).below(8, 7), false);
      QVERIFY(same_bytes(turned.narrow(1, 0, 1).contiguous(), fused.narrow(1, 0, 1).contiguous()));
      QVERIFY(same_bytes(turned.narrow(1, 3, 1).contiguous(), fused.narrow(1, 3, 1).contiguous()));
    }
  }

  void channels_beyond_the_tables_stay() {
    for (CpuIsa isa : available_cpu_isas())
      for (const auto type : {at::kBFloat16, at::kFloat}) {
        const CpuIsaLimit limit(isa);
        const at::Tensor before = Cases(6).normal({9, 3, 40}, type), positions = Cases(7).below(20, 9);
        const Tables t = tables(20, 12, at::kFloat);
        at::Tensor x = before.clone(), turning = before.narrow(2, 0, 24).contiguous();
        rotary_(x, t.cos_PC, t.sin_PC, positions, false);
        rotary_(turning, t.cos_PC, t.sin_PC, positions, false);
        QVERIFY(same_bytes(x.narrow(2, 0, 24).contiguous(), turning));
        QVERIFY(same_bytes(x.narrow(2, 24, 16).contiguous(), before.narrow(2, 24, 16).contiguous()));
      }
  }

  void turning_back_is_the_gradient() {
    Cases cases(4);
    at::Tensor x = cases.normal({3, 2, 6});
    const at::Tensor readout = cases.normal({3, 2, 6}), positions = cases.below(5, 3);
    const Tables t = tables(5, 3, at::kDouble);
    const auto loss = [&] {
      at::Tensor turned = x.clone();
      rotary_(turned, t.cos_PC, t.sin_PC, positions, false);
      return (turned * readout).sum().item<double>();
    };
    at::Tensor gradient = readout.clone();
    rotary_(gradient, t.cos_PC, t.sin_PC, positions, true);
    QVERIFY(relative_error(gradient, numerical_gradient(x, loss)) < 1e-8);
  }

  void a_position_beyond_the_tables_is_refused() {
    at::Tensor x = Cases(5).normal({1, 1, 4}, at::kFloat);
    const Tables t = tables(3, 2, at::kFloat);
    for (int position : {-1, 3}) {
      QVERIFY_EXCEPTION_THROWN(rotary_(x, t.cos_PC, t.sin_PC, Cases::int32s({position}), false), InvariantError);
    }
  }
};

QTEST_GUILESS_MAIN(RotaryTest)
#include "rotary_test.moc"
