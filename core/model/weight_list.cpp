#include "core/model/weight_list.h"

namespace lift {

std::vector<ListedWeight> weights_of(const ModelConfig& config) {
  std::vector<ListedWeight> list{{embedding_name(), {config.vocabulary_size, config.hidden_size}}};
  for (std::int64_t layer = 0; layer < config.layer_count; ++layer)
    for (const auto stored : config.stored(layer)) {
      const LayerTensor& first = stored.front();
      list.push_back({name_in_layer(layer, first), config.shape(stored), gguf_form_of(config, first)});
    }
  list.push_back({final_norm_name(), {config.hidden_size}, gguf_form_of_final_norm(config)});
  if (!config.tied_head) list.push_back({head_name(), {config.vocabulary_size, config.hidden_size}});
  return list;
}

}   // namespace lift
