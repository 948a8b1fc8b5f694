#pragma once
// Sample questions from held-out rows: the form proposes them until the user writes others, and the model answers them
// while it trains. Thread: the engine's.
#include <string>
#include <vector>

#include "core/session/session.h"

namespace ui {

// From up to `most` held-out rows of the session's open data; fewer if rows have no question in one piece.
std::vector<std::string> heldOutQuestions(const lift::Session& session, const lift::DataSummary& data, int most);

// The question in a row of the file: the prompt column, or the user's last message before the last answer. Empty if
// there is none.
std::string questionOf(const std::string& raw_row, const std::map<std::string, std::string>& column_map);

}   // namespace ui
