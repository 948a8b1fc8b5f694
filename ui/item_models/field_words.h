#pragma once
// The names of recipe fields in the window: "Rows per step" for "train.batch_rows", which is for files and the command
// line. Used by the form, the undo list and messages about missing values. A test checks that every field has one.
#include <string>
#include <utility>
#include <vector>

#include <QString>

namespace ui {

QString fieldName(const std::string& path);   // an unknown path is returned unchanged
bool hasFieldName(const std::string& path);
// The heading of the field's part of the recipe, for the form.
QString fieldGroup(const std::string& path);
// The values of a text field with a fixed list, each with its name; empty: any text is allowed.
std::vector<std::pair<QString, QString>> fieldChoices(const std::string& path);
QString scheduleWords(const std::string& schedule);   // unknown values are returned unchanged

}   // namespace ui
