// The words of many texts, one after the other in few large arrays.

#ifndef RASHOMON_CORE_TEXT_TOKEN_STORE_H_
#define RASHOMON_CORE_TEXT_TOKEN_STORE_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/text/tokenize.h"

namespace rashomon {

// Movable, not copyable; views into a moved store stay valid.
class TokenStore {
 public:
  TokenStore() = default;
  TokenStore(absl::Span<const std::string_view> texts, int threads);
  TokenStore(TokenStore&&) = default;
  TokenStore& operator=(TokenStore&&) = default;

  size_t size() const { return tokens_.size(); }
  absl::Span<const Token> operator[](size_t text) const { return tokens_[text]; }
  absl::Span<const absl::Span<const Token>> all() const { return tokens_; }

 private:
  std::vector<std::vector<Token>> arrays_;
  std::vector<absl::Span<const Token>> tokens_;  // of each text
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_TOKEN_STORE_H_
