// Rashomon: what a news corpus says twice, and what it tells differently.
// Start here: read a corpus (corpus.h), audit it (audit.h), look at the
// findings (findings.h) or print them (report.h).

#ifndef RASHOMON_RASHOMON_H_
#define RASHOMON_RASHOMON_H_

#include "rashomon/audit.h"
#include "rashomon/audited_texts.h"
#include "rashomon/claims.h"
#include "rashomon/corpus.h"
#include "rashomon/decisions.h"
#include "rashomon/dedup.h"
#include "rashomon/findings.h"
#include "rashomon/findings_file.h"
#include "rashomon/minhash.h"
#include "rashomon/options.h"
#include "rashomon/report.h"
#include "rashomon/simhash.h"
#include "rashomon/span.h"

#endif  // RASHOMON_RASHOMON_H_
