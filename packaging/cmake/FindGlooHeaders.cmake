# Gloo's headers, and nothing else: the library is inside LibTorch, whose own headers include them.
find_path(GLOO_INCLUDE_DIR gloo/transport/device.h)
mark_as_advanced(GLOO_INCLUDE_DIR)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(GlooHeaders REQUIRED_VARS GLOO_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "install libgloo-dev, or run packaging/setup")
