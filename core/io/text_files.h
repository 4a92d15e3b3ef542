// The text files below a directory.

#ifndef RASHOMON_CORE_IO_TEXT_FILES_H_
#define RASHOMON_CORE_IO_TEXT_FILES_H_

#include <string>
#include <vector>

namespace rashomon {

// One *.txt, or one thing that kept the walk from looking further.
struct DirectoryEntry {
  std::string path;     // the directory's path as given, and what lies below
  std::string id;       // relative to the directory, with slashes
  std::string trouble;  // what is wrong; empty for a text file
};

// Lists every *.txt below `directory`, ascending by id in byte order. Follows
// symbolic links; a directory that is reached twice is read once, by its real
// place if it has one below `directory`, so that loops end. What cannot be read
// is listed with its trouble, in its place.
std::vector<DirectoryEntry> ListTextFiles(const std::string& directory);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_TEXT_FILES_H_
