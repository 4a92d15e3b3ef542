// How outputs for people name documents and places in them.

#ifndef RASHOMON_CORE_REPORT_PLACE_H_
#define RASHOMON_CORE_REPORT_PLACE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "rashomon/document.h"

namespace rashomon {

// Short names of documents, safe to show: the id, or where it is long its
// beginning and its end, unless that would be the name of another one too.
class DocumentNames {
 public:
  explicit DocumentNames(absl::Span<const Document> documents);

  const std::string& operator[](DocId doc) const { return names_[Index(doc)]; }

 private:
  std::vector<std::string> names_;
};

// Returns the line of `text`, from 1, on which the byte at `offset` stands.
size_t LineOf(std::string_view text, uint32_t offset);

// Returns "s" unless `n` is 1.
const char* Plural(size_t n);

// Returns 24445 as "24 KB".
std::string HumanBytes(uint64_t bytes);

// Returns 1234567 as "1,234,567".
std::string Grouped(uint64_t number);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_PLACE_H_
