#pragma once
// Brings a model or data set of huggingface.co (or HF_ENDPOINT) into the Hugging Face cache: its name, or words that
// are searched for; what it is and weighs; the download with progress. Nothing is asked of the hub before the user
// presses a button; closing it stops what is going on, and what has come is kept. Window thread.
#include <filesystem>
#include <functional>
#include <optional>

#include <QDialog>

#include "core/session/hub_offer.h"
#include "ui/engine/engine.h"

class QLineEdit;

namespace ui {

class Button;
class ComboBox;
class KeyValueRow;
class PrimaryButton;
class Text;
class ThinProgress;

class HubDialog : public QDialog {
  Q_OBJECT

 public:
  // `act` gets what to open once it is there.
  HubDialog(Engine& engine, lift::HubKind kind, std::function<void(const std::filesystem::path&)> act,
            QWidget* parent = nullptr);
  ~HubDialog() override;

 private:
  void look();
  void search(const QString& words);
  void choose();
  void get();
  void showHits(const std::vector<lift::HubHit>& hits);
  void showOffer(const lift::HubOffer& offer);
  void say(const QString& words, bool is_trouble = false);
  lift::NoticeSink notices();   // for the engine's thread: into the window's notices
  void setWorking(std::optional<JobId> job);

  Engine& engine_;
  lift::HubKind kind_;
  std::function<void(const std::filesystem::path&)> act_;
  std::optional<lift::HubOffer> offer_;
  std::optional<JobId> job_;
  bool names_listed_ = false;   // file_ lists what a search found, not parts of one
  QLineEdit* name_;
  Button* look_;
  ComboBox* file_;
  KeyValueRow *licence_, *access_, *size_;
  Text* said_;
  ThinProgress* progress_;
  PrimaryButton* get_;
};

}   // namespace ui
