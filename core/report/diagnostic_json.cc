#include "core/report/diagnostic_json.h"

#include <string_view>

namespace rashomon {

Json DiagnosticLine(const Diagnostic& diagnostic) {
  Json line;
  line["type"] = "diagnostic";
  line["doc"] = JsonOrNull(std::string_view(diagnostic.doc));
  line["file"] = JsonOrNull(std::string_view(diagnostic.file));
  line["line"] = diagnostic.line > 0 ? Json(diagnostic.line) : Json(nullptr);
  line["byte"] = diagnostic.byte;
  line["message"] = diagnostic.message;
  return line;
}

}  // namespace rashomon
