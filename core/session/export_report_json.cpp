#include "core/session/export_report_json.h"

#include <nlohmann/json.hpp>

namespace lift {

namespace {

nlohmann::json number_or_null(const std::optional<double>& number) {
  return number ? nlohmann::json(*number) : nlohmann::json();
}

}   // namespace

nlohmann::json to_json(const ExportReport& report, bool for_others) {
  nlohmann::json notices = nlohmann::json::array();
  for (const Sentence& notice : report.notices) notices.push_back(notice.text());
  return {{"path", (for_others ? report.path.filename() : report.path).string()},
          {"bytes", report.bytes},
          {"exact", report.exact},
          {"largest_logit_difference", report.largest_logit_difference},
          {"prompts", report.prompts},
          {"same_text", report.same_text},
          {"held_out_loss", number_or_null(report.held_out_loss)},
          {"exported_held_out_loss", number_or_null(report.exported_held_out_loss)},
          {"notices", std::move(notices)}};
}

}   // namespace lift
