#include <cstdio>

#include "rashomon/rashomon.h"

int main() {
  const char* text =
      "The harbour master closed the northern pier on Tuesday after two cranes "
      "were damaged by the storm that came in from the west overnight.";
  rashomon::Document a, b;
  a.id = "a";
  b.id = "b";
  a.text = b.text = text;
  const auto findings = rashomon::Audit(rashomon::Corpus::Of({a, b}));
  if (!findings.ok()) return 2;
  std::printf("%zu said twice\n", findings->NumReuse());
}
