#pragma once
// The options --layers and --projections, which several verbs have.
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

// Sets the layers and projections of a selection. Errors: InvalidArgument with the option.
Status apply(const MatrixChoiceOptions& options, SelectionConfig& selection);

}   // namespace lift::cli
