// The functions of LibTorch's copy of fmt, which LibTorch does not export. Only with LIFT_FMT_LIBRARY.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {
template FMT_API auto thousands_sep_impl<char>(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
}   // namespace detail
FMT_END_NAMESPACE
