// One article, named on the command line.

#ifndef RASHOMON_TOOLS_CLI_ARTICLE_H_
#define RASHOMON_TOOLS_CLI_ARTICLE_H_

#include <string>

#include "absl/status/statusor.h"
#include "rashomon/corpus.h"

namespace rashomon::cli {

// A corpus and the one document of it that was meant.
struct Article {
  Corpus corpus;
  DocId doc{};

  const Document& document() const { return corpus[doc]; }
};

// Reads the article that `name` means: a file that holds one article, or
// FILE#ID. Fails with NotFound where there is none, and with InvalidArgument
// where the file holds several and no ID chooses.
absl::StatusOr<Article> ReadArticle(const std::string& name,
                                    const CorpusOptions& options);

}  // namespace rashomon::cli

#endif  // RASHOMON_TOOLS_CLI_ARTICLE_H_
