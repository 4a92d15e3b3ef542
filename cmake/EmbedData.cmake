# Writes OUT: a source file in which rashomon::data::NAME() returns the bytes of IN.
file(READ "${IN}" hex HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
string(REGEX REPLACE "((.......){16})" "\\1\n" bytes "${bytes}")
file(WRITE "${OUT}" "#include <string_view>
namespace rashomon::data {
std::string_view ${NAME}();
namespace {
constexpr char kBytes[] = {
${bytes}'\\0'};
}
std::string_view ${NAME}() { return {kBytes, sizeof(kBytes) - 1}; }
}  // namespace rashomon::data
")
