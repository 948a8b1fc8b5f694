#pragma once
// Which files of a data set's folder hold rows, by their names: for listings, before anything is opened. Tensor-free.
// Thread: any.
#include <string>

namespace lift {

// "train.jsonl", "part-0.parquet", "a.csv.gz": yes; "README.md", "dataset_info.json": what stands beside rows, no.
bool is_row_file(const std::string& file_name);

}   // namespace lift
