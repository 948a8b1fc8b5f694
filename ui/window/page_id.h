#pragma once
// The pages in the order of the rail and of Ctrl+1 … Ctrl+7.
#include <QCoreApplication>
#include <QString>

namespace ui {

enum class PageId { Model, Data, Selection, Train, Results, Runs, Settings };
inline constexpr int kPageCount = 7;
inline constexpr int kStageCount = 5;   // the first five are stages of the way through; Runs and Settings stand apart

QString nameOf(PageId page);   // "Model", translated
QString iconOf(PageId page);

}   // namespace ui
