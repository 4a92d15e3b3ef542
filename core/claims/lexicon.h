// Lexicons: tab-separated data files of core/claims/data, embedded at build
// time (cmake/EmbedData.cmake). A file opens with comment lines (#) that say
// what its columns mean.

#ifndef RASHOMON_CORE_CLAIMS_LEXICON_H_
#define RASHOMON_CORE_CLAIMS_LEXICON_H_

#include <string_view>
#include <vector>

namespace rashomon {

// Returns the rows of `tsv` without comments and empty lines, each cut at its
// tabs. The views point into `tsv`.
std::vector<std::vector<std::string_view>> LexiconRows(std::string_view tsv);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_LEXICON_H_
