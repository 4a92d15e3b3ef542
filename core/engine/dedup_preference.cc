#include "core/engine/dedup_preference.h"

#include <limits>

#include "absl/time/time.h"
#include "core/base/strings.h"

namespace rashomon {
namespace {

// Undated ones come last.
int64_t PublishedNs(std::string_view published) {
  absl::Time time;
  std::string error;
  if (absl::ParseTime(absl::RFC3339_full, ToAbsl(published), &time, &error) ||
      absl::ParseTime("%Y-%m-%d", ToAbsl(published), &time, &error)) {
    return absl::ToUnixNanos(time);
  }
  return std::numeric_limits<int64_t>::max();
}

}  // namespace

Preference MakePreference(Keep keep, uint64_t record, uint64_t bytes,
                          std::string_view published, std::string_view id,
                          uint32_t begin) {
  if (keep == Keep::kFirst) return {.first = record, .begin = begin};
  return {.first = keep == Keep::kLongest ? ~bytes : 0,
          .published = PublishedNs(published),
          .id = std::string(id),
          .begin = begin};
}

}  // namespace rashomon
