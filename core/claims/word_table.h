// Tables of a lexicon's words. Most words of a text are in none of them, so a set of
// bits by length, first and last letter turns most away before any hashing; what is
// left costs a few multiplications and, mostly, one comparison.

#ifndef RASHOMON_CORE_CLAIMS_WORD_TABLE_H_
#define RASHOMON_CORE_CLAIMS_WORD_TABLE_H_

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/hash.h"

namespace rashomon {

// Maps words, which outlive it, to values. Built by Add, then read by any thread.
template <typename T>
class WordTable {
 public:
  // Files `value` under `word`. A word filed twice keeps its first value. Returns
  // the value of the table, good until the next Add.
  T& Add(std::string_view word, T value = {}) {
    if (2 * (size_ + 1) > slots_.size()) Grow();
    Slot& slot = slots_[SlotOf(word)];
    if (!slot.used) {
      slot = {word, true, std::move(value)};
      ++size_;
      gate_.set(GateOf(word));
    }
    return slot.value;
  }

  // Returns the value of `word`; nullptr where it has none.
  const T* Find(std::string_view word) const {
    if (!gate_.test(GateOf(word))) return nullptr;
    const Slot& slot = slots_[SlotOf(word)];
    return slot.used ? &slot.value : nullptr;
  }

  bool Has(std::string_view word) const { return Find(word) != nullptr; }

  // Returns a copy of the value of `word`, or T() where it has none.
  T Get(std::string_view word) const {
    const T* value = Find(word);
    return value == nullptr ? T() : *value;
  }

 private:
  struct Slot {
    std::string_view word;
    bool used = false;
    T value{};
  };

  static constexpr size_t kGateBits = 14;

  static size_t GateOf(std::string_view word) {
    if (word.empty()) return 0;
    const auto letter = [](char c) { return static_cast<unsigned char>(c) & 31u; };
    return std::min<size_t>(word.size(), 15) << 10 | letter(word.front()) << 5 |
           letter(word.back());
  }

  static uint64_t Load(const char* bytes, size_t n) {
    uint64_t word = 0;
    std::memcpy(&word, bytes, n);
    return word;
  }

  // The first and last eight bytes, mixed: short words differ in them.
  static uint64_t HashOf(std::string_view word) {
    const char* s = word.data();
    const size_t n = word.size();
    uint64_t head = 0;
    uint64_t tail = 0;
    if (n >= 8) {
      head = Load(s, 8);
      tail = Load(s + n - 8, 8);
    } else if (n >= 4) {
      head = Load(s, 4);
      tail = Load(s + n - 4, 4);
    } else if (n > 0) {
      head = static_cast<unsigned char>(s[0]);
      tail = static_cast<unsigned char>(s[n / 2]) |
             static_cast<uint64_t>(static_cast<unsigned char>(s[n - 1])) << 8;
    }
    return Mix64(head + Mix64(tail ^ n));
  }

  // The slot that holds `word`, or the free one where it would go.
  size_t SlotOf(std::string_view word) const {
    const size_t mask = slots_.size() - 1;
    size_t i = HashOf(word) & mask;
    while (slots_[i].used && slots_[i].word != word) i = (i + 1) & mask;
    return i;
  }

  void Grow() {
    std::vector<Slot> old(std::max<size_t>(16, 2 * slots_.size()));
    old.swap(slots_);
    for (Slot& slot : old) {
      if (slot.used) slots_[SlotOf(slot.word)] = std::move(slot);
    }
  }

  std::vector<Slot> slots_;
  size_t size_ = 0;
  std::bitset<size_t{1} << kGateBits> gate_;
};

// Words of a list.
struct Listed {};
using WordSet = WordTable<Listed>;

// Returns the set of `words`: any range of string_views that outlive it.
template <typename Words>
WordSet MakeWordSet(const Words& words) {
  WordSet set;
  for (std::string_view word : words) set.Add(word);
  return set;
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_WORD_TABLE_H_
