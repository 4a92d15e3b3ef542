// How long does it take only to parse the file? Reads JSON Lines and adds up the
// bytes of their texts; the floor under every tool that reads them.

#include <cstdint>
#include <iostream>
#include <string_view>

#include "simdjson.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: parse_floor FILE.jsonl\n";
    return 2;
  }
  simdjson::padded_string file;
  if (simdjson::padded_string::load(argv[1]).get(file)) {
    std::cerr << "parse_floor: cannot read " << argv[1] << "\n";
    return 2;
  }
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document_stream lines;
  if (parser.iterate_many(file, size_t{1} << 24).get(lines)) return 2;
  uint64_t bytes = 0;
  for (auto line : lines) {
    std::string_view text;
    if (!line["text"].get_string().get(text)) bytes += text.size();
  }
  std::cout << bytes << "\n";
  return 0;
}
