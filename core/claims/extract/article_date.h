// The day an article speaks from.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_ARTICLE_DATE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_ARTICLE_DATE_H_

#include <optional>
#include <string>

#include "core/claims/annotate.h"
#include "rashomon/document.h"

namespace rashomon {

// Returns `document.published`, or where that is missing the day of the text's
// own dateline: "(Reuters, May 3, 1987)", "MOSCOW, March 18, 2021 —". Page
// furniture ("updated … 2023") and dates inside the report are none.
std::optional<std::string> ArticleDate(const Document& document,
                                       const AnnotatedText& text);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_ARTICLE_DATE_H_
