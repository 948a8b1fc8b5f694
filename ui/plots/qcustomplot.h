#pragma once
// The only place that includes QCustomPlot: its header is written with Qt's keywords, which this program turns off.
// Only sources of ui/plots include this.
#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#define emit
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
#undef emit
