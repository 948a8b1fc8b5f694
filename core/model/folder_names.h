#pragma once
// What the tensors of a folder are called whose names are not the usual ones: saved without "model.", inside a
// wrapper ("language_model.model.", "model.language_model."), by torch.compile ("_orig_mod.model.") and so on.
// Private to core/model.
#include <set>
#include <string>

namespace lift {

class FolderNames {
 public:
  // From what is there: the usual names where they are, else the only stem that a text model's tensors have.
  static FolderNames of(const std::set<std::string>& stored);

  // "model.layers.0..." as the files call it.
  std::string stored(const std::string& usual) const;
  const std::string& body() const { return body_; }   // "model."
  bool unusual() const { return body_ != "model."; }

 private:
  std::string body_ = "model.";
  std::string head_ = "lm_head.";
};

}   // namespace lift
