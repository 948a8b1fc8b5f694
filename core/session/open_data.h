#pragma once
// The data set that a Session has open. Private to core/session.
#include "core/data/data_config.h"

namespace lift {

struct OpenData {
  DataConfig config;
};

}  // namespace lift
