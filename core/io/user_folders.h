#pragma once
// The user's own folders, by the rules of XDG. Tensor-free. Thread: any, while nothing changes the environment.
#include <filesystem>

namespace lift {

std::filesystem::path home_folder();         // $HOME; empty: not set
std::filesystem::path user_cache_folder();   // $XDG_CACHE_HOME or ~/.cache, of all programs; empty: neither is set

}   // namespace lift
