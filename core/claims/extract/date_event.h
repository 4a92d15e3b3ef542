// What a date dates: the event's word in its clause, and the clause to show.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_EVENT_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_EVENT_H_

#include <string>
#include <string_view>

#include "core/claims/extract/date_expr.h"
#include "core/claims/extract/date_resolve.h"
#include "core/claims/extract/date_words.h"

namespace rashomon {

// What event_words.tsv knows of a word.
struct EventWord {
  std::string_view lemma;
  std::string_view event_class;  // one for words of one meaning
  bool noun = false;
  bool verb = false;
  bool past = false;  // the past form of a verb
};

// The entry of a lower-case form; null for a word that names no event.
const EventWord* FindEventWord(std::string_view lower);

struct DatedEvent {
  std::string head;        // lemma: "withdrawal", "deadline", "die"; may be empty
  std::string head_class;  // class of the head, where the table has one
  size_t begin = 0;        // words of the clause with head and date
  size_t end = 0;
};

// Finds the event that `match` dates: the noun behind it ("the May 1 deadline"),
// the nearest verb or event before it ("withdrew … in 1989"), or, where the date
// opens the sentence, behind it. The clause is the date alone where none is near.
DatedEvent FindDatedEvent(const DateWords& words, const DateMatch& match);

// On which side of the article's day the words around `match` look.
Tense TenseAround(const DateWords& words, const DateMatch& match);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_EVENT_H_
