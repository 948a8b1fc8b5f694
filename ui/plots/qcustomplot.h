#pragma once
// Includes QCustomPlot, whose header uses Qt's keywords, which this program turns off (QT_NO_KEYWORDS).
// Include this instead of <qcustomplot.h>, and only in sources of ui/plots.
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
