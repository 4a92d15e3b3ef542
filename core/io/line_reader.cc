#include "core/io/line_reader.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rashomon {
namespace {

// Stays in the second-level cache while a line is parsed.
constexpr size_t kFirstCapacity = size_t{1} << 18;

}  // namespace

bool LineReader::MakeRoom() {
  if (begin_ > 0 && end_ - begin_ <= capacity_ / 2) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
    return true;
  }
  if (end_ < capacity_) return true;
  const size_t capacity = std::max(kFirstCapacity, 2 * capacity_);
  char* const grown =
      static_cast<char*>(std::realloc(buffer_.get(), capacity + kPadding));
  if (grown == nullptr) return false;
  static_cast<void>(buffer_.release());
  buffer_.reset(grown);
  std::memset(grown + capacity, 0, kPadding);
  capacity_ = capacity;
  return true;
}

bool LineReader::Refill() {
  if (ended_) return false;
  if (!MakeRoom()) {
    status_ = absl::ResourceExhaustedError("no memory for a line so long");
    ended_ = true;
    return false;
  }
  const absl::StatusOr<size_t> got =
      source_.Read(buffer_.get() + end_, capacity_ - end_);
  if (!got.ok()) status_ = got.status();
  ended_ = !got.ok() || *got == 0;
  if (!ended_) end_ += *got;
  return !ended_;
}

bool LineReader::Next() {
  if (!unterminated_) ++number_;
  line_ = {};
  too_long_ = false;
  offset_ = consumed_;
  size_t looked_at = 0;  // bytes from begin_ that hold no line feed
  while (true) {
    const char* const from = buffer_.get() + begin_ + looked_at;
    const size_t size = end_ - begin_ - looked_at;
    const void* const feed = size == 0 ? nullptr : std::memchr(from, '\n', size);
    if (feed != nullptr) {
      const size_t length =
          looked_at + static_cast<size_t>(static_cast<const char*>(feed) - from);
      too_long_ = too_long_ || length > max_line_bytes_;
      if (!too_long_) line_ = {buffer_.get() + begin_, length};
      begin_ += length + 1;
      consumed_ += length + 1;
      return true;
    }
    looked_at = end_ - begin_;
    if (looked_at > max_line_bytes_) {  // forget what was read of it
      too_long_ = true;
      consumed_ += looked_at;
      begin_ = end_;
      looked_at = 0;
    }
    if (!Refill()) break;
  }
  unterminated_ = true;
  if (looked_at > 0 && !too_long_) line_ = {buffer_.get() + begin_, looked_at};
  begin_ = end_;
  return too_long_ || looked_at > 0;
}

}  // namespace rashomon
