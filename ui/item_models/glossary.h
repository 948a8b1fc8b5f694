#pragma once
// Explanations of technical terms in one or two sentences, for users who meet them the first time. Shown by the small
// "i" beside a word (widgets/buttons.h) and in tool tips. Only texts.
#include <QString>

namespace ui {

enum class Term {
  Delta,
  Strength,
  Rank,
  Density,
  Renewal,
  KeptAtRenewal,
  Projections,
  LowRank,   // |W_r|
  Overlay,   // the layer drawn over a map
  SingularValues,
  StableRank,
  EffectiveRank,
  Dequantised,
  Masters,   // fp32 master values and moments
  Widened,   // bf16 factors widened to fp32
  HeldOut,
  Probe,
  Smoothing,
  Advice,
};

QString termWords(Term term);   // the term itself, as a title
QString explained(Term term);
// Explains an item of the memory plan, by its English name in core; empty if its own reason is enough.
QString explainedMemory(const QString& english_name);

}   // namespace ui
