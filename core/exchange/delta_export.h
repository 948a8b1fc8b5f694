#pragma once
// The delta that is attached, as this program's own file: a run's, or one that was made of another program's adapter.
// Private to core/exchange.
#include "core/exchange/exporter.h"

namespace lift {

Exporter delta_exporter();

}   // namespace lift
