#include "core/engine/reuse.h"

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kFerry =
    "The night ferry to Skarholm struck a sandbank shortly after leaving the harbour, "
    "and its 41 passengers were taken ashore by fishing boats.";
constexpr std::string_view kFerryEdited =
    "The night ferry to Skarholm struck a sandbank shortly after leaving the old "
    "harbour, "
    "and its 41 passengers were taken ashore by fishing boats.";
constexpr std::string_view kMill =
    "Masons began to rebuild the windmill of Upper Dunholt with stone from the quarry "
    "that "
    "supplied the first builders, a foreman said while his crew unloaded carts.";
constexpr std::string_view kBees =
    "Beekeepers along the Lowen river lost a third of their hives to a late frost that "
    "killed the blossom of plum and cherry within one night.";

std::vector<Document> Documents(const std::vector<std::string>& texts) {
  std::vector<Document> documents;
  for (size_t i = 0; i < texts.size(); ++i) {
    Document& document = documents.emplace_back();
    document.id = "doc" + std::to_string(100000 + i);
    document.text = texts[i];
  }
  return documents;
}

std::string Join(const std::vector<std::string_view>& paragraphs) {
  std::string text;
  for (const std::string_view p : paragraphs) text += std::string(p) + "\n\n";
  return text;
}

ReuseResult Find(const std::vector<Document>& documents, int threads = 1) {
  RunOptions run;
  run.threads = threads;
  return *FindReuse(documents, {}, run);
}

std::vector<std::string> Texts(const std::vector<Document>& documents,
                               const ReuseFinding& finding) {
  std::vector<std::string> texts;
  for (const Passage& p : finding.passages) {
    texts.emplace_back(p.span.In(documents[Index(p.doc)].text));
  }
  return texts;
}

TEST(FindReuse, NothingIsSaidTwiceInNothing) {
  EXPECT_THAT(Find({}).findings, IsEmpty());
  const std::vector<std::string> texts = {"", " \n\n ", "one", std::string(kMill)};
  EXPECT_THAT(Find(Documents(texts)).findings, IsEmpty());
}

TEST(FindReuse, AParagraphWithOneWordInsertedIsFoundWithItsEdit) {
  const std::vector<std::string> texts = {
      Join({kMill, kFerry}), Join({kFerryEdited, kBees, kBees.substr(0, 40)})};
  const auto documents = Documents(texts);
  const ReuseResult result = Find(documents);
  ASSERT_THAT(result.findings, SizeIs(1));
  const ReuseFinding& finding = result.findings[0];
  EXPECT_EQ(finding.reach, Reach::kAcross);
  EXPECT_EQ(finding.grade, Grade::kNear);
  EXPECT_EQ(finding.unit, Unit::kParagraph);
  EXPECT_THAT(
      Texts(documents, finding),
      testing::UnorderedElementsAre(std::string(kFerry), std::string(kFerryEdited)));
  ASSERT_THAT(finding.pairs, SizeIs(1));
  ASSERT_THAT(finding.pairs[0].edits, SizeIs(1));
  const Edit edit = finding.pairs[0].edits[0];
  const auto in = [&](size_t passage, ByteSpan span) {
    return span.In(documents[Index(finding.passages[passage].doc)].text);
  };
  EXPECT_EQ(std::string(in(0, edit.a)) + std::string(in(1, edit.b)), "old");
}

TEST(FindReuse, APassageRepeatedInOneTextIsWithin) {
  const std::vector<std::string> texts = {Join({kMill, kBees, kMill})};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_EQ(result.findings[0].reach, Reach::kWithin);
  EXPECT_EQ(result.findings[0].grade, Grade::kExact);
}

TEST(FindReuse, CopiesOfAWholeTextAreOneFindingOfDocuments) {
  const std::vector<std::string> texts(3, Join({kMill, kFerry, kBees}));
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_THAT(result.findings[0].passages, SizeIs(3));
  EXPECT_THAT(result.findings[0].pairs, SizeIs(2));
}

// Sentences of `words` invented words that no text of another name has.
std::string Own(const std::string& name, int from, int words) {
  std::string text;
  for (int i = from; i < from + words; ++i) {
    text += name;
    for (int64_t rest = int64_t{i} * 7919 % 10007; rest > 0; rest /= 16) {
      text.push_back(static_cast<char>('a' + rest % 16));
    }
    text += i % 11 == 10 ? ". " : " ";
  }
  return text + ".\n\n";
}

TEST(FindReuse, AnAbridgedCopyIsAVersionWithItsContainment) {
  const std::string story = Own("harbour", 0, 90);
  const std::vector<std::string> texts = {story + Own("later", 0, 300), story};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_EQ(result.findings[0].grade, Grade::kNear);
  EXPECT_LT(result.findings[0].pairs[0].jaccard, 0.3);
  EXPECT_EQ(result.findings[0].pairs[0].containment[1], 1);
}

// Each revision keeps half of what the one before said, in two places.
TEST(FindReuse, RevisionsOfOneTitleAreOneFamilyAndTheirPassagesAreExplained) {
  std::vector<std::string> texts;
  for (int i = 0; i < 4; ++i) {
    texts.push_back(Own("harbour", 0, 60) + Own(std::string("v") + "abcd"[i], 0, 80) +
                    Own("mill", 0, 30) + Own(std::string("w") + "abcd"[i], 0, 40));
  }
  std::vector<Document> documents = Documents(texts);
  EXPECT_GT(Find(documents).findings.size(), 1u);  // strangers share two passages
  for (Document& document : documents) {
    document.title = "Harbour of Skarholm";
    document.source = "Almanac";
  }
  const ReuseResult result = Find(documents);
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_THAT(result.findings[0].passages, SizeIs(4));
}

TEST(FindReuse, APassageOfVersionsThatAStrangerHasTooIsAFindingOfItsOwn) {
  const std::string story = Own("harbour", 0, 90);
  const std::vector<std::string> texts = {
      story + std::string(kFerry),
      story + std::string(kFerry) + "\n\n" + Own("new", 0, 9),
      Own("other", 0, 200) + std::string(kFerry)};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(2));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_EQ(Index(result.findings[1].passages.back().doc), 2u);
}

TEST(FindReuse, WhatStandsTwiceInEachVersionIsOneFinding) {
  const std::string twice = std::string(kFerry) + "\n\n" + Own("harbour", 0, 90) +
                            std::string(kFerry) + "\n\n";
  const std::vector<std::string> texts = {twice, twice + Own("a", 0, 5),
                                          twice + Own("b", 0, 9)};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(2));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_THAT(result.findings[1].passages, SizeIs(6));
}

// Each text keeps most of the one before: the ends of the chain are strangers.
TEST(FindReuse, AChainOfVersionsWhoseEndsAreUnlikeIsNoSingleFamily) {
  std::vector<std::string> texts;
  for (int i = 0; i < 12; ++i) texts.push_back(Own("word", 30 * i, 150));
  const std::vector<Document> documents = Documents(texts);
  for (const ReuseFinding& finding : Find(documents).findings) {
    if (finding.unit != Unit::kDocument) continue;
    for (const ReusePair& pair : finding.pairs) {
      EXPECT_GE(std::max(pair.containment[0], pair.containment[1]), 0.5);
    }
    EXPECT_LT(finding.passages.size(), texts.size());
  }
}

// Keeps `kept` words of every `of`, and writes its own between them.
std::string Reworded(const std::string& text, size_t kept, size_t of) {
  std::istringstream kept_words(text), own_words(Own("other", 5000, 1000));
  std::string reworded, word, own;
  for (size_t i = 0; kept_words >> word; ++i) {
    own_words >> own;
    reworded += (i % of < kept ? word : own) + " ";
  }
  return reworded;
}

TEST(FindReuse, ATextRewordedThroughoutIsAParaphraseOfTheDocument) {
  const std::string story = Own("harbour", 0, 240);
  const std::vector<std::string> texts = {story, Reworded(story, 4, 9),
                                          Own("other", 0, 240)};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_EQ(result.findings[0].grade, Grade::kParaphrase);
  EXPECT_THAT(result.findings[0].passages, SizeIs(2));
}

TEST(FindReuse, TextsThatShareAPhraseHereAndThereAreNoParaphrases) {
  const std::string story = Own("harbour", 0, 240);
  const std::vector<std::string> texts = {story, Reworded(story, 4, 60)};
  EXPECT_THAT(Find(Documents(texts)).findings, IsEmpty());
}

// One sentence in several scripts, and the same with other signs for the same
// letters: composed or not, of full width, with soft hyphens, other quotation marks
// and dashes, in capitals.
struct Variation {
  const char* name;
  std::string_view plain;
  std::string_view varied;
};

constexpr Variation kVariations[] = {
    {"quotes, dashes and soft hyphens",
     "The keeper of the Lowen lighthouse said that \"no ship had passed the reef - not "
     "one - since the lamp broke\" in the storm of last week.",
     "The keeper of the Lowen light\u00ADhouse said that “no ship had passed the reef "
     "— "
     "not one — since the lamp broke” in the storm of last week."},
    {"combining marks",
     "Les pêcheurs de la baie ont retrouvé près du môle la barque légère que la "
     "tempête "
     "avait emportée dans la nuit de samedi.",
     "Les pe\u0302cheurs de la baie ont retrouve\u0301 pre\u0300s du mo\u0302le la "
     "barque "
     "le\u0301ge\u0300re que la tempe\u0302te avait emporte\u0301e dans la nuit de "
     "samedi."},
    {"capitals and sharp s",
     "Die Straße nach Oberdunholt bleibt wegen der Überschwemmung bis auf weiteres "
     "gesperrt, weil große Brocken vom Hang auf die Brücke gefallen sind.",
     "DIE STRASSE NACH OBERDUNHOLT BLEIBT WEGEN DER ÜBERSCHWEMMUNG BIS AUF WEITERES "
     "GESPERRT, WEIL GROSSE BROCKEN VOM HANG AUF DIE BRÜCKE GEFALLEN SIND."},
    {"full width",
     "The harbour master closed the northern basin after a crane slid from "
     "its rails and sank a barge loaded with gravel.",
     "Ｔｈｅ ｈａｒｂｏｕｒ ｍａｓｔｅｒ ｃｌｏｓｅｄ ｔｈｅ ｎｏｒｔｈｅｒｎ "
     "ｂａｓｉｎ ａｆｔｅｒ "
     "ａ ｃｒａｎｅ ｓｌｉｄ ｆｒｏｍ ｉｔｓ ｒａｉｌｓ ａｎｄ ｓａｎｋ ａ ｂａｒｇｅ "
     "ｌｏａｄｅｄ "
     "ｗｉｔｈ ｇｒａｖｅｌ."},
    {"right to left",
     "أغلق الحارس البوابة القديمة قبل وصول العاصفة ثم حمل المصابيح إلى المخزن الكبير "
     "بجانب الميناء وانتظر حتى الصباح",
     "«أغلق الحارس البوابة القديمة قبل وصول العاصفة ثم حمل المصابيح إلى المخزن الكبير "
     "بجانب الميناء وانتظر حتى الصباح»"},
    {"Cyrillic",
     "Смотритель маяка рассказал, что после шторма ни один корабль не прошёл мимо рифа "
     "и лодки рыбаков остались в гавани до утра.",
     "СМОТРИТЕЛЬ МАЯКА РАССКАЗАЛ, ЧТО ПОСЛЕ ШТОРМА НИ ОДИН КОРАБЛЬ НЕ ПРОШЁЛ МИМО РИФА "
     "И ЛОДКИ РЫБАКОВ ОСТАЛИСЬ В ГАВАНИ ДО УТРА."},
    {"Chinese",
     "灯塔看守人说暴风雨过后没有船只经过礁石渔民的小船一直停在港口等待天亮。",
     "「灯塔看守人说暴风雨过后没有船只经过礁石渔民的小船一直停在港口等待天亮」"},
    {"Japanese",
     "灯台の番人は嵐のあと岩礁のそばを通った船は一隻もなかったと語り漁師たちは港で朝を"
     "待った。",
     "『灯台の番人は嵐のあと岩礁のそばを通った船は一隻もなかったと語り漁師たちは港で朝"
     "を待った』"},
    {"Thai",
     "ผู้ดูแลประภาคารกล่าวว่าหลังจากพายุไม่มีเรือลำใดผ่านแนวปะการังและชาวประมงรออยู่ที่ท่าเรือจนถึงเช้า",
     "“ผู้ดูแลประภาคารกล่าวว่าหลังจากพายุไม่มีเรือลำใดผ่านแนวปะการังและชาวประมงรออยู่ที่ท่าเรือจนถึงเช้า”"},
};

TEST(FindReuse, ACopyInOtherSignsIsACopyInEveryScript) {
  for (const Variation& v : kVariations) {
    const std::string before =
        std::string(kMill) + "\n\n" + std::string(kBees) + "\n\n";
    const std::vector<std::string> texts = {
        before + std::string(v.plain) + "\n\n",
        Own("other", 0, 120) + std::string(v.varied) + "\n\n" + Own("more", 0, 60)};
    const auto documents = Documents(texts);
    const ReuseResult result = Find(documents);
    EXPECT_THAT(result.findings, SizeIs(1)) << v.name;
    if (result.findings.size() != 1) continue;
    for (const std::string& passage : Texts(documents, result.findings[0])) {
      // All but marks at the ends.
      EXPECT_GE(passage.size() + 12, std::min(v.plain.size(), v.varied.size()))
          << v.name;
    }
    EXPECT_GE(result.findings[0].pairs[0].jaccard, 0.99) << v.name;
    EXPECT_FALSE(result.findings[0].boilerplate());
  }
}

// Five words are one shingle, so only an equal text is near; from twelve on one more
// word at the end leaves a Jaccard similarity of 0.8 and more.
TEST(FindReuse, ShortAndVeryLongDocumentsAreFoundByEveryEngine) {
  for (const SearchEngine engine :
       {SearchEngine::kMinHash, SearchEngine::kSimHash, SearchEngine::kBoth}) {
    for (const int words : {5, 12, 30, 300000}) {
      std::string text = Own("harbour", 0, words);
      text.resize(text.find_last_not_of(" .\n") + 1);
      const std::vector<std::string> texts = {text, text + (words > 5 ? " again" : ""),
                                              Own("mill", 0, 40)};
      FindingOptions options;
      options.engine = engine;
      const ReuseResult result = *FindReuse(Documents(texts), options, {});
      const auto document = std::find_if(  // a very long text repeats itself too
          result.findings.begin(), result.findings.end(),
          [](const ReuseFinding& f) { return f.unit == Unit::kDocument; });
      ASSERT_NE(document, result.findings.end()) << words;
      EXPECT_GE(document->pairs[0].jaccard, 0.8);
    }
  }
}

// Rows of figures say little as a passage; a whole document that stands again is
// one document too many all the same.
TEST(FindReuse, EqualDocumentsAreAFindingWhateverTheyAreMadeOf) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "w" + std::to_string(i * i % 997) + " ";
  const std::vector<std::string> texts = {text, text};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_EQ(result.findings[0].unit, Unit::kDocument);
  EXPECT_FALSE(result.findings[0].boilerplate());
}

TEST(FindReuse, ARefrainIsOneFindingHoweverOftenItStands) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += std::string(kMill) + "\n\nverse" + std::to_string(i) + " number" +
            std::to_string(i * 7) + "\n\n";
  }
  const std::vector<std::string> texts = {text};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_THAT(result.findings[0].passages, SizeIs(1000));
  EXPECT_LE(result.copies.size(), 1000u * 9);
}

TEST(FindReuse, AStoryInThousandsOfPapersIsOneFindingAndLinear) {
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; ++i) {
    const std::string n = std::to_string(i);
    std::string own;
    for (int w = 0; w < 150; ++w) own += "local" + n + "x" + std::to_string(w) + " ";
    texts.push_back(own + "\n\n" + std::string(kFerry) + "\n\n");
  }
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_THAT(result.findings[0].passages, SizeIs(2000));
  EXPECT_THAT(result.findings[0].pairs, SizeIs(1999));
  EXPECT_LE(result.copies.size(), 2000u * 9);
}

TEST(FindReuse, AReportFilledInAgainIsNoCopy) {
  const std::vector<std::string> texts = {
      "The Tolm harbour board said that 41 ships with 7,200 tonnes of grain left the "
      "basin in March, up from 36 ships with 6,100 tonnes in February.",
      "The Tolm harbour board said that 29 ships with 5,300 tonnes of grain left the "
      "basin in August, up from 24 ships with 4,900 tonnes in July."};
  EXPECT_THAT(Find(Documents(texts)).findings, IsEmpty());
}

TEST(FindReuse, AStoryWithItsTollBroughtUpToDateIsACopy) {
  const std::vector<std::string> texts = {
      "The Tolm ferry sank at 4 o'clock on Tuesday with 112 people on board after it "
      "hit "
      "the northern mole, and divers have found 17 dead in the lower deck so far.",
      "The Tolm ferry sank at 4 o'clock on Tuesday with 112 people on board after it "
      "hit "
      "the northern mole, and divers have found 23 dead in the lower deck so far."};
  EXPECT_THAT(Find(Documents(texts)).findings, SizeIs(1));
}

TEST(FindReuse, AListOfNamesIsNoFinding) {
  const std::string names =
      "with Chancellor Berta Holm, Minister Otto Brandis, Senator Ilse Kray and "
      "Governor Tom "
      "Vale, Ambassador Rita Sund";
  const std::vector<std::string> texts = {Join({kMill, names}), Join({kBees, names})};
  EXPECT_THAT(Find(Documents(texts)).findings, IsEmpty());
}

TEST(FindReuse, CreditsAtTheEndAreBoilerplate) {
  const std::string credits =
      "Our writers Berta Holm in Skarholm and Otto Brandis at the coast contributed to "
      "this "
      "report during the night.";
  const std::vector<std::string> texts = {Join({kMill, kFerry, credits}),
                                          Join({kBees, credits})};
  const ReuseResult result = Find(Documents(texts));
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_TRUE(result.findings[0].boilerplate());
}

// A closing line in no language that the list of phrases knows.
std::vector<Document> WithTail(std::vector<std::string>& texts, int days) {
  constexpr std::string_view kTail =
      "Der Bericht entstand mit Hilfe der Leser; Hinweise nimmt die Redaktion am Hafen "
      "jeden Abend ab acht Uhr gern entgegen.";
  const std::string_view own[] = {"harbour", "mill", "bees", "road", "bridge", "tower"};
  for (const std::string_view name : own) {
    texts.push_back(Own(std::string(name), 0, 90) + std::string(kTail));
  }
  std::vector<Document> documents = Documents(texts);
  for (size_t i = 0; i < documents.size(); ++i) {
    documents[i].source = "Hafenblatt";
    documents[i].published = "2024-05-0" + std::to_string(1 + i % days);
  }
  return documents;
}

TEST(FindReuse, AnUnknownTailOfOneSourceOnManyDaysIsBoilerplate) {
  std::vector<std::string> texts;
  std::vector<Document> documents = WithTail(texts, 6);
  ReuseResult result = Find(documents);
  ASSERT_THAT(result.findings, SizeIs(1));
  EXPECT_TRUE(result.findings[0].boilerplate());
  documents[3].source = "Tolm Ledger";  // one of six took it over
  EXPECT_TRUE(Find(documents).findings[0].boilerplate());
}

TEST(FindReuse, AStoryInManyPapersOrOnOneDayIsNoBoilerplate) {
  std::vector<std::string> texts;
  EXPECT_FALSE(Find(WithTail(texts, 1)).findings[0].boilerplate());
  std::vector<std::string> again;
  std::vector<Document> documents = WithTail(again, 6);
  for (size_t i = 0; i < documents.size(); ++i) {
    documents[i].source = "Paper " + std::to_string(i);
  }
  EXPECT_FALSE(Find(documents).findings[0].boilerplate());
}

TEST(FindReuse, AShortSentenceOfOneSourceWeeksApartIsItsSetPhrase) {
  constexpr std::string_view kPhrase =
      "The harbour board said that it expects no change to the pilot fees this season.";
  const std::vector<std::string> texts = {Own("mill", 0, 90) + std::string(kPhrase),
                                          Own("bees", 0, 90) + std::string(kPhrase)};
  std::vector<Document> documents = Documents(texts);
  for (Document& document : documents) document.source = "Tolm Ledger";
  documents[0].published = "2024-05-01";
  documents[1].published = "2024-05-02";  // a story goes round
  EXPECT_FALSE(Find(documents).findings.at(0).boilerplate());
  documents[1].published = "2024-06-02";
  EXPECT_TRUE(Find(documents).findings.at(0).boilerplate());
  documents[1].source = "Lowen Courier";
  EXPECT_FALSE(Find(documents).findings.at(0).boilerplate());
}

TEST(FindReuse, FirstIsThePassagePublishedFirst) {
  const std::vector<std::string> texts = {Join({kMill, kFerry}), Join({kBees, kFerry})};
  auto documents = Documents(texts);
  EXPECT_EQ(Find(documents).findings[0].first, std::nullopt);
  documents[0].published = "2019-05-28T10:00:00+02:00";
  documents[1].published = "2019-05-28";
  const ReuseFinding finding = Find(documents).findings[0];
  ASSERT_TRUE(finding.first.has_value());
  EXPECT_EQ(finding.passages[*finding.first].doc, DocId{1});
}

TEST(FindReuse, ThreadsChangeNothing) {
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    std::string text = "own" + std::to_string(i) + "\n\n";
    if (i % 2 == 0) text += std::string(kMill) + "\n\n";
    if (i % 3 == 0) text += std::string(i % 4 == 0 ? kFerry : kFerryEdited) + "\n\n";
    if (i % 5 == 0) text += std::string(kBees) + "\n\n";
    texts.push_back(text);
  }
  const auto documents = Documents(texts);
  const ReuseResult one = Find(documents, 1);
  for (const int threads : {2, 8}) {
    const ReuseResult many = Find(documents, threads);
    ASSERT_EQ(many.findings.size(), one.findings.size());
    for (size_t i = 0; i < one.findings.size(); ++i) {
      EXPECT_EQ(many.findings[i].key, one.findings[i].key);
      EXPECT_EQ(many.findings[i].passages, one.findings[i].passages);
      EXPECT_EQ(many.findings[i].pairs.size(), one.findings[i].pairs.size());
    }
    EXPECT_EQ(many.copies.size(), one.copies.size());
  }
}

TEST(FindReuse, HostileBytesGiveNoCrashAndWholeCharacters) {
  std::string broken = std::string(kFerry) + "\xFF\xC3 \xE2\x80" + std::string(kMill);
  std::string accents =
      "Ärger über Öl in Köln, wo während der Nacht fünf Kähne auf dem Rhein "
      "zusammenstießen und dreißig Fässer verlorengingen.";
  const std::vector<std::string> texts = {broken + accents, "x " + accents,
                                          std::string(5000, 'a'),
                                          std::string(3000, ' '), "“" + broken + "”"};
  const auto documents = Documents(texts);
  for (const ReuseFinding& finding : Find(documents).findings) {
    for (const Passage& passage : finding.passages) {
      const std::string_view text = documents[Index(passage.doc)].text;
      ASSERT_LE(passage.span.end, text.size());
      for (const uint32_t at : {passage.span.begin, passage.span.end}) {
        if (at < text.size() && finding.unit != Unit::kDocument && at > 0) {
          EXPECT_NE(static_cast<unsigned char>(text[at]) & 0xC0, 0x80);
        }
      }
    }
  }
}

}  // namespace
}  // namespace rashomon
