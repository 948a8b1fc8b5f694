#pragma once
// Questions to ask while a model learns, from the rows that it never sees: what the form proposes before anybody has
// written one. Engine thread.
#include <string>
#include <vector>

#include "core/session/session.h"

namespace ui {

// Of up to `most` held-out rows of the session's open data; fewer where they have no question of one piece.
std::vector<std::string> heldOutQuestions(const lift::Session& session, const lift::DataSummary& data, int most);

// The question in a row as its file has it: the prompt's column, or what the user last said before the last answer.
// Empty where there is none.
std::string questionOf(const std::string& raw_row, const std::map<std::string, std::string>& column_map);

}   // namespace ui
