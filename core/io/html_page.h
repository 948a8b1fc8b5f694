#pragma once
// One page of HTML that needs no network and no script, light or dark as its reader's system. Tensor-free. Thread: any.
#include <string>
#include <vector>

namespace lift {

// `text` with &, <, > and " as entities: safe between tags and in attributes.
std::string html_text(const std::string& text);
// The page; `body` is HTML.
std::string html_page(const std::string& title, const std::string& body);
// A part that is folded away until its reader opens it; `content` is text.
std::string html_folded(const std::string& title, const std::string& content);

struct HtmlCurve {
  std::string name;
  std::vector<double> x, y;   // of equal length; points that are not finite leave a gap
  bool dots = false;          // a mark at each point
};
// Between the lines of an axis of this extent, some five of them: 1, 2 or 5 times a power of ten.
double axis_step(double extent);
// A plot in SVG of curves over one axis. `unit` stands behind the values (" %"). Empty when no point can be drawn.
std::string html_plot(const std::string& title, const std::string& across, const std::vector<HtmlCurve>& curves,
                      const std::string& unit = {});

}   // namespace lift
