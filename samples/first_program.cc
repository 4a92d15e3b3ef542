#include <iostream>

#include "rashomon/rashomon.h"

int main(int argc, char** argv) {
  const auto corpus =
      rashomon::ReadCorpus({argc > 1 ? argv[1] : "samples/articles.jsonl"});
  if (!corpus.ok()) return std::cerr << corpus.status() << "\n", 2;
  const auto findings = rashomon::Audit(*corpus);
  if (!findings.ok()) return std::cerr << findings.status() << "\n", 2;
  for (const rashomon::FactFinding& fact : findings->facts)
    for (const rashomon::FactPair& pair : fact.pairs)
      std::cout << fact.topic << ": " << pair.reason << "\n";
}
