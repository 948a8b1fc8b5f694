#pragma once
// Exports the result: a copy of the delta, or the tuned model for other programs, read back and compared.
#include "ui/engine/studio.h"
#include "ui/widgets/card.h"

namespace ui {

class ComboBox;
class PrimaryButton;
class Text;

class ExportPanel : public Card {
  Q_OBJECT

 public:
  explicit ExportPanel(Studio& studio, QWidget* parent = nullptr);
  void setDelta(const std::filesystem::path& delta);   // of the open model; empty: none
  void exportTo(const QString& target);

 Q_SIGNALS:
  void exported(bool ok);

 private:
  void choose();
  void showTypes();
  std::string form() const;   // as Session::export_model reads it: "gguf:q8_0"
  void copyDelta(const QString& target);
  void tell(const QString& words);
  void say(const lift::ExportReport& report);

  Studio& studio_;
  std::filesystem::path delta_;
  ComboBox *format_, *type_;
  PrimaryButton* export_;
  Text* report_;
};

}   // namespace ui
