#pragma once
// What the window's words mean, in one or two sentences for who meets them the first time. Shown by the small "i"
// beside a word (widgets/buttons.h) and in tool tips. Texts alone.
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
  Overlay,   // what is laid over a map
  SingularValues,
  StableRank,
  EffectiveRank,
  Dequantised,
  Masters,   // masters and moments
  Widened,   // widened factors
  HeldOut,
  Probe,
  Smoothing,
  Advice,
};

QString termWords(Term term);   // the word itself, as a title
QString explained(Term term);
// What an item of the memory plan is, by its English name as core says it; empty where its own reason is enough.
QString explainedMemory(const QString& english_name);

}   // namespace ui
