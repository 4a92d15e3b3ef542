#include "tools/cli/arguments.h"

namespace rashomon::cli {

void AddCorpusOptions(CLI::App& command, CorpusOptions& options) {
  const auto field = [&command](const char* name, std::string& value,
                                const char* text) {
    command.add_option(name, value, text)
        ->option_text("NAME")
        ->capture_default_str()
        ->group("JSON Lines fields");
  };
  field("--text-field", options.text_field,
        "The text, the only field that is searched");
  field("--id-field", options.id_field, "The id; where it is missing, FILE:LINE");
  field("--title-field", options.title_field, "The title");
  field("--source-field", options.source_field, "Who published it");
  field("--published-field", options.published_field,
        "When it was published, an RFC 3339 date or time");
  field("--url-field", options.url_field, "Its address");
  field("--lang-field", options.lang_field, "Its language");
  command.add_flag("--strict", options.strict,
                   "Fail at the first thing wrong with the input");
}

void AddFindingOptions(CLI::App& command, FindingOptions& options) {
  constexpr const char* kGroup = "Options that change findings";
  command
      .add_option("--min-jaccard", options.min_jaccard,
                  "Find documents and paragraphs at least so alike, of (0, 1] …")
      ->option_text("SHARE")
      ->capture_default_str()
      ->group(kGroup);
  command
      .add_option("--recall", options.recall,
                  "… with at least this probability, of (0, 1)")
      ->option_text("SHARE")
      ->capture_default_str()
      ->group(kGroup);
  AddChoice<SearchEngine>(command, "--engine", options.engine,
                          {{"minhash", SearchEngine::kMinHash},
                           {"simhash", SearchEngine::kSimHash},
                           {"both", SearchEngine::kBoth}},
                          "How documents are searched: minhash keeps the recall, "
                          "simhash finds those of few edits [minhash]")
      ->option_text("minhash|simhash|both")
      ->group(kGroup);
  command
      .add_option("--min-words", options.min_words,
                  "Shortest passage that is a finding, in words; at least 4")
      ->option_text("N")
      ->capture_default_str()
      ->group(kGroup);
  AddChoice<VerdictFilter>(
      command, "--verdicts", options.verdicts,
      {{"raised", VerdictFilter::kRaised}, {"all", VerdictFilter::kAll}},
      "List raised verdicts only, or all with the rule of each [raised]")
      ->option_text("raised|all")
      ->group(kGroup);
  command
      .add_option("--mute", options.mute,
                  "Leave out the findings of a source, or of an attribute such as "
                  "\"duration\"; may be given again")
      ->option_text("SOURCE|ATTRIBUTE")
      ->allow_extra_args(false)
      ->group(kGroup);
  command
      .add_option_function<std::string>(
          "--since", [&options](const std::string& date) { options.since = date; },
          "Only findings with a document published then or later")
      ->option_text("DATE")
      ->group(kGroup);
}

void AddThreads(CLI::App& command, int& threads) {
  command
      .add_option(
          "--threads", threads,
          "Threads to use; 0: as many as the machine has. Never changes findings")
      ->option_text("N")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
}

void AddMemory(CLI::App& command, uint64_t& memory_bytes) {
  command
      .add_option("--memory", memory_bytes,
                  "Memory to use, such as 500M or 2G (of 1024); what is more goes to "
                  "temporary files in TMPDIR. 0: no limit. Never changes findings")
      ->option_text("BYTES")
      ->transform(CLI::AsSizeValue(/*kb_is_1000=*/false))
      ->default_str("0");
}

void AddQuiet(CLI::App& command, bool& quiet) {
  command.add_flag("-q,--quiet", quiet,
                   "Say nothing but errors; the exit status tells the rest");
}

void AddOutputOptions(CLI::App& command, OutputArguments& output) {
  AddChoice<Format>(command, "--format", output.format,
                    {{"text", Format::kText}, {"json", Format::kJson}},
                    "What stands on stdout: a summary to read, or the findings as JSON "
                    "Lines [text]")
      ->option_text("text|json");
  AddChoice<Color>(
      command, "--color", output.color,
      {{"auto", Color::kAuto}, {"always", Color::kAlways}, {"never", Color::kNever}},
      "Colours: auto is on a terminal where NO_COLOR is not set [auto]")
      ->option_text("auto|always|never");
  AddQuiet(command, output.quiet);
  command.add_flag("-v,--verbose", output.verbose,
                   "Show every finding and every diagnostic");
}

}  // namespace rashomon::cli
