# What every target of the house shares, and the functions that make a room and a test.
include(GNUInstallDirs)

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # The object of a file is the same in every build folder and in every clone.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}
      ${CCACHE_PROGRAM})
endif()

if(LIFT_CUDA)
  # nvcc from PATH, the toolkit's usual place, or the PyPI packages beside LibTorch.
  file(GLOB _wheel_nvcc $CACHE{LIFT_LIBTORCH}/../nvidia/cu13/bin $ENV{LIFT_LIBTORCH}/../nvidia/cu13/bin
    ${CMAKE_SOURCE_DIR}/.venv/lib/python3.*/site-packages/nvidia/cu13/bin)
  find_program(CMAKE_CUDA_COMPILER nvcc PATHS ${_wheel_nvcc} /usr/local/cuda/bin REQUIRED)
  # Turing to Blackwell; newer GPUs translate the intermediate code of 9.0 when the program starts.
  set(CMAKE_CUDA_ARCHITECTURES 75-real 80-real 90 100-real 120-real CACHE STRING "GPU generations that the CUDA kernels are compiled for")
  set(CMAKE_CUDA_RUNTIME_LIBRARY None)   # the one that LibTorch loads: LibTorch::Cuda
  set(CMAKE_CUDA_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
  enable_language(CUDA)
  if(NOT CMAKE_CUDA20_STANDARD_COMPILE_OPTION)   # CMake 3.25 does not know that nvcc 12 and newer speak it
    set(CMAKE_CUDA20_STANDARD_COMPILE_OPTION -std=c++20)
    set(CMAKE_CUDA20_EXTENSION_COMPILE_OPTION -std=c++20)
  endif()
endif()

find_package(Threads REQUIRED)
find_package(LibTorch REQUIRED)
if(LIFT_CUDA AND NOT TARGET LibTorch::Cuda)
  message(FATAL_ERROR "LIFT_CUDA needs a LibTorch with CUDA and the CUDA runtime beside it: "
    "packaging/check-cuda makes one, LIFT_LIBTORCH names it")
endif()
find_package(fmt REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(PkgConfig REQUIRED)

set(_fmt fmt::fmt-header-only)
if(LIFT_FMT_LIBRARY)
  # Files that see LibTorch's headers see its copy of fmt, whose functions LibTorch does not export.
  set(_fmt fmt::fmt)
  add_library(fmt_of_libtorch STATIC ${CMAKE_SOURCE_DIR}/packaging/cmake/fmt_of_libtorch.cpp)
  target_include_directories(fmt_of_libtorch SYSTEM PRIVATE ${LibTorch_INCLUDE_DIR})
  target_link_libraries(LibTorch::LibTorch INTERFACE fmt_of_libtorch)
endif()

add_library(house_flags INTERFACE)
target_include_directories(house_flags INTERFACE ${CMAKE_SOURCE_DIR})
set(_warnings -Wall -Wextra -Wpedantic -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bug 105651: std::string's operator+ is taken for an overlapping copy.
  list(APPEND _warnings -Wno-restrict)
endif()
if(LIFT_WERROR)
  list(APPEND _warnings -Werror)
endif()
# Floating point is the product's business: no contraction that differs between compilers, no fast-math.
target_compile_options(house_flags INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:${_warnings};-ffp-contract=off>")
target_link_libraries(house_flags INTERFACE ${_fmt} nlohmann_json::nlohmann_json Threads::Threads)

# What the sanitizers of the presets asan and tsan are told, in every test and the programs that it starts.
set(LIFT_TEST_ENVIRONMENT "QT_QPA_PLATFORM=offscreen;OMP_WAIT_POLICY=passive;LIFT_BIN=${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
set(LIFT_TEST_SLOWDOWN 1)
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
  set(LIFT_TEST_SLOWDOWN 10)   # as tests/support/slowdown.h has it
endif()
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=address")
  list(APPEND LIFT_TEST_ENVIRONMENT
    "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1"
    "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/sanitizers/leaks.supp:print_suppressions=0"
    "UBSAN_OPTIONS=print_stacktrace=1")
elseif(CMAKE_CXX_FLAGS MATCHES "-fsanitize=thread")
  # Our threads are what is watched: libgomp and Qt are not instrumented, their locks are futexes that are not seen. The
  # long history keeps the stacks by which threads.supp knows LibTorch's threads.
  list(APPEND LIFT_TEST_ENVIRONMENT OMP_NUM_THREADS=1
    "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/sanitizers/threads.supp:ignore_noninstrumented_modules=1:history_size=7")
  # A run takes all cores whatever OMP_NUM_THREADS says, and over a whole run stacks are lost all the same. Not for tests
  # that ask for threads of their own: products leave parts undone where one is missing.
  set(LIFT_WINDOW_TEST_ENVIRONMENT OMP_THREAD_LIMIT=1)
endif()

# add_room(NAME [TENSORS] [ROOMS room...] [LIBRARIES target...])
# One static library per room, from every .cpp of its folder and the folders in it. TENSORS links LibTorch, privately:
# whoever includes only the tensor-free headers of the room never sees a tensor header.
# With LIFT_CUDA a room also has its cuda/*.cu and cuda/*.cpp, and its sources see LIFT_CUDA_KERNELS.
function(add_room name)
  cmake_parse_arguments(ROOM "TENSORS" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/cuda/[^/]*$")
  if(NOT sources)
    set(stub ${CMAKE_CURRENT_BINARY_DIR}/empty_room.cpp)
    file(WRITE ${stub} "namespace lift {}\n")
    set(sources ${stub})
  endif()
  add_library(room_${name} STATIC ${sources})
  target_link_libraries(room_${name} PUBLIC house_flags)
  foreach(lower IN LISTS ROOM_ROOMS)
    target_link_libraries(room_${name} PUBLIC room_${lower})
  endforeach()
  target_link_libraries(room_${name} PRIVATE ${ROOM_LIBRARIES})
  if(ROOM_TENSORS)
    target_link_libraries(room_${name} PRIVATE LibTorch::LibTorch)
  endif()
  file(GLOB cuda_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cuda/*.cu)
  if(LIFT_CUDA AND cuda_sources)
    add_library(room_${name}_cuda STATIC ${cuda_sources})
    target_compile_options(room_${name}_cuda PRIVATE -Xcompiler=-Wall,-Wextra --expt-relaxed-constexpr)
    target_link_libraries(room_${name}_cuda PRIVATE house_flags LibTorch::Cuda)
    file(GLOB cuda_hosts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/cuda/*.cpp)
    target_sources(room_${name} PRIVATE ${cuda_hosts})
    target_compile_definitions(room_${name} PRIVATE LIFT_CUDA_KERNELS)
    target_link_libraries(room_${name} PRIVATE LibTorch::Cuda room_${name}_cuda)
  endif()
  set_property(GLOBAL APPEND PROPERTY LIFT_ROOMS room_${name})
endfunction()

# add_house_test(NAME SOURCE [TENSORS] [ROOMS room...] [LIBRARIES target...] [LABELS label...] [TIMEOUT seconds])
# One Qt Test program. Labels: the room's name; "heavy" tests exist only with LIFT_HEAVY_TESTS.
function(add_house_test name source)
  cmake_parse_arguments(TEST "TENSORS" "TIMEOUT" "ROOMS;LIBRARIES;LABELS" ${ARGN})
  if("heavy" IN_LIST TEST_LABELS AND NOT LIFT_HEAVY_TESTS)
    return()
  endif()
  if(NOT TEST_TIMEOUT)
    set(TEST_TIMEOUT 300)
  endif()
  math(EXPR TEST_TIMEOUT "${TEST_TIMEOUT} * ${LIFT_TEST_SLOWDOWN}")
  add_executable(${name} ${source})
  set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  # No paths among the definitions: ccache would miss in every other clone. Tests ask tests/support/paths.h.
  target_compile_definitions(${name} PRIVATE QT_NO_KEYWORDS)
  foreach(room IN LISTS TEST_ROOMS)
    target_link_libraries(${name} PRIVATE room_${room})
  endforeach()
  target_link_libraries(${name} PRIVATE test_support Qt6::Test ${TEST_LIBRARIES})
  if(TEST_TENSORS)
    # Not as an include folder: moc would read all of LibTorch's headers for every test, 15 s of Qt 6.8's time.
    target_compile_options(${name} PRIVATE "SHELL:-isystem ${LibTorch_INCLUDE_DIR}")
    target_link_libraries(${name} PRIVATE $<LINK_ONLY:LibTorch::LibTorch>)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  # Qt Test's own limit, five minutes a function, would end a heavy test that ctest lets run.
  set_tests_properties(${name} PROPERTIES LABELS "${TEST_LABELS}" TIMEOUT ${TEST_TIMEOUT}
    ENVIRONMENT "${LIFT_TEST_ENVIRONMENT};QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000")
endfunction()

# add_room_tests(ROOM [TENSORS] [ROOMS room...] [LIBRARIES ...])
# Every *_test.cpp of the current folder; a name ending in _heavy_test.cpp is behind LIFT_HEAVY_TESTS.
function(add_room_tests room)
  cmake_parse_arguments(T "TENSORS" "" "ROOMS;LIBRARIES" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    set(labels ${room})
    if(name MATCHES "_heavy_test$")
      list(APPEND labels heavy)
      set(timeout 3600)
    else()
      set(timeout 300)
    endif()
    set(tensors)
    if(T_TENSORS)
      set(tensors TENSORS)
    endif()
    add_house_test(${name} ${file} ${tensors} ROOMS ${room} ${T_ROOMS}
      LIBRARIES ${T_LIBRARIES} LABELS ${labels} TIMEOUT ${timeout})
  endforeach()
endfunction()
