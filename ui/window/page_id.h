#pragma once
// The pages, in the order of the rail and of Ctrl+1 to Ctrl+7.
#include <QCoreApplication>
#include <QString>

namespace ui {

enum class PageId { Model, Data, Selection, Train, Results, Runs, Settings };
inline constexpr int kPageCount = 7;
inline constexpr int kStageCount = 5;   // the first five are the stages of the work; Runs and Settings are separate

QString nameOf(PageId page);   // "Model", translated
QString iconOf(PageId page);

}   // namespace ui
