#include "core/io/text_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace rashomon {
namespace {

namespace fs = std::filesystem;

// Walks real directories first, then those behind symbolic links.
class Walk {
 public:
  explicit Walk(const std::string& root) : prefix_(root) {
    if (!prefix_.ends_with('/')) prefix_ += '/';
  }

  std::vector<DirectoryEntry> List() {
    pending_ = {""};
    while (!pending_.empty() || !linked_.empty()) {
      // The least first, so that a directory with several links is always read by
      // the same one.
      std::set<std::string>& from = pending_.empty() ? linked_ : pending_;
      const std::string below = *from.begin();
      from.erase(from.begin());
      Enter(below);
    }
    std::sort(
        entries_.begin(), entries_.end(),
        [](const DirectoryEntry& a, const DirectoryEntry& b) { return a.id < b.id; });
    return std::move(entries_);
  }

 private:
  void Add(const std::string& id, std::string trouble) {
    entries_.push_back({prefix_ + id, id, std::move(trouble)});
  }

  // Lists the directory `below` the root: "" or a path that ends with a slash.
  void Enter(const std::string& below) {
    struct stat status = {};
    const std::string path = prefix_ + below;
    if (::stat(path.c_str(), &status) == 0 &&
        !seen_.emplace(status.st_dev, status.st_ino).second) {
      return Add(below, "a link to a directory that is read already");
    }
    std::error_code error;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      Visit(*entry, below + entry->path().filename().string());
    }
    if (error) Add(below, "cannot read the directory: " + error.message());
  }

  void Visit(const fs::directory_entry& entry, const std::string& id) {
    std::error_code error;
    const bool is_text = id.ends_with(".txt");
    const fs::file_status status = entry.status(error);
    if (fs::is_directory(status)) {
      (entry.is_symlink(error) ? linked_ : pending_).insert(id + '/');
    } else if (is_text && fs::is_regular_file(status)) {
      Add(id, "");
    } else if (is_text && !fs::exists(status)) {
      Add(id, "cannot read the file: " +
                  (error ? error
                         : std::make_error_code(std::errc::no_such_file_or_directory))
                      .message());
    } else if (is_text) {
      Add(id, "neither a file nor a directory");
    }
  }

  std::string prefix_;
  std::set<std::string> pending_;
  std::set<std::string> linked_;
  std::set<std::pair<dev_t, ino_t>> seen_;
  std::vector<DirectoryEntry> entries_;
};

}  // namespace

std::vector<DirectoryEntry> ListTextFiles(const std::string& directory) {
  return Walk(directory).List();
}

}  // namespace rashomon
