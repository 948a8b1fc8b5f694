#include "ui/item_models/glossary.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

struct Glossary {
  Q_DECLARE_TR_FUNCTIONS(Glossary)
};

}   // namespace

QString termWords(Term term) {
  switch (term) {
    case Term::Delta: return Glossary::tr("Delta");
    case Term::Strength: return Glossary::tr("Strength of the delta");
    case Term::Rank: return Glossary::tr("Rank R");
    case Term::Density: return Glossary::tr("Density");
    case Term::Renewal: return Glossary::tr("Renewing the selection");
    case Term::KeptAtRenewal: return Glossary::tr("Kept at renewal");
    case Term::Projections: return Glossary::tr("Projections");
    case Term::LowRank: return u"|W|, |W_r|"_s;
    case Term::Overlay: return Glossary::tr("Laid over");
    case Term::SingularValues: return Glossary::tr("Singular values");
    case Term::StableRank: return Glossary::tr("Stable rank");
    case Term::EffectiveRank: return Glossary::tr("Effective rank");
    case Term::Dequantised: return Glossary::tr("Dequantised");
    case Term::Masters: return Glossary::tr("Masters and moments");
    case Term::Widened: return Glossary::tr("Widened factors");
    case Term::HeldOut: return Glossary::tr("Held out");
    case Term::Probe: return Glossary::tr("Retention probe");
    case Term::Smoothing: return Glossary::tr("Smoothing");
    case Term::Advice: return Glossary::tr("Advice");
  }
  return {};
}

QString explained(Term term) {
  switch (term) {
    case Term::Delta:
      return Glossary::tr(
          "A small file with only the weights that a run has changed. Laid over the base model it makes the tuned "
          "model; taken off again it leaves the base exactly as it was.");
    case Term::Strength:
      return Glossary::tr(
          "How much of the change is applied: at 0 the base answers, at 1 the model as it was trained, between them "
          "a mixture, above 1 more than was trained.");
    case Term::Rank:
      return Glossary::tr(
          "Every weight matrix is first replaced by a simpler one that keeps its R strongest patterns and leaves out "
          "the rest as noise. The weights that are largest in this simpler matrix are the ones that train. A small R "
          "looks at a few broad patterns only, a large R at fine ones too.");
    case Term::Density:
      return Glossary::tr(
          "The share of all weights that train. 5 % is usual: enough to learn a task, few enough to forget little. "
          "More needs more memory and makes the delta larger.");
    case Term::Renewal:
      return Glossary::tr(
          "While the model learns, other weights may become the important ones. Every so many steps the choice is "
          "made anew from the weights as they are then.");
    case Term::KeptAtRenewal:
      return Glossary::tr(
          "The share of the newly chosen weights that trained before the renewal already. Near 100 % the choice has "
          "settled, and renewing it less often costs nothing.");
    case Term::Projections:
      return Glossary::tr(
          "The seven weight matrices of a layer. q, k, v and o belong to attention, which decides what a token looks "
          "at; gate, up and down to the feed-forward part, in which most of the knowledge lies.");
    case Term::LowRank:
      return Glossary::tr(
          "|W| is the size of a weight as it is. |W_r| is its size in the approximation of rank R, by which the "
          "weights to train are chosen.");
    case Term::Overlay:
      return Glossary::tr(
          "In amber over the map: which weights a run has changed, or which ones would be chosen now and were not "
          "before. Until something has trained there is nothing to lay over it.");
    case Term::SingularValues:
      return Glossary::tr(
          "How strong each pattern in a matrix is, strongest first. A steep curve means that a few patterns carry "
          "most of the matrix; the dotted line is R, up to which they count.");
    case Term::StableRank:
      return Glossary::tr(
          "How many patterns as strong as the strongest one would have the matrix's whole energy. Small: a few "
          "patterns rule.");
    case Term::EffectiveRank:
      return Glossary::tr(
          "How many patterns the matrix seems to have when each counts by its share of the energy. Large: the energy "
          "is spread over many.");
    case Term::Dequantised:
      return Glossary::tr(
          "The file holds its weights rounded to a few bits. For training they are written out as ordinary numbers, "
          "exactly those that the rounded ones stand for.");
    case Term::Masters:
      return Glossary::tr(
          "For every weight that trains: a precise copy of it (the master), and two running means of its gradient "
          "and of that gradient's size (the moments), which the optimizer steers by.");
    case Term::Widened:
      return Glossary::tr(
          "Working copies of numbers in 32 bits for processors that can't multiply 16-bit ones quickly.");
    case Term::HeldOut:
      return Glossary::tr(
          "Rows that never train. How well the model does on them tells whether it has learned the task or only "
          "learned the rows by heart.");
    case Term::Probe:
      return Glossary::tr(
          "Choice questions about something else than your task, asked before and after. When fewer are answered "
          "right, the model has forgotten something.");
    case Term::Smoothing:
      return Glossary::tr(
          "The strong line is a running mean: 0.9 looks back over about 10 steps, 0.97 over about 30. The faint line "
          "shows every step as it was.");
    case Term::Advice:
      return Glossary::tr(
          "From the singular values of this model and the memory that is free. R and density belong together: the "
          "more weights train, the finer the patterns that are worth looking at.");
  }
  return {};
}

QString explainedMemory(const QString& english_name) {
  if (english_name == QLatin1String("masters and moments")) return explained(Term::Masters);
  if (english_name == QLatin1String("widened factors")) return explained(Term::Widened);
  return {};
}

}   // namespace ui
