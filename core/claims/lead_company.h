// The company that an article opens with, whose figures it tells.

#ifndef RASHOMON_CORE_CLAIMS_LEAD_COMPANY_H_
#define RASHOMON_CORE_CLAIMS_LEAD_COMPANY_H_

#include "core/claims/terms.h"
#include "rashomon/document.h"

namespace rashomon {

// True where both articles open with a company's whole name, legal form and all
// ("Castor Bay Holdings Inc said …"), and neither ever speaks of the other's: two
// companies' reports, however alike. Cost: that of reading both openings.
bool LeadCompaniesClash(const Document& a, DocId id_a, const Document& b, DocId id_b,
                        const TermIndex& index);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_LEAD_COMPANY_H_
