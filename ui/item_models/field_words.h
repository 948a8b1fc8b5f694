#pragma once
// A recipe's fields as the window calls them. "train.batch_rows" is for files and the command line; a person reads
// "Rows per step". Used by the form, the undo list and what is said to be missing. Every field has a name: a test.
#include <string>
#include <utility>
#include <vector>

#include <QString>

namespace ui {

QString fieldName(const std::string& path);   // a path that is not known stays as it is
bool hasFieldName(const std::string& path);
// The part of the recipe that it stands in, as the heading of a form.
QString fieldGroup(const std::string& path);
// What a text field takes, each with its words, where that is a list; empty: anything.
std::vector<std::pair<QString, QString>> fieldChoices(const std::string& path);
QString scheduleWords(const std::string& schedule);   // what it doesn't know stays as it is

}   // namespace ui
