// The order of preference in which units are gone through.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_PREFERENCE_H_
#define RASHOMON_CORE_ENGINE_DEDUP_PREFERENCE_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "rashomon/dedup.h"

namespace rashomon {

// How much a unit is preferred: the least is the one to keep. No two units of a
// corpus are equal.
struct Preference {
  uint64_t first = 0;
  int64_t published = 0;
  std::string id;
  uint32_t begin = 0;

  friend auto operator<=>(const Preference&, const Preference&) = default;
};

// `record`: the place of the unit's record in the input; `bytes`: its length;
// `published`: an RFC 3339 date or time, or empty; `begin`: where it begins in the
// text.
Preference MakePreference(Keep keep, uint64_t record, uint64_t bytes,
                          std::string_view published, std::string_view id,
                          uint32_t begin);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_PREFERENCE_H_
