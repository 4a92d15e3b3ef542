// Dates and times as RFC 3339 writes them.

#ifndef RASHOMON_CORE_IO_RFC3339_H_
#define RASHOMON_CORE_IO_RFC3339_H_

#include <string_view>

namespace rashomon {

// Says whether `text` is a full-date ("2021-03-18") or a date-time
// ("2021-03-18T10:00:00Z", "2021-03-18 10:00:00.5+04:30") that the calendar has.
bool IsRfc3339(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_RFC3339_H_
