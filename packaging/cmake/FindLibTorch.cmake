# Finds LibTorch in a PyPI wheel (CPU or CUDA) or in an unpacked LibTorch, and makes LibTorch::LibTorch.
#
#   LIFT_LIBTORCH (cache or environment): the folder that holds include/ and lib/. Without it, the
#   wheel in the project's own virtual environment, .venv, is taken.
#
# torch's own CMake package is not used: with the CUDA wheel it stops on a machine without a complete
# CUDA toolkit. LIFT_LIBTORCH_CUDA tells whether the build carries CUDA; then there is LibTorch::Cuda too, which
# kernels link: the CUDA runtime and c10_cuda. libtorch_cuda itself, with its gigabytes of libraries, is never linked
# but opened at run time where there is a GPU (RUNPATH leads to it): one program serves machines with and without.
set(LIFT_LIBTORCH "$ENV{LIFT_LIBTORCH}" CACHE PATH "LibTorch >= 2.13: the folder with include/ and lib/")
set(_hints ${LIFT_LIBTORCH})
if(NOT _hints)
  file(GLOB _hints ${CMAKE_SOURCE_DIR}/.venv/lib/python3.*/site-packages/torch)
endif()
find_path(LibTorch_INCLUDE_DIR ATen/ATen.h PATHS ${_hints} PATH_SUFFIXES include NO_DEFAULT_PATH)
find_library(LibTorch_CPU_LIBRARY torch_cpu PATHS ${_hints} PATH_SUFFIXES lib NO_DEFAULT_PATH)
find_library(LibTorch_C10_LIBRARY c10 PATHS ${_hints} PATH_SUFFIXES lib NO_DEFAULT_PATH)
mark_as_advanced(LibTorch_INCLUDE_DIR LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY)
if(LibTorch_INCLUDE_DIR)
  file(STRINGS ${LibTorch_INCLUDE_DIR}/torch/headeronly/version.h _v REGEX "define TORCH_VERSION_(MAJOR|MINOR|PATCH) ")
  string(REGEX REPLACE ".*MAJOR ([0-9]+).*MINOR ([0-9]+).*PATCH ([0-9]+).*" "\\1.\\2.\\3" LibTorch_VERSION "${_v}")
endif()
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(LibTorch
  REQUIRED_VARS LibTorch_CPU_LIBRARY LibTorch_C10_LIBRARY LibTorch_INCLUDE_DIR
  VERSION_VAR LibTorch_VERSION
  REASON_FAILURE_MESSAGE "run packaging/setup, or set LIFT_LIBTORCH to a LibTorch >= 2.13")

# A library of the wheel's sibling folder nvidia/cu13, else of the toolkit whose nvcc compiles.
function(_find_cuda_runtime)
  get_filename_component(nvcc_folder "${CMAKE_CUDA_COMPILER}" DIRECTORY)
  set(places ${LibTorch_INCLUDE_DIR}/../../nvidia/cu13 ${nvcc_folder}/.. /usr/local/cuda)
  find_path(LibTorch_CUDA_INCLUDE_DIR cuda_runtime_api.h PATHS ${places} PATH_SUFFIXES include NO_DEFAULT_PATH)
  find_library(LibTorch_CUDART_LIBRARY NAMES libcudart.so.13 PATHS ${places} PATH_SUFFIXES lib lib64 NO_DEFAULT_PATH)
  find_library(LibTorch_C10_CUDA_LIBRARY c10_cuda PATHS ${LibTorch_INCLUDE_DIR}/../lib NO_DEFAULT_PATH)
  mark_as_advanced(LibTorch_CUDA_INCLUDE_DIR LibTorch_CUDART_LIBRARY LibTorch_C10_CUDA_LIBRARY)
endfunction()

if(LibTorch_FOUND AND NOT TARGET LibTorch::LibTorch)
  get_filename_component(_lib ${LibTorch_CPU_LIBRARY} DIRECTORY)
  file(GLOB _rpath ${_lib}/../../nvidia/*/lib)
  list(PREPEND _rpath ${_lib})
  add_library(LibTorch::LibTorch INTERFACE IMPORTED)
  set_target_properties(LibTorch::LibTorch PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${LibTorch_INCLUDE_DIR})
  target_link_libraries(LibTorch::LibTorch INTERFACE ${LibTorch_CPU_LIBRARY} ${LibTorch_C10_LIBRARY})
  # The CUDA wheel's libtorch_cpu needs libraries of its sibling packages at link time.
  foreach(_dir IN LISTS _rpath)
    target_link_options(LibTorch::LibTorch INTERFACE -Wl,-rpath,${_dir} -Wl,-rpath-link,${_dir})
  endforeach()

  set(LIFT_LIBTORCH_CUDA FALSE)
  if(EXISTS ${_lib}/libtorch_cuda.so)
    set(LIFT_LIBTORCH_CUDA TRUE)
    _find_cuda_runtime()
    if(LibTorch_CUDA_INCLUDE_DIR AND LibTorch_CUDART_LIBRARY)
      add_library(LibTorch::Cuda INTERFACE IMPORTED)
      set_target_properties(LibTorch::Cuda PROPERTIES INTERFACE_INCLUDE_DIRECTORIES ${LibTorch_CUDA_INCLUDE_DIR})
      target_link_libraries(LibTorch::Cuda INTERFACE LibTorch::LibTorch ${LibTorch_C10_CUDA_LIBRARY}
        ${LibTorch_CUDART_LIBRARY})
    endif()
  endif()
endif()
