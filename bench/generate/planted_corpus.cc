#include "bench/generate/planted_corpus.h"

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace rashomon::generate {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

// A word on its way into an article, and the word of the original it repeats.
struct Piece {
  TextWord word;
  size_t from = kNone;
  bool edited = false;
};

struct Rendered {
  std::string text;
  std::vector<ByteSpan> spans;  // of each word
};

template <typename Words, typename WordOf>
Rendered Render(const Words& words, WordOf word_of) {
  Rendered out;
  for (size_t i = 0; i < words.size(); ++i) {
    const TextWord& word = word_of(words[i]);
    const size_t begin = out.text.size();
    out.text += word.text;
    out.spans.push_back(
        {static_cast<uint32_t>(begin), static_cast<uint32_t>(out.text.size())});
    if (i + 1 < words.size()) out.text += word.ends_paragraph ? "\n\n" : " ";
  }
  return out;
}

// A pair of multipliers keeps the streams of article and draw apart.
Random StreamOf(uint64_t seed, size_t index, uint64_t purpose) {
  return Random(seed * 0x9E3779B97F4A7C15 + index * 0xBF58476D1CE4E5B9 + purpose);
}

std::vector<TextWord> Split(std::string_view text) {
  std::vector<TextWord> words;
  const auto space = [](char c) { return std::isspace(static_cast<unsigned char>(c)); };
  for (size_t i = 0; i < text.size();) {
    size_t breaks = 0;
    for (; i < text.size() && space(text[i]); ++i) breaks += text[i] == '\n';
    if (breaks > 1 && !words.empty()) words.back().ends_paragraph = true;
    size_t end = i;
    while (end < text.size() && !space(text[end])) ++end;
    if (end > i) {
      const char last = text[end - 1];
      words.push_back({std::string(text.substr(i, end - i)),
                       last == '.' || last == '?' || last == '!', false});
    }
    i = end;
  }
  return words;
}

std::vector<std::vector<Piece>> Blocks(const std::vector<TextWord>& words) {
  std::vector<std::vector<Piece>> blocks(1);
  for (size_t i = 0; i < words.size(); ++i) {
    blocks.back().push_back({words[i], i});
    if (words[i].ends_paragraph && i + 1 < words.size()) blocks.emplace_back();
  }
  return blocks;
}

std::vector<Piece> Join(const std::vector<std::vector<Piece>>& blocks) {
  std::vector<Piece> pieces;
  for (const std::vector<Piece>& block : blocks) {
    pieces.insert(pieces.end(), block.begin(), block.end());
    pieces.back().word.ends_paragraph = true;
  }
  return pieces;
}

void Shuffle(Random& random, std::vector<std::vector<Piece>>& blocks) {
  for (size_t i = blocks.size(); i > 1; --i) {
    std::swap(blocks[i - 1], blocks[Below(random, i)]);
  }
}

// Replaces, drops or inserts words; the first and the last one stay, so that
// the borders of the plant are known.
std::vector<Piece> EditWords(Random& random, double rate, const InventedText& invented,
                             const std::vector<Piece>& pieces) {
  std::vector<Piece> out;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const bool inner = i > 0 && i + 1 < pieces.size();
    if (!inner || !Chance(random, rate)) {
      out.push_back(pieces[i]);
      continue;
    }
    const size_t how = Below(random, 3);
    if (how == 0) {  // replace
      Piece piece = pieces[i];
      piece.word.text = invented.ContentWord(random);
      piece.edited = true;
      out.push_back(piece);
    } else if (how == 1) {  // insert
      out.push_back(pieces[i]);
      out.push_back({{invented.ContentWord(random)}, kNone, true});
      std::swap(out.back().word.ends_paragraph,
                out[out.size() - 2].word.ends_paragraph);
    } else if (!out.empty()) {  // drop
      out.back().word.ends_paragraph |= pieces[i].word.ends_paragraph;
      out.back().edited = true;
    }
  }
  return out;
}

// About one word in twelve is misread, as in NEWS-COPY's scanned papers.
void MisreadLetters(Random& random, std::vector<Piece>& pieces) {
  static constexpr std::array<std::array<std::string_view, 2>, 6> kMisread = {
      {{"e", "c"}, {"m", "rn"}, {"l", "1"}, {"o", "0"}, {"h", "li"}, {"t", "f"}}};
  for (Piece& piece : pieces) {
    if (!Chance(random, 1.0 / 12)) continue;
    const auto& [right, wrong] = kMisread[Below(random, kMisread.size())];
    const size_t at = piece.word.text.find(right);
    if (at == std::string::npos) continue;
    piece.word.text.replace(at, right.size(), wrong);
    piece.edited = true;
  }
}

// Changes that leave every word the same word.
void ChangeTypography(Random& random, std::vector<Piece>& pieces) {
  for (Piece& piece : pieces) {
    std::string& text = piece.word.text;
    if (text.size() > 6 && Chance(random, 0.1)) text.insert(3, "\u00AD");
    if (Chance(random, 0.03)) text = "“" + text;
    if (Chance(random, 0.03)) text += " –";
    if (Chance(random, 0.02)) {
      for (char& c : text)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
  }
}

}  // namespace

PlantedCorpus::PlantedCorpus(const PlantedOptions& options,
                             std::vector<std::string_view> texts)
    : options_(options), texts_(std::move(texts)), invented_(options.seed) {}

std::string PlantedCorpus::Id(size_t index) {
  char id[32];
  std::snprintf(id, sizeof(id), "g%010zu", index);
  return id;
}

std::vector<TextWord> PlantedCorpus::Original(size_t index) const {
  if (!texts_.empty()) return Split(texts_[(index / 2) % texts_.size()]);
  Random random = StreamOf(options_.seed, index, 1);
  return invented_.Article(
      random, options_.article_words / 2 + Below(random, options_.article_words + 1));
}

PlantedArticle PlantedCorpus::Article(size_t index) const {
  Random random = StreamOf(options_.seed, index, 2);
  PlantedArticle article;
  article.source = "Gazette " + std::to_string(Below(random, 20));
  char date[16];
  std::snprintf(date, sizeof(date), "20%02zu-%02zu-%02zu", Below(random, 20),
                1 + Below(random, 12), 1 + Below(random, 28));
  article.published = date;
  const auto plain = [](const TextWord& word) -> const TextWord& { return word; };
  if (index % 2 == 0) {
    article.text = Render(Original(index), plain).text;
    return article;
  }

  const size_t originals = (options_.articles + 1) / 2;
  const size_t first = 2 * Below(random, originals);
  const std::vector<TextWord> words = Original(first);
  article.kind = options_.kinds[Below(random, options_.kinds.size())];
  std::vector<std::vector<Piece>> blocks = Blocks(words);
  std::vector<Piece> pieces;
  const auto insert = [&pieces](std::string_view text, bool front) {
    std::vector<Piece> extra;
    for (TextWord& word : Split(text)) extra.push_back({std::move(word), kNone});
    extra.back().word.ends_paragraph = !front;
    if (!front && !pieces.empty()) pieces.back().word.ends_paragraph = true;
    pieces.insert(front ? pieces.begin() : pieces.end(), extra.begin(), extra.end());
  };
  switch (article.kind) {
    case Kind::kExact:
      pieces = Join(blocks);
      break;
    case Kind::kDateline:
      pieces = Join(blocks);
      insert("LUNDE (Gazette) —", true);
      insert("By " + invented_.ContentWord(random) + " of the Gazette.", false);
      break;
    case Kind::kAbridged: {
      std::vector<std::vector<Piece>> kept;
      for (std::vector<Piece>& block : blocks) {
        if (kept.empty() || Chance(random, 0.5)) kept.push_back(std::move(block));
      }
      pieces = Join(kept);
      break;
    }
    case Kind::kReordered:
      Shuffle(random, blocks);
      pieces = Join(blocks);
      break;
    case Kind::kEdited:
      pieces = EditWords(random, options_.edit_rate, invented_, Join(blocks));
      break;
    case Kind::kOcr:
      pieces = Join(blocks);
      MisreadLetters(random, pieces);
      break;
    case Kind::kMerged: {
      const std::vector<TextWord> other = Original(2 * Below(random, originals));
      std::vector<std::vector<Piece>> between = Blocks(other);
      std::vector<std::vector<Piece>> merged;
      for (size_t i = 0; i < std::max(blocks.size(), between.size()); ++i) {
        if (i < blocks.size()) merged.push_back(blocks[i]);
        if (i < between.size()) {
          for (Piece& piece : between[i]) piece.from = kNone;
          merged.push_back(between[i]);
        }
      }
      pieces = Join(merged);
      break;
    }
    case Kind::kQuoted: {
      const size_t longest = std::min(options_.max_passage_words, words.size());
      const size_t shortest = std::min(options_.min_passage_words, longest);
      const size_t length = shortest + Below(random, longest - shortest + 1);
      const size_t begin = Below(random, words.size() - length + 1);
      std::vector<Piece> passage;
      for (size_t i = begin; i < begin + length; ++i) passage.push_back({words[i], i});
      passage = EditWords(random, options_.edit_rate, invented_, passage);
      std::vector<TextWord> around = invented_.Article(random, options_.article_words);
      const size_t at = Below(random, around.size() + 1);
      for (size_t i = 0; i < at; ++i) pieces.push_back({around[i], kNone});
      pieces.insert(pieces.end(), passage.begin(), passage.end());
      for (size_t i = at; i < around.size(); ++i) pieces.push_back({around[i], kNone});
      break;
    }
    case Kind::kTypography:
      pieces = Join(blocks);
      ChangeTypography(random, pieces);
      break;
  }

  const Rendered rendered =
      Render(pieces, [](const Piece& piece) -> const TextWord& { return piece.word; });
  const Rendered original = Render(words, plain);
  article.text = rendered.text;
  // A plant is a longest run in the order of the original, inserted words and
  // short gaps (dropped words) included.
  size_t i = 0;
  while (i < pieces.size()) {
    if (pieces[i].from == kNone) {
      ++i;
      continue;
    }
    Plant plant;
    plant.original = first;
    size_t last = i, edits = pieces[i].edited, pending = 0;
    for (size_t k = i + 1; k < pieces.size(); ++k) {
      if (pieces[k].from == kNone) {
        if (!pieces[k].edited) break;
        ++pending;
        continue;
      }
      if (pieces[k].from <= pieces[last].from || pieces[k].from > pieces[last].from + 4)
        break;
      edits += pending + (pieces[k].from - pieces[last].from - 1) + pieces[k].edited;
      pending = 0;
      last = k;
    }
    plant.in_article = {rendered.spans[i].begin, rendered.spans[last].end};
    plant.in_original = {original.spans[pieces[i].from].begin,
                         original.spans[pieces[last].from].end};
    plant.words = pieces[last].from - pieces[i].from + 1;
    plant.edits = edits;
    article.plants.push_back(plant);
    i = last + 1;
  }
  return article;
}

}  // namespace rashomon::generate
