#pragma once
// The options --layers and --projections, as several verbs take them.
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/model/model_config.h"
#include "core/selection/selection_config.h"

namespace CLI {
class App;
}

namespace lift::cli {

struct MatrixChoiceOptions {
  std::string layers;        // "0,3-5"; empty: all
  std::string projections;   // "q,down"; empty: all
};

void add_matrix_choice(CLI::App& app, MatrixChoiceOptions& options);

// Fills the layers and projections of a selection. Errors: InvalidArgument naming the option.
Status apply(const MatrixChoiceOptions& options, SelectionConfig& selection);

}   // namespace lift::cli
