// The findings as CommonMark, gravest first: for issues, wikis and mail. Every
// character that could be mark-up is escaped, and no address is made a link.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/excerpt.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/place.h"
#include "core/report/styled_text.h"
#include "core/report/value_words.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr std::string_view kMarkUp = "\\`*_{}[]()<>#+-.!|~=&:@^$";
constexpr int kTitleColumns = 100;
constexpr int kValueColumns = 72;
constexpr size_t kShownBytes = 800;
constexpr size_t kShownPlaces = 20;
constexpr ComparisonOptions kComparison = {.reach = 120, .most = 30};

// Returns `text` on one line with nothing in it that is mark-up.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    // CommonMark takes a backslash away before any ASCII punctuation; these are
    // what it, tables, mentions and bare addresses are made of.
    if (kMarkUp.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string Shown(const Excerpt& excerpt) {
  std::string out;
  for (const Piece& piece : excerpt) {
    switch (piece.mark) {
      case Mark::kPlain:
        out += Escaped(piece.text);
        break;
      case Mark::kMarked:
        absl::StrAppend(&out, "<b>", Escaped(piece.text), "</b>");
        break;
      case Mark::kGap:
        out += "‸";
        break;
      case Mark::kElided:
        out += " … ";
        break;
    }
  }
  return out;
}

std::string Credit(const AuditedTexts& texts, DocId doc, ByteSpan span) {
  const Document& d = texts[doc];
  std::string out;
  if (d.title) absl::StrAppend(&out, Escaped(Clip(*d.title, kTitleColumns)), ", ");
  if (d.source) absl::StrAppend(&out, Escaped(*d.source), ", ");
  if (const std::string day = Day(d); !day.empty()) {
    absl::StrAppend(&out, Escaped(day), ", ");
  }
  return absl::StrCat(out, Escaped(d.id), ", bytes ", span.begin, " to ", span.end);
}

std::string ReviewWords(const std::optional<Review>& review) {
  if (!review) return "";
  std::string out = absl::StrCat(" · marked ", std::string(Name(review->judgement)));
  if (!review->note.empty()) absl::StrAppend(&out, ": ", Escaped(review->note));
  return out;
}

void AddFact(const AuditedTexts& texts, const FactFinding& fact, size_t number,
             std::string& out) {
  const std::vector<ValueGroup> groups = GroupByValue(texts.documents(), fact);
  std::string title;
  for (size_t i = 0; i < groups.size() && i < 4; ++i) {
    const Claim& claim = fact.claims[groups[i].witnesses[0]].claim;
    absl::StrAppend(&title, i == 0 ? "" : " against ", "“",
                    Escaped(Clip(texts.Of(claim).text, kValueColumns)), "”");
  }
  absl::StrAppend(&out, "### F", number, " ", std::string(Name(fact.verdict)), ": ",
                  title, "\n\n");
  for (const FactPair& pair : fact.pairs) {
    if (pair.verdict != fact.verdict) continue;
    absl::StrAppend(&out, Escaped(pair.reason), " (rule ", Escaped(pair.rule), ")\n\n");
    break;
  }
  absl::StrAppend(&out, Escaped(fact.attribute), " · ", Escaped(fact.topic), " · ",
                  std::string(Name(fact.severity)),
                  absl::StrFormat(" · confidence %.2f", fact.confidence),
                  ReviewWords(fact.review), "\n\n");
  for (const ValueGroup& group : groups) {
    const Claim& claim = fact.claims[group.witnesses[0]].claim;
    const ClaimQuote quote = texts.Of(claim);
    absl::StrAppend(&out, "- ", Escaped(ValueWords(claim.value)), ": ",
                    Credit(texts, claim.doc, claim.span), "\n\n  > ",
                    Escaped(quote.before), "<b>", Escaped(quote.text), "</b>",
                    Escaped(quote.after), "\n\n");
    const size_t more = group.witnesses.size() - 1 + group.copies.size();
    if (more > 0) {
      absl::StrAppend(&out, "  and ", more, " more place", Plural(more), "\n\n");
    }
  }
}

void AddReuse(const AuditedTexts& texts, const ReuseFinding& finding, size_t number,
              std::string& out) {
  absl::StrAppend(&out, "### R", number, " ", std::string(Name(finding.grade)), " ",
                  std::string(Name(finding.unit)), ", ", finding.passages.size(),
                  " times", ReviewWords(finding.review), "\n\n");
  const std::optional<ReusePair> pair = ShownPair(finding);
  std::vector<uint32_t> shown;
  if (pair) {
    const Passage& a = finding.passages[pair->a];
    const Passage& b = finding.passages[pair->b];
    if (pair->edits.empty()) {
      const std::string_view text = texts.Of(a);
      const ByteSpan whole = {0, static_cast<uint32_t>(text.size())};
      absl::StrAppend(&out, "> ", Shown(Shortened(text, whole, kShownBytes)), "\n\n");
    } else {
      const Comparison both =
          CompareQuoted(texts.Of(a), a.span, texts.Of(b), b.span, *pair, kComparison);
      absl::StrAppend(&out, "- ", Credit(texts, a.doc, a.span), "\n\n  > ",
                      Shown(both.sides[0]), "\n\n- ", Credit(texts, b.doc, b.span),
                      "\n\n  > ", Shown(both.sides[1]), "\n\n");
      shown = {pair->a, pair->b};
    }
  }
  size_t places = 0;
  for (uint32_t i = 0; i < finding.passages.size(); ++i) {
    if (std::find(shown.begin(), shown.end(), i) != shown.end()) continue;
    if (places++ == kShownPlaces) {
      absl::StrAppend(&out, "- and ", finding.passages.size() - i, " more\n");
      break;
    }
    const Passage& p = finding.passages[i];
    absl::StrAppend(&out, "- ", Credit(texts, p.doc, p.span), "\n");
  }
  out += '\n';
}

}  // namespace

std::string FindingsMarkdown(const AuditedTexts& texts, const Findings& findings) {
  std::string out = absl::StrCat(
      "# Told differently, said twice\n\n", Grouped(texts.documents().size()),
      " article", Plural(texts.documents().size()), ", ", HumanBytes(findings.bytes),
      ": ", Grouped(findings.NumRaisedFacts()), " told differently, ",
      Grouped(findings.NumReuse()), " said twice.\n\n## Told differently\n\n");
  std::vector<uint32_t> raised, rest;
  for (const uint32_t i : FactsByGravity(findings)) {
    (IsRaised(findings.facts[i].verdict) ? raised : rest).push_back(i);
  }
  for (const uint32_t i : raised) AddFact(texts, findings.facts[i], i + 1, out);
  if (raised.empty()) out += "Nothing.\n\n";
  out += "## Said twice\n\n";
  const std::vector<uint32_t> reuse = ReuseByGravity(findings);
  for (const uint32_t i : reuse) AddReuse(texts, findings.reuse[i], i + 1, out);
  if (reuse.empty()) out += "Nothing.\n\n";
  if (!rest.empty()) out += "## Looked at and not raised\n\n";
  for (const uint32_t i : rest) AddFact(texts, findings.facts[i], i + 1, out);
  if (!findings.diagnostics.empty()) {
    out += "## Input\n\n";
    for (const Diagnostic& d : findings.diagnostics) {
      absl::StrAppend(&out, "- ", Escaped(ToString(d)), "\n");
    }
  }
  return out;
}

}  // namespace rashomon
