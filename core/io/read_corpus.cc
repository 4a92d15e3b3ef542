// ReadCorpus: what the walk over the paths finds becomes a corpus.

#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "core/base/status_macros.h"
#include "core/io/corpus_builder.h"
#include "core/io/record.h"
#include "core/io/walk_corpus.h"
#include "rashomon/corpus.h"

namespace rashomon {
namespace {

class Reader : public CorpusSink {
 public:
  explicit Reader(const CorpusOptions& options)
      : options_(options), records_(options_, builder_.arena()) {}

  absl::Status BeginFile(std::string_view name) override {
    file_ = name;
    builder_.BeginFile(name);
    return absl::OkStatus();
  }

  absl::Status AddText(const std::string& id, std::string_view text) override {
    builder_.ComplainOfText(id, text);
    Document document;
    document.id = id;
    document.text = builder_.arena().Copy(text);
    builder_.Add(std::move(document), 0);
    return absl::OkStatus();
  }

  absl::Status BeginLines(bool) override { return absl::OkStatus(); }

  absl::Status AddLine(const RawLine& line) override {
    Record record = records_.Read(line.bytes);
    // Of a line that damage cut short there is nothing to say but the damage.
    if (line.cut_off && !record.document) return absl::OkStatus();
    std::string id;
    if (record.document) {
      if (record.document->id.empty()) {
        record.document->id = absl::StrCat(file_, ":", line.number);
      }
      id = record.document->id;
      builder_.Add(*std::move(record.document), line.number);
    }
    for (Trouble& trouble : record.troubles) {
      builder_.Complain(id, line.number, line.skipped + trouble.byte,
                        std::move(trouble.message));
    }
    return absl::OkStatus();
  }

  void Complain(std::string_view doc, uint64_t line, uint64_t byte,
                std::string message) override {
    builder_.Complain(doc, line, byte, std::move(message));
  }

  Corpus Build() && { return std::move(builder_).Build(); }

 private:
  const CorpusOptions& options_;
  CorpusBuilder builder_;
  RecordReader records_;
  std::string file_;
};

// The first few of `diagnostics`, for a message.
std::string Examples(absl::Span<const Diagnostic> diagnostics) {
  constexpr size_t kShown = 3;
  return absl::StrJoin(diagnostics.subspan(0, kShown), "; ",
                       [](std::string* out, const Diagnostic& diagnostic) {
                         out->append(ToString(diagnostic));
                       });
}

}  // namespace

absl::StatusOr<Corpus> ReadCorpus(absl::Span<const std::string> paths,
                                  const CorpusOptions& options) {
  Reader reader(options);
  RASHOMON_RETURN_IF_ERROR(WalkCorpus(paths, reader));
  Corpus corpus = std::move(reader).Build();
  if (options.strict && !corpus.diagnostics().empty()) {
    return absl::InvalidArgumentError(ToString(corpus.diagnostics().front()));
  }
  if (corpus.documents().empty()) {
    std::string message = absl::StrCat("no document in ", absl::StrJoin(paths, ", "));
    if (!corpus.diagnostics().empty()) {
      absl::StrAppend(&message, ": ", Examples(corpus.diagnostics()));
    }
    return absl::NotFoundError(message);
  }
  return corpus;
}

}  // namespace rashomon
