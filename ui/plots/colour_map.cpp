#include "ui/plots/colour_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {

namespace {

// Samples at equal distances, joined linearly. Viridis and cividis are those of matplotlib (CC0).
constexpr std::array<QRgb, 17> kViridis{0xff440154, 0xff481769, 0xff472a7a, 0xff433d84, 0xff3d4e8a, 0xff355e8d,
                                        0xff2e6d8e, 0xff297b8e, 0xff23898e, 0xff1f978b, 0xff21a585, 0xff2eb37c,
                                        0xff46c06f, 0xff65cb5e, 0xff89d548, 0xffb0dd2f, 0xfffde725};
constexpr std::array<QRgb, 9> kCividis{0xff00224e, 0xff123570, 0xff3b496c, 0xff575d6d, 0xff707173,
                                       0xff8a8678, 0xffa59c74, 0xffc3b369, 0xfffee838};
constexpr std::array<QRgb, 7> kChangeDark{0xff6aa2ff, 0xff4a70b3, 0xff35496e, 0xff262a33,
                                          0xff6b4f2b, 0xffad7a33, 0xfff0a53c};
constexpr std::array<QRgb, 7> kChangeLight{0xff2f6fe0, 0xff7ea5ec, 0xffc3d5f6, 0xfff7f8fa,
                                           0xfff0d7ad, 0xffdba757, 0xffc47a10};

template <std::size_t N>
QRgb interpolated(const std::array<QRgb, N>& samples, double position) {
  const double at = std::clamp(position, 0.0, 1.0) * (N - 1);
  const std::size_t index = std::min<std::size_t>(static_cast<std::size_t>(at), N - 2);
  const double rest = at - static_cast<double>(index);
  const auto mix = [&](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * rest)); };
  const QRgb a = samples[index], b = samples[index + 1];
  return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

}   // namespace

QRgb colour_at(ColourMap map, double position, bool dark) {
  if (std::isnan(position)) return qRgba(0, 0, 0, 0);
  switch (map) {
    case ColourMap::Viridis: return interpolated(kViridis, position);
    case ColourMap::Cividis: return interpolated(kCividis, position);
    case ColourMap::Change: return interpolated(dark ? kChangeDark : kChangeLight, position);
  }
  return 0;
}

}   // namespace ui
