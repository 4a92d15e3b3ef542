#include "CLI/CLI.hpp"
#include "rashomon/rashomon.h"

int main(int argc, char** argv) {
  CLI::App app("Says what a news corpus says twice, and what it tells differently");
  CLI11_PARSE(app, argc, argv);
}
